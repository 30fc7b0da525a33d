import type { ProblemList } from '../check/problem-list.js'
import type { ConditionDraft, EntityDraft, StatementDraft, TableDraft } from '../files/draft.js'
import { type DatasetFolder, findDatasetFile } from '../files/read-file.js'
import { type CellReading, prepareReading } from './cell-reading.js'
import { columnsIn, fillTemplate } from './cell-template.js'
import { checkColumn, checkTable, formatOf } from './check-table.js'
import { openTable } from './open-table.js'
import type { Row } from './row.js'
import { type FilledCell, RowCells, type TableCells } from './row-cells.js'
import { type PreparedColumn, prepareColumn, statementOf } from './row-statement.js'

/** What was read of a table, for its author. */
export interface TableSummary {
  readonly file: string
  /** Rows below the header that have a cell with something in it. */
  readonly rows: number
  /** Of these, those that the conditions admit. */
  readonly taken: number
  /** Entities that the rows describe. */
  readonly entities: number
  /** Those that several rows describe, in the order of the rows. */
  readonly merged: readonly MergedRows[]
  /** Rows in which every cell is empty: they are skipped. */
  readonly emptyRows: number
  /** What was found out about the file: `separated by ";"`. */
  readonly found: readonly string[]
}

/** Rows that describe one entity, since they give one id. */
export interface MergedRows {
  readonly id: string
  readonly rows: readonly number[]
}

/**
 * Reads a table row by row, as a stream: each row that its conditions admit gives one entity, or one for each thing that
 * the cells of its id list. Reports a file or a column that is not there, what the description of the table has wrong,
 * each row that is not as the header has it, and each cell that cannot be read as described. Calls `onRow` with each row
 * that is not empty. Returns what was read.
 *
 * A row’s statements are cited as that row, `row=7`, with the cell that says it as the quote. What no cell says, a
 * `value` that is the same for each row, is cited by the column that `cite` names or by the whole row; what several
 * cells say together, by the first of them.
 */
export async function* readTable(
  folder: DatasetFolder,
  table: TableDraft,
  problems: ProblemList,
  onRow: (row: Row) => void = () => {},
): AsyncGenerator<EntityDraft, TableSummary | undefined> {
  const before = problems.errorCount
  const statements = table.statements.filter(column => checkColumn(column, problems)).map(prepareColumn)
  const readings = readingsOf(table, problems)
  const isSound = checkTable(table, formatOf(table.file.content), problems)
  const file = await findDatasetFile(folder, table.file.content, table.file.place, problems)
  if (!file || !isSound) return undefined
  const open = await openTable(file, table, readings, problems)
  if (!open) return undefined
  const shape: TableCells = { header: open.header, readings, empty: table.empty, problems, above: new Map() }
  const filled = [...readings.values()].filter(({ fill }) => fill)
  const described = new RowsOfEntities()
  let [rows, taken, emptyRows] = [0, 0, 0]
  for await (const row of open.rows) {
    if (row.cells.every(cell => cell.trim() === '')) {
      emptyRows++
      continue
    }
    rows++
    onRow(row)
    if (row.cells.length !== shape.header.length) {
      const detail = `it has ${row.cells.length} cells, the header has ${shape.header.length}`
      problems.error('CSV_SYNTAX', row.placeOf(0), { detail })
      continue
    }
    const cells = new RowCells(row, shape)
    // Cells are filled downwards through the rows that are left out as well, but not by a cell that leaves its row out.
    const above = filled.length > 0 ? new Map(shape.above) : shape.above
    for (const reading of filled) cells.fillDown(reading)
    if (!isAdmitted(cells, table)) {
      for (const { column, cells: left } of table.unless)
        if (left.includes(shape.above.get(column.content)?.cell ?? '')) restore(shape.above, above, column.content)
      continue
    }
    taken++
    for (const part of cells.forEach(columnsIn(table.idTemplate.content))) {
      const entity = toEntity(part, table, statements, problems)
      if (!entity) continue
      described.add(entity.id.content, row.number)
      yield entity
    }
  }
  // A file that cannot be read is reported as such.
  if (problems.errorCount === before && taken === 0)
    problems.warning('ROWS_NONE', table.file.place, { count: rows, file: file.named })
  const { size: entities, merged } = described
  return { file: file.named, rows, taken, entities, merged, emptyRows, found: open.found }
}

/** Which rows describe which entity: of an entity of one row, as most are, the number of the row alone. */
class RowsOfEntities {
  readonly #first = new Map<string, number>()
  readonly #several = new Map<string, number[]>()

  add(id: string, row: number): void {
    const first = this.#first.get(id)
    if (first === undefined) this.#first.set(id, row)
    else if (first !== row) {
      const rows = this.#several.get(id) ?? [first]
      if (rows.at(-1) !== row) rows.push(row)
      this.#several.set(id, rows)
    }
  }

  get size(): number {
    return this.#first.size
  }

  get merged(): readonly MergedRows[] {
    return [...this.#several].map(([id, rows]) => ({ id, rows }))
  }
}

function readingsOf({ cells }: TableDraft, problems: ProblemList): ReadonlyMap<string, CellReading> {
  const readings = cells.flatMap(draft => prepareReading(draft, problems) ?? [])
  return new Map(readings.map(reading => [reading.name.content, reading]))
}

function restore(above: Map<string, FilledCell>, before: ReadonlyMap<string, FilledCell>, column: string): void {
  const cell = before.get(column)
  if (cell === undefined) above.delete(column)
  else above.set(column, cell)
}

function isAdmitted({ of }: RowCells, { where, unless }: Pick<TableDraft, 'where' | 'unless'>): boolean {
  const has = ({ column, cells }: ConditionDraft) => cells.includes(of(column.content) ?? '')
  return where.every(has) && !unless.some(has)
}

function toEntity(
  cells: RowCells,
  { idTemplate, type, edition }: TableDraft,
  statements: readonly PreparedColumn[],
  problems: ProblemList,
): EntityDraft | undefined {
  const id = fillTemplate(idTemplate.content, cells.of)
  if (id === undefined) {
    const columns = columnsIn(idTemplate.content)
    if (columns.some(name => cells.table.readings.get(name)?.isOptional)) return undefined
    const key = columns.join('`, `')
    problems.error('KEY_MISSING', cells.row.placeOf(0), { where: 'the row', key }, 'the id is made of these cells')
    return undefined
  }
  return {
    id: { content: id, place: cells.keyFor(idTemplate).place },
    type,
    sameAs: [],
    edition,
    statements: statements.flatMap(column => statementsOf(column, cells, problems)),
  }
}

/** A statement for each part of the row that `each` names, and for each thing that a cell lists. */
function statementsOf(prepared: PreparedColumn, cells: RowCells, problems: ProblemList): readonly StatementDraft[] {
  const { column, taken } = prepared
  const { each } = column
  const parts = each
    ? (cells.row.parts?.(each.content) ?? []).map(row => new RowCells(row, cells.table, cells.chosen))
    : [cells]
  return parts
    .filter(part => isAdmitted(part, column))
    .flatMap(part => part.forEach(taken))
    .flatMap(part => statementOf(prepared, part, problems) ?? [])
}
