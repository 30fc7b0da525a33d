import type { KeyExpression } from '../../../names/key-expression.js'
import { searchedNames } from '../../../ontology/row-keys.js'
import { snakeCase } from '../../../ontology/row-layout.js'
import { groupBy } from '../../group-queries.js'
import type { NamedRow, RowIdQuery, RowOfId } from '../../rows/row-names.js'
import type { AnswerTo, QueryOf } from '../../store.js'
import { keyQuery } from '../search-key-table.js'
import type { SqliteConnection } from '../sqlite-connection.js'
import { hasRows, quoted, typedTable } from './row-tables.js'

/** Ids of the rows that have the keys, in the order in which they were written. Undefined if the rows are of another revision. */
export function searchRows(
  db: SqliteConnection,
  { keys, types, layout, limit }: QueryOf<'entitiesBySearchKeys'>,
  revision: number,
): AnswerTo<'entitiesBySearchKeys'> {
  if (!hasRows(db)) return undefined
  const state = db.get<{ found: number }>(
    'SELECT 1 AS found FROM row_state WHERE revision = ? AND version = ? AND partial = 0',
    revision,
    layout,
  )
  if (!state) return undefined
  return findRows(db, { keys, types, limit }).map(({ id }) => id)
}

/** The rows that have the keys, with their names. */
export function findNamedRows(db: SqliteConnection, query: RowQuery): readonly NamedRow[] {
  const byType = groupBy(findRows(db, query), ({ type }) => type)
  return [...byType].flatMap(([type, rows]) =>
    db
      .all<{ id: string; names: string | null }>(namesOf(type), JSON.stringify(rows.map(({ key }) => key)))
      .map(({ id, names }) => ({ id, names: names === null ? [] : (JSON.parse(names) as string[]) })),
  )
}

/** The rows of ids; of a former id it says only that the id was merged. */
export function findRowsOfIds(db: SqliteConnection, { ids }: RowIdQuery): readonly RowOfId[] {
  return db.all<RowOfId>(rowsOfIds, JSON.stringify(ids))
}

const rowsOfIds = `
  SELECT a.value AS asked, e.id FROM json_each(?1) a CROSS JOIN row_entity e ON e.id = a.value
  UNION ALL
  SELECT a.value, NULL FROM json_each(?1) a
  WHERE a.value NOT IN (SELECT id FROM row_entity WHERE id IN (SELECT value FROM json_each(?1)))
    AND a.value IN (SELECT content ->> '$.former' FROM deed WHERE content ->> '$.kind' = 'MERGE')`

interface RowQuery {
  readonly keys: KeyExpression
  readonly types?: readonly string[] | undefined
  readonly limit: number
}

interface FoundRow {
  readonly key: number
  readonly id: string
  readonly type: string
}

function findRows(db: SqliteConnection, { keys, types, limit }: RowQuery): readonly FoundRow[] {
  return db.all<FoundRow>(types ? ofTypes : ofAll, keyQuery(keys), limit, ...(types ? [JSON.stringify(types)] : []))
}

const namesOf = (type: string) => `
  SELECT t.id, t.${quoted(snakeCase(searchedNames))} AS names
  FROM json_each(?1) a CROSS JOIN ${typedTable(snakeCase(type))} t ON t.key = a.value`

const ofAll = `
  SELECT e.key, e.id, e.type FROM row_search CROSS JOIN row_entity e ON e.key = row_search.rowid
  WHERE row_search MATCH ?1
  ORDER BY row_search.rowid LIMIT ?2`

const ofTypes = `
  SELECT e.key, e.id, e.type FROM row_search CROSS JOIN row_entity e ON e.key = row_search.rowid
  WHERE row_search MATCH ?1 AND e.type IN (SELECT value FROM json_each(?3))
  ORDER BY row_search.rowid LIMIT ?2`
