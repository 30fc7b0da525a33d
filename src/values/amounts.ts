import type { Comparator } from './comparator.js'
import { takeComparatorWithin } from './comparator-words.js'
import { multiplyDecimals } from './decimal.js'
import { type Numeral, parseNumeral, readMultiplier, sharedFactor } from './numeral.js'
import { convertAmount, findUnit, type NamedUnit } from './unit.js'

const rangeMark = /\s*(?:\.\.+|[-–—~]{1,2}|至|到|\bto\b|\band\b)\s*/i
/** What names a unit before its number: ¥100, 人民币1.2亿元, 百分之五, and units of money that are not known here. */
const leadingUnit = /^(US\$|人民币|RMB|CNY|USD|[A-Z]{0,3}\p{Sc}|百分之)\s*(?=[\d.〇零一二两三四五六七八九十])/iu

/** The number or the two numbers of a quantity, and how their unit is written. */
export interface Amounts {
  readonly low: string
  readonly high?: string
  readonly unitText: string
  /** What stands inside the number: 余 of 10余万. */
  readonly within: readonly Comparator[]
}

/**
 * The number or the two numbers that a text begins with, and the unit that stands behind or before them. Undefined where
 * the text does not begin with a number.
 */
export function readAmounts(text: string): Amounts | undefined {
  const plain = text.replace(/^(between|from|介于|从|在)\s*/i, '').replace(/之间$/, '')
  const isRange = plain !== text
  const { leading, rest } = takeLeadingUnit(plain)
  const first = parseNumeral(rest)
  if (!first || unreadable.test(rest)) return undefined
  const { comparators: within, rest: behind } = takeComparatorWithin(first.rest)
  const low = within.length > 0 ? multiplied(first, behind) : first
  const range = within.length > 0 ? undefined : readUpper(low, leading)
  if (isRange && !range) return undefined
  const unitText = (range ?? low).rest.replace(/^-\s?/, '')
  const amounts = range ? { low: range.low, high: range.high } : { low: low.amount }
  return { ...amounts, within, unitText: joinUnits(leading, unitText) }
}

/** Circled figures and fractions are not taken apart. */
const unreadable = /^\S*\p{No}/u

/** 10余 of 万千瓦 is 100000 and more. */
function multiplied(numeral: Numeral, behind: string): Numeral {
  const multiplier = readMultiplier(behind)
  if (!multiplier) return { ...numeral, rest: behind }
  return { ...numeral, amount: multiplyDecimals(numeral.amount, multiplier.factor), rest: multiplier.rest.trimStart() }
}

function takeLeadingUnit(text: string): { leading: string; rest: string } {
  const leading = leadingUnit.exec(text)
  return leading?.[1] ? { leading: leading[1], rest: text.slice(leading[0].length) } : { leading: '', rest: text }
}

/** One unit, where it stands before and behind the number alike (¥100元), else both, which are no unit ($100 MW). */
function joinUnits(leading: string, behind: string): string {
  if (leading === '') return behind
  const unit = leading === '百分之' ? '%' : leading
  if (behind === '' || findUnit(behind)?.unit === findUnit(unit)?.unit) return unit
  return `${leading} ${behind}`
}

/** The second half of `10..20 MW`, `10MW至20MW`, `$10 to $20 million`, from where the first number has ended; both in the unit that stands behind. */
function readUpper(first: Numeral, leading: string): { low: string; high: string; rest: string } | undefined {
  const mark = rangeMark.exec(first.rest)
  if (!mark) return undefined
  const between = first.rest.slice(0, mark.index)
  const behind = takeLeadingUnit(first.rest.slice(mark.index + mark[0].length))
  if (behind.leading !== '' && behind.leading !== leading) return undefined
  const second = parseNumeral(behind.rest)
  if (!second) return undefined
  if (between === '') {
    const low = multiplyDecimals(first.amount, sharedFactor(first, second))
    return { low, high: second.amount, rest: second.rest }
  }
  const low = inUnit(first.amount, findUnit(between), findUnit(second.rest))
  return low === undefined ? undefined : { low, high: second.amount, rest: second.rest }
}

function inUnit(amount: string, from: NamedUnit | undefined, to: NamedUnit | undefined): string | undefined {
  return from && to && convertAmount(multiplyDecimals(amount, from.factor), from.unit, to.unit)
}

const maxFigures = 20

/** Whether a number with a known unit stands behind words that are not known here, or is too long to be one. */
export function hidesNumber(text: string): boolean {
  if (/^[+-]?\d|\p{Sc}\s*\d|\p{No}/u.test(text)) return true
  const figures = [...text.matchAll(/\d[\d.,]*/g)].slice(0, maxFigures)
  return figures.some(({ index }) => {
    const numeral = parseNumeral(text.slice(index))
    return numeral !== undefined && findUnit(numeral.rest) !== undefined
  })
}
