import { limitOf } from '../group-queries.js'
import type { ConflictSelection, Page } from '../store.js'
import { toStored } from '../stored-text.js'
import type { Parameter } from './sqlite-connection.js'
import { isStatement, statementColumns } from './statement-row.js'

/** A text whose parameters end with those of a page. */
interface PageText {
  readonly text: string
  readonly parameters: readonly Parameter[]
}

/** The text of each question. `t` is a row of `standing`: one for each range of revisions with the same attestations. */

const standing = 't.recorded <= ?2 AND (t.retracted IS NULL OR t.retracted > ?2)'

export const newestRevision = 'SELECT number, at FROM revision WHERE number <= ? ORDER BY number DESC LIMIT 1'

export const revisionsAfter = 'SELECT number, at FROM revision WHERE number > ? AND number <= ? ORDER BY number'

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

const conflictColumns = 'c.id, c.content, l.opened, l.closed'

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

/** Parameters: the dataset, the revision twice, the page. */
export function attestedSubjects(page: Page): PageText {
  return paged(
    'v.subject',
    page,
    condition => `
    SELECT v.subject AS id FROM vouched v
    WHERE v.dataset = ? AND EXISTS (
      SELECT 1 FROM statement s JOIN standing t ON t.statement = s.key
      WHERE s.subject = v.subject AND t.recorded <= ? AND (t.retracted IS NULL OR t.retracted > ?)
        AND EXISTS (SELECT 1 FROM json_each(t.vouches) w WHERE w.value ->> 0 = v.dataset)
    ) AND ${condition}`,
  )
}

/** Parameters: the type, the revision three times, the page. */
export function entitiesOfType(page: Page): PageText {
  return paged(
    'e.id',
    page,
    condition => `
    SELECT e.id FROM entity e
    WHERE e.type = ? AND e.recorded <= ? AND EXISTS (
      SELECT 1 FROM statement s JOIN standing t ON t.statement = s.key
      WHERE s.subject = e.id AND t.recorded <= ? AND (t.retracted IS NULL OR t.retracted > ?)
    ) AND ${condition}`,
  )
}

/** Parameters: the revision twice, then the selection and the page. */
export function conflicts({ subjects, properties, kinds, ...page }: ConflictSelection & Page): PageText {
  const tests: readonly (readonly [string, readonly string[] | undefined])[] = [
    [
      'EXISTS (SELECT 1 FROM conflict_subject cs WHERE cs.conflict = c.key AND cs.subject IN (SELECT value FROM json_each(?)))',
      subjects,
    ],
    ['c.property IN (SELECT value FROM json_each(?))', properties],
    ['c.kind IN (SELECT value FROM json_each(?))', kinds],
  ]
  const given = tests.flatMap(([test, values]) => (values === undefined ? [] : [{ test, values }]))
  const { text, parameters } = paged(
    'c.id',
    page,
    condition => `
    SELECT ${conflictColumns} FROM conflict c INDEXED BY conflict_id JOIN conflict_life l ON l.conflict = c.key
    WHERE l.opened <= ? AND (l.closed IS NULL OR l.closed > ?) AND ${[...given.map(({ test }) => test), condition].join(' AND ')}`,
  )
  return { text, parameters: [...given.map(({ values }) => list(values)), ...parameters] }
}

/** Parameters: the revision, the page. */
export function pageOfSources(page: Page): PageText {
  return paged(
    'r.id',
    page,
    condition => `
    SELECT r.content FROM source r
    WHERE r.recorded = (SELECT max(x.recorded) FROM source x WHERE x.id = r.id AND x.recorded <= ?) AND ${condition}`,
  )
}

export const deeds = 'SELECT revision, content FROM deed WHERE revision > ? AND revision <= ? ORDER BY revision'

function paged(
  column: string,
  { after, limit, reversed = false }: Page,
  text: (condition: string) => string,
): PageText {
  const condition = after === undefined ? 'TRUE' : `${column} ${reversed ? '<' : '>'} ?`
  return {
    text: `${text(condition)} ORDER BY ${column} ${reversed ? 'DESC' : 'ASC'} LIMIT ?`,
    parameters: [...(after === undefined ? [] : [toStored(after)]), limitOf(limit)],
  }
}

/** Texts as one parameter, for json_each; each once. */
export function list(texts: readonly string[]): string {
  return JSON.stringify([...new Set(texts)].map(toStored))
}
