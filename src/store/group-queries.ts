import type { Change } from '../model/change.js'
import type { Conflict } from '../model/conflict.js'
import type { RecordedAction } from '../model/curation-action.js'
import { SuanliError } from '../model/error.js'
import type { Revision } from '../model/revision.js'
import type { Source } from '../model/source.js'
import type { Statement } from '../model/statement.js'
import type { RevisionRow } from './read-engine.js'
import type { AnswerTo, LinkEnd, PinnedQuery, QueryKind, QueryOf, Reading } from './store.js'
import { toStored } from './stored-text.js'

/** The empty store's revision. */
export const nothing: Revision = { number: 0, at: new Date(0).toISOString() }

/** What a store in which nothing was ever created answers. */
export function readNothing<K extends QueryKind>(asks: readonly PinnedQuery<K>[]): Reading<K> {
  const lists: ReadonlySet<QueryKind> = new Set<QueryKind>([
    'entities',
    'incomingStatements',
    'links',
    'statementsByCode',
    'statementsBySearchKeys',
    'history',
    'statements',
    'conflicts',
    'sources',
    'changes',
    'deeds',
  ])
  const emptyOf = ({ question }: PinnedQuery<K>) => {
    if (question.kind === 'changeCount' || question.kind === 'lastRevision') return 0
    if ('after' in question && typeof question.after === 'object') return undefined
    return lists.has(question.kind) ? [] : undefined
  }
  const answers = asks.map(ask => emptyOf(ask) as AnswerTo<K>)
  return { revision: nothing, answers, citedEditions: [] }
}

/** Milliseconds of an RFC 3339 instant. Throws BAD_USER_INPUT where it is none. */
export function instant(text: string): number {
  // The standard lets `t` and `z` stand for `T` and `Z` (RFC 3339, 5.6).
  const ms = Date.parse(text.toUpperCase())
  if (Number.isNaN(ms)) throw new SuanliError('BAD_USER_INPUT', { problem: `"${text}" is not an RFC 3339 instant.` })
  return ms
}

/** Every statement that an answer gives, by itself, in a list, or of an entity. */
export function* statementsIn(answers: readonly AnswerTo<QueryKind>[]): Iterable<Statement> {
  for (const answer of answers) {
    if (typeof answer !== 'object') continue
    if (isList(answer)) {
      for (const item of answer) if (typeof item === 'object' && 'edition' in item) yield item
    } else if ('edition' in answer) yield answer
    else if ('formerIds' in answer) yield* answer.statements
  }
}

function isList(
  answer: object,
): answer is readonly (Statement | Conflict | Source | Change | RecordedAction | LinkEnd | string)[] {
  return Array.isArray(answer)
}

export function idsOf(questions: readonly { readonly id: string }[]): string[] {
  return questions.map(question => question.id)
}

export interface Group<K> {
  readonly kind: K
  readonly revision: number
  readonly positions: number[]
}

/** Questions of one kind as of one revision are answered together, if they differ in nothing that a text of the database must say. */
export function groups<K extends QueryKind>(
  asks: readonly PinnedQuery<K>[],
  revisionOf: (knownAt: string | undefined) => number,
): Iterable<Group<K>> {
  const revisions = new Map<string | undefined, number>()
  const found = new Map<string, Group<K>>()
  asks.forEach(({ question, knownAt }, position) => {
    const revision = revisions.get(knownAt) ?? revisionOf(knownAt)
    revisions.set(knownAt, revision)
    const name = `${question.kind} ${revision} ${textOf(question as QueryOf<QueryKind>)}`
    const group = found.get(name)
    if (group) group.positions.push(position)
    else found.set(name, { kind: question.kind as K, revision, positions: [position] })
  })
  return found.values()
}

/** What of a question is no parameter: the properties of an entity, the limit that holds for each of several lists. */
function textOf(question: QueryOf<QueryKind>): string {
  switch (question.kind) {
    case 'entity':
      return question.properties === undefined ? '' : JSON.stringify(question.properties)
    case 'links':
    case 'statementsBySearchKeys':
      return String(question.limit)
    default:
      return ''
  }
}

/** The rows of each id, in the order of the ids; `idOf` gives it as stored. */
export function listsById<Row>(ids: readonly string[], rows: readonly Row[], idOf: (row: Row) => string): Row[][] {
  const found = groupBy(rows, idOf)
  return ids.map(id => found.get(toStored(id)) ?? [])
}

/** The row of each id, in the order of the ids. */
export function rowsById<Row extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): (Row | undefined)[] {
  const found = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => found.get(toStored(id)))
}

/** The rows of each of so many questions, which the rows name by their position. */
export function listsByPosition<Row extends { readonly position: number }>(
  questions: readonly unknown[],
  rows: readonly Row[],
): Row[][] {
  const found = groupBy(rows, ({ position }) => position)
  return questions.map((_, position) => found.get(position) ?? [])
}

export function decodeRevision({ number, at }: RevisionRow): Revision {
  return { number, at: new Date(at).toISOString() }
}

/** A limit for the database, where a negative one would be none at all. */
export function limitOf(limit: number): number {
  return Math.min(Math.max(0, Math.floor(limit)), Number.MAX_SAFE_INTEGER)
}

export function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const grouped = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = grouped.get(key)
    if (group) group.push(item)
    else grouped.set(key, [item])
  }
  return grouped
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

export function byRevision(a: { readonly revision: number }, b: { readonly revision: number }): number {
  return a.revision - b.revision
}

export function byIdThenRecorded(a: Statement, b: Statement): number {
  return byId(a, b) || a.recordedIn - b.recordedIn
}
