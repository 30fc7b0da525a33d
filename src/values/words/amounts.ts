import type { Comparator } from '../comparator.js'
import { addDecimals, multiplyDecimals, subtractDecimals } from '../decimal.js'
import { convertAmount, unitKindOf } from '../unit.js'
import { takeComparatorWithin } from './comparator-words.js'
import { findUnit, letterFactor, type NamedUnit } from './find-unit.js'
import { type Numeral, parseNumeral, readMultiplier, sharedFactor } from './numeral.js'

const rangeMark = /\s*(?:\.\.+|[-–—~]{1,2}|至|到|\bto\b|\band\b)\s*/i
/** What names a unit before its number: ¥100, 人民币1.2亿元, 百分之五, and units of money that are not known here. */
const leadingUnit =
  /^(人民币|美元|港币|港元|欧元|日元|英镑|新台币|RMB|CNY|USD|HKD|EUR|JPY|GBP|KRW|TWD|SGD|AUD|CAD|INR|CHF|MYR|AED|SAR|[A-Z]{0,3}\p{Sc}|百分之|千分之)\s*(?=[\d.〇零一二两三四五六七八九十廿卅])/iu
/** $120M, €1.2bn, `$1.2 B`: the letter multiplies money that is named before the number. */
const moneyLetter = /^(k|m|b|t)(?![a-z])\s*/i

/** The number or the two numbers of a quantity, and how their unit is written. */
export interface Amounts {
  readonly low: string
  readonly high?: string
  readonly unitText: string
  /** The word inside the number: 余 in 10余万. */
  readonly within: readonly Comparator[]
}

/**
 * The number or the two numbers at the start of a text, and the unit after or before them. Undefined if the text does not
 * begin with a number.
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
  return lettered({ ...amounts, within, unitText }, leading)
}

function lettered(amounts: Amounts, leading: string): Amounts {
  const letter = leading === '' ? undefined : moneyLetter.exec(amounts.unitText)
  const unit = findUnit(leading)?.unit
  const factor = letter?.[1] && unit ? letterFactor(letter[1], unitKindOf(unit)) : undefined
  if (!letter || factor === undefined) return { ...amounts, unitText: joinUnits(leading, amounts.unitText) }
  return {
    ...amounts,
    low: multiplyDecimals(amounts.low, factor),
    ...(amounts.high !== undefined && { high: multiplyDecimals(amounts.high, factor) }),
    unitText: joinUnits(leading, amounts.unitText.slice(letter[0].length)),
  }
}

/** Circled figures and rare fractions are not taken apart. */
const unreadable = /^\S*(?![½¼¾])\p{No}/u

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

/** One unit, if the unit before the number is the unit after it (¥100元); else both units, which together are no unit ($100 MW). */
function joinUnits(leading: string, behind: string): string {
  if (leading === '') return behind
  const unit = leading === '百分之' ? '%' : leading === '千分之' ? '‰' : leading
  if (behind === '' || findUnit(behind)?.unit === findUnit(unit)?.unit) return unit
  return `${leading} ${behind}`
}

/** The second half of `10..20 MW`, `10MW至20MW`, `$10 to $20 million`, read from the end of the first number; both numbers have the unit after the second. */
function readUpper(first: Numeral, leading: string): { low: string; high: string; rest: string } | undefined {
  const margin = /^±\s*/.exec(first.rest)
  if (margin) return readMargin(first.amount, first.rest.slice(margin[0].length))
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
  const isOfMoney = leading !== '' && between.trim() !== '' && between.trim() === second.rest
  const low = isOfMoney ? first.amount : inUnit(first.amount, findUnit(between), findUnit(second.rest))
  return low === undefined ? undefined : { low, high: second.amount, rest: second.rest }
}

/** 5±1 EFLOPS is 4 to 6. */
function readMargin(middle: string, text: string): { low: string; high: string; rest: string } | undefined {
  const margin = parseNumeral(text)
  if (!margin) return undefined
  const { amount, rest } = margin
  return { low: subtractDecimals(middle, amount), high: addDecimals(middle, amount), rest }
}

function inUnit(amount: string, from: NamedUnit | undefined, to: NamedUnit | undefined): string | undefined {
  return from && to && convertAmount(multiplyDecimals(amount, from.factor), from.unit, to.unit)
}

const maxFigures = 20

/** Whether a number with a known unit follows unknown words, or is too long to be a number. */
export function hidesNumber(text: string): boolean {
  if (/^[+-]?\d|\p{Sc}\s*\d|\p{No}/u.test(text)) return true
  const figures = [...text.matchAll(/\d[\d.,]*/g)].slice(0, maxFigures)
  return figures.some(({ index }) => {
    const numeral = parseNumeral(text.slice(index))
    return numeral !== undefined && findUnit(numeral.rest) !== undefined
  })
}
