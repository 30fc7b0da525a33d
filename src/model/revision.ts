/** A state of the store: each applied change makes one. Numbers grow; only their order means something. 0 is the empty store. */
export interface Revision {
  readonly number: number
  /** RFC 3339, UTC, milliseconds; never before the revision it follows. */
  readonly at: string
}
