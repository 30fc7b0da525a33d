import Nzh from 'nzh'
import { addDecimals, compareDecimals, divideDecimals, multiplyDecimals, parseDecimal } from '../decimal.js'
import { foldFigures } from '../text.js'

/** A number at the start of a text, and what follows it. */
export interface Numeral {
  /** Canonical decimal text. */
  readonly amount: string
  /**
   * What the last word of the number multiplied it by, "1" where none did: 10000 of 20万. A range may leave it out of
   * its lower bound: 10到20万.
   */
  readonly factor: string
  readonly rest: string
}

/** Multipliers at the start of a text, and the rest of the text. */
export interface Multiplier {
  readonly factor: string
  readonly rest: string
}

const groupsOfThree = String.raw`\d{1,3}(?:,\d{3})+(?!,?\d)`
const groupsOfThreeBySpace = String.raw`\d{1,3}(?: \d{3})+(?![,\d]| \d)`
const groupsOfFour = String.raw`\d{1,4}(?:,\d{4})+(?!,?\d)`
const arabic = new RegExp(
  String.raw`^[+-]?(?:${groupsOfThree}|${groupsOfThreeBySpace}|${groupsOfFour}|\d+|(?=\.\d))(?:\.\d+)?(?:e[+-]?\d{1,2}(?!\d))?`,
  'i',
)
/** 1.8×10^19, and 10^18 alone. */
const powerOfTen = /^\s*[×x*]\s*10\s*\^\s*(\d{1,2})(?!\d)/i
const barePower = /^\^(\d{1,2})(?!\d)/

/** 千瓦 and 千伏安 are units, and 百分 begins one. */
const chineseMultiplier = /(?:[十万亿]|百(?!分)|千(?![瓦伏]))/.source
const chineseMultipliers = new RegExp(`^ ?(${chineseMultiplier}{1,6})(?!${chineseMultiplier})`)
const startsWithMultiplier = new RegExp(`^ ?${chineseMultiplier}`)
const englishMultiplier = /^[\s-]*(hundred|thousand|million|billion|trillion|bn|mn|tn)s?(?![a-z])/i
const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries({
    十: 1,
    百: 2,
    千: 3,
    万: 4,
    亿: 8,
    hundred: 2,
    thousand: 3,
    million: 6,
    mn: 6,
    billion: 9,
    bn: 9,
    trillion: 12,
    tn: 12,
  }),
)

const chinese = /^(?:[〇零一二两三四五六七八九十点万亿壹贰叁肆伍陆柒捌玖拾佰仟]|百(?!分)|千(?![瓦伏]))+/
const digit = /[〇零一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]/
const startsWithDigit = new RegExp(`^${digit.source}`)
const digits = '零一二三四五六七八九'
const financial = '壹贰叁肆伍陆柒捌玖拾佰仟两〇'
const everyday = '一二三四五六七八九十百千二零'
const maxChineseLength = 40

/**
 * Reads a number as Chinese and English sources write it: 1,200 · 1.2亿 · 4 万 · 1亿2千万 · 三千万 · 四十五 · 一点五 ·
 * 两千三 (2300) · 2.5 billion · 1.8×10^19 · full-width digits. Exact: no float is made of it.
 *
 * Undefined where the text does not begin with one. A multiplier alone (亿级, 百亿元) is none, 十 is 10; two neighbouring
 * digits (三四百) mean that it is not exactly known, and are none; nor are English words for small numbers alone (four).
 */
export function parseNumeral(text: string): Numeral | undefined {
  const plain = foldFigures(text)
    .replace(/[廿卅卌]/g, tens => everydayTens[tens] ?? tens)
    .replace(vulgarFraction, (_, whole: string, fraction: string) => `${whole || '0'}${vulgarFractions[fraction]}`)
  return readArabic(plain) ?? readChinese(plain) ?? readEnglish(plain)
}

const everydayTens: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十', 卌: '四十' }

/** ½ MW, 1½ MW. */
const vulgarFraction = /^([+-]?\d*) ?([½¼¾])/
const vulgarFractions: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' }

const smallNumbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
/** `a billion`, `half a million`, `three hundred`: a word before what it multiplies. */
const beforeMultiplier = new RegExp(
  `^(half an?|an?|${smallNumbers.slice(1).join('|')})[\\s-](?=(?:hundred|thousand|million|billion|trillion)s?(?![a-z]))`,
  'i',
)

function readEnglish(plain: string): Numeral | undefined {
  const found = beforeMultiplier.exec(plain)
  if (!found?.[1]) return undefined
  const word = found[1].toLowerCase()
  const amount = word.startsWith('half') ? '0.5' : String(Math.max(1, smallNumbers.indexOf(word)))
  return multiplied(amount, '1', plain.slice(found[0].length))
}

/** Reads 万, 百亿, `million`, `-billion` or `hundred million` where a text begins so. Undefined where it does not, or names more than six. */
export function readMultiplier(text: string): Multiplier | undefined {
  const characters = chineseMultipliers.exec(text)
  if (characters?.[1]) {
    const exponent = [...characters[1]].reduce((sum, character) => sum + (exponents.get(character) ?? 0), 0)
    return { factor: powerOf(exponent), rest: text.slice(characters[0].length) }
  }
  const word = englishMultiplier.exec(text)
  if (!word?.[1]) return undefined
  const [factor, rest] = [powerOf(exponents.get(word[1].toLowerCase()) ?? 0), text.slice(word[0].length)]
  const next = englishMultiplier.exec(rest)
  if (!next?.[1]) return { factor, rest }
  return {
    factor: multiplyDecimals(factor, powerOf(exponents.get(next[1].toLowerCase()) ?? 0)),
    rest: rest.slice(next[0].length),
  }
}

function powerOf(exponent: number): string {
  return `1${'0'.repeat(exponent)}`
}

function readArabic(plain: string): Numeral | undefined {
  const written = arabic.exec(plain)?.[0]
  const mantissa = written && parseDecimal(written.replace(/[, ]/g, ''))
  if (!mantissa) return undefined
  const rest = plain.slice(written.length)
  const fraction = mixedFraction.exec(rest)
  if (fraction && /^\d+$/.test(written)) return withFraction(mantissa, fraction, rest.slice(fraction[0].length))
  const power = powerOfTen.exec(rest) ?? (written === '10' ? barePower.exec(rest) : null)
  if (!power) return multiplied(mantissa, '1', rest)
  const exponent = Number(power[1]) - (power[0].startsWith('^') ? 1 : 0)
  const amount = exponent < 0 ? '1' : multiplyDecimals(mantissa, powerOf(exponent))
  return multiplied(amount, '1', rest.slice(power[0].length))
}

/** `2 1/2 million`. */
const mixedFraction = /^ ([1-9])\/([2458])(?!\d)/

function withFraction(whole: string, [, upper = '0', lower = '1']: RegExpExecArray, rest: string): Numeral | undefined {
  return multiplied(addDecimals(whole, divideDecimals(upper, lower)), '1', rest)
}

/** The amount times what multiplies it; of 1亿2千万, with what is added to it. */
function multiplied(amount: string, factor: string, behind: string): Numeral | undefined {
  const rest = behind.replace(/^个(?=[万亿])/, '')
  const multiplier = readMultiplier(rest)
  if (!multiplier) return startsWithMultiplier.test(rest) ? undefined : { amount, factor, rest: rest.trimStart() }
  const product = multiplyDecimals(amount, multiplier.factor)
  const added = /^零?\d/.test(multiplier.rest)
    ? readAddend(multiplier, rest.charAt(rest.length - multiplier.rest.length - 1))
    : undefined
  if (added) return { amount: addDecimals(product, added.amount), factor: '1', rest: added.rest }
  return { amount: product, factor: multiplyDecimals(factor, multiplier.factor), rest: multiplier.rest.trimStart() }
}

/** 2千万 of 1亿2千万, 5000 of 1万5000: less than what it is added to, and with all its digits, since 1万5 is 15000. */
function readAddend({ rest }: Multiplier, unit: string): Numeral | undefined {
  const exponent = exponents.get(unit) ?? 0
  const addend = readArabic(rest.replace(/^零/, ''))
  if (!addend || compareDecimals(addend.amount, powerOf(exponent)) >= 0) return undefined
  return addend.factor !== '1' || /^\d+/.exec(rest)?.[0].length === exponent ? addend : undefined
}

