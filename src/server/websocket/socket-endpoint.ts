import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { handleProtocols } from 'graphql-ws'
import { WebSocketServer } from 'ws'
import { SuanliError } from '../../model/error.js'
import { authenticateAndThrottle } from '../auth/admission.js'
import { requestCost } from '../auth/limit-rate.js'
import { pathOf, withoutBasePath } from '../http/paths.js'
import { toRefused } from '../http/refusal.js'
import { securityHeaders } from '../http/security-headers.js'
import { responseTo, type TakeUpgrade } from '../http/take-upgrades.js'
import { logRequest, noteErrors } from '../observability/request-log.js'
import { type OpenSocket, serveSocket } from './serve-socket.js'
import type { SocketContext } from './socket-context.js'

export interface Sockets {
  readonly take: TakeUpgrade
  /** Accepts no more sockets, answers the running queries, closes all sockets (1001), and waits until they are closed. */
  close(): Promise<void>
}

/**
 * Opens WebSockets at /graphql. Pages of any origin may open one, as they may ask over HTTP, since the server uses no
 * cookies. The number of sockets is bounded, for each client and in all.
 */
export function openSockets(endpoint: SocketContext): Sockets {
  const { sockets, metrics, log, maxBodyBytes, clientKey, basePath } = endpoint
  const pathIn = ({ url = '/' }: IncomingMessage) => pathOf(withoutBasePath(url, basePath)).slice(0, 200)
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: maxBodyBytes,
    handleProtocols,
  })
  const open = new Set<OpenSocket>()
  const counts = new Map<string, number>()
  let all = 0
  let isStopping = false

  /** Counts a socket until its connection closes. Throws TOO_MANY_SOCKETS. */
  function count(request: IncomingMessage, socket: Duplex): void {
    const { maxSockets, maxSocketsPerClient } = sockets
    const client = clientKey(request)
    const own = counts.get(client) ?? 0
    if (own >= maxSocketsPerClient)
      throw new SuanliError('TOO_MANY_SOCKETS', { whose: 'this client', max: maxSocketsPerClient })
    if (all >= maxSockets) throw new SuanliError('TOO_MANY_SOCKETS', { whose: 'this server', max: maxSockets })
    counts.set(client, own + 1)
    all += 1
    socket.once('close', () => {
      all -= 1
      const left = (counts.get(client) ?? 1) - 1
      if (left > 0) counts.set(client, left)
      else counts.delete(client)
    })
  }

  async function admitted(request: IncomingMessage, socket: Duplex): Promise<void> {
    if (isStopping) throw new SuanliError('STOPPING')
    if (pathIn(request) !== '/graphql') throw new SuanliError('NOT_FOUND', { what: 'WebSocket', id: pathIn(request) })
    count(request, socket)
    // The token may come in the first message instead, since browsers cannot set headers.
    if (request.headers.authorization !== undefined) await authenticateAndThrottle(request, endpoint)
    else await endpoint.rateLimit(clientKey(request)).spend(requestCost.always)
  }

  async function take(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    try {
      await admitted(request, socket)
    } catch (refusal) {
      metrics.socketRefused()
      return answerRefused(request, socket, refusal)
    }
    server.handleUpgrade(request, socket, head, opened => {
      const one = serveSocket(opened, request, endpoint)
      open.add(one)
      void one.closed.then(() => open.delete(one))
      if (isStopping) void one.close()
    })
  }

  function answerRefused(request: IncomingMessage, socket: Duplex, refusal: unknown): void {
    const response = responseTo(request, socket)
    const note = logRequest(log, request, response, pathIn(request))
    const { status, code, message, headers, id } = toRefused(refusal, log)
    const told = [{ message, extensions: { code, ...(id !== undefined && { id }) } }]
    noteErrors(note, told)
    const body = JSON.stringify({ errors: told })
    response.writeHead(status, {
      ...securityHeaders,
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  }

  return {
    take: (request, socket, head) => void take(request, socket, head),
    async close() {
      isStopping = true
      await Promise.all([...open].map(one => one.close()))
    },
  }
}
