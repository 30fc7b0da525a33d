import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { GraphQLSchema } from 'graphql'
import Negotiator from 'negotiator'
import type { Logger } from 'pino'
import { defaultLimits, type Limits } from '../config/request-limits.js'
import { defaultSocketLimits, type SocketLimits } from '../config/socket-limits.js'
import { type Asking, createContext, type Services } from '../graphql/request/context.js'
import { formatError } from '../graphql/request/format-error.js'
import { livenessIn } from '../imports/import-folder.js'
import { ImportJobs, importResultHours } from '../imports/import-jobs.js'
import { errors, SuanliError } from '../model/error.js'
import type { RevisionCache } from '../views/revision-cache.js'
import { RevisionWatch } from '../views/watch-revision.js'
import { type Gate, isLocal } from './auth/admission.js'
import { createApollo, type FormatError } from './graphql/create-apollo.js'
import { answerGraphql } from './graphql/graphql-endpoint.js'
import type { Documents } from './graphql/persisted-documents.js'
import { explorerPages } from './http/explorer-pages.js'
import { checkReadiness } from './http/health.js'
import { idePages } from './http/ide-pages.js'
import { answerLanding } from './http/landing-page.js'
import { createHttp, listen } from './http/open-http.js'
import { headersOf } from './http/refusal.js'
import { refuse, respond, respondJson } from './http/respond.js'
import { preflight, setSecurityHeaders } from './http/security-headers.js'
import { takeUpgrades } from './http/take-upgrades.js'
import { answerMcp } from './mcp/mcp-endpoint.js'
import { createMetrics } from './observability/metrics.js'
import { watchStore } from './observability/observe-store.js'
import { logFailure, logRequest, noteErrors, type OperationNote } from './observability/request-log.js'
import { traceRequest } from './observability/trace-request.js'
import { answerUpload } from './uploads/upload-endpoint.js'
import { defaultUploadSettings, keepUploads } from './uploads/upload-store.js'
import { openSockets } from './websocket/socket-endpoint.js'

/** What a server needs. It closes nothing that it was given. */
export interface ServerOptions {
  readonly services: Services
  /** What the process keeps of the store; absent: nothing. */
  readonly cache?: RevisionCache | undefined
  readonly schema: GraphQLSchema
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  readonly maxBodyBytes: number
  /** Of the zip of a dataset; 0, or not given: none are taken. */
  readonly maxUploadBytes?: number
  /** In how many bytes, unpacked. */
  readonly maxUnpackedBytes?: number
  readonly gate: Gate
  readonly documents: Documents
  /** Whether documents that are not registered are let in. */
  readonly documentsOnly?: boolean
  readonly introspection?: 'on' | 'off'
  /** Whether models may ask, and from which web pages. */
  readonly mcp?: 'on' | 'off'
  readonly mcpOrigins?: readonly string[]
  readonly limits?: Limits
  readonly sockets?: SocketLimits
  /** How many milliseconds a request may take to arrive. */
  readonly receiveTimeoutMs?: number
  /** How many milliseconds it goes on to answer, and is not ready, once it is to stop. */
  readonly stopDelayMs?: number
  readonly log: Logger
}

export interface RunningServer {
  /** `http://127.0.0.1:4000`. */
  readonly url: string
  /** Is not ready from now on; then takes no more connections, finishes the requests that run, for up to ten seconds, and ends. */
  close(): Promise<void>
}

