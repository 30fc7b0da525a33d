import { existsSync } from 'node:fs'
import { workerData } from 'piscina'
import { type ErrorCode, SuanliError } from '../../model/error.js'
import { readNothing } from '../group-queries.js'
import type { ImportLock } from '../import-lock.js'
import type { AsOf } from '../read-engine.js'
import type { Attestation, Page, PinnedQuery, QueryKind, Reading } from '../store.js'
import { StoreReader } from '../store-reader.js'
import { readLock as readLockRow } from './change-steps.js'
import { SqliteRows } from './rows/sqlite-rows.js'
import { databaseFile, freeReadings, SqliteConnection, Stopped } from './sqlite-connection.js'
import { knownSchema, readSchema } from './sqlite-migrate.js'
import { SqliteReader } from './sqlite-reader.js'
import { SqliteWriter } from './sqlite-writer.js'

/*
 * What runs in the threads of the embedded store: each exported function is a task, each thread has one connection.
 * A class does not survive the way between threads, so a failure goes back as data.
 */

/** What every thread receives at its start. */
export interface ThreadData {
  readonly folder: string
  /** The store's description, for the texts of errors. */
  readonly store: string
  /** One number, shared by the threads: 1 once one of them had the database open. */
  readonly wasOpen: Int32Array
  /** What each reading thread keeps of the database in memory. */
  readonly readerMegabytes: number
}

/** A task's result, the SuanliError that it ended with, or that it was stopped. */
export type Outcome<Result> = { readonly result: Result } | { readonly failure: Failure } | { readonly stopped: true }

export interface Failure {
  readonly code: ErrorCode
  readonly fields: Readonly<Record<string, string | number>>
  readonly cause: unknown
}

type Reader = StoreReader<SqliteReader>

const { folder, store, wasOpen, readerMegabytes } = workerData as ThreadData
let reader: Reader | undefined
let writer: SqliteWriter | undefined

/** Looks whether the store can be opened. */
export function check(): Outcome<undefined> {
  return outcome(() => {
    const db = SqliteConnection.open(folder, store, false)
    try {
      if (db) readSchema(db)
    } finally {
      db?.close()
    }
    return undefined
  })
}

/** `stop`: holds one number, shared with the thread that asks, which makes it 1 where the reading is to stop. */
export function read(task: {
  asks: readonly PinnedQuery[]
  asOf: AsOf
  stop?: Int32Array
}): Promise<Outcome<Reading<QueryKind>>> {
  const { asks, asOf, stop } = task
  return outcomeOf(async () => {
    const opened = openedReader()
    if (!opened) return readNothing(asks)
    return await stoppable(opened.engine.db, stop, () => opened.read(asks, asOf))
  })
}

export function vouched(task: {
  revision: number
  dataset: string
  subjects: readonly string[]
}): Promise<Outcome<readonly Attestation[]>> {
  return outcomeOf(async () => (await openedReader()?.vouched(task.revision, task.dataset, task.subjects)) ?? [])
}

export function attestedSubjects(task: {
  staged: number | undefined
  dataset: string
  page: Page
}): Promise<Outcome<readonly string[]>> {
  return outcomeOf(async () => (await openedReader()?.attestedSubjects(task.staged, task.dataset, task.page)) ?? [])
}

export function prepare(): Outcome<undefined> {
  return outcome(() => {
    openedWriter()
    return undefined
  })
}

export function readLock(): Outcome<ImportLock | undefined> {
  return outcome(() => {
    const opened = openedReader()
    return opened && readLockRow(opened.engine.db)
  })
}

/** A call of the writer: its name and its arguments. */
export function write(task: { call: WriteCall; given: readonly unknown[] }): Promise<Outcome<unknown>> {
  return outcomeOf(async () => {
    const opened = openedWriter()
    const call = opened[task.call] as (...given: readonly unknown[]) => Promise<unknown>
    try {
      return await call.apply(opened, [...task.given])
    } catch (failure) {
      // What it has learnt may have been undone.
      if (reader) reader = new StoreReader(reader.engine)
      throw failure
    }
  })
}

export type WriteCall =
  | 'takeLock'
  | 'stage'
  | 'publish'
  | 'apply'
  | 'beginPublication'
  | 'endPublication'
  | 'beginAbandon'
  | 'abandonPart'

