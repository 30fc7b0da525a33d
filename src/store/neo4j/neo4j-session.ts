import neo4j, {
  type BookmarkManager,
  type Driver,
  type ManagedTransaction,
  Neo4jError,
  type RecordShape,
  type Session,
} from 'neo4j-driver'
import { SuanliError } from '../../model/error.js'

export type Parameters = Readonly<Record<string, unknown>>
export type Row = RecordShape

/** A driver and what of it the store uses: auto-commit reads, managed writes. Every failure of the database is thrown as a SuanliError. */
export class Neo4jConnection {
  readonly #bookmarks: BookmarkManager

  constructor(
    readonly store: string,
    readonly driver: Driver,
  ) {
    // Shared by all sessions, so that a reader of a cluster sees what this process has written.
    this.#bookmarks = neo4j.bookmarkManager()
  }

  /**
   * One text in a transaction of its own: half the round trips of a managed one. A transient failure is tried again
   * once. Where the signal is given the database ends the transaction, and the signal's reason is thrown.
   */
  async read<Found extends Row>(cypher: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<Found[]> {
    const once = async () => {
      signal?.throwIfAborted()
      const session = this.driver.session({ defaultAccessMode: neo4j.session.READ, bookmarkManager: this.#bookmarks })
      // Closing a session that still waits for records resets its connection, which ends what runs there.
      const stop = () => void ended(session)
      signal?.addEventListener('abort', stop, { once: true })
      try {
        const { records } = await session.run<Found>(cypher, parameters, { timeout: longestReadMs })
        return records.map(record => record.toObject())
      } catch (error) {
        signal?.throwIfAborted()
        throw error
      } finally {
        signal?.removeEventListener('abort', stop)
        await ended(session)
      }
    }
    try {
      return await once().catch((error: unknown) => (isTransient(error) ? once() : Promise.reject(error)))
    } catch (error) {
      throw signal?.aborted ? error : this.#failure(error)
    }
  }

  /**
   * Several texts, all or none. The driver repeats the whole where that may help, and also when the answer to a commit was
   * lost: so the work must find out by itself that it was done.
   */
  async write<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    const session = this.driver.session({ defaultAccessMode: neo4j.session.WRITE, bookmarkManager: this.#bookmarks })
    // What the work itself throws is no failure of the database.
    const own = new Set<unknown>()
    const todo = async (transaction: ManagedTransaction) => {
      const failed = new Set<unknown>()
      try {
        return await work(runIn(transaction, failed))
      } catch (error) {
        if (!failed.has(error)) own.add(error)
        throw error
      }
    }
    try {
      return await session.executeWrite(todo)
    } catch (error) {
      throw own.has(error) ? error : this.#failure(error)
    } finally {
      await ended(session)
    }
  }

  /** A text that changes the schema, which may stand in no transaction with others. */
  async define(cypher: string): Promise<void> {
    const session = this.driver.session({ defaultAccessMode: neo4j.session.WRITE, bookmarkManager: this.#bookmarks })
    try {
      await session.run(cypher)
    } catch (error) {
      throw this.#failure(error)
    } finally {
      await ended(session)
    }
  }

  async close(): Promise<void> {
    await this.driver.close()
  }

  /** The failure of a call of the driver. */
  #failure(error: unknown): SuanliError {
    const cause = { cause: error }
    if (!(error instanceof Neo4jError))
      return new SuanliError('STORE_UNAVAILABLE', { store: this.store, reason: 'the connection broke.' }, cause)
    if (error.code.startsWith('Neo.ClientError.Security.'))
      return new SuanliError('STORE_REFUSED', { store: this.store }, cause)
    const reason = isUntrusted(error)
      ? 'its certificate is not trusted: name the file of the authority that signed it in NODE_EXTRA_CA_CERTS, or let +ssc stand for +s in the address, which checks no certificate.'
      : (reasons.find(([pattern]) => pattern.test(error.code))?.[1] ?? 'the database did not carry it out.')
    return new SuanliError('STORE_UNAVAILABLE', { store: this.store, reason }, cause)
  }
}

/** A session whose connection broke may fail to close: what was done or failed before says more. */
async function ended(session: Session): Promise<void> {
  await session.close().catch(() => {})
}

/** Longer than any request may take. The database then ends a reading by itself, even if the program that asked has ended. */
const longestReadMs = 3_600_000

/** Runs a text in a transaction. */
export type Run = <Found extends Row>(cypher: string, parameters?: Parameters) => Promise<Found[]>

/** `failed` gets what the driver throws. */
function runIn(transaction: ManagedTransaction, failed: Set<unknown>): Run {
  return async <Found extends Row>(cypher: string, parameters: Parameters = {}) => {
    try {
      const { records } = await transaction.run<Found>(cypher, parameters)
      return records.map(record => record.toObject())
    } catch (error) {
      failed.add(error)
      throw error
    }
  }
}

/**
 * Whether no known authority signed the certificate, or it is of another host. The driver says so in words, under the
 * code of any failed connection; of a server that it asked for the others, in the cause.
 */
function isUntrusted(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.message.includes('certificate is not trusted') || isUntrusted(error.cause)
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/ServiceUnavailable|SessionExpired/, 'nothing answers there.'],
  [/DatabaseUnavailable|DatabaseNotFound/, 'the database is not open.'],
  [/TransientError/, 'it is too busy: try again.'],
  [/Statement\./, 'the database does not take what this version asks: it may be too old.'],
]

/** The driver throws errors of its own kind but for a connection that ends in the middle of the handshake, whose bytes it cannot read. */
function isTransient(error: unknown): boolean {
  return !(error instanceof Neo4jError) || error.retriable
}

/** Runs one Cypher text for a reader, and stops when the reader is stopped. */
export type ReadDatabase = <Found extends Row>(cypher: string, parameters?: Parameters) => Promise<Found[]>
