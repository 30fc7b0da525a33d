import { setTimeout } from 'node:timers/promises'
import { SuanliError } from '../../model/error.js'
import type { Store } from '../../store/store.js'

/** The answer of /readyz. */
export interface Readiness {
  readonly status: 'ok' | 'unavailable'
  /** The fault, in plain words. */
  readonly reason?: string
  /** The newest revision. */
  readonly revision?: number
  /** The import that holds the import lock. While it is INTERRUPTED, nothing else can be written. */
  readonly import?: { readonly state: 'RUNNING' | 'INTERRUPTED'; readonly datasets: readonly string[] }
}

/** Whether the store answers in time and holds data. */
export async function checkReadiness(store: Store, isAlive: (owner: string) => boolean): Promise<Readiness> {
  const waiting = new AbortController()
  try {
    const asked = Promise.all([store.read([]), store.writer.importState(isAlive)])
    const answer = await Promise.race([asked, setTimeout(waitMs, undefined, { signal: waiting.signal })])
    if (!answer) return { status: 'unavailable', reason: `${store.description} has not answered for ${waitMs} ms.` }
    const [reading, importing] = answer
    const { number } = reading.revision
    if (number === 0) return { status: 'unavailable', reason: `${store.description} is empty: import a dataset.` }
    if (!importing) return { status: 'ok', revision: number }
    const { datasets, isRunning } = importing
    return { status: 'ok', revision: number, import: { state: isRunning ? 'RUNNING' : 'INTERRUPTED', datasets } }
  } catch (error) {
    return {
      status: 'unavailable',
      reason: error instanceof SuanliError ? error.message : `${store.description} cannot be asked.`,
    }
  } finally {
    waiting.abort()
  }
}

/** Probes give up after a few seconds. */
const waitMs = 2_000
