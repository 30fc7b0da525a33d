import type { Statement } from '../../model/statement.js'
import type { RowLayout } from '../../ontology/row-layout.js'
import { searchDocumentOf, searchedProperties } from '../search/search-document.js'
import type { RowAnswers, RowQuestion, RowsAsOfAny } from './row-query.js'

export { searchedProperties }

/** What the default view takes of one entity, as of one revision and day. */
export interface ResolvedRow {
  readonly id: string
  /** ComputeCentre. */
  readonly type: string
  /** By the names of the layout; a column that has nothing is absent. */
  readonly columns: Readonly<Record<string, ColumnValue>>
  /** Those that count, and those that follow from the entity; sorted. */
  readonly links: readonly RowLink[]
  /** Search keys of its names and codes; absent of a row that is read, which has their hash alone. */
  readonly keys?: string
  readonly keysHash: string
  /** The first day on which statements may give another row, ISO 8601; absent: no day changes it. */
  readonly until?: string
}

export type ColumnValue = string | number | readonly string[]

export interface RowLink {
  readonly property: string
  readonly from: string
  readonly to: string
  readonly statement: string
  readonly confidence: number
  /** EDTF. */
  readonly valid?: string
  readonly qualifiers: Readonly<Record<string, string>>
  /** Says the same as a better statement of the entity: lists of links have that one alone. */
  readonly isAgain?: boolean
}

/** As of what the rows are. */
export interface RowStamp {
  /** 0: no rows were written yet. */
  readonly revision: number
  /** The layout in which they are written. */
  readonly version: string
  /** A refresh of several transactions has begun and not ended: it runs, or it was interrupted. */
  readonly isPartial: boolean
  /** Rows are being written, or a refresh was interrupted before its end: readers pass the rows over. */
  readonly isBusy?: boolean
  /** The fencing token: it changes while a refresh runs, so a token that stays is that of a process which was killed. */
  readonly token: number
}

/** A token is odd from the beginning of a refresh to its end, so that a store needs nothing more to say that one runs. */
export function isRefreshing({ token }: RowStamp): boolean {
  return token % 2 === 1
}

/** An entity that the default view does not describe today. */
export interface AbsentRow {
  readonly id: string
  readonly until?: string
}

/** One transaction of a refresh. */
export interface RowBatch {
  readonly rows: readonly ResolvedRow[]
  /** Entities that have no row (any more), and on which day they may have one. */
  readonly absent: readonly AbsentRow[]
  /** The revision as of which the rows are. */
  readonly since: number
  /** The day as of which the rows are, ISO 8601. */
  readonly day: string
  /** The last one of a refresh: from then on the rows are as of `since`. */
  readonly isLast: boolean
}

/** All that a revision changes of the rows. */
export interface RowChange {
  /** Its last batch, and its only one. */
  readonly batch: RowBatch
  /** The rows that it changes: of this layout, and as of this revision. */
  readonly before: Pick<RowStamp, 'version' | 'revision'>
}

/**
 * The rows that a store keeps beside its statements. They are derived: whatever happens to them, they can be written
 * again from the statements. One refresh writes at a time: one that begins takes over from one that has not ended, whose work is lost. So a process
 * first looks at the stamp, and begins when no refresh runs or when the token no longer changes.
 */
export interface RowStore {
  /** Undefined when the store never had rows. */
  stamp(): Promise<RowStamp | undefined>
  /** Creates what holds the rows, without any; drops what held rows of another layout. */
  layOut(layout: RowLayout): Promise<void>
  /** Begins a refresh; gives its fencing token, which is odd. */
  begin(): Promise<number>
  /** Shows that the refresh of this token goes on; gives its next token. Undefined when another refresh has taken over. */
  keep(token: number): Promise<number | undefined>
  /** Gives up the refresh of this token, so that another one need not wait. */
  giveUp(token: number): Promise<void>
  /** Writes a batch, whole or not at all. False when another refresh has taken over since. */
  write(token: number, batch: RowBatch): Promise<boolean>
  /** The rows of these entities that are there. */
  read(ids: readonly string[]): Promise<readonly ResolvedRow[]>
  /** Entities whose rows have a link to one of these. */
  linkingTo(ids: readonly string[]): Promise<readonly string[]>
  /** Entities whose rows may be others on that day, or that may have one. */
  due(day: string): Promise<readonly string[]>
  /**
   * Answers of one state of the rows. Undefined unless the rows are whole, of that layout, as of that very revision, and right
   * on that day. At the signal the database stops, and the signal's reason is thrown.
   */
  select(questions: readonly RowQuestion[], asOf: RowsAsOfAny, signal?: AbortSignal): Promise<RowAnswers | undefined>
  /** How many rows there are. */
  count(): Promise<number>
  /** Ids of rows, sorted, page by page. */
  ids(after: string, limit: number): Promise<readonly string[]>
}

/** The search keys of all names and codes among statements. */
export function searchKeysOf(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap(statement => searchDocumentOf(statement)?.split(' ') ?? [])
}

/** A text whose order in every engine is that of its code units. */
export { fromStored as fromSortable, toStored as toSortable } from '../stored-text.js'
export { decodeName, encodeNames, type NamedRow, type RowOfId, type StatedName } from './row-names.js'
export type * from './row-query.js'
export type * from './row-tree.js'
export type { WalkedLink } from './row-walk.js'
