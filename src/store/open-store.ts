import { SuanliError } from '../model/error.js'
import type { Store, StoreLogin } from './store.js'

/**
 * Opens the store at an address: a folder for the embedded engine, or `neo4j://`, `neo4j+s://`, `bolt://`, `bolt+s://`
 * (`+ssc` too) with host and port. Throws STORE_ADDRESS where it is neither, and what opening the store throws.
 */
export async function openStore(address: string, login: StoreLogin = {}): Promise<Store> {
  // Each engine is loaded only when it is used: the driver alone takes longer to load than a small check takes to run.
  if (neo4jAddress.test(address)) {
    const { openNeo4jStore } = await import('./neo4j/neo4j-store.js')
    return await openNeo4jStore(address, login)
  }
  if (address.trim() === '' || otherScheme.test(address)) throw new SuanliError('STORE_ADDRESS', { address })
  const { openSqliteStore } = await import('./sqlite/sqlite-store.js')
  return await openSqliteStore(address)
}

const neo4jAddress = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/[^/?#@]+/
const otherScheme = /^[a-z][a-z0-9+.-]*:\/\//i
