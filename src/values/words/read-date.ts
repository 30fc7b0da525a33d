import { parseEdtf, statedDays } from '../edtf.js'
import { foldFigures } from '../text.js'
import { parseNumeral } from './numeral.js'

/** A date as a source writes it, in EDTF, and how it was read. */
export interface ReadDate {
  readonly edtf: string
  readonly form: DateForm
}

/** Every form in which dates are read, with an example and what it is read as; docs and `check --explain` list them. */
export const dateForms = {
  edtf: { example: '2024-07~', edtf: '2024-07~', en: 'EDTF', zh: 'EDTF 日期' },
  separated: {
    example: '2024/6/1',
    edtf: '2024-06-01',
    en: 'year, month and day with separators',
    zh: '以分隔符书写的年月日',
  },
  compact: { example: '20240601', edtf: '2024-06-01', en: 'eight digits', zh: '八位数字' },
  chinese: { example: '2024年6月1日', edtf: '2024-06-01', en: 'Chinese date', zh: '中文日期' },
  english: { example: 'June 1, 2024', edtf: '2024-06-01', en: 'English date', zh: '英文日期' },
  monthYear: {
    example: 'Jun-24',
    edtf: '2024-06',
    en: 'month and two-digit year, as Excel shows it',
    zh: 'Excel 显示的月份与两位年份',
  },
  timestamp: { example: '2024-06-01 00:00:00', edtf: '2024-06-01', en: 'the day of a timestamp', zh: '时间戳中的日期' },
  quarter: { example: '2024年三季度', edtf: '2024-35', en: 'quarter of a year', zh: '季度' },
  half: { example: '2024年上半年', edtf: '2024-40', en: 'half of a year', zh: '半年' },
  season: { example: '2024年春季', edtf: '2024-21', en: 'season', zh: '季节' },
  part: {
    example: '2025年底',
    edtf: '2025-12~',
    en: 'beginning, middle or end of a period, approximate',
    zh: '时期的初、中、末，约略',
  },
  plan: { example: '十四五', edtf: '2021/2025', en: 'five-year plan', zh: '五年规划' },
  before: { example: '2025年底前', edtf: '../2025-12-31', en: 'up to the end of a period', zh: '截至某时期末' },
  expected: { example: '预计2025年', edtf: '2025?', en: 'expected or planned, uncertain', zh: '预计或计划，不确定' },
  range: { example: '2024年6月至9月', edtf: '2024-06/2024-09', en: 'interval', zh: '时间区间' },
  excel: {
    example: '45292',
    edtf: '2024-01-01',
    en: 'serial day number of Excel, 1900 date system',
    zh: 'Excel 日期序列号',
  },
} as const

export type DateForm = keyof typeof dateForms

export interface DateOptions {
  /** Whole numbers are serial day numbers of Excel. Only a mapping can say so: 45292 alone is no date. */
  readonly excel?: boolean
}

type Reading = ReadDate | undefined

/**
 * Reads a date as sources write it: 2024年6月, 2024/6/1, 2024.06, 2025年底, 2024年三季度, `Q3 2024`, 上半年, `Jun-24`,
 * `2024-06-01 00:00:00`, EDTF itself. Undefined if the text names no one date: nothing is guessed, so that 04/07/2024,
 * which two countries read as two days, is none.
 */
export function readDate(text: string, { excel = false }: DateOptions = {}): ReadDate | undefined {
  if (text.length > maxLength) return undefined
  const edtf = parseEdtf(text)
  if (edtf !== undefined) return { edtf, form: 'edtf' }
  const folded = arabicFigures(foldFigures(text))
    .replace(/\s*([年月日号季])\s*/g, '$1')
    .trim()
  const day = excel ? readExcelDay(folded) : undefined
  if (day !== undefined) return { edtf: day, form: 'excel' }
  return readExpected(folded) ?? readCertain(folded)
}

function readCertain(text: string): Reading {
  return readOne(text) ?? readPeriod(text.replace(/^(?:by|in) /i, '')) ?? readBefore(text) ?? readRange(text)
}

const expected =
  /^(?:预计|预期|有望|拟|计划|(?:is |are )?(?:expected|planned|scheduled)|(?:est\.?|estimated|tentatively))\s*(?:将)?\s*(?:于|在|in|for|to be|by)?\s*(?=\S)/i

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

