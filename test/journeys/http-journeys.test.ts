import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { entityTypes } from '../../src/entities/index.js'
import { readJourneys, runJourney } from '../support/journeys.js'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { ask, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore, type TestStore } from '../support/stores.js'

const folder = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url))
const contract = await readJourneys(folder('contract'))
const journeys = [...contract, ...(await readJourneys(folder('own')))]

it('the contract’s twelve journeys are all here', () => {
  expect(contract).toHaveLength(12)
})

describe('on the embedded store', () => {
  const { url } = serve(openSqliteTestStore)
  hold(url)
})

describeOnNeo4j(uri => {
  const neo4j = serve(() => openNeo4jTestStore(uri()))
  const embedded = serve(openSqliteTestStore)
  hold(neo4j.url)

  it.each(journeys)('$name is answered as on the embedded store', async journey => {
    const [one, other] = await Promise.all([runJourney(neo4j.url(), journey), runJourney(embedded.url(), journey)])
    expect(one.answer).toEqual(other.answer)
  })

  it.each(entityTypes)('all that is known of each $name is as on the embedded store', async ({ plural }) => {
    const query = `query ($after: String) { ${plural}(first: 20, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id type label(language: "en") names { text language } sameAs
        conflictCount conflicts(first: 5) { nodes { id kind status } }
        statements(first: 40) { totalCount nodes { id asStated language confidence rank recordedAt retractedAt datasets
          property { id } qualifiers { __typename } quote { exact prefix suffix } edition { id sha256 } conflicts { id }
    } } } } }`
    let after: string | undefined
    do {
      const [one, other] = await Promise.all([
        ask(neo4j.url(), query, { after }),
        ask(embedded.url(), query, { after }),
      ])
      expect(one.body.errors).toBeUndefined()
      expect(one.body).toEqual(other.body)
      const { hasNextPage, endCursor } = one.body.data[plural].pageInfo
      after = hasNextPage ? endCursor : undefined
    } while (after !== undefined)
  })
})

/** A server with the seeds, recorded at the same instant on every engine. */
function serve(open: () => Promise<TestStore>): { readonly url: () => string } {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await open()
    await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00.000Z')
    server = await startTestServer(opened.store)
  }, 300_000)
  afterAll(async () => {
    await server?.close()
    await opened?.close()
  })
  return { url: () => server.url }
}

function hold(url: () => string): void {
  it.each(journeys)('$name holds: $why', async journey => {
    expect((await runJourney(url(), journey)).problem).toBeUndefined()
  })
}
