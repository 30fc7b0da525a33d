import { compareDecimals, parseDecimal } from './decimal.js'
import { edtfBounds } from './edtf.js'
import { isMeasured } from './measured.js'
import { convertAmount, type Unit, unitKindOf } from './unit.js'
import type { Value } from './value.js'

/** What figures of one kind of unit may be. All numbers are in `unit`. */
export interface QuantityLimit {
  readonly unit: Unit
  /** A smaller number is refused. */
  readonly least?: string
  /** A greater number is refused. */
  readonly most?: string
  /** A number with a fraction is refused: half a card. */
  readonly whole?: boolean
  /** A number outside is a warning. */
  readonly plausible?: readonly [least: string, most: string]
}

/** What dates may be: EDTF, both ends included. */
export interface DateLimit {
  readonly plausible: readonly [earliest: string, latest: string]
}

export const boundKinds = ['LEAST', 'MOST', 'WHOLE', 'PLAUSIBLE'] as const

export type BoundKind = (typeof boundKinds)[number]

/** A bound of a property that a value breaks. */
export interface BrokenBound {
  readonly kind: BoundKind
  /** `PLAUSIBLE` is a warning; the others are refused. */
  readonly isHard: boolean
  /** The bound, as a dataset writes a quantity or a date: `0 MW`, `1 KW..20 GW`. */
  readonly bound: string
}

/** The first bound that a value breaks, a hard one before a range that is plausible. */
export function brokenBound(
  value: Value,
  limits: readonly QuantityLimit[],
  dates: DateLimit | undefined,
): BrokenBound | undefined {
  if (value.kind === 'date') return dates && brokenByDate(value.edtf, dates)
  if (value.kind !== 'quantity' || !isMeasured(value)) return undefined
  const limit = limits.find(({ unit }) => unitKindOf(unit) === unitKindOf(value.unit))
  if (!limit) return undefined
  const stated = [value.amount, value.upper].flatMap(amount => {
    const converted = amount === undefined ? undefined : convertAmount(amount, value.unit, limit.unit)
    return converted === undefined ? [] : [converted]
  })
  return brokenByNumbers(stated, limit)
}

function brokenByNumbers(stated: readonly string[], limit: QuantityLimit): BrokenBound | undefined {
  const { unit, least, most, whole, plausible } = limit
  const isBelow = (bound: string) => stated.some(amount => compareDecimals(amount, exact(bound)) < 0)
  const isAbove = (bound: string) => stated.some(amount => compareDecimals(amount, exact(bound)) > 0)
  if (least !== undefined && isBelow(least)) return { kind: 'LEAST', isHard: true, bound: `${least} ${unit}` }
  if (most !== undefined && isAbove(most)) return { kind: 'MOST', isHard: true, bound: `${most} ${unit}` }
  if (whole && stated.some(amount => amount.includes('.'))) return { kind: 'WHOLE', isHard: true, bound: unit }
  if (plausible && (isBelow(plausible[0]) || isAbove(plausible[1])))
    return { kind: 'PLAUSIBLE', isHard: false, bound: `${plausible[0]}..${plausible[1]} ${unit}` }
  return undefined
}

function exact(bound: string): string {
  return parseDecimal(bound) ?? '0'
}

function brokenByDate(edtf: string, { plausible: [earliest, latest] }: DateLimit): BrokenBound | undefined {
  const { min, max } = edtfBounds(edtf)
  const isBefore = max !== undefined && max < (edtfBounds(earliest).min ?? '')
  const isAfter = min !== undefined && min > (edtfBounds(latest).max ?? '9999')
  return isBefore || isAfter ? { kind: 'PLAUSIBLE', isHard: false, bound: `${earliest}/${latest}` } : undefined
}

/** What is wrong, in a sentence: “-5 MW” is less than 0 MW. */
export function explainBound(seen: string, { kind, bound }: BrokenBound, language: 'en' | 'zh'): string {
  const texts: Readonly<Record<BoundKind, { readonly en: string; readonly zh: string }>> = {
    LEAST: { en: `“${seen}” is less than ${bound}`, zh: `“${seen}”小于 ${bound}` },
    MOST: { en: `“${seen}” is more than ${bound}`, zh: `“${seen}”大于 ${bound}` },
    WHOLE: { en: `“${seen}” is no whole number of ${bound}`, zh: `“${seen}”不是 ${bound} 的整数` },
    PLAUSIBLE: {
      en: `“${seen}” lies outside the plausible range ${bound}`,
      zh: `“${seen}”超出合理范围 ${bound}`,
    },
  }
  return texts[kind][language]
}