/** Serves /graphql, /mcp, /ide, /, /healthz, /readyz and /metrics. Throws ADDRESS_TAKEN where it cannot listen there. */
export async function startServer({
  services,
  cache,
  schema,
  host,
  port,
  maxBodyBytes,
  maxUploadBytes = 0,
  maxUnpackedBytes = 10 * maxUploadBytes,
  gate,
  documents,
  documentsOnly = false,
  introspection = 'on',
  mcp = 'on',
  mcpOrigins = [],
  limits = defaultLimits,
  sockets = defaultSocketLimits,
  receiveTimeoutMs = 30_000,
  stopDelayMs = 0,
  log,
}: ServerOptions): Promise<RunningServer> {
  const { timeoutMs } = limits
  const metrics = createMetrics()
  const store = watchStore(services.store, metrics.storeCalled)
  const watch = new RevisionWatch(store, { everyMs: sockets.followMs, onNews: () => cache?.expire() })
  const tellClients: FormatError = (formatted, error) =>
    formatError(formatted, error, { hints: introspection === 'on', report: failure => logFailure(log, failure) })
  const isWorking = livenessIn(store, services.holder ?? '', services.isAlive ?? (() => true))
  let isStopping = false
  const http = createHttp(take, {
    receiveTimeoutMs,
    idleMs: Math.max(2 * timeoutMs, idleMs),
  })
  const apollo = createApollo({
    schema,
    http,
    limits,
    introspection: introspection === 'on',
    persistedQueries: !documentsOnly,
    refresh() {
      cache?.expire()
      watch.look()
    },
    formatError: tellClients,
    log,
  })
  await apollo.start()
  const imports = new ImportJobs({
    keptMs: 3_600_000 * importResultHours,
    maxJobs: 500,
    now: services.now,
    report: failure => logFailure(log, failure),
  })
  const uploads =
    maxUploadBytes > 0 ? await keepUploads({ ...defaultUploadSettings, maxBytes: maxUnpackedBytes }) : undefined
  const endpoint = {
    ...gate,
    apollo,
    documents,
    createContext: async (asking: Asking & { readonly signal: AbortSignal }) =>
      createContext(
        { ...services, store, uploads, imports },
        { ...asking, cache: await cache?.currentUntil(asking.signal) },
      ),
    maxBodyBytes,
    timeoutMs,
    report: (failure: unknown) => logFailure(log, failure),
  }
  const mcpEndpoint = {
    ...endpoint,
    ontology: services.ontology,
    origins: { isLocal: isLocal(host), allowed: mcpOrigins },
  }
  const openedSockets = openSockets({
    ...endpoint,
    schema,
    sockets,
    watch,
    beginTimeoutMs: Math.ceil(receiveTimeoutMs / 3),
    maxCost: limits.maxCost,
    formatError: tellClients,
    metrics,
    log,
  })
  takeUpgrades(http, openedSockets.take)

  function take(request: IncomingMessage, response: ServerResponse): void {
    const path = pathOf(request.url ?? '')
    const note = logRequest(log, request, response, path)
    const name = routeOf(path)
    metrics.watch(request, response, name, note)
    traceRequest(request, response, name, traceId => {
      if (traceId !== undefined) note.trace = traceId
      void answer(request, response, path, note)
    })
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    note: OperationNote,
  ): Promise<void> {
    // A client that goes in the middle of its request is no failure of ours.
    request.on('error', () => response.destroy())
    try {
      await route(request, response, path, note)
    } catch (failure) {
      const id = logFailure(log, failure)
      if (response.headersSent || response.destroyed) return void response.destroy()
      const { message, code } = new SuanliError('INTERNAL_SERVER_ERROR', { id })
      const told = [{ message, extensions: { code, id } }]
      noteErrors(note, told)
      await respondJson(request, response, 500, { errors: told })
    }
  }

  async function route(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    note: OperationNote,
  ): Promise<void> {
    setSecurityHeaders(response)
    if ((request.url ?? '').length > maxUrlLength) {
      const tooLong = new SuanliError('URL_TOO_LONG', { max: maxUrlLength })
      note.codes = [tooLong.code]
      return await refuse(request, response, 414, tooLong)
    }
    if (request.method === 'OPTIONS') return void response.writeHead(204, preflight).end()
    if (path === '/graphql') return await answerGraphql(request, response, endpoint, note)
    if (path === '/mcp' && mcp === 'on') return await answerMcp(request, response, mcpEndpoint, note)
    if (path === '/datasets') return await answerUpload(request, response, { ...gate, uploads, maxUploadBytes }, note)
    const page = pages.get(path) ?? explorer.pageAt(path)
    if (!page) {
      const message = `There is nothing at ${path.slice(0, 200)}: ask POST /graphql.`
      return await refuse(request, response, 404, { message, code: 'NOT_FOUND' })
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return await refuse(request, response, 405, { message: `${path} is only read: GET it.`, code: 'BAD_REQUEST' })
    }
    await page(request, response)
  }

  const explorer = explorerPages()
  const pages = new Map<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>([
    ['/', answerHome],
    ['/healthz', (request, response) => respondJson(request, response, 200, { status: 'ok' })],
    [
      '/readyz',
      async (request, response) => {
        const readiness = isStopping ? stopping : await checkReadiness(store, isWorking)
        await respondJson(request, response, readiness.status === 'ok' ? 200 : 503, readiness)
      },
    ],
    ['/metrics', answerMetrics],
    ...idePages(),
    ...explorer.files,
  ])

  /** The explorer to a browser; to other clients what there is to ask, as text. */
  async function answerHome(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isPage = new Negotiator(request).mediaType(['text/plain', 'text/html']) === 'text/html'
    await ((isPage && explorer.pageAt('/')) || answerLanding)(request, response)
  }

  /** Open as reading is. */
  async function answerMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await gate.authenticate(request.headers.authorization)
    } catch (refusal) {
      if (!(refusal instanceof SuanliError)) throw refusal
      return await refuse(request, response, errors[refusal.code].status, refusal, headersOf(refusal))
    }
    await respond(request, response, 200, { 'content-type': metrics.contentType }, await metrics.print())
  }

  /** What answers a path, in few words: no client adds to them. */
  function routeOf(path: string): string {
    if (path.startsWith('/ide/')) return '/ide/*'
    if (path.startsWith('/explorer/')) return '/explorer/*'
    if (path !== '/' && explorer.pageAt(path)) return `/${path.split('/')[1]}`
    const isPosted = path === '/graphql' || path === '/datasets' || (path === '/mcp' && mcp === 'on')
    return isPosted || pages.has(path) ? path : 'none'
  }

  try {
    await listen(http, host, port)
  } catch (failure) {
    await apollo.stop()
    await uploads?.close()
    throw failure
  }
  // Where a connection cannot be accepted (no file handles left), those that stand go on.
  http.on('error', failure => logFailure(log, failure))
  const { port: taken } = http.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    async close() {
      isStopping = true
      // Whoever spreads requests over several servers learns of it by /readyz.
      await setTimeout(stopDelayMs)
      const importsEnded = imports.close()
      await openedSockets.close()
      // Apollo's drain plugin closes the HTTP server once what runs has been answered.
      await apollo.stop()
      await importsEnded
      await uploads?.close()
    },
  }
}

const stopping = { status: 'unavailable', reason: 'The server is stopping.' } as const

/** At least so long nothing may move on a connection: more than proxies keep one open for another request. */
const idleMs = 120_000

/** What browsers and proxies carry, at least (RFC 9110, 4.1). */
const maxUrlLength = 8_000

/** The path of a request’s target, which may be a whole URL (RFC 9112, 3.2.2). */
function pathOf(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '').split('?')[0] ?? ''
}
