/** A state of the store. Each applied change makes one. Numbers grow, and only their order has a meaning. 0 is the empty store. */
export interface Revision {
  readonly number: number
  /** RFC 3339, UTC, milliseconds; never before the revision it follows. */
  readonly at: string
}
