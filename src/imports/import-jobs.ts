import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { SuanliError } from '../model/error.js'
import type { AllowedImport, ImportProgress } from './import-folder.js'

/** How an import over HTTP stands. */
export interface ImportJob {
  readonly id: string
  /** Folder or upload. */
  readonly dataset: string
  /** Who started it: the principal's id. */
  readonly by: string
  readonly isDryRun: boolean
  readonly status: ImportStatus
  /** Statements of the dataset that have been dealt with. */
  readonly done: number
  /** Known once the dataset has been checked. */
  readonly total?: number
  readonly startedAt: Date
  readonly endedAt?: Date
  /** When the server forgets the job; known once it has ended. */
  readonly expiresAt?: Date
  readonly result?: AllowedImport
  readonly failure?: Pick<SuanliError, 'code' | 'message'>
}

export type ImportStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED'

export interface ImportJobSettings {
  /** How long a job is kept once it has ended. */
  readonly keptMs: number
  /** How many jobs are kept; the one that ended first goes. */
  readonly maxJobs: number
  readonly now: () => Date
  /** Logs a fault of the program; gives the id under which it was logged. */
  readonly report: (failure: unknown) => string
}

/** How long the result of an import can be asked for. */
export const importResultHours = 24

/** What a job runs; it throws when `progress` does, which it does once the server stops. */
export type ImportWork = (progress: (progress: ImportProgress) => void) => Promise<AllowedImport>

interface Kept {
  job: ImportJob
  /** Resolves at the next change. */
  changed: Promise<void>
  tell: () => void
  readonly ended: Promise<void>
}

/**
 * Runs imports that outlive the requests that started them: each is a job, whose progress and result can be asked for by
 * its id until it expires. Jobs are kept in memory: a server that restarts forgets them, and what they applied is in the
 * curation log.
 */
export class ImportJobs {
  readonly #kept = new Map<string, Kept>()
  #isStopping = false

  constructor(readonly settings: ImportJobSettings) {}

  start({ dataset, by, isDryRun }: Pick<ImportJob, 'dataset' | 'by' | 'isDryRun'>, work: ImportWork): ImportJob {
    if (this.#isStopping) throw new SuanliError('STOPPING')
    this.#dropOld()
    const id = `import/${randomBytes(16).toString('base64url')}`
    const job: ImportJob = { id, dataset, by, isDryRun, status: 'QUEUED', done: 0, startedAt: this.settings.now() }
    let end = () => {}
    const ended = new Promise<void>(resolve => {
      end = resolve
    })
    const kept: Kept = { job, ...nextChange(), ended }
    this.#kept.set(id, kept)
    void this.#run(kept, work).finally(end)
    return job
  }

  /** Throws JOB_UNKNOWN when there is no such job, or another curator started it. */
  find(id: string, by: string): ImportJob {
    return this.#find(id, by).job
  }

  /** The job once it has ended, or as it is after so many milliseconds, or at the signal. */
  async wait(id: string, by: string, ms: number, signal?: AbortSignal): Promise<ImportJob> {
    const kept = this.#find(id, by)
    const waiting = new AbortController()
    const stop = () => waiting.abort()
    signal?.addEventListener('abort', stop, { once: true })
    await Promise.race([kept.ended, sleep(ms, undefined, { signal: waiting.signal }).catch(() => {})])
    signal?.removeEventListener('abort', stop)
    stop()
    return kept.job
  }

  /** The job as it is, then whenever it has changed, until it has ended. */
  async *watch(id: string, by: string): AsyncGenerator<ImportJob> {
    const kept = this.#find(id, by)
    for (;;) {
      const { job, changed } = kept
      yield job
      if (job.endedAt) return
      await changed
      // Steps follow each other quickly; nobody reads more than this.
      await Promise.race([kept.ended, sleep(pauseMs)])
    }
  }

  /** Starts no more; the job that runs ends at its next step, and what it staged is undone. */
  async close(): Promise<void> {
    this.#isStopping = true
    await Promise.all([...this.#kept.values()].map(({ ended }) => ended))
  }

  async #run(kept: Kept, work: ImportWork): Promise<void> {
    const change = (changes: Partial<ImportJob>) => {
      kept.job = { ...kept.job, ...changes }
      const { tell } = kept
      Object.assign(kept, nextChange())
      tell()
    }
    try {
      const result = await work(({ done, total }) => {
        if (this.#isStopping) throw new SuanliError('STOPPING')
        change({ status: 'RUNNING', done, total })
      })
      change({ ...this.#end(), status: 'DONE', result })
    } catch (failure) {
      change({ ...this.#end(), status: 'FAILED', failure: this.#told(failure) })
    }
  }

  #end(): Pick<ImportJob, 'endedAt' | 'expiresAt'> {
    const endedAt = this.settings.now()
    return { endedAt, expiresAt: new Date(endedAt.getTime() + this.settings.keptMs) }
  }

  #told(failure: unknown): Pick<SuanliError, 'code' | 'message'> {
    const { code, message } =
      failure instanceof SuanliError
        ? failure
        : new SuanliError('INTERNAL_SERVER_ERROR', { id: this.settings.report(failure) })
    return { code, message }
  }

  #find(id: string, by: string): Kept {
    this.#dropOld()
    const kept = this.#kept.get(id)
    if (kept?.job.by !== by) throw new SuanliError('JOB_UNKNOWN', { id: id.slice(0, 100), hours: importResultHours })
    return kept
  }

  #dropOld(): void {
    const now = this.settings.now()
    for (const [id, { job }] of this.#kept) if (job.expiresAt && job.expiresAt <= now) this.#kept.delete(id)
    const ended = [...this.#kept.values()].filter(({ job }) => job.endedAt)
    for (const { job } of ended.slice(0, Math.max(0, this.#kept.size - this.settings.maxJobs + 1)))
      this.#kept.delete(job.id)
  }
}

const pauseMs = 250

function nextChange(): Pick<Kept, 'changed' | 'tell'> {
  let tell = () => {}
  const changed = new Promise<void>(resolve => {
    tell = resolve
  })
  return { changed, tell }
}
