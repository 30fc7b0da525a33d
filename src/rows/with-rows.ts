import { setTimeout as wait } from 'node:timers/promises'
import type { Ontology } from '../ontology/ontology.js'
import { isRefreshing, type RowStore } from '../store/rows/resolved-rows.js'
import type { RowsOf, Store } from '../store/store.js'
import {
  keepsRows,
  type Refreshed,
  type RefreshOptions,
  refreshRows,
  rowsOfSmallChange,
  type StoreWithRows,
} from './refresh-rows.js'

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
  /** Called with the number of entities whose rows a refresh of this process has made so far. */
  readonly onProgress?: RefreshOptions['onProgress']
  /** How long a refresh of another process may show no sign of life until this process takes over, in milliseconds. */
  readonly patienceMs?: number
}

/**
 * A store whose rows follow every revision that is published through it: those of a small change are published with the revision
 * if the engine can do that.
 */
export function withRows(store: Store, settings: RowSettings): Store {
  if (!keepsRows(store)) return store
  const { writer } = store
  const followed = async <Published>(published: Promise<Published>): Promise<Published> => {
    const done = await published
    const { longestWaitMs } = settings
    if (longestWaitMs === undefined) {
      await followRows(store, settings)
      return done
    }
    // Another process does not end sooner because a client waits.
    const isElsewhere = await isWrittenElsewhere(store)
    const following = followRows(store, settings)
    if (isElsewhere) return done
    const waited = new AbortController()
    await Promise.race([following, wait(longestWaitMs, undefined, { signal: waited.signal })])
    waited.abort()
    return done
  }
  const rowsOf: RowsOf = async inside =>
    keepsRows(inside)
      ? await rowsOfSmallChange(inside, { ontology: settings.ontology, today: settings.today() })
      : undefined
  return {
    description: store.description,
    rows: store.rows,
    ...(store.sizes && { sizes: store.sizes.bind(store) }),
    read: (...given) => store.read(...given),
    close: () => store.close(),
    writer: {
      ...writer,
      publish: (staged, at, deed) => followed(writer.publish(staged, at, deed, rowsOf)),
      apply: (batch, deed, seen, at, isAlive) => followed(writer.apply(batch, deed, seen, at, isAlive, rowsOf)),
    },
  }
}

/**
 * Makes the rows of a store those of its newest revision and of today. A failure is reported and not thrown: the rows stay
 * as they were, and the next refresh makes up for it.
 */
export async function followRows(
  store: Store,
  settings: RowSettings,
  rebuild: RefreshOptions['rebuild'] = 'missing',
): Promise<Refreshed | undefined> {
  if (!keepsRows(store)) return undefined
  try {
    return await refreshToItsEnd(store, settings, rebuild)
  } catch (failure) {
    settings.report(failure)
    return undefined
  }
}

/**
 * Keeps the rows up to date while a server runs, also if no revision is published through this process: another process may
 * have published a revision and ended before it wrote the rows, a refresh may have failed, or a day may have begun. Returns a
 * function that ends this.
 */
export function keepFollowing(
  store: Store,
  settings: RowSettings,
  {
    rebuild = 'missing',
    everyMs = 5_000,
  }: { readonly rebuild?: RefreshOptions['rebuild']; readonly everyMs?: number } = {},
): () => void {
  if (!keepsRows(store)) return () => {}
  let timer: NodeJS.Timeout | undefined
  let isEnded = false
  const follow = async (pause: number, wanted: RefreshOptions['rebuild']) => {
    const refreshed = await followRows(store, settings, wanted)
    // A store that refuses is asked more and more seldom.
    const next = refreshed ? everyMs : Math.min(pause * 2, everyMs * 12)
    if (!isEnded) timer = setTimeout(() => void follow(next, refreshed ? 'missing' : wanted), next).unref()
  }
  void follow(everyMs, rebuild)
  return () => {
    isEnded = true
    clearTimeout(timer)
  }
}

/** Refreshes, once the refresh of another process has ended, and again if another process takes over. */
export async function refreshToItsEnd(
  store: StoreWithRows,
  { ontology, today, onProgress, patienceMs = 5_000 }: Omit<RowSettings, 'report'>,
  rebuild: RefreshOptions['rebuild'],
): Promise<Refreshed> {
  return await inTurn(store, async () => {
    for (let patience = patienceMs; ; patience *= 2) {
      await othersEnd(store, patience)
      writing.add(store.rows)
      const refreshing = refreshRows(store, { ontology, today: today(), rebuild, onProgress })
      const refreshed = await refreshing.finally(() => writing.delete(store.rows))
      if (!refreshed.isOvertaken) return refreshed
      // Two processes on a machine too busy for signs of life must not take over from each other for ever.
    }
  })
}

/**
 * Waits for the refresh of another process, whose work would be lost if this process took over: two servers that write
 * in turn would never end one. A process that was killed gives no sign of life for so long.
 */
async function othersEnd({ rows }: StoreWithRows, patienceMs: number): Promise<void> {
  let token: number | undefined
  let seenAt = 0
  for (;;) {
    const stamp = await rows.stamp()
    if (!stamp || !isRefreshing(stamp)) return
    if (stamp.token !== token) {
      token = stamp.token
      seenAt = performance.now()
    } else if (performance.now() - seenAt >= patienceMs) return
    await wait(Math.min(100, patienceMs))
  }
}

/** Whether another process writes rows; false also if that cannot be read. */
async function isWrittenElsewhere({ rows }: StoreWithRows): Promise<boolean> {
  const stamp = await rows.stamp().catch(() => undefined)
  return stamp !== undefined && isRefreshing(stamp) && !writing.has(rows)
}

/** Of the stores whose rows this process writes now. */
const writing = new WeakSet<RowStore>()

const turns = new WeakMap<object, Promise<unknown>>()

/** Refreshes of one process wait for each other: one that begins would take over from the one before. */
function inTurn<Result>({ rows }: StoreWithRows, work: () => Promise<Result>): Promise<Result> {
  const own = (turns.get(rows) ?? Promise.resolve()).then(work, work)
  turns.set(rows, own)
  return own
}
