import { precisions } from '../../values/precision.js'
import { findUnit } from '../../values/words/find-unit.js'
import { prefixHint } from '../check/hints.js'
import type { Placed, ProblemList } from '../check/problem-list.js'
import type { ColumnDraft, ConditionDraft, TableDraft } from '../files/draft.js'
import { columnsIn, isTemplate } from './cell-template.js'
import { isPath } from './json-path.js'
import { isEncoding } from './read-bytes.js'
import { isJson, isJsonLines } from './read-json.js'

/** How a table’s file is written: by its name. */
export type TableFormat = 'csv' | 'xlsx' | 'json' | 'jsonl'

export function formatOf(name: string): TableFormat {
  if (/\.xlsx$/i.test(name)) return 'xlsx'
  if (isJsonLines(name)) return 'jsonl'
  return isJson(name) ? 'json' : 'csv'
}

/** Reports what is wrong with the description of a table, whatever its rows are. */
export function checkTable(table: TableDraft, format: TableFormat, problems: ProblemList): boolean {
  const before = problems.errorCount
  const { encoding, idTemplate } = table
  if (encoding && !isEncoding(encoding.content))
    problems.fatal('ENCODING_UNKNOWN', encoding.place, { seen: encoding.content }, 'such as gb18030, big5, shift_jis')
  checkTemplate(idTemplate, problems)
  for (const [key, text, formats] of [
    ['separator', table.separator, ['csv']],
    ['encoding', encoding, ['csv', 'json', 'jsonl']],
    ['sheet', table.sheet, ['xlsx']],
    ['rows', table.rows, ['json']],
    ...table.statements.map(({ each }) => ['each', each, ['json', 'jsonl']] as const),
  ] as const)
    if (text && !formats.some(other => other === format))
      problems.error('KEY_TYPE', text.place, {
        key,
        expected: `of a ${formats.join(' or ')} file`,
        seen: `a ${format} file`,
      })
  if (format === 'json' || format === 'jsonl')
    for (const path of [table.rows, ...table.statements.map(({ each }) => each), ...columnsOf(table)])
      if (path) isPath(path, problems)
  return problems.errorCount === before
}

/** Every column that the description of a table names, or reading of one. */
export function namesIn({ idTemplate, where, unless, statements }: TableDraft): readonly Placed[] {
  return [...namesInTemplate(idTemplate), ...conditionColumns(where, unless), ...statements.flatMap(namesInStatement)]
}

/** The columns themselves, each once. */
export function columnsOf(table: TableDraft): readonly Placed[] {
  const readings = new Set(table.cells.map(({ name }) => name.content))
  const columns = new Map<string, Placed>()
  for (const column of [
    ...table.cells.map(({ column }) => column),
    ...namesIn(table).filter(({ content }) => !readings.has(content)),
  ])
    if (!columns.has(column.content)) columns.set(column.content, column)
  return [...columns.values()]
}

/** The templates that a statement is made of, besides its value. */
export function templatesBeside(column: ColumnDraft): readonly Placed[] {
  const { unit, precision, asStated, quote, language, edition, valid, confidence, rank, derived, qualifiers } = column
  const given = [unit, precision, asStated, quote, language, edition, valid, confidence, rank, derived]
  return [...given, ...Object.values(qualifiers)].filter(text => text !== undefined)
}

function namesInStatement(column: ColumnDraft): readonly Placed[] {
  const { from, cite, where, unless } = column
  return [
    ...(from.kind === 'column' ? [from] : namesInTemplate(from)),
    ...(cite ? [cite] : []),
    ...conditionColumns(where, unless),
    ...templatesBeside(column).flatMap(namesInTemplate),
  ]
}

function conditionColumns(...conditions: readonly (readonly ConditionDraft[])[]): readonly Placed[] {
  return conditions.flat().map(({ column }) => column)
}

function namesInTemplate({ content, place }: Placed): readonly Placed[] {
  return columnsIn(content).map(name => ({ content: name, place }))
}

/** Reports what would be wrong in each row. */
export function checkColumn(column: ColumnDraft, problems: ProblemList): boolean {
  const before = problems.errorCount
  const { from, unit, precision } = column
  if (unit && columnsIn(unit.content).length === 0 && findUnit(unit.content) === undefined)
    problems.error('UNIT_UNKNOWN', unit.place, { seen: unit.content }, columnUnitHint(unit.content))
  if (
    precision &&
    columnsIn(precision.content).length === 0 &&
    !precisions.some(known => known === precision.content.toUpperCase())
  )
    problems.error(
      'CODE_UNKNOWN',
      precision.place,
      { seen: precision.content, what: 'precision' },
      `one of ${precisions.slice(1).join(', ')}`,
    )
  if (from.kind === 'template' || from.kind === 'product') checkTemplate(from, problems)
  for (const text of templatesBeside(column)) checkTemplate(text, problems)
  return problems.errorCount === before
}

function columnUnitHint(seen: string): string {
  return prefixHint(seen, { kind: 'quantity', of: [] }) ?? 'such as PFLOPS, MW, 亿元'
}

function checkTemplate({ content, place }: Placed, problems: ProblemList): void {
  if (isTemplate(content)) return
  problems.error(
    'VALUE_INVALID',
    place,
    { seen: content, expected: 'a template' },
    'a cell is written as {Column} or {Column|slug}',
  )
}