const untilEnd = /^(?:在|于|到|至)?(.+?(?:底|末|[日号]))(?:之前|以前|前)$/
const beforePeriod = /^(?:before|prior to) (.+)$/i
const noLater = /^(?:no later than|not later than|不晚于|不迟于|最迟(?:于|在)?|最晚(?:于|在)?)\s*(.+)$/i

/**
 * 2025年底前, 2025年6月30日前: up to the last day that is named. `before 2025` excludes the year. 2025年前 is read by some
 * with and by others without the year, so it is no date.
 */
function readBefore(text: string): Reading {
  const [, end] = untilEnd.exec(text) ?? []
  if (end !== undefined) return upTo(lastStatedDay(end))
  const [, latest] = noLater.exec(text) ?? []
  if (latest !== undefined) return upTo(lastStatedDay(latest))
  const [, period] = beforePeriod.exec(text) ?? []
  if (period === undefined) return undefined
  const year = endOfYear.exec(period)?.[1]
  return upTo(year === undefined ? dayBefore(statedDays(readPeriod(period)?.edtf ?? '')?.min) : `${year}-12-31`)
}

function upTo(day: string | undefined): Reading {
  return day === undefined ? undefined : checked(`../${day}`, 'before')
}

/** The last day of the period, or of the one whose end a text names: 2025-12-31 of 2025年底 and of 2025年四季度末. */
function lastStatedDay(text: string): string | undefined {
  const period = /^(.+?)年?(?:年底|年末|期末|底|末)$/.exec(text)?.[1]
  if (period === undefined) return statedDays(readPeriod(text)?.edtf ?? '')?.max
  return [`${period}年`, period].map(name => statedDays(readOne(name)?.edtf ?? '')?.max).find(day => day !== undefined)
}

function dayBefore(day: string | undefined): string | undefined {
  return day === undefined ? undefined : new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10)
}

const maxLength = 80

function readOne(text: string): Reading {
  return (
    readPlan(text) ??
    readTimestamp(text) ??
    readSeparated(text) ??
    readChinese(text) ??
    readEnglish(text) ??
    readMonthYear(text)
  )
}

/** Only what the calendar has. */
function checked(edtf: string | undefined, form: DateForm): Reading {
  const valid = edtf === undefined ? undefined : parseEdtf(edtf)
  return valid === undefined ? undefined : { edtf: valid, form }
}

function padded(number: string | number): string {
  return String(number).padStart(2, '0')
}

/** 二〇二四年六月 is 2024年6月, 民国113年 is 2024年. 三季度 and 十四五 stay: they are read as words. */
function arabicFigures(text: string): string {
  const figures = text
    .replace(/[〇零一二三四五六七八九]{4}(?=年)/g, digits =>
      [...digits].map(digit => '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit)).join(''),
    )
    .replace(/([一二三四五六七八九十]{1,3})(?=[月日号])/g, number => parseNumeral(number)?.amount ?? number)
  return figures.replace(/民国(\d{1,3})年/g, (_, year: string) => `${Number(year) + 1911}年`)
}

const plan = /^[“"「『]?([一二三四五六七八九十]{1,3})五[”"」』]?(?:规划|计划)?(期间|时期|初期|初|期末|末|末期)?$/

/** The five-year plans of China: the fourteenth is 2021/2025. From the sixth on each covers five years. */
function readPlan(text: string): Reading {
  const [, number = '', part = ''] = plan.exec(text) ?? []
  const ordinal = Number(parseNumeral(number)?.amount)
  if (!Number.isInteger(ordinal) || ordinal < 6 || ordinal > 30) return undefined
  const first = 1951 + ordinal * 5
  if (part.includes('末')) return checked(`${first + 4}-12~`, 'part')
  if (part.includes('初')) return checked(`${first}-01~`, 'part')
  return checked(`${first}/${first + 4}`, 'plan')
}

const timestamp = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/

function readTimestamp(text: string): Reading {
  const [, year, month = '', day = ''] = timestamp.exec(text) ?? []
  return year === undefined ? undefined : checked(`${year}-${padded(month)}-${padded(day)}`, 'timestamp')
}

const separated = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const western =
  /^(?:(\d{4})[- ]?(?:Q([1-4])|H([12]))|(?:Q([1-4])|H([12]))[- ]?(\d{4})|([1-4])Q[- ]?(\d{4}|\d{2})|([12])H[- ]?(\d{4}|\d{2}))$/i

function readSeparated(text: string): Reading {
  const [, year, , month = '', day] = separated.exec(text) ?? []
  if (year !== undefined)
    return checked(`${year}-${padded(month)}${day === undefined ? '' : `-${padded(day)}`}`, 'separated')
  const [, compactYear, compactMonth, compactDay] = compact.exec(text) ?? []
  if (compactYear !== undefined) return checked(`${compactYear}-${compactMonth}-${compactDay}`, 'compact')
  const found = western.exec(text)
  if (!found) return undefined
  const [, y1, q1, h1, q2, h2, y2, q3, y3, h3, y4] = found
  return quarterOrHalf(y1 ?? y2 ?? fullYear(y3 ?? y4 ?? ''), q1 ?? q2 ?? q3, h1 ?? h2 ?? h3)
}

function quarterOrHalf(year: string, quarter: string | undefined, half: string | undefined): Reading {
  if (quarter !== undefined) return checked(`${year}-${32 + Number(quarter)}`, 'quarter')
  return half === undefined ? undefined : checked(`${year}-${39 + Number(half)}`, 'half')
}

/** Two digits are of this century: what is described here began in it. */
function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year
}

