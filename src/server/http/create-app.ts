import type { Server } from 'node:http'
import { type FastifyInstance, fastify } from 'fastify'
import type { Logger } from 'pino'
import { SuanliError } from '../../model/error.js'
import type { Metrics } from '../observability/metrics.js'
import { logRequest, type OperationNote } from '../observability/request-log.js'
import { traceRequest } from '../observability/trace-request.js'
import { compressAnswer } from './compress-answer.js'
import { createHttp } from './open-http.js'
import { isWellFormed, pathOf, withoutBasePath, withoutEscapes } from './paths.js'
import { answerFailure, HttpRefusal, refuseSocket } from './refusal.js'
import { preflight, securityHeaders } from './security-headers.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the log and the metrics tell of the request. */
    note: OperationNote
  }
}

export interface AppOptions {
  readonly receiveTimeoutMs: number
  readonly idleMs: number
  /** The prefix of every path of the server: `/graph`; empty: none. */
  readonly basePath: string
  readonly trustedProxies: readonly string[]
  readonly metrics: Metrics
  readonly log: Logger
}

/** A fastify application without routes, and the HTTP server that hands it requests. */
export interface App {
  readonly app: FastifyInstance
  readonly http: Server
}

/**
 * Creates the application: every request is logged, counted and traced; every answer has the security headers and is
 * compressed; every failure is answered as JSON with a code. Bodies stay unread until a route reads them.
 */
export function createApp({ receiveTimeoutMs, idleMs, basePath, trustedProxies, metrics, log }: AppOptions): App {
  let http: Server | undefined
  const app = fastify({
    serverFactory: answer => {
      http = createHttp(answer, { receiveTimeoutMs, idleMs })
      return http
    },
    rewriteUrl({ url = '/' }) {
      const target = withoutBasePath(url, basePath)
      // The router must take it, so that the refusal has what every answer has: headers, a log line, a page for browsers.
      return isWellFormed(target) ? target : withoutEscapes(target)
    },
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    exposeHeadRoutes: false,
    // While the server stops it still answers: the drain decides when to end.
    return503OnClosing: false,
    clientErrorHandler: refuseSocket,
    frameworkErrors: (failure, request, reply) => answerFailure(failure, request, reply, log),
    routerOptions: { maxParamLength: maxUrlLength },
  })
  if (!http) throw new Error('fastify made no HTTP server')

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _body, done) => done(null))
  // Set for each request before a route sees it; declared here so that requests have one shape.
  for (const name of ['note', 'principal', 'allowance']) app.decorateRequest(name)
  app.addHook('onRequest', (request, reply, done) => {
    const { url = 'none' } = request.routeOptions
    // What no other route takes.
    const route = url === '/*' ? 'none' : url
    request.note = logRequest(log, request.raw, reply.raw, pathOf(request.url))
    metrics.watch(request.raw, reply.raw, route, request.note)
    reply.headers(securityHeaders)
    // A client that leaves in the middle of its request is no failure of the server.
    request.raw.on('error', () => reply.raw.destroy())
    traceRequest(request.raw, reply.raw, route, traceId => {
      if (traceId !== undefined) request.note.trace = traceId
      if (request.url.length > maxUrlLength) done(new SuanliError('URL_TOO_LONG', { max: maxUrlLength }))
      else if (!isWellFormed(request.originalUrl)) done(new MalformedAddress(pathOf(request.originalUrl)))
      else if (request.method === 'OPTIONS') reply.code(204).headers(preflight).send()
      else done()
    })
  })
  app.addHook('onSend', compressAnswer)
  app.setErrorHandler((failure, request, reply) => answerFailure(failure, request, reply, log))
  app.setNotFoundHandler(request => {
    throw new HttpRefusal(404, 'NOT_FOUND', {
      en: `There is nothing at ${pathOf(request.url).slice(0, 200)}: see /.`,
      zh: `${pathOf(request.url).slice(0, 200)} 处没有内容：请见 /。`,
    })
  })
  return { app, http }
}

/** The refusal of a path with a malformed escape. */
export class MalformedAddress extends HttpRefusal {
  constructor(path: string) {
    const shown = path.slice(0, 200)
    super(400, 'BAD_REQUEST', {
      en: `A percent sign in ${shown} begins no character: write a percent sign itself as %25.`,
      zh: `${shown} 中的百分号编码不完整：百分号本身应写作 %25。`,
    })
  }
}

/** The longest target that browsers and proxies must carry (RFC 9110, 4.1). */
const maxUrlLength = 8_000
