import type { Page } from '../store.js'
import { toStored } from '../stored-text.js'
import type { Parameter } from './sqlite-connection.js'
import { isStatement, statementColumns } from './statement-row.js'

/** The text of each question. `t` is a row of `standing`: one for each stretch of revisions with the same attestations. */

const standing = 't.recorded <= ?2 AND (t.retracted IS NULL OR t.retracted > ?2)'

export const entityTypes = `
  SELECT e.id, e.type FROM json_each(?1) a CROSS JOIN entity e ON e.id = a.value
  WHERE e.recorded <= ?2`

export const statementsOf = `
  SELECT ${statementColumns}
  FROM json_each(?1) a CROSS JOIN statement s ON s.subject = a.value JOIN standing t ON t.statement = s.key
  WHERE ${standing}`

export const someStatementsOf = `${statementsOf} AND s.property IN (SELECT value FROM json_each(?3))`

/** The last state of every life. */
export const historyOf = `
  SELECT ${statementColumns}
  FROM json_each(?1) a CROSS JOIN statement s ON s.subject = a.value JOIN standing t ON t.statement = s.key
  WHERE t.recorded <= ?2 AND NOT EXISTS (
    SELECT 1 FROM standing n
    WHERE n.statement = t.statement AND n.recorded > t.recorded AND n.recorded <= ?2 AND n.since = t.since
  )`

/** The last state of the last life. */
export const statement = `
  SELECT ${statementColumns}
  FROM json_each(?1) a CROSS JOIN statement s ON ${isStatement} JOIN standing t ON t.statement = s.key
  WHERE t.recorded = (SELECT max(n.recorded) FROM standing n WHERE n.statement = s.key AND n.recorded <= ?2)`

const pairs = `json_each(?1) a CROSS JOIN`
export const incomingStatements = `
  SELECT ${statementColumns}, a.value ->> 2 AS position
  FROM ${pairs} statement s ON s.target = a.value ->> 0 AND s.property = a.value ->> 1
  JOIN standing t ON t.statement = s.key
  WHERE ${standing}`

/** Inward links are read along their index, a page in the time of its rows however many there are. */
export function linksOf(isInward: boolean, isBounded: boolean): string {
  const [own, other, index] = isInward
    ? ['s.target', 's.subject', 'statement_target']
    : ['s.subject', 's.target', 'statement_subject']
  const bound = `AND ${other} >= ? AND (${other} > ? OR s.id > ?)`
  return `
    SELECT ${other} AS entity, s.id AS statement
    FROM statement s INDEXED BY ${index} JOIN standing t ON t.statement = s.key
    WHERE ${own} = ? AND s.property = ? AND s.target IS NOT NULL
      AND t.recorded <= ? AND (t.retracted IS NULL OR t.retracted > ?) AND t.confidence >= ?
      ${isBounded ? bound : ''}
    ORDER BY ${other}, s.id LIMIT ?`
}

export const statementsByCode = `
  SELECT ${statementColumns}, a.value ->> 2 AS position
  FROM ${pairs} statement s ON s.code = a.value ->> 0 AND s.property = a.value ->> 1
  JOIN standing t ON t.statement = s.key
  WHERE ${standing}`

export const statementsBySearchKeys = `
  SELECT ${statementColumns}
  FROM search_key CROSS JOIN statement s ON s.key = search_key.rowid JOIN standing t ON t.statement = s.key
  WHERE search_key MATCH ?1 AND ${standing}
  ORDER BY search_key.rowid LIMIT ?3`

export const conflictColumns = 'c.id, c.content, l.opened, l.closed'

export const conflictsOf = `
  SELECT ${conflictColumns}, cs.subject
  FROM json_each(?1) a CROSS JOIN conflict_subject cs ON cs.subject = a.value
  JOIN conflict c ON c.key = cs.conflict JOIN conflict_life l ON l.conflict = c.key
  WHERE l.opened <= ?2 AND (l.closed IS NULL OR l.closed > ?2)`

export const conflict = `
  SELECT ${conflictColumns}
  FROM json_each(?1) a CROSS JOIN conflict c ON c.id = a.value JOIN conflict_life l ON l.conflict = c.key
  WHERE l.opened = (SELECT max(n.opened) FROM conflict_life n WHERE n.conflict = c.key AND n.opened <= ?2)`

const lastVersions = (table: 'source' | 'edition', column = 'content') => `
  SELECT r.id, r.${column} AS content
  FROM json_each(?1) a CROSS JOIN ${table} r ON r.id = a.value
  WHERE r.recorded = (SELECT max(x.recorded) FROM ${table} x WHERE x.id = r.id AND x.recorded <= ?2)
    AND r.${column} IS NOT NULL`

export const sources = lastVersions('source')
export const editions = lastVersions('edition')
export const editionTexts = lastVersions('edition', 'text')

/** The edition says which source it is of. */
export const citedEditions = `
  SELECT e.content AS edition, r.content AS source
  FROM json_each(?1) a CROSS JOIN edition e ON e.id = a.value JOIN source r ON r.id = e.source
  WHERE e.recorded = (SELECT max(x.recorded) FROM edition x WHERE x.id = e.id AND x.recorded <= ?2)
    AND r.recorded = (SELECT max(x.recorded) FROM source x WHERE x.id = r.id AND x.recorded <= ?2)`

export function paged(
  column: string,
  { after, limit, reversed = false }: Page,
): { condition: string; order: string; parameters: Parameter[] } {
  const bound = after === undefined ? [] : [toStored(after)]
  return {
    condition: after === undefined ? 'TRUE' : `${column} ${reversed ? '<' : '>'} ?`,
    order: `ORDER BY ${column} ${reversed ? 'DESC' : 'ASC'} LIMIT ?`,
    parameters: [...bound, limitOf({ limit })],
  }
}

/** A negative limit would be none at all. */
export function limitOf({ limit }: Pick<Page, 'limit'>): number {
  return Math.min(Math.max(0, Math.floor(limit)), Number.MAX_SAFE_INTEGER)
}

/** Texts as one parameter, for json_each; each once. */
export function list(texts: readonly string[]): string {
  return JSON.stringify([...new Set(texts)].map(toStored))
}
