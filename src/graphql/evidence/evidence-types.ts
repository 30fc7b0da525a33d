import type { Conflict, Decision } from '../../model/conflict.js'
import { editionId } from '../../model/id.js'
import type { Quote } from '../../model/quote.js'
import type { Edition, Source } from '../../model/source.js'
import type { PropertyDeclaration } from '../../ontology/declaration.js'
import { contradictingIn, convertedIn, supportingIn } from '../../resolution/agreement.js'
import { explain } from '../../resolution/explain.js'
import type { ResolvedProperty } from '../../resolution/resolve.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import { type StatementView, valueView, viewOf } from '../entities/value-source.js'
import { argument, field, type TypeDeclaration } from '../schema/declare.js'
import { viewKeyDescription } from '../views/view-input.js'
import { alignmentField, alignmentTypes } from './alignment.js'
import { evidenceEnums } from './evidence-enums.js'

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
    description: 'Statement of an edition about an entity: added, retracted, superseded, never changed.',
    implements: ['Node'],
    keys: ['id'],
    fields: {
      id: field<StatementView>(
        'ID!',
        'Identifier made of the content: the same statement has the same id wherever it is imported.',
        ({ statement }) => statement.id,
      ),
      viewKey: field<StatementView>('ID!', viewKeyDescription, ({ reader }) => reader.viewKey),
      subject: field<StatementView>('Entity!', 'Entity that the statement is about.', ({ statement, reader }) =>
        reader.getEntity(statement.subject),
      ),
      property: field<StatementView>(
        'Property!',
        'Property that the statement is about; its `name` is `member`, `capacity`.',
        ({ statement, reader }) => reader.ontology.findTypeOfId(statement.subject)?.findProperty(statement.property),
      ),
      value: field<StatementView>('Value!', 'Value that the edition states.', valueView),
      qualifiers: field<StatementView>('[Qualifier!]!', 'Qualifiers of the value: a title, a role.', ({ statement }) =>
        Object.entries(statement.qualifiers).map(([name, value]) => ({ name, value })),
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
      quote: field<StatementView>('Quote', 'Quote of the edition that states it.', ({ statement }) => statement.quote),
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
        'Period in which the statement held; null if no source states it.',
        ({ statement }) => statement.valid,
      ),
      derived: field<StatementView>(
        'String',
        'Calculation of the value, if the words of the source do not state it: nodes × per node.',
        ({ statement }) => statement.derived,
      ),
      datasets: field<StatementView>(
        '[ID!]!',
        'The datasets that hold it, as of the view.',
        ({ statement }) => statement.datasets,
      ),
      recordedAt: field<StatementView>(
        'DateTime!',
        'Time at which the statement was recorded; prov:generatedAtTime.',
        ({ statement }) => statement.recordedAt,
      ),
      retractedAt: field<StatementView>(
        'DateTime',
        'Time at which the statement was retracted; prov:invalidatedAtTime.',
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
    },
  },
  {
    kind: 'object',
    name: 'Qualifier',
    description: 'Qualifier of the value of a statement, as in Wikibase.',
    fields: {
      name: field('String!', 'Name of the qualifier: title, role.'),
      value: field('String!', 'Value as stated, or as the closed list spells it: 总经济师, SUPPLIER.'),
    },
  },
  {
    kind: 'object',
    name: 'Quote',
    description:
      'Quote of an edition: W3C Web Annotation TextQuoteSelector; for a table, the RFC 7111 fragment of the row.',
    fields: {
      exact: field('String!', 'The words, verbatim.'),
      prefix: field<Quote>(
        'String!',
        'Text directly before the quote, up to 32 characters; empty if it is not known or there is none.',
        ({ prefix }) => prefix ?? '',
      ),
      suffix: field<Quote>(
        'String!',
        'Text directly after the quote, up to 32 characters; empty if it is not known or there is none.',
        ({ suffix }) => suffix ?? '',
      ),
      start: field(
        'Int',
        'Start of the quote in the text of the edition, in characters from 0; null if the text is not stored.',
      ),
      end: field('Int', 'End of the quote in the text of the edition, exclusive.'),
      fragment: field('String', 'Fragment of a table: `row=7`.'),
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
      title: field<SourceView>('String!', 'Title of the source, in its own language.', ({ source }) => source.title),
      publisher: field<SourceView>('String', 'Publisher of the source: 上观新闻.', ({ source }) => source.publisher),
      url: field<SourceView>('URL', 'Address at which the source can be read.', ({ source }) => source.url),
      published: field<SourceView>('EDTF', 'Time of publication.', ({ source }) => source.published),
      licence: field<SourceView>('String', 'Licence of the source.', ({ source }) => source.licence),
      editions: field<SourceView>(
        '[Edition!]!',
        'Editions of the source, one for each language.',
        async ({ source, reader }) => {
          const editions = await Promise.all(
            source.languages.map(language => findEdition(reader, editionId(source.id, language))),
          )
          return editions.filter(edition => edition !== undefined)
        },
      ),
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
      source: field<EditionView>('Source!', 'Source of the edition.', ({ edition, reader }) =>
        findSource(reader, edition),
      ),
      language: field<EditionView>('LanguageTag!', 'The language that it is in.', ({ edition }) => edition.language),
      sha256: field<EditionView>(
        'String!',
        'SHA-256 (hex) of the text; of the id if the text is not stored.',
        ({ edition }) => edition.sha256,
      ),
      retrieved: field<EditionView>(
        'EDTF',
        'Date on which the text was retrieved.',
        ({ edition }) => edition.retrieved,
      ),
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
      id: field<ConflictView>('ID!', 'Identifier made of the kind and the statements.', ({ conflict }) => conflict.id),
      viewKey: field<ConflictView>('ID!', viewKeyDescription, ({ reader }) => reader.viewKey),
      subject: field<ConflictView>(
        'Entity!',
        'Entity that the conflict is about; of two entities with one code, the first by id.',
        ({ conflict, reader }) => reader.getEntity(conflict.subjects[0] ?? ''),
      ),
      subjects: field<ConflictView>(
        '[Entity!]!',
        'Entities that the conflict is about: several if they share a code.',
        ({ conflict, reader }) => Promise.all(conflict.subjects.map(id => reader.getEntity(id))),
      ),
      property: field<ConflictView>('Property!', 'The property that they disagree on.', ({ conflict, reader }) =>
        reader.ontology.findTypeOfId(conflict.subjects[0] ?? '')?.findProperty(conflict.property),
      ),
      kind: field<ConflictView>('ConflictKind!', 'Kind of the contradiction.', ({ conflict }) => conflict.kind),
      status: field<ConflictView>(
        'ConflictStatus!',
        'Status: open, decided or dismissed.',
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
        'Decision of a curator; null while the conflict is open.',
        ({ conflict, reader }) => conflict.decision && { ...conflict.decision, reader },
      ),
    },
  },
  {
    kind: 'object',
    name: 'Decision',
    description: 'Decision of a curator on a conflict.',
    fields: {
      chosen: field<Decision & { reader: ViewReader }>(
        'Statement',
        'The statement that is right; null where the conflict was dismissed.',
        async ({ chosen, reader }) => {
          const statement = chosen && (await reader.ask<'statement'>({ kind: 'statement', id: chosen }))
          return statement ? viewOf(statement, reader) : undefined
        },
      ),
      reason: field('String!', 'Reason of the curator.'),
      by: field('String!', 'Curator who decided.'),
      at: field('DateTime!', 'Time of the decision.'),
    },
  },
  {
    kind: 'object',
    name: 'Resolution',
    description: 'Resolution of a property: the chosen statement and the reasons for it.',
    fields: {
      property: field('Property!', 'The property that was resolved.'),
      chosen: field<ResolutionView>(
        'Statement',
        'The statement that was chosen; of many that count, the best. Null where the view sees none.',
        ({ resolved, entity }) => resolved.chosen && viewOf(resolved.chosen, entity.reader),
      ),
      rule: field<ResolutionView>(
        'ResolutionRule!',
        'The first rule that told the chosen one from the best other of a value that does not count; if all values count, from the best other.',
        ({ resolved }) => resolved.rule,
      ),
      explanation: field<ResolutionView, { language?: string | null }>(
        'String!',
        'Sentence that explains the rule and names both sides.',
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
  ...evidenceEnums,
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
