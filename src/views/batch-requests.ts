import DataLoader from 'dataloader'
import type { CitedEdition } from '../model/source.js'
import type { RowAnswer, RowQuestion, RowStore, RowsAsOfNewest } from '../store/rows/resolved-rows.js'
import type { PinnedQuery, QueryKind, Store } from '../store/store.js'
import type { CacheView, RevisionView } from './cache/cache-view.js'
import type { RequestStore } from './request-store.js'

type Loader = DataLoader<PinnedQuery, unknown, string>

/**
 * Asks a store for one request: what fields ask for in one tick goes in one call, each question once, and all as of
 * the revision cache’s revision or, without one, of that which the first call read. At the signal the store stops, and who waits is given the signal's reason
 * without waiting for that.
 */
export function createStoreLoader(store: Store, signal?: AbortSignal, cache?: CacheView): RequestStore {
  const stopped = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  // A request that has been answered by then waits for nothing.
  stopped.catch(() => {})

  const loaders = new Map<string | undefined, Loader>()
  const citedEditions = new Map<string | undefined, Map<string, CitedEdition>>()
  let missedRows = false
  let pin = cache && Promise.resolve(cache.revision)

  /** The first call pins the revision; one that starts before it has answered waits to learn which. */
  async function read(asks: readonly PinnedQuery[], knownAt: string | undefined): Promise<readonly unknown[]> {
    signal?.throwIfAborted()
    const isToLearn = cache && knownAt !== undefined && !cache.asKnownAt(knownAt)
    const asked = isToLearn ? [...asks, { question: { kind: 'lastRevision' }, knownAt } as const] : asks
    const reading =
      pin === undefined ? store.read(asked, { signal }) : pin.then(pinned => store.read(asked, { pin: pinned, signal }))
    if (pin === undefined) {
      setPin(reading.then(({ revision }) => revision.number))
    }
    const { answers, citedEditions: found } = await Promise.race([reading, stopped])
    for (const citedEdition of found) citedEditionsAt(knownAt).set(citedEdition.edition.id, citedEdition)
    if (isToLearn) cache.learnKnownAt(knownAt, answers.at(-1) as number)
    cacheAt(knownAt)?.keep(asks, answers, found)
    return isToLearn ? answers.slice(0, -1) : answers
  }

  function cacheAt(knownAt: string | undefined): RevisionView | undefined {
    return knownAt === undefined ? cache : cache?.asKnownAt(knownAt)
  }

  function citedEditionsAt(knownAt: string | undefined): Map<string, CitedEdition> {
    const known = citedEditions.get(knownAt) ?? new Map<string, CitedEdition>()
    citedEditions.set(knownAt, known)
    return known
  }

  function loaderAt(knownAt: string | undefined): Loader {
    const known = loaders.get(knownAt)
    if (known) return known
    const loader: Loader = new DataLoader(asks => read(asks, knownAt), {
      cacheKeyFn: ({ question }) => JSON.stringify(question),
    })
    loaders.set(knownAt, loader)
    return loader
  }

  function setPin(revision: Promise<number>): void {
    pin = revision
    // If no second call waits, nobody else handles the rejection; who made the first call receives it.
    pin.catch(() => {})
  }

  async function newest(): Promise<number> {
    return (await store.read([], { signal })).revision.number
  }

  async function revision(): Promise<number> {
    if (pin === undefined) await read([], undefined)
    return await (pin as Promise<number>)
  }

  /** Asks rows, as of the pinned revision. The first call of a request reads the newest revision, and pins it. */
  async function readRows(rows: RowStore, questions: readonly RowQuestion[], asOf: RowsAsOfNewest) {
    signal?.throwIfAborted()
    const known = pin
    const ask = async () => rows.select(questions, { ...asOf, revision: await known }, signal)
    // What the rows fail at is asked of the statements, which fail by themselves if the store does.
    const asked = ask().catch(() => undefined)
    if (known === undefined) setPin(asked.then(found => found?.revision ?? newest()))
    const found = await Promise.race([asked, stopped])
    missedRows ||= found === undefined
    return found?.answers ?? questions.map(() => undefined)
  }

  const { rows } = store
  return {
    ask: <K extends QueryKind>(question: PinnedQuery<K>['question'], knownAt?: string) =>
      loaderAt(knownAt).load({ question, ...(knownAt !== undefined && { knownAt }) } as PinnedQuery) as ReturnType<
        RequestStore['ask']
      > as never,
    cache,
    get missedRows() {
      return missedRows
    },
    revision,
    askRows: rows && rowAsker((questions, asOf) => readRows(rows, questions, asOf)),
    citedEditions: knownAt => {
      const known = citedEditionsAt(knownAt)
      return edition => known.get(edition) ?? cacheAt(knownAt)?.citedEdition(edition)
    },
  }
}

/** Asks rows for one request: what fields ask for in one tick goes in one call, each question once. */
function rowAsker(
  read: (questions: readonly RowQuestion[], asOf: RowsAsOfNewest) => Promise<readonly (RowAnswer | undefined)[]>,
): RequestStore['askRows'] {
  const loaders = new Map<string, DataLoader<RowQuestion, RowAnswer | undefined, string>>()
  const loaderOf = (version: string, day: string) =>
    new DataLoader<RowQuestion, RowAnswer | undefined, string>(questions => read(questions, { version, day }), {
      cacheKeyFn: question => JSON.stringify(question),
      maxBatchSize: 50,
    })
  return (question, version, day) => {
    const key = `${version} ${day}`
    const loader = loaders.get(key) ?? loaderOf(version, day)
    loaders.set(key, loader)
    return loader.load(question)
  }
}
