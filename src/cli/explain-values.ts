import type { CheckedStatement } from '../datasets/check/check-statement.js'
import { formatValue } from '../values/format-value.js'

/** What was read of the words of a source, once for all statements in which words and value are the same. */
export interface ReadValue {
  readonly property: string
  /** The words of the source. */
  readonly words: string
  /** What was read of them, as a dataset writes it; empty if they give no number. */
  readonly value: string
  readonly derived?: string
  /** The first entity of which it is said. */
  readonly subject: string
  readonly count: number
}

/** Values that are read: quantities, dates, codes, places. Names and links are as they are given. */
export function explainValues(statements: Iterable<CheckedStatement>): readonly ReadValue[] {
  const values = new Map<string, ReadValue>()
  for (const { statement } of statements) {
    const { property, value, asStated, derived, subject } = statement
    if (value.kind === 'text' || value.kind === 'entity') continue
    const read = formatValue(value)
    const key = JSON.stringify([property, asStated, read, derived])
    const count = (values.get(key)?.count ?? 0) + 1
    const first = values.get(key)?.subject ?? subject
    values.set(key, {
      property,
      words: asStated,
      value: read,
      ...(derived !== undefined && { derived }),
      subject: first,
      count,
    })
  }
  return [...values.values()].sort((a, b) => compare(a.property, b.property) || compare(a.words, b.words))
}

/** `  capacity "5000P" → 5000 PFLOPS   computecentre/a and 3 more`. */
export function valuesText(values: readonly ReadValue[]): string {
  return values
    .map(({ property, words, value, derived, subject, count }) => {
      const read = value === '' ? 'no number, kept as stated' : value
      const how = derived === undefined ? '' : ` (derived: ${derived})`
      return `  ${property} "${words}" → ${read}${how}   ${subject}${count > 1 ? ` and ${count - 1} more` : ''}`
    })
    .join('\n')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
