import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import type { Store } from '../../src/store/store.js'

/** A store for one test, empty at first. */
export interface TestStore {
  readonly store: Store
  /** What SUANLI_STORE is, for another process to open it as well. */
  readonly address: string
  /** Closes the store and opens it again with what is in it; `store` is closed from then on, the new one is the caller's. */
  reopen(): Promise<Store>
  /** Closes whatever is open and removes all of it. */
  close(): Promise<void>
}

export async function openSqliteTestStore(): Promise<TestStore> {
  const folder = await mkdtemp(join(tmpdir(), 'suanli-store-'))
  let open = await openSqliteStore(folder)
  return {
    store: open,
    address: folder,
    async reopen() {
      await open.close()
      open = await openSqliteStore(folder)
      return open
    },
    async close() {
      await open.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A store in a running Neo4j, which has one database: whatever was in it is removed first. */
export async function openNeo4jTestStore(uri: string): Promise<TestStore> {
  await emptyNeo4j(uri)
  let open = await openNeo4jStore(uri)
  return {
    store: open,
    address: uri,
    async reopen() {
      await open.close()
      open = await openNeo4jStore(uri)
      return open
    },
    close: () => open.close(),
  }
}

/** Removes all data; constraints and indexes stay. */
export async function emptyNeo4j(uri: string): Promise<void> {
  const driver = neo4j.driver(uri)
  const session = driver.session()
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS')
  } finally {
    await session.close()
    await driver.close()
  }
}
