import type { Rank } from '../model/rank.js'
import type { Statement } from '../model/statement.js'
import type { NewStatement } from './store.js'
import { fromStored, toStored } from './stored-text.js'

/** What of a statement nothing is looked up by: both engines keep it as one JSON text. */
export type StatementRest = Omit<NewStatement, 'id' | 'subject' | 'property' | 'edition' | 'language'>

/** A statement as an engine gives it back, with one of its standings: text as `toStored` gives it. */
export interface StatementRecord {
  readonly id: string
  readonly subject: string
  readonly property: string
  readonly edition: string
  readonly language: string
  readonly content: string
  /** The revision in which this life of the statement began. */
  readonly since: number
  readonly retracted: number | null
  readonly rank: Rank
  readonly confidence: number
  readonly vouches: string
}

/** The statement as of revision `revision`: an end that comes later is not known yet. */
export function decodeStatement(
  record: StatementRecord,
  revision: number,
  instantOf: (revision: number) => string,
): Statement {
  const { supersedes, ...content } = JSON.parse(record.content) as StatementRest
  const isRetracted = record.retracted !== null && record.retracted <= revision
  return {
    id: fromStored(record.id),
    subject: fromStored(record.subject),
    property: fromStored(record.property),
    ...content,
    language: fromStored(record.language),
    edition: fromStored(record.edition),
    rank: record.rank,
    confidence: record.confidence,
    datasets: isRetracted ? [] : decodeVouches(record.vouches).map(vouch => vouch.dataset),
    recordedIn: record.since,
    recordedAt: instantOf(record.since),
    ...(isRetracted &&
      record.retracted !== null && { retractedIn: record.retracted, retractedAt: instantOf(record.retracted) }),
    ...(supersedes !== undefined && { supersedes }),
  }
}

/** What is looked up of a new statement, each as stored, and the rest as one text. */
export function encodeStatement(statement: NewStatement) {
  const { id, subject, property, edition, language, ...content } = statement
  const { value } = content
  return {
    id: toStored(id),
    subject: toStored(subject),
    property: toStored(property),
    target: value.kind === 'entity' ? toStored(value.entity) : null,
    code: value.kind === 'code' ? toStored(value.code) : null,
    edition: toStored(edition),
    source: toStored(sourceOf(edition)),
    language: toStored(language),
    content: JSON.stringify(content satisfies StatementRest),
  }
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
  return rows.map(([dataset, rank, confidence, recorded]) => ({
    dataset: fromStored(dataset),
    rank,
    confidence,
    recorded,
  }))
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
