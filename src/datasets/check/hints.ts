import { meant } from '../../ontology/closest-match.js'
import { parseEdtf } from '../../values/edtf.js'
import type { ValueForm } from '../../values/parse-value.js'
import { units } from '../../values/unit.js'
import { readExcelDate } from '../tables/excel-date.js'
import { didYouMean } from './problem-list.js'

/** How to write a date that is no EDTF: as it was most likely meant, else by examples. */
export function edtfHint(seen: string): string {
  if (readExcelDate(seen) !== undefined) return 'if a spreadsheet counts its days so, write `dates: excel`'
  return didYouMean(plainDate(seen)) ?? 'such as 2025, 2024-07-04, 2024-07~ or 2024/2026'
}

const monthNames = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const numbers = /^\s*(\d{4})\s*[-/.年]\s*(?:(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?|月)?)?\s*$/
const dayOfMonth = new RegExp(String.raw`^\s*(${monthNames})[a-z]*\.?(?:\s+(\d{1,2}),?)?\s+(\d{4})\s*$`, 'i')

/** A date in figures as people write it, in EDTF: 2024年7月4日, 2024/7/4, July 4, 2024. */
export function plainDate(text: string): string | undefined {
  const [, year, month, day] = numbers.exec(text) ?? []
  const [, name, dayInEnglish, yearInEnglish] = dayOfMonth.exec(text) ?? []
  const monthInEnglish = name && String(monthNames.split('|').indexOf(name.toLowerCase()) + 1)
  const parts = [year ?? yearInEnglish, month ?? monthInEnglish, day ?? dayInEnglish].filter(part => part !== undefined)
  return parts.length === 0 ? undefined : parseEdtf(parts.map(part => part.padStart(2, '0')).join('-'))
}

/** Units that a property can be given in. */
export function unitHint(seen: string, form: ValueForm): string | undefined {
  const kinds = form.kind === 'quantity' ? form.of : []
  const fit = Object.entries(units).flatMap(([unit, { of }]) =>
    kinds.length === 0 || kinds.includes(of) ? [unit] : [],
  )
  return didYouMean(meant(seen, fit)) ?? (fit.length === 0 ? undefined : `such as ${fit.slice(0, 6).join(', ')}`)
}

/** The values of a closed list, as datasets spell them. */
export function codeHint(seen: string, values: readonly string[] = []): string | undefined {
  const spelled = values.map(value => value.toLowerCase().replaceAll('_', '-'))
  return didYouMean(meant(seen, spelled)) ?? (spelled.length === 0 ? undefined : `one of ${spelled.join(', ')}`)
}
