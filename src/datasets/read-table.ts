import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CsvError, parse } from 'csv-parse'
import { meant } from '../ontology/meant.js'
import type { ColumnDraft, EntityDraft, StatementDraft, TableDraft } from './draft.js'
import { didYouMean, type Place, type Placed, type ProblemList } from './problem-list.js'
import { type DatasetFolder, findDatasetFile } from './read-file.js'

interface Row {
  readonly cells: readonly string[]
  readonly line: number
  /** RFC 7111 counts every row from 1, the header too. */
  readonly number: number
}

/**
 * Reads a table (CSV, or TSV by its name; .gz too) row by row, as a stream. Each row that `where` admits gives one
 * entity. Reports a file or column that is not there, and each row that is not RFC 4180.
 */
export async function* readTable(
  folder: DatasetFolder,
  table: TableDraft,
  problems: ProblemList,
): AsyncGenerator<EntityDraft> {
  const path = await findDatasetFile(folder, table.file.content, table.file.place, problems)
  if (path === undefined) return
  const named = join(folder.named, table.file.content)
  let columns: ReadonlyMap<string, number> | undefined
  for await (const row of readRows(path, named, problems)) {
    if (!columns) {
      columns = new Map(row.cells.map((name, i) => [name.trim(), i]))
      if (!checkColumns(table, columns, problems)) return
      continue
    }
    if (row.cells.length !== columns.size) {
      problems.error(
        'CSV_SYNTAX',
        { file: named, line: row.line, column: 1 },
        { detail: `it has ${row.cells.length} cells, the header has ${columns.size}` },
      )
      continue
    }
    const cellAt = cellsOf(row, columns, named)
    if (!isAdmitted(table, cellAt)) continue
    const id = fill(table.idTemplate.content, cellAt)
    if (id === undefined) {
      problems.error(
        'KEY_MISSING',
        { file: named, line: row.line, column: 1 },
        { where: 'the row', key: namesIn(table.idTemplate.content).join('`, `') },
        'its id is made of these cells',
      )
      continue
    }
    const place = { file: named, line: row.line, column: 1 }
    yield {
      id: { content: id, place },
      type: table.type,
      sameAs: [],
      edition: table.edition,
      statements: table.statements.flatMap(column => toStatement(column, row, cellAt, place)),
    }
  }
}

type CellAt = (column: string) => Placed

async function* readRows(path: string, named: string, problems: ProblemList): AsyncGenerator<Row> {
  const parser = parse({
    delimiter: /\.tsv(\.gz)?$/i.test(path) ? '\t' : ',',
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    quote: /\.tsv(\.gz)?$/i.test(path) ? null : '"',
  })
  const bytes: Readable = createReadStream(path)
  const plain = /\.gz$/i.test(path) ? bytes.pipe(createGunzip()) : bytes
  for (const stream of [bytes, plain]) stream.on('error', error => parser.destroy(error))
  plain
    .pipe(checkedUtf8())
    .on('error', error => parser.destroy(error))
    .pipe(parser)
  let [number, line] = [0, 1]
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      number++
      yield { cells: record, line, number }
      line = info.lines + 1
    }
  } catch (error) {
    const place = {
      file: named,
      line: error instanceof CsvError && typeof error.lines === 'number' ? error.lines : line,
      column: 1,
    }
    if (error instanceof TypeError)
      problems.error('FILE_ENCODING', { file: named, line }, { offset: 0 }, 'save the file as UTF-8')
    else
      problems.error('CSV_SYNTAX', place, {
        detail: error instanceof CsvError ? error.message : 'the file cannot be read to its end',
      })
  }
}

/** Passes bytes on as text; fails with a TypeError at bytes that are not UTF-8, where the parser would put a question mark. */
function checkedUtf8(): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      try {
        done(null, decoder.decode(chunk, { stream: true }))
      } catch (error) {
        done(error as TypeError)
      }
    },
    flush(done) {
      try {
        done(null, decoder.decode())
      } catch (error) {
        done(error as TypeError)
      }
    },
  })
}

