import type { Change, ChangePlace } from '../model/change.js'
import { MergedIds } from '../model/merged-ids.js'
import type { Ontology } from '../ontology/ontology.js'
import { rowLayoutOf } from '../ontology/row-layout.js'
import {
  type AbsentRow,
  isRefreshing,
  type ResolvedRow,
  type RowBatch,
  type RowChange,
  type RowStore,
} from '../store/rows/resolved-rows.js'
import type { AnswerTo, QueryKind, QueryOf, Store } from '../store/store.js'
import { hasOtherAbove, isRow } from './resolve-row.js'
import { RowResolver } from './row-resolver.js'

/** A store that keeps rows. */
export type StoreWithRows = Store & { readonly rows: RowStore }

export function keepsRows(store: Store): store is StoreWithRows {
  return store.rows !== undefined
}

export interface RefreshOptions {
  readonly ontology: Ontology
  /** The day as of which the default view is, ISO 8601. */
  readonly today: string
  /**
   * When all rows are written again. `missing`: of a store without rows; those of another layout are left alone, since
   * another version of the program may still write them. `outdated`: also those of another layout.
   */
  readonly rebuild: 'missing' | 'outdated' | 'always'
  /** Called with the number of entities whose rows have been made so far. */
  readonly onProgress?: ((done: number) => void) | undefined
}

/** What a refresh did. */
export interface Refreshed {
  /** The revision as of which the rows are; undefined when this program does not write them. */
  readonly revision: number | undefined
  readonly written: number
  /** Another refresh took over from it. */
  readonly isOvertaken?: boolean
}

/**
 * Makes the rows those of the newest revision and of today: of every entity that the change feed names since the last
 * refresh, of every entity whose statements begin or cease to hold by today, and of those that link to an entity that
 * came or went, or that has another place or whole above it. What was interrupted is done again by the next refresh; until then the stamp says how old the rows are.
 */
export async function refreshRows(store: StoreWithRows, options: RefreshOptions): Promise<Refreshed> {
  const { rows } = store
  const { ontology, today, rebuild } = options
  const layout = rowLayoutOf(ontology)
  let stamp = await rows.stamp()
  const isOutdated = rebuild === 'outdated' && stamp?.version !== layout.version
  if (rebuild === 'always' || !stamp || isOutdated) {
    await rows.layOut(layout)
    stamp = await rows.stamp()
  }
  if (stamp?.version !== layout.version) return { revision: undefined, written: 0 }
  const { revision } = await store.read([])
  const due = await rows.due(today)
  const isWhole = !stamp.isPartial && !stamp.isBusy
  if (stamp.revision === revision.number && isWhole && due.length === 0)
    return { revision: revision.number, written: 0 }
  const isEmpty = stamp.revision === 0 && !stamp.isPartial
  const refresh = new Refresh(pinned(store, revision.number), rows, ontology, today, revision.number, isEmpty)
  if (options.onProgress) refresh.onProgress = options.onProgress
  refresh.add(due)
  // Of rows that an interrupted refresh wrote it is not known which others would have followed.
  const touched = stamp.isPartial
    ? allEntitiesAndRows(refresh, rows)
    : isEmpty
      ? allEntities(refresh)
      : touchedSince(refresh, stamp.revision)
  const written = await refresh.run(touched)
  return written === undefined
    ? { revision: undefined, written: 0, isOvertaken: true }
    : { revision: revision.number, written }
}

/**
 * What the newest revision changes of the rows, if it changes few of them; undefined if the rows are not whole, of another
 * layout, or up to date. Nothing is written.
 */