const chinese = /^(?:截至|截止|到|至|于|在)?(\d{4})年(?:(.*?))(?:前后|左右)?$/
const approximate = /(?:前后|左右)$/
const monthAndDay = /^(\d{1,2})月(?:份)?(?:(\d{1,2})[日号])?$/
const partOfMonth = /^(\d{1,2})月(初|上旬|中旬|中|下旬|底|末)$/
const quarterWord = /^第?([一二三四1-4])季度?$|^Q([1-4])$/i
const halfWord = /^(上|下)半年$|^H([12])$/i
const seasonWord = /^([春夏秋冬])[季天]?$/
const partOfYear = /^(初|年初|中|年中|底|年底|末|年末)$/

function readChinese(text: string): Reading {
  const [, year, rest = ''] = chinese.exec(text.replace(/年(底|末|初|中)$/, '年$1')) ?? []
  if (year === undefined) return undefined
  const read = readWithinYear(year, rest)
  return read && approximate.test(text) && /^[\d-]+$/.test(read.edtf) ? checked(`${read.edtf}~`, read.form) : read
}

function readWithinYear(year: string, rest: string): Reading {
  if (rest === '' || /^(?:度|全年|内|年内|以内|之内)$/.test(rest)) return checked(year, 'chinese')
  const [, month, day] = monthAndDay.exec(rest) ?? []
  if (month !== undefined)
    return checked(`${year}-${padded(month)}${day === undefined ? '' : `-${padded(day)}`}`, 'chinese')
  const [, ofMonth, partName = ''] = partOfMonth.exec(rest) ?? []
  if (ofMonth !== undefined) return readPartOfMonth(year, padded(ofMonth), partName)
  const quarter = quarterWord.exec(rest)
  if (quarter) return quarterOrHalf(year, quarter[2] ?? chineseDigit(quarter[1] ?? ''), undefined)
  const half = halfWord.exec(rest)
  if (half) return quarterOrHalf(year, undefined, half[2] ?? (half[1] === '上' ? '1' : '2'))
  const season = seasonWord.exec(rest)?.[1]
  if (season !== undefined) return checked(`${year}-${21 + '春夏秋冬'.indexOf(season)}`, 'season')
  const part = partOfYear.exec(rest)?.[1]
  return part === undefined ? undefined : readPartOfYear(year, part)
}

function chineseDigit(digit: string): string {
  const place = '一二三四'.indexOf(digit)
  return place < 0 ? digit : String(place + 1)
}

/** 年初 is about January, 年中 about June, 年底 about December. */
function readPartOfYear(year: string, part: string): Reading {
  const month = part.includes('初') ? '01' : part.includes('中') ? '06' : '12'
  return checked(`${year}-${month}~`, 'part')
}

