import type { ConflictContent } from '../../model/conflict.js'
import type { CurationAction } from '../../model/curation-action.js'
import { SuanliError } from '../../model/error.js'
import type { Revision } from '../../model/revision.js'
import type { Source } from '../../model/source.js'
import { changeOfAction } from '../action-change.js'
import { groupBy } from '../group-queries.js'
import type { CurrentAttestation } from '../statement-record.js'
import {
  changeVersion,
  currentAttestations,
  imported,
  type Place,
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
import { migrate } from './sqlite-migrate.js'
import { decodeRevision } from './sqlite-reader.js'
import { isStatement, listOfStatements, newStatement } from './statement-row.js'

/**
 * Changes a store through one connection. What is staged are rows with the number of the revision that is being made:
 * readers stop before it, so nothing has to be moved when it is published.
 *
 * A batch never records how it came about, only how the staged revision differs from the published one: a attestation that is
 * withdrawn and given again is no change. So batches can be repeated, and an import that changes nothing leaves no row.
 *
 * Batches are committed many together: their ids are hashes, so each of them writes a page of the index, and only what
 * shares a commit shares pages. A process that is killed loses those of the last seconds, and its import, taken up
 * again, finds what is missing. Until the commit only this connection sees them.
 */
export class SqliteWriter {
  /** Rows of the batches that are not committed yet. */
  #uncommitted = 0
  /** The turn of an import of which batches were lost that it was told are staged: it must not be published. */
  #lost: number | undefined

  constructor(readonly db: SqliteConnection) {
    // An import's commits are quick as long as the index of ids stays in memory; `shrink` gives it back.
    db.execute('PRAGMA cache_size = -131072')
  }

  prepare(): void {
    this.commit()
    migrate(this.db)
  }

  /** The connection, with all that was staged committed. */
  idle(): SqliteConnection {
    this.commit()
    return this.db
  }

  /** Takes the place, if it is still as `seen`; undefined where it changed hands since. */
  takePlace(datasets: readonly string[], holder: string, seen: Place | undefined): Place | undefined {
    this.commit()
    return this.db.transaction('IMMEDIATE', () => {
      if (readPlace(this.db)?.turn !== seen?.turn) return undefined
      if (seen) this.db.run('UPDATE staging SET holder = ?, turn = turn + 1', toStored(holder))
      else {
        this.db.run(
          `UPDATE staging SET revision = ?, datasets = ?, holder = ?, turn = turn + 1,
             first = (SELECT coalesce(max(key), 0) + 1 FROM statement)`,
          this.#newest().number + 1,
          JSON.stringify(datasets),
          toStored(holder),
        )
      }
      return readPlace(this.db)
    })
  }

  /** Adds a batch, whole or not at all, for who has the place at `turn`. */
  stage(revision: number, turn: number | undefined, batch: EncodedBatch): void {
    if (!this.db.isInTransaction) this.db.run('BEGIN IMMEDIATE')
    try {
      const place = this.#hold(revision, turn)
      this.#losing(place, () => this.db.nested(() => this.#stageBatch(batch, revision)))
      this.#uncommitted += 1 + batch.statements.length + (batch.vouches?.length ?? 0)
      if (this.#uncommitted >= rowsInCommit) this.commit()
    } catch (failure) {
      if (this.#uncommitted === 0 && this.db.isInTransaction) this.db.run('ROLLBACK')
      throw failure
    }
  }

  /** Makes what was staged so far seen by other connections, and safe from the end of this process. */
  commit(): void {
    if (!this.db.isInTransaction) return
    this.#losing(readPlace(this.db), () => {
      this.db.run('COMMIT')
      this.#uncommitted = 0
    })
  }

  /** Does what may fail in a way that undoes all that is not committed (a full disk), and remembers whose that was. */
  #losing(place: Place | undefined, work: () => void): void {
    try {
      work()
    } catch (failure) {
      if (this.#uncommitted > 0 && !this.db.isInTransaction) {
        this.#lost = place?.turn
        this.#uncommitted = 0
      }
      throw failure
    }
  }

  #stageBatch(batch: EncodedBatch, revision: number): void {
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

  /** Publishes at `at` (milliseconds since 1970). */
  publish(revision: number, turn: number | undefined, at: number, deed: CurationAction | undefined): Revision {
    this.commit()
    // What was staged before is in the same log, so one synchronised commit makes all of it durable.
    return this.#durably(() => {
      if (readPlace(this.db)?.revision !== revision) {
        // Published already, and the answer was lost.
        const row = this.db.get<{ number: number; at: number }>(
          'SELECT number, at FROM revision WHERE number = ?',
          revision,
        )
        return decodeRevision(row ?? this.#newest())
      }
      this.#hold(revision, turn)
      this.db.run(freePlace)
      return this.#hasStaged(revision) ? this.#addRevision(revision, at, deed) : decodeRevision(this.#newest())
    })
  }

  /** Makes a batch a revision of its own, at `at` (milliseconds since 1970). */
  apply(batch: EncodedBatch, deed: CurationAction, seen: number, at: number): Revision {
    this.commit()
    return this.#durably(() => {
      const place = readPlace(this.db)
      if (place) throw new SuanliError('IMPORT_RUNNING', imported(place))
      const newest = this.#newest().number
      if (newest !== seen) throw new SuanliError('REVISION_STALE', { seen, newest })
      this.#stageBatch(batch, newest + 1)
      return this.#addRevision(newest + 1, at, deed)
    })
  }

  #durably(work: () => Revision): Revision {
    this.db.execute('PRAGMA synchronous = FULL')
    try {
      return this.db.transaction('IMMEDIATE', work)
    } finally {
      this.db.execute('PRAGMA synchronous = NORMAL; PRAGMA shrink_memory')
    }
  }

  #addRevision(number: number, at: number, deed: CurationAction | undefined): Revision {
    // Always later than the one before, so that each can be asked for by its instant.
    const made = { number, at: Math.max(at, this.#newest().at + 1) }
    this.db.run('INSERT INTO revision (number, at) VALUES (?, ?)', made.number, made.at)
    if (deed) {
      const change = changeOfAction(deed)
      this.db.run(
        'INSERT INTO deed (revision, kind, id, content) VALUES (?, ?, ?, ?)',
        number,
        change?.kind ?? null,
        change ? toStored(change.id) : null,
        JSON.stringify(deed),
      )
    }
    return decodeRevision(made)
  }

  /** Gives the place to `holder` to undo what was staged, if it is still as `seen`; the new turn, or undefined where it changed hands since. */
  beginAbandon(seen: Place, holder: string): number | undefined {
    // Batches that are not committed need not be: on a full disk they could not.
    if (this.db.isInTransaction) this.db.run('ROLLBACK')
    this.#uncommitted = 0
    return this.db.transaction('IMMEDIATE', () => {
      if (readPlace(this.db)?.turn !== seen.turn) return undefined
      this.db.run('UPDATE staging SET holder = ?, turn = turn + 1', toStored(holder))
      return readPlace(this.db)?.turn
    })
  }

  /**
   * Undoes a part; true once nothing is left and the place is free. Each part leaves the staged revision consistent, so
   * that an interrupted abandonment can be taken up by another, or by the import itself.
   */
  abandonPart(revision: number, turn: number): boolean {
    return this.db.transaction('IMMEDIATE', () => {
      const place = readPlace(this.db)
      if (place?.turn !== turn) throw new SuanliError('IMPORT_RUNNING', imported(place))
      for (const undo of undoings) if (this.db.run(undo, revision) > 0) return false
      this.db.run(freePlace)
      return true
    })
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

  /** The caller's place; throws where it is no longer the caller's. */
  #hold(revision: number, turn: number | undefined): Place {
    const place = readPlace(this.db)
    if (place?.revision === revision && (turn === undefined || place.turn === turn)) {
      if (place.turn !== this.#lost) return place
      throw this.#unavailable('a part of this import could not be written: run it again.')
    }
    if (place) throw new SuanliError('IMPORT_RUNNING', imported(place))
    throw this.#unavailable('this import was ended by another process: run it again.')
  }

  #unavailable(reason: string): SuanliError {
    return new SuanliError('STORE_UNAVAILABLE', { store: this.db.store, reason })
  }

  #hasStaged(revision: number): boolean {
    return this.db.get(hasStaged, revision) !== undefined
  }

  #newest(): { number: number; at: number } {
    const row = this.db.get<{ number: number; at: number }>(
      'SELECT number, at FROM revision ORDER BY number DESC LIMIT 1',
    )
    return row ?? { number: 0, at: 0 }
  }
}

