import { checked, padded, type Reading } from './date-forms.js'
import { parseNumeral } from './numeral.js'

/** One date or period by its name, in Chinese or English or figures: 2024年6月, `June 1, 2024`, 十四五. No interval of two dates. */
export function readOne(text: string): Reading {
  return (
    readPlan(text) ??
    readEnglishPlan(text) ??
    readDecade(text) ??
    readTimestamp(text) ??
    readSeparated(text) ??
    readChinese(text) ??
    readEnglish(text) ??
    readMonthYear(text)
  )
}

/** 二〇二四年六月 is 2024年6月, 九十年代 is 90年代, 民国113年 is 2024年. 三季度 and 十四五 stay: they are read as words. */
export function arabicFigures(text: string): string {
  const figures = text
    .replace(/(?<=[一二三四五六七八九〇零])[○◯]|[○◯](?=[一二三四五六七八九〇零])/g, '〇')
    .replace(/[〇零一二三四五六七八九]{4}(?=年)/g, digits =>
      [...digits].map(digit => '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit)).join(''),
    )
    .replace(/([一二三四五六七八九十]{1,3})(?=[月日号]|世纪|年代)/g, number => parseNumeral(number)?.amount ?? number)
  return figures.replace(/民国(\d{1,3})年/g, (_, year: string) => `${Number(year) + 1911}年`)
}

const plan = /^[“"「『]?([一二三四五六七八九十]{1,3})五[”"」』]?(?:规划|计划)?(期间|时期|初期|初|期末|末|末期)?$/

/** The five-year plans of China: the fourteenth is 2021/2025. From the sixth on each covers five years. */
function readPlan(text: string): Reading {
  const [, number = '', part = ''] = plan.exec(text) ?? []
  return planOf(Number(parseNumeral(number)?.amount), part)
}

function planOf(ordinal: number, part: string): Reading {
  if (!Number.isInteger(ordinal) || ordinal < 6 || ordinal > 30) return undefined
  const first = 1951 + ordinal * 5
  if (part.includes('末')) return checked(`${first + 4}-12~`, 'part')
  if (part.includes('初')) return checked(`${first}-01~`, 'part')
  return checked(`${first}/${first + 4}`, 'plan')
}

const englishPlan =
  /^(?:the )?(?:(\d{1,2})(?:st|nd|rd|th)|(tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth)) (?:five-year plan|fyp)(?: period)?$/i
const planOrdinals = ['tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth']

/** `14th Five-Year Plan`, as 十四五. */
function readEnglishPlan(text: string): Reading {
  const [, number, word] = englishPlan.exec(text) ?? []
  if (word !== undefined) return planOf(10 + planOrdinals.indexOf(word.toLowerCase()), '')
  return number === undefined ? undefined : planOf(Number(number), '')
}

const decade = /^(?:(?:the )?(\d{3})0s|(\d{3})0年代|(\d{2})世纪(\d)0年代)$/

/** 1990s, 20世纪90年代. */
function readDecade(text: string): Reading {
  const [, english, chinese, century, ofCentury] = decade.exec(text) ?? []
  const tens = english ?? chinese ?? (century === undefined ? undefined : `${Number(century) - 1}${ofCentury}`)
  return tens === undefined ? undefined : checked(`${tens}X`, 'decade')
}

const timestamp =
  /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})[ T]|年(\d{1,2})月(\d{1,2})日)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/

/** The beginning of a day in a zone: tables write whole days so. Another moment falls on two days in two zones. */
const midnight = /(?<=T00:00(?::00(?:\.0+)?)?)(?:Z|[+-]\d{2}:?\d{2})$/

function readTimestamp(text: string): Reading {
  const [, year, ...parts] = timestamp.exec(text.replace(midnight, '')) ?? []
  const [month = '', day = ''] = parts.filter(part => part !== undefined)
  return year === undefined ? undefined : checked(`${year}-${padded(month)}-${padded(day)}`, 'timestamp')
}

/** 2023/24 is no month but two years. */
const separated = /^(\d{4})([-/.])(0?\d|1[0-2])(?:\2(\d{1,2}))?$/
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const western =
  /^(?:(\d{4})[- ]?(?:Q([1-4])|H([12]))|(?:Q([1-4])|H([12]))[- ]?(\d{4})|([1-4])Q[- ]?(\d{4}|\d{2})|([12])H[- ]?(\d{4}|\d{2})|Q([1-4]) ?['’](\d{2})|H([12]) ?['’](\d{2}))$/i

