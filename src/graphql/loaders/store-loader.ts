import DataLoader from 'dataloader'
import type { Witness } from '../../model/source.js'
import type { AskStore } from '../../reading/ask-store.js'
import type { Ask, QuestionKind, Store } from '../../store/store.js'

type Loader = DataLoader<Ask, unknown, string>

/**
 * Asks a store for one request: what fields ask for in one tick goes in one call, each question once, and all as of
 * the revision that the first call read.
 */
export function createStoreLoader(store: Store): AskStore {
  const loaders = new Map<string | undefined, Loader>()
  const witnesses = new Map<string | undefined, Map<string, Witness>>()
  let pin: Promise<number> | undefined

  /** The first call pins the revision; one that starts before it has answered waits to learn which. */
  async function read(asks: readonly Ask[], knownAt: string | undefined): Promise<readonly unknown[]> {
    const reading = pin === undefined ? store.read(asks) : store.read(asks, await pin)
    pin ??= reading.then(({ revision }) => revision.number)
    const { answers, witnesses: found } = await reading
    for (const witness of found) witnessesAt(knownAt).set(witness.edition.id, witness)
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
    witnesses: knownAt => edition => witnessesAt(knownAt).get(edition),
  }
}
