import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { measureSearch, readJudgedFacts } from '../judged/measure-search.js'
import { type Journey, readJourneys, runJourney } from '../support/journeys.js'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { ask, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore, type TestStore } from '../support/stores.js'
import { writeRows } from '../support/write-rows.js'

const journeys = await readJourneys(fileURLToPath(new URL('./data', import.meta.url)))
const judged = await readJudgedFacts()
const seeds = await readdir(fileURLToPath(new URL('../../seeds', import.meta.url)))

it('asks twenty questions of the data', () => {
  expect(journeys).toHaveLength(20)
})

/** The datasets that the questions on documents of China (31 to 40) are about. */
const documents = seeds.filter(name => name.startsWith('cn-') && name !== 'cn-centres')

describe('on the store that `npm start` makes', () => {
  const url = hold(journeys, seeds, openSqliteTestStore)

  // Recall among the first ten, and MRR. The figures are floors: a search that falls below one is worse.
  it.each([
    ['tuning', 200, 0.99, 0.98],
    ['held out', 100, 0.98, 0.97],
  ] as const)('finds entities by several facts: the %s queries', async (part, least, recall, mrr) => {
    const queries = judged[part]
    expect(queries.length).toBeGreaterThanOrEqual(least)
    const found: string[][] = []
    const ignored: string[] = []
    for (const { query, ignored: wanted = [] } of queries) {
      const { search } = (await ask(url(), document, { query })).body.data
      found.push(search.nodes.map(({ id }: { readonly id: string }) => id))
      if (search.ignoredWords.join() !== wanted.join()) ignored.push(`${query}: ${search.ignoredWords}`)
    }
    const quality = measureSearch(queries, found)
    console.info(`${part}: ${queries.length} queries, recall@10 ${quality.recall}, MRR ${quality.mrr}`)
    expect(quality.recall).toBeGreaterThanOrEqual(recall)
    expect(quality.mrr).toBeGreaterThanOrEqual(mrr)
    expect(ignored.length).toBeLessThanOrEqual(queries.length / 20)
  })
})

const document = `query ($query: String!) { search(query: $query, first: 10) { ignoredWords nodes { id } } }`

describeOnNeo4j(uri => {
  hold(
    journeys.filter(({ name }) => name >= '31'),
    documents,
    () => openNeo4jTestStore(uri()),
  )
})

function hold(asked: readonly Journey[], datasets: readonly string[], open: () => Promise<TestStore>): () => string {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await open()
    await importInto(opened.store, datasets.map(seedFolder), '2026-01-01T00:00:00.000Z')
    await writeRows(opened.store)
    server = await startTestServer(opened.store)
  }, 300_000)
  afterAll(async () => {
    await server?.close()
    await opened?.close()
  })

  it.each(asked)('$name holds: $why', async journey => {
    expect((await runJourney(server.url, journey)).problem).toBeUndefined()
  })
  return () => server.url
}
