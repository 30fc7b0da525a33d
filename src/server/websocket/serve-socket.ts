import type { IncomingMessage } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { GraphQLError } from 'graphql'
import { CloseCode, MessageType, makeServer } from 'graphql-ws'
import { type RawData, WebSocket } from 'ws'
import { readRequestView, viewHeader } from '../../graphql/views/request-view.js'
import { SuanliError } from '../../model/error.js'
import { authenticateAndThrottle } from '../auth/admission.js'
import { OperationRefused } from '../graphql/prepare-operation.js'
import { inRequestLanguage, requestLanguage } from '../http/request-language.js'
import { noteErrors } from '../observability/request-log.js'
import type { SocketContext } from './socket-context.js'
import {
  beginOperation,
  executeOperation,
  followOperation,
  prepareOperation,
  type SocketExecution,
  type SocketOperation,
} from './socket-operation.js'

/** A WebSocket that is being served. */
export interface OpenSocket {
  readonly closed: Promise<void>
  /** Answers the running queries for up to ten seconds, then closes with 1001, after which clients reconnect. */
  close(): Promise<void>
}

/** The members of a message that are read before the protocol library sees it. */
interface Message {
  readonly type?: unknown
  readonly id?: unknown
  readonly payload?: { query?: unknown } | null
}

/**
 * Serves one WebSocket by the protocol graphql-transport-ws. A message is sent after the message before it has left, so
 * that a slow client receives less and nothing is buffered for it. The server stops reading from a client that does not
 * read at all. A client that does not answer pings is disconnected.
 */
