/*
 * Rows with what they link to, level by level. An answer is lists of values by position, since the names would be the same
 * thousands of times.
 */

import type { Column } from '../../ontology/row-column.js'

/** What is read of rows of one type. */
export interface RowSelection {
  /** ComputeCentre. */
  readonly type: string
  readonly columns: readonly Pick<Column, 'name' | 'kind'>[]
  readonly links: readonly RowLinkSelection[]
}

export type RowLinkSelection =
  /** The row whose id is in a column of the name of the property. */
  | { readonly is: 'one'; readonly property: string; readonly to: readonly RowSelection[] }
  /** The links of a row by one property, by the ids of their other ends. */
  | {
      readonly is: 'page'
      /** out: from the row; in: to the row, from rows of the type `from`. */
      readonly way: 'out' | 'in'
      readonly property: string
      /** The type of the rows that have the property. */
      readonly from: string
      /** Of links to the row: those to its parts as well, by the property that leads to the whole; each row once. */
      readonly parts?: string | undefined
      /** At most so many; undefined: only how many there are. */
      readonly limit: number | undefined
      readonly isCounted: boolean
      /** What is read of the rows at the other ends; empty: their ids alone. */
      readonly to: readonly RowSelection[]
    }

/** The id, then the columns and the links in the order of the selection. */
export type RowTree = readonly [id: string, ...values: RowTreeValue[]]

export type RowTreeValue = string | number | null | readonly string[] | RowTree | RowTreePage

export type RowTreePage = readonly [count: number | null, ends: readonly RowTreeEnd[]]

/** The other end of a link. The statement is null of the links of parts, the row where nothing is read of it. */
export type RowTreeEnd = readonly [id: string, statement: string | null, row: RowTree | null]
