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
  | {
      readonly is: 'one'
      readonly property: string
      /** Whether a row may have several links by the property. */
      readonly isSeveral: boolean
      readonly to: readonly RowSelection[]
    }
  /** The links of a row by one property, by the ids of their other ends. */
  | {
      readonly is: 'page'
      /** out: from the row; in: to the row, from rows of the type `from`. */
      readonly way: 'out' | 'in'
      readonly property: string
      /** The type of the rows that have the property. */
      readonly from: string
      /** Whether a row of theirs may have several links by the property. */
      readonly isSeveral: boolean
      /** Of links to the row: those to its parts as well, by the property that leads to the whole; each row once. */
      readonly parts?: string | undefined
      /** At most so many; undefined: only how many there are. */
      readonly limit: number | undefined
      readonly isCounted: boolean
      /** Whether the statements of the links are read; never of the links of parts. */
      readonly hasStatements: boolean
      /** What is read of the rows at the other ends; empty: their ids alone. */
      readonly to: readonly RowSelection[]
    }

/**
 * The id, then the columns and the links in the order of the selection. The id is in a list of its own if the row's texts are
 * not those of the statements, and null if a link to one row leads nowhere.
 */
export type RowTree = readonly [id: string | readonly [string] | null, ...values: RowTreeValue[]]

/** A row, or the id alone if nothing is read of the row. */
export type RowTreeNode = RowTree | string

/** Also null if a link to one row leads nowhere. */
export type RowTreeValue = RowTreeNode | number | null | readonly string[] | RowTreePage

/** How many links there are stands before them if they are counted. */
export type RowTreePage = readonly RowTreeEnd[] | readonly [count: number, ends: readonly RowTreeEnd[]]

/** The other end of a link, with the link's statement if the selection has statements. */
export type RowTreeEnd = RowTreeNode | readonly [statement: string, node: RowTreeNode]
