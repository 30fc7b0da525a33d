import { LRUCache } from 'lru-cache'
import type { Change } from '../model/change.js'
import type { EntityRecord } from '../model/entity.js'
import type { CitedEdition } from '../model/source.js'
import type { Statement } from '../model/statement.js'
import type { Ontology } from '../ontology/ontology.js'
import { sourceIdOf } from '../resolution/cited-edition.js'
import type { PinnedQuery, QueryKind, Store } from '../store/store.js'
import { bytesOfStatements } from './cache-size.js'
import { CachedEntity } from './cached-entity.js'

export interface RevisionCacheOptions {
  /** How much memory it may take, about. */
  readonly maxBytes: number
  /** For so many milliseconds a revision is taken to be the newest: what another process publishes is seen that much later. */
  readonly freshMs: number
  /** Milliseconds that only go forward. */
  readonly clock: () => number
}

/** What one request reads of a revision cache: all of it as of one revision. */
export interface CacheView {
  readonly revision: number
  /** Whether entities that are read now can be kept without others having to go. */
  readonly hasRoom: boolean
  /** Absent where it is not kept; of a kept one that nothing describes, `record` is absent. */
  entity(id: string): CachedEntity | undefined
  incomingStatements(id: string, property: string): readonly Statement[] | undefined
  /** Whatever else the store was asked. */
  answer(question: string): unknown
  citedEdition(edition: string): CitedEdition | undefined
  /** What was derived from answers of this very revision, in that view. */
  derived(view: number, name: string): unknown
  /** Takes in what the store answered. Does nothing where the revision cache has gone on to a later revision. */
  keep(asks: readonly PinnedQuery[], answers: readonly unknown[], citedEditions: readonly CitedEdition[]): void
  keepDerived(view: number, name: string, value: unknown, bytes: number): void
  /** A small number for a view; equal views have the same number. */
  numberOf(view: string): number
}

/**
 * Cache of what a process reads, within a budget of memory; the least recently used entries go first: answers of the
 * store as of one revision, and what was resolved and derived from them in each view.
 *
 * It follows the change feed: where there is a newer revision, what that changed is dropped and all else is true of it
 * as well. A request that has begun before goes on with what was kept before its own revision and has not changed since,
 * and asks the store for the rest.
 */
export class RevisionCache {
  #kept: Kept | undefined
  #checking: Promise<CacheView | undefined> | undefined
  #checkedAt = Number.NEGATIVE_INFINITY
  #expiries = 0
  readonly #viewNumbers = new LRUCache<string, number>({ max: manyViews })

  constructor(
    readonly store: Store,
    readonly ontology: Ontology,
    readonly options: RevisionCacheOptions,
  ) {}

  /**
   * The newest revision, as of the last `freshMs` milliseconds. Requests that come together ask once. Absent where the
   * store cannot be read: the next read then fails with the error of the store. If requests follow each other, the next one
   * is asked for in good time, so that none of them waits.
   */
  current(): CacheView | undefined | Promise<CacheView | undefined> {
    const age = this.options.clock() - this.#checkedAt
    const isFresh = this.#kept !== undefined && age < this.options.freshMs
    if (!isFresh || age >= this.options.freshMs / 2) this.#look()
    return this.#kept && isFresh ? this.#viewOf(this.#kept) : this.#checking
  }

  #look(): void {
    if (this.#checking) return
    const checking = this.#check().finally(() => {
      if (this.#checking === checking) this.#checking = undefined
    })
    this.#checking = checking
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

  async #check(): Promise<CacheView | undefined> {
    const began = this.options.clock()
    const expiries = this.#expiries
    try {
      const { revision } = await this.store.read([])
      const kept = await this.#stateAsOf(revision.number)
      // One that began before a change of this process may not have seen it.
      if (expiries === this.#expiries) this.#checkedAt = Math.max(began, this.#checkedAt)
      return this.#viewOf(kept)
    } catch {
      return undefined
    }
  }

  /** Goes on to the revision, or stays at a later one where another check was quicker. */
  async #stateAsOf(revision: number): Promise<Kept> {
    for (;;) {
      const kept = this.#kept
      if (kept && !kept.isFull && kept.revision >= revision) return kept
      const from = kept?.revision
      const changes = kept && !kept.isFull ? await this.#changes(kept.revision, revision) : undefined
      if (this.#kept !== kept || kept?.revision !== from) continue
      if (kept && changes && !changes.some(change => kept.cites(change) || isRegrouping(change)))
        kept.goOn(revision, changes, this.ontology)
      else this.#kept = new Kept(Math.max(revision, from ?? 0), this.options.maxBytes)
    }
  }