export async function rowsOfSmallChange(
  store: StoreWithRows,
  { ontology, today }: Pick<RefreshOptions, 'ontology' | 'today'>,
): Promise<RowChange | undefined> {
  const { rows } = store
  const before = await rows.stamp()
  if (!before?.revision || before.version !== rowLayoutOf(ontology).version) return undefined
  if (before.isPartial || before.isBusy || isRefreshing(before)) return undefined
  const { revision } = await store.read([])
  if (revision.number <= before.revision) return undefined
  let change: RowChange | undefined
  const kept: WrittenRows = {
    read: ids => rows.read(ids),
    linkingTo: ids => rows.linkingTo(ids),
    begin: async () => 0,
    keep: async token => token,
    giveUp: async () => {},
    write: async (_, batch) => {
      change = { batch, before }
      return batch.isLast
    },
  }
  const refresh = new Refresh(pinned(store, revision.number), kept, ontology, today, revision.number, false, mostAtOnce)
  refresh.add(await rows.due(today))
  const written = await refresh.run(touchedSince(refresh, before.revision))
  return written === undefined ? undefined : change
}

/** Gives all rows to a writer that has none, as of the revision of a pinned store; returns how many. */
export async function resolveAllRows(
  store: Store,
  { ontology, today }: Pick<RefreshOptions, 'ontology' | 'today'>,
  write: (batch: RowBatch) => Promise<void>,
): Promise<number> {
  const none: WrittenRows = {
    read: async () => [],
    linkingTo: async () => [],
    begin: async () => 0,
    keep: async token => token,
    giveUp: async () => {},
    write: async (_, batch) => {
      await write(batch)
      return true
    },
  }
  const { revision } = await store.read([])
  const refresh = new Refresh(store, none, ontology, today, revision.number, true)
  return (await refresh.run(allEntities(refresh))) ?? 0
}

/** What a refresh needs of rows. */
type WrittenRows = Pick<RowStore, 'read' | 'linkingTo' | 'begin' | 'keep' | 'giveUp' | 'write'>

/** So many entities are resolved while the publication waits. */
const mostAtOnce = 500

/** Rows of so many entities are resolved at once, and so many are written in one transaction. */
const resolvedAtOnce = 250
const writtenAtOnce = 2_000
/** A refresh shows so often, in milliseconds, that it goes on. */
const keptEveryMs = 500

class Refresh {
  readonly #waiting = new Set<string>()
  /** What was resolved already: all of it as of one revision, so once is enough. */
  readonly #done = new Set<string>()
  readonly #resolver: RowResolver
  onProgress: (done: number) => void = () => {}
  #resolved = 0
  #rows: ResolvedRow[] = []
  #absent: AbsentRow[] = []
  #written = 0
  #token = 0
  #isKeeping = false
  #isOurs = true
  /** Whether all that was given to be written so far was written, and no other refresh took over. */
  #writing = Promise.resolve(true)

  constructor(
    readonly store: Store,
    readonly rows: WrittenRows,
    readonly ontology: Ontology,
    readonly today: string,
    readonly revision: number,
    /** Every entity comes once, and no row was there: nothing has to be remembered, nor looked up. */
    readonly isRebuild: boolean,
    /** The refresh ends without its last batch if there are more entities. */
    readonly most = Number.POSITIVE_INFINITY,
  ) {
    this.#resolver = new RowResolver(store, ontology, today)
  }