export function commit(): Outcome<undefined> {
  return outcome(() => {
    writer?.commit()
    return undefined
  })
}

/** A call of the rows: its name and what it is given; `stop` as of `read`. */
export function rows(task: RowCall & { readonly stop?: Int32Array }): Promise<Outcome<unknown>> {
  return outcomeOf(async () => {
    const db = writesRows.has(task.call) ? openedWriter().idle() : openedReader()?.engine.db
    if (!db) return answersNothing.has(task.call) ? undefined : []
    const opened = new SqliteRows(db)
    const call = opened[task.call] as (...given: readonly unknown[]) => unknown
    return await stoppable(db, task.stop, async () => call.apply(opened, [...task.given]))
  })
}

async function stoppable<Result>(
  db: SqliteConnection,
  stop: Int32Array | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  return stop ? await db.stoppedBy(() => Atomics.load(stop, 0) === 1, work) : await work()
}

const writesRows: ReadonlySet<RowMethod> = new Set<RowMethod>(['layOut', 'begin', 'keep', 'giveUp', 'write'])

/** Calls that return undefined if the store has no tables; the other calls return an empty list. */
const answersNothing: ReadonlySet<RowMethod> = new Set<RowMethod>(['stamp', 'select'])

type RowCall = {
  [Name in RowMethod]: { readonly call: Name; readonly given: Parameters<SqliteRows[Name]> }
}[RowMethod]
type RowMethod = Exclude<keyof SqliteRows, 'db'>

/** A reader, or undefined until the store is prepared. */
function openedReader(): Reader | undefined {
  leaveLostFile()
  if (reader) return reader
  const db = openInPlace(false)
  if (!db) return undefined
  return keepOrClose(db, () => {
    const schema = readSchema(db)
    if (schema === knownSchema) reader = new StoreReader(new SqliteReader(db))
    else if (schema > 0) {
      throw new SuanliError('STORE_UNAVAILABLE', {
        store,
        reason: `it was written by an earlier version (schema ${schema}; this version knows ${knownSchema}): run \`suanli migrate\`.`,
      })
    }
    return reader
  })
}

/** A writer, of a store that it prepares where it is not. */
function openedWriter(): SqliteWriter {
  leaveLostFile()
  if (writer) return writer
  const db = openInPlace(true) as SqliteConnection
  return keepOrClose(db, () => {
    const opened = new SqliteWriter(db)
    opened.prepare()
    writer = opened
    // What is not committed yet is read on the same connection.
    reader = new StoreReader(new SqliteReader(db))
    return opened
  }) as SqliteWriter
}

/** A file that was removed or replaced is left, so that what is written next is not lost with it. */
function leaveLostFile(): void {
  const db = writer?.db ?? reader?.engine.db
  if (!db || db.isInPlace) return
  writer = undefined
  reader = undefined
  db.close()
}

/** A database that was there and is gone is no empty store: neither is it read as one, nor is another one made. */
function openInPlace(create: boolean): SqliteConnection | undefined {
  if (Atomics.load(wasOpen, 0) === 1 && !existsSync(databaseFile(folder)))
    throw new SuanliError('STORE_UNAVAILABLE', {
      store,
      reason: 'suanli.db was removed. Put the file back, or stop the program and restore a backup.',
    })
  const db = SqliteConnection.open(folder, store, create)
  if (!db) return undefined
  db.keepInMemory(readerMegabytes)
  Atomics.store(wasOpen, 0, 1)
  return db
}

/** Runs `work`, and closes the connection where nothing came of it. */
function keepOrClose<Kept>(db: SqliteConnection, work: () => Kept | undefined): Kept | undefined {
  let kept: Kept | undefined
  try {
    kept = work()
    return kept
  } finally {
    if (kept === undefined) db.close()
  }
}

function outcome<Result>(work: () => Result): Outcome<Result> {
  try {
    return { result: work() }
  } catch (error) {
    return failureOf(error)
  }
}

async function outcomeOf<Result>(work: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { result: await work() }
  } catch (error) {
    return failureOf(error)
  } finally {
    await freeReadings()
  }
}

function failureOf(error: unknown): Outcome<never> {
  if (error instanceof Stopped) return { stopped: true }
  if (error instanceof SuanliError) return { failure: { code: error.code, fields: error.fields, cause: error.cause } }
  throw error
}
