import { statementId } from '../../model/id.js'
import type { Quote } from '../../model/quote.js'
import { type Rank, ranks } from '../../model/rank.js'
import type { StatementContent } from '../../model/statement.js'
import { brokenBoundOf } from '../../ontology/bounds.js'
import { meant } from '../../ontology/closest-match.js'
import type { PropertyDeclaration } from '../../ontology/declaration.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import type { NewStatement } from '../../store/store.js'
import { parseCode } from '../../values/code.js'
import { formatValue } from '../../values/format-value.js'
import { parseLanguageTag } from '../../values/language-tag.js'
import { explainBound } from '../../values/limits.js'
import { parseValue } from '../../values/parse-value.js'
import { excerpt } from '../../values/text.js'
import type { Value } from '../../values/value.js'
import { isBlankMark } from '../../values/words/read-quantity.js'
import type { BesideValue, StatementDraft } from '../files/draft.js'
import { isEntityId, namesOf, type TypedEntity } from './check-entity.js'
import { type CheckedEdition, checkDate, checkLanguage } from './check-sources.js'
import { cleanText } from './clean-text.js'
import { compareWithWords, withoutSerial } from './compare-with-words.js'
import { codeHint, edtfHint, partHint, placeHint, unitHint } from './hints.js'
import { contextOf, matchQuote, nearestWords } from './match-quote.js'
import { isFractionWithoutUnit, missingUnitHint } from './missing-unit.js'
import { didYouMean, type Placed, type ProblemList, withContent } from './problem-list.js'

/** A statement that has no fault, and the curator’s weight of it. */
export interface CheckedStatement {
  readonly statement: NewStatement
  readonly rank: Rank
  readonly confidence: number
  /** The entity whose description contains the statement: its subject, or its value if the link is stated from the other end. */
  readonly describes: string
  /** Of a link: the entity at the other end, which must be described somewhere. */
  readonly refersTo?: string
}

/** What statements are checked against. */
export interface StatementSetting {
  readonly ontology: Ontology
  readonly problems: ProblemList
  /** An edition of the run, by its id. */
  readonly findEdition: (id: string) => CheckedEdition | undefined
  /** Ids of the editions that an author most likely means. */
  readonly editionIds: () => readonly string[]
}

/** Checks one statement and makes it; undefined where it has a fault. Reports all of its faults. */
export function checkStatement(
  draft: StatementDraft,
  entity: TypedEntity,
  setting: StatementSetting,
): CheckedStatement | undefined {
  const { problems } = setting
  const before = problems.errorCount
  const edition = checkEdition(draft.edition ?? entity.edition, draft, setting)
  const valid = checkDate(draft.valid && withoutSerial(draft.valid, draft), problems)
  const rank = checkRank(draft.rank, problems)
  const confidence = checkConfidence(draft.confidence, problems)
  const stated = draft.language && checkLanguage(draft.language, problems)
  const ends = findEnds(draft, entity, setting)
  const language = stated ?? edition?.edition.language ?? 'und'
  const value =
    ends &&
    checkValue(
      ends.property.value.kind === 'date' ? withoutSerial(draft.value, draft) : draft.value,
      draft,
      ends,
      language,
      setting,
    )
  const qualifiers = ends ? checkQualifiers(draft.qualifiers, ends, problems) : {}
  const quote = edition && checkQuote(draft, edition, setting)
  const derived = draft.derived?.content.trim()
  if (ends && value && draft.isCompared && derived === undefined)
    compareWithWords(value, ends.property, draft, edition?.published, problems)
  if (!ends || !value || !edition || problems.errorCount > before) return undefined
  const content: StatementContent = {
    subject: ends.subject,
    property: ends.property.id,
    value,
    qualifiers,
    asStated:
      draft.asStated?.content.trim() ??
      (value.kind === 'entity' ? (draft.quote?.content ?? value.entity) : draft.value.content.trim()),
    language,
    edition: edition.edition.id,
    ...(quote && { quote }),
    ...(valid !== undefined && { valid }),
    ...(derived !== undefined && { derived }),
  }
  return {
    statement: { id: statementId(content), ...content },
    rank,
    confidence,
    describes: entity.id,
    ...(value.kind === 'entity' && { refersTo: ends.subject === entity.id ? value.entity : ends.subject }),
  }
}

