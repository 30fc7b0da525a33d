import type { Conflict, conflictKinds, conflictStatuses, Decision } from '../../model/conflict.js'
import { editionId } from '../../model/id.js'
import type { Quote } from '../../model/quote.js'
import type { ranks } from '../../model/rank.js'
import type { Edition, Source } from '../../model/source.js'
import type { PropertyDeclaration } from '../../ontology/declaration.js'
import { contradictingIn, convertedIn, supportingIn } from '../../resolution/agreement.js'
import { explain } from '../../resolution/explain.js'
import type { ResolvedProperty } from '../../resolution/resolve.js'
import { resolutionRules } from '../../resolution/rules.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import { type StatementView, valueView, viewOf } from '../entities/value-source.js'
import { argument, field, type TypeDeclaration } from '../schema/declare.js'
import { viewKeyDescription } from '../views/view-input.js'
import { alignmentField, alignmentTypes } from './alignment.js'

export interface EditionView {
  readonly edition: Edition
  readonly reader: ViewReader
}
export interface SourceView {
  readonly source: Source
  readonly reader: ViewReader
}
export interface ConflictView {
  readonly conflict: Conflict
  readonly reader: ViewReader
  /** What was changed by a curation action to it, where that is what was asked for. */
  readonly effect?: object
}
export interface ResolutionView {
  readonly property: PropertyDeclaration
  readonly resolved: ResolvedProperty
  readonly entity: EntityView
}

