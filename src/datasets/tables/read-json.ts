import { Readable } from 'node:stream'
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { isSafeNumber, parse } from 'lossless-json'
import { meant } from '../../ontology/closest-match.js'
import { didYouMean, type Place, type Placed, type ProblemList } from '../check/problem-list.js'
import { type DatasetFile, failureCode } from '../files/read-file.js'
import { readLines } from '../files/read-lines.js'
import { type FindValues, type Found, findValues, type JsonValue } from './json-path.js'
import { readBytes } from './read-bytes.js'
import type { Row } from './row.js'

/** What rows of JSON are read with. */
export interface JsonTable {
  readonly file: DatasetFile
  /** From the row on; then, from a part of the row on, those that begin with `@`. */
  readonly columns: readonly Placed[]
  /** The JSONPath of the rows in a JSON document; JSON Lines has a row a line. */
  readonly rows: Placed | undefined
  readonly encoding: string | undefined
}

const maxLength = 256 * 1024 * 1024

/**
 * The rows of a JSON document or, by the name of the file, of JSON Lines, with a cell for each column. Reports each
 * column that no row has.
 */
export async function* readJsonRows(table: JsonTable, problems: ProblemList): AsyncGenerator<Row> {
  const reader = new JsonReader(table, problems)
  const before = problems.errorCount
  try {
    yield* isJsonLines(table.file.named) ? reader.readLines() : reader.readDocument()
  } catch (failure) {
    if (failureCode(failure) === undefined) throw failure
    const { named } = table.file
    problems.fatal('FILE_UNREADABLE', { file: named }, { file: named, reason: 'it ends too early or is not gzip' })
  }
  if (problems.errorCount === before) reader.reportUnknownColumns()
}

export function isJson(name: string): boolean {
  return /\.(json|geojson|jsonl|ndjson)(\.gz)?$/i.test(name)
}

export function isJsonLines(name: string): boolean {
  return /\.(jsonl|ndjson)(\.gz)?$/i.test(name)
}

class JsonReader {
  readonly #readers: readonly (FindValues | undefined)[]
  readonly #partReaders: readonly (FindValues | undefined)[]
  /** Indexes of the columns that some row has. */
  readonly #known = new Set<number>()
  readonly #members = new Set<string>()
  #rowCount = 0

