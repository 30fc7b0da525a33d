import type { Comparator } from './comparator.js'
import { addDecimals } from './decimal.js'
import type { Measured } from './measured.js'
import { convertAmount, type Unit } from './unit.js'

/**
 * The sum in that unit of quantities of its kind, each as it is stated: of a range both ends are added up. It is bounded
 * as vaguely as its parts are: a sum with “at least” in it is at least that much, one with “at most” at most, one with
 * both is about that much. What number format it has is the caller's affair. Throws where one does not convert.
 */
export function sumQuantities(quantities: readonly Measured[], unit: Unit): Measured {
  let [amount, upper] = ['0', '0']
  for (const each of quantities) {
    amount = addDecimals(amount, converted(each.amount, each.unit, unit))
    upper = addDecimals(upper, converted(each.upper ?? each.amount, each.unit, unit))
  }
  const comparator = comparatorOf(new Set(quantities.map(each => each.comparator)))
  return { kind: 'quantity', amount, ...(comparator === 'BETWEEN' && { upper }), unit, comparator }
}

function comparatorOf(parts: ReadonlySet<Comparator>): Comparator {
  const isOpenAbove = parts.has('AT_LEAST') || parts.has('MORE_THAN')
  const isOpenBelow = parts.has('AT_MOST') || parts.has('LESS_THAN')
  // The lower ends of ranges are added up, so that nothing is said of what is at most the sum of the upper ones.
  if (isOpenBelow && (isOpenAbove || parts.has('BETWEEN'))) return 'ABOUT'
  if (isOpenAbove) return 'AT_LEAST'
  if (isOpenBelow) return 'AT_MOST'
  if (parts.has('ABOUT')) return 'ABOUT'
  return parts.has('BETWEEN') ? 'BETWEEN' : 'EXACTLY'
}

function converted(amount: string, from: Unit, to: Unit): string {
  const found = convertAmount(amount, from, to)
  if (found === undefined) throw new Error(`${from} does not convert to ${to}.`)
  return found
}