function checkEdition(
  named: Placed | undefined,
  { place }: StatementDraft,
  { problems, findEdition, editionIds }: StatementSetting,
): CheckedEdition | undefined {
  if (!named) {
    problems.error('EDITION_MISSING', place)
    return undefined
  }
  const [source = '', language = ''] = named.content.split('#')
  const found = findEdition(`${source}#${parseLanguageTag(language) ?? language}`)
  if (found) return found
  const ids = editionIds()
  const ofSource = ids.filter(id => id.startsWith(`${source}#`))
  const hint =
    didYouMean(meant(named.content, ids)) ?? (ofSource.length > 0 ? `there is ${ofSource.join(', ')}` : undefined)
  problems.error(
    'EDITION_UNKNOWN',
    named.place,
    { seen: named.content },
    hint ?? 'declare it under `sources`; its id is SOURCE#LANGUAGE',
  )
  return undefined
}

function checkRank(text: Placed | undefined, problems: ProblemList): Rank {
  const rank = text && ranks.find(known => known === parseCode(text.content, ranks))
  if (text && !rank)
    problems.error('CODE_UNKNOWN', text.place, { seen: text.content, what: 'rank' }, codeHint(text.content, ranks))
  return rank ?? 'NORMAL'
}

function checkConfidence(text: Placed | undefined, problems: ProblemList): number {
  if (!text) return 1
  const confidence = text.content.trim() === '' ? Number.NaN : Number(text.content)
  if (confidence >= 0 && confidence <= 1) return confidence
  const expected = 'a number from 0 to 1'
  problems.error('NUMBER_RANGE', text.place, { key: 'confidence', expected, seen: `"${text.content}"` })
  return 1
}

interface Ends {
  readonly subject: string
  /** The type of the subject. */
  readonly type: EntityType
  readonly property: PropertyDeclaration
  readonly object: string
}

/** What the statement is about, and by which property; a link stated from its other end is turned round. */
function findEnds(
  { property: named, value }: StatementDraft,
  { id, type }: TypedEntity,
  { ontology, problems }: StatementSetting,
): Ends | undefined {
  const object = value.content.trim()
  const property = type.findProperty(named.content)
  if (property) return { subject: id, type, property, object }
  const inverse = type.findInverse(named.content)
  if (!inverse) {
    problems.error(
      'PROPERTY_UNKNOWN',
      named.place,
      { seen: named.content, type: type.name },
      didYouMean(type.meantProperty(named.content)) ??
        `one of ${type.properties.map(({ id: known }) => known).join(', ')}`,
    )
    return undefined
  }
  const owner = ontology.findTypeOfId(object)
  const links = inverse.of.filter(link => link.startsWith(`${owner?.name}.`))
  const properties = links.flatMap(link => owner?.findProperty(link.slice(link.indexOf('.') + 1)) ?? [])
  const [first, another] = properties
  if (!owner || !first || !isEntityId(object, owner)) {
    const owners = [...new Set(inverse.of.map(link => link.slice(0, link.indexOf('.'))))]
    problems.error('VALUE_INVALID', value.place, {
      seen: object,
      expected: `the id of ${namesOf(owners.flatMap(name => ontology.findType(name) ?? []))}`,
    })
    return undefined
  }
  if (!another) return { subject: object, type: owner, property: first, object: id }
  const [asked, either] = [`${named.content}`, properties.map(meaning => `\`${meaning.id}\``).join(' or ')]
  problems.error(
    'PROPERTY_AMBIGUOUS',
    named.place,
    { seen: asked, type: type.name, meant: either, id: object },
    'state it there',
  )
  return undefined
}

