import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CacheOutcome } from '../graphql/answer-cache.js'
import type { RowFallback, StoreCall } from './observe-store.js'
import type { OperationNote } from './request-log.js'

/** The metrics of a server, in the text format of Prometheus. No label contains a client's own words. */
export interface Metrics {
  readonly contentType: string
  /** The present metrics as text. */
  print(): Promise<string>
  /** Counts a finished request by its route. */
  watch(request: IncomingMessage, response: ServerResponse, route: string, note: OperationNote): void
  storeCalled(call: StoreCall): void
  /** Counts queries that rows did not answer. */
  rowsFellBack(fallback: RowFallback): void
  /** Counts what the cache of answers did for an answer. */
  answerCacheAsked(outcome: CacheOutcome): void
  /** Counts a finished operation of any transport. */
  operationEnded(note: OperationNote): void
  socketOpened(): void
  socketClosed(): void
  socketRefused(): void
  /** Counts an answer of a subscription. */
  eventSent(): void
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'How long requests took, from the end of their headers to the end of the answer; status gone: the client went before.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: seconds,
    registers,
  })
  const operations = new Counter({
    name: 'graphql_operations_total',
    help: 'Operations at /graphql, over HTTP and WebSocket, by the type of the operation, none where it was not found out, and the first error code of the answer, OK where there is none.',
    labelNames: ['type', 'code'] as const,
    registers,
  })
  const toolCalls = new Counter({
    name: 'mcp_requests_total',
    help: 'Requests to /mcp by the tool that was called, none where none was, and the first error code of the answer, OK where there is none.',
    labelNames: ['tool', 'code'] as const,
    registers,
  })
  const cached = new Counter({
    name: 'graphql_answer_cache_total',
    help: 'Operations over HTTP that were prepared, by what the cache of answers did; hit: the answer was kept; collapsed: another request was computing it; miss: it was computed; bypass: its fields are not of the revision, or nothing is kept.',
    labelNames: ['outcome'] as const,
    registers,
  })
  const costs = new Histogram({
    name: 'graphql_operation_cost',
    help: 'Predicted costs of operations, in fields.',
    labelNames: ['type'] as const,
    buckets: [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000],
    registers,
  })
  const limited = new Counter({
    name: 'rate_limited_requests_total',
    help: 'Requests that were refused since their client had nothing left to spend.',
    registers,
  })
  const sockets = new Gauge({ name: 'graphql_sockets', help: 'WebSockets that are open.', registers })
  const refused = new Counter({
    name: 'graphql_sockets_refused_total',
    help: 'Requests for a WebSocket that were refused.',
    registers,
  })
  const events = new Counter({
    name: 'graphql_subscription_events_total',
    help: 'Answers of subscriptions that were sent.',
    registers,
  })
  const calls = new Histogram({
    name: 'store_call_duration_seconds',
    help: 'How long calls of the store took, which answer the questions of one tick.',
    labelNames: ['store', 'outcome'] as const,
    buckets: seconds,
    registers,
  })
  const fallbacks = new Counter({
    name: 'suanli_row_fallbacks_total',
    help: 'Queries of lists that the rows of current values did not answer, and that were answered from statements, slower; failed: the database refused the query; outdated: the rows are of another revision or day, or being written.',
    labelNames: ['reason'] as const,
    registers,
  })
  new Gauge({ name: 'suanli_build_info', help: 'Always 1.', labelNames: ['version', 'node'], registers }).set(
    { version: version(), node: process.version },
    1,
  )

  function operationEnded(note: OperationNote): void {
    operations.inc({ type: note.type ?? 'none', code: note.codes?.[0] ?? 'OK' })
    costEnded(note)
  }

  function costEnded({ type = 'none', cost, codes }: OperationNote): void {
    if (cost !== undefined) costs.observe({ type }, cost)
    if (codes?.includes('RATE_LIMITED')) limited.inc()
  }

  return {
    contentType: registry.contentType,
    print: async () => `${await registry.metrics()}\n${await ofProcess().registry.metrics()}`,
    watch(request, response, route, note) {
      const end = requests.startTimer({ method: methodOf(request), route })
      response.once('close', () => {
        end({ status: response.writableFinished ? String(response.statusCode) : 'gone' })
        if (!['/graphql', '/mcp'].includes(route) || request.method === 'OPTIONS') return
        if (route === '/graphql') return operationEnded(note)
        toolCalls.inc({ tool: note.tool ?? 'none', code: note.codes?.[0] ?? 'OK' })
        costEnded(note)
      })
    },
    answerCacheAsked: outcome => cached.inc({ outcome }),
    operationEnded,
    socketOpened: () => sockets.inc(),
    socketClosed: () => sockets.dec(),
    socketRefused: () => refused.inc(),
    eventSent: () => events.inc(),
    rowsFellBack: ({ reason, queries }) => fallbacks.inc({ reason }, queries.length),
    storeCalled: ({ store, outcome, ms }) => calls.observe({ store, outcome }, ms / 1000),
  }
}

/** Buckets from a read of memory to the longest time limits. */
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Counts a rejection that no code handled: each is a fault of the program, though the server goes on. */
export function countUnhandledRejection(): void {
  ofProcess().rejections.inc()
}

interface ProcessMetrics {
  readonly registry: Registry
  readonly rejections: Counter
}

let processMetrics: ProcessMetrics | undefined

/** Metrics of the process are registered once, for any number of servers in it. */
function ofProcess(): ProcessMetrics {
  if (processMetrics) return processMetrics
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const rejections = new Counter({
    name: 'suanli_unhandled_rejections_total',
    help: 'Rejections that no code handled; each is also logged.',
    registers: [registry],
  })
  processMetrics = { registry, rejections }
  return processMetrics
}

function methodOf({ method = '' }: IncomingMessage): string {
  return ['GET', 'POST', 'HEAD', 'OPTIONS'].includes(method) ? method : '_OTHER'
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
  return String(version)
}
