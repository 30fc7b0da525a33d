import type { Comparator } from './comparator.js'
import { compareDecimals, multiplyDecimals } from './decimal.js'
import { parseNumeral } from './numeral.js'
import type { Precision } from './precision.js'
import { findUnit, toBase, type UnitKind, unitKindOf } from './unit.js'
import type { Quantity } from './value.js'

/** What a text gives as a quantity, or why it gives none. */
export type ParsedQuantity =
  | { readonly ok: true; readonly value: Quantity }
  | {
      readonly ok: false
      readonly code: 'UNIT_UNKNOWN' | 'UNIT_UNFIT' | 'VALUE_INVALID'
      readonly fields: Readonly<Record<string, string>>
    }

/** The values that a quantity may have, in the base unit of its kind; an absent end is open. */
export interface QuantityBounds {
  readonly unitKind?: UnitKind
  readonly low?: string
  /** `low` itself is excluded. */
  readonly lowOpen?: boolean
  readonly high?: string
  readonly highOpen?: boolean
}

const prefixes: readonly (readonly [RegExp, Comparator])[] = [
  [/^(>=|≥|≧|不低于|不少于|不小于|至少|最少|at least|no less than|not less than|minimum of)\s*/i, 'AT_LEAST'],
  [/^(<=|≤|≦|不超过|不高于|不大于|最多|至多|up to|at most|no more than|not more than|maximum of)\s*/i, 'AT_MOST'],
  [/^(>|超过|超|突破|大于|高于|多于|more than|over|above|exceeding|in excess of)\s*/i, 'MORE_THAN'],
  [/^(<|低于|小于|少于|不足|不到|less than|under|below|fewer than)\s*/i, 'LESS_THAN'],
  [/^(~|≈|约为|大约|约|接近|近|about|approximately|approx\.?|around|some|circa|c\.|nearly|almost)\s*/i, 'ABOUT'],
]
const suffixes: readonly (readonly [RegExp, Comparator])[] = [
  [/\s*((及|或)?以上|or more|or above|and above|\+)$/i, 'AT_LEAST'],
  [/\s*((及|或)?以下|以内|or less|or fewer|or below)$/i, 'AT_MOST'],
  [/\s*(左右|上下|or so)$/i, 'ABOUT'],
]
const precisionMark = /\s*[@(（]?\s*\b(FP64|FP32|TF32|BF16|FP16|FP8|INT8|FP4)\b\s*[)）]?\s*/i
const precisionWords: readonly (readonly [RegExp, Precision])[] = [
  [/\s*[(（]?(双精度|double[- ]precision)[)）]?\s*/i, 'FP64'],
  [/\s*[(（]?(单精度|single[- ]precision)[)）]?\s*/i, 'FP32'],
  [/\s*[(（]?(半精度|half[- ]precision)[)）]?\s*/i, 'FP16'],
]
const rangeMark = /\s*(?:\.\.+|…|-|–|—|~|至|到|\bto\b|\band\b)\s*/i
const currencyMark = /^(US\$|\$|¥|RMB|CNY|USD)\s*(?=[\d,.])/i
/** Counts of what has no unit here: 4个. */
const measureWords = /^[个座台家项处所块]$/

/**
 * Reads a quantity as sources write it: `45 EFLOPS`, `>= 100 MW`, `~1000 PFLOPS @FP16`, `10..20 MW`, `4 万PFLOPS`,
 * `1.2亿元`, `超过45EFLOPS`, full-width digits. A text without a number, or with one of no unit (亿级以上, 4个), gives
 * a quantity with neither. `of`: the kinds of unit that make sense; none named: any.
 */
export function parseQuantity(text: string, of: readonly string[] = []): ParsedQuantity {
  const [unmarked, precision] = takePrecision(text.normalize('NFKC').trim().replace(/\s+/g, ' '))
  const { comparator, rest } = takeComparator(unmarked)
  if (rest === '')
    return {
      ok: false,
      code: 'VALUE_INVALID',
      fields: { seen: text, expected: 'a quantity, such as 45 EFLOPS or >= 100 MW' },
    }
  const { currency, amountText } = takeCurrency(rest)
  const first = parseNumeral(amountText)
  if (!first) return unstated
  const range = takeRange(first.rest)
  const last = range ?? first
  const unitText = currency && last.rest === '' ? currency : last.rest
  if (unitText === '' || measureWords.test(unitText)) return unstated
  const unit = findUnit(unitText)
  if (!unit) return { ok: false, code: 'UNIT_UNKNOWN', fields: { seen: unitText.slice(0, 60) } }
  if (of.length > 0 && !of.includes(unitKindOf(unit)))
    return { ok: false, code: 'UNIT_UNFIT', fields: { unit, measures: unitKindOf(unit) } }
  if (range && compareDecimals(first.amount, range.amount) > 0)
    return {
      ok: false,
      code: 'VALUE_INVALID',
      fields: { seen: text, expected: 'a range from the lesser to the greater' },
    }
  return {
    ok: true,
    value: {
      kind: 'quantity',
      amount: first.amount,
      ...(range && { upper: range.amount }),
      unit,
      comparator: range ? 'BETWEEN' : comparator,
      ...(unitKindOf(unit) === 'compute' && { precision: precision ?? 'UNSTATED' }),
    },
  }
}

/** The text that parses back to the quantity; empty where it has no number, since only the source's words say it then. */
export function formatQuantity({ amount, upper, unit, comparator, precision }: Quantity): string {
  if (amount === undefined || unit === undefined) return ''
  const sign = {
    EXACTLY: '',
    BETWEEN: '',
    ABOUT: '~',
    AT_LEAST: '>= ',
    MORE_THAN: '> ',
    AT_MOST: '<= ',
    LESS_THAN: '< ',
  }[comparator]
  const format = precision && precision !== 'UNSTATED' ? ` @${precision}` : ''
  return `${sign}${amount}${upper === undefined ? '' : `..${upper}`} ${unit}${format}`
}

