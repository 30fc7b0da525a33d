import { type Place, type Placed, type ProblemList, withContent } from '../check/problem-list.js'
import type { CellReading } from './cell-reading.js'
import { type CellOf, columnsIn } from './cell-template.js'
import type { Row } from './row.js'

/** The columns of a table by their names. */
export interface Header {
  readonly length: number
  readonly indexes: ReadonlyMap<string, number>
  /** Names that stand more than once; which of the columns is meant cannot be said. */
  readonly repeated: ReadonlyMap<string, number>
}

export function readHeader({ cells }: Row): Header {
  const [indexes, repeated] = [new Map<string, number>(), new Map<string, number>()]
  for (const [index, cell] of cells.entries()) {
    const name = cell.trim()
    if (indexes.has(name)) repeated.set(name, (repeated.get(name) ?? 1) + 1)
    else indexes.set(name, index)
  }
  return { length: cells.length, indexes, repeated }
}

/** What the rows of a table have in common. */
export interface TableCells {
  readonly header: Header
  readonly readings: ReadonlyMap<string, CellReading>
  readonly empty: readonly string[]
  readonly problems: ProblemList
  /** The last cell that was not empty, of each column that is filled downwards. */
  readonly above: Map<string, FilledCell>
}

/** A cell that fills the empty ones below it, and its row. */
export interface FilledCell {
  readonly cell: string
  readonly row: number
}

/** The cells of a row by the names of their columns, and of the readings that the table describes. */
export class RowCells {
  readonly #parts = new Map<string, readonly string[]>()

  constructor(
    readonly row: Row,
    readonly table: TableCells,
    /** Of a cell that lists several things: the one that is meant. */
    readonly chosen: ReadonlyMap<string, string> = new Map(),
  ) {}

  readonly of: CellOf = name => {
    const chosen = this.chosen.get(name)
    if (chosen !== undefined) return chosen
    return this.table.readings.has(name) ? this.partsOf(name)[0] : this.#cellOf(name)
  }

  /** What a reading gives for this row. */
  partsOf(name: string): readonly string[] {
    const reading = this.table.readings.get(name)
    if (!reading) return []
    const known = this.#parts.get(name)
    if (known) return known
    const place = () => this.placed(name).place
    const cells = this.#listOf(reading.column.content) ?? [this.#filled(reading)]
    const parts = cells.flatMap(cell => reading.read(cell, place, this.table.problems))
    this.#parts.set(name, parts)
    return parts
  }

  /** Remembers a cell for the empty cells below it. The cell is not read: its row may be left out. */
  fillDown(reading: CellReading): void {
    this.#filled(reading)
  }

  /** The words of a cell; of one of several things that it lists, its own. */
  wordsOf(name: string): string {
    const chosen = this.chosen.get(name)
    return chosen !== undefined && this.#lists(name) ? chosen : this.placed(name).content
  }

  /** The row once for each thing that cells list, of those that are named; as it is, where none of them is a list. */
  forEach(names: readonly string[]): readonly RowCells[] {
    const listed = names.find(name => !this.chosen.has(name) && this.#lists(name))
    if (listed === undefined) return [this]
    const parts = this.table.readings.has(listed) ? this.partsOf(listed) : (this.#listOf(listed) ?? [])
    return parts.flatMap(part =>
      new RowCells(this.row, this.table, new Map(this.chosen).set(listed, part)).forEach(names),
    )
  }

  /** Whether a cell lists more than one thing, none of which was chosen. */
  listsSeveral(name: string): boolean {
    if (this.chosen.has(name)) return false
    return (this.table.readings.has(name) ? this.partsOf(name) : (this.#listOf(name) ?? [])).length > 1
  }

  /** A cell with its place, which is worked out only when it is asked for. */
  placed(name: string): Placed {
    const reading = this.table.readings.get(name)
    const cell = this.#at(this.table.header.indexes.get(reading?.column.content ?? name) ?? 0)
    // A merged cell spans the rows below it.
    return reading?.fill && cell.content === '' ? withContent(cell, this.#filled(reading)) : cell
  }

  /** The cell that names the row’s entity: the first of its id or, where all rows describe one, of the row. */
  keyFor({ content }: Placed): Placed {
    const [column] = columnsIn(content)
    return column === undefined
      ? this.#at(
          Math.max(
            0,
            this.row.cells.findIndex(cell => cell.trim() !== ''),
          ),
        )
      : this.placed(column)
  }

  /** Whether a cell lists several things: as the table describes it, or as the row has it. */
  #lists(name: string): boolean {
    const reading = this.table.readings.get(name)
    return reading?.isList === true || this.#listOf(reading?.column.content ?? name) !== undefined
  }

  #listOf(column: string): readonly string[] | undefined {
    return this.row.lists?.get(this.table.header.indexes.get(column) ?? -1)
  }

  /** The whole row, as it is quoted if no cell says what is stated. */
  get whole(): Placed {
    const { row } = this
    return {
      content: [...row.text.trim()].slice(0, longestRow).join(''),
      get place(): Place {
        return row.placeOf(0)
      },
    }
  }

  /** The row that has the words of a cell: of a filled one the row that it was filled from. */
  rowOf(name: string): number {
    const reading = this.table.readings.get(name)
    if (!reading?.fill || this.#cellOf(reading.column.content) !== '') return this.row.number
    return this.table.above.get(reading.column.content)?.row ?? this.row.number
  }

  #filled({ column: { content: column }, fill }: CellReading): string {
    const cell = this.#cellOf(column) ?? ''
    if (!fill) return cell
    if (cell !== '') this.table.above.set(column, { cell, row: this.row.number })
    return this.table.above.get(column)?.cell ?? ''
  }

  #cellOf(column: string): string | undefined {
    const cell = this.row.cells[this.table.header.indexes.get(column) ?? -1]?.trim()
    return cell !== undefined && this.table.empty.includes(cell) ? '' : cell
  }

  #at(index: number): Placed {
    const { row } = this
    const content = (row.cells[index] ?? '').trim()
    return {
      content,
      get place(): Place {
        return row.placeOf(index)
      },
    }
  }
}

/** What is quoted of a row: as much of a long one as a person reads. */
const longestRow = 1000
