/** TRANSLATION: editions of one source disagree. IDENTITY: two entities with one code, or one with two. */
export const conflictKinds = ['TRANSLATION', 'VALUE', 'DATE', 'IDENTITY'] as const
export type ConflictKind = (typeof conflictKinds)[number]

export const conflictStatuses = ['OPEN', 'DECIDED', 'DISMISSED'] as const
export type ConflictStatus = (typeof conflictStatuses)[number]

/** Statements that cannot all be right. */
export interface ConflictContent {
  /** From kind, subjects, property and statements (see `conflictId`). */
  readonly id: string
  readonly kind: ConflictKind
  /** The entities that it is about, sorted: one, or two or more for IDENTITY. */
  readonly subjects: readonly string[]
  readonly property: string
  /** Ids of the statements, sorted. */
  readonly statements: readonly string[]
}

/** A conflict as the graph holds it: found in one revision, perhaps gone in a later one. */
export interface Conflict extends ConflictContent {
  readonly status: ConflictStatus
  readonly openedIn: number
  readonly closedIn?: number
  readonly decision?: Decision
}

/** What a curator said of a conflict. */
export interface Decision {
  /** The statement that is right; absent where the conflict was dismissed. */
  readonly chosen?: string
  readonly reason: string
  readonly by: string
  /** RFC 3339, UTC. */
  readonly at: string
}
