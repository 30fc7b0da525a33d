import edtf, { parse } from 'edtf'
import { LRUCache } from 'lru-cache'

/** The days that a date may cover, inclusive, ISO 8601; an absent end is open or unknown, and excludes nothing. */
export interface DayBounds {
  readonly min?: string
  readonly max?: string
}

type Node = { readonly type: string; readonly level: number; readonly values: readonly (number | Node | null)[] }
type Precision = 'day' | 'month' | 'season' | 'third' | 'half' | 'year' | 'decade' | 'century'

const maxLength = 60

/**
 * ISO 8601-2 Extended Date/Time Format, levels 0 and 1, of days and longer: 2024-07-04, 2025, 2024-07~, 201X,
 * 2024/2026, ../2025; and of level 2 the parts of a year: the quarters 2024-33 to 2024-36, the thirds 2024-37 to 2024-39,
 * the halves 2024-40 and 2024-41, seasons by hemisphere; as ends of intervals too. Gives the text in its canonical spelling; undefined where it is none, names a day that no calendar
 * has (2023-02-29), states a time of day, lies outside the years 0 to 9999, or bounds nothing (../.., XXXX).
 */
export function parseEdtf(text: string): string | undefined {
  return readEdtf(text)?.edtf
}

/**
 * What days it may cover. An end that is approximate or uncertain may be one of its unit earlier or later:
 * `2024-07~` may hold in June. A bound that no source states (`2024/`, `../2025`) is open. Of a text that is no date
 * nothing is known: both ends are open.
 */
export function edtfBounds(text: string): DayBounds {
  return readEdtf(text)?.bounds ?? {}
}

/** The year that a date states, approximate or not; undefined if it states several or none: 2024/2026, 201X, ../2025. */
export function edtfYear(text: string): number | undefined {
  const { min, max } = readEdtf(text)?.stated ?? {}
  if (min === undefined || max === undefined) return undefined
  const year = min.slice(0, 4)
  return year === max.slice(0, 4) ? Number(year) : undefined
}

/** Whether some day lies in both. */
export function periodsOverlap(a: string, b: string): boolean {
  return boundsOverlap(edtfBounds(a), edtfBounds(b))
}

/** The days that a date states, without what approximation adds; undefined for a text that is no date. */
export function statedDays(text: string): DayBounds | undefined {
  return readEdtf(text)?.stated
}

/** Whether every day that `inner` covers lies in `outer`; an open end lies in an open end only. Approximation is left out of account: `2025~` is within 2025. */
export function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [readEdtf(inner)?.stated, readEdtf(outer)?.stated]
  if (!a || !b) return false
  const isFrom = b.min === undefined || (a.min !== undefined && a.min >= b.min)
  const isUpTo = b.max === undefined || (a.max !== undefined && a.max <= b.max)
  return isFrom && isUpTo
}

/**
 * Whether two periods overlap however their approximate ends fall: `2020/2024~` may have ended before `2024/..` began. An
 * approximate date that is no interval counts as the days that it names. A period overlaps itself.
 */
export function periodsSurelyOverlap(a: string, b: string): boolean {
  const [left, right] = [readEdtf(a), readEdtf(b)]
  if (!left || !right || left.edtf === right.edtf) return true
  return boundsOverlap(coreOf(left), coreOf(right))
}

