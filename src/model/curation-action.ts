import type { Rank } from './rank.js'
import type { Release } from './release.js'

/** What a curator did, in a revision of its own: who, why and what. Curation actions are added and never changed. */
export type CurationAction = Decision | Merge | Split | Retraction | Restoration | Publication | Import | Repair

interface Authorship {
  /** Who did it: the principal’s id. */
  readonly by: string
  readonly reason: string
}

/** OPEN: an earlier decision is taken back. */
interface Decision extends Authorship {
  readonly kind: 'DECISION'
  readonly conflict: string
  readonly status: 'OPEN' | 'DECIDED' | 'DISMISSED'
  /** The statement that is right, where one is. */
  readonly chosen?: string
  readonly subjects: readonly string[]
}

/** Two ids were found to be of one entity: from then on it is `kept`, which answers to `former` too. */
interface Merge extends Authorship {
  readonly kind: 'MERGE'
  readonly kept: string
  readonly former: string
}

/** They were not: `former` is an entity of its own again. */
interface Split extends Authorship {
  readonly kind: 'SPLIT'
  readonly kept: string
  readonly former: string
}

/** A statement was withdrawn, whatever datasets say; with the word on which it stood. */
interface Retraction extends Authorship {
  readonly kind: 'RETRACTION'
  readonly statement: string
  readonly vouches: readonly Word[]
}

/** A dataset’s word for the statement. */
interface Word {
  readonly dataset: string
  readonly rank: Rank
  readonly confidence: number
}

/** A statement that was withdrawn may stand again. */
interface Restoration extends Authorship {
  readonly kind: 'RESTORATION'
  readonly statement: string
}

interface Publication extends Authorship {
  readonly kind: 'RELEASE'
  readonly release: Omit<Release, 'at'>
}

interface Import extends Authorship {
  readonly kind: 'IMPORT'
  readonly datasets: readonly string[]
}

/** The conflicts were made to be those that are to be found. */
interface Repair extends Authorship {
  readonly kind: 'REPAIR'
}

/** A curation action with the revision that it made. */
export type RecordedAction = CurationAction & {
  readonly madeIn: number
  /** RFC 3339, UTC. */
  readonly at: string
}
