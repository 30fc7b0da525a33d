import { SuanliError } from '../model/error.js'
import type { Store } from '../store/store.js'

export interface Readiness {
  readonly status: 'ok' | 'unavailable'
  /** What is wrong, in plain words. */
  readonly reason?: string
  /** The newest revision. */
  readonly revision?: number
}

/** Whether the store can be asked and holds something. */
export async function checkReadiness(store: Store): Promise<Readiness> {
  try {
    const { revision } = await store.read([])
    if (revision.number === 0) return { status: 'unavailable', reason: 'The store is empty: import a dataset.' }
    return { status: 'ok', revision: revision.number }
  } catch (error) {
    return {
      status: 'unavailable',
      reason: error instanceof SuanliError ? error.message : 'The store cannot be asked.',
    }
  }
}