  add(ids: Iterable<string>): void {
    for (const id of ids) if (!this.#done.has(id)) this.#waiting.add(id)
  }

  async ask<K extends QueryKind>(question: QueryOf<K>): Promise<AnswerTo<K>> {
    return (await this.store.read<K>([{ question }])).answers[0] as AnswerTo<K>
  }

  /** How many rows were written; undefined when another refresh took over. */
  async run(touched: AsyncIterable<readonly string[]>): Promise<number | undefined> {
    this.#token = await this.rows.begin()
    // By the clock and not by the work: on a busy machine one step takes seconds.
    const keeping = setInterval(() => void this.#keep().catch(() => {}), keptEveryMs).unref()
    try {
      return await this.#resolveAndWrite(touched)
    } catch (failure) {
      this.#isKeeping = true
      await this.#writing.catch(() => {})
      await this.rows.giveUp(this.#token).catch(() => {})
      throw failure
    } finally {
      clearInterval(keeping)
    }
  }

  async #resolveAndWrite(touched: AsyncIterable<readonly string[]>): Promise<number | undefined> {
    let isOurs = true
    /** Two parts at a time: one is resolved while the store reads what the other one needs. */
    const resolveWaiting = async (least: number) => {
      const resolveParts = async () => {
        while (isOurs && this.#waiting.size >= least)
          isOurs = this.#waiting.size + this.#done.size <= this.most && (await this.#step()) && isOurs
      }
      const parts = await Promise.allSettled([resolveParts(), resolveParts()])
      for (const part of parts) if (part.status === 'rejected') throw part.reason
    }
    for await (const ids of touched) {
      this.add(ids)
      await resolveWaiting(resolvedAtOnce)
      if (!isOurs) return undefined
    }
    await resolveWaiting(1)
    if (!isOurs) return undefined
    // The last write ends the token.
    this.#isKeeping = true
    await this.#write(true)
    return (await this.#writing) ? this.#written : undefined
  }

  async #step(): Promise<boolean> {
    const ids: string[] = []
    for (const id of this.#waiting) {
      ids.push(id)
      if (ids.length === resolvedAtOnce) break
    }
    for (const id of ids) {
      this.#waiting.delete(id)
      if (!this.isRebuild) this.#done.add(id)
    }
    const [before, after] = await Promise.all([this.isRebuild ? [] : this.rows.read(ids), this.#resolver.resolve(ids)])
    this.#resolved += ids.length
    this.onProgress(this.#resolved)
    const beforeById = new Map(before.map(row => [row.id, row]))
    const flipped: string[] = []
    for (const is of after) {
      const was = beforeById.get(is.id)
      if ((was !== undefined) !== isRow(is) || (was && isRow(is) && hasOtherAbove(was, is))) flipped.push(is.id)
      if (!isRow(is)) {
        // One that was absent until today is perhaps absent for good.
        if (!this.isRebuild || is.until !== undefined) this.#absent.push(is)
      } else if (!was || !isSameRow(was, is)) this.#rows.push(is)
    }
    this.add(await this.linkingTo(flipped))
    return this.#rows.length + this.#absent.length < writtenAtOnce ? this.#isOurs : await this.#write(false)
  }

  /** Entities whose links depend on whether these are there: by their rows, and by what is said. */
  async linkingTo(ids: readonly string[]): Promise<readonly string[]> {
    if (ids.length === 0 || this.isRebuild) return []
    const asks = ids.flatMap(id =>
      linkPropertiesTo(this.ontology, id).map(property => ({
        question: { kind: 'incomingStatements', id, property } as const,
      })),
    )
    const [byRows, { answers }] = await Promise.all([
      this.rows.linkingTo(ids),
      this.store.read<'incomingStatements'>(asks),
    ])
    return [...byRows, ...answers.flat().map(({ subject }) => subject)]
  }

  /** Waits for what is being written, and not for this: meanwhile more is resolved. */
  async #write(isLast: boolean): Promise<boolean> {
    const batch = { rows: this.#rows, absent: this.#absent, since: this.revision, day: this.today, isLast }
    this.#rows = []
    this.#absent = []
    this.#written += batch.rows.length
    return await this.#afterwards(() => this.rows.write(this.#token, batch))
  }

  /** Shows other processes that it goes on. */
  async #keep(): Promise<void> {
    if (this.#isKeeping) return
    this.#isKeeping = true
    await this.#afterwards(async () => {
      const next = await this.rows.keep(this.#token)
      this.#token = next ?? this.#token
      this.#isOurs = next !== undefined
      this.#isKeeping = false
      return this.#isOurs
    })
  }

  /** Does it after what is being written, and waits for that alone. False when another refresh has taken over. */
  async #afterwards(work: () => Promise<boolean>): Promise<boolean> {
    const before = this.#writing
    this.#writing = before.then(async isOurs => isOurs && (await work()))
    // Who waits for it next handles a failure.
    this.#writing.catch(() => {})
    return await before
  }
}

/** The store as of one revision, whatever is published meanwhile. */
export function pinned(store: StoreWithRows, revision: number): StoreWithRows {
  return {
    description: store.description,
    writer: store.writer,
    rows: store.rows,
    read: (asks, options) => store.read(asks, { ...options, pin: options?.pin ?? revision }),
    close: () => store.close(),
  }
}

/** Whether two rows of one entity say the same. */
export function isSameRow(a: ResolvedRow, b: ResolvedRow): boolean {
  return textOf(a) === textOf(b)
}

function textOf({ type, columns, links, keysHash, until }: ResolvedRow): string {
  const sorted = (object: object) => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))
  const linkTexts = links.map(link => JSON.stringify(sorted({ ...link, qualifiers: sorted(link.qualifiers) })))
  return JSON.stringify([type, sorted(columns), linkTexts.sort(), keysHash, until ?? null])
}

function linkPropertiesTo(ontology: Ontology, id: string): readonly string[] {
  const type = ontology.findTypeOfId(id)
  const properties = ontology.types.flatMap(({ properties: its }) => its)
  const pointing = properties.filter(
    ({ value }) => value.kind === 'entity' && ontology.typesOf(value.to).some(({ name }) => name === type?.name),
  )
  return [...new Set(pointing.map(property => property.id))]
}

/** Every entity that a statement is about. */
async function* allEntities(refresh: Refresh): AsyncGenerator<readonly string[]> {
  for (const { name: type } of refresh.ontology.types)
    for (let after: string | undefined; ; ) {
      const page = { kind: 'entities', type, limit: idsAtOnce, ...(after !== undefined && { after }) } as const
      const ids = await refresh.ask<'entities'>(page)
      yield ids
      if (ids.length < idsAtOnce) break
      after = ids.at(-1)
    }
}

async function* allEntitiesAndRows(refresh: Refresh, rows: RowStore): AsyncGenerator<readonly string[]> {
  yield* allEntities(refresh)
  for (let after = ''; ; ) {
    const ids = await rows.ids(after, idsAtOnce)
    yield ids
    const last = ids.at(-1)
    if (ids.length < idsAtOnce || last === undefined) return
    after = last
  }
}

/** Every entity that a revision after that one may have changed, as the change feed tells. */
async function* touchedSince(refresh: Refresh, revision: number): AsyncGenerator<readonly string[]> {
  let place: ChangePlace | undefined
  for (;;) {
    const from = place ? { after: place } : { madeAfter: revision }
    const changes: readonly Change[] =
      (await refresh.ask<'changes'>({ kind: 'changes', ...from, limit: changesAtOnce })) ?? []
    yield changes.flatMap(({ entities }) => entities)
    for (const change of changes) {
      const { kind, id, entities } = change
      if (kind === 'SOURCE_CHANGED') yield* citing(refresh, id)
      const left = kind === 'SPLIT' ? [await leftBy(refresh, change)] : []
      yield left
      // What links to either links to another id now.
      if (kind === 'MERGED' || kind === 'SPLIT') yield await refresh.linkingTo([...entities, ...left])
    }
    place = changes.at(-1)
    if (changes.length < changesAtOnce) return
  }
}

/**
 * The entity that had the id before a split. A split may name one former id as kept, and another one as split from it: then the
 * change does not name the entity that lost both.
 */
async function leftBy(refresh: Refresh, { id, madeIn }: Change): Promise<string> {
  const merged = new MergedIds()
  for (const deed of await refresh.ask<'deeds'>({ kind: 'deeds' })) if (deed.madeIn < madeIn) merged.add(deed)
  return merged.canonical(id)
}

/** Every entity that a statement of the source is about. */
async function* citing(refresh: Refresh, source: string): AsyncGenerator<readonly string[]> {
  for (let after: string | undefined; ; ) {
    const page = { kind: 'statements', sources: [source], limit: changesAtOnce } as const
    const statements = await refresh.ask<'statements'>({ ...page, ...(after !== undefined && { after }) })
    yield statements.map(({ subject }) => subject)
    if (statements.length < changesAtOnce) return
    after = statements.at(-1)?.id
  }
}

const idsAtOnce = 5_000
const changesAtOnce = 1_000
