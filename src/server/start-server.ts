import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { defaultLimits, type Limits } from '../config/request-limits.js'
import { defaultSocketLimits, type SocketLimits } from '../config/socket-limits.js'
import type { Services } from '../graphql/request/context.js'
import { formatError } from '../graphql/request/format-error.js'
import { openContext } from '../graphql/views/open-context.js'
import { livenessIn } from '../imports/import-folder.js'
import { ImportJobs, importResultHours } from '../imports/import-jobs.js'
import { civilDay } from '../values/civil-day.js'
import type { RevisionCache } from '../views/cache/revision-cache.js'
import { RevisionWatch } from '../views/watch-revision.js'
import { type Gate, isLocal } from './auth/admission.js'
import { createOperations, type FormatError } from './graphql/answer-operation.js'
import { createApollo } from './graphql/create-apollo.js'
import type { CreateContext } from './graphql/graphql-endpoint.js'
import { KeptRequests } from './graphql/kept-requests.js'
import type { Documents } from './graphql/persisted-documents.js'
import { createPersistedQueries } from './graphql/persisted-queries.js'
import { createApp } from './http/create-app.js'
import { listen } from './http/open-http.js'
import { takeUpgrades } from './http/take-upgrades.js'
import { createMetrics } from './observability/metrics.js'
import { watchStore } from './observability/observe-store.js'
import { logFailure, rowFailureLog } from './observability/request-log.js'
import { createStateMetrics } from './observability/state-metrics.js'
import { addRoutes } from './routes.js'
import { removeLeftScratch } from './scratch.js'
import { defaultUploadSettings, keepUploads } from './uploads/upload-store.js'
import { openSockets } from './websocket/socket-endpoint.js'

/** Dependencies and options of a server. The server closes none of them. */
export interface ServerOptions {
  readonly services: Services
  /** The cache of the process; absent: no cache. */
  readonly cache?: RevisionCache | undefined
  readonly schema: GraphQLSchema
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** The path before every path of the server: `/graph`; empty: none. */
  readonly basePath?: string
  /** The folder of the explorer’s bundle. */
  readonly explorer?: string
  readonly maxBodyBytes: number
  /** Number of exports over HTTP that may run at once. */
  readonly maxExports?: number
  /** Of the zip of a dataset; 0, or not given: none are taken. */
  readonly maxUploadBytes?: number
  /** In how many bytes, unpacked. */
  readonly maxUnpackedBytes?: number
  readonly gate: Gate
  readonly documents: Documents
  /** Whether unregistered documents are allowed. */
  readonly documentsOnly?: boolean
  readonly introspection?: 'on' | 'off'
  /** Whether MCP is on, and the allowed origins. */
  readonly mcp?: 'on' | 'off'
  readonly mcpOrigins?: readonly string[]
  readonly limits?: Limits
  readonly sockets?: SocketLimits
  /** Milliseconds within which a request must arrive. */
  readonly receiveTimeoutMs?: number
  /** Milliseconds for which the server still answers, and is not ready, after it was told to stop. */
  readonly stopDelayMs?: number
  readonly log: Logger
}

export interface RunningServer {
  /** `http://127.0.0.1:4000`. */
  readonly url: string
  /** Stops the server: it is not ready from now on, then accepts no connections, finishes the running requests for up to ten seconds, and ends. */
  close(): Promise<void>
}

