import type { Rank } from './rank.js'
import type { Release } from './release.js'

/** One action of a curator, in a revision of its own: who, why and what. Curation actions are added and never changed. */
export type CurationAction = Decision | Merge | Split | Retraction | Restoration | Publication | Import | Repair

interface Authorship {
  /** Id of the principal who acted. */
  readonly by: string
  readonly reason: string
}

/** OPEN takes an earlier decision back. */
interface Decision extends Authorship {
  readonly kind: 'DECISION'
  readonly conflict: string
  readonly status: 'OPEN' | 'DECIDED' | 'DISMISSED'
  /** The statement that is right; absent if none is chosen. */
  readonly chosen?: string
  readonly subjects: readonly string[]
}

/** Two ids belong to one entity. The entity has the id `kept` from then on, and is found under `former` too. */
interface Merge extends Authorship {
  readonly kind: 'MERGE'
  readonly kept: string
  readonly former: string
}

/** Takes a merge back: `former` is an entity of its own again. */
interface Split extends Authorship {
  readonly kind: 'SPLIT'
  readonly kept: string
  readonly former: string
}

/** A curator retracts a statement, although datasets attest it. */
interface Retraction extends Authorship {
  readonly kind: 'RETRACTION'
  readonly statement: string
  readonly vouches: readonly Word[]
}

/** One attestation of the statement by a dataset. */
interface Word {
  readonly dataset: string
  readonly rank: Rank
  readonly confidence: number
}

/** Takes a retraction back. */
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

/** `doctor --repair` replaced the stored conflicts by those that follow from the statements. */
interface Repair extends Authorship {
  readonly kind: 'REPAIR'
}

/** A curation action with the revision that it made. */
export type RecordedAction = CurationAction & {
  readonly madeIn: number
  /** RFC 3339, UTC. */
  readonly at: string
}