/** The longest beginning that is a number, so that 一点五亿 and 五亿亿 are read whole. Further multipliers follow it. */
function readChinese(plain: string): Numeral | undefined {
  const written = chinese.exec(plain)?.[0]
  if (!written || !digit.test(written)) return undefined
  const characters = [...written].map(character => everyday[financial.indexOf(character)] ?? character).join('')
  for (let length = Math.min(characters.length, maxChineseLength); length > 0; length--) {
    const rest = plain.slice(length)
    if (startsWithDigit.test(rest)) continue
    const read = readCharacters(characters.slice(0, length), readMultiplier(rest) !== undefined)
    const numeral = read && multiplied(read.amount, read.factor, rest)
    if (numeral && !startsWithDigit.test(numeral.rest)) return numeral
  }
  return undefined
}

function readCharacters(characters: string, isMultiplied: boolean): { amount: string; factor: string } | undefined {
  if (/^[零一二三四五六七八九]{2,}$/.test(characters)) return isMultiplied ? undefined : readDigits(characters)
  const [whole = '', fraction] = characters.split('点', 2)
  if (characters.split('点').length > 2 || (fraction !== undefined && !/^[零一二三四五六七八九]+$/.test(fraction)))
    return undefined
  const integer = readInteger(whole, isMultiplied)
  if (integer === undefined) return undefined
  if (fraction === undefined) return { amount: integer, factor: trailingFactor(whole) }
  const amount = parseDecimal(`${integer}.${arabicDigits(fraction)}`)
  return amount === undefined || /[万亿]$/.test(whole) ? undefined : { amount, factor: '1' }
}

/** 二〇二五. Two digits without a zero are not exactly known: 七八 is seven or eight, 三五 is three to five. */
function readDigits(characters: string): { amount: string; factor: string } | undefined {
  if (characters.length === 2 && !characters.includes('零')) return undefined
  const amount = parseDecimal(arabicDigits(characters))
  return amount === undefined ? undefined : { amount, factor: '1' }
}

function arabicDigits(characters: string): string {
  return [...characters].map(character => digits.indexOf(character)).join('')
}

/** `outputString` keeps the library from making a float of it; its types do not list it. `tenMin`: 十 is written 一十. */
const asText = { outputString: true, tenMin: false }

/** What the last digit counts where its own unit is left out: 两千三 is 两千三百. */
const nextUnit: Readonly<Record<string, string>> = { 百: '十', 千: '百', 万: '千', 亿: '千万' }
const elided = /([百千万亿])[一二三四五六七八九]$/

/** Read by the library, which reads nearly everything: it counts where the library would write the same, but for 零. */
function readInteger(characters: string, isMultiplied: boolean): string | undefined {
  const left = elided.exec(characters)?.[1]
  if (left && isMultiplied) return undefined
  const spelled = `${characters}${left ? nextUnit[left] : ''}`.replace(/(^|[百千万亿零])十/g, '$1一十')
  const amount = parseDecimal(Nzh.cn.decodeS(spelled, asText))
  if (amount === undefined) return undefined
  const isWellFormed = withoutZeros(Nzh.cn.encodeS(amount, asText)) === withoutZeros(spelled)
  return isWellFormed ? amount : undefined
}

function withoutZeros(characters: string): string {
  return characters === '零' ? characters : characters.replaceAll('零', '')
}

/** 万 of 二十五万, 百 of 五百; 1 of 一亿二千万, which has more than one. */
function trailingFactor(characters: string): string {
  const parts =
    /^([一二三四五六七八九十百千零]+)([万亿]+)$/.exec(characters) ?? /^([一二三四五六七八九])([百千])$/.exec(characters)
  return parts?.[2] ? powerOf([...parts[2]].reduce((sum, character) => sum + (exponents.get(character) ?? 0), 0)) : '1'
}

/** The lower bound of a range whose upper bound alone is multiplied: 10 of 10到20万 is 100000, 8000 of 8000至1万 is 8000. */
export function sharedFactor(low: Numeral, high: Numeral): string {
  if (low.factor !== '1' || high.factor === '1') return '1'
  return compareDecimals(low.amount, divideDecimals(high.amount, high.factor)) < 0 ? high.factor : '1'
}
