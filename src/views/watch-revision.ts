import type { Store } from '../store/store.js'

export interface WatchOptions {
  /** How often the store is asked, in milliseconds, while anybody waits. */
  readonly everyMs: number
  /** Called at each revision that is newer than the last known revision, before waiting subscribers are woken. */
  readonly onNews: () => void
}

/**
 * Tells of new revisions, who wrote them: this process, another server, the command line. However many wait, the
 * store is asked once, and not at all if no subscriber waits. A store that cannot be asked is asked again.
 */
export class RevisionWatch {
  readonly #waiting = new Set<{ readonly than: number; readonly tell: () => void }>()
  #known = 0
  #timer: NodeJS.Timeout | undefined
  #isAsking = false

  constructor(
    readonly store: Pick<Store, 'read'>,
    readonly options: WatchOptions,
  ) {}

  /** Waits until the store is next asked and has a revision after this one. Throws the signal's reason. */
  newerThan(than: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const leave = () => {
        this.#waiting.delete(one)
        signal.removeEventListener('abort', stop)
      }
      const stop = () => {
        leave()
        reject(signal.reason)
      }
      const tell = () => {
        leave()
        resolve()
      }
      const one = { than, tell }
      signal.addEventListener('abort', stop, { once: true })
      this.#waiting.add(one)
      this.#askLater(this.options.everyMs)
    })
  }

  /** The store was changed by this process: who waits is to be told at once. */
  look(): void {
    if (this.#waiting.size === 0 || this.#isAsking) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#askLater(0)
  }

  #askLater(ms: number): void {
    if (this.#timer !== undefined || this.#isAsking || this.#waiting.size === 0) return
    this.#timer = setTimeout(() => void this.#ask(), ms)
    // Whoever waits has a connection that keeps the process.
    this.#timer.unref()
  }

  async #ask(): Promise<void> {
    this.#timer = undefined
    this.#isAsking = true
    const newest = await this.store.read([]).then(
      ({ revision }) => revision.number,
      () => undefined,
    )
    this.#isAsking = false
    if (newest !== undefined) this.#tell(newest)
    this.#askLater(this.options.everyMs)
  }

  #tell(newest: number): void {
    if (newest > this.#known) this.options.onNews()
    this.#known = Math.max(this.#known, newest)
    for (const { than, tell } of [...this.#waiting]) if (newest > than) tell()
  }
}
