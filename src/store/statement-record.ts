import { LRUCache } from 'lru-cache'
import type { Rank } from '../model/rank.js'
import type { Statement } from '../model/statement.js'
import { searchDocumentOf } from './search/search-document.js'
import type { NewStatement } from './store.js'
import { fromStored, toStored } from './stored-text.js'

/** What of a statement nothing is looked up by: both engines keep it as one JSON text. */
export type StatementRest = Omit<NewStatement, 'id' | 'subject' | 'property' | 'edition' | 'language'>

/** The columns of a statement that both engines have. */
export interface StatementColumns {
  readonly id: string
  readonly subject: string
  readonly property: string
  readonly edition: string
  readonly language: string
  /** JSON, a StatementRest. */
  readonly content: string
}

/** A statement as an engine returns it, with one of its versions; texts as `toStored` gives them. */
export interface StatementRecord extends StatementColumns {
  /** The revision in which this life of the statement began. */
  readonly since: number
  readonly retracted: number | null
  readonly rank: Rank
  readonly confidence: number
  readonly vouches: string
}

/**
 * The statement as of revision `revision`: an end that comes later is not known yet. It is made of the object that its
 * content was parsed to: a copy of each would take as long again, and there are thousands in an answer.
 */
export function decodeStatement(
  record: StatementRecord,
  revision: number,
  instantOf: (revision: number) => string,
): Statement {
  const { retracted, since } = record
  const statement = JSON.parse(record.content) as { -readonly [Key in keyof Statement]: Statement[Key] }
  statement.id = fromStored(record.id)
  statement.subject = fromStored(record.subject)
  statement.property = fromStored(record.property)
  statement.language = fromStored(record.language)
  statement.edition = fromStored(record.edition)
  statement.rank = record.rank
  statement.confidence = record.confidence
  statement.recordedIn = since
  statement.recordedAt = instantOf(since)
  if (retracted === null || retracted > revision) statement.datasets = datasetsIn(record.vouches)
  else {
    statement.datasets = []
    statement.retractedIn = retracted
    statement.retractedAt = instantOf(retracted)
  }
  return statement
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

/** A dataset's attestation as a statement version keeps it; `recorded` is the revision in which the dataset gave it. */
export interface CurrentAttestation {
  readonly dataset: string
  readonly rank: Rank
  readonly confidence: number
  readonly recorded: number
}

/** Nearly all statements of an import have the same attestations: they share what is read of them. */
const datasetsKnown = new LRUCache<string, readonly string[]>({ max: 1_000 })

function datasetsIn(vouches: string): readonly string[] {
  const known = datasetsKnown.get(vouches)
  if (known) return known
  const datasets = decodeAttestations(vouches).map(({ dataset }) => dataset)
  datasetsKnown.set(vouches, datasets)
  return datasets
}

/** Vouches are a list of lists, the dataset as stored, because SQL looks for it too. */
export function decodeAttestations(vouches: string): CurrentAttestation[] {
  const rows = JSON.parse(vouches) as [string, Rank, number, number][]
  return rows.map(([dataset, rank, confidence, recorded]) => ({
    dataset: fromStored(dataset),
    rank,
    confidence,
    recorded,
  }))
}

export function encodeAttestations(vouches: readonly CurrentAttestation[]): string {
  return JSON.stringify(
    vouches.map(({ dataset, rank, confidence, recorded }) => [toStored(dataset), rank, confidence, recorded]),
  )
}

/** The source of an edition, whose id is `<source>#<language>`. */
export function sourceOf(edition: string): string {
  const end = edition.lastIndexOf('#')
  return end < 0 ? edition : edition.slice(0, end)
}

/** Columns of a stored statement that give its search keys. */
export type SearchedColumns = Pick<StatementRecord, 'subject' | 'property' | 'content'>

/** As `searchDocumentOf`, from the columns of an engine. */
export function searchDocumentOfStored({ subject, property, content }: SearchedColumns): string | undefined {
  const { value } = JSON.parse(content) as StatementRest
  return searchDocumentOf({ subject: fromStored(subject), property: fromStored(property), value })
}
