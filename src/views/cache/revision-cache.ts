import { LRUCache } from 'lru-cache'
import type { Change } from '../../model/change.js'
import type { Revision } from '../../model/revision.js'
import type { Ontology } from '../../ontology/ontology.js'
import type { Store } from '../../store/store.js'
import type { CacheView } from './cache-view.js'
import { CacheRoom, KeptRevision } from './kept-revision.js'
import { PastRevisions } from './past-revisions.js'

export interface RevisionCacheOptions {
  /** How much memory it may take, about. */
  readonly maxBytes: number
  /** For so many milliseconds a revision is taken to be the newest: what another process publishes is seen that much later. */
  readonly freshMs: number
  /** Milliseconds that only go forward. */
  readonly clock: () => number
}

type KeptNewest = KeptRevision<Revision>

/**
 * Cache of what a process reads, within a budget of memory; the least recently used entries go first: answers of the
 * store as of one revision, and what was resolved and derived from them in each view.
 *
 * It follows the change feed: where there is a newer revision, what that changed is dropped and all else is true of it
 * as well. A request that has begun before goes on with what was kept before its own revision and has not changed since,
 * and asks the store for the rest. What is read of older revisions has a part of the budget to itself.
 */
export class RevisionCache {
  #kept: KeptNewest | undefined
  /** The last view that was given: requests share it until there is a newer revision. */
  #view: { readonly kept: KeptNewest; readonly cache: CacheView } | undefined
  readonly #past: PastRevisions
  #checking: { readonly began: number; readonly view: Promise<CacheView | undefined> } | undefined
  #checkedAt = Number.NEGATIVE_INFINITY
  #expiries = 0
  readonly #viewNumbers = new LRUCache<string, number>({ max: manyViews })

  constructor(
    readonly store: Store,
    readonly ontology: Ontology,
    readonly options: RevisionCacheOptions,
  ) {
    this.#past = new PastRevisions(options.maxBytes * shareOfPast, view => this.#numberOf(view))
  }

  /**
   * The newest revision, as of the last `freshMs` milliseconds. Requests that come together ask once. Absent where the
   * store cannot be read: the next read then fails with the error of the store. If requests follow each other, the next one
   * is asked for in good time, so that none of them waits.
   */
  current(): CacheView | undefined | Promise<CacheView | undefined> {
    const now = this.options.clock()
    const { freshMs } = this.options
    const age = now - this.#checkedAt
    if (this.#kept && age < freshMs) {
      if (age >= freshMs / 2 && !this.#checking) void this.#look(now)
      return this.#viewOf(this.#kept)
    }
    // A check that began before that may have read before another process published, and may take any time to answer.
    const running = this.#checking
    return running && now - running.began <= freshMs ? running.view : this.#look(now)
  }

  #look(began: number): Promise<CacheView | undefined> {
    const view = this.#check(began).finally(() => {
      if (this.#checking?.view === view) this.#checking = undefined
    })
    this.#checking = { began, view }
    return view
  }

  /** As `current`; absent once the signal is given: a store that does not answer keeps no request from being told so in time. */
  async currentUntil(signal: AbortSignal): Promise<CacheView | undefined> {
    const current = this.current()
    if (!(current instanceof Promise)) return current
    return await new Promise(resolve => {
      const stop = () => resolve(undefined)
      signal.addEventListener('abort', stop, { once: true })
      void current.then(resolve).finally(() => signal.removeEventListener('abort', stop))
    })
  }

  /** The store was changed by this process: what comes next is to see that. */
  expire(): void {
    this.#expiries += 1
    this.#checkedAt = Number.NEGATIVE_INFINITY
    this.#checking = undefined
  }

  async #check(began: number): Promise<CacheView | undefined> {
    const expiries = this.#expiries
    try {
      const { revision } = await this.store.read([])
      const kept = await this.#stateAsOf(revision)
      // One that began before a change of this process may not have seen it.
      if (expiries === this.#expiries) this.#checkedAt = Math.max(began, this.#checkedAt)
      return this.#viewOf(kept)
    } catch {
      return undefined
    }
  }

  /** Goes on to the revision, or stays at a later one where another check was quicker. */
  async #stateAsOf(revision: Revision): Promise<KeptNewest> {
    for (;;) {
      const kept = this.#kept
      if (kept && !kept.isFull && kept.revision.number >= revision.number) return kept
      const from = kept?.revision
      const changes = kept && !kept.isFull ? await this.#changes(kept.revision.number, revision.number) : undefined
      if (this.#kept !== kept || kept?.revision !== from) continue
      if (kept && changes && !changes.some(change => kept.cites(change) || isRegrouping(change)))
        kept.goOn(revision, changes, this.ontology)
      else {
        const newest = from && from.number > revision.number ? from : revision
        const room = new CacheRoom(this.options.maxBytes * (1 - shareOfPast))
        this.#kept = new KeptRevision(newest, room, '', manyEditions)
      }
    }
  }

  /** Undefined where they are so many that to drop all is quicker. */
  async #changes(from: number, to: number): Promise<readonly Change[] | undefined> {
    const question = { kind: 'changes', madeAfter: from, limit: manyChanges + 1 } as const
    const { answers } = await this.store.read<'changes'>([{ question }], { pin: to })
    return answers[0] && answers[0].length <= manyChanges ? answers[0] : undefined
  }

  #viewOf(kept: KeptNewest): CacheView {
    if (this.#view?.kept !== kept || this.#view.cache.revision !== kept.revision.number)
      this.#view = { kept, cache: this.#newViewOf(kept) }
    return this.#view.cache
  }

  #newViewOf(kept: KeptNewest): CacheView {
    const { number, at } = kept.revision
    const madeAt = Date.parse(at)
    const past = this.#past
    const view: CacheView = Object.assign(
      kept.viewAt(number, view => this.#numberOf(view)),
      {
        revision: number,
        asKnownAt: (knownAt: string) => {
          const instant = instantOf(knownAt)
          return instant >= madeAt ? view : past.viewAt(instant)
        },
        learnKnownAt: (knownAt: string, revision: number) => {
          const instant = instantOf(knownAt)
          if (instant < madeAt) past.learn(instant, revision)
        },
      },
    )
    return view
  }

  #numberOf(view: string): number {
    const known = this.#viewNumbers.get(view)
    if (known !== undefined) return known
    // Clients may send any number of views. Answers derived for a forgotten view are no longer found, and are evicted in time.
    this.#nextView += 1
    this.#viewNumbers.set(view, this.#nextView)
    return this.#nextView
  }

  #nextView = 0
}

/** RFC 3339 lets `t` and `z` stand for `T` and `Z`. NaN of a text that is no instant. */
function instantOf(text: string): number {
  return Date.parse(text.toUpperCase())
}

/** Entities that were put together or taken apart are seen so by all that links to them. */
function isRegrouping({ kind }: Change): boolean {
  return kind === 'MERGED' || kind === 'SPLIT'
}

const manyChanges = 10_000
const manyViews = 1_000
const manyEditions = 20_000
const shareOfPast = 0.25
