/**
 * What one revision changed, thing by thing. Of one revision the kinds come in this order, in which a copy may carry
 * them out one after the other.
 */
export const changeKinds = [
  'ENTITY_ADDED',
  'MERGED',
  'SPLIT',
  'STATEMENT_RETRACTED',
  'STATEMENT_ADDED',
  'STATEMENT_REWEIGHTED',
  'CONFLICT_CLOSED',
  'CONFLICT_OPENED',
  'CONFLICT_DECIDED',
  'SOURCE_CHANGED',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Where a change stands among all of a store’s: no two stand at one place. */
export interface ChangePlace {
  /** The revision that made it. */
  readonly madeIn: number
  readonly kind: ChangeKind
  /** What it happened to: the id of an entity, a statement, a conflict or a source; of a merge or split the former id. */
  readonly id: string
}

export interface Change extends ChangePlace {
  /** RFC 3339, UTC: the instant of the revision. */
  readonly at: string
  /**
   * The entities that may be seen otherwise since: of a statement its subject and, of a link, what it points to; of a
   * conflict its subjects; of a merge or split both ids (and whatever links to them). Sorted, each once. Of a changed source none are named: they may be many.
   */
  readonly entities: readonly string[]
}
