import { randomUUID } from 'node:crypto'
import type { CurationAction } from '../model/curation-action.js'
import { SuanliError } from '../model/error.js'
import type { Revision } from '../model/revision.js'
import { changeOfAction } from './action-change.js'
import { decodeRevision, nothing } from './group-queries.js'
import { type ImportLock, lockFields } from './import-lock.js'
import type { Awaitable, RevisionRow } from './read-engine.js'
import { toStored } from './stored-text.js'

/** The steps of a transaction that changes a store, as an engine does them. `EngineBatch`: a batch as the engine takes it. */
export interface ChangeSteps<EngineBatch> {
  /** The store's description, for errors. */
  readonly store: string
  /** Reads the lock; no other transaction changes it before this one ends. */
  readLock(): Awaitable<Claimed<ImportLock> | undefined>
  /** Gives the lock to `owner` with another token: for the import that has it or, with `begun`, for a new one. */
  giveLock(owner: string, claim: string, begun?: Pick<ImportLock, 'revision' | 'datasets'>): Awaitable<void>
  freeLock(): Awaitable<void>
  newestRevision(): Awaitable<RevisionRow | undefined>
  revision(number: number): Awaitable<Claimed<RevisionRow> | undefined>
  addRevision(revision: Claimed<RevisionRow>, deed: DeedColumns | undefined): Awaitable<void>
  stageBatch(batch: EngineBatch, revision: number): Awaitable<void>
  hasStaged(revision: number): Awaitable<boolean>
  /** Undoes a part of what was staged; false when nothing was left. Each part leaves the staged revision consistent. */
  undoPart(revision: number): Awaitable<boolean>
}

/**
 * What a transaction made, with its claim. A driver repeats a transaction when the answer to its commit was lost: by the
 * claim, the transaction knows its own work again. An engine whose commits are always answered keeps no claims.
 */
export type Claimed<Row> = Row & { readonly claim?: string | null | undefined }

/** A curation action as engines hold it. */
export interface DeedColumns {
  readonly revision: number
  readonly kind: string | null
  readonly id: string | null
  readonly content: string
}

/** Changes a store by the steps of an engine: each call is one transaction. `at` is in milliseconds since 1970. */
export abstract class ChangeEngine<EngineBatch> {
  /** Runs work in a transaction; what `isPublishing` commits must outlast a loss of power. */
  protected abstract change<Result>(
    work: (steps: ChangeSteps<EngineBatch>) => Promise<Result>,
    isPublishing?: boolean,
  ): Promise<Result>

  /** Takes the lock if it is still as `seen`; undefined when it changed hands since. */
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

  /** Adds a batch, whole or not at all, for the import that has the lock with this token. */
  stage(revision: number, token: number | undefined, batch: EngineBatch): Promise<void> {
    return this.change(async steps => {
      await this.hold(steps, revision, token)
      await steps.stageBatch(batch, revision)
    })
  }

  /** Publishes what was staged and frees the lock. */
  publish(
    revision: number,
    token: number | undefined,
    at: number,
    deed: CurationAction | undefined,
  ): Promise<Revision> {
    return this.change(async steps => {
      // Published already, and the answer was lost.
      if ((await steps.readLock())?.revision !== revision)
        return toRevision((await steps.revision(revision)) ?? (await steps.newestRevision()))
      await this.hold(steps, revision, token)
      await steps.freeLock()
      if (!(await steps.hasStaged(revision))) return toRevision(await steps.newestRevision())
      return await addRevision(steps, revision, at, deed)
    }, true)
  }

  /** Makes a batch a revision of its own. */
  apply(batch: EngineBatch, deed: CurationAction, seen: number, at: number): Promise<Revision> {
    const claim = randomUUID()
    return this.change(async steps => {
      const lock = await steps.readLock()
      const newest = (await steps.newestRevision())?.number ?? 0
      const made = newest > seen ? await steps.revision(seen + 1) : undefined
      if (made?.claim === claim) return decodeRevision(made)
      if (lock) throw new SuanliError('IMPORT_RUNNING', lockFields(lock))
      if (newest !== seen) throw new SuanliError('REVISION_STALE', { seen, newest })
      await steps.stageBatch(batch, seen + 1)
      return await addRevision(steps, seen + 1, at, deed, claim)
    }, true)
  }

  /** Gives the lock to `owner` to undo what was staged, if it is still as `seen`; the new token, or undefined. */
  async beginAbandon(seen: ImportLock, owner: string): Promise<number | undefined> {
    return (await this.takeLock(seen.datasets, owner, seen))?.token
  }

  /** Undoes a part; true when nothing is left and the lock is free. So another process can go on with an interrupted undoing. */
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

  /** The caller's lock. Throws when the caller has it no longer. */
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

/** The instant is always later than the revision before, so that each revision can be asked for by its instant. */
async function addRevision(
  steps: ChangeSteps<never>,
  number: number,
  at: number,
  deed: CurationAction | undefined,
  claim?: string,
): Promise<Revision> {
  const row = { number, claim, at: Math.max(at, ((await steps.newestRevision())?.at ?? 0) + 1) }
  const change = deed && changeOfAction(deed)
  const id = change ? toStored(change.id) : null
  await steps.addRevision(
    row,
    deed && { revision: number, kind: change?.kind ?? null, id, content: JSON.stringify(deed) },
  )
  return decodeRevision(row)
}

function toRevision(row: RevisionRow | undefined): Revision {
  return row ? decodeRevision(row) : nothing
}
