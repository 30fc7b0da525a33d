import type { Comparator } from '../comparator.js'
import { compareDecimals, divideDecimals, multiplyDecimals, parseDecimal } from '../decimal.js'
import { type FigureTerms, type Precision, precisions } from '../precision.js'
import { excerpt, foldFigures } from '../text.js'
import { hasNumberFormat, type Unit, unitKindOf, units } from '../unit.js'
import type { Quantity } from '../value.js'
import { type Amounts, hidesNumber, readAmounts } from './amounts.js'
import { joinComparators, takeComparators } from './comparator-words.js'
import { takeTerms } from './compute-terms.js'
import { type CountedUnit, findCounted, isRate } from './counted.js'
import { parseNumeral } from './numeral.js'
import { isScale, scaleOf } from './scale.js'

/** What a text gives as a quantity, or why it gives none. */
export type ParsedQuantity =
  | {
      readonly ok: true
      readonly value: Quantity
      /** The text has a numeral, and gives no number that fits: an author is warned (`QUANTITY_UNREAD`). */
      readonly unread?: true
      /** Words for an approximation that a range does not keep: 约 of 约60-80. */
      readonly leftOut?: string
    }
  | {
      readonly ok: false
      readonly code: 'UNIT_UNKNOWN' | 'UNIT_UNFIT' | 'VALUE_INVALID'
      readonly fields: Readonly<Record<string, string>>
    }

/** 每秒10亿亿次浮点运算 is 10亿亿次/秒. */
const perSecond = /每秒钟?(.*?次)(浮点)?(运算|计算)?/
/** Words that name the property before the number: 总算力达5000P, 规模约5000P. */
const heading =
  /^(?:(?:总|智能|智算|综合|的)*(?:(?:算力|规模|投资|功率|容量|电力|负荷|数量|总量|总额|金额)(?:额|总额|规模)?)+(?:为|是|共|共计|合计)?\s*[:,]?\s*|(?:占比|比重|比例)(?:为|是)?\s*[:,]?\s*|占(?=\d)|(?:(?:an?|the|total|combined) )*(?:capacity|power|load|investment|cost|budget) of )/
/** 几 after a number leaves it open: 十几亿. */
const leftOpen = /^几/
/** 100MW（一期）: a note behind the quantity, which the words of the source keep. */
const note = /^(.*\S)\s*\(([^()]*)\)$/
/** PUE 1.25, PUE值降至1.25以下, `a PUE of below 1.3`, 平均电能利用效率（PUE）不高于1.25. */
const ratioName =
  /^(?:an? )?(?:(?:年?平均|年均|average|annual) ?)*(?:(?:电能|电源|能源)(?:利用|使用)效率|power usage effectiveness)?\s?\(?(?<![a-z])(pPUE|PUE|WUE|CUE|EER|(?<=效率|effectiveness))\)?\s*(?:平均)?值?\s*(?:[:=]|保持在|为|是|应|须|需|(?:of|is|to be)(?= ))?\s*/i

/**
 * Reads a quantity as sources write it: `45 EFLOPS`, `>= 100 MW`, `~1000 PFLOPS @FP16`, `10..20 MW`, `4 万PFLOPS`,
 * `1.2亿元`, 超过45EFLOPS, `5-10万卡` (50000 to 100000), `3万张昇腾910B`, `$1.2B`, `500 个以上`, full-width digits. `of`: the
 * kinds of unit that make sense; none named: any.
 *
 * A number without a unit of measure is a COUNT, if counts make sense. What gives no number or no unit that makes sense
 * is kept as stated, with neither, and is `unread` if a numeral is in it. No number have: words alone; a multiplier alone
 * (百亿元, 万卡); an order of magnitude, even of so many (亿级以上, 十亿级, 100-megawatt-scale); a number left open (三四百,
 * 十几亿); a rate (100P/年); several figures in one text.
 *
 * A text from which a number and a unit would be lost is no quantity: two bounds that contradict, a number format of what
 * is no compute, a known unit after a number with unknown words before it. A number before an unknown word has an
 * unknown unit.
 */
export function parseQuantity(text: string, of: readonly string[] = []): ParsedQuantity {
  const plain = readPlain(text)
  if (plain && (of.length === 0 || of.includes(unitKindOf(plain.unit)))) return { ok: true, value: plain }
  const folded = foldFigures(text)
  if (isBlankMark(folded)) return invalid(text, anyQuantity)
  if (isScale(folded)) return keptScale(folded, of)
  const { rest, contradicts, ...terms } = takeTerms(folded.replace(perSecond, '$1/秒'))
  if (contradicts && /\d.*\D\s\d|\d\D*[/,;]\D*\d/.test(rest)) return kept(text)
  if (contradicts) return invalid(text, 'a figure for one number format, basis and sparsity')
  return readFigure(text, rest, terms, of)
}

/** A sign that tables write for no value: /, ——, N/A, and the errors of a spreadsheet. */
export function isBlankMark(text: string): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(text) || /^(?:#?n\/a|null|nan|#(?:ref|value|null|name|num|div\/0)[!?]?)$/i.test(text.trim())
  )
}

