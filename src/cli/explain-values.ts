import type { CheckedStatement } from '../datasets/check/check-statement.js'
import { formatValue } from '../values/format-value.js'

/** A value read from a source's words, once for all statements with the same words and value. */
export interface ReadValue {
  readonly property: string
  /** The words of the source. */
  readonly words: string
  /** The value, as a dataset writes it; empty if the words give no number. */
  readonly value: string
  readonly derived?: string
  /** The first entity with such a statement. */
  readonly subject: string
  readonly count: number
}

/** Kinds of values that are read from words: quantities, dates, codes, places. Names and links are not. */
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
