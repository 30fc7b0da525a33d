import { searchDocumentOf } from '../search/search-document.js'
import type { Batch } from '../store.js'
import type { Parameter } from './sqlite-connection.js'
import { toStatementRow } from './statement-row.js'

/**
 * A batch as the writing thread takes it. Its statements are rows already: so the thread that plans an import does a part
 * of the work, and a row is sent between threads in less time than a statement.
 */
export interface EncodedBatch extends Omit<Batch, 'statements'> {
  readonly statements: readonly EncodedStatement[]
}

export interface EncodedStatement {
  readonly id: string
  /** Its columns, without the key. */
  readonly row: readonly Parameter[]
  /** Its search keys, where it has any. */
  readonly document: string | undefined
}

export function encodeBatch({ statements = [], ...others }: Batch): EncodedBatch {
  return {
    ...others,
    statements: statements.map(statement => ({
      id: statement.id,
      row: toStatementRow(statement),
      document: searchDocumentOf(statement),
    })),
  }
}
