import neo4j, { type Driver } from 'neo4j-driver'
import type { CurationAction } from '../../model/curation-action.js'
import { SuanliError } from '../../model/error.js'
import type { Revision } from '../../model/revision.js'
import { withCuration } from '../curated-store.js'
import { instant } from '../group-queries.js'
import { demandFree, imported, isHeld } from '../statement-version.js'
import type {
  AnswerTo,
  Attestation,
  Batch,
  Page,
  PinnedQuery,
  QueryKind,
  Reading,
  ReadOptions,
  StagedImport,
  Store,
  StoreLogin,
  StoreWriter,
} from '../store.js'
import { migrate, readSchema } from './neo4j-migrate.js'
import { Learnt, Neo4jReader } from './neo4j-reader.js'
import { Neo4jConnection } from './neo4j-session.js'
import { Neo4jWriter } from './neo4j-writer.js'

/**
 * Opens a store in Neo4j 5.26 or later, single or cluster. `writer.prepare()`, or else the first import, creates its
 * constraints and indexes; a database without them reads as an empty store. Throws STORE_ADDRESS, STORE_REFUSED,
 * STORE_UNAVAILABLE, STORE_TOO_NEW.
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

/** A connection, which nobody has tried yet. Throws STORE_ADDRESS. */
export function connectNeo4j(address: string, { user, password }: StoreLogin): Neo4jConnection {
  return new Neo4jConnection(`Neo4j at ${withoutLogin(address)}`, openDriver(address, user, password))
}

class Neo4jStore implements Store {
  readonly writer: StoreWriter
  readonly #learnt = new Learnt()
  #isClosed = false

  constructor(
    readonly description: string,
    readonly connection: Neo4jConnection,
  ) {
    this.writer = new Neo4jStoreWriter(connection, this.#reader(), new Neo4jWriter(connection))
  }

  read<K extends QueryKind>(asks: readonly PinnedQuery<K>[], { pin, signal }: ReadOptions = {}): Promise<Reading<K>> {
    if (this.#isClosed)
      return Promise.reject(new SuanliError('STORE_UNAVAILABLE', { store: this.description, reason: 'it was closed.' }))
    return this.#reader(signal).answer(asks, { pin })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.connection.close()
  }

  #reader(signal?: AbortSignal): Neo4jReader {
    return new Neo4jReader((cypher, parameters) => this.connection.read(cypher, parameters, signal), this.#learnt)
  }
}

/** A staged import that knows which turn of the staging place is its own. */
interface TakenPlace extends StagedImport {
  readonly turn?: number
}

class Neo4jStoreWriter implements StoreWriter {
  constructor(
    readonly connection: Neo4jConnection,
    readonly reader: Neo4jReader,
    readonly changes: Neo4jWriter,
  ) {}

  prepare(): Promise<void> {
    return migrate(this.connection)
  }

  async begin(
    datasets: readonly string[],
    holder: string,
    isAlive: (holder: string) => boolean,
  ): Promise<StagedImport> {
    const wanted = [...new Set(datasets)].sort()
    await this.prepare()
    for (;;) {
      const seen = await this.changes.place()
      if (seen && isHeld(seen, isAlive)) throw new SuanliError('IMPORT_RUNNING', imported(seen))
      if (seen && JSON.stringify(seen.datasets) !== JSON.stringify(wanted))
        throw new SuanliError('IMPORT_UNFINISHED', imported(seen))
      const taken = await this.changes.takePlace(wanted, holder, seen)
      if (!taken) continue
      const staged: TakenPlace = { revision: taken.revision, resumed: seen !== undefined, turn: taken.turn }
      return staged
    }
  }

  vouched(staged: StagedImport, dataset: string, subjects: readonly string[]): Promise<readonly Attestation[]> {
    return this.reader.vouched(staged.revision, dataset, subjects)
  }

  attestedSubjects(staged: StagedImport | undefined, dataset: string, page: Page): Promise<readonly string[]> {
    return this.reader.attestedSubjects(staged?.revision, dataset, page)
  }

  async readStaged<K extends QueryKind>(
    staged: StagedImport,
    asks: readonly PinnedQuery<K>[],
  ): Promise<readonly AnswerTo<K>[]> {
    return (await this.reader.answer(asks, { staged: staged.revision })).answers
  }

  stage(staged: TakenPlace, batch: Batch): Promise<void> {
    return this.changes.stage(staged.revision, staged.turn, batch)
  }

  async publish(staged: TakenPlace, at: string, deed?: CurationAction): Promise<Revision> {
    return await this.changes.publish(staged.revision, staged.turn, instant(at), deed)
  }

  async apply(
    batch: Batch,
    deed: CurationAction,
    seen: number,
    at: string,
    isAlive: (holder: string) => boolean,
  ): Promise<Revision> {
    await this.prepare()
    demandFree(await this.changes.place(), isAlive)
    return await this.changes.apply(batch, deed, seen, instant(at))
  }

  async abandon(isAlive: (holder: string) => boolean): Promise<readonly string[] | undefined> {
    for (;;) {
      const seen = await this.changes.place()
      if (!seen) return undefined
      if (isHeld(seen, isAlive)) throw new SuanliError('IMPORT_RUNNING', imported(seen))
      const turn = await this.changes.beginAbandon(seen)
      if (turn === undefined) continue
      while (!(await this.changes.abandonPart(seen.revision, turn)));
      return seen.datasets
    }
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
