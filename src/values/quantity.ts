import { hidesNumber, readAmounts } from './amounts.js'
import type { Comparator } from './comparator.js'
import { joinComparators, takeComparators } from './comparator-words.js'
import { compareDecimals, multiplyDecimals, parseDecimal } from './decimal.js'
import { parseNumeral } from './numeral.js'
import { type Precision, precisions } from './precision.js'
import { isScale, scaleOf } from './scale.js'
import { excerpt, foldFigures } from './text.js'
import { findUnit, toBase, type Unit, type UnitKind, unitKindOf, units } from './unit.js'
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

const precisionMark = /\s*[@(]?\s*\b(FP64|FP32|TF32|BF16|FP16|FP8|INT8|FP4|UNSTATED)(?![A-Z\d])(精度)?\s*[)]?\s*/i
const precisionWords: readonly (readonly [RegExp, Precision])[] = [
  [/\s*[@(]?(双精度|double[- ]precision)[)]?\s*/i, 'FP64'],
  [/\s*[@(]?(单精度|single[- ]precision)[)]?\s*/i, 'FP32'],
  [/\s*[@(]?(半精度|half[- ]precision)[)]?\s*/i, 'FP16'],
]
/** 每秒10亿亿次浮点运算 is 10亿亿次/秒. */
const perSecond = /每秒钟?(.*?次)(浮点)?(运算|计算)?/
/** Counts of what has no unit here: 4个. 几 after a number leaves it open: 十几亿. */
const unitless = /^([个座台家项处所块]|几.*)?$/

/**
 * Reads a quantity as sources write it: `45 EFLOPS`, `>= 100 MW`, `~1000 PFLOPS @FP16`, `10..20 MW`, `4 万PFLOPS`,
 * `1.2亿元`, `超过45EFLOPS`, `5-10万卡` (50000 to 100000), full-width digits. `of`: the kinds of unit that make sense; none
 * named: any.
 *
 * What gives no number or no unit is kept as stated, with neither. No number have: words alone; a multiplier alone (百亿元,
 * 万卡); an order of magnitude, even of so many (亿级以上, 十亿级, 100-megawatt-scale); a number left open (三四百, 十几亿). No
 * unit have: a bare number, and one of a measure word (4个). A number before any other word is of an unknown unit.
 *
 * A text from which a number and a unit would be lost is no quantity: two bounds that contradict, a number format of what
 * is no compute, a known unit behind a number that words not known here stand before.
 */
export function parseQuantity(text: string, of: readonly string[] = []): ParsedQuantity {
  const plain = readPlain(text)
  if (plain && (of.length === 0 || of.includes(unitKindOf(plain.unit)))) return { ok: true, value: plain }
  const folded = foldFigures(text)
  const invalid = (expected: string): ParsedQuantity => ({
    ok: false,
    code: 'VALUE_INVALID',
    fields: { seen: excerpt(text), expected },
  })
  if (folded === '') return invalid(anyQuantity)
  if (isScale(folded)) return unstated
  const [unmarked, precision] = takePrecision(folded.replace(perSecond, '$1/秒'))
  const { comparators, rest } = takeComparators(unmarked)
  const read = readAmounts(rest)
  if (!read) return hidesNumber(rest) ? invalid(anyQuantity) : unstated
  if (unitless.test(read.unitText)) return unstated
  const unit = findUnit(read.unitText)
  if (!unit) return { ok: false, code: 'UNIT_UNKNOWN', fields: { seen: excerpt(read.unitText) } }
  const kind = unitKindOf(unit.unit)
  if (of.length > 0 && !of.includes(kind))
    return { ok: false, code: 'UNIT_UNFIT', fields: { unit: unit.unit, measures: kind } }
  if (isStated(precision) && kind !== 'compute') return invalid('a quantity of compute, since it has a number format')
  const comparator = joinComparators([...comparators, ...read.within])
  if (!comparator) return invalid('a quantity with one bound')
  const low = multiplyDecimals(read.low, unit.factor)
  const high = read.high === undefined ? undefined : multiplyDecimals(read.high, unit.factor)
  if (!isDecimal(low) || (high !== undefined && !isDecimal(high))) return invalid('a number of at most 100 digits')
  const value = (bound: Comparator): Quantity => ({
    kind: 'quantity',
    amount: low,
    ...(high !== undefined && { upper: high }),
    unit: unit.unit,
    comparator: bound,
    ...(kind === 'compute' && { precision: precision ?? 'UNSTATED' }),
  })
  if (high === undefined) return { ok: true, value: value(comparator) }
  if (comparator !== 'EXACTLY' && comparator !== 'ABOUT') return invalid('a range, or a bound, and not both')
  if (compareDecimals(low, high) > 0) return invalid('a range from the lesser to the greater')
  return { ok: true, value: value('BETWEEN') }
}

/** `0.5 PFLOPS @FP16`: as a cell with the unit of its column has it. */
const plainQuantity = /^(-?\d{1,30}(?:\.\d{1,30})?) ([A-Z]+)(?: @([A-Z\d]+))?$/

/** What tables have by the million: the same answer as reading words gives, in a seventh of the time (1 µs, not 7, a cell). */
function readPlain(text: string): (Quantity & { readonly unit: Unit }) | undefined {
  const [, digits = '', name = '', format] = plainQuantity.exec(text) ?? []
  if (!isUnit(name) || (format !== undefined && !isPrecision(format))) return undefined
  const amount = parseDecimal(digits)
  const isCompute = unitKindOf(name) === 'compute'
  if (amount === undefined || (format !== undefined && !isCompute)) return undefined
  return {
    kind: 'quantity',
    amount,
    unit: name,
    comparator: 'EXACTLY',
    ...(isCompute && { precision: format ?? 'UNSTATED' }),
  }
}

