import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'libsql'
import { LRUCache } from 'lru-cache'
import { SuanliError } from '../../model/error.js'

/** What can be bound: the engine has no booleans, and takes every number as a double, which integer columns turn back. */
export type Parameter = string | number | null

/** The file of the embedded store in its folder. */
export function databaseFile(folder: string): string {
  return join(folder, 'suanli.db')
}

/** One connection of one thread, with its prepared statements. Failures of the database are thrown as STORE_UNAVAILABLE. */
export class SqliteConnection {
  readonly #database: Interruptible
  readonly #statements = new LRUCache<string, Prepared>({ max: mostStatements })
  readonly #identity: string | undefined
  #isToStop: (() => boolean) | undefined

  private constructor(
    readonly store: string,
    database: Database.Database,
    readonly file?: string,
  ) {
    this.#database = database as Interruptible
    this.#identity = file && identityOf(file)
  }

  /** False once its file was removed or replaced: SQLite would continue to write to a file that has no name. */
  get isInPlace(): boolean {
    return this.file === undefined || identityOf(this.file) === this.#identity
  }

  /** Opens the file, which is created where `create` is asked for; undefined where it is not there and is not to be. */
  static open(folder: string, store: string, create: boolean): SqliteConnection | undefined {
    const file = databaseFile(folder)
    const opened = attempt(store, () => {
      if (create) mkdirSync(folder, { recursive: true })
      else if (!existsSync(file)) {
        if (existsSync(folder) && !statSync(folder).isDirectory()) throw new NotAFolder()
        return undefined
      }
      accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
      if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
      return new SqliteConnection(store, new Database(file), file)
    })
    if (opened) opened.#begin()
    return opened
  }

  /** A database of its own that ends with the connection. */
  static inMemory(): SqliteConnection {
    return new SqliteConnection('a database in memory', new Database(':memory:'))
  }

  #begin(): void {
    this.execute('PRAGMA busy_timeout = 10000')
    // Of a new file: one that has pages keeps their size.
    this.execute('PRAGMA page_size = 8192')
    this.execute('PRAGMA journal_mode = WAL')
    // Measured: 8 KiB pages stage a sixth faster than 4 KiB, larger ones no more; so do rarer checkpoints (of 64 MiB).
    this.execute('PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 67108864')
    // What a batch commits may be lost with the power, and is staged again; `publish` asks for more.
    this.execute('PRAGMA synchronous = NORMAL')
  }

  all<Row>(sql: string, ...parameters: readonly Parameter[]): Row[] {
    return attempt(this.store, () => {
      const { statement, columns } = this.#prepared(sql)
      const found = readingOf(statement, parameters)
      const rows: Row[] = []
      for (let next = found.next(); !next.done; next = found.next()) {
        if (rows.length % rowsBetweenLooks === 0 && this.#isToStop?.()) {
          this.#endReading(found)
          throw new Stopped()
        }
        rows.push(toRow<Row>(columns, next.value))
      }
      return rows
    })
  }

  /**
   * Ends a reading before its last row. The engine has no way to say so: a statement that was left alone in its middle would
   * keep the state that it reads, also after its transaction, and the connection would never see a later revision.
   */
  #endReading(rows: IterableIterator<unknown[]>): void {
    this.#database.interrupt()
    try {
      while (!rows.next().done);
    } catch {
      // The interruption, which was wanted.
    }
  }

  /**
   * Does work that reads, and asks before and during it whether it is to stop. Then it throws Stopped. The engine cannot
   * be stopped before it gives a row, so a text that may look through much for few rows is asked in parts.
   */
  async stoppedBy<Result>(isToStop: () => boolean, work: () => Promise<Result>): Promise<Result> {
    if (isToStop()) throw new Stopped()
    this.#isToStop = isToStop
    try {
      return await work()
    } finally {
      this.#isToStop = undefined
    }
  }

  /** The first row. */
  get<Row>(sql: string, ...parameters: readonly Parameter[]): Row | undefined {
    return attempt(this.store, () => {
      const { statement, columns } = this.#prepared(sql)
      const values = statement.get(parameters) as unknown[] | undefined
      return values && toRow<Row>(columns, values)
    })
  }

  /** Runs it; how many rows it changed. */
  run(sql: string, ...parameters: readonly Parameter[]): number {
    return attempt(this.store, () => this.#prepared(sql).statement.run(parameters).changes)
  }

  /**
   * Inserts rows: `into` is the table with the columns that each row gives. One by one: several in one statement take the
   * engine longer, since it keeps what it would need to undo a part of them.
   */
  insert(into: string, rows: readonly (readonly Parameter[])[]): void {
    const [first] = rows
    if (!first) return
    attempt(this.store, () => {
      const { statement } = this.#prepared(`INSERT INTO ${into} VALUES (${first.map(() => '?').join(', ')})`)
      for (const row of rows) statement.run(row)
    })
  }

  /**
   * Inserts a row for each value of a list, all of them alike but for that: `into` is the table with the list's column and
   * those of `alike`, `onConflict` what is to be done with a row that is there.
   */
  insertAlike(into: string, list: readonly (string | number)[], alike: readonly Parameter[], onConflict: string): void {
    if (list.length === 0) return
    const columns = ['value', ...alike.map((_, index) => `?${index + 2}`)].join(', ')
    this.run(
      `INSERT INTO ${into} SELECT ${columns} FROM json_each(?1) WHERE TRUE ${onConflict}`,
      JSON.stringify(list),
      ...alike,
    )
  }

  /** So much of the database at most; what the connection kept before is given back. */
  keepInMemory(megabytes: number): void {
    this.execute(`PRAGMA cache_size = -${megabytes * 1024}; PRAGMA shrink_memory`)
  }

  /**
   * Does work that sorts much, which the engine then does in files of the system’s folder for such files, and not in memory.
   * Of work that stages it would write there what a batch would need to be undone.
   */
  sortingOnDisk<Result>(work: () => Result): Result {
    this.execute('PRAGMA temp_store = FILE')
    try {
      return work()
    } finally {
      this.execute('PRAGMA temp_store = DEFAULT')
    }
  }

  /** Runs statements without parameters that are not worth keeping prepared. */
  execute(sql: string): void {
    attempt(this.store, () => this.#database.exec(sql))
  }

  transaction<Result>(mode: 'DEFERRED' | 'IMMEDIATE', work: () => Result): Result {
    this.run(`BEGIN ${mode}`)
    try {
      const result = work()
      this.run('COMMIT')
      return result
    } catch (failure) {
      // Some failures (a full disk) have already rolled back.
      if (this.isInTransaction) this.run('ROLLBACK')
      throw failure
    }
  }

  /** Reads one state: that of the transaction that is open, or of one of its own. */
  cache<Result>(work: () => Result): Result {
    return this.isInTransaction ? work() : this.transaction('DEFERRED', work)
  }

  /** As `transaction`, of work that awaits nothing but its own steps: the thread does no other work meanwhile. */
  async transactionOf<Result>(mode: 'DEFERRED' | 'IMMEDIATE', work: () => Promise<Result>): Promise<Result> {
    this.run(`BEGIN ${mode}`)
    try {
      const result = await work()
      this.run('COMMIT')
      return result
    } catch (failure) {
      if (this.isInTransaction) this.run('ROLLBACK')
      throw failure
    }
  }

  /** As `cache`, of work that awaits nothing but its own steps. */
  snapshot<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.isInTransaction ? work() : this.transactionOf('DEFERRED', work)
  }

  /** Does the work whole or not at all, within the transaction that is open. */
  nested(work: () => void): void {
    this.run('SAVEPOINT part')
    try {
      work()
      this.run('RELEASE part')
    } catch (failure) {
      if (this.isInTransaction) this.execute('ROLLBACK TO part; RELEASE part')
      throw failure
    }
  }

  get isInTransaction(): boolean {
    return this.#database.inTransaction
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #prepared(sql: string): Prepared {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    const columns = statement.reader ? statement.raw().columns() : []
    const prepared = { statement, columns: columns.map(column => column.name) }
    this.#statements.set(sql, prepared)
    return prepared
  }
}

