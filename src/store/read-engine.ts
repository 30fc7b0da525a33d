import type { Change } from '../model/change.js'
import type { StatementRecord } from './statement-record.js'
import type { LinkEnd, Page, QueryKind, QueryOf } from './store.js'

/** The revision that a reading is as of: a published one (the newest one without a pin), or the one that is being staged. */
export type AsOf = { readonly pin: number | undefined } | { readonly staged: number }

/** An answer that an engine gives at once (SQLite, in its thread) or later (Neo4j). */
export type Awaitable<Value> = Value | Promise<Value>

/** How an engine finds the rows of one kind of question, as of a revision: for each question its rows, in the order of the questions. */
export type RowFinders = {
  [K in QueryKind]: (questions: readonly QueryOf<K>[], revision: number) => Awaitable<readonly EngineRows[K][]>
}

/**
 * The reading half of an engine: rows as the database holds them, every text as `toStored` gives it. What the rows mean is
 * decided once, in StoreReader. Lists that no page limits come in any order.
 */
export interface ReadEngine extends RowFinders {
  /** Runs work whose readings all see one state of the database, or may see a later one that differs in later revisions only. */
  snapshot<Result>(work: () => Promise<Result>): Promise<Result>
  /** The last published revision up to `upTo`. */
  newestRevision(upTo: number): Awaitable<RevisionRow | undefined>
  /** The published revisions after `last` up to `upTo`, sorted by number. */
  revisionsAfter(last: number, upTo: number): Awaitable<readonly RevisionRow[]>
  /** The last version of each edition with the last version of its source. */
  citedEditions(ids: readonly string[], revision: number): Awaitable<readonly CitedEditionRow[]>
  /** The statements of these subjects that hold. */
  statementsOf(subjects: readonly string[], revision: number): Awaitable<readonly StatementRecord[]>
  /** Subjects of statements that hold and that the dataset attests, sorted. */
  attestedSubjects(dataset: string, page: Page, revision: number): Awaitable<readonly string[]>
}

/** The rows that answer one question of each kind; absent where the answer is. */
export interface EngineRows {
  entity: EntityRows | undefined
  entities: readonly string[]
  incomingStatements: readonly StatementRecord[]
  links: readonly LinkEnd[]
  statementsByCode: readonly StatementRecord[]
  statementsBySearchKeys: readonly StatementRecord[]
  entitiesBySearchKeys: readonly string[] | undefined
  history: readonly StatementRecord[]
  statement: StatementRecord | undefined
  statements: readonly StatementRecord[]
  conflict: ConflictRow | undefined
  conflicts: readonly ConflictRow[]
  source: string | undefined
  sources: readonly string[]
  edition: string | undefined
  editionText: string | undefined
  changes: readonly ChangeRow[] | undefined
  deeds: readonly DeedRow[]
  changeCount: number
  lastRevision: number
}

/** A published revision, its instant in milliseconds since 1970. */
export interface RevisionRow {
  readonly number: number
  readonly at: number
}

export interface EntityRows {
  readonly type: string
  readonly statements: readonly StatementRecord[]
  readonly conflicts: readonly ConflictRow[]
}

/** A conflict with one of its lives: the revision that opened it, and the one that closed it. */
export interface ConflictRow {
  readonly id: string
  readonly content: string
  readonly opened: number
  readonly closed: number | null
}

/** A change without its instant; its ids as the API gives them. */
export type ChangeRow = Omit<Change, 'at'>

export interface DeedRow {
  readonly revision: number
  readonly content: string
}

export interface CitedEditionRow {
  readonly edition: string
  readonly source: string
}
