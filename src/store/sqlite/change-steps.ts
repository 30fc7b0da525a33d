import type { ActionColumns, ChangeSteps } from '../change-engine.js'
import type { ImportLock } from '../import-lock.js'
import type { RevisionRow } from '../read-engine.js'
import { fromStored, toStored } from '../stored-text.js'
import type { EncodedBatch } from './encoded-batch.js'
import type { SqliteConnection } from './sqlite-connection.js'
import { stageBatch } from './stage-batch.js'

/** The steps of a change, in the open transaction. SQLite has one writer, so no other process changes the lock row meanwhile. */
export class SqliteSteps implements ChangeSteps<EncodedBatch> {
  constructor(readonly db: SqliteConnection) {}

  get store(): string {
    return this.db.store
  }

  readLock(): ImportLock | undefined {
    return readLock(this.db)
  }

  giveLock(owner: string, _claim: string, begun?: Pick<ImportLock, 'revision' | 'datasets'>): void {
    if (!begun) this.db.run('UPDATE staging SET holder = ?, turn = turn + 1', toStored(owner))
    else this.db.run(beginStaging, begun.revision, JSON.stringify(begun.datasets), toStored(owner))
  }

  freeLock(): void {
    this.db.run('UPDATE staging SET revision = NULL')
  }

  newestRevision(): RevisionRow | undefined {
    return this.db.get('SELECT number, at FROM revision ORDER BY number DESC LIMIT 1')
  }

  revision(number: number): RevisionRow | undefined {
    return this.db.get('SELECT number, at FROM revision WHERE number = ?', number)
  }

  addRevision({ number, at }: RevisionRow, action: ActionColumns | undefined): void {
    this.db.run('INSERT INTO revision (number, at) VALUES (?, ?)', number, at)
    if (!action) return
    const { revision, kind, id, content } = action
    this.db.run('INSERT INTO deed (revision, kind, id, content) VALUES (?, ?, ?, ?)', revision, kind, id, content)
  }

  stageBatch(batch: EncodedBatch, revision: number): void {
    stageBatch(this.db, batch, revision)
  }

  hasStaged(revision: number): boolean {
    return this.db.get(hasStaged, revision) !== undefined
  }

  undoPart(revision: number): boolean {
    return undoings.some(undo => this.db.run(undo, revision) > 0)
  }
}

/** Who has the import lock; undefined when it is free. */
export function readLock(db: SqliteConnection): ImportLock | undefined {
  const row = db.get<{ revision: number | null; datasets: string; holder: string; turn: number }>(
    'SELECT revision, datasets, holder, turn FROM staging',
  )
  if (!row || row.revision === null) return undefined
  return {
    revision: row.revision,
    datasets: JSON.parse(row.datasets) as string[],
    owner: fromStored(row.holder),
    token: row.turn,
  }
}

const beginStaging = `
  UPDATE staging SET revision = ?, datasets = ?, holder = ?, turn = turn + 1,
    first = (SELECT coalesce(max(key), 0) + 1 FROM statement)`

const hasStaged = `
  SELECT 1 AS found WHERE
    EXISTS (SELECT 1 FROM standing WHERE recorded = ?1) OR EXISTS (SELECT 1 FROM standing WHERE retracted = ?1)
    OR EXISTS (SELECT 1 FROM source WHERE recorded = ?1) OR EXISTS (SELECT 1 FROM edition WHERE recorded = ?1)
    OR EXISTS (SELECT 1 FROM entity WHERE recorded = ?1)
    OR EXISTS (SELECT 1 FROM conflict_life WHERE opened = ?1) OR EXISTS (SELECT 1 FROM conflict_life WHERE closed = ?1)`

const partRows = 5_000

/** In this order: what was added goes before what was ended comes back, or a statement would have two versions in between. */
const undoings: readonly string[] = [
  `DELETE FROM standing WHERE recorded = ?1
   AND statement IN (SELECT statement FROM standing WHERE recorded = ?1 LIMIT ${partRows})`,
  `UPDATE standing SET retracted = NULL WHERE retracted = ?1
   AND statement IN (SELECT statement FROM standing WHERE retracted = ?1 LIMIT ${partRows})`,
  `DELETE FROM search_key WHERE rowid IN (
     SELECT rowid FROM search_key WHERE rowid >= (SELECT first FROM staging WHERE revision = ?1) LIMIT ${partRows}
   )`,
  `DELETE FROM statement WHERE key IN (
     SELECT key FROM statement WHERE key >= (SELECT first FROM staging WHERE revision = ?1) LIMIT ${partRows}
   )`,
  `DELETE FROM vouched WHERE (dataset, subject) IN (SELECT dataset, subject FROM vouched WHERE recorded = ?1 LIMIT ${partRows})`,
  `DELETE FROM entity WHERE id IN (SELECT id FROM entity WHERE recorded = ?1 LIMIT ${partRows})`,
  'DELETE FROM source WHERE recorded = ?1',
  'DELETE FROM edition WHERE recorded = ?1',
  'DELETE FROM conflict_life WHERE opened = ?1',
  'UPDATE conflict_life SET closed = NULL WHERE closed = ?1',
  `DELETE FROM conflict_subject WHERE ?1 > 0
   AND NOT EXISTS (SELECT 1 FROM conflict_life l WHERE l.conflict = conflict_subject.conflict)`,
  `DELETE FROM conflict WHERE ?1 > 0 AND NOT EXISTS (SELECT 1 FROM conflict_life l WHERE l.conflict = conflict.key)`,
]
