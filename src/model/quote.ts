/** Where an edition says it: W3C Web Annotation TextQuoteSelector, with the positions of a TextPositionSelector where the text is held. */
export interface Quote {
  readonly exact: string
  /** The words directly before and after `exact`: up to 32 characters of the text if the store holds the text, else those of the dataset. */
  readonly prefix?: string
  readonly suffix?: string
  /** Offsets in the edition's text, in characters (code points), end exclusive. */
  readonly start?: number
  readonly end?: number
  /** RFC 7111 fragment of a table: `row=7`. */
  readonly fragment?: string
}
