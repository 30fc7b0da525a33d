/** How a write ended, as its client saw it. */
export type Outcome =
  /** The server acknowledged the write: it must never be lost. */
  | 'done'
  /** The server refused the write: it must never appear. */
  | 'refused'
  /** No answer, or an answer that leaves both open: the write may appear, once. */
  | 'unknown'

/** One step of a client. A session is one client, which does one step after the other. */
interface Step {
  readonly session: string
  readonly server: string
  /** Milliseconds of a clock that no fault changes. */
  readonly begun: number
  readonly ended: number
}

/** A write. Its token is the reason in the curation log, so that every read of the log shows which writes exist. */
export interface Write extends Step {
  readonly token: string
  readonly outcome: Outcome
  /** The revision that the answer names. The answer to an import names none. */
  readonly revision?: number | undefined
  /** The revision that the write expected to be the newest. */
  readonly expected?: number | undefined
  /** The group of entities to which an import adds the value `token`. */
  readonly group?: string | undefined
}

/** An entry of the curation log. */
export interface Logged {
  readonly token: string
  readonly revision: number
}

/** A read: one answer, which must show one revision. */
export interface Read extends Step {
  /** The newest revision, as the answer names it. */
  readonly revision: number
  /** The last entries of the curation log, oldest first; undefined if the answer has no log. */
  readonly log?: readonly Logged[]
  readonly group: string
  /** The values of each entity of the group, by their statements; then of the first entity by its names. All are equal. */
  readonly values: readonly (readonly string[])[]
  /** The values as an earlier revision had them. */
  readonly earlier?: { readonly revision: number; readonly values: readonly string[] } | undefined
  /** Hash of a larger answer, which depends on the revision and on the key alone. */
  readonly digest?: { readonly key: string; readonly hash: string } | undefined
}

/** What a subscriber received, over all its connections. */
export interface Followed {
  readonly session: string
  readonly cursors: readonly string[]
}

/** An answer that no client may get. */
export interface Trouble {
  readonly session: string
  readonly server: string
  readonly what: 'read' | 'write'
  /** The fault at that time; undefined in quiet times. */
  readonly during: string | undefined
  readonly code: string
  readonly message: string
}

/** What clients did and saw. */
export interface History {
  readonly writes: readonly Write[]
  readonly reads: readonly Read[]
  readonly followed: readonly Followed[]
  readonly troubles: readonly Trouble[]
}

/** What the store says in the end. */
export interface Final {
  /** The whole curation log, oldest entry first, without the entries from before the drill. */
  readonly log: readonly Logged[]
  /** The cursors of the whole change feed, from where the subscribers began. */
  readonly cursors: readonly string[]
}
