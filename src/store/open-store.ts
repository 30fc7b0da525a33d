import { SuanliError } from '../model/error.js'
import type { AuditWords, FoundFault } from './audit/check-store.js'
import type { Mending } from './audit/stored-rows.js'
import type { SqliteStoreOptions } from './sqlite/sqlite-store.js'
import type { Store, StoreLogin } from './store.js'

/**
 * Opens the store at an address: a folder for the embedded engine, or `neo4j://`, `neo4j+s://`, `bolt://`, `bolt+s://`
 * (`+ssc` too) with host and port. Throws STORE_ADDRESS where it is neither, and what opening the store throws.
 */
export async function openStore(
  address: string,
  login: StoreLogin = {},
  options: Pick<SqliteStoreOptions, 'readerMegabytes'> = {},
): Promise<Store> {
  // Each engine is loaded only when it is used: the driver alone takes longer to load than a small check takes to run.
  if (neo4jAddress.test(address)) {
    const { openNeo4jStore } = await import('./neo4j/neo4j-store.js')
    return await openNeo4jStore(address, login)
  }
  if (address.trim() === '' || otherScheme.test(address)) throw new SuanliError('STORE_ADDRESS', { address })
  const { openSqliteStore } = await import('./sqlite/sqlite-store.js')
  return await openSqliteStore(address, options)
}

const neo4jAddress = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/[^/?#@]+/
const otherScheme = /^[a-z][a-z0-9+.-]*:\/\//i

/** A store as its engine keeps it, for checking it against itself. */
export interface StoreAudit {
  readonly description: string
  /** What is wrong with it, as it is found. */
  check(words: AuditWords): AsyncIterable<FoundFault>
  /** Makes again what can be, a fault's `mending` at a time. */
  mend(work: Mending): Promise<void>
  close(): Promise<void>
}

/** Opens the stored rows at an address. Throws as `openStore`, and STORE_MISSING when nothing was ever stored there. */
export async function openAudit(address: string, login: StoreLogin = {}): Promise<StoreAudit> {
  const kept = await openKept(address, login)
  const { checkStore } = await import('./audit/check-store.js')
  if (!kept || (await kept.schema()).seen === 0) {
    await kept?.close()
    throw new SuanliError('STORE_MISSING', { store: kept?.description ?? address })
  }
  return {
    description: kept.description,
    check: words => checkStore(kept, words),
    mend: work => kept.mend(work),
    close: () => kept.close(),
  }
}

async function openKept(address: string, login: StoreLogin) {
  if (neo4jAddress.test(address)) return (await import('./neo4j/neo4j-audit.js')).openNeo4jKept(address, login)
  return (await import('./sqlite/sqlite-audit.js')).openSqliteKept(address)
}