  /** Undefined where they are so many that to drop all is quicker. */
  async #changes(from: number, to: number): Promise<readonly Change[] | undefined> {
    const question = { kind: 'changes', madeAfter: from, limit: manyChanges + 1 } as const
    const { answers } = await this.store.read<'changes'>([{ question }], { pin: to })
    return answers[0] && answers[0].length <= manyChanges ? answers[0] : undefined
  }

  #viewOf(kept: Kept): CacheView {
    return kept.viewAt(kept.revision, view => this.#numberOf(view))
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

/** Entities that were put together or taken apart are seen so by all that links to them. */
function isRegrouping({ kind }: Change): boolean {
  return kind === 'MERGED' || kind === 'SPLIT'
}

const manyChanges = 10_000
/** What is asked again and again in the same words, and kept until anything changes. */
export const cacheableKinds: ReadonlySet<QueryKind> = new Set<QueryKind>([
  'statementsByCode',
  'statementsBySearchKeys',
  'links',
])

const nearlyFull = 0.9
const manyViews = 1_000
const manyEditions = 20_000

function cacheOf<Value extends { readonly bytes: number }>(maxBytes: number): LRUCache<string, Value> {
  return new LRUCache<string, Value>({
    maxSize: Math.max(1, Math.floor(maxBytes)),
    sizeCalculation: ({ bytes }) => bytes,
  })
}

interface CachedAnswer {
  readonly since: number
  readonly value: unknown
  readonly bytes: number
}

/** What is kept, true of every revision from that of each part up to `revision`. */
class Kept {
  readonly #entities: LRUCache<string, CachedEntity>
  readonly #answers: LRUCache<string, CachedAnswer>
  readonly #derived: LRUCache<string, CachedAnswer>
  readonly #citedEditions = new Map<string, CitedEdition>()
  /** Editions that were cited, whether the store knows them or not. */
  readonly #editions = new Set<string>()
  readonly #sources = new Set<string>()
  /** How often something came in. */
  #arrivals = 0

  constructor(
    public revision: number,
    maxBytes: number,
  ) {
    this.#entities = cacheOf(maxBytes * 0.7)
    this.#answers = cacheOf(maxBytes * 0.1)
    this.#derived = cacheOf(maxBytes * 0.2)
  }

  viewAt(revision: number, numberOf: (view: string) => number): CacheView {
    const [entities, answers, derived, citedEditions] = [
      this.#entities,
      this.#answers,
      this.#derived,
      this.#citedEditions,
    ]
    return {
      revision,
      numberOf,
      get hasRoom() {
        return entities.calculatedSize < entities.maxSize * nearlyFull
      },
      entity: id => {
        const found = entities.peek(id)
        if (!found) return undefined
        this.#touch(id, found)
        return found.isRead && found.since <= revision ? found : undefined
      },
      incomingStatements: (id, property) => entities.get(id)?.incomingStatements(property, revision),
      answer: question => {
        const found = answers.get(question)
        if (found) return found.since <= revision ? found.value : undefined
        return this.revision === revision ? derived.get(question)?.value : undefined
      },
      citedEdition: edition => citedEditions.get(edition),
      derived: (view, name) => (this.revision === revision ? derived.get(`${view} ${name}`)?.value : undefined),
      keep: (asks, given, cited) => {
        if (this.revision === revision) this.#keep(asks, given, cited)
      },
      keepDerived: (view, name, value, bytes) => {
        if (this.revision === revision)
          derived.set(`${view} ${name}`, { since: revision, value, bytes: bytes + 2 * name.length + 100 })
      },
    }
  }

  /** Who was used last matters only between two that come in: until then, once is as good as often. */
  #touch(id: string, entity: CachedEntity): void {
    if (entity.usedAt === this.#arrivals) return
    entity.usedAt = this.#arrivals
    this.#entities.get(id)
  }

  #keep(asks: readonly PinnedQuery[], answers: readonly unknown[], citedEditions: readonly CitedEdition[]): void {
    this.#arrivals += 1
    for (const citedEdition of citedEditions) this.#citedEditions.set(citedEdition.edition.id, citedEdition)
    for (const [i, { question }] of asks.entries()) {
      if (question.kind === 'entity') {
        if (!question.properties) this.#keepEntity(question.id, answers[i] as EntityRecord | undefined)
      } else if (question.kind === 'incomingStatements')
        this.#keepLinks(question.id, question.property, answers[i] as readonly Statement[])
      else if (question.kind === 'entities') {
        const ids = answers[i] as readonly string[]
        this.#answers.set(JSON.stringify(question), {
          since: this.revision,
          value: ids,
          bytes: 200 + ids.reduce((sum, id) => sum + 24 + id.length, 0),
        })
      } else if (cacheableKinds.has(question.kind)) {
        const value = answers[i]
        const bytes = 200 + 4 * JSON.stringify(value).length
        this.#derived.set(JSON.stringify(question), { since: this.revision, value, bytes })
      }
    }
  }

  #noteEditions(statements: readonly Statement[]): void {
    for (const { edition } of statements) {
      if (this.#editions.has(edition)) continue
      this.#editions.add(edition)
      this.#sources.add(sourceIdOf(edition))
    }
  }

  #keepEntity(id: string, record: EntityRecord | undefined): void {
    if (record) this.#noteEditions(record.statements)
    const entity =
      this.#entities.peek(id)?.withRecord(record, this.revision) ?? CachedEntity.read(record, this.revision)
    this.#entities.set(id, entity)
  }

  #keepLinks(id: string, property: string, statements: readonly Statement[]): void {
    this.#noteEditions(statements)
    const entity = this.#entities.peek(id) ?? CachedEntity.unread()
    this.#entities.set(id, entity.withLinks(property, statements, this.revision, bytesOfStatements(statements)))
  }

  /** Editions are few beside what they state, so they are not counted; where they are not, it is begun again. */
  get isFull(): boolean {
    return this.#editions.size > manyEditions
  }

  /** Whether a source is described otherwise that weighs in what was resolved: then nothing of it may stay. */
  cites({ kind, id }: Change): boolean {
    return kind === 'SOURCE_CHANGED' && this.#sources.has(id)
  }

  goOn(revision: number, changes: readonly Change[], ontology: Ontology): void {
    const types = new Set<string>()
    for (const { entities } of changes)
      for (const id of entities) {
        this.#entities.delete(id)
        const type = ontology.findTypeOfId(id)
        if (type) types.add(type.name)
      }
    for (const question of [...this.#answers.keys()])
      if (types.has((JSON.parse(question) as { type: string }).type)) this.#answers.delete(question)
    this.#derived.clear()
    this.revision = revision
  }
}