function readFigure(text: string, figure: string, terms: FigureTerms, of: readonly string[]): ParsedQuantity {
  const { comparators, rest } = takeComparators(figure)
  const share = namedShares.get(rest.toLowerCase())
  const read = share === undefined ? readAmounts(rest) : { low: share, within: [], unitText: '%' }
  if (!read) return readOtherwise(text, figure, terms, of)
  const bound = (): Comparator | undefined => joinComparators([...comparators, ...read.within])
  if (leftOpen.test(read.unitText)) return kept(text)
  const unit = read.unitText === '' ? bareCount : findCounted(read.unitText)
  if (!unit) return readAround(text, figure, read, terms, of)
  return measure(text, read, bound(), unit, terms, of)
}

/** Shares by a word that have a decimal text; a third has none. */
const namedShares: ReadonlyMap<string, string> = new Map(
  Object.entries({
    一半: '50',
    半数: '50',
    半: '50',
    half: '50',
    'a half': '50',
    'one half': '50',
    'one-half': '50',
    'a quarter': '25',
    'one quarter': '25',
    'one-quarter': '25',
    'three quarters': '75',
    'three-quarters': '75',
    'a fifth': '20',
    'one fifth': '20',
    'one-fifth': '20',
    'a tenth': '10',
    'one tenth': '10',
    'one-tenth': '10',
  }),
)

const bareCount: CountedUnit = { unit: 'COUNT', factor: '1' }

/** The number and the unit are read; whether they fit is checked here. */
function measure(
  text: string,
  read: Amounts,
  comparator: Comparator | undefined,
  unit: CountedUnit,
  terms: FigureTerms,
  of: readonly string[],
): ParsedQuantity {
  const kind = unitKindOf(unit.unit)
  if (of.length > 0 && !of.includes(kind)) {
    const only = unit === bareCount ? onlyUnitOf(of) : undefined
    if (only) return measure(text, read, comparator, { unit: only, factor: '1' }, terms, of)
    if (kind === 'count' || kind === 'ratio') return kept(text)
    return { ok: false, code: 'UNIT_UNFIT', fields: { unit: unit.unit, measures: kind } }
  }
  if (hasTerms(terms) && !hasNumberFormat(kind)) {
    if (unit === bareCount) return kept(text)
    return invalid(text, 'a quantity of compute, since it has a number format, a basis or a sparsity')
  }
  if (!comparator) return invalid(text, 'a quantity with one bound')
  const low = multiplyDecimals(read.low, unit.factor)
  const high = read.high === undefined ? undefined : multiplyDecimals(read.high, unit.factor)
  if (!isDecimal(low) || (high !== undefined && !isDecimal(high)))
    return invalid(text, 'a number of at most 100 digits')
  const value = (bound: Comparator): Quantity => ({
    kind: 'quantity',
    amount: low,
    ...(high !== undefined && { upper: high }),
    unit: unit.unit,
    comparator: bound,
    ...(hasNumberFormat(kind) && { ...terms, precision: terms.precision ?? 'UNSTATED' }),
    ...(unit.of !== undefined && { of: unit.of }),
  })
  if (high === undefined) return { ok: true, value: value(comparator) }
  if (comparator !== 'EXACTLY' && comparator !== 'ABOUT') return invalid(text, 'a range, or a bound, and not both')
  if (compareDecimals(low, high) > 0) return invalid(text, 'a range from the lesser to the greater')
  return { ok: true, value: value('BETWEEN'), ...(comparator === 'ABOUT' && { leftOut: approximationOf(text) }) }
}

const approximation =
  /约为|大约|约|接近|将近|近|左右|上下|about|approximately|approx\.?|around|roughly|circa|nearly|almost|[~≈]/i

function approximationOf(text: string): string {
  return approximation.exec(foldFigures(text))?.[0] ?? 'about'
}

/** The unit of a number that names none, if the property can have no other: a PUE is a ratio. 0.25 of a share may be 25 % as well. */
function onlyUnitOf(of: readonly string[]): Unit | undefined {
  const [kind] = of
  if (of.length !== 1 || kind === 'share') return undefined
  const [only, other] = (Object.keys(units) as Unit[]).filter(unit => unitKindOf(unit) === kind)
  return other === undefined ? only : undefined
}

/** A text that does not begin with a number: the name of the property comes first, or nothing can be read. */
function readOtherwise(text: string, figure: string, terms: FigureTerms, of: readonly string[]): ParsedQuantity {
  const name = ratioName.exec(figure)
  if (name) return readRatio(text, figure.slice(name[0].length), (name[1] || 'PUE').toUpperCase(), of)
  const withoutHeading = figure.replace(heading, '')
  if (withoutHeading !== figure) return readFigure(text, withoutHeading, terms, of)
  return hidesNumber(takeComparators(figure).rest) ? invalid(text, anyQuantity) : kept(text)
}

