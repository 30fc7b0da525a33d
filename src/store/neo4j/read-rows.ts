import type { ConflictRow } from '../engine-rows.js'
import type { StatementRecord } from '../statement-record.js'
import type { Page } from '../store.js'
import { toStored } from '../stored-text.js'
import type { Parameters } from './neo4j-session.js'

/** An entity with what is said of it: lists, as the text gives them. */
export interface EntityRow {
  readonly position: number
  readonly type: string
  readonly statements: readonly StatementInList[]
  readonly conflicts: readonly (readonly [id: string, content: string, opened: number, closed: number])[]
}

type StatementInList = readonly [
  id: string,
  property: string,
  edition: string,
  language: string,
  content: string,
  since: number,
  retracted: number | null,
  rank: StatementRecord['rank'],
  confidence: number,
  vouches: string,
]

export function lifeOf([, , , , , since, retracted]: StatementInList): Pick<StatementRecord, 'since' | 'retracted'> {
  return { since, retracted }
}

export function toRecord(
  of: string,
  [id, property, edition, language, content, since, retracted, rank, confidence, vouches]: StatementInList,
): StatementRecord {
  const subject = toStored(of)
  return { id, subject, property, edition, language, content, since, retracted, rank, confidence, vouches }
}

export function toConflictRow([id, content, opened, closed]: EntityRow['conflicts'][number]): ConflictRow {
  return { id, content, opened, closed }
}

/** A list's bound: before everything, or behind everything where it runs backwards. */
export function pageParameters({ after, limit, reversed = false }: Page): Parameters {
  const open = reversed ? '\u{10FFFF}\u{10FFFF}' : ''
  return {
    after: after === undefined ? open : toStored(after),
    limit: limitOf(limit),
  }
}

/** A negative limit would be none at all. */
export function limitOf(limit: number): number {
  return Math.min(Math.max(0, Math.floor(limit)), Number.MAX_SAFE_INTEGER)
}

/** Each once. */
export function stored(texts: readonly string[]): string[] {
  return [...new Set(texts)].map(toStored)
}
