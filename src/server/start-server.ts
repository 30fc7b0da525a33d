import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { type Asking, type Context, createContext, type Services } from '../graphql/context.js'
import { formatError } from '../graphql/format-error.js'
import { limitRules } from '../graphql/limits.js'
import { SuanliError } from '../model/error.js'
import { defaultLimits, type Limits } from '../model/limits.js'
import type { Authenticate } from './authenticate.js'
import { answerGraphql, type Noting } from './graphql-endpoint.js'
import { guardMutations } from './guard-mutations.js'
import { checkReadiness } from './health.js'
import { idePages } from './ide-pages.js'
import { answerLanding } from './landing-page.js'
import { limitCost } from './limit-cost.js'
import { logFailure, logRequest, noteErrors, noteOperations, type OperationNote } from './request-log.js'
import { refuse, respondJson } from './respond.js'
import { serveCompiled } from './serve-compiled.js'

/** What a server needs. It closes nothing that it was given. */
export interface ServerOptions {
  readonly services: Services
  readonly schema: GraphQLSchema
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  readonly maxBodyBytes: number
  readonly authenticate: Authenticate
  readonly limits?: Limits
  readonly log: Logger
}

export interface RunningServer {
  /** `http://127.0.0.1:4000`. */
  readonly url: string
  /** Takes no more connections, finishes the requests that run, for up to ten seconds, and ends. */
  close(): Promise<void>
}

/** Serves /graphql, /ide, /, /healthz and /readyz. Throws ADDRESS_TAKEN where it cannot listen there. */
export async function startServer({
  services,
  schema,
  host,
  port,
  maxBodyBytes,
  authenticate,
  limits = defaultLimits,
  log,
}: ServerOptions): Promise<RunningServer> {
  const http = createServer((request, response) => {
    void answer(request, response)
  })
  const apollo = new ApolloServer<Context & Noting>({
    gateway: serveCompiled(schema),
    introspection: true,
    parseOptions: { maxTokens: limits.maxTokens },
    validationRules: [...limitRules(limits)],
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: log,
    formatError: (formatted, error) => formatError(formatted, error, failure => logFailure(log, failure)),
    // The cache-control plugin wraps every field: with it a large answer takes half as long again.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // Apollo traces each field of a subgraph for whoever sends a header.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 10_000 }),
      guardMutations(),
      limitCost(limits),
      noteOperations(),
    ],
  })
  await apollo.start()
  const endpoint = {
    apollo,
    authenticate,
    createContext: (asking: Asking) => createContext(services, asking),
    maxBodyBytes,
    timeoutMs: limits.timeoutMs,
    report: (failure: unknown) => logFailure(log, failure),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request.url ?? '')
    const note = logRequest(log, request, response, path)
    // A client that goes in the middle of its request is no failure of ours.
    request.on('error', () => response.destroy())
    try {
      await route(request, response, path, note)
    } catch (failure) {
      const id = logFailure(log, failure)
      if (response.headersSent || response.destroyed) return void response.destroy()
      const { message, code } = new SuanliError('INTERNAL_SERVER_ERROR', { id })
      const errors = [{ message, extensions: { code, id } }]
      noteErrors(note, errors)
      await respondJson(request, response, 500, { errors })
    }
  }

  async function route(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    note: OperationNote,
  ): Promise<void> {
    allowOtherOrigins(response)
    if (request.method === 'OPTIONS') return void response.writeHead(204, preflight).end()
    if (path === '/graphql') return await answerGraphql(request, response, endpoint, note)
    const page = pages.get(path)
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

  const pages = new Map<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>([
    ['/', answerLanding],
    ['/healthz', (request, response) => respondJson(request, response, 200, { status: 'ok' })],
    [
      '/readyz',
      async (request, response) => {
        const readiness = await checkReadiness(services.store)
        await respondJson(request, response, readiness.status === 'ok' ? 200 : 503, readiness)
      },
    ],
    ...idePages(),
  ])

  try {
    await listen(http, host, port)
  } catch (failure) {
    await apollo.stop()
    throw failure
  }
  // Where a connection cannot be accepted (no file handles left), those that stand go on.
  http.on('error', failure => logFailure(log, failure))
  const { port: taken } = http.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    // Apollo's drain plugin closes the HTTP server once what runs has been answered.
    close: () => apollo.stop(),
  }
}

/** Reading is open: a page of any origin may ask. No credentials are sent along, since none are kept in cookies. */
function allowOtherOrigins(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('x-content-type-options', 'nosniff')
}

/** Of the headers, `*` stands for all but `authorization` (Fetch, CORS protocol). */
const preflight = {
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': '*, authorization',
  'access-control-max-age': '86400',
}

/** The path of a request’s target, which may be a whole URL (RFC 9112, 3.2.2). */
function pathOf(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '').split('?')[0] ?? ''
}

function listen(http: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? '']
      reject(reason === undefined ? error : new SuanliError('ADDRESS_TAKEN', { host, port, reason }, { cause: error }))
    }
    http.once('error', fail)
    http.listen(port, host, () => {
      http.off('error', fail)
      resolve()
    })
  })
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'it may not be used',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
}