/** PUE 1.25, PUE≤1.3. */
function readRatio(text: string, figure: string, name: string, of: readonly string[]): ParsedQuantity {
  const { comparators, rest } = takeComparators(figure)
  const read = readAmounts(rest)
  if (read?.unitText !== '') return kept(text)
  const comparator = joinComparators([...comparators, ...read.within])
  return measure(text, read, comparator, { unit: 'RATIO', factor: '1', of: name }, {}, of)
}

/**
 * The words after a number are not a unit as a whole: a note in brackets follows the unit, the unit is in brackets, more
 * figures follow, or the unit is unknown.
 */
function readAround(
  text: string,
  figure: string,
  read: Amounts,
  terms: FigureTerms,
  of: readonly string[],
): ParsedQuantity {
  const { unitText } = read
  if (unitText.startsWith('分之')) return readFraction(text, read, of)
  const [, before, inside] = note.exec(figure) ?? []
  if (before !== undefined && inside !== undefined) {
    const isUnit = /^[-+\d.,\p{Script=Han}\s]*$/u.test(before) && findCounted(inside) !== undefined
    const without = readFigure(text, isUnit ? `${before} ${inside}` : before, terms, of)
    if (without.ok || without.code !== 'UNIT_UNKNOWN') return without
  }
  if (isRate(unitText) || hasMoreFigures(unitText)) return kept(text)
  return { ok: false, code: 'UNIT_UNKNOWN', fields: { seen: excerpt(unitText) } }
}

/** 四分之三 is 75 %; 三分之一 has no decimal text. */
function readFraction(text: string, { low: whole, unitText }: Amounts, of: readonly string[]): ParsedQuantity {
  const parts = parseNumeral(unitText.slice('分之'.length))
  if (parts?.rest !== '' || whole === '0') return kept(text)
  const hundredfold = multiplyDecimals(parts.amount, '100')
  const low = divideDecimals(hundredfold, whole)
  if (!isDecimal(low) || multiplyDecimals(low, whole) !== hundredfold) return kept(text)
  return measure(text, { low, within: [], unitText: '%' }, 'EXACTLY', { unit: 'PERCENT', factor: '1' }, {}, of)
}

/** `P ,折合9.5P`, `MW+200MW`, 期100MW; not a word that ends with a digit. */
function hasMoreFigures(unitText: string): boolean {
  return /\d/.test(unitText) && !/^[A-Za-z]+\d+$/.test(unitText)
}

const numeral =
  /[\d〇零一二两三四五六七八九廿卅]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozen|half|thirds?|quarters?|fifths?|tenths?)\b/i

/** Kept as stated, in the words of the source; unread if a numeral is in it. A multiplier alone (数十亿, 百亿级) is none. */
function kept(text: string): ParsedQuantity {
  const hasNumeral = numeral.test(foldFigures(text))
  return { ...unstated, ...(hasNumeral && { unread: true }) }
}

/** 亿级以上 is kept as stated; 万卡级 of a property of power is unread, since it names what the property cannot have. */
function keptScale(text: string, of: readonly string[]): ParsedQuantity {
  const { kind } = scaleOf(text)
  const isUnfit = kind !== undefined && of.length > 0 && !of.includes(kind)
  return isUnfit ? { ...unstated, unread: true } : kept(text)
}

/** `0.5 PFLOPS @FP16`: as a cell with the unit of its column has it. */
const plainQuantity = /^(-?\d{1,30}(?:\.\d{1,30})?) ([A-Z]+)(?: @([A-Z\d_]+))?$/

/** What tables have by the million: the same answer as reading words gives, in a seventh of the time (1 µs, not 7, a cell). */
function readPlain(text: string): (Quantity & { readonly unit: Unit }) | undefined {
  const [, digits = '', name = '', format] = plainQuantity.exec(text) ?? []
  if (!isUnit(name) || (format !== undefined && !isPrecision(format))) return undefined
  const amount = parseDecimal(digits)
  const isCompute = hasNumberFormat(unitKindOf(name))
  if (amount === undefined || (format !== undefined && !isCompute)) return undefined
  return {
    kind: 'quantity',
    amount,
    unit: name,
    comparator: 'EXACTLY',
    ...(isCompute && { precision: format ?? 'UNSTATED' }),
  }
}

function isUnit(name: string): name is Unit {
  return Object.hasOwn(units, name)
}

function isPrecision(name: string): name is Precision {
  return precisions.some(precision => precision === name)
}

function hasTerms({ precision, basis, sparsity }: FigureTerms): boolean {
  return (precision !== undefined && precision !== 'UNSTATED') || basis !== undefined || sparsity !== undefined
}

const anyQuantity = 'a quantity, such as 45 EFLOPS or >= 100 MW'
const unstated = { ok: true, value: { kind: 'quantity', comparator: 'EXACTLY' } } as const

function invalid(text: string, expected: string): ParsedQuantity {
  return { ok: false, code: 'VALUE_INVALID', fields: { seen: excerpt(text), expected } }
}

function isDecimal(text: string): boolean {
  return parseDecimal(text) !== undefined
}
