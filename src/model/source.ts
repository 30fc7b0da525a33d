/** A work that makes statements: an article, a table, a book. */
export interface Source {
  readonly id: string
  readonly title: string
  readonly publisher?: string
  readonly url?: string
  /** EDTF. */
  readonly published?: string
  readonly licence?: string
  /** Languages of its editions, in the order of the dataset; the ids are `<source>#<language>`. */
  readonly languages: readonly string[]
  /** Weight in the default order of trust: more is better. Default: 1. */
  readonly weight: number
}

/** The text of a source in one language. Statements cite editions. */
export interface Edition {
  /** `<source>#<language>`. */
  readonly id: string
  readonly source: string
  /** BCP 47. */
  readonly language: string
  /** SHA-256 of the text's bytes, hex; of the edition's id if the store holds no text. */
  readonly sha256: string
  /** EDTF. */
  readonly retrieved?: string
  /** Id of the edition that this edition translates. */
  readonly translationOf?: string
}

/** An edition with its source. */
export interface CitedEdition {
  readonly edition: Edition
  readonly source: Source
}
