import type { Conflict, ConflictContent } from '../model/conflict.js'
import type { Revision } from '../model/revision.js'

/** The revision that a reading is as of: a published one (the newest one without a pin), or the one that is being staged. */
export type AsOf = { readonly pin: number | undefined } | { readonly staged: number }

/** A published revision, its instant in milliseconds since 1970. */
export interface RevisionRow {
  readonly number: number
  readonly at: number
}

export function decodeRevision({ number, at }: RevisionRow): Revision {
  return { number, at: new Date(at).toISOString() }
}

/** A conflict with one of its lives: the revision that opened it, and the one that closed it. */
export interface ConflictRow {
  readonly id: string
  readonly content: string
  readonly opened: number
  readonly closed: number | null
}

/** The conflict as of a revision: an end that comes later is not known yet. */
export function decodeConflict({ content, opened, closed }: ConflictRow, revision: number): Conflict {
  return {
    ...(JSON.parse(content) as ConflictContent),
    status: 'OPEN',
    openedIn: opened,
    ...(closed !== null && closed <= revision && { closedIn: closed }),
  }
}
