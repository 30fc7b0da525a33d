/** TRANSLATION: editions of one source disagree. IDENTITY: two entities with one code, or one with two. */
export const conflictKinds = ['TRANSLATION', 'VALUE', 'DATE', 'IDENTITY'] as const
export type ConflictKind = (typeof conflictKinds)[number]

export const conflictStatuses = ['OPEN', 'DECIDED', 'DISMISSED'] as const
export type ConflictStatus = (typeof conflictStatuses)[number]

/** Statements that cannot all be right. */
export interface ConflictContent {
  /** Follows from kind, subjects, property and statements (see `conflictId`). */
  readonly id: string
  readonly kind: ConflictKind
  /** Ids of the entities in conflict, sorted: one, or at least two for IDENTITY. */
  readonly subjects: readonly string[]
  readonly property: string
  /** Ids of the statements, sorted. */
  readonly statements: readonly string[]
}

/** A conflict in the graph: found in one revision, and possibly gone in a later one. */
export interface Conflict extends ConflictContent {
  readonly status: ConflictStatus
  readonly openedIn: number
  readonly closedIn?: number
  readonly decision?: Decision
}

/** A curator's decision on a conflict. */
export interface Decision {
  /** The statement that is right; absent if the conflict was dismissed. */
  readonly chosen?: string
  readonly reason: string
  readonly by: string
  /** RFC 3339, UTC. */
  readonly at: string
}
