import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import Negotiator from 'negotiator'
import type { Logger } from 'pino'
import type { Ontology } from '../ontology/ontology.js'
import type { Store } from '../store/store.js'
import type { Gate } from './auth/admission.js'
import { addExplorer, sendHome } from './explorer/explorer-pages.js'
import { nodeFinder } from './explorer/find-node.js'
import { addExport } from './export/export-endpoint.js'
import type { Operations } from './graphql/answer-operation.js'
import { type GraphqlEndpoint, getGraphql, postGraphql } from './graphql/graphql-endpoint.js'
import { admitRequests } from './http/admitted.js'
import { checkReadiness } from './http/health.js'
import { addIde } from './http/ide-pages.js'
import { sendLanding } from './http/landing-page.js'
import { HttpRefusal } from './http/refusal.js'
import { addPage, addRoute } from './http/routes.js'
import { readBundle } from './http/web-bundle.js'
import type { OriginRule } from './mcp/check-origin.js'
import { addMcp } from './mcp/mcp-endpoint.js'
import type { Metrics } from './observability/metrics.js'
import type { StateMetrics } from './observability/state-metrics.js'
import { addReconciliation } from './reconcile/reconcile-routes.js'
import { postUpload } from './uploads/upload-endpoint.js'
import type { UploadStore } from './uploads/upload-store.js'

export interface RouteOptions extends GraphqlEndpoint {
  readonly schema: GraphQLSchema
  readonly operations: Operations
  readonly gate: Gate
  readonly basePath: string
  readonly store: Store
  readonly ontology: Ontology
  readonly introspection: 'on' | 'off'
  readonly mcp: 'on' | 'off'
  readonly mcpOrigins: OriginRule
  readonly uploads: UploadStore | undefined
  readonly maxUploadBytes: number
  readonly maxExports: number
  /** Where the bundles of the web pages are. */
  readonly folders: { readonly ide: string; readonly explorer: string }
  /** Whether the process that holds an import still runs. */
  readonly isWorking: Parameters<typeof checkReadiness>[1]
  readonly isStopping: () => boolean
  readonly metrics: Metrics
  readonly stateMetrics: StateMetrics
  readonly log: Logger
}

/** Every route of the server. */
export function addRoutes(app: FastifyInstance, options: RouteOptions): void {
  app.register(async scope => addPages(scope, options))
  app.register(async scope => addProbes(scope, options))
  app.register(async scope => {
    // Open if reading is open. Probes and scrapers are free.
    scope.addHook('onRequest', async ({ headers }) => void (await options.gate.authenticate(headers.authorization)))
    addPage(scope, '/metrics', async (_, reply) => {
      reply.type(options.metrics.contentType)
      return (await Promise.all([options.metrics.print(), options.stateMetrics.print()])).join('\n')
    })
  })
  app.register(async scope => {
    admitRequests(scope, options.gate)
    addRoute(scope, '/graphql', { GET: getGraphql(options), POST: postGraphql(options) })
    addRoute(scope, '/datasets', { POST: postUpload(options) })
    addPage(scope, '/schema.graphql', schemaPage(options))
    addExport(scope, { ...options, maxRunning: options.maxExports })
    addReconciliation(scope, options)
  })
  if (options.mcp === 'on') app.register(async scope => addMcp(scope, { ...options, origins: options.mcpOrigins }))
}

/** The pages for browsers. Anyone may load them, since their data come from /graphql. */
function addPages(scope: FastifyInstance, options: RouteOptions): void {
  const { basePath, folders } = options
  addIde(scope, folders.ide, basePath)
  const explorer = readBundle(folders.explorer, '/explorer/', basePath)
  if (explorer) addExplorer(scope, explorer, { basePath, findNode: nodeFinder(options) })
  addPage(scope, '/', (request, reply) =>
    explorer && new Negotiator(request.raw).mediaType(['text/plain', 'text/html']) === 'text/html'
      ? sendHome(request, reply, explorer)
      : sendLanding(request, reply, basePath),
  )
}

function addProbes(scope: FastifyInstance, { store, isWorking, isStopping }: RouteOptions): void {
  addPage(scope, '/healthz', async (_, reply) => {
    reply.type(json)
    return JSON.stringify({ status: 'ok' })
  })
  addPage(scope, '/readyz', async (_, reply) => {
    const readiness = isStopping() ? stopping : await checkReadiness(store, isWorking)
    reply.code(readiness.status === 'ok' ? 200 : 503).type(json)
    return JSON.stringify(readiness)
  })
}

const json = 'application/json; charset=utf-8'
const stopping = { status: 'unavailable', reason: 'The server is stopping.' } as const

/** The schema as text, for code generators and editors; a server without introspection does not tell it. */
function schemaPage({ schema, introspection }: RouteOptions) {
  let printed: string | undefined
  return (_: FastifyRequest, reply: FastifyReply) => {
    if (introspection === 'off')
      throw new HttpRefusal(404, 'NOT_FOUND', {
        en: 'This server does not tell its schema (SUANLI_INTROSPECTION is off).',
        zh: '此服务器不公开模式（SUANLI_INTROSPECTION 为 off）。',
      })
    printed ??= `${printSchema(lexicographicSortSchema(schema))}\n`
    return reply.headers({ 'cache-control': 'no-cache' }).type('text/plain; charset=utf-8').send(printed)
  }
}
