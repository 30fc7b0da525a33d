/**
 * One change of a revision. Within a revision the kinds come in this order, and a copy of the graph may apply
 * them in this order.
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

/** Position of a change among all changes of a store. Each position belongs to one change. */
export interface ChangePlace {
  /** The revision that made the change. */
  readonly madeIn: number
  readonly kind: ChangeKind
  /** Id of the changed entity, statement, conflict or source; for a merge or split the former id. */
  readonly id: string
}

export interface Change extends ChangePlace {
  /** RFC 3339, UTC: the instant of the revision. */
  readonly at: string
  /**
   * Entities whose content may differ since the change: the subject of a statement and the target of a link; the
   * subjects of a conflict; both ids of a merge or split. Sorted, without repetition. Empty for a changed source, which may affect many.
   */
  readonly entities: readonly string[]
}
