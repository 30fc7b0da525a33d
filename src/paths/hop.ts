import type { Statement } from '../model/statement.js'
import type { EntityView } from '../views/view-reader.js'

/** One step from an entity to another along a statement. `reversed`: the subject of the statement is `to`. */
export interface Hop {
  readonly from: EntityView
  readonly to: EntityView
  readonly statement: Statement
  readonly reversed: boolean
}

/** The links that a walk may follow. */
export interface WalkWish {
  /** Ids of properties. If empty: all links. */
  readonly links?: readonly string[]
  /** Links with a lower confidence are not followed. */
  readonly minConfidence: number
}
