import { isDeepStrictEqual } from 'node:util'
import { edtfBounds, isWithin } from '../../values/edtf.js'
import { parseValue, type ValueForm } from '../../values/parse-value.js'
import { precisions } from '../../values/precision.js'
import { boundsOf } from '../../values/quantity.js'
import { foldFigures } from '../../values/text.js'
import type { Quantity, Value } from '../../values/value.js'
import { readAmbiguousDates, readRelativeDates, withYears } from './relative-date.js'

/**
 * Whether the words of a source give a value, when the reader of values reads the words or a part of them. Compares
 * quantities, dates and identifiers; names, words of a closed list, places and entities are not compared, and are true.
 * `published`: when the source was, for 7月4日 and for the next two years.
 */
export function wordsSay(words: string, value: Value, form: ValueForm, published?: string): boolean {
  switch (value.kind) {
    case 'quantity':
      if (value.amount === undefined) return true
      // 45 of 45EFLOPS is no count.
      if (value.unit === 'COUNT' && value.of === undefined)
        return figuresIn(words, form).some(({ read }) => isSameQuantity(read, value))
      return admitsPrecision(words, value) && someReading(words, form, read => isSameQuantity(read, value))
    case 'date':
      return (
        foldCode(words).includes(foldCode(value.edtf)) ||
        [...new Set([words, withYears(words, published ?? '')])].some(text =>
          someReading(text, form, read => read.kind === 'date' && isSameDate(read.edtf, value.edtf)),
        ) ||
        [...readRelativeDates(words, published ?? ''), ...readAmbiguousDates(words)].some(edtf =>
          isSameDate(edtf, value.edtf),
        )
      )
    case 'code':
      return form.kind !== 'code' || form.values !== undefined || foldCode(words).includes(foldCode(value.code))
    default:
      return true
  }
}

/** Whether a value is compared with the words that it is given beside. */
export function isCompared(value: Value, form: ValueForm): boolean {
  return (
    value.kind === 'quantity' ||
    value.kind === 'date' ||
    (value.kind === 'code' && form.kind === 'code' && !form.values)
  )
}

/** What precedes a number and belongs to it: a comparator, a currency, the name of a month. */
const longestBefore = 16
/** A number with its unit, at the longest. */
const longestReading = 40

const numberStart =
  /(?<!\p{Nd})(?<!\p{Nd}[.,])\p{Nd}|(?<![〇零一二两三四五六七八九十百千万亿])[〇零一二两三四五六七八九十百千万亿]|半数|(?<=[过超近])半|(?<!\p{L})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|half|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[ -](?:half|quarter|fifth|tenth|hundred|thousand|million|billion|trillion)))/giu

/** Within a number or a word in Latin letters no reading begins or ends. */
const inside = /(?<=\p{Nd})(?=\p{Nd}|[.,]\p{Nd})|(?<=\p{Nd}[.,])(?=\p{Nd})|(?<=\p{Script=Latin})(?=\p{Script=Latin})/uy

/** Reads the words whole, then each part of them that has a number in it, until one reading is the value. */
function someReading(words: string, form: ValueForm, isMeant: (read: Value) => boolean): boolean {
  const text = foldFigures(words)
  const isRead = (part: string) => {
    const read = parseValue(part, form, 'und')
    return read.ok && isMeant(read.value)
  }
  if (isRead(text)) return true
  for (const { index } of text.matchAll(numberStart))
    for (const start of bordersBetween(text, Math.max(0, index - longestBefore), index).reverse())
      for (const end of bordersBetween(text, index + 1, Math.min(text.length, start + longestReading)))
        if (isRead(text.slice(start, end))) return true
  return false
}

/** A figure or a date that a text has, read as far as it goes. */
export interface FigureInWords {
  readonly read: Value
  readonly words: string
  /** Where its number begins, in characters from 1. */
  readonly at: number
}

const mostFigures = 20

/** The figures that words have, each with its unit and what bounds it. */
export function figuresIn(words: string, form: ValueForm): readonly FigureInWords[] {
  const text = foldFigures(words)
  const figures: FigureInWords[] = []
  let from = 0
  for (const { index } of text.matchAll(numberStart)) {
    if (index < from) continue
    const found = readAround(text, from, index, form)
    if (!found) continue
    figures.push({
      read: found.read,
      words: text.slice(found.start, found.end),
      at: [...text.slice(0, index)].length + 1,
    })
    from = found.end
    if (figures.length === mostFigures) break
  }
  return figures
}

function readAround(text: string, from: number, index: number, form: ValueForm) {
  const ends = bordersBetween(text, index + 1, Math.min(text.length, index + longestReading)).reverse()
  for (const end of ends)
    for (const start of bordersBetween(text, Math.max(from, index - longestBefore), index)) {
      const read = parseValue(text.slice(start, end), form, 'und')
      if (read.ok && (read.value.kind !== 'quantity' || read.value.amount !== undefined))
        return { read: read.value, start, end }
    }
  return undefined
}

function bordersBetween(text: string, from: number, to: number): number[] {
  const borders: number[] = []
  for (let at = from; at <= to; at++) {
    inside.lastIndex = at
    if (!inside.test(text)) borders.push(at)
  }
  return borders
}

/** In whatever unit they are given; a number format that the words leave open is that of the value. */
function isSameQuantity(read: Value, value: Quantity): boolean {
  if (read.kind !== 'quantity' || read.amount === undefined) return false
  if (isStated(read) && isStated(value) && read.precision !== value.precision) return false
  const bounds = (quantity: Quantity) =>
    JSON.stringify(boundsOf({ ...quantity, comparator: plainComparator(quantity) }))
  if (bounds(read) !== bounds(value)) return false
  // A sentence may have the bound further off: “不得超过……，即45 EFLOPS”.
  return read.comparator === value.comparator || read.comparator === 'EXACTLY'
}

/** The words name the number format of the value, or none. */
function admitsPrecision(words: string, value: Quantity): boolean {
  const named = precisions.filter(precision => words.toUpperCase().includes(precision))
  return !isStated(value) || named.length === 0 || named.some(precision => precision === value.precision)
}

function plainComparator({ upper }: Quantity): Quantity['comparator'] {
  return upper === undefined ? 'EXACTLY' : 'BETWEEN'
}

function isStated({ precision }: Quantity): boolean {
  return precision !== undefined && precision !== 'UNSTATED'
}

/** The same days, or a coarser date that has them: 2025 of 2025年12月. */
function isSameDate(read: string, edtf: string): boolean {
  if (read === edtf) return true
  if (edtf.includes('/')) return isDeepStrictEqual(edtfBounds(read), edtfBounds(edtf))
  return isWithin(read, edtf)
}

/** Identifiers are written with and without spaces, hyphens, a protocol or a last slash. */
function foldCode(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[\s\u2010-\u2015-]+|\/$/g, '')
}
