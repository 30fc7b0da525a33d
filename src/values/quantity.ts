import type { Comparator } from './comparator.js'
import { compareDecimals, multiplyDecimals } from './decimal.js'
import { formatTerms, termsMayAgree } from './precision.js'
import { toBase, type UnitKind, unitKindOf } from './unit.js'
import type { Quantity } from './value.js'

/** The values that a quantity may have, in the base unit of its kind; an absent end is open. */
export interface QuantityBounds {
  readonly unitKind?: UnitKind
  readonly low?: string
  /** `low` itself is excluded. */
  readonly lowOpen?: boolean
  readonly high?: string
  readonly highOpen?: boolean
}

/** The text that parses back to the quantity; empty where it has no number, since only the source's words say it then. */
export function formatQuantity(quantity: Quantity): string {
  const { amount, upper, unit, comparator, of } = quantity
  if (amount === undefined || unit === undefined) return ''
  const signs: Readonly<Record<Comparator, string>> = {
    EXACTLY: '',
    BETWEEN: '',
    ABOUT: '~',
    AT_LEAST: '>= ',
    MORE_THAN: '> ',
    AT_MOST: '<= ',
    LESS_THAN: '< ',
  }
  const figure = `${signs[comparator]}${amount}${upper === undefined ? '' : `..${upper}`} ${unit}`
  return `${figure}${of === undefined ? '' : ` of ${of}`}${formatTerms(quantity)}`
}

/** What values it may have. About a figure: within a tenth of it, since what sources round is seldom further off. Empty where it has no number. */
export function boundsOf({
  amount,
  upper,
  unit,
  comparator,
}: Pick<Quantity, 'amount' | 'upper' | 'unit' | 'comparator'> & { kind?: 'quantity' }): QuantityBounds {
  if (amount === undefined || unit === undefined) return {}
  const [unitKind, base] = [unitKindOf(unit), toBase(amount, unit)]
  switch (comparator) {
    case 'EXACTLY':
      return { unitKind, low: base, high: base }
    case 'BETWEEN':
      return { unitKind, low: base, high: upper === undefined ? base : toBase(upper, unit) }
    case 'AT_LEAST':
      return { unitKind, low: base }
    case 'MORE_THAN':
      return { unitKind, low: base, lowOpen: true }
    case 'AT_MOST':
      return { unitKind, high: base }
    case 'LESS_THAN':
      return { unitKind, high: base, highOpen: true }
    case 'ABOUT': {
      const ends = [multiplyDecimals(base, '0.9'), multiplyDecimals(base, '1.1')].sort(compareDecimals)
      return { unitKind, low: ends[0] as string, high: ends[1] as string }
    }
  }
}

/**
 * Whether two quantities may be one. Incomparable: of unlike kinds, without a number, of two number formats, bases,
 * sparsities or things counted that both sources state; what one of them leaves open is no obstacle.
 */
export function quantitiesOverlap(a: Quantity, b: Quantity): 'overlap' | 'disjoint' | 'incomparable' {
  const [left, right] = [boundsOf(a), boundsOf(b)]
  if (left.unitKind === undefined || left.unitKind !== right.unitKind) return 'incomparable'
  if (!termsMayAgree(a, b)) return 'incomparable'
  if (!mayBeOfOne(a.of, b.of)) return 'incomparable'
  return boundsOverlap(left, right) ? 'overlap' : 'disjoint'
}

/** 家 and 家企业, H100 and `NVIDIA H100` may be one thing; 家 and 个, H100 and 昇腾910B are two. */
function mayBeOfOne(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true
  const [left, right] = [a.toLowerCase(), b.toLowerCase()]
  return left.includes(right) || right.includes(left)
}

/** Whether some figure lies in both. */
export function boundsOverlap(a: QuantityBounds, b: QuantityBounds): boolean {
  return !isBelow(a, b) && !isBelow(b, a)
}

function isBelow({ high, highOpen }: QuantityBounds, { low, lowOpen }: QuantityBounds): boolean {
  if (high === undefined || low === undefined) return false
  const order = compareDecimals(high, low)
  return order < 0 || (order === 0 && (highOpen === true || lowOpen === true))
}
