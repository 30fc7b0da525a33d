import type { AnswerTo, QueryOf } from '../store.js'
import { hasRows } from './row-tables.js'
import { keyQuery } from './search-key-table.js'
import type { SqliteConnection } from './sqlite-connection.js'

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
  return db
    .all<{ id: string }>(types ? ofTypes : ofAll, keyQuery(keys), limit, ...(types ? [JSON.stringify(types)] : []))
    .map(({ id }) => id)
}

const ofAll = `
  SELECT e.id FROM row_search CROSS JOIN row_entity e ON e.key = row_search.rowid
  WHERE row_search MATCH ?1
  ORDER BY row_search.rowid LIMIT ?2`

const ofTypes = `
  SELECT e.id FROM row_search CROSS JOIN row_entity e ON e.key = row_search.rowid
  WHERE row_search MATCH ?1 AND e.type IN (SELECT value FROM json_each(?3))
  ORDER BY row_search.rowid LIMIT ?2`
