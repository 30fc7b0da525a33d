import { SuanliError } from '../../model/error.js'
import type { Revision } from '../../model/revision.js'
import { ChangeEngine } from '../change-engine.js'
import type { ImportLock } from '../import-lock.js'
import { SqliteSteps } from './change-steps.js'
import type { EncodedBatch } from './encoded-batch.js'
import { type EncodedRowChange, SqliteRows } from './rows/sqlite-rows.js'
import type { SqliteConnection } from './sqlite-connection.js'
import { migrate } from './sqlite-migrate.js'

/**
 * Changes a store through one connection. What is staged are rows with the number of the revision that is being made:
 * readers stop before it, so nothing has to be moved when it is published.
 *
 * A batch never records how it came about, only how the staged revision differs from the published one: an attestation that is
 * withdrawn and given again is no change. So batches can be repeated, and an import that changes nothing leaves no row.
 *
 * Batches are committed many together: their ids are hashes, so each of them writes a page of the index, and only what
 * shares a commit shares pages. A process that is killed loses those of the last seconds, and its import, taken up
 * again, finds what is missing. Until the commit only this connection sees them.
 */
export class SqliteWriter extends ChangeEngine<EncodedBatch> {
  /** Rows of the batches that are not committed yet. */
  #uncommitted = 0
  /** The token of an import that lost batches after `stage` had answered: that import must not be published. */
  #lost: number | undefined

  /** The next publication does not commit its transaction, in which its rows are written. */
  #leavesOpen = false
  /** The open transaction is a publication. */
  #isPublishing = false

  #keepsMuch = false

  readonly #steps: SqliteSteps

  constructor(readonly db: SqliteConnection) {
    super()
    this.#steps = new SqliteSteps(db)
    db.keepInMemory(keptMegabytes)
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

  /** Adds a batch, whole or not at all, for the import that has the lock with this token. */
  override async stage(revision: number, token: number | undefined, batch: EncodedBatch): Promise<void> {
    if (!this.db.isInTransaction) this.db.run('BEGIN IMMEDIATE')
    try {
      const lock = await this.hold(this.#steps, revision, token)
      this.#losing(lock, () => this.db.nested(() => this.#steps.stageBatch(batch, revision)))
      this.#uncommitted += 1 + batch.statements.length + (batch.vouches?.length ?? 0)
      if (this.#uncommitted >= rowsInCommit) this.commit()
    } catch (failure) {
      if (this.#uncommitted === 0 && this.db.isInTransaction) this.db.run('ROLLBACK')
      throw failure
    }
  }

  /** Makes what was staged so far, or what is being published, seen by other connections, and safe from the end of this process. */
  commit(): void {
    if (!this.db.isInTransaction) return
    try {
      this.#losing(this.#steps.readLock(), () => {
        this.db.run('COMMIT')
        this.#uncommitted = 0
      })
    } finally {
      this.#endPublishing()
    }
  }

  #afterPublishing(): void {
    this.db.execute('PRAGMA synchronous = NORMAL')
    // Rows are written in the order of their ids, which needs little.
    if (this.#keepsMuch) this.db.keepInMemory(keptMegabytes)
    this.#keepsMuch = false
  }

  #endPublishing(): void {
    if (!this.#isPublishing) return
    if (this.db.isInTransaction) this.db.run('ROLLBACK')
    this.#isPublishing = false
    this.#afterPublishing()
  }

  /**
   * Publishes, and leaves the transaction open: this connection reads the revision, no other one does. Every other call
   * of the writer commits it; a process that ends before drops it, and what was staged is there to be published again.
   */
  async beginPublication(...[call, ...given]: ['publish', ...Publishing] | ['apply', ...Applying]): Promise<Revision> {
    this.#leavesOpen = true
    try {
      return call === 'publish'
        ? await this.publish(...(given as Publishing))
        : await this.apply(...(given as Applying))
    } finally {
      this.#leavesOpen = false
    }
  }

  /** Commits the revision with its rows; without them if they cannot be written. Throws if the revision is lost. */
  async endPublication({ number, at }: Revision, rows: EncodedRowChange | undefined): Promise<void> {
    if (this.#isPublishing && rows) {
      try {
        this.db.nested(() => new SqliteRows(this.db).change(rows))
      } catch (failure) {
        if (!this.db.isInTransaction) {
          this.#endPublishing()
          throw failure
        }
      }
    }
    this.commit()
    // Another process may have published a revision with the number of a lost one. An empty import into an empty store makes none.
    if (number === 0 || this.#steps.revision(number)?.at === Date.parse(at)) return
    throw new SuanliError('STORE_UNAVAILABLE', {
      store: this.db.store,
      reason: 'the revision was not kept: try again.',
    })
  }

  /** Does what may fail in a way that undoes all that is not committed (a full disk), and remembers whose that was. */
  #losing(lock: ImportLock | undefined, work: () => void): void {
    try {
      work()
    } catch (failure) {
      if (this.#uncommitted > 0 && !this.db.isInTransaction) {
        this.#lost = lock?.token
        this.#uncommitted = 0
      }
      throw failure
    }
  }

  override takeLock(...given: Parameters<ChangeEngine<EncodedBatch>['takeLock']>): Promise<ImportLock | undefined> {
    // An import's commits are quick as long as the index of ids stays in memory; its publication gives it back.
    this.db.keepInMemory(keptWhileStaging)
    this.#keepsMuch = true
    return super.takeLock(...given)
  }

  override beginAbandon(seen: ImportLock, owner: string): Promise<number | undefined> {
    // Batches that are not committed need not be: on a full disk they could not.
    if (this.db.isInTransaction) this.db.run('ROLLBACK')
    this.#uncommitted = 0
    this.#endPublishing()
    return super.beginAbandon(seen, owner)
  }

  /** What was staged before is in the same log, so one synchronised commit makes all of it durable. */
  protected async change<Result>(work: (steps: SqliteSteps) => Promise<Result>, isPublishing = false): Promise<Result> {
    this.commit()
    if (isPublishing) this.db.execute('PRAGMA synchronous = FULL')
    if (isPublishing && this.#leavesOpen) return await this.#open(work)
    try {
      return await this.db.transactionOf('IMMEDIATE', () => work(this.#steps))
    } finally {
      if (isPublishing) this.#afterPublishing()
    }
  }

  async #open<Result>(work: (steps: SqliteSteps) => Promise<Result>): Promise<Result> {
    this.db.run('BEGIN IMMEDIATE')
    this.#isPublishing = true
    try {
      return await work(this.#steps)
    } catch (failure) {
      this.#endPublishing()
      throw failure
    }
  }

  /** Throws also when batches of the import were lost. */
  protected override async hold(steps: SqliteSteps, revision: number, token: number | undefined): Promise<ImportLock> {
    const lock = await super.hold(steps, revision, token)
    if (lock.token !== this.#lost) return lock
    const reason = 'a part of this import could not be written: run it again.'
    throw new SuanliError('STORE_UNAVAILABLE', { store: this.db.store, reason })
  }
}

type Publishing = Parameters<SqliteWriter['publish']>
type Applying = Parameters<SqliteWriter['apply']>

const keptMegabytes = 32
const keptWhileStaging = 128

/** Measured: 5 million statements are staged at an even pace from here on. */
const rowsInCommit = 150_000
