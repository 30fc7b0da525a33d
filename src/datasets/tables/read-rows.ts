import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import type { Place, ProblemList } from '../check/problem-list.js'
import { type DatasetFile, failureCode } from '../files/read-file.js'
import { readBytes } from './read-bytes.js'
import type { Row } from './row.js'

/** How a CSV file is written, if not as the standard has it. */
export interface CsvForm {
  readonly encoding?: string | undefined
  readonly separator?: string | undefined
}

export function usualSeparator(name: string): string {
  return /\.tsv(\.gz)?$/i.test(name) ? '\t' : ','
}

/**
 * The rows of a CSV file, or a TSV one by its name, .gz too, as a stream. RFC 4180; a byte-order mark, rows that end in
 * LF or CR alone, and empty lines are accepted. A row with quotes in the wrong place is reported and left out; a quote
 * that is never closed, bytes that are not UTF-8 and a file that ends too early make the whole file unreadable.
 */
export async function* readRows(
  { path, named }: DatasetFile,
  problems: ProblemList,
  { encoding, separator = usualSeparator(named) }: CsvForm = {},
): AsyncGenerator<Row> {
  const faults: { readonly code: string; readonly raw: string }[] = []
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    raw: true,
    skip_empty_lines: true,
    relax_column_count: true,
    // A quote in the wrong place would make the parser lose the end of the row; whether there is one is asked of the text.
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: maxRowLength,
    on_skip: (fault, raw) => void faults.push({ code: fault?.code ?? '', raw: raw ?? '' }),
  })
  // The stream that ends first ends the other; the loop below receives the reason.
  pipeline(readBytes(path, named, problems, encoding), parser, () => {})

  let [number, line] = [0, 1]
  try {
    for await (const { record, raw } of parser as AsyncIterable<{ readonly record: string[]; readonly raw: string }>) {
      const text = raw.replace(emptyLines, '')
      line += countLineEnds(emptyLines.exec(raw)?.[0] ?? '')
      number++
      const row = {
        cells: record,
        text: withoutEnd(text),
        number,
        placeOf: cellPlaces(text, separator, named, line, number),
      }
      if (hasStrayQuote(record, text, separator)) reportStrayQuote(row, problems)
      else yield row
      line += countLineEnds(text)
    }
  } catch (failure) {
    if (failureCode(failure) === undefined) throw failure
    problems.fatal(
      'FILE_UNREADABLE',
      { file: named, line },
      { file: named, reason: 'it ends too early or is not gzip' },
    )
  }
  const [fault] = faults
  if (!fault) return
  const place = { file: named, line: line + countLineEnds(emptyLines.exec(fault.raw)?.[0] ?? ''), column: 1 }
  problems.fatal('CSV_SYNTAX', place, { detail: faultTexts[fault.code] ?? fault.code }, 'close the quote, or double it')
}

function withoutEnd(row: string): string {
  return row.replace(/[\r\n]+$/, '')
}

/** What the parser lets pass before a row. */
const emptyLines = /^[\r\n]+/

/** A longer row is one whose quote is not closed. */
const maxRowLength = 10_000_000

const faultTexts: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote in it is not closed up to the end of the file',
  CSV_MAX_RECORD_SIZE: 'a quote in it is not closed within 10 million characters',
}

/** As the parser counts: CRLF ends one line; of the one that ends the row itself it gives the CR alone. */
function countLineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

/** RFC 4180, section 2.5 and 2.7: a cell is in quotes whole, with quotes in it doubled, or has none. */
function hasStrayQuote(cells: readonly string[], text: string, separator: string): boolean {
  if (!cells.some(cell => cell.includes('"'))) return false
  let at = 0
  for (;;) {
    const end = endOfCell(text, at, separator)
    const isQuoted = text[at] === '"'
    if (isQuoted ? !/^"(?:[^"]|"")*"$/.test(text.slice(at, end)) : text.slice(at, end).includes('"')) return true
    if (text[end] !== separator) return false
    at = end + 1
  }
}

function reportStrayQuote({ placeOf, cells }: Row, problems: ProblemList): void {
  const index = cells.findIndex(cell => cell.includes('"'))
  const hint = 'put the whole cell in quotes and double those within: "a ""b"" c"'
  problems.error(
    'CSV_SYNTAX',
    placeOf(Math.max(0, index)),
    { detail: 'a quotation mark is in the middle of a cell' },
    hint,
  )
}

/** The index of the separator or line end after a cell, or of the text’s end. */
function endOfCell(text: string, start: number, separator: string): number {
  let at = start
  if (text[at] === '"') {
    at++
    while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1
  }
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/** Finds a cell only when it is asked for: most rows have no problem. */
function cellPlaces(
  text: string,
  separator: string,
  file: string,
  firstLine: number,
  row: number,
): (index: number) => Place {
  return index => {
    let at = 0
    for (let passed = 0; passed < index; passed++) at = endOfCell(text, at, separator) + 1
    const before = text.slice(0, at).split(/\r\n|\r|\n/)
    const line = firstLine + before.length - 1
    return { file, line, column: [...(before.at(-1) ?? '')].length + 1, ...(row !== line && { row }) }
  }
}
