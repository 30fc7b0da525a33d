import { randomUUID } from 'node:crypto'
import type { CurationAction } from '../model/curation-action.js'
import { SuanliError } from '../model/error.js'
import type { Revision } from '../model/revision.js'
import { changeOfAction } from './action-change.js'
import { decodeRevision, nothing } from './group-queries.js'
import { type ImportLock, lockFields } from './import-lock.js'
import type { Awaitable, RevisionRow } from './read-engine.js'
import { toStored } from './stored-text.js'

/** The steps of a transaction that changes a store. Each engine implements them. `EngineBatch`: a batch in the engine's form. */
export interface ChangeSteps<EngineBatch> {
  /** The store's description, for errors. */
  readonly store: string
  /** Reads the lock. No other transaction changes the lock before this one ends. */
  readLock(): Awaitable<Claimed<ImportLock> | undefined>
  /** Gives the lock to `owner` with a new token: for the import that has the lock or, with `begun`, for a new import. */
  giveLock(owner: string, claim: string, begun?: Pick<ImportLock, 'revision' | 'datasets'>): Awaitable<void>
  freeLock(): Awaitable<void>
  newestRevision(): Awaitable<RevisionRow | undefined>
  revision(number: number): Awaitable<Claimed<RevisionRow> | undefined>
  addRevision(revision: Claimed<RevisionRow>, action: ActionColumns | undefined): Awaitable<void>
  stageBatch(batch: EngineBatch, revision: number): Awaitable<void>
  hasStaged(revision: number): Awaitable<boolean>
  /** Undoes a part of the staged revision; false if nothing was left. The staged revision is consistent after each part. */
  undoPart(revision: number): Awaitable<boolean>
}

/**
 * A row that a transaction wrote, with the transaction's claim. A driver repeats a transaction if the answer to its commit
 * was lost; the repeated transaction recognises its own work by the claim. SQLite always answers a commit, so it keeps no
 * claims.
 */
export type Claimed<Row> = Row & { readonly claim?: string | null | undefined }

/** A curation action as engines store it. */
export interface ActionColumns {
  readonly revision: number
  readonly kind: string | null
  readonly id: string | null
  readonly content: string
}

/** Changes a store by the steps of an engine: each call is one transaction. `at` is in milliseconds since 1970. */
export abstract class ChangeEngine<EngineBatch> {
  /** Runs work in a transaction. With `isPublishing`, the commit must survive a power failure. */
  protected abstract change<Result>(
    work: (steps: ChangeSteps<EngineBatch>) => Promise<Result>,
    isPublishing?: boolean,
  ): Promise<Result>

  /** Takes the lock if it is still as `seen`; undefined if another process took it since. */
  takeLock(datasets: readonly string[], owner: string, seen: ImportLock | undefined): Promise<ImportLock | undefined> {
    const claim = randomUUID()
    return this.change(async steps => {
      const now = await steps.readLock()
      if (now?.token !== seen?.token) return now?.claim === claim ? now : undefined
      const begun = seen ? undefined : { revision: ((await steps.newestRevision())?.number ?? 0) + 1, datasets }
      await steps.giveLock(owner, claim, begun)
      return await steps.readLock()
    })
  }

  /** Adds a whole batch or none of it, for the import that holds the lock with this token. */
  stage(revision: number, token: number | undefined, batch: EngineBatch): Promise<void> {
    return this.change(async steps => {
      await this.hold(steps, revision, token)
      await steps.stageBatch(batch, revision)
    })
  }

  /** Publishes the staged revision and frees the lock. */
  publish(
    revision: number,
    token: number | undefined,
    at: number,
    action: CurationAction | undefined,
  ): Promise<Revision> {
    return this.change(async steps => {
      // The revision is published already, and the answer was lost.
      if ((await steps.readLock())?.revision !== revision)
        return toRevision((await steps.revision(revision)) ?? (await steps.newestRevision()))
      await this.hold(steps, revision, token)
      await steps.freeLock()
      if (!(await steps.hasStaged(revision))) return toRevision(await steps.newestRevision())
      return await addRevision(steps, revision, at, action)
    }, true)
  }

  /** Makes a batch a revision of its own. */
  apply(batch: EngineBatch, action: CurationAction, seen: number, at: number): Promise<Revision> {
    const claim = randomUUID()
    return this.change(async steps => {
      const lock = await steps.readLock()
      const newest = (await steps.newestRevision())?.number ?? 0
      const made = newest > seen ? await steps.revision(seen + 1) : undefined
      if (made?.claim === claim) return decodeRevision(made)
      if (lock) throw new SuanliError('IMPORT_RUNNING', lockFields(lock))
      if (newest !== seen) throw new SuanliError('REVISION_STALE', { seen, newest })
      await steps.stageBatch(batch, seen + 1)
      return await addRevision(steps, seen + 1, at, action, claim)
    }, true)
  }

  /** Gives the lock to `owner`, who undoes the staged revision, if the lock is still as `seen`. Returns the new token, or undefined. */
  async beginAbandon(seen: ImportLock, owner: string): Promise<number | undefined> {
    return (await this.takeLock(seen.datasets, owner, seen))?.token
  }

  /** Undoes a part; true if nothing is left and the lock is free. Another process can continue an interrupted undoing. */
  abandonPart(revision: number, token: number): Promise<boolean> {
    return this.change(async steps => {
      const lock = await steps.readLock()
      // Undone already, here or by another process.
      if (!lock) return true
      if (lock.token !== token) throw new SuanliError('IMPORT_RUNNING', lockFields(lock))
      if (await steps.undoPart(revision)) return false
      await steps.freeLock()
      return true
    })
  }

  /** The caller's lock. Throws if the caller no longer holds it. */
  protected async hold(
    steps: ChangeSteps<EngineBatch>,
    revision: number,
    token: number | undefined,
  ): Promise<ImportLock> {
    const lock = await steps.readLock()
    if (lock?.revision === revision && (token === undefined || lock.token === token)) return lock
    if (lock) throw new SuanliError('IMPORT_RUNNING', lockFields(lock))
    const reason = 'this import was ended by another process: run it again.'
    throw new SuanliError('STORE_UNAVAILABLE', { store: steps.store, reason })
  }
}

/** The instant is always later than that of the revision before, so that an instant identifies a revision. */
async function addRevision(
  steps: ChangeSteps<never>,
  number: number,
  at: number,
  action: CurationAction | undefined,
  claim?: string,
): Promise<Revision> {
  const row = { number, claim, at: Math.max(at, ((await steps.newestRevision())?.at ?? 0) + 1) }
  const change = action && changeOfAction(action)
  const id = change ? toStored(change.id) : null
  await steps.addRevision(
    row,
    action && { revision: number, kind: change?.kind ?? null, id, content: JSON.stringify(action) },
  )
  return decodeRevision(row)
}

function toRevision(row: RevisionRow | undefined): Revision {
  return row ? decodeRevision(row) : nothing
}
