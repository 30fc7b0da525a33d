import { stat } from 'node:fs/promises'
import { setTimeout as waitFor } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { SuanliError } from '../../model/error.js'
import type { Revision } from '../../model/revision.js'
import { withCuration } from '../curated-store.js'
import type { AsOf } from '../read-engine.js'
import type { ResolvedRow, RowChange, RowStamp, RowStore } from '../rows/resolved-rows.js'
import type { RowAnswer } from '../rows/row-query.js'
import type {
  Batch,
  PinnedQuery,
  QueryKind,
  Reading,
  ReadOptions,
  RowsOf,
  Store,
  StoreSizes,
  StoreWriter,
} from '../store.js'
import type { StoreReader } from '../store-reader.js'
import { EngineWriter, type WriteEngine } from '../store-writer.js'
import { encodeBatch } from './encoded-batch.js'
import { fromText, type TreesAsText } from './rows/row-tree.js'
import { encodeRows, type SelectedRows } from './rows/sqlite-rows.js'
import { databaseFile } from './sqlite-connection.js'
import type * as tasks from './sqlite-worker.js'
import type { Outcome, ThreadData, WriteCall } from './sqlite-worker.js'
import type { SqliteWriter } from './sqlite-writer.js'

export interface SqliteStoreOptions {
  /** How many reads run at a time; 2 unless it is given. */
  readonly readers?: number
  /** How long a publication waits for its rows, in milliseconds; 5,000 unless it is given. */
  readonly rowsWithinMs?: number
  /** What each thread that reads keeps of the database in memory; 64 unless it is given. */
  readonly readerMegabytes?: number
}

/**
 * Opens the embedded store in a folder. `writer.prepare()`, or else the first import, creates it; a folder without one
 * reads as an empty store. Several processes may have the same folder open. All work is done in threads of its own.
 * Throws STORE_TOO_NEW where a later version wrote it, STORE_UNAVAILABLE where the folder cannot be used. One that an
 * earlier version wrote opens, and can be read after `writer.prepare()`.
 */
export async function openSqliteStore(folder: string, options: SqliteStoreOptions = {}): Promise<Store> {
  const store = new SqliteStore(folder, options)
  try {
    await store.check()
  } catch (failure) {
    await store.close()
    throw failure
  }
  return withCuration(store)
}

type Tasks = typeof tasks
type ResultOf<Name extends keyof Tasks> =
  Awaited<ReturnType<Tasks[Name]>> extends Outcome<infer Result> ? Result : never
type TaskOf<Name extends keyof Tasks> = Parameters<Tasks[Name]>[0]

/** Runs a task in a thread. Throws the SuanliError that it ended with. */
type Run = <Name extends keyof Tasks>(name: Name, task: TaskOf<Name>) => Promise<ResultOf<Name>>

class SqliteStore implements Store {
  readonly description: string
  readonly writer: StoreWriter
  readonly rows: RowStore
  readonly #readers: Piscina
  readonly #writers: Piscina
  readonly #running = new Set<Promise<unknown>>()
  #closing: Promise<unknown> | undefined

