import Database from 'libsql'
import { batchesOf, type WorldSize } from '../world.js'

/** Rows a second of a prepared insert of the same statements, in transactions of a batch each, with one index. */
export async function insertBare(file: string, world: WorldSize): Promise<number> {
  const db = new Database(file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  db.exec(
    'CREATE TABLE fact (id TEXT PRIMARY KEY, subject TEXT, property TEXT, content TEXT); CREATE INDEX fact_subject ON fact (subject)',
  )
  const insert = db.prepare('INSERT INTO fact (id, subject, property, content) VALUES (?, ?, ?, ?)')
  const began = performance.now()
  let rows = 0
  for (const { statements = [] } of batchesOf(world)) {
    db.exec('BEGIN')
    for (const { id, subject, property, ...rest } of statements) insert.run(id, subject, property, JSON.stringify(rest))
    db.exec('COMMIT')
    rows += statements.length
  }
  const rate = rows / ((performance.now() - began) / 1000)
  db.close()
  return rate
}
