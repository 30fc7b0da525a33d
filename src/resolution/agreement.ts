import type { Statement } from '../model/statement.js'
import { type CitedEditions, originalsOf } from './cited-edition.js'
import { isConversion } from './contradiction.js'
import type { ResolvedProperty } from './resolve.js'
import { valueKey } from './support.js'

/** The alternatives that state the chosen value. */
export function supportingIn({ chosen, alternatives }: ResolvedProperty): readonly Statement[] {
  if (!chosen) return []
  const key = valueKey(chosen)
  return alternatives.filter(statement => valueKey(statement) === key)
}

/** The alternatives that state another value and do not count. A conversion of the chosen amount into another currency agrees. */
export function contradictingIn(resolved: ResolvedProperty, citedEditions: CitedEditions): readonly Statement[] {
  const { chosen, alternatives, counted } = resolved
  const key = chosen && valueKey(chosen)
  const converted = convertedIn(resolved, citedEditions)
  return alternatives.filter(
    statement => valueKey(statement) !== key && !counted.includes(statement) && !converted.includes(statement),
  )
}

/** The alternatives that state the chosen amount in another currency, as a translation or as the original of one. */
export function convertedIn(
  { chosen, alternatives }: ResolvedProperty,
  citedEditions: CitedEditions,
): readonly Statement[] {
  if (chosen?.value.kind !== 'quantity') return []
  const isTranslation = (a: Statement, b: Statement) => originalsOf(a.edition, citedEditions).has(b.edition)
  return alternatives.filter(other => {
    if (isTranslation(other, chosen)) return isConversion(chosen, other, citedEditions)
    return isTranslation(chosen, other) && isConversion(other, chosen, citedEditions)
  })
}
