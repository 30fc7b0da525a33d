import { limitOf } from '../group-queries.js'
import type { EntityRows } from '../read-engine.js'
import type { StatementRecord } from '../statement-record.js'
import type { Page } from '../store.js'
import { toStored } from '../stored-text.js'
import type { Parameters } from './neo4j-session.js'

/** An entity with what is said of it: lists, as the text gives them. */
export interface EntityRow {
  readonly position: number
  readonly type: string
  readonly statements: readonly StatementInList[]
  readonly conflicts: readonly (readonly [id: string, content: string, opened: number, closed: number | null])[]
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

/** Rows of the entity `subject`, an id as stored. */
export function toEntityRows(subject: string, { type, statements, conflicts }: EntityRow): EntityRows {
  return {
    type,
    statements: statements.map(
      ([id, property, edition, language, content, since, retracted, rank, confidence, vouches]) => {
        return { id, subject, property, edition, language, content, since, retracted, rank, confidence, vouches }
      },
    ),
    conflicts: conflicts.map(([id, content, opened, closed]) => ({ id, content, opened, closed })),
  }
}

/** The keys of a selection that are given, as parameters. */
export function selected(selection: Readonly<Record<string, readonly string[] | number | undefined>>): Parameters {
  const given = Object.entries(selection).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([key, value]) => [key, typeof value === 'object' ? stored(value) : value]))
}

/** A list's bound: before everything, or behind everything where it runs backwards. */
export function pageParameters({ after, limit, reversed = false }: Page): Parameters {
  const open = reversed ? '\u{10FFFF}\u{10FFFF}' : ''
  return {
    after: after === undefined ? open : toStored(after),
    limit: limitOf(limit),
  }
}

/** Each once. */
export function stored(texts: readonly string[]): string[] {
  return [...new Set(texts)].map(toStored)
}
