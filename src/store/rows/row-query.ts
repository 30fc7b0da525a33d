/*
 * Queries on resolved rows, independent of the engine: each engine compiles a query to one text with parameters. Columns
 * are those of the row layout; values are compared as stored.
 */

import type { NamedRow, RowIdQuery, RowNameQuery, RowOfId } from './row-names.js'
import type { RowSelection, RowTree } from './row-tree.js'
import type { RowWalk, WalkedLink } from './row-walk.js'

/** A condition on a row. One on a column without a value is false, and its negation true. */
export type RowTest =
  | { readonly is: 'true' | 'false' }
  | { readonly is: 'and' | 'or'; readonly of: readonly RowTest[] }
  | { readonly is: 'not'; readonly of: RowTest }
  | { readonly is: 'present'; readonly column: string }
  | { readonly is: '=' | '<' | '<=' | '>' | '>='; readonly column: string; readonly value: string | number }
  | { readonly is: 'in' | 'not in'; readonly column: string; readonly values: readonly string[] }
  | { readonly is: 'contains' | 'starts with' | 'ends with'; readonly column: string; readonly value: string }
  /** Of one place of these lists of one length. In the test they stand for what they have at that place. */
  | { readonly is: 'some'; readonly lists: readonly string[]; readonly test: RowTest }
  /** Of the row at the other end of one of its links: by its type. */
  | { readonly is: 'linked'; readonly property: string; readonly to: readonly TypeTest[] }
  /** It is that entity, or a part of it at any depth: by the property that leads to the whole. */
  | { readonly is: 'within'; readonly whole: string; readonly by: string; readonly type: string }

export interface TypeTest {
  readonly type: string
  readonly test: RowTest
}

/** An order by the first of these columns that has a value. Rows without one come last, in both directions. */
export interface RowOrder {
  readonly columns: readonly string[]
  readonly isDescending: boolean
}

/** The position of a row in an order: the values of the order's columns, then the row's id. */
export type RowPlace = readonly (string | null)[]

export type RowAsk =
  | { readonly kind: 'count' }
  /** Rows behind and before a place, from either end; without a limit, all. Their places. */
  | {
      readonly kind: 'page'
      readonly orders: readonly RowOrder[]
      readonly after?: RowPlace | undefined
      readonly before?: RowPlace | undefined
      readonly limit?: number | undefined
      readonly fromEnd?: boolean | undefined
    }
  /** The rows with these ids, or of a page, each with what is selected of it. */
  | {
      readonly kind: 'tree'
      readonly of: readonly string[] | Extract<RowAsk, { readonly kind: 'page' }>
      readonly select: RowSelection
    }
  /** Whether a row is at that place or before it (`upTo`), or at it or after it (`from`). */
  | {
      readonly kind: 'exists'
      readonly orders: readonly RowOrder[]
      readonly where: 'upTo' | 'from'
      readonly place: RowPlace
    }
  /** How many rows are in each group. */
  | { readonly kind: 'groups'; readonly by: RowGrouping }
  /** Figures of one kind of unit, added up by their terms and comparator, of all rows or group by group. */
  | {
      readonly kind: 'sum'
      readonly property: string
      readonly unitKind: string
      readonly hasFurther: boolean
      /** Columns of closed lists. Of each of their values there may be a sum of its own. */
      readonly closedLists: readonly string[]
      readonly by?: RowGrouping | undefined
    }

/** What rows are grouped by. A row without a value is in no group, one with several is in each. */
export type RowGrouping =
  | { readonly is: 'value' | 'values'; readonly column: string; readonly isClosedList?: boolean }
  | { readonly is: 'linked'; readonly property: string }
  /** By the nearest whole of a level above what they link to. */
  | {
      readonly is: 'whole'
      readonly property: string
      /** The type of what is linked, the property that leads to the whole, and the column that says the level. */
      readonly type: string
      readonly partOf: string
      readonly levelColumn: string
      readonly level: string
    }

/** What rows are asked: for lists of one type, names, ids, a walk, or how many statements there are about all of them. */
export type RowQuestion = RowQuery | RowNameQuery | RowIdQuery | RowWalk | RowStatementCount

export interface RowStatementCount {
  readonly kind: 'statementCount'
}

export interface RowQuery {
  /** ComputeCentre. */
  readonly type: string
  readonly test?: RowTest | undefined
  readonly ask: RowAsk
}

/** Figures of the same terms and comparator; of one group there may be several sums. */
export interface RowSum {
  /** Null where rows are not grouped. */
  readonly member: string | null
  readonly terms: string
  readonly comparator: string
  readonly count: number
  /** In grains the sum of the stated numbers and that of the upper ends; null: all figures have the one amount and upper end. */
  readonly grains: readonly [amount: string, top: string] | null
  /** The least number and the greatest upper end: in grains where the sums are, else as keys of decimals. */
  readonly least: string
  readonly greatest: string
}

export interface RowCount {
  readonly member: string
  readonly count: number
}

export type RowAnswer =
  | number
  | boolean
  | readonly RowPlace[]
  | readonly RowCount[]
  | readonly RowSum[]
  | RowTrees
  | readonly (readonly NamedRow[])[]
  | readonly RowOfId[]
  | readonly WalkedLink[]

export interface RowTrees {
  /** Of a page, the places of its rows; of ids none. */
  readonly places: readonly RowPlace[]
  /** Of ids, those that have a row. */
  readonly rows: readonly RowTree[]
}

/** In the order of the questions. */
export interface RowAnswers {
  readonly revision: number
  /** Undefined of a walk whose end has no row, and of one along too many links. */
  readonly answers: readonly (RowAnswer | undefined)[]
}

/** As of what rows are asked. */
export interface RowsAsOf {
  readonly revision: number
  /** Of the layout. */
  readonly version: string
  /** ISO 8601. */
  readonly day: string
}

/** The same of the newest revision of the store, whichever that is. */
export type RowsAsOfNewest = Omit<RowsAsOf, 'revision'> & { readonly revision?: undefined }
export type RowsAsOfAny = RowsAsOf | RowsAsOfNewest
