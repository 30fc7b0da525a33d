import { parse } from 'csv-parse/sync'

/** What tables are separated by, the standard’s own first. */
export const separators = [',', ';', '\t', '|'] as const

/** A separator as a person reads it. */
export function separatorName(separator: string): string {
  return separator === '\t' ? 'tab' : `"${separator}"`
}

/**
 * The separator by which the header has the most of the columns that a table’s description names; the usual one if no
 * other has more. Nothing is guessed from the rows.
 */
export function detectSeparator(
  beginning: string,
  headerRow: number,
  columns: readonly string[],
  usual: string,
): string {
  let [found, most] = [usual, countColumns(beginning, headerRow, columns, usual)]
  for (const separator of separators) {
    if (most === columns.length) break
    const count = countColumns(beginning, headerRow, columns, separator)
    if (count > most) [found, most] = [separator, count]
  }
  return found
}

function countColumns(text: string, headerRow: number, columns: readonly string[], separator: string): number {
  try {
    const rows = parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: headerRow,
    })
    const names = new Set(rows[headerRow - 1]?.map(name => name.trim()))
    return columns.filter(column => names.has(column)).length
  } catch {
    return 0
  }
}