/** The days that a period covers however its approximate ends fall; the stated days if there are none. */
function coreOf({ ends: [start, end], stated, precision }: ReadEdtf): DayBounds {
  if (precision !== undefined) return stated
  const isApproximate = (text: string | undefined): text is string => text !== undefined && /[~?%]/.test(text)
  const min = isApproximate(start) ? dayBounds(start, true).max : stated.min
  const max = isApproximate(end) ? dayBounds(end, true).min : stated.max
  if (min !== undefined && max !== undefined && min > max) return stated
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

/** Dates agree where both may be true of one day: 2025 and 2025-06. */
export function datesAgree(a: string, b: string): boolean {
  return periodsOverlap(a, b)
}

/** The first end of an interval; a date is its own. Undefined where it is open or unknown. */
export function edtfStart(text: string): string | undefined {
  return readEdtf(text)?.ends[0]
}

/** The last end of an interval; a date is its own. Undefined where it is open or unknown. */
export function edtfEnd(text: string): string | undefined {
  return readEdtf(text)?.ends[1]
}

const ranks: Readonly<Record<Precision, number>> = {
  day: 5,
  month: 4,
  season: 3,
  third: 2.8,
  half: 2.6,
  year: 2,
  decade: 1,
  century: 0,
}

/**
 * How exactly a date is known: a day 5, a month 4, a season or quarter 3, a third of a year 2.8, a half 2.6, a year 2, a decade 1, a century 0; an interval as the
 * least of these that is no shorter (2024-07-02/2024-07-05 as a month), and one with an open end 0; half of one less
 * where it is approximate or uncertain.
 */
export function edtfSpecificity(text: string): number {
  const read = readEdtf(text)
  if (!read) return 0
  const rank = ranks[read.precision ?? lengthOf(read.stated)]
  return /[~?%]/.test(text) ? Math.max(0, rank - 0.5) : rank
}

interface ReadEdtf {
  readonly edtf: string
  readonly bounds: DayBounds
  /** Without what approximation adds. */
  readonly stated: DayBounds
  readonly ends: readonly [start: string | undefined, end: string | undefined]
  /** Absent of an interval. */
  readonly precision?: Precision
}

/** `notEdtf` for a text that is no date. */
const known = new LRUCache<string, ReadEdtf | typeof notEdtf>({ max: 10_000 })
const notEdtf = 'not EDTF'

/** Parsing costs a hundred times a look-up, and a graph states few different dates. */
function readEdtf(text: string): ReadEdtf | undefined {
  if (text.length > maxLength) return undefined
  const read = known.get(text) ?? parseText(text) ?? notEdtf
  known.set(text, read)
  return read === notEdtf ? undefined : read
}

function parseText(text: string): ReadEdtf | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.includes('T') || !hasRealDays(trimmed)) return undefined
  try {
    // The library reads no part of a year as the end of an interval, so the year is read in place of the part.
    const node = parse(trimmed.replace(partsOfYears, '$1')) as Node
    if (node.level > 1 || !isPlain(node) || trimmed.startsWith('X')) return undefined
    if (node.type === 'Interval') return readInterval(trimmed)
    return {
      edtf: trimmed,
      bounds: dayBounds(trimmed, true),
      stated: dayBounds(trimmed, false),
      ends: [trimmed, trimmed],
      precision: precisionOf(trimmed),
    }
  } catch {
    return undefined
  }
}

const partsOfYears = /(?<![\d-])(\d{4})-(?:2[1-9]|3\d|4[01])(?=[~?%]?(?:\/|$))/g

function readInterval(text: string): ReadEdtf | undefined {
  const [start, end] = text.split('/').map(part => (part === '' || part === '..' ? undefined : part))
  if (start === undefined && end === undefined) return undefined
  const between = (widened: boolean): DayBounds => {
    const min = start === undefined ? undefined : dayBounds(start, widened).min
    const max = end === undefined ? undefined : dayBounds(end, widened).max
    return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  }
  const stated = between(false)
  if (stated.min !== undefined && stated.max !== undefined && stated.min > stated.max) return undefined
  return { edtf: text, bounds: between(true), stated, ends: [start, end] }
}

/** The library takes February to have 29 days in every year. */
function hasRealDays(text: string): boolean {
  const days = [...text.matchAll(/(\d{4})-(\d\d)-(\d\d)/g)]
  return days.every(([, year, month, day]) => Number(day) <= lastDay(Number(year), Number(month)))
}

/** Of a month counted from 1. */
function lastDay(year: number, month: number): number {
  return new Date(instantOf(year, month, 0)).getUTCDate()
}

/** Months count from 0, as in `Date.UTC`, which takes the years 0 to 99 for those of the twentieth century. */
function instantOf(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date.getTime()
}

/** Days, months, seasons, years, decades and centuries; no time of day, no year of more than four digits. */
function isPlain(node: Node): boolean {
  if (node.type === 'Interval')
    return node.values.every(
      end => end === null || end === Number.POSITIVE_INFINITY || (typeof end === 'object' && isPlain(end)),
    )
  const [year] = node.values
  return (
    (node.type === 'Date' || node.type === 'Season') &&
    node.values.length <= 3 &&
    typeof year === 'number' &&
    year >= 0 &&
    year <= 9999
  )
}

