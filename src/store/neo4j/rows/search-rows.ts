import { searchedNames } from '../../../ontology/row-keys.js'
import type { NamedRow, RowIdQuery, RowNameQuery } from '../../rows/row-names.js'
import { writeKeyQuery } from '../../search/key-query.js'
import type { AnswerTo, QueryOf } from '../../store.js'
import type { ReadDatabase } from '../neo4j-session.js'

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

/** A text that gives the rows of each way to ask, with their names. */
export function namedRowsText(
  { ways, types, limit }: RowNameQuery,
  parameter: (value: unknown) => string,
  answer: string,
): string {
  const [asked, ofTypes] = [parameter(ways.map(keys => writeKeyQuery(keys, key => key))), parameter(types ?? null)]
  return `UNWIND range(0, size(${asked}) - 1) AS place
    WITH place, COLLECT {
      CALL db.index.fulltext.queryNodes(${parameter(rowSearchIndex)}, ${asked}[place]) YIELD node AS e
      WHERE e.since IS NOT NULL AND (${ofTypes} IS NULL OR any(type IN ${ofTypes} WHERE type IN labels(e)))
      RETURN [e.id, e.${searchedNames}]
      LIMIT toInteger(${parameter(limit)})
    } AS rows
    ORDER BY place
    RETURN collect(rows) AS ${answer}`
}

/** A text that gives the rows of ids; of a former id it says only that the id was merged. */
export function rowsOfIdsText({ ids }: RowIdQuery, parameter: (value: unknown) => string, answer: string): string {
  const asked = ids.map(id => ({ id, former: `"former":${JSON.stringify(id)}` }))
  return `WITH COLLECT { MATCH (d:Deed) WHERE d.content CONTAINS ${parameter('"kind":"MERGE"')} RETURN d.content } AS merges
    UNWIND ${parameter(asked)} AS each
    OPTIONAL MATCH (e:Entity {id: each.id}) WHERE e.since IS NOT NULL
    WITH each.id AS asked, e.id AS id, any(merge IN merges WHERE merge CONTAINS each.former) AS isFormer
    WHERE id IS NOT NULL OR isFormer
    RETURN collect({asked: asked, id: id}) AS ${answer}`
}

type FoundNames = readonly (readonly (readonly [id: string, names: readonly string[] | null])[])[]

export function toNamedRows(found: unknown): readonly (readonly NamedRow[])[] {
  return (found as FoundNames).map(its => its.map(([id, names]) => ({ id, names: names ?? [] })))
}
