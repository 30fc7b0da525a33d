import { edtfStart, parseEdtf, statedDays } from '../edtf.js'
import { foldFigures } from '../text.js'
import { checked, type ReadDate, type Reading } from './date-forms.js'
import { arabicFigures, readOne } from './one-date.js'

export interface DateOptions {
  /** Whole numbers are serial day numbers of Excel. Only a mapping can say so: 45292 alone is no date. */
  readonly excel?: boolean
}

/**
 * Reads a date as sources write it: 2024年6月, 2024/6/1, 2024.06, 2025年底, 2024年三季度, `Q3 2024`, 上半年, `Jun-24`,
 * `2024-06-01 00:00:00`, EDTF itself. Undefined if the text names no one date: nothing is guessed, so that 04/07/2024,
 * which two countries read as two days, is none.
 */
export function readDate(text: string, { excel = false }: DateOptions = {}): ReadDate | undefined {
  if (text.length > maxLength) return undefined
  const edtf = parseEdtf(text)
  if (edtf !== undefined) return { edtf, form: 'edtf' }
  const folded = arabicFigures(
    foldFigures(text)
      .replace(wrapping, '$1')
      .replace(/[“”"「」『』]/g, ''),
  )
    .replace(/\s*([年月日号季])\s*/g, '$1')
    .replace(weekday, '')
    .trim()
  const day = excel ? readExcelDay(folded) : undefined
  if (day !== undefined) return { edtf: day, form: 'excel' }
  return readExpected(folded) ?? readCertain(folded) ?? readSides(folded)
}

/** 2018年3月/2023年5月, 2018年3月/至今, 2018年3月/: the beginning and the end of a period. An end that is not stated is unknown. */
function readSides(text: string): Reading {
  const readings = [...text.matchAll(/\//g)].flatMap(
    ({ index }) => joinSides(text.slice(0, index).trim(), text.slice(index + 1).trim()) ?? [],
  )
  return readings.length === 1 ? readings[0] : undefined
}

const ongoing = /^(?:至今|迄今|今|现任|在任|(?:the )?present|now|current|ongoing)$/i

function joinSides(from: string, to: string): Reading {
  const since = from === '' ? '' : readCertain(from)?.edtf
  const start = since?.replace(/\/\.\.$/, '')
  const open = ongoing.test(to) || (to === '' && since !== start)
  const end = open ? '..' : to === '' ? '' : readCertain(to)?.edtf
  if (start === undefined || end === undefined || `${start}${end}`.includes('/')) return undefined
  return checked(`${start}/${end}`, 'range')
}

const weekday =
  /(?<=[日号])\s*[（(]?(?:星期|周|礼拜)[一二三四五六日天][)）]?$|^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+/i
/** The brackets of a title: （2021—2025年）. */
const wrapping = /^[(（[【](.+)[)）\]】]$/

function readCertain(text: string): Reading {
  return (
    readOne(text) ??
    readPeriod(text.replace(/^(?:by|in|on|at|during|as (?:of|at)) (?:the )?/i, '')) ??
    readBefore(text) ??
    readSince(text) ??
    readAround(text) ??
    readRange(text)
  )
}

const expected =
  /^(?:预计|预期|有望|拟|计划|力争|争取|(?:is |are )?(?:expected|planned|scheduled|slated|targeted|projected|anticipated)|(?:est\.?|estimated|tentatively))\s*(?:将)?\s*(?:于|在|到|in|for|to be|by)?\s*(?=\S)/i

/** 预计2025年底, `expected in 2025`: the date may turn out to be another one, so EDTF marks the last date as uncertain. */
function readExpected(text: string): Reading {
  const words = expected.exec(text)?.[0]
  const read = words === undefined ? undefined : readCertain(text.slice(words.length))
  if (!read) return undefined
  return checked(read.edtf.endsWith('~') ? `${read.edtf.slice(0, -1)}%` : `${read.edtf}?`, 'expected')
}

function readPeriod(text: string): Reading {
  return readOne(text) ?? checked(text, 'edtf')
}

const untilEnd = /^(?:在|于|到|至)?(?:(.+?(?:底|末|[日号]))(?:之前|以前|前)|(.+)止)$/
const beforePeriod = /^(?:before|prior to) (.+)$/i
const noLater =
  /^(?:no later than|not later than|until|till|up to|不晚于|不迟于|最迟(?:于|在)?|最晚(?:于|在)?)\s*(.+)$/i

/**
 * 2025年底前, 2025年6月30日前: up to the last day that is named. `before 2025` excludes the year. 2025年前 is read by some
 * with and by others without the year, so it is no date.
 */
function readBefore(text: string): Reading {
  const [, before, until] = untilEnd.exec(text) ?? []
  const end = before ?? until
  if (end !== undefined) return upTo(lastStatedDay(end))
  const [, latest] = noLater.exec(text) ?? []
  if (latest !== undefined) return upTo(lastStatedDay(latest))
  const [, period] = beforePeriod.exec(text) ?? []
  if (period === undefined) return undefined
  return upTo(
    endOfPeriod.test(period) ? lastStatedDay(period) : dayBeside(statedDays(readPeriod(period)?.edtf ?? '')?.min, -1),
  )
}

function upTo(day: string | undefined): Reading {
  return day === undefined ? undefined : checked(`../${day}`, 'before')
}

const endOfPeriod = /^(?:the )?(?:end|year-?end)(?: of)?[ -](.+)$/i

/** The last day of the period, or of the one whose end a text names: 2025-12-31 of 2025年底 and of 2025年四季度末. */
function lastStatedDay(text: string): string | undefined {
  const period = (/^(.+?)年?(?:年底|年末|期末|底|末)$/.exec(text) ?? endOfPeriod.exec(text))?.[1]
  if (period === undefined) return statedDays(readPeriod(text)?.edtf ?? '')?.max
  return [`${period}年`, period].map(name => statedDays(readOne(name)?.edtf ?? '')?.max).find(day => day !== undefined)
}

function dayBeside(day: string | undefined, days: 1 | -1): string | undefined {
  return day === undefined ? undefined : new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
}

const maxLength = 80

const sinceChinese = /^(?:自|自从|从)?(.+?)(?:(?:起|开始)(?:施行|实施|执行|生效)?|以来|至今|迄今|—+|--?|–)$/
const sinceEnglish = /^(?:since|from|(?:no|not) earlier than|不早于|最早(?:于|在)?)\s*(.+?)(?: on(?:wards?)?)?$/i
const afterPeriod = /^after (.+)$/i
const untilNow = /^(?:from |since )?(.+?)(?:\s+to\s+|\s*[-–—]+\s*)(?:(?:the )?present|date|now)$/i

/** 2020年以来, `since 2020`, `2020 to present`: from the beginning of the date that is named, without an end. */
function readSince(text: string): Reading {
  for (const pattern of [untilNow, sinceEnglish, sinceChinese]) {
    const start = edtfStart(readPeriod(pattern.exec(text)?.[1] ?? '')?.edtf ?? '')
    if (start !== undefined) return checked(`${start}/..`, 'since')
  }
  const after = dayBeside(statedDays(readPeriod(afterPeriod.exec(text)?.[1] ?? '')?.edtf ?? '')?.max, 1)
  return after === undefined ? undefined : checked(`${after}/..`, 'since')
}

const around =
  /^(?:大约|大概|约|circa|ca?\.|approx\.|(?:about|around|approximately|circa|ca)(?= ))\s*(?:于|在|in )?\s*(.+)$/i

/** 约2020年, `circa 2020`. What is approximate by its words, as a part of a year, is no more so. */
function readAround(text: string): Reading {
  const read = readPeriod(around.exec(text)?.[1] ?? '')
  return read && /^[\d-]+~?$/.test(read.edtf) ? checked(`${read.edtf.replace('~', '')}~`, 'around') : undefined
}

const rangeMark = /^(.+?)\s*(?:至|到|—+|–|--|~| (?:to|until|till|through) |-)\s*(.+)$/

/**
 * 2024年6月至9月, 2024年-2026年, `June 2024 to May 2025`, `2–5 July 2024`: one date takes the year or month that it leaves
 * out from the other one, in Chinese the second from the first, in English the first from the second.
 */
function readRange(text: string): Reading {
  const plain = text.replace(/^从|^自|^from /i, '').replace(/^between (.+) and (.+)$/i, '$1 to $2')
  const [, from, to] = rangeMark.exec(plain) ?? []
  if (from === undefined || to === undefined) return undefined
  const start = firstRead([from, `${from}${/[年月日号]$/.exec(to)?.[0] ?? ''}`, ...englishStarts(from, to)])
  const end = firstRead([to, ...chineseEnds(from, to), ...englishEnds(from, to)])
  if (!start || !end || start.edtf.includes('/') || end.edtf.includes('/')) return undefined
  return checked(`${start.edtf}/${end.edtf}`, 'range')
}

function firstRead(texts: readonly string[]): Reading {
  return texts.map(readPeriod).find(read => read !== undefined)
}

/** 9月 of 2024年6月至9月, 3日 of 2024年6月1日至3日. */
function chineseEnds(from: string, to: string): readonly string[] {
  const year = /^\d{4}年/.exec(from)?.[0]
  const month = /^\d{4}年\d{1,2}月/.exec(from)?.[0]
  return [year, month].flatMap(known => (known === undefined ? [] : [`${known}${to}`]))
}

/** `June` of `June to December 2025`, 2 of `2–5 July 2024`, `July 2` of `July 2–5, 2024`. */
function englishStarts(from: string, to: string): readonly string[] {
  const year = /(\d{4})$/.exec(to)?.[1]
  if (year === undefined) return []
  const month = /^\d{1,2} ([a-z]+\.?),? \d{4}$/i.exec(to)?.[1]
  if (/^\d{1,2}$/.test(from)) return month === undefined ? [] : [`${from} ${month} ${year}`]
  return [`${from} ${year}`, `${from}, ${year}`]
}

/** `5, 2024` of `July 2–5, 2024`. */
function englishEnds(from: string, to: string): readonly string[] {
  const month = /^([a-z]+)\.? \d{1,2}$/i.exec(from)?.[1]
  return month === undefined ? [] : [`${month} ${to}`]
}

/** A day of a spreadsheet as a number: 45292, 45292.5. Four digits are a year. */
const serial = /^\d{5,7}(?:\.\d+)?$/

const dayMs = 86_400_000
/** Excel counts from 1900 and takes 1900 for a leap year: from March 1900 on, day 0 is 30 December 1899. */
const epoch = Date.UTC(1899, 11, 30)
/** 31 December 9999, the last day that Excel has. */
const lastDay = 2_958_465

/** The day that a serial number of Excel means; undefined if the text is none. A time of day is left out. */
export function readExcelDay(text: string): string | undefined {
  const days = serial.test(text.trim()) ? Math.floor(Number(text)) : Number.NaN
  return days <= lastDay ? new Date(epoch + days * dayMs).toISOString().slice(0, 10) : undefined
}