  constructor(
    readonly folder: string,
    { readers = 2, rowsWithinMs = longestResolvingMs, readerMegabytes = 64 }: SqliteStoreOptions,
  ) {
    this.description = `SQLite in ${folder}`
    const wasOpen = new Int32Array(new SharedArrayBuffer(4))
    const pool = (threads: number) =>
      new Piscina({
        filename: fileURLToPath(new URL('./sqlite-worker.js', import.meta.url)),
        // Threads start when they are needed and stay: each holds a connection with its prepared statements.
        minThreads: 0,
        maxThreads: threads,
        idleTimeout: Number.POSITIVE_INFINITY,
        resourceLimits,
        workerData: { folder, store: this.description, wasOpen, readerMegabytes } satisfies ThreadData,
      })
    this.#readers = pool(readers)
    this.#writers = pool(1)
    this.rows = rowsThrough(this.#runIn(this.#readers), this.#runIn(this.#writers))
    const runs = [this.#runIn(this.#readers), this.#runIn(this.#writers)] as const
    const reader = stagedReader(...runs)
    const inside = (): Store => ({
      ...{ description: this.description, writer: this.writer, rows: this.rows },
      read: (asks, { pin } = {}) => reader.read(asks, { pin }),
      close: () => this.close(),
    })
    this.writer = new EngineWriter(new SqliteEngine(...runs, inside, rowsWithinMs), reader)
  }

  async check(): Promise<void> {
    await this.#runIn(this.#readers)('check', undefined)
  }

  async read<K extends QueryKind>(
    asks: readonly PinnedQuery<K>[],
    { pin, signal }: ReadOptions = {},
  ): Promise<Reading<K>> {
    const task = { asks: asks as readonly PinnedQuery[], asOf: { pin } }
    const run = this.#runIn(this.#readers)
    return (await stoppedBy(signal, stop => run('read', { ...task, ...(stop && { stop }) }))) as Reading<K>
  }

  async sizes(): Promise<StoreSizes> {
    const file = databaseFile(this.folder)
    const sizeOf = (path: string) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      )
    const [database, writeAheadLog] = await Promise.all([sizeOf(file), sizeOf(`${file}-wal`)])
    return { database, writeAheadLog }
  }

  /** Waits for what is running, keeps what was staged, and ends the threads. */
  async close(): Promise<void> {
    this.#closing ??= this.#end()
    await this.#closing
  }

  async #end(): Promise<void> {
    await Promise.allSettled(this.#running)
    // What cannot be kept is missing when the import is taken up again, which then stages it again.
    if (this.#writers.threads.length > 0) await this.#writers.run(undefined, { name: 'commit' })
    await Promise.all([this.#readers.destroy(), this.#writers.destroy()])
  }

  #runIn(pool: Piscina): Run {
    return async <Name extends keyof Tasks>(name: Name, task: TaskOf<Name>) => {
      if (this.#closing)
        throw new SuanliError('STORE_UNAVAILABLE', { store: this.description, reason: 'it was closed.' })
      const running = pool.run(task, { name }) as Promise<Outcome<ResultOf<Name>>>
      this.#running.add(running)
      const outcome = await running.finally(() => this.#running.delete(running))
      if ('result' in outcome) return outcome.result
      if ('stopped' in outcome) throw new Error('The reading was stopped.')
      const { code, fields, cause } = outcome.failure
      throw new SuanliError(code, fields, { cause })
    }
  }
}

/**
 * In megabytes. What a thread holds at a time is small. With a smaller limit V8 lets less garbage pile up before the garbage is
 * collected: twice what is in use instead of four times.
 */
const resourceLimits = { maxOldGenerationSizeMb: 1_000, maxYoungGenerationSizeMb: 24 }

/** Half of the time that another process waits before it fails to write. */
const longestResolvingMs = 5_000

/** How long batches may stay uncommitted while no call waits for them; other processes cannot write meanwhile. */
const idleMs = 500

/** Writes in the writing thread. */
class SqliteEngine implements WriteEngine {
  #idle: NodeJS.Timeout | undefined

  constructor(
    readonly runReading: Run,
    readonly runWriting: Run,
    /** The store as the writing thread reads it. */
    readonly inside: () => Store,
    readonly rowsWithinMs: number,
  ) {}

  async prepare(): Promise<void> {
    await this.runWriting('prepare', undefined)
  }

  readLock() {
    return this.runReading('readLock', undefined)
  }

  takeLock(...given: Parameters<SqliteWriter['takeLock']>) {
    return this.#write('takeLock', ...given)
  }

  beginAbandon(...given: Parameters<SqliteWriter['beginAbandon']>) {
    return this.#write('beginAbandon', ...given)
  }

  abandonPart(...given: Parameters<SqliteWriter['abandonPart']>) {
    return this.#write('abandonPart', ...given)
  }

  async stage(revision: number, token: number | undefined, batch: Batch): Promise<void> {
    await this.#write('stage', revision, token, encodeBatch(batch))
    // A failure is remembered by the writing thread, which then refuses to publish.
    this.#idle = setTimeout(() => this.runWriting('commit', undefined).catch(() => {}), idleMs).unref()
  }

  async publish(...[revision, token, at, deed, rowsOf]: Parameters<WriteEngine['publish']>): Promise<Revision> {
    const given = [revision, token, at, deed] as const
    const published = rowsOf && (await this.#withRows(rowsOf, 'publish', ...given))
    return published ?? (await this.#write('publish', ...given))
  }

  async apply(...[batch, deed, seen, at, rowsOf]: Parameters<WriteEngine['apply']>): Promise<Revision> {
    const given = [encodeBatch(batch), deed, seen, at] as const
    const published = rowsOf && (await this.#withRows(rowsOf, 'apply', ...given))
    return published ?? (await this.#write('apply', ...given))
  }

  /** Publishes a revision and its rows in one transaction. Undefined if that failed with rows: perhaps it works without them. */
  async #withRows(
    rowsOf: RowsOf,
    ...given: Parameters<SqliteWriter['beginPublication']>
  ): Promise<Revision | undefined> {
    const revision = await this.#write('beginPublication', ...given)
    const rows = await this.#resolve(rowsOf)
    try {
      await this.#write('endPublication', revision, rows && { ...rows, batch: encodeRows(rows.batch) })
      return revision
    } catch (failure) {
      if (rows) return undefined
      throw failure
    }
  }

  /** Undefined also if that fails or takes long: other processes cannot write meanwhile, and the rows can follow later. */
  async #resolve(rowsOf: RowsOf): Promise<RowChange | undefined> {
    const ended = new AbortController()
    const late = waitFor(this.rowsWithinMs, undefined, { signal: ended.signal })
    try {
      return await Promise.race([rowsOf(this.inside()), late])
    } catch {
      return undefined
    } finally {
      ended.abort()
      late.catch(() => {})
    }
  }

  /** Each call commits what was staged before, drops it, or stages more. */
  #write<Name extends WriteCall>(call: Name, ...given: Parameters<SqliteWriter[Name]>): ReturnType<SqliteWriter[Name]> {
    clearTimeout(this.#idle)
    return this.runWriting('write', { call, given }) as ReturnType<SqliteWriter[Name]>
  }
}

/** What is staged is read by the writing thread, which alone sees it before it is committed. */
function stagedReader(runReading: Run, runWriting: Run): Pick<StoreReader, 'read' | 'vouched' | 'attestedSubjects'> {
  return {
    read: async <K extends QueryKind>(asks: readonly PinnedQuery<K>[], asOf: AsOf) =>
      (await runWriting('read', { asks: asks as readonly PinnedQuery[], asOf })) as Reading<K>,
    vouched: (revision, dataset, subjects) => runWriting('vouched', { revision, dataset, subjects }),
    attestedSubjects: (staged, dataset, page) =>
      (staged === undefined ? runReading : runWriting)('attestedSubjects', { staged, dataset, page }),
  }
}

/**
 * A task that ends at the signal. Its thread sees the number in the midst of its work, when no message would be seen. The
 * thread stays: another one would have to open the database and prepare its statements again.
 */
async function stoppedBy<Result>(
  signal: AbortSignal | undefined,
  run: (stop: Int32Array | undefined) => Promise<Result>,
): Promise<Result> {
  if (!signal) return await run(undefined)
  signal.throwIfAborted()
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const onAbort = () => void Atomics.store(stop, 0, 1)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await run(stop)
  } catch (failure) {
    signal.throwIfAborted()
    throw failure
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

/** Rows are read beside what is being written, and written by the thread that writes. */
function rowsThrough(runReading: Run, runWriting: Run): RowStore {
  return {
    stamp: async () => (await runReading('rows', { call: 'stamp', given: [] })) as RowStamp | undefined,
    layOut: async layout => void (await runWriting('rows', { call: 'layOut', given: [layout] })),
    begin: async () => (await runWriting('rows', { call: 'begin', given: [] })) as number,
    keep: async token => (await runWriting('rows', { call: 'keep', given: [token] })) as number | undefined,
    giveUp: async token => void (await runWriting('rows', { call: 'giveUp', given: [token] })),
    write: async (token, batch) => {
      return (await runWriting('rows', { call: 'write', given: [token, encodeRows(batch)] })) as boolean
    },
    read: async ids => (await runReading('rows', { call: 'read', given: [ids] })) as readonly ResolvedRow[],
    linkingTo: async ids => (await runReading('rows', { call: 'linkingTo', given: [ids] })) as readonly string[],
    due: async day => (await runReading('rows', { call: 'due', given: [day] })) as readonly string[],
    select: async (questions, asOf, signal) => {
      const selected = (await stoppedBy(signal, stop =>
        runReading('rows', { call: 'select', given: [questions, asOf], ...(stop && { stop }) }),
      )) as SelectedRows | undefined
      return (
        selected && {
          ...selected,
          answers: selected.answers.map(answer => (isText(answer) ? fromText(answer) : answer)),
        }
      )
    },
    count: async () => (await runReading('rows', { call: 'count', given: [] })) as number,
    ids: async (...given) => (await runReading('rows', { call: 'ids', given })) as readonly string[],
  }
}

function isText(answer: RowAnswer | TreesAsText | undefined): answer is TreesAsText {
  return typeof answer === 'object' && 'rowsText' in answer
}