let readings = 0

function readingOf(statement: Database.Statement, parameters: readonly Parameter[]): IterableIterator<unknown[]> {
  readings += 1
  return statement.iterate(parameters) as IterableIterator<unknown[]>
}

/**
 * Lets the engine give back what it held for readings of this thread, when there were many. The engine does that when the event loop
 * turns, and a thread that waits for tasks, or that reads without waiting for anything, never turns its loop: each reading would
 * keep a kilobyte for good.
 */
export async function freeReadings(): Promise<void> {
  if (readings < readingsInTurn) return
  readings = 0
  await nextTurn()
}

const readingsInTurn = 1_000

/** The types of the engine leave the method out. */
interface Interruptible extends Database.Database {
  interrupt(): void
}

/** Thrown by a reading that was stopped. */
export class Stopped extends Error {}

const rowsBetweenLooks = 100
/** Filters of clients make texts of any number of forms. */
const mostStatements = 1_000

interface Prepared {
  /** Gives rows as lists, which takes the engine half the time of objects. */
  readonly statement: Database.Statement
  readonly columns: readonly string[]
}

function toRow<Row>(columns: readonly string[], values: readonly unknown[]): Row {
  const row: Record<string, unknown> = {}
  for (let index = 0; index < columns.length; index += 1) row[columns[index] as string] = values[index]
  return row as Row
}

function identityOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  return found && `${found.dev} ${found.ino}`
}

class NotAFolder extends Error {
  readonly code = 'ENOTDIR'
}

function attempt<Result>(store: string, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof Stopped) throw cause
    const code = codeOf(cause)
    const reason = reasons.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'its database failed.'
    // The engine's errors lose their text on the way between threads, which plain ones keep.
    throw new SuanliError(
      'STORE_UNAVAILABLE',
      { store, reason },
      { cause: new Error(`${code} ${messageOf(cause)}`.trim()) },
    )
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return ''
  // A failure to open has no code that says so, only a text.
  if (cause.message.includes('Unable to open connection')) return 'SQLITE_CANTOPEN'
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
}

/** Why, in plain words, by the code of the engine (https://sqlite.org/rescode.html) or of the file system. */
const reasons: readonly (readonly [prefix: string, reason: string])[] = [
  ['SQLITE_NOTADB', 'suanli.db is not a database.'],
  ['SQLITE_CORRUPT', 'its database is damaged.'],
  ['SQLITE_CANTOPEN', 'its database cannot be opened.'],
  ['SQLITE_READONLY', 'its folder cannot be written.'],
  ['SQLITE_PERM', 'its folder cannot be written.'],
  ['SQLITE_FULL', 'the disk is full.'],
  ['SQLITE_IOERR', 'the disk failed.'],
  ['SQLITE_BUSY', 'another process keeps it locked.'],
  ['SQLITE_NOMEM', 'memory ran out.'],
  ['SQLITE_TOOBIG', 'a text is too long for it.'],
  ['EACCES', 'its folder cannot be written.'],
  ['EPERM', 'its folder cannot be written.'],
  ['EROFS', 'its folder cannot be written.'],
  ['ENOSPC', 'the disk is full.'],
  ['EEXIST', 'this is a file, not a folder.'],
  ['ENOTDIR', 'this is a file, not a folder.'],
]
