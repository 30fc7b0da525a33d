import { checkStatement } from '../datasets/check/check-statement.js'
import { matchQuote, type QuotableText } from '../datasets/check/match-quote.js'
import { type Placed, ProblemList } from '../datasets/check/problem-list.js'
import type { StatementDraft } from '../datasets/files/draft.js'
import type { Word } from '../history/history-item.js'
import { contentOf } from '../history/read-history.js'
import type { Quote } from '../model/quote.js'
import type { Edition } from '../model/source.js'
import type { Statement } from '../model/statement.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import type { EntityType, Ontology } from '../ontology/ontology.js'
import { formatCode } from '../values/code.js'
import { formatValue } from '../values/format-value.js'
import { parseQuantity } from '../values/words/read-quantity.js'

/** An edition with its text prepared for finding quotes, if the store holds the text. */
export interface QuotableEdition {
  readonly edition: Edition
  /** Date of publication of its source, EDTF. */
  readonly published: string | undefined
  readonly quotable: QuotableText | undefined
}

/** A statement as an entry of a dataset, by key. */
export type Said = Readonly<Record<string, string | number | undefined>>

/** Writes a statement as an entry of a dataset. `edition`: the default edition of the entity's statements. */
export function sayStatement(
  statement: Statement,
  { rank, confidence }: Pick<Word, 'rank' | 'confidence'>,
  property: PropertyDeclaration,
  { edition, quotable }: QuotableEdition,
  defaultEdition: string | undefined,
): Said {
  const { value, quote, asStated, language, valid, derived, qualifiers } = statement
  const text = textOf(statement, property)
  const saidByItself = value.kind === 'entity' ? (quote?.exact ?? value.entity) : text.trim()
  const declared = property.qualifiers ?? []
  return {
    property: property.id,
    value: text,
    ...Object.fromEntries(
      Object.entries(qualifiers)
        .filter(([id, said]) => declared.find(other => other.id === id)?.default !== said)
        .map(([id, said]) => [id, formatCode(said, declared.find(other => other.id === id)?.values)]),
    ),
    asStated: asStated === saidByItself ? undefined : asStated,
    language: language === edition.language ? undefined : language,
    edition: edition.id === defaultEdition ? undefined : edition.id,
    ...(quote && sayQuote(quote, quotable)),
    valid,
    derived,
    confidence: confidence === 1 ? undefined : confidence,
    rank: rank === 'NORMAL' ? undefined : formatCode(rank, [rank]),
  }
}

/** Writes a quantity without a number in the source's words, or, if these would be read as a number, in words that are not. */
function textOf({ value, asStated }: Statement, property: PropertyDeclaration): string {
  if (value.kind === 'code' && property.value.kind === 'code') return formatCode(value.code, property.value.values)
  if (value.kind !== 'quantity' || value.amount !== undefined) return formatValue(value)
  const read = parseQuantity(asStated)
  return read.ok && read.value.amount === undefined ? asStated : notStated
}

const notStated = 'not stated'

/** The shortest prefix and suffix that tell the quote from its repetitions. */
function sayQuote({ exact, prefix, suffix, start, end, fragment }: Quote, text: QuotableText | undefined): Said {
  const row = /^row=(\d+)$/.exec(fragment ?? '')?.[1]
  if (row !== undefined) return { quote: exact, row: Number(row) }
  if (!text || start === undefined) return { quote: exact, prefix, suffix, start, end }
  for (const context of contexts(text, start, end ?? start)) {
    const match = matchQuote(text, exact, context.prefix, context.suffix)
    if (match?.start === start && match.count === 1) return { quote: exact, ...context }
  }
  return { quote: exact, prefix, suffix }
}

/** Prefixes and suffixes of growing length. One of white space alone is useless. */
function* contexts(
  { letters }: QuotableText,
  start: number,
  end: number,
): Iterable<Said & { prefix?: string; suffix?: string }> {
  yield {}
  for (let length = 8; length <= 4096; length *= 2) {
    const [prefix, suffix] = [
      letters.slice(Math.max(0, start - length), start).join(''),
      letters.slice(end, end + length).join(''),
    ]
    yield { ...(prefix.trim() !== '' && { prefix }), ...(suffix.trim() !== '' && { suffix }) }
  }
}

/**
 * The reason for which an import of the entry would give another statement; undefined if the import gives the same. The
 * entry is read as an import reads it, so that each exported entry comes back as the same statement.
 */
export function faultOfSaid(
  said: Said,
  statement: Statement,
  type: EntityType,
  { edition, published, quotable }: QuotableEdition,
  ontology: Ontology,
): string | undefined {
  const blank = Object.entries(said).find(
    ([key, value]) => typeof value === 'string' && value.trim() === '' && key !== 'prefix' && key !== 'suffix',
  )
  if (blank) return `its \`${blank[0]}\` is empty`
  const problems = new ProblemList()
  const found = { edition, place, published, quotable: () => quotable, unquotable: undefined }
  const checked = checkStatement(
    draftOf(said, edition.id),
    { id: statement.subject, type, edition: undefined },
    { ontology, problems, findEdition: id => (id === edition.id ? found : undefined), editionIds: () => [edition.id] },
  )
  const [problem] = problems.sorted.filter(({ severity }) => severity === 'ERROR')
  if (!checked) return problem?.message ?? 'it is not read'
  const { supersedes: _, ...content } = contentOf(statement)
  return sorted(checked.statement) === sorted(content) ? undefined : 'it would be read as another statement'
}

const place = { file: '' }

/** Keys of an entry that are no qualifiers. */
const ownKeys = new Set([
  ...['property', 'value', 'asStated', 'language', 'edition', 'valid', 'derived', 'confidence', 'rank'],
  ...['quote', 'prefix', 'suffix', 'start', 'end', 'row'],
])

function draftOf(said: Said, edition: string): StatementDraft {
  const placed = (key: string): Placed | undefined =>
    said[key] === undefined ? undefined : { content: String(said[key]), place }
  const text = (key: string) => placed(key)?.content
  const number = (key: string) => (typeof said[key] === 'number' ? said[key] : undefined)
  const qualifiers = Object.entries(said).filter(([key, value]) => !ownKeys.has(key) && value !== undefined)
  return {
    place,
    property: { content: String(said.property), place },
    value: { content: String(said.value), place },
    asStated: placed('asStated'),
    quote: placed('quote'),
    prefix: text('prefix'),
    suffix: text('suffix'),
    start: number('start'),
    end: number('end'),
    fragment: said.row === undefined ? undefined : `row=${said.row}`,
    language: placed('language'),
    edition: { content: edition, place },
    valid: placed('valid'),
    confidence: placed('confidence'),
    rank: placed('rank'),
    derived: placed('derived'),
    dates: undefined,
    isCompared: said.row === undefined,
    isOfTable: false,
    qualifiers: Object.fromEntries(
      qualifiers.map(([key, value]) => [key, { content: String(value), place, keyPlace: place }]),
    ),
  }
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}
