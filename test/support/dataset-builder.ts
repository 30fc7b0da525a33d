import { entityTypes } from '../../src/entities/index.js'
import type { ConflictContent } from '../../src/model/conflict.js'
import type { Edition, Source } from '../../src/model/source.js'
import { createOntology } from '../../src/ontology/ontology.js'
import type { Attestation, Batch, NewStatement } from '../../src/store/store.js'

/*
 * Small data for tests. Each builder fills in what does not matter to a test, always the same way: equal calls give
 * equal data, and nothing depends on the order of calls.
 */

export function source(id: string, overrides: Partial<Source> = {}): Source {
  return { id, title: `来源 ${id}`, languages: ['zh-Hans', 'en'], weight: 1, ...overrides }
}

export function edition(id: string, overrides: Partial<Edition & { text: string }> = {}): Edition & { text?: string } {
  const end = id.lastIndexOf('#')
  return { id, source: id.slice(0, end), language: id.slice(end + 1), sha256: '00', ...overrides }
}

/** A statement of a name, 上海 in edition `press#zh-Hans`, unless the test says otherwise. */
export function statement(id: string, subject: string, overrides: Partial<NewStatement> = {}): NewStatement {
  return {
    id,
    subject,
    property: 'name',
    value: { kind: 'text', text: '上海', language: 'zh-Hans' },
    qualifiers: {},
    asStated: '上海',
    language: 'zh-Hans',
    edition: 'press#zh-Hans',
    ...overrides,
  }
}

export function link(id: string, subject: string, property: string, target: string): NewStatement {
  return statement(id, subject, { property, value: { kind: 'entity', entity: target }, asStated: target })
}

export function vouch(of: NewStatement, dataset: string, overrides: Partial<Attestation> = {}): Attestation {
  return { statement: of.id, subject: of.subject, dataset, rank: 'NORMAL', confidence: 1, ...overrides }
}

export function withdrawal(of: NewStatement, dataset: string): { statement: string; dataset: string } {
  return { statement: of.id, dataset }
}

export function conflict(id: string, overrides: Partial<ConflictContent> = {}): ConflictContent {
  return {
    id,
    kind: 'VALUE',
    subjects: ['region/a'],
    property: 'name',
    statements: ['statement/1', 'statement/2'],
    ...overrides,
  }
}

/** What a dataset says: the statements with their subjects (`region/a` is a Region), source and editions, all attested. */
export function said(dataset: string, ...statements: readonly NewStatement[]): Batch {
  return {
    ...described(statements),
    statements,
    vouches: statements.map(each => vouch(each, dataset)),
  }
}

/** The subjects, sources and editions of statements. */
export function described(statements: readonly NewStatement[]): Batch {
  const editions = [...new Set(statements.map(each => each.edition))].map(id => edition(id))
  return {
    sources: [...new Set(editions.map(each => each.source))].map(id => source(id)),
    editions,
    entities: [...new Set(statements.map(each => each.subject))].map(id => ({ id, type: typeOf(id) })),
  }
}

const ontology = createOntology(entityTypes)

/** `policymeasure/a` is a PolicyMeasure. */
export function typeOf(id: string): string {
  const type = ontology.findTypeOfId(id)
  if (!type) throw new Error(`no entity type has the prefix of ${id}`)
  return type.name
}
