import { createHash } from 'node:crypto'
import { editionId, statementId } from '../model/id.js'
import type { ProblemCode } from '../model/problem.js'
import { type Rank, ranks } from '../model/rank.js'
import type { Edition, Source } from '../model/source.js'
import type { StatementContent } from '../model/statement.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import { meant } from '../ontology/meant.js'
import type { EntityType, Ontology } from '../ontology/ontology.js'
import type { NewStatement } from '../store/store.js'
import { parseCode } from '../values/code.js'
import { parseEdtf } from '../values/edtf.js'
import { parseLanguageTag } from '../values/language-tag.js'
import { parseValue } from '../values/parse-value.js'
import type { Value } from '../values/value.js'
import type { DatasetDraft, EditionDraft, EntityDraft, SourceDraft, StatementDraft } from './draft.js'
import { contextOf, matchQuote, nearestWords, type QuotableText, toQuotable } from './match-quote.js'
import { didYouMean, type Place, type Placed, type ProblemList } from './problem-list.js'
import { readDatasetFile } from './read-file.js'
import { readTable } from './read-table.js'

/** A dataset that was checked: what it states, ready to be planned. */
export interface CheckedDataset {
  readonly id: string
  readonly title: string
  readonly sources: readonly Source[]
  readonly editions: readonly (Edition & { readonly text?: string })[]
  readonly statements: readonly CheckedStatement[]
  /** Entities that it points to or describes, by id, with where they are first named. */
  readonly references: ReadonlyMap<string, Place>
}

export interface CheckedStatement {
  readonly statement: NewStatement
  readonly rank: Rank
  readonly confidence: number
}

interface EditionInCheck {
  readonly edition: Edition & { readonly text?: string }
  readonly quotable: QuotableText | undefined
  /** A table is cited by its rows, which need no text. */
  isUncheckedReported: boolean
}

const slug = /^[\p{L}\p{N}._~-]{1,200}$/u

/**
 * Checks a dataset against the ontology and its editions’ texts, and makes its statements. Reports every problem; the
 * statements are those that have none. `knownEditions`: of the datasets that were checked before it in the same run.
 */
export async function checkDataset(
  draft: DatasetDraft,
  ontology: Ontology,
  knownEditions: ReadonlyMap<string, EditionInCheck>,
  problems: ProblemList,
): Promise<CheckedDataset & { readonly inCheck: ReadonlyMap<string, EditionInCheck> }> {
  const check = new DatasetCheck(draft, ontology, knownEditions, problems)
  await check.run()
  return check.checked
}

class DatasetCheck {
  readonly #sources: Source[] = []
  readonly #editions = new Map<string, EditionInCheck>()
  readonly #statements = new Map<string, CheckedStatement & { readonly place: Place }>()
  readonly #references = new Map<string, Place>()
  /** Where an entity is described, by file: twice in one file is a mistake, in two files adds up. */
  readonly #described = new Map<string, Placed>()

  constructor(
    readonly draft: DatasetDraft,
    readonly ontology: Ontology,
    readonly knownEditions: ReadonlyMap<string, EditionInCheck>,
    readonly problems: ProblemList,
  ) {}

  async run(): Promise<void> {
    const { draft, problems } = this
    for (const source of draft.sources) await this.#addSource(source)
    for (const entity of draft.entities) {
      const first = this.#described.get(`${entity.id.place.file} ${entity.id.content}`)
      if (first)
        problems.error(
          'ID_DUPLICATE',
          entity.id.place,
          { id: entity.id.content, first: placeText(first.place) },
          'put its statements into one block',
        )
      else this.#described.set(`${entity.id.place.file} ${entity.id.content}`, entity.id)
      this.#addEntity(entity)
    }
    for (const table of draft.tables)
      for await (const entity of readTable(draft.folder, table, problems)) this.#addEntity(entity)
  }

