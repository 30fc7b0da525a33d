import { hash } from '../../names/hash-key.js'
import type { SqliteConnection } from './sqlite-connection.js'

/**
 * Checks which search keys the full-text index holds for each statement. The index stores no texts, and to ask for one
 * statement at a time costs as much as all statements that share a key. So the whole index is read once, in its own
 * order, and only a sum of hashes is kept for each statement: 8 bytes, whatever the names are.
 */
export class SearchKeySums {
  readonly #sums: Float64Array

  constructor(db: SqliteConnection) {
    const last = db.get<{ last: number }>('SELECT coalesce(max(key), 0) AS last FROM statement')?.last ?? 0
    this.#sums = new Float64Array(last + 1)
    db.execute(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_key_vocabulary USING fts5vocab('main', 'search_key', 'instance')",
    )
    let [term, number] = ['', 0]
    for (const row of db.iterate<{ term: string; doc: number }>('SELECT term, doc FROM temp.search_key_vocabulary')) {
      // Rows are sorted by term.
      if (row.term !== term) [term, number] = [row.term, numberOf(row.term)]
      // Rows of a statement that is not there are counted elsewhere.
      if (row.doc <= last) this.#sums[row.doc] = (this.#sums[row.doc] ?? 0) + number
    }
  }

  /** Whether the index finds the statement by each of these keys and by no others. */
  isFoundBy(statement: number, keys: readonly string[]): boolean {
    const expected = [...new Set(keys)].reduce((sum, key) => sum + numberOf(key), 0)
    return this.#sums[statement] === expected
  }
}

/** 32 bits, so that the sum of a million is exact. */
function numberOf(key: string): number {
  return Number.parseInt(hash(key).slice(-6), 36) + 1
}