function checkValue(
  text: Placed,
  draft: StatementDraft,
  { property, object }: Ends,
  language: string,
  { ontology, problems }: StatementSetting,
): Value | undefined {
  const { value: form } = property
  const cleaned = form.kind === 'text' ? withContent(text, cleanText(text, problems)) : text
  if (form.kind === 'entity') {
    const [type, allowed] = [ontology.findTypeOfId(object), ontology.typesOf(form.to)]
    const expected = form.to === 'Entity' ? 'an entity' : namesOf(allowed)
    if (!type || !isEntityId(object, type))
      problems.error('VALUE_INVALID', text.place, { seen: object, expected: `the id of ${expected}` })
    else if (!allowed.includes(type))
      problems.error('REFERENCE_TYPE', text.place, { property: property.id, expected, id: object })
    else return { kind: 'entity', entity: object }
    return undefined
  }
  const parsed = parseValue(cleaned.content, form, language)
  if (parsed.ok) {
    const seen = { seen: excerpt(text.content), property: property.id }
    if (parsed.leftOut !== undefined)
      problems.warning('WORDS_LEFT_OUT', text.place, {
        ...seen,
        read: formatValue(parsed.value),
        words: parsed.leftOut,
      })
    if (parsed.unread) problems.warning('QUANTITY_UNREAD', text.place, seen, unreadHint(draft, text.content))
    if (isFractionWithoutUnit(parsed.value) && !/count/i.test(text.content)) {
      problems.error('UNIT_MISSING', text.place, seen, missingUnitHint(parsed.value, draft, form))
      return undefined
    }
    return checkBounds(parsed.value, text, property, problems) ? parsed.value : undefined
  }
  const { code, fields } = parsed
  const hint = {
    VALUE_INVALID: invalidHint(text.content, form),
    CODE_UNKNOWN: codeHint(text.content, form.kind === 'code' ? form.values : []),
    UNIT_UNKNOWN: unitHint(fields.seen ?? '', form),
    UNIT_UNFIT: unitHint('', form),
    EDTF_INVALID: edtfHint(text.content),
  }[code]
  problems.error(
    code,
    text.place,
    { ...fields, property: property.id, ...(code === 'CODE_UNKNOWN' && { what: property.id }) },
    hint,
  )
  return undefined
}

function invalidHint(seen: string, form: PropertyDeclaration['value']): string | undefined {
  if (form.kind === 'geo') return placeHint(seen)
  return form.kind === 'quantity' && isBlankMark(seen) ? blankHint : partHint(seen, form)
}

/** Reports a value that breaks a bound of its property; false if the bound is hard. */
function checkBounds(value: Value, text: Placed, property: PropertyDeclaration, problems: ProblemList): boolean {
  const broken = brokenBoundOf(value, property)
  if (!broken) return true
  const fields = { explanation: explainBound(excerpt(text.content), broken, 'en'), property: property.id }
  if (broken.isHard) problems.error('BOUND_BROKEN', text.place, fields, 'correct the number or its unit')
  else problems.warning('VALUE_IMPLAUSIBLE', text.place, fields, 'check the number and its unit against the source')
  return !broken.isHard
}

const blankHint = 'a cell that states nothing: list it under `empty` of the table'