/** Who said what, where, and what was made of it. */
export const evidenceTypes: readonly TypeDeclaration[] = [
  ...alignmentTypes,
  {
    kind: 'object',
    name: 'Statement',
    description: 'What an edition says of an entity: added, retracted, superseded, never changed.',
    implements: ['Node'],
    keys: ['id'],
    fields: {
      id: field<StatementView>(
        'ID!',
        'From its content: the same statement has the same id wherever it is imported.',
        ({ statement }) => statement.id,
      ),
      viewKey: field<StatementView>('ID!', viewKeyDescription, ({ reader }) => reader.viewKey),
      subject: field<StatementView>('Entity!', 'What it is about.', ({ statement, reader }) =>
        reader.getEntity(statement.subject),
      ),
      property: field<StatementView>(
        'Property!',
        'The property that the statement is about; its `name` is `member`, `capacity`.',
        ({ statement, reader }) => reader.ontology.findTypeOfId(statement.subject)?.findProperty(statement.property),
      ),
      value: field<StatementView>('Value!', 'What is stated.', valueView),
      qualifiers: field<StatementView>(
        '[Qualifier!]!',
        'What stands beside the value: a title, a role.',
        ({ statement }) => Object.entries(statement.qualifiers).map(([name, value]) => ({ name, value })),
      ),
      asStated: field<StatementView>(
        'String!',
        'The words of the source for the value: 45EFLOPS, 亿级以上.',
        ({ statement }) => statement.asStated,
      ),
      language: field<StatementView>(
        'LanguageTag!',
        'The language of those words.',
        ({ statement }) => statement.language,
      ),
      quote: field<StatementView>('Quote', 'Where the edition says so.', ({ statement }) => statement.quote),
      edition: field<StatementView>('Edition!', 'The edition that says so.', ({ statement, reader }) =>
        findEdition(reader, statement.edition),
      ),
      rank: field<StatementView>('Rank!', 'The curator’s weight.', ({ statement }) => statement.rank),
      confidence: field<StatementView>(
        'Float!',
        'The curator’s, for the reading of the quote: 0 to 1.',
        ({ statement }) => statement.confidence,
      ),
      valid: field<StatementView>(
        'Period',
        'When it held in the world; null where no source says.',
        ({ statement }) => statement.valid,
      ),
      derived: field<StatementView>(
        'String',
        'How the value was worked out, if the words of the source do not state it: nodes × per node.',
        ({ statement }) => statement.derived,
      ),
      datasets: field<StatementView>(
        '[ID!]!',
        'The datasets that hold it, as of the view.',
        ({ statement }) => statement.datasets,
      ),
      recordedAt: field<StatementView>(
        'DateTime!',
        'When this graph knew it; prov:generatedAtTime.',
        ({ statement }) => statement.recordedAt,
      ),
      retractedAt: field<StatementView>(
        'DateTime',
        'When this graph withdrew it; prov:invalidatedAtTime.',
        ({ statement }) => statement.retractedAt,
      ),
      supersedes: field<StatementView>(
        'Statement',
        'The statement that it replaces; prov:wasRevisionOf.',
        async ({ statement, reader }) => {
          const replaced =
            statement.supersedes && (await reader.ask<'statement'>({ kind: 'statement', id: statement.supersedes }))
          return replaced ? viewOf(replaced, reader) : undefined
        },
      ),
      conflicts: field<StatementView>(
        '[Conflict!]!',
        'The conflicts that it takes part in, as the view sees them.',
        async ({ statement, reader }) => {
          const subject = await reader.getEntity(statement.subject)
          return subject
            .conflicts()
            .filter(({ statements }) => statements.includes(statement.id))
            .map(conflict => ({ conflict, reader }))
        },
      ),
      effect: field<StatementView>(
        'Effect',
        'In the answer of a mutation: what it changed or, in a dry run, would. Null elsewhere.',
        ({ effect }) => effect,
      ),
    },
  },
  {
    kind: 'object',
    name: 'Qualifier',
    description: 'What stands beside a statement’s value; Wikibase’s qualifier.',
    fields: {
      name: field('String!', 'Name of the qualifier: title, role.'),
      value: field('String!', 'As stated, or as the closed list spells it: 总经济师, SUPPLIER.'),
    },
  },
  {
    kind: 'object',
    name: 'Quote',
    description:
      'Where an edition says it: W3C Web Annotation TextQuoteSelector; of a table, the row’s RFC 7111 fragment.',
    fields: {
      exact: field('String!', 'The words, verbatim.'),
      prefix: field<Quote>(
        'String!',
        'What stands directly before them, up to 32 characters; empty where that is not known, or nothing does.',
        ({ prefix }) => prefix ?? '',
      ),
      suffix: field<Quote>('String!', 'What stands directly after them, likewise.', ({ suffix }) => suffix ?? ''),
      start: field(
        'Int',
        'Where they begin in the edition’s text, in characters from 0; null where the text is not held.',
      ),
      end: field('Int', 'Where they end, exclusive.'),
      fragment: field('String', 'Of a table: `row=7`.'),
    },
  },
  {
    kind: 'object',
    name: 'Source',
    description: 'A work that states things: an article, a table, a book.',
    implements: ['Node'],
    keys: ['id'],
    fields: {
      id: field<SourceView>('ID!', 'Permanent: shobserver-768612.', ({ source }) => source.id),
      title: field<SourceView>('String!', 'Its title, in its own language.', ({ source }) => source.title),
      publisher: field<SourceView>('String', 'Who published it: 上观新闻.', ({ source }) => source.publisher),
      url: field<SourceView>('URL', 'Where it can be read.', ({ source }) => source.url),
      published: field<SourceView>('EDTF', 'When it was published.', ({ source }) => source.published),
      licence: field<SourceView>('String', 'Under which terms it may be used.', ({ source }) => source.licence),
      editions: field<SourceView>('[Edition!]!', 'Its texts, one for each language.', async ({ source, reader }) => {
        const editions = await Promise.all(
          source.languages.map(language => findEdition(reader, editionId(source.id, language))),
        )
        return editions.filter(edition => edition !== undefined)
      }),
    },
  },
  {
    kind: 'object',
    name: 'Edition',
    description: 'One language’s text of a source: each is a witness of its own.',
    implements: ['Node'],
    keys: ['id'],
    fields: {
      id: field<EditionView>(
        'ID!',
        'The source’s id and the language: shobserver-768612#en.',
        ({ edition }) => edition.id,
      ),
      source: field<EditionView>('Source!', 'What it is an edition of.', ({ edition, reader }) =>
        findSource(reader, edition),
      ),
      language: field<EditionView>('LanguageTag!', 'The language that it is in.', ({ edition }) => edition.language),
      sha256: field<EditionView>(
        'String!',
        'Of its text’s bytes, in hexadecimal; of its id where no text is held.',
        ({ edition }) => edition.sha256,
      ),
      retrieved: field<EditionView>('EDTF', 'When the text was taken.', ({ edition }) => edition.retrieved),
      translationOf: field<EditionView>('Edition', 'The edition that it translates.', ({ edition, reader }) =>
        edition.translationOf === undefined ? undefined : findEdition(reader, edition.translationOf),
      ),
      text: field<EditionView>('String', 'Verbatim; null where it may not be copied.', ({ edition, reader }) =>
        reader.ask<'editionText'>({ kind: 'editionText', id: edition.id }),
      ),
      alignment: alignmentField(findEdition),
    },
  },
  {
    kind: 'object',
    name: 'Conflict',
    description: 'Statements that cannot all be right. It is found and shown; a person decides it.',
    implements: ['Node'],
    keys: ['id'],
    fields: {
      id: field<ConflictView>('ID!', 'From its kind and statements.', ({ conflict }) => conflict.id),
      viewKey: field<ConflictView>('ID!', viewKeyDescription, ({ reader }) => reader.viewKey),
      subject: field<ConflictView>(
        'Entity!',
        'What it is about; of two entities with one code, the first by id.',
        ({ conflict, reader }) => reader.getEntity(conflict.subjects[0] ?? ''),
      ),
      subjects: field<ConflictView>(
        '[Entity!]!',
        'All that it is about: more than one where two entities have one code.',
        ({ conflict, reader }) => Promise.all(conflict.subjects.map(id => reader.getEntity(id))),
      ),
      property: field<ConflictView>('Property!', 'The property that they disagree on.', ({ conflict, reader }) =>
        reader.ontology.findTypeOfId(conflict.subjects[0] ?? '')?.findProperty(conflict.property),
      ),
      kind: field<ConflictView>('ConflictKind!', 'What sort of contradiction it is.', ({ conflict }) => conflict.kind),
      status: field<ConflictView>(
        'ConflictStatus!',
        'Whether somebody has decided it.',
        ({ conflict }) => conflict.status,
      ),
      statements: field<ConflictView>(
        '[Statement!]!',
        'The statements that cannot all be right.',
        async ({ conflict, reader }) => {
          const found = await Promise.all(
            conflict.statements.map(id => reader.ask<'statement'>({ kind: 'statement', id })),
          )
          return found.filter(statement => statement !== undefined).map(statement => viewOf(statement, reader))
        },
      ),
      decision: field<ConflictView>(
        'Decision',
        'What was decided; null while it is open.',
        ({ conflict, reader }) => conflict.decision && { ...conflict.decision, reader },
      ),
      effect: field<ConflictView>(
        'Effect',
        'In the answer of a mutation: what it changed or, in a dry run, would. Null elsewhere.',
        ({ effect }) => effect,
      ),
    },
  },
  {
    kind: 'object',
    name: 'Decision',
    description: 'What a curator said of a conflict.',
    fields: {
      chosen: field<Decision & { reader: ViewReader }>(
        'Statement',
        'The statement that is right; null where the conflict was dismissed.',
        async ({ chosen, reader }) => {
          const statement = chosen && (await reader.ask<'statement'>({ kind: 'statement', id: chosen }))
          return statement ? viewOf(statement, reader) : undefined
        },
      ),
      reason: field('String!', 'Why.'),
      by: field('String!', 'Who decided.'),
      at: field('DateTime!', 'When.'),
    },
  },
  {
    kind: 'object',
    name: 'Resolution',
    description: 'Why a view shows the value that it shows.',
    fields: {
      property: field('Property!', 'The property that was resolved.'),
      chosen: field<ResolutionView>(
        'Statement',
        'The statement that was chosen; of many that count, the best. Null where the view sees none.',
        ({ resolved, entity }) => resolved.chosen && viewOf(resolved.chosen, entity.reader),
      ),
      rule: field<ResolutionView>(
        'ResolutionRule!',
        'The first rule that told the chosen one from the best other.',
        ({ resolved }) => resolved.rule,
      ),
      explanation: field<ResolutionView, { language?: string | null }>(
        'String!',
        'The same in a sentence that names both sides: in Chinese if that language is asked for, else in English.',
        ({ resolved, entity, property }, { language }) =>
          explain(
            resolved,
            {
              view: entity.reader.view,
              citedEditions: entity.reader.citedEditions,
              conflicts: entity.record.conflicts,
              property,
            },
            language ?? entity.reader.view.language,
          ),
        {
          language: argument(
            'LanguageTag',
            'Language of the sentence: zh-Hans, en. Default: the language of the view, else English.',
          ),
        },
      ),
      release: field<ResolutionView>(
        'Release',
        'The release that the view reads; null where it reads none.',
        ({ entity }) => entity.reader.view.release,
      ),
      alternatives: field<ResolutionView>(
        '[Statement!]!',
        'All other statements of the property, best first: supporting, contradicting, and others that count as well.',
        ({ resolved, entity }) => resolved.alternatives.map(statement => viewOf(statement, entity.reader)),
      ),
      supporting: field<ResolutionView>(
        '[Statement!]!',
        'Other statements of the chosen value, best first.',
        ({ resolved, entity }) => supportingIn(resolved).map(statement => viewOf(statement, entity.reader)),
      ),
      contradicting: field<ResolutionView>(
        '[Statement!]!',
        'Statements of other values that do not count, best first. Amounts in `converted` are not among them.',
        ({ resolved, entity }) =>
          contradictingIn(resolved, entity.reader.citedEditions).map(statement => viewOf(statement, entity.reader)),
      ),
      converted: field<ResolutionView>(
        '[Statement!]!',
        'Statements of a translation, or of its original, that give the chosen amount in another currency at a rate within 15 % of the average of the year. They agree with the chosen statement.',
        ({ resolved, entity }) =>
          convertedIn(resolved, entity.reader.citedEditions).map(statement => viewOf(statement, entity.reader)),
      ),
    },
  },
  {
    kind: 'enum',
    name: 'Rank',
    description: 'The curator’s weight, as Wikibase’s rank.',
    values: {
      PREFERRED: 'Before others.',
      NORMAL: 'As others.',
      DEPRECATED: 'Known to be wrong: it stands, and no view counts it.',
    } satisfies Record<(typeof ranks)[number], string>,
  },
  {
    kind: 'enum',
    name: 'ConflictKind',
    description: 'What sort of contradiction it is.',
    values: {
      TRANSLATION: 'Editions of one source disagree: a translation must state what its original states.',
      VALUE: 'A property that has one value is given values that cannot be the same.',
      DATE: 'A date that is one is given dates that cannot be the same.',
      IDENTITY: 'Two entities with one code, or one entity with two.',
    } satisfies Record<(typeof conflictKinds)[number], string>,
  },
  {
    kind: 'enum',
    name: 'ConflictStatus',
    description: 'Whether somebody has decided it.',
    values: {
      OPEN: 'Nobody has.',
      DECIDED: 'A curator said which statement is right.',
      DISMISSED: 'A curator said that all may stand.',
    } satisfies Record<(typeof conflictStatuses)[number], string>,
  },
  {
    kind: 'enum',
    name: 'ResolutionRule',
    description: 'The rules by which one of several statements is chosen, in their order.',
    values: Object.fromEntries(resolutionRules.map(({ name, description }) => [name, description])),
  },
]

/** An edition by its id, from what is known of the statements read so far, else from the store. */
export async function findEdition(reader: ViewReader, id: string): Promise<EditionView | undefined> {
  const edition = reader.citedEditions(id)?.edition ?? (await reader.ask<'edition'>({ kind: 'edition', id }))
  return edition && { edition, reader }
}

async function findSource(reader: ViewReader, edition: Edition): Promise<SourceView | undefined> {
  const source =
    reader.citedEditions(edition.id)?.source ?? (await reader.ask<'source'>({ kind: 'source', id: edition.source }))
  return source && { source, reader }
}
