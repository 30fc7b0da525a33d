import { stringify } from 'csv-stringify/sync'

/** Says that the rows are the members of the object that is the whole text. */
const everyMember = '*'

/**
 * A list of JSON objects as a CSV table (RFC 4180): one row for each object, with the members at these paths as cells.
 * The list is the whole text, the member at the path `rows`, or, in JSON Lines, one object a line. With the path `*` each
 * member of the whole object is a row, with the paths `@key` for its name and `@value` for a value that is no object. An
 * absent or null member is an empty cell; a list or an object is written as JSON.
 */
export function jsonToCsv(json: string, columns: readonly string[], rows?: string): string {
  const cells = listOf(json, rows).map(object => columns.map(path => textOf(memberOf(object, path.split('.')))))
  return stringify([columns, ...cells], { record_delimiter: 'windows' })
}

function listOf(json: string, rows: string | undefined): readonly unknown[] {
  if (rows === everyMember) return Object.entries(JSON.parse(json) as object).map(toRow)
  if (rows !== undefined) return memberOf(JSON.parse(json), rows.split('.')) as readonly unknown[]
  if (json.trimStart().startsWith('[')) return JSON.parse(json) as readonly unknown[]
  return json
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as unknown)
}

function toRow([key, value]: readonly [string, unknown]): object {
  return { '@key': key, '@value': value, ...(typeof value === 'object' && value !== null ? value : {}) }
}

function memberOf(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return memberOf((value as Readonly<Record<string, unknown>>)[name], rest)
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
