import { edtfStart, parseEdtf } from '../../values/edtf.js'
import { parseNumeral } from '../../values/words/numeral.js'

/** 未来两年内, 今后3年; within the next two years, over the next 18 months, in the coming year. */
const chinese = /(?:未来|今后|接下来的?)\s*([\d〇零一二两三四五六七八九十]+)\s*(年|个月)/u
const english = /(?:next|coming)\s+(?:(\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+)?(years?|months?)/i
const englishNumbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** 7月4日, July 4: the year is that of the publication. */
const chineseDay = /(?<![年\d])(\d{1,2})月(\d{1,2})日/gu
const chineseMonth = /(?<![年\d])(\d{1,2})月(?!\d)/gu
const monthNames = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const englishDay = new RegExp(String.raw`\b(${monthNames})[a-z]*\.?\s+(\d{1,2})(?!\d)(?!,?\s*\d{4})`, 'gi')

/**
 * The dates that words give only together with the day on which they were published: a month or a day without its
 * year, and a number of years or months from then. EDTF.
 */
export function readRelativeDates(words: string, published: string): readonly string[] {
  const [year = '', month] = (edtfStart(published) ?? '').replace(/[~?%]/g, '').split('-')
  if (!/^\d{4}$/.test(year)) return []
  const days = [...words.matchAll(chineseDay)].map(([, m = '', d = '']) => dateOf(year, m, d))
  const months = [...words.matchAll(chineseMonth)].map(([, m = '']) => dateOf(year, m))
  const englishDays = [...words.matchAll(englishDay)].map(([, name = '', d = '']) =>
    dateOf(year, String(monthNames.split('|').indexOf(name.toLowerCase()) + 1), d),
  )
  return [...days, ...months, ...englishDays, ...endsOfPeriods(words, Number(year), month)].filter(
    date => date !== undefined,
  )
}

function dateOf(...parts: readonly string[]): string | undefined {
  return parseEdtf(parts.map(part => part.padStart(2, '0')).join('-'))
}

/** As exactly as the day of publication is known, and approximate. */
function endsOfPeriods(words: string, year: number, month: string | undefined): readonly (string | undefined)[] {
  return [chinese.exec(words), english.exec(words)].flatMap(found => {
    const [, count = 'one', unit = ''] = found ?? []
    if (!found) return []
    const length = englishNumbers.indexOf(count.toLowerCase()) + 1 || Number(parseNumeral(count)?.amount)
    if (!Number.isFinite(length)) return []
    if (!/月|month/i.test(unit)) return [parseEdtf(`${year + length}${month === undefined ? '' : `-${month}`}~`)]
    if (month === undefined) return []
    const end = year * 12 + Number(month) - 1 + length
    return [parseEdtf(`${Math.floor(end / 12)}-${String((end % 12) + 1).padStart(2, '0')}~`)]
  })
}

/**
 * The words with the years that they leave to the day of publication (今年, 年底前, `next year`), and two-digit years
 * with four digits (24年6月).
 */
export function withYears(words: string, published: string): string {
  const full = words.replace(/(?<![\d.])\d{2}(?=年(?:\d{1,2}月|年?[初中底末]|[上下]半年|第?[一二三四1-4]季))/g, '20$&')
  const year = Number((edtfStart(published) ?? '').slice(0, 4))
  if (!Number.isInteger(year) || year === 0) return full
  return full
    .replace(/今年|本年度?|当年/g, `${year}年`)
    .replace(/明年|次年/g, `${year + 1}年`)
    .replace(/去年|上年/g, `${year - 1}年`)
    .replace(/(?<![\d年])年(?=[初中底末内])/g, `${year}年`)
    .replace(/(?<![\d年])(?=[上下]半年|第?[一二三四]季度)/g, `${year}年`)
    .replace(/\bthis year\b/gi, String(year))
    .replace(/\bnext year\b/gi, String(year + 1))
    .replace(/\blast year\b/gi, String(year - 1))
    .replace(/\b(?:the )?(?:end of the year|year-?end)(?! ?(?:of )?\d)/gi, `end of ${year}`)
}

/** Both that 2025年前 may mean: some include 2025, others do not. EDTF. */
export function readAmbiguousDates(words: string): readonly string[] {
  return [...words.matchAll(/(?<!\d)(\d{4})年(?:(\d{1,2})月)?(?:以前|之前|前)/gu)].flatMap(([, year = '', month]) => {
    const before = month === undefined ? `${Number(year) - 1}` : monthBefore(Number(year), Number(month))
    const named = month === undefined ? year : `${year}-${month.padStart(2, '0')}`
    return [before, named].flatMap(end => parseEdtf(`../${end}`) ?? [])
  })
}

function monthBefore(year: number, month: number): string {
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}