function readSeparated(text: string): Reading {
  const [, year, , month = '', day] = separated.exec(text) ?? []
  if (year !== undefined)
    return checked(`${year}-${padded(month)}${day === undefined ? '' : `-${padded(day)}`}`, 'separated')
  const [, compactYear, compactMonth, compactDay] = compact.exec(text) ?? []
  if (compactYear !== undefined) return checked(`${compactYear}-${compactMonth}-${compactDay}`, 'compact')
  const found = western.exec(text)
  if (!found) return undefined
  const [, y1, q1, h1, q2, h2, y2, q3, y3, h3, y4, q4, y5, h4, y6] = found
  return quarterOrHalf(y1 ?? y2 ?? fullYear(y3 ?? y4 ?? y5 ?? y6 ?? ''), q1 ?? q2 ?? q3 ?? q4, h1 ?? h2 ?? h3 ?? h4)
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
const partOfPeriod = /^(.+)([初中底末])$/

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
  const months = /^前(?:([二三23])季度?|(\d{1,2}|[一二三四五六七八九十]{1,2})个月)$/.exec(rest)
  if (months) return readFirstMonths(year, months[1], months[2])
  const half = halfWord.exec(rest)
  if (half) return quarterOrHalf(year, undefined, half[2] ?? (half[1] === '上' ? '1' : '2'))
  const season = seasonWord.exec(rest)?.[1]
  if (season !== undefined) return checked(`${year}-${21 + '春夏秋冬'.indexOf(season)}`, 'season')
  const part = partOfYear.exec(rest)?.[1]
  if (part !== undefined) return readPart(year, part)
  const [, period, ofPeriod = ''] = partOfPeriod.exec(rest) ?? []
  return period === undefined ? undefined : readPart(readWithinYear(year, period)?.edtf, ofPeriod)
}

/** 前三季度 and 前8个月 of a year. */
function readFirstMonths(year: string, quarters: string | undefined, months: string | undefined): Reading {
  const last = quarters === undefined ? parseNumeral(months ?? '')?.amount : String(3 * Number(chineseDigit(quarters)))
  return checked(`${year}-01/${year}-${padded(last ?? '')}`, 'range')
}

function chineseDigit(digit: string): string {
  const place = '一二三四'.indexOf(digit)
  return place < 0 ? digit : String(place + 1)
}

/** The months of the parts of a year in EDTF: quarters, halves, and the year itself. */
const monthsOfPeriod: Readonly<Record<string, readonly [first: number, middle: number, last: number]>> = {
  '': [1, 6, 12],
  '-33': [1, 2, 3],
  '-34': [4, 5, 6],
  '-35': [7, 8, 9],
  '-36': [10, 11, 12],
  '-40': [1, 3, 6],
  '-41': [7, 9, 12],
}

/** 年初 is about January, 年中 about June, 年底 about December, 三季度末 about September, 6月初 about June 1. */
function readPart(edtf: string | undefined, part: string): Reading {
  const [, year = '', period = ''] = /^(\d{4})(-\d\d)?$/.exec(edtf ?? '') ?? []
  if (year === '') return undefined
  const months = monthsOfPeriod[period]
  if (!months) return readPartOfMonth(year, period.slice(1), part)
  const month = months[part.includes('初') ? 0 : part.includes('中') ? 1 : 2]
  return checked(`${year}-${padded(month)}~`, 'part')
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
const dayMonthYear = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: of |[ -])${monthName},?[ -](\\d{4})$`, 'i')
const monthAndYear = new RegExp(`^${monthName}(?: of)?,?[ -](\\d{4})$`, 'i')
/** `June 30` is a day. */
const monthShortYear = new RegExp(`^${monthName}(?:-| ?['’])(\\d{2})$`, 'i')
const ordinals: Readonly<Record<string, string>> = { first: '1', second: '2', third: '3', fourth: '4', last: '2' }
const quarterOfYear = /^(?:the )?(first|second|third|fourth) quarter(?: of)?,? (\d{4})$/i
const halfOfYear = /^(?:the )?(first|second|last) half(?: of)?,? (\d{4})$/i
const seasonOfYear = /^(?:the )?(spring|summer|autumn|fall|winter)(?: of)?,? (\d{4})$/i
const seasons: Readonly<Record<string, string>> = { spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24' }
const partOfEnglish =
  /^(?:by )?(?:(early|mid|late)[- ]|(?:the )?(?:(start|beginning|middle) of|(end|year-?end)(?: of)?)[ -](?:the )?)(.+)$/i
const parts: Readonly<Record<string, string>> = { early: '初', start: '初', beginning: '初', mid: '中', middle: '中' }

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
  const [, about, start, end, period = ''] = partOfEnglish.exec(text) ?? []
  const part = about ?? start ?? end
  if (part === undefined) return undefined
  return readPart(/^\d{4}$/.test(period) ? period : readOne(period)?.edtf, parts[part.toLowerCase()] ?? '底')
}

function readMonthYear(text: string): Reading {
  const [, month, year = ''] = monthShortYear.exec(text) ?? []
  return month === undefined ? undefined : checked(`${fullYear(year)}-${monthNumber(month)}`, 'monthYear')
}

function monthNumber(name: string): string {
  return padded(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}
