import { SuanliError } from '../model/error.js'
import { isUndone, ownerOfAbandonment, processOf } from '../model/import-owner.js'
import type { ImportState, StagedImport } from './store.js'

/** Who may import now: one import at a time, over all processes that use the store. */
export interface ImportLock {
  readonly revision: number
  /** Sorted, each once. */
  readonly datasets: readonly string[]
  /** The process that imports, `host:pid`, marked if any process may undo the import once that process has ended; empty when the import was given up, so that any process may finish or undo it. */
  readonly owner: string
  /** Fencing token: grows whenever the lock changes hands, so that a process which lost the lock can tell. */
  readonly token: number
}

/** What an engine does with its lock row: each call is one transaction. */
export interface LockEngine {
  readLock(): Promise<ImportLock | undefined>
  /** Takes the lock if the row is still as `seen`; undefined when the lock changed hands since. */
  takeLock(datasets: readonly string[], owner: string, seen: ImportLock | undefined): Promise<ImportLock | undefined>
  /** Gives the lock to `owner` to undo what was staged, if the row is still as `seen`; the new token, or undefined. */
  beginAbandon(seen: ImportLock, owner: string): Promise<number | undefined>
  /** Undoes a part; true when nothing is left and the lock is free. */
  abandonPart(revision: number, token: number): Promise<boolean>
}

export type IsAlive = (owner: string) => boolean

/** A staged import that knows its fencing token. */
export interface LockedImport extends StagedImport {
  readonly token?: number
}

/**
 * Decides who may import: the same for every engine. A process that fails in the middle of an import says so with
 * `release`. When even that fails (the database is gone), the process remembers that the lock is orphaned, and its next
 * write undoes the import first. So no failure keeps the lock while the process lives. An import over HTTP is marked: when
 * its process has ended, the next write of any process undoes it.
 */
export class ImportLocks {
  /** The lock of a failed import that could not be released: its token, or its owner when `takeLock` itself failed. */
  #orphan: Partial<Pick<ImportLock, 'token' | 'owner'>> | undefined

  constructor(readonly engine: LockEngine) {}

  async begin(datasets: readonly string[], owner: string, isAlive: IsAlive): Promise<LockedImport> {
    const wanted = [...new Set(datasets)].sort()
    for (;;) {
      const seen = await this.engine.readLock()
      const isSame = seen && JSON.stringify(seen.datasets) === JSON.stringify(wanted)
      if (seen && this.#isToUndo(seen, isAlive)) {
        if (!isSame) {
          await this.#undo(seen)
          continue
        }
      } else if (seen) demandResumable(seen, isSame === true, isAlive)
      const taken = await this.#take(wanted, owner, seen)
      if (taken) return { revision: taken.revision, resumed: seen !== undefined, token: taken.token }
    }
  }

  /** Throws if the lock is held; first undoes an import that failed and that no process will finish. */
  async demandFree(isAlive: IsAlive): Promise<void> {
    const seen = await this.engine.readLock()
    if (!seen) return
    if (this.#isToUndo(seen, isAlive)) {
      await this.#undo(seen)
      return
    }
    throw new SuanliError(isHeld(seen, isAlive) ? 'IMPORT_RUNNING' : 'IMPORT_UNFINISHED', lockFields(seen))
  }

  /**
   * Gives up an import that failed: undoes what it staged or, with `keep`, leaves it for the same import to go on with.
   * When the store cannot be written now, the next write of this process does it.
   */
  async release({ revision, token }: LockedImport, keep: boolean): Promise<void> {
    this.#orphan = token === undefined ? undefined : { token }
    const seen = await this.engine.readLock()
    if (!seen || seen.revision !== revision || seen.token !== token) {
      this.#orphan = undefined
      return
    }
    if (keep) {
      await this.engine.takeLock(seen.datasets, '', seen)
      this.#orphan = undefined
    } else await this.#undo(seen)
  }

  /** Who has the lock, and whether that process still works on the import. */
  async state(isAlive: IsAlive): Promise<ImportState | undefined> {
    const seen = await this.engine.readLock()
    if (!seen) return undefined
    const { datasets } = seen
    return { datasets, owner: processOf(seen.owner), isRunning: !this.#isOrphaned(seen) && isHeld(seen, isAlive) }
  }

  /** Undoes an unfinished import, with `force` even when its process seems to be alive. Gives its datasets. */
  async abandon(isAlive: IsAlive, force: boolean): Promise<readonly string[] | undefined> {
    for (;;) {
      const seen = await this.engine.readLock()
      if (!seen) return undefined
      if (!force && !this.#isOrphaned(seen) && isHeld(seen, isAlive))
        throw new SuanliError('IMPORT_RUNNING', lockFields(seen))
      if (await this.#undo(seen)) return seen.datasets
    }
  }

  async #take(
    datasets: readonly string[],
    owner: string,
    seen: ImportLock | undefined,
  ): Promise<ImportLock | undefined> {
    try {
      const taken = await this.engine.takeLock(datasets, owner, seen)
      if (taken) this.#orphan = undefined
      return taken
    } catch (failure) {
      // The transaction may have been committed and its answer lost.
      this.#orphan = { owner }
      throw failure
    }
  }

  #isToUndo(seen: ImportLock, isAlive: IsAlive): boolean {
    return this.#isOrphaned(seen) || (isUndone(seen.owner) && !isHeld(seen, isAlive))
  }

  #isOrphaned({ token, owner }: ImportLock): boolean {
    const orphan = this.#orphan
    return orphan !== undefined && (orphan.token === token || (orphan.token === undefined && orphan.owner === owner))
  }

  /** False when the lock changed hands before. */
  async #undo(seen: ImportLock): Promise<boolean> {
    const token = await this.engine.beginAbandon(seen, ownerOfAbandonment(seen.owner))
    if (token === undefined) return false
    // If the undoing is interrupted from here on, no process holds the lock, and this process continues with its next write.
    this.#orphan = { token }
    while (!(await this.engine.abandonPart(seen.revision, token)));
    this.#orphan = undefined
    return true
  }
}

function demandResumable(seen: ImportLock, isSame: boolean, isAlive: IsAlive): void {
  if (isHeld(seen, isAlive)) throw new SuanliError('IMPORT_RUNNING', lockFields(seen))
  if (!isSame) throw new SuanliError('IMPORT_UNFINISHED', lockFields(seen))
}

/** An import that was given up, and an abandonment that was interrupted, leave the lock without an owner. */
export function isHeld({ owner }: ImportLock, isAlive: IsAlive): boolean {
  const process = processOf(owner)
  return process !== '' && isAlive(process)
}

/** The fields of IMPORT_RUNNING and IMPORT_UNFINISHED. */
export function lockFields(lock: ImportLock | undefined): { datasets: string; holder: string } {
  return { datasets: lock?.datasets.join(', ') ?? '', holder: processOf(lock?.owner ?? '') }
}
