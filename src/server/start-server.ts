import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { type Context, createContext, type Services } from '../graphql/context.js'
import { formatError } from '../graphql/format-error.js'
import { SuanliError } from '../model/error.js'
import { answerGraphql } from './graphql-endpoint.js'
import { checkReadiness } from './health.js'
import { respond, respondJson } from './respond.js'

/** What a server needs. It closes nothing that it was given. */
export interface ServerOptions {
  readonly services: Services
  readonly schema: GraphQLSchema
  readonly host: string
  readonly port: number
  readonly maxBodyBytes: number
  readonly log: Logger
}

export interface RunningServer {
  /** `http://127.0.0.1:4000`. */
  readonly url: string
  /** Takes no more requests, finishes those that run, and ends. */
  close(): Promise<void>
}

/** Serves /graphql, /healthz and /readyz. Throws PORT_TAKEN where another program listens there. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { services, schema, host, port, log } = options
  const http = createServer((request, response) => {
    void answer(request, response)
  })
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: log,
    formatError: (formatted, error) => formatError(formatted, error, cause => reportFailure(log, cause)),
    // The cache-control plugin wraps every field: with it a large answer takes half as long again.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: http }),
      logOperations(log),
    ],
  })
  await apollo.start()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now()
    const path = (request.url ?? '').split('?')[0] ?? ''
    response.on('close', () =>
      log.info(
        { method: request.method, path, status: response.statusCode, ms: Math.round(performance.now() - began) },
        'request',
      ),
    )
    // A client that goes in the middle of its request is no failure of ours.
    request.on('error', () => response.destroy())
    try {
      await route(request, response, path)
    } catch (error) {
      const id = reportFailure(log, error)
      if (response.headersSent || response.destroyed) response.destroy()
      else
        await respondJson(request, response, 500, {
          errors: [
            {
              message: new SuanliError('INTERNAL_SERVER_ERROR', { id }).message,
              extensions: { code: 'INTERNAL_SERVER_ERROR', id },
            },
          ],
        })
    }
  }

  async function route(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    allowOtherOrigins(request, response)
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    switch (path) {
      case '/graphql':
        return answerGraphql(request, response, {
          apollo,
          createContext: async () => createContext(services),
          maxBodyBytes: options.maxBodyBytes,
        })
      case '/healthz':
        return respondJson(request, response, 200, { status: 'ok' })
      case '/readyz': {
        const readiness = await checkReadiness(services.store)
        return respondJson(request, response, readiness.status === 'ok' ? 200 : 503, readiness)
      }
      case '/':
        return respond(request, response, 200, { 'content-type': 'text/plain; charset=utf-8' }, welcome)
      default:
        return respondJson(request, response, 404, {
          errors: [
            {
              message: `There is nothing at ${path.slice(0, 200)}: ask POST /graphql.`,
              extensions: { code: 'NOT_FOUND' },
            },
          ],
        })
    }
  }

  await listen(http, host, port)
  const { port: taken } = http.address() as AddressInfo
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${taken}`
  return {
    url,
    // Apollo's drain plugin closes the HTTP server once what runs has been answered.
    close: () => apollo.stop(),
  }
}

const welcome = `suanli 算力

A knowledge graph of AI infrastructure in which every fact says who stated it.
人工智能基础设施知识图谱：每一条事实都注明出处。

POST /graphql   GraphQL
GET  /healthz   the process is up          进程存活
GET  /readyz    the store can be asked     存储可用
`

/** Reading is open: a page of any origin may ask. No credentials are sent along, since none are kept in cookies. */
function allowOtherOrigins(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('x-content-type-options', 'nosniff')
  if (request.method !== 'OPTIONS') return
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS')
  response.setHeader(
    'access-control-allow-headers',
    'content-type, authorization, apollo-require-preflight, x-apollo-operation-name',
  )
  response.setHeader('access-control-max-age', '86400')
}

function listen(http: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL'
          ? new SuanliError('ADDRESS_TAKEN', { host, port, reason: reasons[error.code] ?? '' }, { cause: error })
          : error,
      )
    })
    http.listen(port, host, resolve)
  })
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'it may not be used',
  EADDRNOTAVAIL: 'this machine has no such address',
}

/** Puts a failure into the log under an id that the client is told. */
function reportFailure(log: Logger, error: unknown): string {
  const id = randomUUID()
  log.error({ id, err: error, cause: error instanceof Error ? error.cause : undefined }, 'failure')
  return id
}

/** One line for each operation: what it is called and how it ended, and nothing of what it asked or got. */
function logOperations(log: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operationName, operation, response }) {
          const codes =
            response.body.kind === 'single'
              ? (response.body.singleResult.errors ?? []).map(({ extensions }) => extensions?.code)
              : []
          log.debug({ operation: operationName ?? null, type: operation?.operation, codes }, 'operation')
        },
      }
    },
  }
}