function cellsOf({ cells, line }: Row, columns: ReadonlyMap<string, number>, named: string): CellAt {
  return name => {
    const index = columns.get(name) ?? 0
    return { content: (cells[index] ?? '').trim(), place: { file: named, line, column: index + 1 } }
  }
}

/** Reports, once and at the table’s description, each column that the file does not have. */
function checkColumns(table: TableDraft, columns: ReadonlyMap<string, number>, problems: ProblemList): boolean {
  const asked: Placed[] = [
    ...namesIn(table.idTemplate.content).map(content => ({ content, place: table.idTemplate.place })),
    ...Object.entries(table.where).map(([content, [first]]) => ({ content, place: first?.place ?? table.place })),
    ...table.statements.flatMap(({ column, template }) => [
      ...(column ? [column] : []),
      ...(template ? namesIn(template.content).map(content => ({ content, place: template.place })) : []),
    ]),
  ]
  const unknown = asked.filter(({ content }) => !columns.has(content))
  for (const { content, place } of unknown)
    problems.error('COLUMN_UNKNOWN', place, { seen: content }, didYouMean(meant(content, [...columns.keys()])))
  return unknown.length === 0
}

function isAdmitted({ where }: TableDraft, cellAt: CellAt): boolean {
  return Object.entries(where).every(([column, admitted]) =>
    admitted.some(({ content }) => content === cellAt(column).content),
  )
}

function toStatement(column: ColumnDraft, { number }: Row, cellAt: CellAt, place: Place): readonly StatementDraft[] {
  const value = statedValue(column, cellAt, place)
  if (!value) return []
  const { property, language, edition, valid, confidence, rank, qualifiers } = column
  return [
    {
      place: value.place,
      property,
      value: { content: withUnit(value.content, column), place: value.place },
      asStated: value.content,
      language,
      edition,
      quote: value,
      prefix: undefined,
      suffix: undefined,
      fragment: `row=${number}`,
      valid: valid && filled(valid, cellAt),
      confidence,
      rank,
      qualifiers: Object.fromEntries(
        Object.entries(qualifiers).flatMap(([key, text]) => {
          const content = filled(text, cellAt)
          return content ? [[key, content]] : []
        }),
      ),
    },
  ]
}

/** An empty cell states nothing; nor does a template with an empty cell in it. */
function statedValue({ column, template, value }: ColumnDraft, cellAt: CellAt, place: Place): Placed | undefined {
  if (value) return { content: value.content, place }
  if (column) {
    const cell = cellAt(column.content)
    return cell.content === '' ? undefined : cell
  }
  return template && filled(template, cellAt)
}

function filled(template: Placed, cellAt: CellAt): Placed | undefined {
  const content = fill(template.content, cellAt)
  const [first] = namesIn(template.content)
  return content === undefined
    ? undefined
    : { content, place: first === undefined ? template.place : cellAt(first).place }
}

/** A bare number takes the unit and number format that the column has. */
function withUnit(cell: string, { unit, precision }: ColumnDraft): string {
  return `${cell}${unit ? ` ${unit.content}` : ''}${precision ? ` @${precision.content}` : ''}`
}

const cellMark = /\{([^{}|]+)(\|slug)?\}/g

function namesIn(template: string): string[] {
  return [...template.matchAll(cellMark)].map(([, name = '']) => name.trim())
}

/** Puts cells into a template; undefined where one of them is empty. */
function fill(template: string, cellAt: CellAt): string | undefined {
  let isWhole = true
  const text = template.replace(cellMark, (_, name: string, slug: string | undefined) => {
    const { content } = cellAt(name.trim())
    const put = slug ? slugOf(content) : content
    if (put === '') isWhole = false
    return put
  })
  return isWhole ? text : undefined
}

/** `South Korea` as south-korea: letters without marks, in lower case, words joined. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