function isUnit(name: string): name is Unit {
  return Object.hasOwn(units, name)
}

function isPrecision(name: string): name is Precision {
  return precisions.some(precision => precision === name)
}

const anyQuantity = 'a quantity, such as 45 EFLOPS or >= 100 MW'
const unstated: ParsedQuantity = { ok: true, value: { kind: 'quantity', comparator: 'EXACTLY' } }

function isDecimal(text: string): boolean {
  return parseDecimal(text) !== undefined
}

function takePrecision(text: string): [string, Precision | undefined] {
  const mark = precisionMark.exec(text)
  if (mark?.[1]) return [text.replace(mark[0], ' ').trim(), mark[1].toUpperCase() as Precision]
  for (const [pattern, precision] of precisionWords)
    if (pattern.test(text)) return [text.replace(pattern, ' ').trim(), precision]
  return [text, undefined]
}

/** The text that parses back to the quantity; empty where it has no number, since only the source's words say it then. */
export function formatQuantity({ amount, upper, unit, comparator, precision }: Quantity): string {
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
  const format = isStated(precision) ? ` @${precision}` : ''
  return `${signs[comparator]}${amount}${upper === undefined ? '' : `..${upper}`} ${unit}${format}`
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
 * Whether two quantities may be one. Incomparable: of unlike kinds, without a number, or for two number formats that
 * both sources state; a format that one of them leaves open is no obstacle.
 */
export function quantitiesOverlap(a: Quantity, b: Quantity): 'overlap' | 'disjoint' | 'incomparable' {
  const [left, right] = [boundsOf(a), boundsOf(b)]
  if (left.unitKind === undefined || left.unitKind !== right.unitKind) return 'incomparable'
  if (isStated(a.precision) && isStated(b.precision) && a.precision !== b.precision) return 'incomparable'
  return boundsOverlap(left, right) ? 'overlap' : 'disjoint'
}

function isStated(precision: Precision | undefined): boolean {
  return precision !== undefined && precision !== 'UNSTATED'
}

function boundsOverlap(a: QuantityBounds, b: QuantityBounds): boolean {
  return !isBelow(a, b) && !isBelow(b, a)
}

function isBelow({ high, highOpen }: QuantityBounds, { low, lowOpen }: QuantityBounds): boolean {
  if (high === undefined || low === undefined) return false
  const order = compareDecimals(high, low)
  return order < 0 || (order === 0 && (highOpen === true || lowOpen === true))
}

/**
 * Whether what two editions state of one thing can be the same, by value where both give a number, else by the order of
 * magnitude and the kind of unit that their words name: 亿级以上 (100 million of what is not said) and billion-yuan-scale
 * (1000 million yuan) cannot, nor can 1.2亿元 and a quantity of dollars. A kind that one of them does not name is no
 * obstacle.
 *
 * Where the words name neither, those of one script agree if they are the same; those of two scripts cannot be compared
 * here, and nothing contradicts.
 */
export function statedQuantitiesAgree(asStatedA: string, a: Quantity, asStatedB: string, b: Quantity): boolean {
  const [isNumberedA, isNumberedB] = [a.amount !== undefined, b.amount !== undefined]
  if (isNumberedA && isNumberedB)
    return unitKindOfQuantity(a) === unitKindOfQuantity(b) && quantitiesOverlap(a, b) !== 'disjoint'
  if (isNumberedA) return scaleAdmits(asStatedB, a)
  if (isNumberedB) return scaleAdmits(asStatedA, b)
  return wordsAgree(asStatedA, asStatedB)
}

function unitKindOfQuantity({ unit }: { readonly unit?: Unit }): UnitKind | undefined {
  return unit && unitKindOf(unit)
}

/** Whether a number lies in the order of magnitude that words name: from it to ten times it, or as far as they leave it open. */
function scaleAdmits(words: string, quantity: Quantity): boolean {
  const { kind, low } = scaleOf(words)
  if (kind === undefined) return true
  const bounds = boundsOf(quantity)
  if (bounds.unitKind !== kind) return false
  if (low === undefined) return true
  const comparator = joinComparators(takeComparators(foldFigures(words)).comparators)
  const isOpenAbove = comparator === 'AT_LEAST' || comparator === 'MORE_THAN'
  const isOpenBelow = comparator === 'AT_MOST' || comparator === 'LESS_THAN'
  return boundsOverlap(bounds, {
    ...(!isOpenBelow && { low }),
    ...(!isOpenAbove && { high: multiplyDecimals(low, '10'), highOpen: true }),
  })
}

function wordsAgree(a: string, b: string): boolean {
  const [numberA, numberB] = [bareNumber(a), bareNumber(b)]
  if (numberA !== undefined && numberB !== undefined) return numberA === numberB
  const [left, right] = [scaleOf(a), scaleOf(b)]
  if (Object.keys(left).length === 0 && Object.keys(right).length === 0)
    return isHan(a) !== isHan(b) || foldFigures(a).toLowerCase() === foldFigures(b).toLowerCase()
  if (left.kind && right.kind && left.kind !== right.kind) return false
  if (left.low !== undefined && right.low !== undefined) return left.low === right.low
  return left.order === undefined || right.order === undefined || left.order === right.order
}

/** 4 of 4个, which has no unit to compare. */
function bareNumber(text: string): string | undefined {
  const numeral = parseNumeral(takeComparators(foldFigures(text)).rest)
  return numeral && unitless.test(numeral.rest) ? numeral.amount : undefined
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}