/** 1.234,56 and 1'234: the thousands of one country are the decimals of another. */
const foreignSeparators = /\d[.'’_]\d{3}(?:[.,'’_]\d)|\d['’_]\d{3}|\d,\d{1,2}(?!\d)/

function unreadHint({ isOfTable }: StatementDraft, seen: string): string {
  if (foreignSeparators.test(seen))
    return 'its separators are read in several ways: write the number as 1234.56 or 1,234.56'
  return isOfTable
    ? 'give the statement its `unit`, put the cell right under `cells` (`match`, `values`), or list it under `empty`'
    : 'write one number with its unit, such as 45 EFLOPS; the words of the source go into `asStated`'
}

/** What the format’s own keys say beside a value. */
const besideValue = [
  'property',
  'value',
  'asStated',
  'language',
  'edition',
  'quote',
  'prefix',
  'suffix',
  'row',
  'start',
  'end',
  'valid',
  'confidence',
  'rank',
  'derived',
]

function checkQualifiers(
  drafts: BesideValue['qualifiers'],
  { property, type }: Ends,
  problems: ProblemList,
): Readonly<Record<string, string>> {
  const declared = property.qualifiers ?? []
  const given = new Map<string, string>()
  for (const [id, { content, place, keyPlace }] of Object.entries(drafts)) {
    const qualifier = declared.find(other => other.id === id)
    if (!qualifier) {
      const hint =
        id === 'unit'
          ? 'write it into the value: 45 EFLOPS'
          : didYouMean(meant(id, [...declared.map(other => other.id), ...besideValue]))
      problems.error('QUALIFIER_UNKNOWN', keyPlace, { seen: id, property: `${property.id} of ${type.name}` }, hint)
      continue
    }
    const value = qualifier.values
      ? parseCode(content, qualifier.values)
      : cleanText({ content, place }, problems).trim()
    if (value) given.set(id, value)
    else if (value === '') problems.error('VALUE_INVALID', place, { seen: content.slice(0, 100), expected: 'a text' })
    else problems.error('CODE_UNKNOWN', place, { seen: content, what: id }, codeHint(content, qualifier.values))
  }
  for (const { id, default: otherwise } of declared)
    if (otherwise !== undefined && !given.has(id)) given.set(id, otherwise)
  return Object.fromEntries(given)
}

/** Where the edition says it. The words are the text’s own, so that they equal the text between `start` and `end`. */
function checkQuote(
  { quote, prefix, suffix, start: stated, end: statedEnd, fragment }: StatementDraft,
  edition: CheckedEdition,
  setting: StatementSetting,
): Quote | undefined {
  const { problems } = setting
  if (!quote) return undefined
  if (fragment !== undefined) return { exact: quote.content, fragment }
  const text = edition.quotable()
  const { id } = edition.edition
  if (!text) {
    if (edition.unquotable !== undefined)
      problems.warning('QUOTE_UNCHECKED', edition.place, { edition: id, reason: edition.unquotable })
    return {
      exact: quote.content,
      ...(prefix !== undefined && { prefix }),
      ...(suffix !== undefined && { suffix }),
      ...(stated !== undefined && statedEnd !== undefined && { start: stated, end: statedEnd }),
    }
  }
  const match = matchQuote(text, quote.content, prefix, suffix)
  const fields = { quote: quote.content.slice(0, 100), edition: id }
  if (!match) {
    const hint = quoteHint(text, quote.content, prefix, suffix) ?? otherEditionHint(quote.content, id, setting)
    problems.error('QUOTE_NOT_FOUND', quote.place, fields, hint)
    return undefined
  }
  const { start, end, count } = match
  if (count > 1)
    problems.warning(
      'QUOTE_AMBIGUOUS',
      quote.place,
      { ...fields, count },
      'where another is meant, give `prefix` or `suffix`: the text directly before or after it',
    )
  return { exact: text.letters.slice(start, end).join(''), ...contextOf(text, start, end), start, end }
}

/** The edition of the same source that has the quote: the languages may be swapped. */
function otherEditionHint(
  quote: string,
  id: string,
  { findEdition, editionIds }: StatementSetting,
): string | undefined {
  const source = id.slice(0, id.indexOf('#') + 1)
  const found = editionIds().find(other => {
    const text = other !== id && other.startsWith(source) ? findEdition(other)?.quotable() : undefined
    return text !== undefined && matchQuote(text, quote) !== undefined
  })
  return found && `${found} has it: give the statement \`edition: "${found}"\``
}

function quoteHint(
  text: Parameters<typeof matchQuote>[0],
  quote: string,
  prefix: string | undefined,
  suffix: string | undefined,
): string | undefined {
  if ((prefix !== undefined || suffix !== undefined) && matchQuote(text, quote))
    return 'it does without this `prefix` or `suffix`'
  const near = nearestWords(text, quote)
  return near === undefined ? undefined : `the text has "${near}"`
}
