import { meant } from '../../ontology/closest-match.js'
import { didYouMean, type ProblemList } from '../check/problem-list.js'
import type { TableDraft } from '../files/draft.js'
import { type DatasetFile, failureCode } from '../files/read-file.js'
import type { CellReading } from './cell-reading.js'
import { columnsOf, formatOf } from './check-table.js'
import { detectSeparator, separatorName } from './detect-separator.js'
import { readBytes } from './read-bytes.js'
import { readJsonRows } from './read-json.js'
import { readRows, usualSeparator } from './read-rows.js'
import { readXlsxRows } from './read-xlsx.js'
import type { Row } from './row.js'
import { type Header, readHeader } from './row-cells.js'

/** A table whose header was read: its columns, and the rows below. */
export interface OpenTable {
  readonly header: Header
  readonly rows: AsyncIterable<Row>
  /** What was found out about the file, in words: `separated by ";"`. */
  readonly found: readonly string[]
}

/** Opens the file of a table, in whatever form it is. Reports each column that the file does not have just once; undefined then. */
export async function openTable(
  file: DatasetFile,
  table: TableDraft,
  readings: ReadonlyMap<string, CellReading>,
  problems: ProblemList,
): Promise<OpenTable | undefined> {
  const columns = columnsOf(table)
  switch (formatOf(file.named)) {
    case 'json':
    case 'jsonl': {
      const header = {
        length: columns.length,
        indexes: indexesOf(columns.map(({ content }) => content)),
        repeated: new Map(),
      }
      const { rows, encoding } = table
      return { header, rows: readJsonRows({ file, columns, rows, encoding: encoding?.content }, problems), found: [] }
    }
    case 'xlsx':
      return await withHeader(readXlsxRows(file, table.sheet, problems), table, readings, [], problems)
    case 'csv': {
      const encoding = table.encoding?.content
      const usual = usualSeparator(file.named)
      const separator = table.separator?.content ?? (await findSeparator(file, table, usual))
      const found = table.separator || separator === usual ? [] : [`separated by ${separatorName(separator)}`]
      return await withHeader(readRows(file, problems, { encoding, separator }), table, readings, found, problems)
    }
  }
}

const sampleLength = 65_536

async function findSeparator(file: DatasetFile, table: TableDraft, usual: string): Promise<string> {
  let beginning = ''
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const bytes of readBytes(file.path, file.named, undefined, table.encoding?.content)) {
      beginning += decoder.decode(bytes, { stream: true })
      if (beginning.length >= sampleLength) break
    }
  } catch (failure) {
    // A file that cannot be read is reported when its rows are read.
    if (failureCode(failure) === undefined) throw failure
  }
  const names = columnsOf(table).map(({ content }) => content)
  return detectSeparator(beginning, table.header, names, usual)
}

/** Reads up to the row that names the columns. */
async function withHeader(
  rows: AsyncGenerator<Row>,
  table: TableDraft,
  readings: ReadonlyMap<string, CellReading>,
  found: readonly string[],
  problems: ProblemList,
): Promise<OpenTable | undefined> {
  const before = problems.errorCount
  for (;;) {
    const { done, value: row } = await rows.next()
    if (done) break
    if (row.number < table.header) continue
    const header = readHeader(row)
    if (checkHeader(header, table, readings, problems)) return { header, rows, found }
    await rows.return(undefined)
    return undefined
  }
  // A file that cannot be read is reported as such.
  if (problems.errorCount === before)
    problems.fatal('CSV_SYNTAX', table.file.place, { detail: 'the file has no row that names the columns' })
  return undefined
}

/** Reports, at the place that names it, each column that the header does not have just once. */
function checkHeader(
  { indexes, repeated }: Header,
  table: TableDraft,
  readings: ReadonlyMap<string, CellReading>,
  problems: ProblemList,
): boolean {
  const columns = columnsOf(table)
  for (const { content, place } of columns) {
    const count = repeated.get(content)
    if (!indexes.has(content))
      problems.fatal(
        'COLUMN_UNKNOWN',
        place,
        { seen: content },
        didYouMean(meant(content, [...indexes.keys(), ...readings.keys()])) ?? headerHint(indexes),
      )
    else if (count !== undefined) problems.fatal('COLUMN_DUPLICATE', place, { seen: content, count })
  }
  return columns.every(({ content }) => indexes.has(content) && !repeated.has(content))
}

const shownColumns = 12

function headerHint(indexes: ReadonlyMap<string, number>): string {
  const names = [...indexes.keys()].filter(name => name !== '')
  const shown = names.slice(0, shownColumns).join(', ')
  return `the header has ${shown}${names.length > shownColumns ? ` and ${names.length - shownColumns} more` : ''}`
}

function indexesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]))
}
