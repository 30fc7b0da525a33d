import edtf, { parse } from 'edtf'

/** The days that a date may cover, inclusive, ISO 8601; an absent end is open or unknown, and excludes nothing. */
export interface DayBounds {
  readonly min?: string
  readonly max?: string
}

type Node = { readonly type: string; readonly level: number; readonly values: readonly (number | Node | null)[] }
type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century'

const maxLength = 60

/**
 * ISO 8601-2 Extended Date/Time Format, levels 0 and 1, of days and longer: 2024-07-04, 2025, 2024-07~, 201X,
 * 2024/2026, ../2025. Gives the text in its canonical spelling; undefined where it is none, states a time of day,
 * lies outside the years 0 to 9999, or is an interval that no end bounds.
 */
export function parseEdtf(text: string): string | undefined {
  return readEdtf(text)?.edtf
}

/**
 * What days it may cover. An end that is approximate or uncertain may be one of its unit earlier or later:
 * `2024-07~` may hold in June. A bound that no source states (`2024/`, `../2025`) is open.
 */
export function edtfBounds(text: string): DayBounds {
  return readEdtf(text)?.bounds ?? {}
}

/** Whether some day lies in both. */
export function periodsOverlap(a: string, b: string): boolean {
  return boundsOverlap(edtfBounds(a), edtfBounds(b))
}

/** Whether every day that `inner` covers lies in `outer`; an open end lies in an open end only. Approximation is left out of account: `2025~` is within 2025. */
export function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [readEdtf(inner)?.stated, readEdtf(outer)?.stated]
  if (!a || !b) return false
  const isFrom = b.min === undefined || (a.min !== undefined && a.min >= b.min)
  const isUpTo = b.max === undefined || (a.max !== undefined && a.max <= b.max)
  return isFrom && isUpTo
}

/** Dates agree where both may be true of one day: 2025 and 2025-06. */
export function datesAgree(a: string, b: string): boolean {
  return periodsOverlap(a, b)
}

/** The first end of an interval; a date is its own. Undefined where it is open or unknown. */
export function edtfStart(text: string): string | undefined {
  return endsOf(text)[0]
}

/** The last end of an interval; a date is its own. Undefined where it is open or unknown. */
export function edtfEnd(text: string): string | undefined {
  return endsOf(text)[1]
}

/** How exactly a date is known: a day 5, a month 4, a season 3, a year 2, a decade 1, a century or an interval 0; half of one less where it is approximate or uncertain. */
export function edtfSpecificity(text: string): number {
  if (text.includes('/')) return 0
  const precision = readEdtf(text)?.precision
  if (!precision) return 0
  const rank = { day: 5, month: 4, season: 3, year: 2, decade: 1, century: 0 }[precision]
  return /[~?%]/.test(text) ? rank - 0.5 : rank
}

interface ReadEdtf {
  readonly edtf: string
  readonly bounds: DayBounds
  /** Without what approximation adds. */
  readonly stated: DayBounds
  readonly precision: Precision | undefined
}

const known = new Map<string, ReadEdtf | undefined>()
const maxKnown = 10_000

/** Parsing costs a hundred times a look-up, and a graph states few different dates. */
function readEdtf(text: string): ReadEdtf | undefined {
  if (known.has(text)) return known.get(text)
  if (known.size >= maxKnown) known.clear()
  const read = readAnew(text)
  known.set(text, read)
  return read
}

function readAnew(text: string): ReadEdtf | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > maxLength || trimmed.includes('T')) return undefined
  try {
    const node = parse(trimmed) as Node
    if (node.level > 1 || !isPlain(node)) return undefined
    if (node.type === 'Interval') return readInterval(trimmed)
    return {
      edtf: trimmed,
      bounds: dayBounds(trimmed, true),
      stated: dayBounds(trimmed, false),
      precision: precisionOf(trimmed),
    }
  } catch {
    return undefined
  }
}

function readInterval(text: string): ReadEdtf | undefined {
  const [start, end] = endsOf(text)
  if (start === undefined && end === undefined) return undefined
  const between = (widened: boolean): DayBounds => {
    const min = start === undefined ? undefined : dayBounds(start, widened).min
    const max = end === undefined ? undefined : dayBounds(end, widened).max
    return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  }
  const stated = between(false)
  if (stated.min !== undefined && stated.max !== undefined && stated.min > stated.max) return undefined
  return { edtf: text, bounds: between(true), stated, precision: undefined }
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
  if (/^\d{4}-(2[1-4])$/.test(bare)) return 'season'
  if (/^\d{4}(-XX(-XX)?)?$/.test(bare)) return 'year'
  if (/^\d{4}-\d\d(-XX)?$/.test(bare)) return 'month'
  return 'day'
}

const unitDays: Readonly<Record<Precision, readonly [months: number, days: number]>> = {
  day: [0, 1],
  month: [1, 0],
  season: [3, 0],
  year: [12, 0],
  decade: [120, 0],
  century: [1200, 0],
}

/**
 * Seasons are those of meteorology in the northern hemisphere, spring from March; the standard leaves them open.
 * The library gives the bounds of all else.
 */
function dayBounds(text: string, widened: boolean): DayBounds {
  const bare = text.replace(/[~?%]/g, '')
  const season = /^(\d{4})-2([1-4])$/.exec(bare)
  const [first, last] = season ? seasonDays(Number(season[1]), Number(season[2])) : libraryDays(text)
  const [months, days] = widened && bare !== text ? unitDays[precisionOf(text)] : [0, 0]
  return { min: shift(first, -months, -days), max: shift(last, months, days) }
}

function libraryDays(text: string): [number, number] {
  const date = edtf(text) as { readonly min: number; readonly max: number }
  return [date.min, date.max]
}

function seasonDays(year: number, quarter: number): [number, number] {
  return [Date.UTC(year, quarter * 3 - 1, 1), Date.UTC(year, quarter * 3 + 2, 0)]
}

/** Months are counted from the first of the month, or its last day, so that July's end moved by a month is August's end. */
function shift(instant: number, months: number, days: number): string {
  const date = new Date(instant)
  const isLastOfMonth = new Date(instant + 86_400_000).getUTCDate() === 1
  if (months !== 0 && isLastOfMonth) date.setUTCMonth(date.getUTCMonth() + months + 1, 0)
  else if (months !== 0) date.setUTCMonth(date.getUTCMonth() + months)
  date.setUTCDate(date.getUTCDate() + days)
  return date
    .toISOString()
    .replace(/^[+-]\d\d(?=\d{4})/, '')
    .slice(0, 10)
}

function boundsOverlap(a: DayBounds, b: DayBounds): boolean {
  const isBefore = a.max !== undefined && b.min !== undefined && a.max < b.min
  const isAfter = a.min !== undefined && b.max !== undefined && a.min > b.max
  return !isBefore && !isAfter
}

function endsOf(text: string): [string | undefined, string | undefined] {
  const [start, end] = text.split('/')
  const named = (part: string | undefined) => (part === undefined || part === '' || part === '..' ? undefined : part)
  return end === undefined ? [named(start), named(start)] : [named(start), named(end)]
}
