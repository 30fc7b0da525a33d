import type { Rank } from '../../model/rank.js'
import type { Statement } from '../../model/statement.js'
import type { NewStatement } from '../store.js'
import { fromStored, toStored } from './stored-text.js'

/** What of a statement has no column of its own: JSON in `statement.content`. */
type Content = Omit<NewStatement, 'id' | 'subject' | 'property' | 'edition' | 'language'>

/** A row of `statement` with one of `standing`. */
export interface StatementRow {
  readonly id: string
  readonly subject: string
  readonly property: string
  readonly edition: string
  readonly language: string
  readonly content: string
  readonly since: number
  readonly retracted: number | null
  readonly rank: Rank
  readonly confidence: number
  readonly vouches: string
}

/** The columns of a StatementRow, where `s` is the statement and `t` the standing. */
export const statementColumns =
  's.id, s.subject, s.property, s.edition, s.language, s.content, t.since, t.retracted, t.rank, t.confidence, t.vouches'

/** The row as of revision `revision`: an end that comes later is not known yet. */
export function decodeStatement(row: StatementRow, revision: number, instantOf: (revision: number) => string): Statement {
  const { supersedes, ...content } = JSON.parse(row.content) as Content
  const isRetracted = row.retracted !== null && row.retracted <= revision
  return {
    id: fromStored(row.id),
    subject: fromStored(row.subject),
    property: fromStored(row.property),
    ...content,
    language: fromStored(row.language),
    edition: fromStored(row.edition),
    rank: row.rank,
    confidence: row.confidence,
    datasets: isRetracted ? [] : decodeVouches(row.vouches).map(vouch => vouch.dataset),
    recordedIn: row.since,
    recordedAt: instantOf(row.since),
    ...(isRetracted && row.retracted !== null && { retractedIn: row.retracted, retractedAt: instantOf(row.retracted) }),
    ...(supersedes !== undefined && { supersedes }),
  }
}

/** The columns of a new row of `statement`, in their order. */
export function encodeStatement(key: number, statement: NewStatement): (string | number | null)[] {
  const { id, subject, property, edition, language, ...content } = statement
  const { value } = content
  return [
    key,
    toStored(id),
    toStored(subject),
    toStored(property),
    value.kind === 'entity' ? toStored(value.entity) : null,
    value.kind === 'code' ? toStored(value.code) : null,
    toStored(edition),
    toStored(sourceOf(edition)),
    toStored(language),
    JSON.stringify(content satisfies Content),
  ]
}

/** A dataset's word as a standing holds it: `recorded` is the revision in which it was given. */
export interface StandingVouch {
  readonly dataset: string
  readonly rank: Rank
  readonly confidence: number
  readonly recorded: number
}

/** Vouches are a list of lists, the dataset as stored, because SQL looks for it too. */
export function decodeVouches(vouches: string): StandingVouch[] {
  const rows = JSON.parse(vouches) as [string, Rank, number, number][]
  return rows.map(([dataset, rank, confidence, recorded]) => ({ dataset: fromStored(dataset), rank, confidence, recorded }))
}

export function encodeVouches(vouches: readonly StandingVouch[]): string {
  return JSON.stringify(
    vouches.map(({ dataset, rank, confidence, recorded }) => [toStored(dataset), rank, confidence, recorded]),
  )
}

/** The source of an edition, whose id is `<source>#<language>`. */
export function sourceOf(edition: string): string {
  const end = edition.lastIndexOf('#')
  return end < 0 ? edition : edition.slice(0, end)
}
