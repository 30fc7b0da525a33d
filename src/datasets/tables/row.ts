import type { Place } from '../check/problem-list.js'

/** A row of a table, as its file has it. */
export interface Row {
  readonly cells: readonly string[]
  /** Cells that list several things, by their index: a path of JSON that finds more than one. */
  readonly lists?: ReadonlyMap<number, readonly string[]>
  /** The whole row as the source has it. */
  readonly text: string
  /** From 1, as RFC 7111, section 2.1 counts rows: a header is one of them. */
  readonly number: number
  /** The parts of a JSON row that a path finds, each as the row with the cells of the part. */
  readonly parts?: (each: string) => readonly Row[]
  /** Where the cell with that index begins. */
  placeOf(index: number): Place
}
