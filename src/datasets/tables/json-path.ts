import { exec, type JsonValue, query } from 'jsonpath-rfc9535'
import type { Placed, ProblemList } from '../check/problem-list.js'

export type { JsonValue }

/** A value that a path found, and where it is: member names and indexes from the value that was asked. */
export interface Found {
  readonly value: JsonValue
  readonly path: readonly (string | number)[]
}

/** What a column of a JSON table finds in a row: a JSONPath (RFC 9535) if it begins with `$`, else the member of that name. */
export type FindValues = (row: JsonValue) => readonly Found[]

export function findValues(column: string): FindValues {
  if (!column.startsWith('$')) return row => memberOf(row, column)
  return row => {
    const found: Found[] = []
    exec(row, column, (value, path) => void found.push({ value, path }))
    return found
  }
}

/** Reports a path that is none. */
export function isPath({ content, place }: Placed, problems: ProblemList): boolean {
  if (!content.startsWith('$')) return true
  try {
    query(null, content)
    return true
  } catch {
    const hint = 'such as $.name, $.locations[0].city or $.names[?@.lang == "zh"].value'
    problems.fatal('VALUE_INVALID', place, { seen: content, expected: 'a JSONPath (RFC 9535)' }, hint)
    return false
  }
}

function memberOf(row: JsonValue, name: string): readonly Found[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row) || !Object.hasOwn(row, name)) return []
  return [{ value: row[name] as JsonValue, path: [name] }]
}
