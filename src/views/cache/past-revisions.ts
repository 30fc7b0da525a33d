import { LRUCache } from 'lru-cache'
import type { RevisionView } from './cache-view.js'
import { CacheRoom, KeptRevision } from './kept-revision.js'

/**
 * What a process keeps of revisions before the newest one. Such a revision never changes, so what is kept of it stays true;
 * the least recently used entries go first.
 */
export class PastRevisions {
  readonly #room: CacheRoom
  readonly #kept = new LRUCache<number, KeptRevision>({ max: keptRevisions })
  /** The last revision up to an instant, by the milliseconds of the instant. */
  readonly #revisions = new LRUCache<number, number>({ max: keptInstants })
  #count = 0

  constructor(
    maxBytes: number,
    readonly numberOf: (view: string) => number,
  ) {
    this.#room = new CacheRoom(maxBytes)
  }

  /** Undefined until it is known which revision was the last one at that instant. */
  viewAt(instant: number): RevisionView | undefined {
    const revision = this.#revisions.get(instant)
    return revision === undefined ? undefined : this.#keptOf(revision).viewAt(revision, this.numberOf)
  }

  /** The instant must be before the newest revision: else a later revision may be the last one up to it. */
  learn(instant: number, revision: number): void {
    this.#revisions.set(instant, revision)
  }

  #keptOf(revision: number): KeptRevision {
    const known = this.#kept.get(revision)
    if (known && !known.isFull) return known
    this.#count += 1
    // No id, question or view begins so. What was kept under an earlier prefix is found no more, and evicted in time.
    const kept = new KeptRevision({ number: revision }, this.#room, `\0${this.#count} `, mostEditions)
    this.#kept.set(revision, kept)
    return kept
  }
}

const keptRevisions = 8
const keptInstants = 10_000
/** Who is cited is not counted in the budget, so eight revisions must not keep much of it. */
const mostEditions = 5_000
