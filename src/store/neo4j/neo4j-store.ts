import neo4j, { type Driver } from 'neo4j-driver'
import { SuanliError } from '../../model/error.js'
import { withCuration } from '../curated-store.js'
import { Learnt } from '../learnt.js'
import type { RowStore } from '../rows/resolved-rows.js'
import type { PinnedQuery, QueryKind, Reading, ReadOptions, Store, StoreLogin, StoreWriter } from '../store.js'
import { StoreReader } from '../store-reader.js'
import { EngineWriter } from '../store-writer.js'
import { isBulkLoaded, knownSchema, readSchema } from './neo4j-migrate.js'
import { Neo4jReader } from './neo4j-reader.js'
import { Neo4jConnection } from './neo4j-session.js'
import { Neo4jWriter } from './neo4j-writer.js'
import { Neo4jRows } from './rows/neo4j-rows.js'

/**
 * Opens a store in Neo4j 5.26 or later, single or cluster. `writer.prepare()`, or else the first import, creates its
 * constraints and indexes; an empty database without them reads as an empty store, one that the bulk importer filled is
 * unavailable. Throws STORE_ADDRESS, STORE_REFUSED, STORE_UNAVAILABLE, STORE_TOO_NEW.
 */
export async function openNeo4jStore(address: string, login: StoreLogin = {}): Promise<Store> {
  const connection = connectNeo4j(address, login)
  try {
    await readSchema(connection)
  } catch (failure) {
    await connection.close()
    throw failure
  }
  return withCuration(new Neo4jStore(connection.store, connection))
}

/** A connection that has not been used yet. Throws STORE_ADDRESS. */
export function connectNeo4j(address: string, { user, password }: StoreLogin): Neo4jConnection {
  return new Neo4jConnection(`Neo4j at ${withoutLogin(address)}`, openDriver(address, user, password))
}

class Neo4jStore implements Store {
  readonly writer: StoreWriter
  readonly rows: RowStore
  readonly #learnt = new Learnt()
  #isClosed = false
  #isCurrent = false

  constructor(
    readonly description: string,
    readonly connection: Neo4jConnection,
  ) {
    this.rows = new Neo4jRows(connection)
    this.writer = new EngineWriter(new Neo4jWriter(connection), this.#reader())
  }

  async read<K extends QueryKind>(
    asks: readonly PinnedQuery<K>[],
    { pin, signal }: ReadOptions = {},
  ): Promise<Reading<K>> {
    if (this.#isClosed)
      throw new SuanliError('STORE_UNAVAILABLE', { store: this.description, reason: 'it was closed.' })
    await this.#demandSchema()
    return await this.#reader(signal).read(asks, { pin })
  }

  /** A database that an earlier version wrote would read as an empty one, and one without indexes takes minutes to read. */
  async #demandSchema(): Promise<void> {
    if (this.#isCurrent) return
    const schema = await readSchema(this.connection)
    this.#isCurrent = schema === knownSchema
    if (this.#isCurrent || (schema === 0 && !(await isBulkLoaded(this.connection)))) return
    const why =
      schema === 0
        ? 'the bulk importer filled it, and it has no indexes yet'
        : `it was written by an earlier version (schema ${schema}; this version knows ${knownSchema})`
    const reason = `${why}: run \`suanli migrate\`.`
    throw new SuanliError('STORE_UNAVAILABLE', { store: this.description, reason })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.connection.close()
  }

  #reader(signal?: AbortSignal): StoreReader {
    const engine = new Neo4jReader((cypher, parameters) => this.connection.read(cypher, parameters, signal))
    return new StoreReader(engine, this.#learnt)
  }
}

function openDriver(address: string, user: string | undefined, password: string | undefined): Driver {
  try {
    return neo4j.driver(address, user === undefined ? undefined : neo4j.auth.basic(user, password ?? ''), {
      // Counts and revisions stay far below 2^53, so plain numbers are exact.
      disableLosslessIntegers: true,
      connectionAcquisitionTimeout: 10_000,
      connectionTimeout: 5_000,
      maxTransactionRetryTime: 15_000,
      telemetryDisabled: true,
    })
  } catch (cause) {
    throw new SuanliError('STORE_ADDRESS', { address: withoutLogin(address) }, { cause })
  }
}

/** An address as it may be shown. */
function withoutLogin(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//')
}
