import { meant } from '../../ontology/closest-match.js'
import { precisions } from '../../values/precision.js'
import { parseQuantity } from '../../values/quantity.js'
import { findUnit } from '../../values/unit.js'
import { didYouMean, type Place, type Placed, type ProblemList } from '../check/problem-list.js'
import type {
  ColumnDraft,
  ConditionDraft,
  EntityDraft,
  QualifierDraft,
  StatementDraft,
  TableDraft,
} from '../files/draft.js'
import { type DatasetFolder, findDatasetFile } from '../files/read-file.js'
import { type CellReading, prepareReading } from './cell-reading.js'
import { columnsIn, fillTemplate, isTemplate } from './cell-template.js'
import { readRows } from './read-rows.js'
import { type Header, RowCells, readHeader, type TableCells, withContent } from './row-cells.js'

/**
 * Reads a table row by row, as a stream: each row that its conditions admit gives one entity, or one for each thing that
 * the cells of its id list. Reports a file or a column that is not there, what the description of the table has wrong,
 * each row that is not as the header has it, and each cell that cannot be read as described.
 *
 * A row’s statements are cited as that row: `row=7`, with the cell that says it as the quote. What no cell says, a
 * `value` that is the same for each row, is cited by the cell that names the row’s entity; what several cells say
 * together, by the first of them.
 */
export async function* readTable(
  folder: DatasetFolder,
  table: TableDraft,
  problems: ProblemList,
): AsyncGenerator<EntityDraft> {
  const statements = table.statements.filter(column => checkColumn(column, problems))
  checkTemplate(table.idTemplate, problems)
  const readings = readingsOf(table, problems)
  const file = await findDatasetFile(folder, table.file.content, table.file.place, problems)
  if (!file) return
  let shape: TableCells | undefined
  let [rowCount, taken] = [0, 0]
  const before = problems.errorCount
  for await (const row of readRows(file, problems, table.encoding)) {
    if (row.number < table.header) continue
    if (!shape) {
      const header = readHeader(row)
      if (!checkHeader(header, table, readings, problems)) return
      shape = { header, readings, empty: table.empty, problems, above: new Map() }
      continue
    }
    rowCount++
    if (row.cells.length !== shape.header.length) {
      const detail = `it has ${row.cells.length} cells, the header has ${shape.header.length}`
      problems.error('CSV_SYNTAX', row.placeOf(0), { detail })
      continue
    }
    const cells = new RowCells(row, shape)
    // Cells are filled downwards through the rows that are left out as well.
    for (const { name, fill } of readings.values()) if (fill) cells.partsOf(name.content)
    if (!isAdmitted(cells, table)) continue
    taken++
    for (const part of cells.forEach(columnsIn(table.idTemplate.content))) {
      const entity = toEntity(part, table, statements, problems)
      if (entity) yield entity
    }
  }
  // A file that cannot be read is reported as such.
  if (problems.errorCount > before) return
  if (!shape) problems.fatal('CSV_SYNTAX', { file: file.named, line: 1, column: 1 }, { detail: 'the file is empty' })
  else if (taken === 0) problems.warning('ROWS_NONE', table.file.place, { count: rowCount, file: file.named })
}

function readingsOf({ cells }: TableDraft, problems: ProblemList): ReadonlyMap<string, CellReading> {
  const readings = cells.flatMap(draft => prepareReading(draft, problems) ?? [])
  return new Map(readings.map(reading => [reading.name.content, reading]))
}

function isAdmitted({ of }: RowCells, { where, unless }: TableDraft): boolean {
  const has = ({ column, cells }: ConditionDraft) => cells.includes(of(column.content) ?? '')
  return where.every(has) && !unless.some(has)
}

function toEntity(
  cells: RowCells,
  { idTemplate, type, edition }: TableDraft,
  statements: readonly ColumnDraft[],
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
  const key = cells.keyFor(idTemplate)
  return {
    id: { content: id, place: key.place },
    type,
    sameAs: [],
    edition,
    statements: statements.flatMap(column =>
      cells.forEach(columnsOf(column.from)).flatMap(part => toStatement(column, part, key)),
    ),
  }
}

function columnsOf({ kind, content }: ColumnDraft['from']): readonly string[] {
  return kind === 'column' ? [content] : kind === 'template' ? columnsIn(content) : []
}

/** Reports, where the table’s description names it, each column that the header does not have just once. */
function checkHeader(
  { indexes, repeated }: Header,
  table: TableDraft,
  readings: TableCells['readings'],
  problems: ProblemList,
): boolean {
  const named: readonly Placed[] = [
    ...namedIn(table.idTemplate),
    ...[...table.where, ...table.unless].map(({ column }) => column),
    ...table.statements.flatMap(({ from, valid, qualifiers }) => [
      ...(from.kind === 'column' ? [from] : []),
      ...(from.kind === 'template' ? namedIn(from) : []),
      ...[valid, ...Object.values(qualifiers)].flatMap(text => (text ? namedIn(text) : [])),
    ]),
  ]
  const asked = [...table.cells.map(({ column }) => column), ...named.filter(({ content }) => !readings.has(content))]
  for (const { content, place } of asked) {
    const count = repeated.get(content)
    if (!indexes.has(content))
      problems.fatal(
        'COLUMN_UNKNOWN',
        place,
        { seen: content },
        didYouMean(meant(content, [...indexes.keys(), ...readings.keys()])),
      )
    else if (count !== undefined) problems.fatal('COLUMN_DUPLICATE', place, { seen: content, count })
  }
  return asked.every(({ content }) => indexes.has(content) && !repeated.has(content))
}

