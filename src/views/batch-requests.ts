import DataLoader from 'dataloader'
import type { CitedEdition } from '../model/source.js'
import type { RowAnswer, RowQuery, RowStore } from '../store/resolved-rows.js'
import type { PinnedQuery, QueryKind, Store } from '../store/store.js'
import type { RequestStore } from './request-store.js'
import type { CacheView } from './revision-cache.js'

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
  let pin = cache && Promise.resolve(cache.revision)

  /** The first call pins the revision; one that starts before it has answered waits to learn which. */
  async function read(asks: readonly PinnedQuery[], knownAt: string | undefined): Promise<readonly unknown[]> {
    signal?.throwIfAborted()
    const reading =
      pin === undefined ? store.read(asks, { signal }) : pin.then(pinned => store.read(asks, { pin: pinned, signal }))
    if (pin === undefined) {
      pin = reading.then(({ revision }) => revision.number)
      // If no second call waits, nobody else handles the rejection; the callers receive it below.
      pin.catch(() => {})
    }
    const { answers, citedEditions: found } = await Promise.race([reading, stopped])
    for (const citedEdition of found) citedEditionsAt(knownAt).set(citedEdition.edition.id, citedEdition)
    if (knownAt === undefined) cache?.keep(asks, answers, found)
    return answers
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

  async function revision(): Promise<number> {
    if (pin === undefined) await read([], undefined)
    return await (pin as Promise<number>)
  }

  const { rows } = store
  return {
    ask: <K extends QueryKind>(question: PinnedQuery<K>['question'], knownAt?: string) =>
      loaderAt(knownAt).load({ question, ...(knownAt !== undefined && { knownAt }) } as PinnedQuery) as ReturnType<
        RequestStore['ask']
      > as never,
    cache,
    revision,
    askRows: rows && rowAsker(rows, revision, signal, stopped),
    askOfRows:
      rows &&
      (async (ask, version, day) => {
        signal?.throwIfAborted()
        const asked = ask(rows, { revision: await revision(), version, day }, signal).catch(() => undefined)
        return await Promise.race([asked, stopped])
      }),
    citedEditions: knownAt => {
      const known = citedEditionsAt(knownAt)
      return edition => known.get(edition) ?? (knownAt === undefined ? cache?.citedEdition(edition) : undefined)
    },
  }
}

/** Asks rows for one request: what fields ask for in one tick goes in one call, each query once. */
function rowAsker(
  rows: RowStore,
  revision: () => Promise<number>,
  signal: AbortSignal | undefined,
  stopped: Promise<never>,
): RequestStore['askRows'] {
  const loaders = new Map<string, DataLoader<RowQuery, RowAnswer | undefined, string>>()
  const loaderOf = (version: string, day: string) =>
    new DataLoader<RowQuery, RowAnswer | undefined, string>(
      async queries => {
        signal?.throwIfAborted()
        const asOf = { revision: await revision(), version, day }
        // What the rows fail at is asked of the statements, which fail by themselves if the store does.
        const selected = rows.select(queries, asOf, signal).catch(() => undefined)
        const answers = await Promise.race([selected, stopped])
        return answers ?? queries.map(() => undefined)
      },
      { cacheKeyFn: query => JSON.stringify(query), maxBatchSize: 50 },
    )
  return (query, version, day) => {
    const key = `${version} ${day}`
    const loader = loaders.get(key) ?? loaderOf(version, day)
    loaders.set(key, loader)
    return loader.load(query)
  }
}
