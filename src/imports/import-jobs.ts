import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { SuanliError } from '../model/error.js'
import type { AllowedImport, ImportProgress } from './import-folder.js'

/** State of an import over HTTP. */
export interface ImportJob {
  readonly id: string
  /** Folder or upload. */
  readonly dataset: string
  /** Who started it: the principal's id. */
  readonly by: string
  readonly isDryRun: boolean
  readonly status: ImportStatus
  /** Number of statements of the dataset that have been processed. */
  readonly done: number
  /** Number of statements of the dataset; known after the check. */
  readonly total?: number
  readonly startedAt: Date
  readonly endedAt?: Date
  /** Instant at which the server forgets the job; known after the job has ended. */
  readonly expiresAt?: Date
  readonly result?: AllowedImport
  readonly failure?: Pick<SuanliError, 'code' | 'message'>
}

export type ImportStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED'

export interface ImportJobSettings {
  /** How long a job is kept once it has ended. */
  readonly keptMs: number
  /** Number of jobs that are kept. The job that ended first is dropped. */
  readonly maxJobs: number
  readonly now: () => Date
  /** Logs a fault of the program and returns its id in the log. */
  readonly report: (failure: unknown) => string
}

/** How long the result of an import can be asked for. */
export const importResultHours = 24

/** The work of a job. `progress` throws once the server stops, and the work must throw then. */
export type ImportWork = (progress: (progress: ImportProgress) => void) => Promise<AllowedImport>

interface Kept {
  job: ImportJob
  /** Resolves at the next change. */
  changed: Promise<void>
  tell: () => void
  readonly ended: Promise<void>
}

/**
 * Runs imports that outlive their requests. Each import is a job; its progress and result can be read by the job's id
 * until the job expires. Jobs are kept in memory: a restarted server has forgotten them, and the curation log has what
 * they applied.
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

  /** Throws JOB_UNKNOWN if there is no such job or another curator started the job. */
  find(id: string, by: string): ImportJob {
    return this.#find(id, by).job
  }

  /** How far the jobs have come that write to the store now, together. */
  get progress(): ImportProgress {
    const jobs = [...this.#kept.values()].map(({ job }) => job)
    const running = jobs.filter(({ status, isDryRun }) => status === 'RUNNING' && !isDryRun)
    const sum = (of: (job: ImportJob) => number) => running.reduce((all, job) => all + of(job), 0)
    return { done: sum(({ done }) => done), total: sum(({ total = 0 }) => total) }
  }

  /** Resolves when the job has ended, after so many milliseconds, or at the signal. */
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

  /** Yields the job now and after each change, until the job has ended. */
  async *watch(id: string, by: string): AsyncGenerator<ImportJob> {
    const kept = this.#find(id, by)
    for (;;) {
      const { job, changed } = kept
      yield job
      if (job.endedAt) return
      await changed
      // Steps follow each other quickly. This is as often as a person can read.
      await Promise.race([kept.ended, sleep(pauseMs)])
    }
  }

  /** Accepts no further jobs. The running job ends at its next step, and its staged changes are dropped. */
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
