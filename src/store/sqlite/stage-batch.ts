import type { ConflictContent } from '../../model/conflict.js'
import type { Source } from '../../model/source.js'
import { groupBy } from '../group-queries.js'
import {
  changeVersions,
  type Standings,
  sortedKeys,
  subjectsByDataset,
  toVersions,
  type VersionChange,
  type VersionRow,
} from '../statement-version.js'
import type { Batch } from '../store.js'
import { fromStored, toStored } from '../stored-text.js'
import type { EncodedBatch, EncodedStatement } from './encoded-batch.js'
import { insertSearchKeys } from './search-key-table.js'
import type { Parameter, SqliteConnection } from './sqlite-connection.js'
import { isStatement, listOfStatements, newStatement } from './statement-row.js'

/** Adds a batch to the staged revision `revision`, in the transaction that is open. */
export function stageBatch(db: SqliteConnection, batch: EncodedBatch, revision: number): void {
  new BatchStage(db).stageBatch(batch, revision)
}

class BatchStage {
  constructor(readonly db: SqliteConnection) {}

  stageBatch(batch: EncodedBatch, revision: number): void {
    for (const source of batch.sources ?? []) this.#stageSource(source, revision)
    for (const edition of batch.editions ?? []) this.#stageEdition(edition, revision)
    for (const [type, entities] of groupBy(batch.entities ?? [], entity => entity.type))
      this.db.insertAlike(
        'entity (id, type, recorded)',
        entities.map(({ id }) => toStored(id)),
        [toStored(type), revision],
        'ON CONFLICT DO NOTHING',
      )
    this.#stageStatements(batch, revision)
    for (const conflict of batch.conflictsOpened ?? []) this.#openConflict(conflict, revision)
    for (const id of batch.conflictsClosed ?? []) this.#closeConflict(id, revision)
  }

