/**
 * A dataset with a set.yaml beside its dataset.yaml: `sets/NAME`, which is too large for every store to begin with, or
 * `seeds/NAME`, whose texts are not part of this repository.
 */
export interface DataSet {
  readonly name: string
  /** Its folder. */
  readonly path: string
  readonly title: string
  readonly licence: string
  /** The licences of its sources. */
  readonly sourceLicences: readonly string[]
  /** How many statements it gives. */
  readonly statements: number
  /** Folders of datasets that describe what it refers to, from the root of the package: seeds/cn-regions. */
  readonly needs: readonly string[]
  /** Where its tables are; undefined where they are in its folder. */
  readonly origin: SetOrigin | undefined
}

export interface SetOrigin {
  /**
   * A package of the npm registry with its version, a git repository with a commit, or a page from which a person must
   * save the files.
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
  /** What the dataset calls it. */
  readonly to: string
  /** Of the file as it stands there, hex. */
  readonly sha256: string
  /** The name of the file in a folder that has the files of the set alone; the last part of `from` unless given. */
  readonly as: string | undefined
  /** The columns of a CSV table as it stands there, so that a message can say which are new. */
  readonly header: readonly string[] | undefined
  /** Of a list of JSON objects: the members that become the columns of a CSV table, by their paths: location.lat. */
  readonly columns: readonly string[] | undefined
  /** The path of the list, where the file is an object that holds it: features. */
  readonly rows: string | undefined
}
