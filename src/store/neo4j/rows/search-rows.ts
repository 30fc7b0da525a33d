import { searchedNames } from '../../../ontology/row-keys.js'
import type { NamedRow, RowNameQuery } from '../../rows/row-names.js'
import type { FoundInRows, RowsAsOfAny } from '../../rows/row-query.js'
import { writeKeyQuery } from '../../search/key-query.js'
import type { AnswerTo, QueryOf } from '../../store.js'
import type { ReadDatabase } from '../neo4j-session.js'
import { whileRowsHold } from './row-select.js'

/** The full-text index of rows by their search keys; the analyzer leaves keys whole, as for statements. */
const rowSearchIndex = 'entity_search_keys'

export const defineRowSearch = `
  CREATE FULLTEXT INDEX ${rowSearchIndex} IF NOT EXISTS FOR (n:Entity) ON EACH [n.keys]
  OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`.trim()

/** Ids of the rows that have the keys. Undefined if the rows are of another revision, or are being written. */
export async function searchRows(
  read: ReadDatabase,
  { keys, types, layout, limit }: QueryOf<'entitiesBySearchKeys'>,
  revision: number,
): Promise<AnswerTo<'entitiesBySearchKeys'>> {
  const [row] = await read<{ ids: readonly string[] }>(rowsBySearchKeys, {
    index: rowSearchIndex,
    keys: writeKeyQuery(keys, key => key),
    types: types ?? null,
    layout,
    revision,
    limit,
  })
  return row?.ids
}

/** No row where the state of the rows is another one. */
const rowsBySearchKeys = `
  MATCH (s:RowState {name: 'rows'})
  WHERE s.revision = $revision AND s.version = $layout AND NOT s.partial AND NOT coalesce(s.busy, false)
  RETURN COLLECT {
    CALL db.index.fulltext.queryNodes($index, $keys) YIELD node AS e
    WHERE e.since IS NOT NULL AND ($types IS NULL OR any(type IN $types WHERE type IN labels(e)))
    RETURN e.id
    LIMIT toInteger($limit)
  } AS ids`

/** The rows of each way to ask, with their names. Undefined if the rows are of another revision or day, or are being written. */
export async function findNamedRows(
  read: ReadDatabase,
  { ways, types, limit }: RowNameQuery,
  asOf: RowsAsOfAny,
): Promise<FoundInRows<readonly (readonly NamedRow[])[]> | undefined> {
  type Found = readonly (readonly (readonly [id: string, names: readonly string[] | null])[])[]
  const text = asOf.revision === undefined ? namedRowsOfNewest : namedRowsOfRevision
  const [found] = await read<{ holds: boolean; revision: number; answer: Found }>(text, {
    ...{ index: rowSearchIndex, ways: ways.map(keys => writeKeyQuery(keys, key => key)), types: types ?? null, limit },
    ...asOf,
    revision: asOf.revision ?? null,
  })
  if (!found?.holds) return undefined
  const rows = found.answer.map(its => its.map(([id, names]) => ({ id, names: names ?? [] })))
  return { revision: found.revision, found: rows }
}

const namedRows = `
  UNWIND range(0, size($ways) - 1) AS place
  WITH place, COLLECT {
    CALL db.index.fulltext.queryNodes($index, $ways[place]) YIELD node AS e
    WHERE e.since IS NOT NULL AND ($types IS NULL OR any(type IN $types WHERE type IN labels(e)))
    RETURN [e.id, e.${searchedNames}]
    LIMIT toInteger($limit)
  } AS rows
  ORDER BY place
  RETURN collect(rows) AS answer`
const namedRowsOfRevision = whileRowsHold(namedRows)
const namedRowsOfNewest = whileRowsHold(namedRows, false)