  #stageSource(source: Source, revision: number): void {
    const id = toStored(source.id)
    const content = JSON.stringify(source, sortedKeys)
    const published = this.db.get<{ content: string }>(publishedVersion('source'), id, revision)
    this.db.run('DELETE FROM source WHERE id = ? AND recorded = ?', id, revision)
    if (published?.content === content) return
    this.db.run('INSERT INTO source (id, recorded, content) VALUES (?, ?, ?)', id, revision, content)
  }

  #stageEdition({ text, ...edition }: StagedEdition, revision: number): void {
    const id = toStored(edition.id)
    const content = JSON.stringify(edition, sortedKeys)
    const encodedText = text === undefined ? null : JSON.stringify(text)
    const published = this.db.get<{ content: string; text: string | null }>(publishedVersion('edition'), id, revision)
    this.db.run('DELETE FROM edition WHERE id = ? AND recorded = ?', id, revision)
    if (published?.content === content && published.text === encodedText) return
    this.db.run(
      'INSERT INTO edition (id, recorded, source, content, text) VALUES (?, ?, ?, ?, ?)',
      id,
      revision,
      toStored(edition.source),
      content,
      encodedText,
    )
  }

  #stageStatements(batch: EncodedBatch, revision: number): void {
    const { statements, vouches = [], withdrawals = [] } = batch
    const known = this.#knownStatements([
      ...new Set([
        ...statements.map(({ id }) => id),
        ...vouches.map(vouch => vouch.statement),
        ...withdrawals.map(end => end.statement),
      ]),
    ])
    const standings = this.#standings(known, revision)
    this.#addStatements(statements, known)
    for (const id of known.keys()) if (!standings.has(id)) standings.set(id, {})
    for (const [dataset, subjects] of subjectsByDataset(vouches)) this.#noteSubjects(dataset, subjects, revision)
    const staged = changeVersions(batch, standings, revision).flatMap(change =>
      this.#setStanding(known.get(change.id) as number, change, revision),
    )
    for (const same of groupBy(staged, standingText).values()) this.#addStatementVersions(same, revision)
  }

  /** Standings that differ in nothing but the statement. */
  #addStatementVersions(standings: readonly StagedVersion[], revision: number): void {
    const [{ since, rank, confidence, vouches }] = standings as [StagedVersion]
    this.db.insertAlike(
      'standing (statement, recorded, since, rank, confidence, vouches)',
      standings.map(({ key }) => key),
      [revision, since, rank, confidence, vouches],
      'ON CONFLICT DO UPDATE SET rank = excluded.rank, confidence = excluded.confidence, vouches = excluded.vouches',
    )
  }

  /** The keys of the statements that are there, by id. */
  #knownStatements(ids: readonly string[]): Map<string, number> {
    const rows = this.db.all<{ id: string; key: number }>(
      `SELECT s.id, s.key FROM json_each(?) a CROSS JOIN statement s ON ${isStatement}`,
      listOfStatements(ids),
    )
    return new Map(rows.map(({ id, key }) => [fromStored(id), key]))
  }

  #addStatements(statements: readonly EncodedStatement[], known: Map<string, number>): void {
    let key = this.db.get<{ last: number }>('SELECT coalesce(max(key), 0) AS last FROM statement')?.last ?? 0
    const rows: Parameter[][] = []
    const documents: Parameter[][] = []
    for (const { id, row, document } of statements) {
      if (known.has(id)) continue
      key += 1
      rows.push([key, ...row])
      if (document !== undefined) documents.push([key, document])
      known.set(id, key)
    }
    this.db.insert(newStatement, rows)
    insertSearchKeys(this.db, documents)
  }

  /** The versions of each statement that are open, end in the staged revision or begin in it. */
  #standings(known: ReadonlyMap<string, number>, revision: number): Map<string, Standings> {
    const rows = this.db.all<VersionRow & { statement: number }>(
      `SELECT t.statement, t.recorded, t.retracted, t.since, t.vouches
       FROM json_each(?1) a CROSS JOIN standing t ON t.statement = a.value
       WHERE t.retracted IS NULL OR t.retracted = ?2 OR t.recorded = ?2`,
      JSON.stringify([...known.values()]),
      revision,
    )
    const found = groupBy(rows, row => row.statement)
    return new Map([...known].map(([id, key]) => [id, toVersions(found.get(key) ?? [], revision)]))
  }

  /** Makes the change to the rows that are there; gives the row that is still to be written, if there is to be one. */
  #setStanding(key: number, { staged, hasStaged, base, isUnsaid }: VersionChange, revision: number): StagedVersion[] {
    if (!staged && hasStaged) this.db.run('DELETE FROM standing WHERE statement = ? AND recorded = ?', key, revision)
    if (base)
      this.db.run(
        'UPDATE standing SET retracted = ? WHERE statement = ? AND recorded = ?',
        base.ends ? revision : null,
        key,
        base.recorded,
      )
    if (isUnsaid) {
      const dropped = this.db.run(
        'DELETE FROM statement WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM standing WHERE statement = ?1)',
        key,
      )
      if (dropped > 0) this.db.run('DELETE FROM search_key WHERE rowid = ?', key)
    }
    return staged ? [{ key, ...staged }] : []
  }

  #noteSubjects(dataset: string, subjects: readonly string[], revision: number): void {
    this.db.insertAlike(
      'vouched (subject, dataset, recorded)',
      subjects,
      [toStored(dataset), revision],
      'ON CONFLICT DO NOTHING',
    )
  }

  #openConflict(conflict: ConflictContent, revision: number): void {
    const { id, kind, subjects, property, statements } = conflict
    let key = this.#conflictKey(id)
    if (key === undefined) {
      this.db.run(
        'INSERT INTO conflict (id, kind, property, content) VALUES (?, ?, ?, ?)',
        toStored(id),
        kind,
        toStored(property),
        JSON.stringify({ id, kind, subjects, property, statements } satisfies ConflictContent),
      )
      key = this.#conflictKey(id) as number
      for (const subject of subjects) {
        this.db.run(
          'INSERT INTO conflict_subject (subject, conflict) VALUES (?, ?) ON CONFLICT DO NOTHING',
          toStored(subject),
          key,
        )
      }
    }
    const reopened = this.db.run(
      'UPDATE conflict_life SET closed = NULL WHERE conflict = ? AND closed = ?',
      key,
      revision,
    )
    if (reopened > 0) return
    this.db.run(
      `INSERT INTO conflict_life (conflict, opened, closed)
       SELECT ?1, ?2, NULL WHERE NOT EXISTS (SELECT 1 FROM conflict_life WHERE conflict = ?1 AND closed IS NULL)`,
      key,
      revision,
    )
  }

  #closeConflict(id: string, revision: number): void {
    const key = this.#conflictKey(id)
    if (key === undefined) return
    this.db.run('DELETE FROM conflict_life WHERE conflict = ? AND opened = ?', key, revision)
    this.db.run('UPDATE conflict_life SET closed = ? WHERE conflict = ? AND closed IS NULL', revision, key)
    if (this.db.get('SELECT 1 FROM conflict_life WHERE conflict = ?', key) !== undefined) return
    this.db.run('DELETE FROM conflict_subject WHERE conflict = ?', key)
    this.db.run('DELETE FROM conflict WHERE key = ?', key)
  }

  #conflictKey(id: string): number | undefined {
    return this.db.get<{ key: number }>('SELECT key FROM conflict WHERE id = ?', toStored(id))?.key
  }
}

type StagedEdition = NonNullable<Batch['editions']>[number]

const publishedVersion = (table: 'source' | 'edition') =>
  `SELECT * FROM ${table} WHERE id = ? AND recorded < ? ORDER BY recorded DESC LIMIT 1`

/** A version that the staged revision gets, with the statement's key. */
type StagedVersion = { readonly key: number } & NonNullable<VersionChange['staged']>

function standingText({ since, rank, confidence, vouches }: StagedVersion): string {
  return `${since} ${rank} ${confidence} ${vouches}`
}
