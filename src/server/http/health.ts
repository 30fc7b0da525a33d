import { setTimeout } from 'node:timers/promises'
import { SuanliError } from '../../model/error.js'
import type { Store } from '../../store/store.js'

/** The answer of /readyz. */
export interface Readiness {
  readonly status: 'ok' | 'unavailable'
  /** What is wrong, in plain words. */
  readonly reason?: string
  /** The newest revision. */
  readonly revision?: number
}

/** Whether the store can be asked, answers in time, and holds something. */
export async function checkReadiness(store: Store): Promise<Readiness> {
  const waiting = new AbortController()
  try {
    const reading = await Promise.race([store.read([]), setTimeout(waitMs, undefined, { signal: waiting.signal })])
    if (!reading) return { status: 'unavailable', reason: `${store.description} has not answered for ${waitMs} ms.` }
    const { number } = reading.revision
    if (number === 0) return { status: 'unavailable', reason: `${store.description} is empty: import a dataset.` }
    return { status: 'ok', revision: number }
  } catch (error) {
    return {
      status: 'unavailable',
      reason: error instanceof SuanliError ? error.message : `${store.description} cannot be asked.`,
    }
  } finally {
    waiting.abort()
  }
}

/** Who probes gives up after a second or a few. */
const waitMs = 2_000
