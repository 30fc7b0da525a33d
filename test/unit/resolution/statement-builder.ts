import type { Conflict } from '../../../src/model/conflict.js'
import { statementId } from '../../../src/model/id.js'
import type { Edition, Source } from '../../../src/model/source.js'
import type { Statement, StatementContent } from '../../../src/model/statement.js'
import type { Trust } from '../../../src/model/trust.js'
import type { View } from '../../../src/model/view.js'
import type { PropertyDeclaration } from '../../../src/ontology/declaration.js'
import type { CitedEditions } from '../../../src/resolution/cited-edition.js'
import { defaultTrust } from '../../../src/resolution/default-trust.js'
import type { ResolutionContext } from '../../../src/resolution/rules.js'

/** The article of 上观新闻 and its English translation. */
export const zh = 'shobserver-768612#zh-Hans'
export const en = 'shobserver-768612#en'

/** A statement with what matters to the test; the rest is filled in. Its id is that of its content. */
export function statement(given: Partial<Statement> & Pick<Statement, 'value'>): Statement {
  const edition = given.edition ?? zh
  const content: StatementContent = {
    subject: given.subject ?? 'official/tang-jianguo',
    property: given.property ?? 'name',
    value: given.value,
    qualifiers: given.qualifiers ?? {},
    asStated: given.asStated ?? wordsOf(given.value),
    language: given.language ?? edition.slice(edition.lastIndexOf('#') + 1),
    edition,
    ...(given.valid !== undefined && { valid: given.valid }),
    ...(given.derived !== undefined && { derived: given.derived }),
  }
  return {
    ...content,
    id: given.id ?? statementId(content),
    rank: given.rank ?? 'NORMAL',
    confidence: given.confidence ?? 1,
    datasets: ['beijing-2024'],
    recordedIn: 1,
    recordedAt: '2024-07-05T00:00:00.000Z',
  }
}

function wordsOf(value: Statement['value']): string {
  if (value.kind === 'text') return value.text
  if (value.kind === 'date') return value.edtf
  if (value.kind === 'entity') return value.entity
  if (value.kind === 'code') return value.code
  return value.kind === 'geo' ? `${value.latitude}, ${value.longitude}` : `${value.amount ?? ''}${value.unit ?? ''}`
}

export function name(text: string, edition = zh, given: Partial<Statement> = {}): Statement {
  const language = given.language ?? edition.slice(edition.lastIndexOf('#') + 1)
  return statement({ ...given, property: 'name', edition, language, value: { kind: 'text', text, language } })
}

export function link(property: string, entity: string, edition = zh, given: Partial<Statement> = {}): Statement {
  return statement({ ...given, property, edition, value: { kind: 'entity', entity } })
}

export function date(property: string, edtf: string, edition = zh, given: Partial<Statement> = {}): Statement {
  return statement({ ...given, property, edition, value: { kind: 'date', edtf } })
}

export function source(id: string, given: Partial<Source> = {}): Source {
  return { id, title: id, languages: [], weight: 1, ...given }
}

export const article = source('shobserver-768612', {
  title: '北京加速AI发展',
  publisher: '上观新闻',
  published: '2024-07-04',
  languages: ['zh-Hans', 'en'],
})

export const translations: Readonly<Record<string, string>> = { [en]: zh }

/** Knows the editions by their ids, with the sources given; those of `translationOf` translate. */
export function citedEditionsOf(
  sources: readonly Source[] = [article],
  translationOf: Readonly<Record<string, string>> = translations,
): CitedEditions {
  return id => {
    const hash = id.lastIndexOf('#')
    const stated = sources.find(candidate => candidate.id === id.slice(0, hash))
    if (!stated) return undefined
    const edition: Edition = {
      id,
      source: stated.id,
      language: id.slice(hash + 1),
      sha256: '0'.repeat(64),
      ...(translationOf[id] !== undefined && { translationOf: translationOf[id] }),
    }
    return { edition, source: stated }
  }
}

export function view(trust: Partial<Trust> = {}, validAt = '2024-07-04'): View {
  return { validAt, trust: { ...defaultTrust, ...trust } }
}

export function context(property: PropertyDeclaration, given: Partial<ResolutionContext> = {}): ResolutionContext {
  return { view: view(), citedEditions: citedEditionsOf(), conflicts: [], property, ...given }
}

export function conflict(statements: readonly Statement[], given: Partial<Conflict> = {}): Conflict {
  const [first] = statements
  return {
    id: 'conflict/1',
    kind: 'TRANSLATION',
    subjects: [first?.subject ?? ''],
    property: first?.property ?? '',
    statements: statements.map(({ id }) => id).sort(),
    status: 'OPEN',
    openedIn: 1,
    ...given,
  }
}
