import type { Release } from './release.js'
import type { Trust } from './trust.js'

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