type StagedEdition = NonNullable<Batch['editions']>[number]

const publishedVersion = (table: 'source' | 'edition') =>
  `SELECT * FROM ${table} WHERE id = ? AND recorded < ? ORDER BY recorded DESC LIMIT 1`

/** Who has the staging place; undefined where it is free. */
export function readPlace(db: SqliteConnection): Place | undefined {
  const row = db.get<{ revision: number | null; datasets: string; holder: string; turn: number }>(
    'SELECT revision, datasets, holder, turn FROM staging',
  )
  if (!row || row.revision === null) return undefined
  return {
    revision: row.revision,
    datasets: JSON.parse(row.datasets) as string[],
    holder: fromStored(row.holder),
    turn: row.turn,
  }
}

/** Measured: 5 million statements are staged at an even pace from here on. */
const rowsInCommit = 150_000

const freePlace = 'UPDATE staging SET revision = NULL'

const hasStaged = `
  SELECT 1 AS found WHERE
    EXISTS (SELECT 1 FROM standing WHERE recorded = ?1) OR EXISTS (SELECT 1 FROM standing WHERE retracted = ?1)
    OR EXISTS (SELECT 1 FROM source WHERE recorded = ?1) OR EXISTS (SELECT 1 FROM edition WHERE recorded = ?1)
    OR EXISTS (SELECT 1 FROM entity WHERE recorded = ?1)
    OR EXISTS (SELECT 1 FROM conflict_life WHERE opened = ?1) OR EXISTS (SELECT 1 FROM conflict_life WHERE closed = ?1)`

const partRows = 5_000

/** In this order: what was added goes before what was ended comes back, or a statement would stand twice in between. */
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
