import type { Conflict } from './conflict.js'
import type { Statement } from './statement.js'

/** An entity as of one revision: its statements and its conflicts. */
export interface EntityRecord {
  readonly id: string
  /** The ontology's name of its type: `ComputeCentre`. */
  readonly type: string
  /** Ids that the entity had before merges, sorted. */
  readonly formerIds: readonly string[]
  /** Statements about the entity that are recorded and not retracted as of the revision, sorted by id. */
  readonly statements: readonly Statement[]
  /** Conflicts of the entity as of the revision, sorted by id. */
  readonly conflicts: readonly Conflict[]
}
