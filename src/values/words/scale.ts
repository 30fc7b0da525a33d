import { compareDecimals, multiplyDecimals, orderOfMagnitude } from '../decimal.js'
import { foldFigures } from '../text.js'
import { toBase, type UnitKind, unitKindOf } from '../unit.js'
import { findUnit, type NamedUnit } from './find-unit.js'
import { parseNumeral } from './numeral.js'

/** An order of magnitude, as words name it where they give no number: 亿级, billion-yuan-scale. */
export interface Scale {
  /** The power of ten of whatever is counted, decimal text: 100000000 for 亿级. */
  readonly order?: string
  /** What is counted, where the words say. */
  readonly kind?: UnitKind
  /** The order in the base unit of its kind, where the words name a unit: 10^18 for 百P级 as for 100-petaflops-scale. */
  readonly low?: string
}

const scaleWords =
  /(量级|级别|级|[\s-](scale|level|class)|exascale|petascale|zettascale)\s*((及|或)?以上|(及|或)?以下|左右|or more|or above|and above|\+)?$/i

/** Whether a text names an order of magnitude, even where it says how many of it: 十亿级 is not a quantity of 1000000000. */
export function isScale(text: string): boolean {
  return scaleWords.test(text)
}

const figures = /[\d〇零一二两三四五六七八九十百千万亿][\d,.〇零一二两三四五六七八九十百千万亿点]*/g
const isDate = /^\s?[年月日]/
const magnitude = '(?:tens?|hundreds?|thousands?|millions?|billions?|trillions?)'
const magnitudes = new RegExp(`\\b${magnitude}(?:(?: of)? ${magnitude})*\\b`, 'gi')
const orderOfWord: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ten: '10',
    hundred: '100',
    thousand: '1000',
    million: '1000000',
    billion: '1000000000',
    trillion: '1000000000000',
  }),
)

/** Kinds by a word anywhere in the text, if no unit follows the order of magnitude: 投资规模十亿级美元. */
const kindWords: readonly (readonly [RegExp, UnitKind])[] = [
  [/美元|dollar|\bUSD\b|US\$/i, 'money-usd'],
  [/元|yuan|\bRMB\b|\bCNY\b/i, 'money-cny'],
  [/flops|flop\/s|每秒|浮点|(exa|peta|zetta)scale/i, 'compute'],
  [/瓦|watt/i, 'power'],
  [/机架|机柜|\bracks?\b/i, 'rack'],
  [/卡|GPU|\bcards?\b/i, 'gpu'],
]

/**
 * The order of magnitude and the kind of unit that words name: 100000000 of what is not said for 亿级以上 and for
 * `hundreds of millions`, 1000000000 yuan for billion-yuan-scale, 10^18 FLOPS for exascale. Of several orders in one
 * text the greatest counts. Empty where the words name neither.
 */
export function scaleOf(text: string): Scale {
  const plain = foldFigures(text).replaceAll('-', ' ')
  const [greatest] = [...chineseOrders(plain), ...englishOrders(plain)].sort((a, b) =>
    compareDecimals(b.order, a.order),
  )
  const named = greatest ? unitBefore(greatest.rest) : scaledUnit(plain)
  const kind = named ? unitKindOf(named.unit) : kindWords.find(([pattern]) => pattern.test(plain))?.[1]
  return {
    ...(greatest && { order: greatest.order }),
    ...(kind && { kind }),
    ...(named && { low: toBase(multiplyDecimals(greatest?.order ?? '1', named.factor), named.unit) }),
  }
}

interface Order {
  readonly order: string
  /** The text after it. */
  readonly rest: string
}

/** Figures, and multipliers in place of figures: 上百亿, 数千万. */
function chineseOrders(plain: string): Order[] {
  return [...plain.matchAll(figures)].flatMap(({ index }) => {
    const from = plain.slice(index)
    const numeral = parseNumeral(from) ?? parseNumeral(`一${from}`)
    const order = numeral && !isDate.test(numeral.rest) ? orderOfMagnitude(numeral.amount) : undefined
    return numeral && order !== undefined ? [{ order, rest: numeral.rest }] : []
  })
}

function englishOrders(plain: string): Order[] {
  return [...plain.matchAll(magnitudes)].map(({ 0: words, index }) => ({
    order: words
      .toLowerCase()
      .split(/ of | /)
      .reduce((product, word) => multiplyDecimals(product, orderOfWord.get(word.replace(/s$/, '')) ?? '1'), '1'),
    rest: plain.slice(index + words.length).trimStart(),
  }))
}

const longestUnit = 24

/** The unit that a text begins with: 元 of 元级以上, yuan of `yuan scale`. */
function unitBefore(text: string): NamedUnit | undefined {
  for (let length = Math.min(text.length, longestUnit); length > 0; length--) {
    if (/[a-z]$/i.test(text.slice(0, length)) && /^[a-z]/i.test(text.slice(length))) continue
    const named = findUnit(text.slice(0, length))
    if (named) return named
  }
  return undefined
}

const prefixedScale = /\b(exa|peta|zetta)scale\b/i

/** One of a unit, where its name alone is the order: 吉瓦级, E级, gigawatt-scale, exascale. */
function scaledUnit(plain: string): NamedUnit | undefined {
  const prefix = prefixedScale.exec(plain)?.[1]
  if (prefix) return findUnit(`${prefix}flops`)
  const unit = /(\S+?)\s?(量级|级|scale|level|class)/i.exec(plain)?.[1]
  return unit === undefined ? undefined : findUnit(unit)
}
