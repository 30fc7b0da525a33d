import type { Statement } from '../model/statement.js'
import type { EntityView } from '../views/view-reader.js'

/** One step from an entity to another along a statement; reversed: the statement's subject is `to`. */
export interface Hop {
  readonly from: EntityView
  readonly to: EntityView
  readonly statement: Statement
  readonly reversed: boolean
}

/** Which links may be walked. */
export interface WalkWish {
  /** Ids of properties; none named: all links. */
  readonly links?: readonly string[]
  /** Statements below it are not walked. */
  readonly minConfidence: number
}
