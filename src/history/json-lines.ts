import { createReadStream } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { Place, ProblemList } from '../datasets/check/problem-list.js'
import { reportUnreadable } from '../datasets/files/read-file.js'
import { readLines } from '../datasets/files/read-lines.js'
import { MergedIds } from '../model/merged-ids.js'
import type { HistoryItem } from './history-item.js'
import { readItem } from './history-schema.js'

/** The first line of a history: its format and version. */
const begin = { type: 'history', version: 1 }

/** The counts in the last line of a history. They show whether a file was cut off. */
export interface HistoryCounts {
  readonly revisions: number
  readonly statements: number
}

/** A history as JSON Lines: one object a line, each with a `type`. */
export async function* toJsonLines(items: AsyncIterable<HistoryItem>): AsyncGenerator<string, HistoryCounts> {
  yield `${JSON.stringify(begin)}\n`
  let counts: HistoryCounts = { revisions: 0, statements: 0 }
  for await (const item of items) {
    counts = count(counts, item)
    yield `${JSON.stringify(item)}\n`
  }
  yield `${JSON.stringify({ type: 'end', ...counts })}\n`
  return counts
}

/**
 * The items of a history, line by line. Reports each wrong line, a file that is no history, and a file that was cut
 * off, and continues after a wrong line.
 */
export async function* readJsonLines(path: string, problems: ProblemList): AsyncGenerator<HistoryItem> {
  const sequence = new Sequence()
  let line = 0
  let counts: HistoryCounts = { revisions: 0, statements: 0 }
  let end: unknown
  try {
    for await (const text of readLines(createReadStream(path))) {
      line++
      const place = { file: path, line }
      const value = parse(text, place, problems)
      if (line === 1 && !isBegin(value, place, problems)) return
      if (line === 1 || value === undefined) continue
      if (end !== undefined) {
        problems.fatal('HISTORY_LINE', place, { detail: 'it follows the last line of the history' })
        return
      }
      if (isEnd(value)) {
        end = value
        continue
      }
      const read = readItem(value)
      const fault = 'fault' in read ? read.fault : sequence.faultOf(read.item)
      if ('fault' in read || fault !== undefined) {
        problems.fatal('HISTORY_LINE', place, { detail: fault ?? '' })
        continue
      }
      const { item } = read
      counts = count(counts, item)
      yield item
    }
  } catch (failure) {
    reportUnreadable(path, { file: path }, failure, problems)
    return
  }
  if (line === 0 || end === undefined) problems.fatal('HISTORY_CUT', { file: path, line: Math.max(line, 1) })
  else if (!isDeepStrictEqual(end, { type: 'end', ...counts }))
    problems.fatal('HISTORY_LINE', { file: path, line }, { detail: 'it counts other lines than there are' })
}

function count({ revisions, statements }: HistoryCounts, { type }: HistoryItem): HistoryCounts {
  return {
    revisions: revisions + (type === 'revision' ? 1 : 0),
    statements: statements + (type === 'statement' ? 1 : 0),
  }
}

function parse(text: string, place: Place, problems: ProblemList): unknown {
  try {
    return JSON.parse(text)
  } catch (failure) {
    const detail = failure instanceof Error ? failure.message : ''
    problems.fatal('HISTORY_LINE', place, { detail: `it is not JSON: ${detail}` })
    return undefined
  }
}

function isBegin(value: unknown, place: Place, problems: ProblemList): boolean {
  if (JSON.stringify(value) === JSON.stringify(begin)) return true
  const hint = '`suanli export --format jsonl` writes one'
  problems.fatal('HISTORY_LINE', place, { detail: `a history begins with ${JSON.stringify(begin)}` }, hint)
  return false
}

function isEnd(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'end'
}

/** The order of a history: revisions follow each other, other items belong to a revision, and only merged ids are split. */
class Sequence {
  #last = 0
  readonly #merged = new MergedIds()

  /** The problem of the next item, in words; undefined if the item can follow. */
  faultOf(item: HistoryItem): string | undefined {
    if (item.type !== 'revision') return this.#last === 0 ? 'it precedes the first revision' : undefined
    const { number, deed } = item
    if (number !== this.#last + 1) return `revision ${number} does not follow revision ${this.#last}`
    this.#last = number
    const refusal = deed && this.#merged.refusalOf(deed)
    if (deed) this.#merged.add(deed)
    return refusal?.message
  }
}
