/** Which sources win. The order of a list is the preference; an empty list prefers none. */
export interface Trust {
  readonly languages: readonly string[]
  /** Source ids. */
  readonly sources: readonly string[]
  /** Whether sources that neither list names are used last, or never. */
  readonly others: 'LAST' | 'NEVER'
  /** Statements with a lower confidence do not count. */
  readonly minConfidence: number
}
