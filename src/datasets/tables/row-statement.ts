import { type ParsedQuantity, parseQuantity } from '../../values/words/read-quantity.js'
import { isInRow } from '../check/cited-rows.js'
import { unitHint } from '../check/hints.js'
import { type Place, type Placed, type ProblemList, placeText, withContent } from '../check/problem-list.js'
import type { ColumnDraft, QualifierDraft, StatementDraft } from '../files/draft.js'
import { factorsIn, multiplyCells } from './cell-product.js'
import { columnsIn, fillTemplate } from './cell-template.js'
import { templatesBeside } from './check-table.js'
import type { RowCells } from './row-cells.js'

/** The description of a statement, with what is the same for each row worked out once. */
export interface PreparedColumn {
  readonly column: ColumnDraft
  /** The columns that the value is taken from. */
  readonly taken: readonly string[]
  /** The columns that what is beside the value is taken from. */
  readonly beside: readonly string[]
}

export function prepareColumn(column: ColumnDraft): PreparedColumn {
  const { from } = column
  return {
    column,
    taken: from.kind === 'column' ? [from.content] : columnsIn(from.content),
    beside: templatesBeside(column).flatMap(({ content }) => columnsIn(content)),
  }
}

/** What a row states by one description of a statement: nothing if a cell that it needs is empty. */
export function statementOf(
  { column, beside }: PreparedColumn,
  cells: RowCells,
  problems: ProblemList,
): StatementDraft | undefined {
  const said = readValue(column, cells, problems)
  const ownUnit = said && column.unit && unknownUnitOf(said.value.content)
  if (ownUnit !== undefined) {
    const hint = `the cell names a unit of its own, so \`unit: ${column.unit?.content}\` is not applied; ${unitHint(ownUnit, { kind: 'quantity', of: [] })}`
    problems.error('UNIT_UNKNOWN', said?.value.place ?? column.property.place, { seen: ownUnit }, hint)
    return undefined
  }
  if (!said || listsBeside(beside, cells, problems)) return undefined
  const given: Beside = beside.length === 0 ? column : filledBeside(column, cells)
  const quote = given.quote ?? said.quote
  if (given.quote && !isInRow(given.quote.content, cells.row)) {
    const { content: words, place } = given.quote
    problems.error('QUOTE_NOT_FOUND', place, { quote: words.slice(0, 100), edition: placeText(cells.row.placeOf(0)) })
    return undefined
  }
  return {
    get place(): Place {
      return said.value.place
    },
    property: column.property,
    value: said.value,
    asStated: given.asStated ?? said.asStated,
    language: given.language,
    edition: given.edition,
    quote,
    prefix: undefined,
    suffix: undefined,
    start: undefined,
    end: undefined,
    fragment: `row=${given.quote ? cells.row.number : said.row}`,
    dates: column.dates,
    isCompared: said.isCompared || given.asStated !== undefined || given.quote !== undefined,
    isOfTable: true,
    valid: given.valid,
    confidence: given.confidence,
    rank: given.rank,
    derived: given.derived ?? said.derived,
    qualifiers: beside.length === 0 ? column.qualifiers : fillQualifiers(column.qualifiers, cells),
  }
}

/** Reports a cell that lists several things where one is to be beside the value: which of them belongs to it is not known. */
function listsBeside(beside: readonly string[], cells: RowCells, problems: ProblemList): boolean {
  const listed = beside.find(name => cells.listsSeveral(name))
  if (listed === undefined) return false
  const { place } = cells.placed(listed)
  const hint = 'in JSON, `each` states a list one part at a time: each: $.names[*], column: "@.value"'
  problems.error('VALUE_INVALID', place, { seen: listed, expected: 'one thing, but a list' }, hint)
  return true
}

interface Said {
  readonly value: Placed
  readonly asStated: Placed | undefined
  readonly quote: Placed
  /** The row that has the quote: of a filled cell the row that it was filled from. */
  readonly row: number
  readonly derived: Placed | undefined
  /** Whether the value is to be found in the words: it is not made of them. */
  readonly isCompared: boolean
}

function readValue(column: ColumnDraft, cells: RowCells, problems: ProblemList): Said | undefined {
  const { from, cite } = column
  const cited = cite && cells.of(cite.content) ? cells.placed(cite.content) : undefined
  const citedRow = cite && cited ? cells.rowOf(cite.content) : undefined
  if (from.kind === 'product')
    return readProduct(column, { quote: cited ?? cells.whole, row: citedRow ?? cells.row.number }, cells, problems)
  if (from.kind === 'column') {
    const [cell, said] = [cells.placed(from.content), cells.of(from.content) ?? '']
    if (said === '') return undefined
    // What was stated are the source’s words, whatever our word is.
    const words = cells.wordsOf(from.content)
    return {
      value: measured(said === cell.content ? cell : withContent(cell, said), column, cells),
      asStated: words === cell.content ? cell : withContent(cell, words),
      quote: cited ?? cell,
      row: citedRow ?? cells.rowOf(from.content),
      derived: undefined,
      isCompared: false,
    }
  }
  const text = filled(from, cells)
  if (!text) return undefined
  const value = measured(text, column, cells)
  const names = columnsIn(from.content)
  const [first] = names
  if (first === undefined)
    return {
      value,
      asStated: cited,
      quote: cited ?? cells.whole,
      row: citedRow ?? cells.row.number,
      derived: undefined,
      isCompared: true,
    }
  const words = names.map(name => cells.wordsOf(name))
  // An id is ours: the words of the source are its cells.
  const asStated = names.length > 1 && !isId.test(from.content) ? text.content : words.join(', ')
  return {
    ...plain,
    value,
    asStated: withContent(text, asStated),
    quote: cited ?? cells.placed(first),
    row: citedRow ?? cells.rowOf(first),
  }
}

