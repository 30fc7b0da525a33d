import { setTimeout } from 'node:timers/promises'
import { Gauge, Registry } from 'prom-client'
import type { ImportJobs } from '../../imports/import-jobs.js'
import type { Store } from '../../store/store.js'

/** Metrics of the state of the store, read when they are asked for. */
export interface StateMetrics {
  print(): Promise<string>
}

export function createStateMetrics(
  store: Store,
  isWorking: (owner: string) => boolean,
  imports: Pick<ImportJobs, 'progress'>,
): StateMetrics {
  const registry = new Registry()
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] })
  const up = gauge('suanli_store_up', '1 if the store answers within two seconds, else 0.')
  const revision = gauge(
    'suanli_revision',
    'Newest revision that this server reads. A server that reads an older one than the others follows a database that lags.',
  )
  const rowsBehind = gauge(
    'suanli_rows_behind_revisions',
    'Number of revisions that the rows of current values are behind the newest revision. Lists are read slower until they have caught up.',
  )
  const rebuilding = gauge('suanli_rows_rebuilding', '1 while the rows of current values are written in parts, else 0.')
  const importing = new Gauge({
    name: 'suanli_import',
    help: 'State of the import lock: 1 for the state that it is in. While an import is interrupted, nothing else can be written until it is finished or undone.',
    labelNames: ['state'] as const,
    registers: [registry],
  })
  const importDone = gauge(
    'suanli_import_done_statements',
    'Statements that the imports over HTTP which run in this server have processed. 0 while none runs.',
  )
  const importTotal = gauge(
    'suanli_import_statements',
    'Statements of the datasets whose imports over HTTP run in this server. 0 while none runs.',
  )
  const databaseBytes = gauge('suanli_store_bytes', 'Size of the file of the embedded store, in bytes.')
  const logBytes = gauge(
    'suanli_store_wal_bytes',
    'Size of the write-ahead log of the embedded store, in bytes. The log grows while a long reading runs.',
  )

  async function read(): Promise<void> {
    const [{ revision: newest }, stamp, lock, sizes] = await Promise.all([
      store.read([]),
      store.rows?.stamp(),
      store.writer.importState(isWorking),
      store.sizes?.(),
    ])
    revision.set(newest.number)
    if (store.rows) {
      rowsBehind.set(Math.max(0, newest.number - (stamp?.revision ?? 0)))
      rebuilding.set(stamp?.isPartial ? 1 : 0)
    }
    const state = !lock ? 'free' : lock.isRunning ? 'running' : 'interrupted'
    for (const each of importStates) importing.set({ state: each }, each === state ? 1 : 0)
    const { done, total } = imports.progress
    importDone.set(done)
    importTotal.set(total)
    if (sizes) {
      databaseBytes.set(sizes.database)
      logBytes.set(sizes.writeAheadLog)
    }
  }

  return {
    async print() {
      const waiting = new AbortController()
      const isUp = await Promise.race([
        read().then(
          () => true,
          () => false,
        ),
        setTimeout(waitMs, false, { signal: waiting.signal }),
      ])
      waiting.abort()
      // Of a store that does not answer, the values from before would be taken for those of now.
      if (!isUp) registry.resetMetrics()
      up.set(isUp ? 1 : 0)
      return await registry.metrics()
    },
  }
}

const importStates = ['free', 'running', 'interrupted'] as const
/** A scrape is given up after a few seconds. */
const waitMs = 2_000