/** Serves HTTP, WebSocket and MCP. Throws ADDRESS_TAKEN if it cannot listen at the address. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { services, cache, schema, host, gate, documents, maxBodyBytes, log } = options
  const { maxUploadBytes = 0, limits = defaultLimits, sockets = defaultSocketLimits } = options
  const { basePath = '', introspection = 'on', receiveTimeoutMs = 30_000, stopDelayMs = 0 } = options
  const { timeoutMs } = limits
  const metrics = createMetrics()
  const logRowFailure = rowFailureLog(log)
  const store = watchStore(services.store, metrics.storeCalled, fallback => {
    metrics.rowsFellBack(fallback)
    logRowFailure(fallback)
  })
  const watch = new RevisionWatch(store, { everyMs: sockets.followMs, onNews: () => cache?.expire() })
  const hints = introspection === 'on'
  const report = (failure: unknown) => logFailure(log, failure)
  const tellClients: FormatError = (formatted, error, language) =>
    formatError(formatted, error, { hints, report, ...(language && { language }) })
  let isStopping = false

  const idleMs = Math.max(2 * timeoutMs, leastIdleMs)
  const { app, http } = createApp({
    receiveTimeoutMs,
    idleMs,
    basePath,
    trustedProxies: gate.trustedProxies,
    metrics,
    log,
  })
  const operations = createOperations({
    schema,
    limits,
    introspection: hints,
    formatError: tellClients,
    refresh() {
      cache?.expire()
      watch.look()
    },
    cacheAsked: metrics.answerCacheAsked,
  })
  const persistedQueries = createPersistedQueries()
  const apollo = createApollo({
    schema,
    operations,
    http,
    limits,
    hints,
    persistedQueries: options.documentsOnly ? undefined : persistedQueries,
    formatError: (formatted, error) => tellClients(formatted, error),
    log,
  })
  await apollo.start()
  const isWorking = livenessIn(store, services.holder ?? '', services.isAlive ?? (() => true))
  const imports = new ImportJobs({
    keptMs: 3_600_000 * importResultHours,
    maxJobs: 500,
    now: services.now,
    report,
  })
  await removeLeftScratch()
  const uploads =
    maxUploadBytes > 0
      ? await keepUploads({ ...defaultUploadSettings, maxBytes: options.maxUnpackedBytes ?? 10 * maxUploadBytes })
      : undefined
  const createRequestContext: CreateContext = async asking =>
    openContext(
      { ...services, store, uploads, imports },
      { ...asking, cache: asking.cache ?? (await cache?.currentUntil(asking.signal)) },
    )
  const keptRequests = new KeptRequests(() => civilDay(services.now(), services.timeZone), metrics.answerCacheAsked)
  const endpoint = { schema, operations, documents, createContext: createRequestContext, maxBodyBytes, timeoutMs }
  addRoutes(app, {
    ...endpoint,
    apollo,
    cache,
    keptRequests,
    gate,
    basePath,
    store,
    ontology: services.ontology,
    introspection,
    mcp: options.mcp ?? 'on',
    mcpOrigins: { isLocal: isLocal(host), allowed: options.mcpOrigins ?? [] },
    uploads,
    maxUploadBytes,
    maxExports: options.maxExports ?? 4,
    folders: { ide: bundleFolder('ide'), explorer: options.explorer ?? bundleFolder('explorer') },
    isWorking,
    isStopping: () => isStopping,
    metrics,
    stateMetrics: createStateMetrics(services.store, isWorking, imports),
    log,
  })
  const openedSockets = openSockets({
    ...endpoint,
    ...gate,
    persistedQueries,
    basePath,
    sockets,
    watch,
    beginTimeoutMs: Math.ceil(receiveTimeoutMs / 3),
    maxCost: limits.maxCost,
    formatError: tellClients,
    report,
    metrics,
    log,
  })
  takeUpgrades(http, openedSockets.take)
  await app.ready()

  try {
    await listen(http, host, options.port)
  } catch (failure) {
    await apollo.stop()
    await app.close()
    await uploads?.close()
    throw failure
  }
  // If no connection can be accepted (no file handles left), the open connections continue.
  http.on('error', report)
  const { port: taken } = http.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    async close() {
      isStopping = true
      // Load balancers learn of it by /readyz.
      await setTimeout(stopDelayMs)
      const importsEnded = imports.close()
      await openedSockets.close()
      // Apollo's drain plugin closes the HTTP server once the running requests are answered.
      await apollo.stop()
      await app.close()
      await importsEnded
      await uploads?.close()
    },
  }
}

/** Idle connections are closed after this time, which is later than proxies close them. */
const leastIdleMs = 120_000

function bundleFolder(name: string): string {
  return fileURLToPath(new URL(`../${name}/`, import.meta.url))
}
