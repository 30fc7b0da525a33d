import { defaultTrust } from '../../src/resolution/default-trust.js'
import { search } from '../../src/search/search.js'
import type { QueryKind, Store } from '../../src/store/store.js'
import { createStoreLoader } from '../../src/views/batch-requests.js'
import { ViewReader } from '../../src/views/view-reader.js'
import { ontology } from './export-and-import.js'

/** What a search finds by the keys of rows, and what it finds by the links of statements, as if there were no rows. */
export async function searchBothWays(store: Store, today: string, query: string) {
  const [byRows, byLinks] = await Promise.all([store, withoutRowSearch(store)].map(each => find(each, today, query)))
  return { byRows, byLinks }
}

async function find(store: Store, today: string, query: string) {
  const view = { validAt: today, isToday: true, trust: defaultTrust }
  const { hits, ignoredWords } = await search(new ViewReader(view, ontology, createStoreLoader(store)), query, [])
  return { query, ignoredWords, hits: hits.map(({ id, match, facts }) => ({ id, match, facts })) }
}

function withoutRowSearch(store: Store): Store {
  return {
    description: store.description,
    writer: store.writer,
    close: () => store.close(),
    async read<K extends QueryKind>(...[asks, options]: Parameters<typeof store.read<K>>) {
      const reading = await store.read<K>(asks, options)
      const isOfRows = (i: number) => asks[i]?.question.kind === 'entitiesBySearchKeys'
      const answers = reading.answers.map((answer, i) => (isOfRows(i) ? (undefined as typeof answer) : answer))
      return { ...reading, answers }
    },
  }
}