export function serveSocket(socket: WebSocket, request: IncomingMessage, endpoint: SocketContext): OpenSocket {
  const { sockets, beginTimeoutMs, metrics, log, operations, formatError, authenticate } = endpoint
  const began = performance.now()
  const running = new Map<string, SocketOperation>()
  let operationCount = 0
  let authorization = request.headers.authorization
  let principal: string | undefined
  let givenView: unknown = request.headers[viewHeader]
  let isClosing = false
  const language = () => requestLanguage(request.headers, givenView)

  const server = makeServer<Record<string, unknown>, Record<string, never>>({
    connectionInitWaitTimeout: beginTimeoutMs,
    onConnect: async ({ connectionParams = {} }) => {
      const given = connectionParams.authorization ?? connectionParams.Authorization
      if (typeof given === 'string') authorization = given
      if (connectionParams.view !== undefined) givenView = connectionParams.view
      try {
        principal = (await authenticateAndThrottle(request, endpoint, authorization)).principal.kind
        return true
      } catch (refusal) {
        return closeFor(refusal)
      }
    },
    onSubscribe: async (_, id, payload) => {
      const operation = running.get(id)
      if (!operation) return [asGraphqlError(new SuanliError('CLIENT_GONE'))]
      const others = [...running.values()].filter(({ deadline }) => !deadline.signal.aborted)
      try {
        if (others.length > sockets.maxOperationsPerSocket)
          throw new SuanliError('TOO_MANY_OPERATIONS', { max: sockets.maxOperationsPerSocket })
        const { principal, allowance } = await authenticateAndThrottle(request, endpoint, authorization)
        const asked = readRequestView(endpoint.schema, givenView, 'connectionParams.view')
        const view = inRequestLanguage(asked, request.headers)
        return await prepareOperation(operation, payload, { principal, allowance, view, language }, endpoint)
      } catch (refusal) {
        if (refusal instanceof OperationRefused) return refusal.errors
        if (!(refusal instanceof SuanliError)) throw refusal
        if (refusal.code === 'UNAUTHENTICATED' || refusal.code === 'FORBIDDEN') closeFor(refusal)
        return [asGraphqlError(refusal)]
      }
    },
    execute: args => executeOperation(args, endpoint),
    subscribe: args => followOperation(args),
    onNext: (_, id, __, args, result) => {
      const operation = running.get(id)
      const { contextValue } = args as SocketExecution
      if (operation?.events === undefined) return operations.format(result, contextValue) as never
      operation.events += 1
      metrics.eventSent()
      return {
        ...result,
        ...(result.errors && { errors: result.errors.map(error => formatError(error.toJSON(), error, language())) }),
      } as never
    },
    onError: (_, id, __, failures) => {
      const told = failures.map(failure => formatError(failure.toJSON(), failure, language()))
      const operation = running.get(id)
      // The metrics count an operation by its first error code.
      if (operation && !operation.note.codes) noteErrors(operation.note, told)
      return told
    },
  })

  /** Closes the socket with a code that says whether to reconnect. Returns false, which refuses the client. */
  function closeFor(refusal: unknown): false {
    if (!(refusal instanceof SuanliError)) endpoint.report(refusal)
    const code = refusal instanceof SuanliError ? refusal.code : 'INTERNAL_SERVER_ERROR'
    socket.close(closeCodes[code] ?? tryAgainLater, code)
    return false
  }

  const leave = server.opened(
    {
      protocol: socket.protocol,
      send: text =>
        new Promise<void>(resolve => {
          if (socket.readyState !== WebSocket.OPEN) return resolve()
          socket.send(text, () => {
            if (socket.isPaused && socket.bufferedAmount <= maxUnsentBytes) socket.resume()
            resolve()
          })
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: hand => {
        socket.on('message', data => void handle(data, hand))
      },
    },
    {},
  )

  async function handle(data: RawData, hand: (message: string) => Promise<void>): Promise<void> {
    if (socket.bufferedAmount > maxUnsentBytes) socket.pause()
    const message = parse(data)
    // The library closes the socket for invalid messages. It accepts an object as well as its text.
    const handOn = () => hand((message ?? 'null') as string)
    try {
      if (message?.type === MessageType.Complete && typeof message.id === 'string') running.get(message.id)?.stop()
      if (message?.type !== MessageType.Subscribe || typeof message.id !== 'string') return await handOn()
      const former = running.get(message.id)
      // An operation id is free again as soon as the client has completed the operation.
      if (former?.deadline.signal.aborted) await former.ended
      else if (former) return await handOn()
      if (isClosing) return
      await runOperation(message.id, message, handOn)
    } catch (failure) {
      endpoint.report(failure)
      socket.close(CloseCode.InternalServerError, 'INTERNAL_SERVER_ERROR')
    }
  }

  async function runOperation(id: string, message: Message, handOn: () => Promise<void>): Promise<void> {
    const operation = beginOperation(endpoint)
    running.set(id, operation)
    operationCount += 1
    // A document may be named by its id alone.
    if (message.payload && message.payload.query === undefined) message.payload.query = ''
    try {
      await handOn()
    } finally {
      running.delete(id)
      operation.end()
    }
  }

  let isAlive = true
  socket.on('pong', () => {
    isAlive = true
  })
  const keepAlive = setInterval(() => {
    if (!isAlive) socket.terminate()
    isAlive = false
    socket.ping()
    void checkToken()
  }, sockets.keepAliveMs)

  /** Closes the socket when the token expires. */
  async function checkToken(): Promise<void> {
    try {
      if (principal !== undefined) await authenticate(authorization)
    } catch (refusal) {
      if (refusal instanceof SuanliError && refusal.code !== 'KEYS_UNAVAILABLE') closeFor(refusal)
    }
  }

  socket.on('error', () => {})
  metrics.socketOpened()
  const closed = new Promise<void>(resolve => {
    socket.once('close', (code, reason) => {
      clearInterval(keepAlive)
      for (const operation of running.values()) operation.stop()
      metrics.socketClosed()
      const ms = Math.round((performance.now() - began) * 10) / 10
      log.info({ path: '/graphql', code, ms, operations: operationCount, ...(principal && { principal }) }, 'socket')
      void Promise.resolve(leave(code, String(reason)))
        .catch(failure => endpoint.report(failure))
        .then(resolve)
    })
  })

  return {
    closed,
    async close() {
      isClosing = true
      const answers = [...running.values()].filter(({ events }) => events === undefined).map(({ ended }) => ended)
      await Promise.race([Promise.all(answers), closed, delay(finishForMs, undefined, { ref: false })])
      socket.close(goingAway, 'STOPPING')
      const cutOff = setTimeout(() => socket.terminate(), closeWithinMs)
      await closed
      clearTimeout(cutOff)
    },
  }
}

function asGraphqlError(refusal: SuanliError): GraphQLError {
  return new GraphQLError(refusal.message, { originalError: refusal })
}

/** Undefined if the bytes are not JSON in UTF-8. */
function parse(data: RawData): Message | undefined {
  try {
    const message: unknown = JSON.parse(String(data))
    return typeof message === 'object' && message !== null ? (message as Message) : undefined
  } catch {
    return undefined
  }
}

/** By the protocol, or RFC 6455; all others say to come again later. */
const closeCodes: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: CloseCode.Unauthorized,
  FORBIDDEN: CloseCode.Forbidden,
  INTERNAL_SERVER_ERROR: CloseCode.InternalServerError,
}
const tryAgainLater = 1013
const goingAway = 1001

/** Bytes that may wait to be sent before the server stops reading from the client. */
const maxUnsentBytes = 1_000_000
const finishForMs = 10_000
const closeWithinMs = 2_000
