import type { CurationAction } from '../../model/curation-action.js'
import { SuanliError } from '../../model/error.js'
import type { Revision } from '../../model/revision.js'
import { changeOfAction } from '../action-change.js'
import { decodeRevision } from '../group-queries.js'
import { imported, type Place } from '../statement-version.js'
import { fromStored, toStored } from '../stored-text.js'
import type { EncodedBatch } from './encoded-batch.js'
import type { SqliteConnection } from './sqlite-connection.js'
import { migrate } from './sqlite-migrate.js'
import { stageBatch } from './stage-batch.js'

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
      this.#losing(place, () => this.db.nested(() => stageBatch(this.db, batch, revision)))
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
      stageBatch(this.db, batch, newest + 1)
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
