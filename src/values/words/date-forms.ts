import { parseEdtf } from '../edtf.js'

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
  since: { example: '2020年以来', edtf: '2020/..', en: 'from a date on', zh: '自某时起' },
  around: { example: '约2020年', edtf: '2020~', en: 'approximate', zh: '约略' },
  decade: { example: '20世纪90年代', edtf: '199X', en: 'decade', zh: '年代' },
  range: { example: '2024年6月至9月', edtf: '2024-06/2024-09', en: 'interval', zh: '时间区间' },
  excel: {
    example: '45292',
    edtf: '2024-01-01',
    en: 'serial day number of Excel, 1900 date system',
    zh: 'Excel 日期序列号',
  },
} as const

export type DateForm = keyof typeof dateForms

export type Reading = ReadDate | undefined

/** Only what the calendar has. */
export function checked(edtf: string | undefined, form: DateForm): Reading {
  const valid = edtf === undefined ? undefined : parseEdtf(edtf)
  return valid === undefined ? undefined : { edtf: valid, form }
}

export function padded(number: string | number): string {
  return String(number).padStart(2, '0')
}

/** How the date was read, in a sentence: `2025年底` read as 2025-12~ (beginning, middle or end of a period, approximate). */
export function explainDate(text: string, { edtf, form }: ReadDate, language: 'en' | 'zh' = 'en'): string {
  const how = dateForms[form][language]
  return language === 'zh' ? `“${text}”读作 ${edtf}（${how}）` : `“${text}” is read as ${edtf} (${how})`
}