  get checked(): CheckedDataset & { readonly inCheck: ReadonlyMap<string, EditionInCheck> } {
    return {
      id: this.draft.id.content,
      title: this.draft.title,
      sources: this.#sources,
      editions: [...this.#editions.values()].map(({ edition }) => edition),
      statements: [...this.#statements.values()].map(({ statement, rank, confidence }) => ({
        statement,
        rank,
        confidence,
      })),
      references: this.#references,
      inCheck: this.#editions,
    }
  }

  async #addSource({ id, title, publisher, url, published, licence, weight, editions }: SourceDraft): Promise<void> {
    const { problems } = this
    if (!/^[^/#\s]{1,200}$/u.test(id.content))
      problems.error('ID_INVALID', id.place, {
        seen: id.content,
        type: 'a source',
        expected: 'no space, no / and no #',
      })
    const first = this.#sources.find(source => source.id === id.content)
    if (first) problems.error('ID_DUPLICATE', id.place, { id: id.content, first: 'an earlier source of this dataset' })
    if (url && !URL.canParse(url.content))
      problems.error('VALUE_INVALID', url.place, { seen: url.content, expected: 'an address' })
    const date = this.#date(published)
    const languages = editions.flatMap(({ language }) => {
      const tag = this.#language(language)
      return tag === undefined ? [] : [tag]
    })
    this.#sources.push({
      id: id.content,
      title,
      ...(publisher !== undefined && { publisher }),
      ...(url && { url: url.content }),
      ...(date !== undefined && { published: date }),
      ...(licence !== undefined && { licence }),
      languages: [...new Set(languages)],
      weight,
    })
    for (const edition of editions) await this.#addEdition(id.content, edition, languages)
  }

  async #addEdition(
    source: string,
    { language, file, translationOf, retrieved }: EditionDraft,
    languages: readonly string[],
  ): Promise<void> {
    const { problems, draft } = this
    const tag = parseLanguageTag(language.content)
    if (tag === undefined) return
    const id = editionId(source, tag)
    if (this.#editions.has(id))
      problems.error('ID_DUPLICATE', language.place, { id, first: 'an earlier edition of this source' })
    const original = translationOf && this.#language(translationOf)
    if (translationOf && original !== undefined && (!languages.includes(original) || original === tag))
      problems.error(
        'EDITION_UNKNOWN',
        translationOf.place,
        { seen: translationOf.content },
        `the source has ${languages.join(', ')}`,
      )
    const read = file && (await readDatasetFile(draft.folder, file.content, file.place, problems))
    if (file && !read) return
    const isTable = file !== undefined && /\.(csv|tsv)(\.gz)?$/i.test(file.content)
    const text = read && !isTable ? this.#decode(read.bytes, file) : undefined
    const date = this.#date(retrieved)
    const edition = {
      id,
      source,
      language: tag,
      sha256: createHash('sha256')
        .update(read?.bytes ?? id)
        .digest('hex'),
      ...(date !== undefined && { retrieved: date }),
      ...(original !== undefined && { translationOf: editionId(source, original) }),
      ...(text !== undefined && { text }),
    }
    this.#editions.set(id, {
      edition,
      quotable: text === undefined ? undefined : toQuotable(text),
      isUncheckedReported: false,
    })
  }

  #decode(bytes: Buffer, file: Placed): string | undefined {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      this.problems.error('FILE_ENCODING', file.place, { offset: 0 }, `save ${file.content} as UTF-8`)
      return undefined
    }
  }

  #addEntity(entity: EntityDraft): void {
    const type = this.#typeOf(entity)
    if (!type) return
    for (const address of entity.sameAs) this.#addSameAs(entity.id.content, address)
    for (const statement of entity.statements) this.#addStatement(entity, type, statement)
  }

  #typeOf({ id, type: named }: EntityDraft): EntityType | undefined {
    const { ontology, problems } = this
    const type = ontology.findType(named.content)
    if (!type) {
      problems.error(
        'TYPE_UNKNOWN',
        named.place,
        { seen: named.content },
        didYouMean(
          meant(
            named.content,
            ontology.types.map(({ name }) => name),
          ),
        ),
      )
      return undefined
    }
    if (this.#isId(id.content, type)) return type
    problems.error('ID_INVALID', id.place, {
      seen: id.content,
      type: type.name,
      expected: `${type.prefix}/ and letters, digits and ._~-`,
    })
    return undefined
  }

  #isId(id: string, type: EntityType): boolean {
    return id.startsWith(`${type.prefix}/`) && slug.test(id.slice(type.prefix.length + 1)) && id === id.normalize('NFC')
  }

  /** That two addresses mean one thing is the word of the dataset itself: it is cited as a source of its own. */
  #addSameAs(subject: string, address: Placed): void {
    const { problems, draft } = this
    if (!URL.canParse(address.content)) {
      problems.error('VALUE_INVALID', address.place, { seen: address.content, expected: 'an address' })
      return
    }
    this.#add(
      {
        subject,
        property: 'sameAs',
        value: { kind: 'code', code: address.content },
        qualifiers: {},
        asStated: address.content,
        language: 'und',
        edition: this.#ownEdition(draft),
      },
      { rank: 'NORMAL', confidence: 1, place: address.place },
    )
  }

  #ownEdition({ id, title, licence }: DatasetDraft): string {
    const edition = editionId(id.content, 'und')
    if (!this.#editions.has(edition)) {
      this.#sources.push({
        id: id.content,
        title,
        ...(licence !== undefined && { licence }),
        languages: ['und'],
        weight: 1,
      })
      const sha256 = createHash('sha256').update(edition).digest('hex')
      this.#editions.set(edition, {
        edition: { id: edition, source: id.content, language: 'und', sha256 },
        quotable: undefined,
        isUncheckedReported: true,
      })
    }
    return edition
  }

  #addStatement(entity: EntityDraft, type: EntityType, draft: StatementDraft): void {
    const { problems } = this
    const before = problems.errorCount
    const edition = this.#editionOf(entity, draft)
    const valid = this.#date(draft.valid)
    const rank = this.#rank(draft.rank)
    const ends = this.#ends(entity.id.content, type, draft)
    if (!ends || !edition) return
    const language = (draft.language && this.#language(draft.language)) ?? edition.edition.language
    const value = this.#value(draft, ends.property, language, ends.object)
    const qualifiers = this.#qualifiers(draft, ends.property, ends.type)
    const quote = this.#quote(draft, edition)
    if (!value || problems.errorCount > before) return
    const asStated =
      draft.asStated ?? (value.kind === 'entity' ? (draft.quote?.content ?? value.entity) : draft.value.content.trim())
    this.#add(
      {
        subject: ends.subject,
        property: ends.property.id,
        value,
        qualifiers,
        asStated,
        language,
        edition: edition.edition.id,
        ...(quote && { quote }),
        ...(valid !== undefined && { valid }),
      },
      { rank, confidence: draft.confidence ?? 1, place: draft.place },
    )
  }

  /** What the statement is about, and by which property; a link stated from its other end is turned round. */
  #ends(
    id: string,
    type: EntityType,
    { property: named, value }: StatementDraft,
  ): { subject: string; property: PropertyDeclaration; type: EntityType; object: string } | undefined {
    const property = type.findProperty(named.content)
    if (property) return { subject: id, property, type, object: value.content.trim() }
    const owner = this.ontology.findTypeOfId(value.content)
    const links = (type.findInverse(named.content)?.of ?? []).filter(link => link.startsWith(`${owner?.name}.`))
    const turned = links.length === 1 ? owner?.findProperty(links[0]?.split('.')[1] ?? '') : undefined
    if (turned && owner) {
      this.#refer(value.content.trim(), value.place)
      return { subject: value.content.trim(), property: turned, type: owner, object: id }
    }
    this.problems.error(
      'PROPERTY_UNKNOWN',
      named.place,
      { seen: named.content, type: type.name },
      didYouMean(type.meantProperty(named.content)),
    )
    return undefined
  }

  #value(draft: StatementDraft, property: PropertyDeclaration, language: string, object: string): Value | undefined {
    const { problems, ontology } = this
    const form = property.value
    if (form.kind === 'entity') {
      const place = draft.value.place
      const type = ontology.findTypeOfId(object)
      if (!type || !this.#isId(object, type)) {
        problems.error('VALUE_INVALID', place, { seen: object, expected: `the id of ${expectedOf(form.to, ontology)}` })
        return undefined
      }
      if (!ontology.typesOf(form.to).includes(type)) {
        problems.error('REFERENCE_TYPE', place, {
          property: property.id,
          expected: expectedOf(form.to, ontology),
          id: object,
        })
        return undefined
      }
      this.#refer(object, place)
      return { kind: 'entity', entity: object }
    }
    const parsed = parseValue(draft.value.content, form, language)
    if (parsed.ok) return parsed.value
    const hint =
      parsed.code === 'CODE_UNKNOWN' && form.kind === 'code'
        ? didYouMean(
            meant(
              draft.value.content,
              (form.values ?? []).map(value => value.toLowerCase().replaceAll('_', '-')),
            ),
          )
        : hints[parsed.code]
    problems.error(parsed.code, draft.value.place, { ...parsed.fields, property: property.id }, hint)
    return undefined
  }

  #qualifiers(
    draft: StatementDraft,
    property: PropertyDeclaration,
    type: EntityType,
  ): Readonly<Record<string, string>> {
    const declared = property.qualifiers ?? []
    const given = Object.entries(draft.qualifiers).flatMap(([id, { content, place }]) => {
      const qualifier = declared.find(other => other.id === id)
      if (!qualifier) {
        const known = [...declared.map(other => other.id), ...besideValue]
        this.problems.error(
          'QUALIFIER_UNKNOWN',
          place,
          { seen: id, property: `${property.id} of ${type.name}` },
          didYouMean(meant(id, known)),
        )
        return []
      }
      const value = qualifier.values ? parseCode(content, qualifier.values) : content.trim()
      if (value !== undefined) return [[id, value] as const]
      this.problems.error('CODE_UNKNOWN', place, {
        seen: content,
        what: `${id}: ${qualifier.values?.join(', ').toLowerCase()}`,
      })
      return []
    })
    const defaults = declared.flatMap(({ id, default: otherwise }) =>
      otherwise !== undefined && !(id in draft.qualifiers) ? [[id, otherwise] as const] : [],
    )
    return Object.fromEntries([...given, ...defaults])
  }

  #editionOf(entity: EntityDraft, draft: StatementDraft): EditionInCheck | undefined {
    const named = draft.edition ?? entity.edition
    if (!named) {
      this.problems.error('EDITION_MISSING', draft.place)
      return undefined
    }
    const [source = '', language = ''] = named.content.split('#')
    const id = editionId(source, parseLanguageTag(language) ?? language)
    const found = this.#editions.get(id) ?? this.knownEditions.get(id)
    if (!found)
      this.problems.error(
        'EDITION_UNKNOWN',
        named.place,
        { seen: named.content },
        didYouMean(meant(named.content, [...this.#editions.keys()])),
      )
    return found
  }

  #quote(draft: StatementDraft, edition: EditionInCheck): StatementContent['quote'] {
    const { quote, prefix, suffix, fragment } = draft
    if (!quote) return undefined
    const given = {
      exact: quote.content,
      ...(prefix !== undefined && { prefix }),
      ...(suffix !== undefined && { suffix }),
    }
    if (fragment !== undefined) return { exact: quote.content, fragment }
    if (!edition.quotable) {
      if (!edition.isUncheckedReported)
        this.problems.warning('QUOTE_UNCHECKED', quote.place, { edition: edition.edition.id })
      edition.isUncheckedReported = true
      return given
    }
    const match = matchQuote(edition.quotable, quote.content, prefix, suffix)
    if ('start' in match)
      return {
        exact: quote.content,
        ...contextOf(edition.quotable, match.start, match.end),
        start: match.start,
        end: match.end,
      }
    const fields = { quote: quote.content.slice(0, 100), edition: edition.edition.id, count: match.count }
    if (match.count > 1)
      this.problems.error(
        'QUOTE_AMBIGUOUS',
        quote.place,
        fields,
        'give `prefix` or `suffix`: what stands directly before or after the one that is meant',
      )
    else {
      const near = nearestWords(edition.quotable, quote.content)
      this.problems.error(
        'QUOTE_NOT_FOUND',
        quote.place,
        fields,
        near === undefined ? undefined : `the text has "${near}"`,
      )
    }
    return undefined
  }

  #date(text: Placed | undefined): string | undefined {
    if (!text) return undefined
    const edtf = parseEdtf(text.content)
    if (edtf === undefined) this.problems.error('EDTF_INVALID', text.place, { seen: text.content }, hints.EDTF_INVALID)
    return edtf
  }

  #language(text: Placed): string | undefined {
    const tag = parseLanguageTag(text.content)
    if (tag === undefined)
      this.problems.error('LANGUAGE_INVALID', text.place, { seen: text.content }, 'such as zh-Hans or en')
    return tag
  }

  #rank(text: Placed | undefined): Rank {
    const rank = text && parseCode(text.content, ranks)
    if (text && rank === undefined)
      this.problems.error('CODE_UNKNOWN', text.place, {
        seen: text.content,
        what: 'rank: preferred, normal, deprecated',
      })
    return (rank as Rank | undefined) ?? 'NORMAL'
  }

  #refer(id: string, place: Place): void {
    if (!this.#references.has(id)) this.#references.set(id, place)
  }

  #add(content: StatementContent, { rank, confidence, place }: { rank: Rank; confidence: number; place: Place }): void {
    const id = statementId(content)
    const first = this.#statements.get(id)
    if (first) this.problems.warning('STATEMENT_DUPLICATE', place, { first: placeText(first.place) })
    else this.#statements.set(id, { statement: { id, ...content }, rank, confidence, place })
  }
}

const besideValue = ['asStated', 'language', 'edition', 'quote', 'prefix', 'suffix', 'valid', 'confidence', 'rank']

const hints: Partial<Record<ProblemCode, string>> = {
  EDTF_INVALID: 'such as 2025, 2024-07-04, 2024-07~ or 2024/2026',
  UNIT_UNKNOWN: 'such as EFLOPS, PFLOPS, MW, 亿元',
}

function expectedOf(to: string, ontology: Ontology): string {
  if (to === 'Entity') return 'an entity'
  return ontology
    .typesOf(to)
    .map(({ name, prefix }) => `${name} (${prefix}/...)`)
    .join(' or ')
}

function placeText({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`
}
