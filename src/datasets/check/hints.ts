import { meant } from '../../ontology/closest-match.js'
import { formatValue } from '../../values/format-value.js'
import { formatGeoPoint, parseGeoPoint } from '../../values/geo-point.js'
import type { ValueForm } from '../../values/parse-value.js'
import { foldFigures } from '../../values/text.js'
import { units } from '../../values/unit.js'
import { readExcelDay } from '../../values/words/read-date.js'
import { didYouMean } from './problem-list.js'
import { figuresIn } from './words-say.js'

const beforeYear = /^(\d{4})年(?:以前|之前|前)$/
const shortYear = /(?<!\d)(\d{2})年/
const withoutYear =
  /年[初中底末内]|[今明后去]年|[上下]半年|季度?|月|\b(?:year|quarter|half|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

const fiscalYear = /^\d{4}[/-]\d{2}$|\bFY ?['’]?\d|fiscal|财年/i

const otherCalendar =
  /令和|平成|昭和|农历|農曆|阴历|陰曆|佛历|佛曆|光绪|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年/

/** How to write a date that no reader understands. */
export function edtfHint(seen: string): string {
  if (otherCalendar.test(seen))
    return 'it is of another calendar: write the date of the Gregorian calendar as the value, and the words as `asStated`'
  if (fiscalYear.test(seen.trim()))
    return 'a fiscal year begins where its source says: write the period, such as 2023-04/2024-03, as the value, and the words as `asStated`'
  if (readExcelDay(seen) !== undefined) return 'if a spreadsheet counts its days so, write `dates: excel`'
  const [, year] = beforeYear.exec(seen.trim()) ?? []
  if (year !== undefined)
    return `it may or may not include ${year}: write ../${Number(year) - 1} or ../${year} as the value, and the words as \`asStated\``
  const [, short] = shortYear.exec(seen) ?? []
  if (short !== undefined) return `write the year with four digits, such as 20${short}年, and the words as \`asStated\``
  if (withoutYear.test(seen) && !/\d{4}/.test(seen))
    return 'it names no year: write the date as the value, such as ../2024-12-31, and the words of the source as `asStated`'
  return (
    partHint(seen, { kind: 'date' }) ?? 'such as 2025, 2024-07-04, 2024-07~, 2024/2026, 2024年6月, 2025年底 or Q3 2024'
  )
}

/** The one part of a text that is read, if no figure is beside it: 35 % of 同比增长35%. */
export function partHint(seen: string, form: ValueForm): string | undefined {
  const [part, another] = figuresIn(seen, form)
  if (!part || another || /\d/.test(foldFigures(seen).replace(part.words, ''))) return undefined
  return `"${part.words}" alone is read as ${formatValue(part.read)}: if that is meant, write it as the value, and the words as \`asStated\``
}

/** A prefix without its unit: 3000T may be TFLOPS, TOPS or TB. */
const prefixAlone = /^[kmgtz]$/i
const prefixedUnit = /^[KMGTZ](?:FLOPS|OPS|B|WH?|VA)$/

/** The meanings of a prefix without a unit. */
export function prefixHint(seen: string, form: ValueForm): string | undefined {
  if (!prefixAlone.test(seen)) return undefined
  const meanings = unitsOf(form).filter(unit => prefixedUnit.test(unit) && unit.startsWith(seen.toUpperCase()))
  return meanings.length === 0 ? undefined : `${seen} alone is no unit: write ${meanings.join(' or ')}`
}

/** How to write a place whose longitude comes first. */
export function placeHint(seen: string): string | undefined {
  const [first = '', second = '', ...more] = seen.split(/[,，]/)
  const swapped = more.length === 0 ? parseGeoPoint(`${second},${first}`) : undefined
  return swapped && `latitude comes first: ${formatGeoPoint(swapped)}`
}

/** Units that a property can be given in. */
export function unitHint(seen: string, form: ValueForm): string | undefined {
  const fit = unitsOf(form)
  return (
    prefixHint(seen, form) ??
    didYouMean(meant(seen, fit)) ??
    (fit.length === 0 ? undefined : `such as ${fit.slice(0, 6).join(', ')}`)
  )
}

function unitsOf(form: ValueForm): readonly string[] {
  const kinds = form.kind === 'quantity' ? form.of : []
  return Object.entries(units).flatMap(([unit, { of }]) => (kinds.length === 0 || kinds.includes(of) ? [unit] : []))
}

/** The values of a closed list, as datasets spell them. */
export function codeHint(seen: string, values: readonly string[] = []): string | undefined {
  const spelled = values.map(value => value.toLowerCase().replaceAll('_', '-'))
  return didYouMean(meant(seen, spelled)) ?? (spelled.length === 0 ? undefined : `one of ${spelled.join(', ')}`)
}
