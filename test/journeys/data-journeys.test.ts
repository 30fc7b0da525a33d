import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readJourneys, runJourney } from '../support/journeys.js'
import { importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

const journeys = await readJourneys(fileURLToPath(new URL('./data', import.meta.url)))
const seeds = await readdir(fileURLToPath(new URL('../../seeds', import.meta.url)))

it('asks twenty questions of the data', () => {
  expect(journeys).toHaveLength(20)
})

describe('on the store that `npm start` makes', () => {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    await importInto(opened.store, seeds.map(seedFolder), '2026-01-01T00:00:00.000Z')
    server = await startTestServer(opened.store)
  }, 300_000)
  afterAll(async () => {
    await server?.close()
    await opened?.close()
  })

  it.each(journeys)('$name holds: $why', async journey => {
    expect((await runJourney(server.url, journey)).problem).toBeUndefined()
  })
})
