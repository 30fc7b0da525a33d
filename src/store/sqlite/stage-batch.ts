import type { ConflictContent } from '../../model/conflict.js'
import type { Source } from '../../model/source.js'
import { groupBy } from '../group-queries.js'
import type { CurrentAttestation } from '../statement-record.js'
import {
  changeVersion,
  currentAttestations,
  sortedKeys,
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
    this.#addStatements(statements, known)
    const standings = this.#standings(
      [...known.values()].filter(({ isNew }) => !isNew).map(({ key }) => key),
      revision,
    )
    const changed = new Map<KnownStatement, Map<string, CurrentAttestation>>()
    const changing = (statement: KnownStatement) => {
      const begun = changed.get(statement)
      if (begun) return begun
      const fresh = currentAttestations(toVersions(standings.get(statement.key) ?? [], revision), revision)
      changed.set(statement, fresh)
      return fresh
    }
    const subjectsOf = new Map<string, Set<string>>()
    for (const { statement, dataset, rank, confidence } of vouches) {
      const its = known.get(statement)
      if (!its) throw new Error(`A vouch for ${statement}, which is neither in the store nor in its batch.`)
      changing(its).set(dataset, { dataset, rank, confidence, recorded: revision })
      const subjects = subjectsOf.get(dataset) ?? new Set()
      subjectsOf.set(dataset, subjects.add(its.subject))
    }
    for (const [dataset, subjects] of subjectsOf) this.#noteSubjects(dataset, subjects, revision)
    for (const { statement, dataset } of withdrawals) {
      const its = known.get(statement)
      if (its) changing(its).delete(dataset)
    }
    const staged = [...changed].flatMap(([statement, given]) =>
      this.#setStanding(statement, given, standings.get(statement.key) ?? [], revision),
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

  #knownStatements(ids: readonly string[]): Map<string, KnownStatement> {
    const rows = this.db.all<{ id: string; key: number; subject: string }>(
      `SELECT s.id, s.key, s.subject FROM json_each(?) a CROSS JOIN statement s ON ${isStatement}`,
      listOfStatements(ids),
    )
    return new Map(rows.map(({ id, key, subject }) => [fromStored(id), { key, subject, isNew: false }]))
  }

  #addStatements(statements: readonly EncodedStatement[], known: Map<string, KnownStatement>): void {
    let key = this.db.get<{ last: number }>('SELECT coalesce(max(key), 0) AS last FROM statement')?.last ?? 0
    const rows: Parameter[][] = []
    const documents: Parameter[][] = []
    for (const { id, subject, row, document } of statements) {
      if (known.has(id)) continue
      key += 1
      rows.push([key, ...row])
      if (document !== undefined) documents.push([key, document])
      known.set(id, { key, subject, isNew: true })
    }
    this.db.insert(newStatement, rows)
    insertSearchKeys(this.db, documents)
  }

  /** Of each statement, the standings that are open, end in the staged revision or begin in it. */
  #standings(keys: readonly number[], revision: number): Map<number, VersionRow[]> {
    const found = new Map<number, VersionRow[]>()
    const rows = this.db.all<VersionRow & { statement: number }>(
      `SELECT t.statement, t.recorded, t.retracted, t.since, t.vouches
       FROM json_each(?1) a CROSS JOIN standing t ON t.statement = a.value
       WHERE t.retracted IS NULL OR t.retracted = ?2 OR t.recorded = ?2`,
      JSON.stringify(keys),
      revision,
    )
    for (const row of rows) found.set(row.statement, [...(found.get(row.statement) ?? []), row])
    return found
  }

  /** Makes `given` what the staged revision has of the statement; gives the row that is still to be written, if there is to be one. */
  #setStanding(
    { key }: KnownStatement,
    given: ReadonlyMap<string, CurrentAttestation>,
    rows: readonly VersionRow[],
    revision: number,
  ): StagedVersion[] {
    const { staged, hasStaged, base, isUnsaid } = changeVersion(toVersions(rows, revision), given, revision)
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

  #noteSubjects(dataset: string, subjects: Iterable<string>, revision: number): void {
    this.db.insertAlike(
      'vouched (subject, dataset, recorded)',
      [...subjects],
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

/** A standing that the staged revision is to have, by the statement's key. */
type StagedVersion = { readonly key: number } & NonNullable<VersionChange['staged']>

function standingText({ since, rank, confidence, vouches }: StagedVersion): string {
  return `${since} ${rank} ${confidence} ${vouches}`
}

/** A statement that a batch speaks of; its subject as stored. */
interface KnownStatement {
  readonly key: number
  readonly subject: string
  readonly isNew: boolean
}
