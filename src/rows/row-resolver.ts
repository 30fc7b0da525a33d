import { LRUCache } from 'lru-cache'
import type { Ontology } from '../ontology/ontology.js'
import { defaultTrust } from '../resolution/default-trust.js'
import type { AbsentRow, ResolvedRow } from '../store/rows/resolved-rows.js'
import type { Store } from '../store/store.js'
import { createStoreLoader } from '../views/batch-requests.js'
import { Reach } from '../views/facts/reach.js'
import { chain, type MaybePromise } from '../views/maybe-promise.js'
import { ViewReader } from '../views/view-reader.js'
import { isRow, resolveRow } from './resolve-row.js'

/**
 * Resolves rows of the default view as of one revision and day. Many rows link to the same operators and regions, so what
 * rows look up about these is kept from one call to the next; what is said of the entities themselves is not.
 */
export class RowResolver {
  readonly #isThere = new LRUCache<string, boolean | Promise<boolean>>(keptById)
  readonly #upward = new LRUCache<string, Promise<readonly string[]>>(keptById)

  constructor(
    /** As of one revision. */
    readonly store: Store,
    readonly ontology: Ontology,
    /** ISO 8601. */
    readonly today: string,
  ) {}

  /** In the order of the ids. */
  async resolve(ids: readonly string[]): Promise<readonly (ResolvedRow | AbsentRow)[]> {
    const view = { validAt: this.today, trust: defaultTrust }
    const reader = new ViewReader(view, this.ontology, createStoreLoader(this.store))
    const ends = { isThere: (id: string) => this.#isThereFor(reader, id), reach: new Reach(reader, this.#upward) }
    const rows = await Promise.all(ids.map(id => resolveRow(reader, id, ends)))
    // What is linked to later need not be read again.
    for (const row of rows) if (isRow(row)) this.#isThere.set(row.id, true)
    return rows
  }

  #isThereFor(reader: ViewReader, id: string): MaybePromise<boolean> {
    const known = this.#isThere.get(id)
    if (known !== undefined) return known
    const found = chain(reader.findEntity(id), entity => {
      this.#isThere.set(id, entity !== undefined)
      return entity !== undefined
    })
    this.#isThere.set(id, found)
    return found
  }
}

/** Some ten MB at most. With a largest size the cache grows as it fills; with a number of entries it takes all room at once. */
const keptById = { maxSize: 20_000, sizeCalculation: () => 1 }