function readPartOfMonth(year: string, month: string, part: string): Reading {
  const last = lastDayOf(Number(year), Number(month))
  const days: Readonly<Record<string, string>> = {
    上旬: `${year}-${month}-01/${year}-${month}-10`,
    中旬: `${year}-${month}-11/${year}-${month}-20`,
    下旬: `${year}-${month}-21/${year}-${month}-${last}`,
    初: `${year}-${month}-01~`,
    中: `${year}-${month}-15~`,
    底: `${year}-${month}-${last}~`,
    末: `${year}-${month}-${last}~`,
  }
  return checked(days[part], 'part')
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const monthDayYear = new RegExp(`^${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i')
const dayMonthYear = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthName},? (\\d{4})$`, 'i')
const monthAndYear = new RegExp(`^${monthName}(?: of)?,?[ -](\\d{4})$`, 'i')
const monthShortYear = new RegExp(`^${monthName}[- '’](\\d{2})$`, 'i')
const ordinals: Readonly<Record<string, string>> = { first: '1', second: '2', third: '3', fourth: '4', last: '2' }
const quarterOfYear = /^(?:the )?(first|second|third|fourth) quarter(?: of)?,? (\d{4})$/i
const halfOfYear = /^(?:the )?(first|second|last) half(?: of)?,? (\d{4})$/i
const seasonOfYear = /^(?:the )?(spring|summer|autumn|fall|winter)(?: of)?,? (\d{4})$/i
const seasons: Readonly<Record<string, string>> = { spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24' }
const startOfYear = /^(?:early|(?:the )?(?:start|beginning) of)[ -](\d{4})$/i
const middleOfYear = /^(?:mid|(?:the )?middle of)[ -](\d{4})$/i
const endOfYear = /^(?:(?:by )?(?:the )?(?:end|year-?end)(?: of)?|late)[ -](\d{4})$/i

function readEnglish(text: string): Reading {
  const [, monthFirst, dayLater = '', yearLast] = monthDayYear.exec(text) ?? []
  if (monthFirst !== undefined) return checked(`${yearLast}-${monthNumber(monthFirst)}-${padded(dayLater)}`, 'english')
  const [, dayFirst, monthLater = '', yearOfDay] = dayMonthYear.exec(text) ?? []
  if (dayFirst !== undefined) return checked(`${yearOfDay}-${monthNumber(monthLater)}-${padded(dayFirst)}`, 'english')
  const [, month, year] = monthAndYear.exec(text) ?? []
  if (month !== undefined) return checked(`${year}-${monthNumber(month)}`, 'english')
  const [, quarter, ofYear = ''] = quarterOfYear.exec(text) ?? []
  if (quarter !== undefined) return quarterOrHalf(ofYear, ordinals[quarter.toLowerCase()], undefined)
  const [, half, halfYear = ''] = halfOfYear.exec(text) ?? []
  if (half !== undefined) return quarterOrHalf(halfYear, undefined, ordinals[half.toLowerCase()])
  const [, season, seasonYear] = seasonOfYear.exec(text) ?? []
  if (season !== undefined) return checked(`${seasonYear}-${seasons[season.toLowerCase()]}`, 'season')
  const parts = [startOfYear, middleOfYear, endOfYear].map(pattern => pattern.exec(text)?.[1])
  const [start, middle, end] = parts
  if (start !== undefined) return readPartOfYear(start, '初')
  if (middle !== undefined) return readPartOfYear(middle, '中')
  return end === undefined ? undefined : readPartOfYear(end, '底')
}

function readMonthYear(text: string): Reading {
  const [, month, year = ''] = monthShortYear.exec(text) ?? []
  return month === undefined ? undefined : checked(`${fullYear(year)}-${monthNumber(month)}`, 'monthYear')
}

function monthNumber(name: string): string {
  return padded(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}

const rangeMark = /^(.+?)\s*(?:至|到|—+|–|--|~| to |-)\s*(.+)$/

/** 2024年6月至9月, 2024年-2026年, `June 2024 to May 2025`: the second date takes the year or month that it leaves out. */
function readRange(text: string): Reading {
  const [, from, to] = rangeMark.exec(text.replace(/^从|^自|^from /i, '')) ?? []
  if (from === undefined || to === undefined) return undefined
  const year = /^(\d{4})年/.exec(from)?.[1]
  const month = /^\d{4}年(\d{1,2})月/.exec(from)?.[1]
  const start = readOne(from) ?? readOne(`${from}${/[年月日号]$/.exec(to)?.[0] ?? ''}`)
  const end =
    readOne(to) ??
    (year === undefined ? undefined : readOne(`${year}年${to}`)) ??
    (month === undefined ? undefined : readOne(`${year}年${month}月${to}`))
  if (!start || !end || start.edtf.includes('/') || end.edtf.includes('/')) return undefined
  return checked(`${start.edtf}/${end.edtf}`, 'range')
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

/** How the date was read, in a sentence: `2025年底` read as 2025-12~ (beginning, middle or end of a period, approximate). */
export function explainDate(text: string, { edtf, form }: ReadDate, language: 'en' | 'zh' = 'en'): string {
  const how = dateForms[form][language]
  return language === 'zh' ? `“${text}”读作 ${edtf}（${how}）` : `“${text}” is read as ${edtf} (${how})`
}
