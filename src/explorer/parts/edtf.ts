import type { Words } from '../words/words.js'

/** A date of EDTF as a drawing needs it: its bounds in milliseconds, and how sure they are. */
export interface DrawnDate {
  readonly edtf: string
  /** Undefined: unknown; null: open. */
  readonly start: number | null | undefined
  readonly end: number | null | undefined
  readonly precision: 'day' | 'month' | 'year' | 'period'
  readonly isApproximate: boolean
  readonly isUncertain: boolean
}

/** Reads the forms of EDTF that the graph stores; undefined if a text is none of them. */
export function readEdtf(edtf: string): DrawnDate | undefined {
  const isApproximate = /[~%]/.test(edtf)
  const isUncertain = /[?%]/.test(edtf)
  const plain = edtf.replace(/[~?%]/g, '')
  if (plain.includes('/')) {
    const [from = '', to = ''] = plain.split('/')
    const start = boundOf(from, 0)
    const end = boundOf(to, 1)
    return { edtf, start, end, precision: 'period', isApproximate, isUncertain }
  }
  const bounds = boundsOf(plain)
  if (!bounds) return undefined
  const precision = /^\d{4}-\d{2}-\d{2}/.test(plain) ? 'day' : /^\d{4}-(0\d|1[0-2])$/.test(plain) ? 'month' : 'year'
  return { edtf, start: bounds[0], end: bounds[1], precision, isApproximate, isUncertain }
}

function boundOf(text: string, side: 0 | 1): number | null | undefined {
  if (text === '..') return null
  return boundsOf(text)?.[side]
}

/** From the first instant of a year, quarter, half, month or day to the first after it. */
function boundsOf(text: string): readonly [number, number] | undefined {
  const match = /^(\d{3}[\dX]|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?/.exec(text)
  if (!match?.[1]) return undefined
  const [, years, middle, day] = match
  const year = Number(years.replaceAll('X', '0'))
  const span = years.endsWith('XX') ? 100 : years.endsWith('X') ? 10 : 1
  if (middle === undefined) return [Date.UTC(year, 0, 1), Date.UTC(year + span, 0, 1)]
  const part = Number(middle)
  if (part <= 12) {
    if (day === undefined) return [Date.UTC(year, part - 1, 1), Date.UTC(year, part, 1)]
    return [Date.UTC(year, part - 1, Number(day)), Date.UTC(year, part - 1, Number(day) + 1)]
  }
  // EDTF level 2: 33 to 36 are quarters, 40 and 41 halves.
  if (part >= 33 && part <= 36) return [Date.UTC(year, (part - 33) * 3, 1), Date.UTC(year, (part - 32) * 3, 1)]
  if (part === 40 || part === 41) return [Date.UTC(year, (part - 40) * 6, 1), Date.UTC(year, (part - 39) * 6, 1)]
  return [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
}

/** A date of EDTF in words. */
export function dateInWords(edtf: string, { values: { dates } }: Words): string {
  const plain = edtf.replace(/[~?%]/g, '')
  if (plain.includes('/')) {
    const [from = '', to = ''] = plain.split('/')
    const side = (text: string) => (text === '..' ? dates.open : text === '' ? dates.unknown : calendar(text, dates))
    return dates.between(side(from), side(to))
  }
  const words = calendar(plain, dates)
  if (/[~%]/.test(edtf)) return dates.about(words)
  return edtf.includes('?') ? dates.uncertain(words) : words
}

function calendar(text: string, dates: Words['values']['dates']): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (day) return dates.day(new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]))))
  const month = /^(\d{4})-(0\d|1[0-2])$/.exec(text)
  if (month) return dates.month(new Date(Date.UTC(Number(month[1]), Number(month[2]) - 1, 1)))
  return text
}
