import type { KeyExpression } from '../../names/key-expression.js'
import { writeKeyQuery } from '../search/key-query.js'
import { searchedProperties } from '../search/search-document.js'
import { type SearchedColumns, searchDocumentOfStored } from '../statement-record.js'
import type { Parameter, SqliteConnection } from './sqlite-connection.js'

/** For MATCH. */
export function keyQuery(keys: KeyExpression): string {
  return writeKeyQuery(keys, key => `"${key}"`)
}

/** A statement's search keys, under the statement's key. */
export function insertSearchKeys(db: SqliteConnection, rows: readonly (readonly Parameter[])[]): void {
  db.insert('search_key (rowid, keys)', rows)
}

/** Writes the search keys of the statements that are there. */
export function fillSearchKeys(db: SqliteConnection): void {
  for (let last = 0; ; ) {
    const rows = db.all<SearchedColumns & { key: number }>(namingStatements, last, JSON.stringify(searchedProperties))
    if (rows.length === 0) return
    last = rows.at(-1)?.key ?? last
    const documents = rows.flatMap(row => {
      const document = searchDocumentOfStored(row)
      return document === undefined ? [] : [[row.key, document]]
    })
    insertSearchKeys(db, documents)
  }
}

const namingStatements = `
  SELECT key, subject, property, content FROM statement
  WHERE key > ?1 AND property IN (SELECT value FROM json_each(?2))
  ORDER BY key LIMIT 1000`
