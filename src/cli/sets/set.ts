/**
 * A dataset with a set.yaml beside its dataset.yaml: `sets/NAME`, too large for the default store, or `seeds/NAME`,
 * whose texts are not part of this repository.
 */
export interface DataSet {
  readonly name: string
  /** Its folder. */
  readonly path: string
  readonly title: string
  readonly licence: string
  /** The licences of its sources. */
  readonly sourceLicences: readonly string[]
  /** Number of its statements. */
  readonly statements: number
  /** Folders of the datasets that it refers to, from the root of the package: seeds/cn-regions. */
  readonly needs: readonly string[]
  /** The origin of its tables; undefined if they are in its folder. */
  readonly origin: SetOrigin | undefined
}

export interface SetOrigin {
  /**
   * A package of the npm registry with its version, a git repository with a commit, or a page from which a person saves
   * the files.
   */
  readonly from:
    | { readonly npm: string }
    | { readonly git: string; readonly commit: string }
    | { readonly page: string }
  readonly files: readonly SetFile[]
}

export interface SetFile {
  /** Its path in the package or the repository. */
  readonly from: string
  /** The name of the file in the dataset. */
  readonly to: string
  /** SHA-256 of the file at its origin, hex. */
  readonly sha256: string
  /** The name of the file in a folder with only the set's files. Default: the last part of `from`. */
  readonly as: string | undefined
  /** The columns of the CSV table at its origin, so that a message can name new columns. */
  readonly header: readonly string[] | undefined
  /** Paths of the members of JSON objects that become columns of a CSV table: location.lat. */
  readonly columns: readonly string[] | undefined
  /** The path of the list within an object: features. `*`: each member of the object is a row. */
  readonly rows: string | undefined
}
