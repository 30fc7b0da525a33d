import type { Statement } from '../model/statement.js'
import { boundsOf } from '../values/quantity.js'
import type { Value } from '../values/value.js'
import { type CitedEditions, originalsOf, sourceIdOf } from './cited-edition.js'
import { codeKey } from './codes.js'
import { figureKey } from './contradiction.js'

/** How many independent sources state the value of a statement. */
export type Support = (statement: Statement) => number

/**
 * Counts the independent sources of each value among statements of one property. Editions of one source are one source,
 * and a translation counts for its original. Counts are computed on demand.
 */
export function supportAmong(statements: readonly Statement[], citedEditions: CitedEditions): Support {
  let counts: ReadonlyMap<Statement, number> | undefined
  return statement => {
    counts ??= countSources(statements, citedEditions)
    return counts.get(statement) ?? 0
  }
}

function countSources(statements: readonly Statement[], citedEditions: CitedEditions): ReadonlyMap<Statement, number> {
  const sources = new Map<string, Set<string>>()
  const keys = new Map<Statement, string>()
  for (const statement of statements) {
    const source = sourceIdOf([...originalsOf(statement.edition, citedEditions)].at(-1) ?? statement.edition)
    const key = valueKey(statement)
    const known = sources.get(key)
    keys.set(statement, key)
    if (known) known.add(source)
    else sources.set(key, new Set([source]))
  }
  return new Map([...keys].map(([statement, key]) => [statement, sources.get(key)?.size ?? 0]))
}

/** Key that statements of one value share, in any unit or spelling. */
export function valueKey({ value, asStated }: Statement): string {
  switch (value.kind) {
    case 'quantity':
      return quantityKey(value) ?? fold(asStated)
    case 'text':
      return fold(value.text)
    case 'code':
      return codeKey(value.code)
    case 'entity':
      return value.entity
    case 'date':
      return value.edtf
    case 'geo':
      return `${value.latitude} ${value.longitude}`
  }
}

function quantityKey(value: Value & { readonly kind: 'quantity' }): string | undefined {
  const { low, high } = boundsOf(value)
  if (low === undefined && high === undefined) return undefined
  return `${figureKey(value)} ${value.comparator} ${low} ${high}`
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