function namedIn({ content, place }: Placed): readonly Placed[] {
  return columnsIn(content).map(name => ({ content: name, place }))
}

/** Reports what would be wrong in each row. */
function checkColumn({ from, unit, precision, valid, qualifiers }: ColumnDraft, problems: ProblemList): boolean {
  const before = problems.errorCount
  if (unit && findUnit(unit.content) === undefined)
    problems.error('UNIT_UNKNOWN', unit.place, { seen: unit.content }, 'such as PFLOPS, MW, 亿元')
  if (precision && !precisions.some(known => known === precision.content.toUpperCase()))
    problems.error(
      'CODE_UNKNOWN',
      precision.place,
      { seen: precision.content, what: 'precision' },
      `one of ${precisions.slice(1).join(', ')}`,
    )
  for (const text of [from.kind === 'template' ? from : undefined, valid, ...Object.values(qualifiers)])
    if (text) checkTemplate(text, problems)
  return problems.errorCount === before
}

function checkTemplate({ content, place }: Placed, problems: ProblemList): void {
  if (isTemplate(content)) return
  problems.error(
    'VALUE_INVALID',
    place,
    { seen: content, expected: 'a template' },
    'cells stand in it as {Column} or {Column|slug}',
  )
}

function toStatement(column: ColumnDraft, cells: RowCells, key: Placed): readonly StatementDraft[] {
  const said = readValue(column, cells, key)
  if (!said) return []
  const { property, language, edition, valid, confidence, rank, qualifiers } = column
  const { value, asStated, quote } = said
  return [
    {
      get place(): Place {
        return value.place
      },
      property,
      value,
      asStated,
      language,
      edition,
      quote,
      prefix: undefined,
      suffix: undefined,
      start: undefined,
      end: undefined,
      fragment: `row=${cells.row.number}`,
      valid: valid && filled(valid, cells),
      confidence,
      rank,
      qualifiers: fillQualifiers(qualifiers, cells),
    },
  ]
}

/** An empty cell states nothing; nor does a template with an empty cell in it. */
function readValue(
  { from, unit, precision }: ColumnDraft,
  cells: RowCells,
  key: Placed,
): { value: Placed; asStated: string; quote: Placed } | undefined {
  const measured = (text: Placed): Placed =>
    unit || precision ? withContent(text, measure(text.content, unit?.content, precision?.content)) : text
  if (from.kind === 'value') return { value: measured(from), asStated: from.content.trim(), quote: key }
  if (from.kind === 'column') {
    const [cell, said] = [cells.placed(from.content), cells.of(from.content) ?? '']
    if (said === '') return undefined
    // What was stated are the source’s words, whatever our word is.
    return { value: measured(withContent(cell, said)), asStated: cells.wordsOf(from.content), quote: cell }
  }
  const text = filled(from, cells)
  if (!text) return undefined
  const [first, second] = columnsIn(from.content)
  if (first === undefined) return { value: measured(text), asStated: text.content, quote: key }
  const cell = cells.placed(first)
  return { value: measured(text), asStated: second === undefined ? cells.wordsOf(first) : text.content, quote: cell }
}

/** A number takes the column’s unit where its cell names none, and the column’s number format where its cell names none. */
function measure(cell: string, unit: string | undefined, precision: string | undefined): string {
  if (!/\p{N}/u.test(cell)) return cell
  const read = parseQuantity(cell)
  const hasUnit = read.ok && read.value.unit !== undefined
  const hasPrecision = hasUnit && read.value.precision !== undefined && read.value.precision !== 'UNSTATED'
  return `${cell}${hasUnit || !unit ? '' : ` ${unit}`}${hasPrecision || !precision ? '' : ` @${precision}`}`
}

function fillQualifiers(
  qualifiers: ColumnDraft['qualifiers'],
  cells: RowCells,
): Readonly<Record<string, QualifierDraft>> {
  const given = Object.entries(qualifiers).flatMap(([key, draft]) => {
    const text = filled(draft, cells)
    return text ? [[key, { content: text.content, place: text.place, keyPlace: draft.keyPlace }] as const] : []
  })
  return Object.fromEntries(given)
}

/** A template that takes no cell is at fault where it stands, one that does where its first cell stands. */
function filled(template: Placed, cells: RowCells): Placed | undefined {
  const [first] = columnsIn(template.content)
  if (first === undefined) return template
  const content = fillTemplate(template.content, cells.of)
  return content === undefined ? undefined : withContent(cells.placed(first), content)
}
