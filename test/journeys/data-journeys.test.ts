import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Journey, readJourneys, runJourney } from '../support/journeys.js'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore, type TestStore } from '../support/stores.js'

const journeys = await readJourneys(fileURLToPath(new URL('./data', import.meta.url)))
const seeds = await readdir(fileURLToPath(new URL('../../seeds', import.meta.url)))

it('asks twenty questions of the data', () => {
  expect(journeys).toHaveLength(20)
})

/** The datasets that the questions on documents of China (31 to 40) are about. */
const documents = seeds.filter(name => name.startsWith('cn-') && name !== 'cn-centres')

describe('on the store that `npm start` makes', () => {
  hold(journeys, seeds, openSqliteTestStore)
})

describeOnNeo4j(uri => {
  hold(
    journeys.filter(({ name }) => name >= '31'),
    documents,
    () => openNeo4jTestStore(uri()),
  )
})

function hold(asked: readonly Journey[], datasets: readonly string[], open: () => Promise<TestStore>): void {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await open()
    await importInto(opened.store, datasets.map(seedFolder), '2026-01-01T00:00:00.000Z')
    server = await startTestServer(opened.store)
  }, 300_000)
  afterAll(async () => {
    await server?.close()
    await opened?.close()
  })

  it.each(asked)('$name holds: $why', async journey => {
    expect((await runJourney(server.url, journey)).problem).toBeUndefined()
  })
}
