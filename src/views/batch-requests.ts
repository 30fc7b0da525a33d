import DataLoader from 'dataloader'
import type { Witness } from '../model/source.js'
import type { Ask, QuestionKind, Store } from '../store/store.js'
import type { AskStore } from './request-store.js'
import type { SnapshotView } from './revision-cache.js'

type Loader = DataLoader<Ask, unknown, string>

/**
 * Asks a store for one request: what fields ask for in one tick goes in one call, each question once, and all as of
 * the snapshot’s revision or, without one, of that which the first call read. At the signal the store stops, and who waits is given the signal's reason
 * without waiting for that.
 */
export function createStoreLoader(store: Store, signal?: AbortSignal, snapshot?: SnapshotView): AskStore {
  const stopped = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  // A request that has been answered by then waits for nothing.
  stopped.catch(() => {})

  const loaders = new Map<string | undefined, Loader>()
  const witnesses = new Map<string | undefined, Map<string, Witness>>()
  let pin = snapshot && Promise.resolve(snapshot.revision)

  /** The first call pins the revision; one that starts before it has answered waits to learn which. */
  async function read(asks: readonly Ask[], knownAt: string | undefined): Promise<readonly unknown[]> {
    signal?.throwIfAborted()
    const reading =
      pin === undefined ? store.read(asks, { signal }) : pin.then(pinned => store.read(asks, { pin: pinned, signal }))
    if (pin === undefined) {
      pin = reading.then(({ revision }) => revision.number)
      // Where no second call waits for it, nobody else hears that the first one failed: whoever asked is told below.
      pin.catch(() => {})
    }
    const { answers, witnesses: found } = await Promise.race([reading, stopped])
    for (const witness of found) witnessesAt(knownAt).set(witness.edition.id, witness)
    if (knownAt === undefined) snapshot?.keep(asks, answers, found)
    return answers
  }

  function witnessesAt(knownAt: string | undefined): Map<string, Witness> {
    const known = witnesses.get(knownAt) ?? new Map<string, Witness>()
    witnesses.set(knownAt, known)
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

  return {
    ask: <K extends QuestionKind>(question: Ask<K>['question'], knownAt?: string) =>
      loaderAt(knownAt).load({ question, ...(knownAt !== undefined && { knownAt }) } as Ask) as ReturnType<
        AskStore['ask']
      > as never,
    snapshot,
    revision: async () => {
      if (pin === undefined) await read([], undefined)
      return await (pin as Promise<number>)
    },
    witnesses: knownAt => {
      const known = witnessesAt(knownAt)
      return edition => known.get(edition) ?? (knownAt === undefined ? snapshot?.witness(edition) : undefined)
    },
  }
}
