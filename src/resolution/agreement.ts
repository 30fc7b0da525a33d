import type { Statement } from '../model/statement.js'
import type { ResolvedProperty } from './resolve.js'
import { valueKey } from './support.js'

/** The alternatives that state the chosen value. */
export function supportingIn({ chosen, alternatives }: ResolvedProperty): readonly Statement[] {
  if (!chosen) return []
  const key = valueKey(chosen)
  return alternatives.filter(statement => valueKey(statement) === key)
}

/** The alternatives that state another value and do not count. */
export function contradictingIn({ chosen, alternatives, counted }: ResolvedProperty): readonly Statement[] {
  const key = chosen && valueKey(chosen)
  return alternatives.filter(statement => valueKey(statement) !== key && !counted.includes(statement))
}
