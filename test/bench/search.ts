import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkDatasets } from '../../src/datasets/check/check-datasets.js'
import { entityTypes } from '../../src/entities/index.js'
import { createContext } from '../../src/graphql/request/context.js'
import { applyDatasets } from '../../src/imports/apply-import.js'
import { createOntology } from '../../src/ontology/ontology.js'
import { search } from '../../src/search/search.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import type { Store } from '../../src/store/store.js'
import { measureSearch, readJudged } from '../judged/measure-search.js'

const ontology = createOntology(entityTypes)

/**
 * Prints how well search finds what people look for: recall and MRR of each way of asking, and the queries that give
 * something else first. On the embedded store; a test says that the other engine gives the same.
 */
export async function printSearch(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'suanli-bench-'))
  const store = await openSqliteStore(folder)
  try {
    await importSeeds(store)
    const judged = await readJudged()
    const found: string[][] = []
    for (const { query } of judged) {
      const { hits } = await search(createContext({ store, ontology, now: () => new Date() }).at(), query, [])
      found.push(hits.map(({ id }) => id))
    }
    for (const way of new Set(judged.map(each => each.way))) {
      const isOfWay = (_: unknown, i: number) => judged[i]?.way === way
      printRow(way, measureSearch(judged.filter(isOfWay), found.filter(isOfWay)))
    }
    const all = measureSearch(judged, found)
    printRow('all', all)
    for (const { query, ids, top } of all.missed)
      console.log(`${query}: wanted ${ids.join(', ') || 'nothing'}; found ${top.slice(0, 5).join(', ') || 'nothing'}`)
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function importSeeds(store: Store): Promise<void> {
  const { datasets } = await checkDatasets(['seeds/beijing-2024', 'seeds/cn-regions'], ontology)
  await applyDatasets(datasets, store, ontology, { now: () => new Date(), holder: 'bench:1', isAlive: () => false })
}

function printRow(name: string, { count, recall, mrr }: ReturnType<typeof measureSearch>): void {
  console.log(`${name.padEnd(24)}${String(count).padStart(4)}  recall@10 ${recall.toFixed(3)}  MRR ${mrr.toFixed(3)}`)
}
