/**
 * A JSON list of objects as a CSV table (RFC 4180): a row for each, in its order, with the members at these paths as
 * cells. What is not there, or null, is an empty cell; a member that is a list or an object is its JSON.
 */
export function jsonToCsv(json: string, columns: readonly string[]): string {
  const objects = JSON.parse(json) as readonly unknown[]
  const rows = objects.map(object => columns.map(path => textOf(memberOf(object, path.split('.')))))
  return [columns, ...rows].map(row => `${row.map(cellOf).join(',')}\r\n`).join('')
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

function cellOf(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
