import { afterAll, beforeAll } from '@jest/globals'
import type { Store } from '../../src/store/store.js'
import { importInto, seedFolder, startTestServer, type TestServer } from './server.js'
import type { TestStore } from './stores.js'
import { writeRows } from './write-rows.js'

/** A server with the seeds, recorded at the same instant on every engine, for the tests of the group. */
export function serveSeeds(open: () => Promise<TestStore>): {
  readonly url: () => string
  readonly store: () => Store
} {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await open()
    await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00.000Z')
    await writeRows(opened.store)
    server = await startTestServer(opened.store)
  }, 300_000)
  afterAll(async () => {
    await server?.close()
    await opened?.close()
  })
  return { url: () => server.url, store: () => opened.store }
}
