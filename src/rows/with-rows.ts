import { setTimeout } from 'node:timers/promises'
import type { Ontology } from '../ontology/ontology.js'
import type { Store } from '../store/store.js'
import { keepsRows, type Refreshed, type RefreshOptions, refreshRows, type StoreWithRows } from './refresh-rows.js'

export interface RowSettings {
  readonly ontology: Ontology
  /** The day as of which rows show what holds. */
  readonly today: () => string
  /** Called with what kept rows from being written. The statements are published all the same. */
  readonly report: (failure: unknown) => void
  /**
   * The longest time that a write waits for the rows, in milliseconds; without it, until they are written. After an interrupted
   * refresh all rows are written again: no client of a server is to wait for that.
   */
  readonly longestWaitMs?: number
}

/** A store whose rows follow every revision that is published through it. */
export function withRows(store: Store, settings: RowSettings): Store {
  if (!keepsRows(store)) return store
  const { writer } = store
  const followed = async <Published>(published: Promise<Published>): Promise<Published> => {
    const done = await published
    const { longestWaitMs } = settings
    const following = followRows(store, settings)
    const waited = new AbortController()
    await (longestWaitMs === undefined
      ? following
      : Promise.race([following, setTimeout(longestWaitMs, undefined, { signal: waited.signal })]))
    waited.abort()
    return done
  }
  return {
    description: store.description,
    rows: store.rows,
    ...(store.sizes && { sizes: store.sizes.bind(store) }),
    read: (...given) => store.read(...given),
    close: () => store.close(),
    writer: {
      ...writer,
      publish: (...given) => followed(writer.publish(...given)),
      apply: (...given) => followed(writer.apply(...given)),
    },
  }
}

/**
 * Makes the rows of a store those of its newest revision and of today. A failure is reported and not thrown: the rows stay
 * as they were, and the next refresh makes up for it.
 */
export async function followRows(
  store: Store,
  { ontology, today, report }: RowSettings,
  rebuild: RefreshOptions['rebuild'] = 'missing',
): Promise<Refreshed | undefined> {
  if (!keepsRows(store)) return undefined
  try {
    return await inTurn(store, () => refreshRows(store, { ontology, today: today(), rebuild }))
  } catch (failure) {
    report(failure)
    return undefined
  }
}

const turns = new WeakMap<object, Promise<unknown>>()

/** Refreshes of one process wait for each other: one that begins would take over from the one before. */
function inTurn<Result>({ rows }: StoreWithRows, work: () => Promise<Result>): Promise<Result> {
  const own = (turns.get(rows) ?? Promise.resolve()).then(work, work)
  turns.set(rows, own)
  return own
}
