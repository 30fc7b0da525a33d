import Nzh from 'nzh'
import { multiplyDecimals, parseDecimal } from './decimal.js'

/** A number at the start of a text, and what follows it. */
export interface Numeral {
  /** Canonical decimal text. */
  readonly amount: string
  readonly rest: string
}

const arabic = /^[+-]?(\d{1,3}(,\d{3})+|\d{1,4}(,\d{4})+|\d+)(\.\d+)?/
const chinese = /^[〇零一二两三四五六七八九十百千万亿点]+/
const chineseDigit = /[〇零一二两三四五六七八九十]/
const digitsOnly = /^[〇零一二三四五六七八九]{2,}$/
const wellFormed = /^(零|[一二三四五六七八九十百千零]*[一二三四五六七八九十百千万亿零]*)(点[零一二三四五六七八九]+)?$/

/** What may follow a number and multiply it; 千 not before 瓦, since 千瓦 is a unit. */
const multipliers: readonly (readonly [RegExp, string])[] = [
  [/^万亿/, '1e12'],
  [/^千亿/, '1e11'],
  [/^百亿/, '1e10'],
  [/^十亿/, '1e9'],
  [/^亿/, '1e8'],
  [/^千万/, '1e7'],
  [/^百万/, '1e6'],
  [/^十万/, '1e5'],
  [/^万/, '1e4'],
  [/^千(?!瓦)/, '1e3'],
  [/^百(?!分)/, '1e2'],
  [/^trillion\b/i, '1e12'],
  [/^(billion|bn)\b/i, '1e9'],
  [/^(million|mn)\b/i, '1e6'],
  [/^(thousand)\b/i, '1e3'],
]

/**
 * Reads a number as Chinese and English sources write it: 1,200 · 1.2亿 · 4 万 · 三千万 · 四十五 · 2.5 billion ·
 * full-width digits. Undefined where the text does not begin with one: a multiplier alone (亿级) is none.
 */
export function parseNumeral(text: string): Numeral | undefined {
  const plain = text.normalize('NFKC').trimStart()
  const digits = arabic.exec(plain)?.[0]
  if (digits !== undefined) {
    const amount = parseDecimal(digits.replaceAll(',', ''))
    return amount === undefined ? undefined : multiplied(amount, plain.slice(digits.length))
  }
  const characters = chinese.exec(plain)?.[0]
  if (characters === undefined || !chineseDigit.test(characters)) return undefined
  const amount = parseChinese(characters)
  return amount === undefined ? undefined : multiplied(amount, plain.slice(characters.length))
}

/** 四十五, 两百, 一亿二千万, 二〇二五, 一点五, as decimal text. */
function parseChinese(characters: string): string | undefined {
  const plain = characters.replaceAll('〇', '零').replaceAll('两', '二')
  if (digitsOnly.test(plain))
    return parseDecimal([...plain].map(digit => '零一二三四五六七八九'.indexOf(digit)).join(''))
  if (!wellFormed.test(plain)) return undefined
  return parseDecimal(String(Nzh.cn.decodeS(plain)))
}

function multiplied(amount: string, rest: string): Numeral {
  const trimmed = rest.trimStart()
  for (const [pattern, factor] of multipliers) {
    const match = pattern.exec(trimmed)
    if (match) return multiplied(multiplyDecimals(amount, factor), trimmed.slice(match[0].length))
  }
  return { amount, rest: trimmed }
}
