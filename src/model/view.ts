import type { Release } from './release.js'

/** Which world, as known when, on whose word. */
export interface View {
  /** EDTF: what held in the world then. */
  readonly validAt: string
  /** RFC 3339; absent: all that the read revision holds. */
  readonly knownAt?: string
  readonly trust: Trust
  /** The release that is read, where one is: it says what was known, and on whose word. */
  readonly release?: Release
}

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
