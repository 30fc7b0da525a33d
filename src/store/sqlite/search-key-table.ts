import type { KeyExpression } from '../../names/key-expression.js'
import { writeKeyQuery } from '../search/key-query.js'
import { searchDocumentOf, searchedProperties } from '../search/search-document.js'
import type { StatementRest } from '../statement-record.js'
import { fromStored } from '../stored-text.js'
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
    const rows = db.all<NamingRow>(namingStatements, last, JSON.stringify(searchedProperties))
    if (rows.length === 0) return
    last = rows.at(-1)?.key ?? last
    const documents = rows.map(({ key, subject, property, content }) => {
      const { value } = JSON.parse(content) as StatementRest
      return [key, searchDocumentOf({ subject: fromStored(subject), property: fromStored(property), value })] as const
    })
    insertSearchKeys(
      db,
      documents.flatMap(([key, document]) => (document === undefined ? [] : [[key, document]])),
    )
  }
}

interface NamingRow {
  readonly key: number
  readonly subject: string
  readonly property: string
  readonly content: string
}

const namingStatements = `
  SELECT key, subject, property, content FROM statement
  WHERE key > ?1 AND property IN (SELECT value FROM json_each(?2))
  ORDER BY key LIMIT 1000`