  constructor(
    readonly table: JsonTable,
    readonly problems: ProblemList,
  ) {
    const { columns } = table
    this.#readers = columns.map(({ content }) => (isOfPart(content) ? undefined : findValues(content)))
    this.#partReaders = columns.map(({ content }) =>
      isOfPart(content) ? findValues(`$${content.slice(1)}`) : undefined,
    )
  }

  async *readLines(): AsyncGenerator<Row> {
    let number = 0
    for await (const line of readLines(Readable.from(this.#bytes()))) {
      number++
      const document = new JsonText(number === 1 ? line.replace(/^\ufeff/, '') : line, this.table.file.named, number)
      const row = document.text.trim() === '' ? {} : document.parse(this.problems)
      if (row !== undefined) yield this.#rowOf(row, [], number, document, document.text)
    }
  }

  async *readDocument(): AsyncGenerator<Row> {
    const { file, rows } = this.table
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of this.#bytes()) {
      length += chunk.length
      if (length > maxLength) {
        const reason = `it has more than ${maxLength / 1024 / 1024} MB: make it JSON Lines, a row a line`
        this.problems.fatal('FILE_UNREADABLE', { file: file.named }, { file: file.named, reason })
        return
      }
      chunks.push(chunk)
    }
    const document = new JsonText(new TextDecoder('utf-8').decode(Buffer.concat(chunks)), file.named, 1)
    const root = document.parse(this.problems)
    if (root === undefined) return
    for (const { value, path } of findValues(rows?.content ?? '$[*]')(root))
      yield this.#rowOf(value, path, this.#rowCount + 1, document, undefined)
  }

  /** A column that no row has is misspelt, or of another table. */
  reportUnknownColumns(): void {
    if (this.#rowCount === 0) return
    for (const [index, { content, place }] of this.table.columns.entries()) {
      if (this.#known.has(index)) continue
      this.problems.fatal('COLUMN_UNKNOWN', place, { seen: content }, didYouMean(meant(content, [...this.#members])))
    }
  }

  #bytes(): AsyncGenerator<Buffer> {
    const { file, encoding } = this.table
    return readBytes(file.path, file.named, this.problems, encoding)
  }

  #rowOf(
    row: JsonValue,
    path: readonly (string | number)[],
    number: number,
    document: JsonText,
    text: string | undefined,
  ): Row {
    this.#rowCount++
    if (this.#rowCount <= sampledRows && isObject(row)) for (const name of Object.keys(row)) this.#members.add(name)
    const whole = this.#cellsOf(row, path, document, this.#readers, number)
    return {
      ...whole,
      get text(): string {
        return text ?? JSON.stringify(row)
      },
      number,
      parts: each =>
        findValues(each)(row).map(part => {
          const cells = this.#cellsOf(part.value, [...path, ...part.path], document, this.#partReaders, number)
          return {
            cells: whole.cells.map((cell, index) => (this.#readers[index] ? cell : (cells.cells[index] ?? ''))),
            lists: new Map([...whole.lists, ...cells.lists]),
            text: JSON.stringify(part.value),
            number,
            placeOf: index => (this.#readers[index] ? whole : cells).placeOf(index),
          }
        }),
    }
  }

  #cellsOf(
    value: JsonValue,
    path: readonly (string | number)[],
    document: JsonText,
    readers: readonly (FindValues | undefined)[],
    row: number,
  ) {
    const found = readers.map(read => read?.(value) ?? [])
    const lists = new Map<number, readonly string[]>()
    const cells = found.map((values, index) => {
      if (values.length > 0) this.#known.add(index)
      const texts = values.flatMap(one => this.#textOf(one, () => document.placeOf([...path, ...one.path])))
      if (texts.length > 1) lists.set(index, texts)
      return texts[0] ?? ''
    })
    const placeOf = (index: number): Place => {
      const place = document.placeOf([...path, ...(found[index]?.[0]?.path ?? [])])
      return row === place.line ? place : { ...place, row }
    }
    return { cells, lists, placeOf }
  }

  #textOf({ value, path }: Found, place: () => Place): readonly string[] {
    if (value === null) return []
    if (typeof value !== 'object') return [String(value)]
    const seen = Array.isArray(value) ? 'a list' : 'an object'
    const name = path.at(-1)
    const hint = Array.isArray(value) ? `$.${name}[*] takes each of its members` : `$.${name}.NAME takes a member`
    this.problems.error('VALUE_INVALID', place(), { seen, expected: 'a text, a number or a truth value' }, hint)
    return []
  }
}

/** Rows whose members are named to a person who misspelt one. */
const sampledRows = 100

function isOfPart(column: string): boolean {
  return column.startsWith('@')
}

function isObject(value: JsonValue): value is Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text with JSON in it, and where things in it are. */
class JsonText {
  #tree: Node | undefined
  #lineStarts: readonly number[] | undefined

  constructor(
    readonly text: string,
    readonly file: string,
    readonly firstLine: number,
  ) {}

  /** A number that a double cannot hold stays the text that it is. Undefined, and reported, if the text is no JSON. */
  parse(problems: ProblemList): JsonValue | undefined {
    try {
      const toNumber = (written: string) => (isSafeNumber(written) ? Number(written) : written)
      return parse(this.text, undefined, toNumber) as JsonValue
    } catch (failure) {
      const faults: ParseError[] = []
      parseTree(this.text, faults)
      const [fault] = faults
      const detail = fault ? printParseErrorCode(fault.error) : failure instanceof Error ? failure.message : ''
      problems.fatal('JSON_SYNTAX', this.#placeAt(fault?.offset ?? 0), { detail })
      return undefined
    }
  }

  placeOf(path: readonly (string | number)[]): Place {
    this.#tree ??= parseTree(this.text)
    const node = this.#tree && findNodeAtLocation(this.#tree, [...path])
    return this.#placeAt(node?.offset ?? this.#tree?.offset ?? 0)
  }

  #placeAt(offset: number): Place {
    this.#lineStarts ??= [0, ...[...this.text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)]
    const line = this.#lineStarts.findLastIndex(start => start <= offset)
    const start = this.#lineStarts[line] ?? 0
    return { file: this.file, line: this.firstLine + line, column: [...this.text.slice(start, offset)].length + 1 }
  }
}