function precisionOf(text: string): Precision {
  const bare = text.replace(/[~?%]/g, '')
  if (/^\d{2}XX/.test(bare)) return 'century'
  if (/^\d{3}X/.test(bare)) return 'decade'
  const part = partOfYear(bare)
  if (part) return part.months === 3 ? 'season' : part.months === 4 ? 'third' : 'half'
  if (/^\d{4}(-XX(-XX)?)?$/.test(bare)) return 'year'
  if (/^\d{4}-\d\d(-XX)?$/.test(bare)) return 'month'
  return 'day'
}

/** The shortest of the units that is no shorter than the days from the first to the last. */
function lengthOf({ min, max }: DayBounds): Precision {
  if (min === undefined || max === undefined) return 'century'
  const days = (Date.parse(max) - Date.parse(min)) / msPerDay + 1
  return longestDays.find(([, longest]) => days <= longest)?.[0] ?? 'century'
}

const msPerDay = 86_400_000
const longestDays: readonly (readonly [Precision, number])[] = [
  ['day', 1],
  ['month', 31],
  ['season', 92],
  ['year', 366],
  ['decade', 3653],
]

const unitDays: Readonly<Record<Precision, readonly [months: number, days: number]>> = {
  day: [0, 1],
  month: [1, 0],
  season: [3, 0],
  third: [4, 0],
  half: [6, 0],
  year: [12, 0],
  decade: [120, 0],
  century: [1200, 0],
}

/** The library gives the bounds of all but the parts of a year. */
function dayBounds(text: string, widened: boolean): DayBounds {
  const bare = text.replace(/[~?%]/g, '')
  const part = partOfYear(bare)
  const [first, last] = part ? partDays(part) : libraryDays(text)
  const [months, days] = widened && bare !== text ? unitDays[precisionOf(text)] : [0, 0]
  return { min: shift(first, -months, -days), max: shift(last, months, days) }
}

function libraryDays(text: string): [number, number] {
  const date = edtf(text) as { readonly min: number; readonly max: number }
  return [date.min, date.max]
}

interface PartOfYear {
  readonly year: number
  /** From 0. */
  readonly firstMonth: number
  readonly months: number
}

/**
 * Seasons are those of meteorology, spring in March; the standard leaves them open. 21 to 24 and 25 to 28 are those of
 * the northern hemisphere, 29 to 32 those of the southern one.
 */
function partOfYear(bare: string): PartOfYear | undefined {
  const found = /^(\d{4})-(\d\d)$/.exec(bare)
  const [year, code] = [Number(found?.[1]), Number(found?.[2])]
  if (!found || code < 21 || code > 41) return undefined
  if (code <= 28) return { year, firstMonth: 2 + ((code - 21) % 4) * 3, months: 3 }
  if (code <= 32) return { year, firstMonth: [8, 11, 2, 5][code - 29] ?? 0, months: 3 }
  if (code <= 36) return { year, firstMonth: (code - 33) * 3, months: 3 }
  if (code <= 39) return { year, firstMonth: (code - 37) * 4, months: 4 }
  return { year, firstMonth: (code - 40) * 6, months: 6 }
}

function partDays({ year, firstMonth, months }: PartOfYear): [number, number] {
  return [instantOf(year, firstMonth, 1), instantOf(year, firstMonth + months, 0)]
}

/**
 * Months are counted from the first of the month, or its last day, so that July's end moved by a month is August's end.
 * What leaves the years 0 to 9999 stops at their first or last day.
 */
function shift(instant: number, months: number, days: number): string {
  const date = new Date(instant)
  const isLastOfMonth = new Date(instant + msPerDay).getUTCDate() === 1
  if (months !== 0 && isLastOfMonth) date.setUTCMonth(date.getUTCMonth() + months + 1, 0)
  else if (months !== 0) date.setUTCMonth(date.getUTCMonth() + months)
  date.setUTCDate(date.getUTCDate() + days)
  if (date.getUTCFullYear() < 0) return '0000-01-01'
  if (date.getUTCFullYear() > 9999) return '9999-12-31'
  return date.toISOString().slice(0, 10)
}

function boundsOverlap(a: DayBounds, b: DayBounds): boolean {
  const isBefore = a.max !== undefined && b.min !== undefined && a.max < b.min
  const isAfter = a.min !== undefined && b.max !== undefined && a.min > b.max
  return !isBefore && !isAfter
}