const plain = { derived: undefined, isCompared: false } as const

/** `region/{Country}-{State}`. */
const isId = /^[a-z]+\/[^/\s]*$/

function readProduct(
  column: ColumnDraft,
  cited: Pick<Said, 'quote' | 'row'>,
  cells: RowCells,
  problems: ProblemList,
): Said | undefined {
  const { from } = column
  const factors = factorsIn(from.content) ?? []
  const filledFactors = factors.map(factor => fillTemplate(factor, cells.of))
  if (filledFactors.some(factor => factor === undefined)) return undefined
  const texts = filledFactors.map(factor => factor ?? '')
  const product = multiplyCells(texts)
  const [first = ''] = columnsIn(from.content)
  if (!product.ok) {
    const [name = first] = columnsIn(factors[product.factor] ?? '')
    const seen = texts[product.factor] ?? ''
    problems.error(
      'VALUE_INVALID',
      cells.placed(name).place,
      { seen, expected: 'a number' },
      `a factor of ${from.content}`,
    )
    return undefined
  }
  const value = withContent(cells.placed(first), product.amount)
  return {
    value: measured(value, column, cells),
    asStated: withContent(value, texts.join(' × ')),
    ...cited,
    derived: withContent(from, factors.map(factor => columnsIn(factor)[0] ?? factor).join(' × ')),
    isCompared: false,
  }
}

/** A number takes the column’s unit if its cell names none, and the column’s number format if its cell names none. */
function measured(text: Placed, column: ColumnDraft, cells: RowCells): Placed {
  if (!column.unit && !column.precision) return text
  const [unit, precision] = [column.unit, column.precision].map(draft => draft && filled(draft, cells)?.content)
  return unit || precision ? withContent(text, measure(text.content, unit, precision)) : text
}

function measure(cell: string, unit: string | undefined, precision: string | undefined): string {
  if (!/\p{N}/u.test(cell)) return cell
  const read = parseQuantity(cell)
  const hasUnit = read.ok && read.value.unit !== undefined && read.value.unit !== 'COUNT'
  const hasPrecision = hasUnit && read.value.precision !== undefined && read.value.precision !== 'UNSTATED'
  const added = unit && hasScale.test(cell) ? unit.replace(leadingScale, '') : unit
  // A unit comes before the words of a bound: 100 MW以上.
  const [, amount = cell, bound = ''] = trailingBound.exec(cell) ?? []
  const withUnit = hasUnit || !added ? cell : `${amount} ${added}${bound}`
  const text = namesOwnUnit(read) && unknownUnitOf(withUnit) !== undefined ? cell : withUnit
  return `${text}${hasPrecision || !precision ? '' : ` @${precision}`}`
}

/** A cell that names what it counts, 500家, or an unknown unit, 3000T: the unit of the column would stand behind another. */
function namesOwnUnit(read: ParsedQuantity): boolean {
  return read.ok ? read.value.of !== undefined : read.code === 'UNIT_UNKNOWN'
}

function unknownUnitOf(text: string): string | undefined {
  const read = parseQuantity(text)
  return !read.ok && read.code === 'UNIT_UNKNOWN' ? (read.fields.seen ?? text) : undefined
}

/** A number with a scale of its own: 1.2亿 in a column of 万元 is 1.2亿元, and not 1.2 亿万元. */
const hasScale = /\p{N}\s*(?:[十百千]*[万亿]|(?:thousand|million|billion|trillion)\b)/iu
const trailingBound = /^(.*\p{N}\s*[十百千万亿]*)((?:及|或)?(?:以上|以下|以内|左右|上下))\s*$/u
const leadingScale = /^\s*(?:[十百千]*[万亿]+|(?:thousand|million|billion|trillion)\s+)/iu

type Beside = Pick<
  ColumnDraft,
  'asStated' | 'quote' | 'language' | 'edition' | 'valid' | 'confidence' | 'rank' | 'derived'
>

function filledBeside(column: ColumnDraft, cells: RowCells): Beside {
  const fill = (text: Placed | undefined) => text && filled(text, cells)
  const { asStated, quote, language, edition, valid, confidence, rank, derived } = column
  return {
    asStated: fill(asStated),
    quote: fill(quote),
    language: fill(language),
    edition: fill(edition),
    valid: valid && filledPeriod(valid, cells),
    confidence: fill(confidence),
    rank: fill(rank),
    derived: fill(derived),
  }
}

/** `{from}/{to}`: an empty cell leaves that end of the period unknown, and the other one stands. */
function filledPeriod(template: Placed, cells: RowCells): Placed | undefined {
  const sides = template.content.split('/')
  const columns = columnsIn(template.content)
  if (sides.length !== 2 || columns.length < 2) return filled(template, cells)
  const [from = '', to = ''] = sides.map(side => fillTemplate(side, cells.of) ?? '')
  const first = columns.find(name => cells.of(name))
  return first === undefined || from + to === '' ? undefined : withContent(cells.placed(first), `${from}/${to}`)
}

function fillQualifiers(
  qualifiers: ColumnDraft['qualifiers'],
  cells: RowCells,
): Readonly<Record<string, QualifierDraft>> {
  const given = Object.entries(qualifiers).flatMap(([key, draft]) => {
    const text = filled(draft, cells)
    return text ? [[key, { content: text.content, place: text.place, keyPlace: draft.keyPlace }] as const] : []
  })
  return Object.fromEntries(given)
}

/** A template that takes no cell has its own place, one that does the place of its first cell. */
function filled(template: Placed, cells: RowCells): Placed | undefined {
  const [first] = columnsIn(template.content)
  if (first === undefined) return template
  const content = fillTemplate(template.content, cells.of)
  return content === undefined ? undefined : withContent(cells.placed(first), content)
}
