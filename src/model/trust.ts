/** Whose word wins. Order is preference; an empty list prefers nobody. */
export interface Trust {
  readonly languages: readonly string[]
  /** Source ids. */
  readonly sources: readonly string[]
  /** What neither list names: used last, or not at all. */
  readonly others: 'LAST' | 'NEVER'
  /** Statements below it do not count. */
  readonly minConfidence: number
}