/** What values it may have. About a figure: within a tenth of it. Empty where it has no number. */
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
 * Whether two quantities may be one. Incomparable: of unlike kinds, without a number, or for two number formats that
 * both sources state; a format that one of them leaves open is no obstacle.
 */
export function quantitiesOverlap(a: Quantity, b: Quantity): 'overlap' | 'disjoint' | 'incomparable' {
  const [left, right] = [boundsOf(a), boundsOf(b)]
  if (left.unitKind === undefined || left.unitKind !== right.unitKind) return 'incomparable'
  const isStated = (precision: Precision | undefined) => precision !== undefined && precision !== 'UNSTATED'
  if (isStated(a.precision) && isStated(b.precision) && a.precision !== b.precision) return 'incomparable'
  return isBelow(left, right) || isBelow(right, left) ? 'disjoint' : 'overlap'
}

function isBelow({ high, highOpen }: QuantityBounds, { low, lowOpen }: QuantityBounds): boolean {
  if (high === undefined || low === undefined) return false
  const order = compareDecimals(high, low)
  return order < 0 || (order === 0 && (highOpen === true || lowOpen === true))
}

/**
 * Whether what two editions state of one thing can be the same where at least one gives no number: by the order of
 * magnitude and the kind of unit that their words name (亿级以上: 100 million of what is not said; billion-yuan-scale:
 * 1,000 million yuan). Where the words name neither, nothing contradicts.
 */
export function statedQuantitiesAgree(asStatedA: string, a: Quantity, asStatedB: string, b: Quantity): boolean {
  if (a.amount !== undefined && b.amount !== undefined) return quantitiesOverlap(a, b) !== 'disjoint'
  const [left, right] = [scaleOf(asStatedA, a), scaleOf(asStatedB, b)]
  const isSameOrder =
    left.order === undefined || right.order === undefined || compareDecimals(left.order, right.order) === 0
  const isSameKind = left.unitKind === undefined || right.unitKind === undefined || left.unitKind === right.unitKind
  return isSameOrder && isSameKind
}

const orders: readonly (readonly [RegExp, string])[] = [
  [/万亿|trillion/i, '1e12'],
  [/千亿|hundred[- ]billion/i, '1e11'],
  [/百亿|(ten|tens of)[- ]billion/i, '1e10'],
  [/十亿|billion/i, '1e9'],
  [/亿|hundred[- ]million/i, '1e8'],
  [/千万|(ten|tens of)[- ]million/i, '1e7'],
  [/百万|million/i, '1e6'],
  [/万|ten[- ]thousand/i, '1e4'],
  [/千(?!瓦)|thousand/i, '1e3'],
]
const kindWords: readonly (readonly [RegExp, UnitKind])[] = [
  [/美元|dollar|\bUSD\b|US\$/i, 'money-usd'],
  [/元|yuan|\bRMB\b|\bCNY\b/i, 'money-cny'],
  [/flops|次每秒|浮点/i, 'compute'],
  [/瓦|watt/i, 'power'],
  [/机架|rack/i, 'rack'],
  [/卡|GPU|card/i, 'gpu'],
]

/** The order of magnitude and the kind of unit that words name; a quantity with a number has its own kind, and no order here. */
function scaleOf(text: string, { unit }: Quantity): { order?: string; unitKind?: UnitKind } {
  const plain = text.normalize('NFKC')
  const order = unit === undefined ? orders.find(([pattern]) => pattern.test(plain))?.[1] : undefined
  const unitKind = unit === undefined ? kindWords.find(([pattern]) => pattern.test(plain))?.[1] : unitKindOf(unit)
  return { ...(order !== undefined && { order }), ...(unitKind !== undefined && { unitKind }) }
}

const unstated: ParsedQuantity = { ok: true, value: { kind: 'quantity', comparator: 'EXACTLY' } }

function takePrecision(text: string): [string, Precision | undefined] {
  const mark = precisionMark.exec(text)
  if (mark?.[1]) return [text.replace(mark[0], ' ').trim(), mark[1].toUpperCase() as Precision]
  for (const [pattern, precision] of precisionWords)
    if (pattern.test(text)) return [text.replace(pattern, ' ').trim(), precision]
  return [text, undefined]
}

function takeComparator(text: string): { comparator: Comparator; rest: string } {
  for (const [pattern, comparator] of prefixes)
    if (pattern.test(text)) return { comparator, rest: text.replace(pattern, '').replace(/^between /i, '') }
  for (const [pattern, comparator] of suffixes)
    if (pattern.test(text)) return { comparator, rest: text.replace(pattern, '') }
  return { comparator: 'EXACTLY', rest: text.replace(/^between /i, '') }
}

function takeCurrency(text: string): { currency: string | undefined; amountText: string } {
  const currency = currencyMark.exec(text)
  return currency
    ? { currency: currency[1], amountText: text.slice(currency[0].length) }
    : { currency: undefined, amountText: text }
}

/** The second half of `10..20 MW`, `10MW至20MW`, from where the first number has ended. */
function takeRange(rest: string): { amount: string; rest: string } | undefined {
  const mark = rangeMark.exec(rest)
  if (!mark) return undefined
  const between = rest.slice(0, mark.index)
  if (between !== '' && findUnit(between) === undefined) return undefined
  const second = parseNumeral(rest.slice(mark.index + mark[0].length))
  if (!second) return undefined
  return between === '' || findUnit(between) === findUnit(second.rest) ? second : undefined
}
