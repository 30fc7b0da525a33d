/** A work that states things: an article, a table, a book. */
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
  /** How much the server's default policy trusts it beside others; 1 unless its dataset says otherwise. */
  readonly weight: number
}

/** One language's text of a source: a cited edition of its own. */
export interface Edition {
  /** `<source>#<language>`. */
  readonly id: string
  readonly source: string
  /** BCP 47. */
  readonly language: string
  /** Of the text's bytes, hex; of the edition's id where no text is held. */
  readonly sha256: string
  /** EDTF. */
  readonly retrieved?: string
  /** The edition that this one translates. */
  readonly translationOf?: string
}

/** Who states something: an edition with the source it is an edition of. */
export interface CitedEdition {
  readonly edition: Edition
  readonly source: Source
}
