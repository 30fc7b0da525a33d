import { searchedProperties } from '../search/search-document.js'
import { type SearchedColumns, searchDocumentOfStored } from '../statement-record.js'
import type { Neo4jConnection } from './neo4j-session.js'

/** The full-text index of statements by their search keys. */
export const searchKeyIndex = 'statement_search_keys'

/** The analyzer `cjk` takes Chinese characters two by two, as search keys are; so a person can ask the index too. */
export const defineSearchKeyIndex = `CREATE FULLTEXT INDEX ${searchKeyIndex} IF NOT EXISTS FOR (n:Statement) ON EACH [n.searchKeys]
  OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`

/** Writes the search keys of the statements that are there. */
export async function fillSearchKeys(db: Neo4jConnection): Promise<void> {
  for (let last = ''; ; ) {
    const parameters = { last, properties: searchedProperties, limit: pageRows }
    const found = await db.read<SearchedColumns & { id: string }>(namingStatements, parameters)
    if (found.length === 0) return
    last = found.at(-1)?.id ?? last
    const rows = found.map(row => ({ id: row.id, searchKeys: searchDocumentOfStored(row) ?? null }))
    await db.write(run => run(setSearchKeys, { rows }))
  }
}

const pageRows = 1_000

const namingStatements = `
  MATCH (s:Statement)
  WHERE s.id > $last AND s.property IN $properties
  RETURN s.id AS id, s.subject AS subject, s.property AS property, s.content AS content
  ORDER BY s.id
  LIMIT toInteger($limit)`

const setSearchKeys = `
  UNWIND $rows AS row
  MATCH (s:Statement {id: row.id})
  SET s.searchKeys = row.searchKeys`
