import type { Conflict } from './conflict.js'
import type { Statement } from './statement.js'

/** All that a store holds of an entity as of one revision: what was said of it, and what of that contradicts. */
export interface EntityRecord {
  readonly id: string
  /** The ontology's name of its type: `ComputeCentre`. */
  readonly type: string
  /** Ids it answered to before merges, sorted. */
  readonly formerIds: readonly string[]
  /** Every statement about it that was recorded and not retracted by then, sorted by id. */
  readonly statements: readonly Statement[]
  /** Every conflict of it that stood then, sorted by id. */
  readonly conflicts: readonly Conflict[]
}
