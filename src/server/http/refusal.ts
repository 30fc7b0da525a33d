import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { errors, requestErrors } from '../../model/catalogues/error-catalogue.js'
import { type AnyErrorCode, type ErrorLanguage, type ErrorTexts, errorText, SuanliError } from '../../model/error.js'
import { logFailure, noteErrors } from '../observability/request-log.js'
import { requestLanguage } from './request-language.js'

/** The refusal of a request that breaks a rule of HTTP or of an endpoint. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: AnyErrorCode,
    readonly texts: ErrorTexts,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(texts.en)
  }
}

/** The HTTP answer of a refusal. */
export interface Refused {
  readonly status: number
  readonly code: AnyErrorCode
  readonly message: string
  readonly headers: Readonly<Record<string, string>>
  /** Id of the logged failure. */
  readonly id?: string
  /** The extensions of the error, with the code. */
  readonly extensions?: Readonly<Record<string, string | number>>
}

/** Turns any failure into the refusal for the client. Failures of the server are logged, and the client receives only their id. */
export function toRefused(failure: unknown, log: Logger, language: ErrorLanguage = 'en'): Refused {
  if (failure instanceof HttpRefusal) {
    const { status, code, texts, headers } = failure
    return { status, code, message: texts[language], headers }
  }
  if (failure instanceof SuanliError) {
    const status = statusOf(failure)
    if (status >= 500) logFailure(log, failure)
    return {
      status,
      code: failure.code,
      message: failure.textIn(language),
      headers: headersOf(failure),
      extensions: failure.extensions,
    }
  }
  const { statusCode, message } = failure as { readonly statusCode?: number; readonly message: string }
  // fastify refuses requests that break HTTP: a path with a broken escape, an invalid content type.
  if (isOfFastify(failure) && statusCode !== undefined && statusCode < 500)
    return {
      status: statusCode,
      code: 'BAD_REQUEST',
      message: language === 'zh' ? requestErrors.BAD_REQUEST.zh : message,
      headers: {},
    }
  const id = logFailure(log, failure)
  const code = 'INTERNAL_SERVER_ERROR'
  return { status: 500, code, message: errorText(code, { id }, language), headers: {}, id }
}

/** Answers a request that failed: one GraphQL error with a code that callers may rely on. */
export function answerFailure(failure: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger): void {
  if (reply.raw.headersSent) {
    logFailure(log, failure)
    return void reply.raw.destroy()
  }
  const { status, code, message, headers, id, extensions } = toRefused(
    asRefusal(failure, request),
    log,
    requestLanguage(request.headers),
  )
  const told = [{ message, extensions: { code, ...extensions, ...(id !== undefined && { id }) } }]
  // Headers of the intended answer do not apply to its refusal.
  for (const name of ofAnswers) reply.removeHeader(name)
  if (request.note) noteErrors(request.note, told)
  reply
    .code(status)
    .headers({ 'cache-control': 'no-store', ...headers })
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: told }))
}

const ofAnswers = ['accept-ranges', 'cache-control', 'content-disposition', 'content-encoding', 'etag']

/** Refusals of fastify get the form of our refusals. */
function asRefusal(failure: unknown, { headers }: FastifyRequest): unknown {
  const { code } = failure as { readonly code?: unknown }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new HttpRefusal(415, 'BAD_REQUEST', unreadType(headers['content-type'] ?? ''))
  return failure
}

/** The text for an unsupported content type. */
export function unreadType(type: string): ErrorTexts {
  const seen = type.slice(0, 100)
  return {
    en: `The content type is "${seen}": send application/json, in UTF-8.`,
    zh: `内容类型为“${seen}”：请发送 UTF-8 编码的 application/json。`,
  }
}

/** The status of a refusal that ends a request. */
function statusOf({ code, fields }: SuanliError): number {
  const { status } = errors[code]
  // In a GraphQL answer these are errors of a field. Alone they are errors of the request.
  if (status !== 200) return status
  return code === 'NOT_FOUND' && fields.argument === undefined ? 404 : 400
}

/** The headers that the status of a refusal needs. */
export function headersOf({ code, fields }: SuanliError): Readonly<Record<string, string>> {
  switch (code) {
    case 'UNAUTHENTICATED':
      // RFC 6750, 3.1: no error if no token was sent.
      return { 'www-authenticate': `Bearer realm="suanli"${fields.error ? `, error="${fields.error}"` : ''}` }
    case 'FORBIDDEN':
      return { 'www-authenticate': 'Bearer realm="suanli", error="insufficient_scope"' }
    case 'RATE_LIMITED':
      return { 'retry-after': String(fields.seconds) }
    case 'EXPORTS_BUSY':
      return { 'retry-after': '60' }
    default:
      return {}
  }
}

/** Answers bytes that are no HTTP request on their connection, since fastify has no request for them. */
export function refuseSocket(failure: NodeJS.ErrnoException, socket: Socket): void {
  if (failure.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const [status, message] = brokenRequests[failure.code ?? ''] ?? [400, 'The bytes are not an HTTP request.']
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] })
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'connection: close',
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
}

const brokenRequests: Readonly<Record<string, readonly [status: number, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time: send its headers and its body faster.'],
  HPE_HEADER_OVERFLOW: [431, 'The headers are longer than 16 kB: send fewer or shorter ones.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The extensions of a chunk are too long: send none.'],
}

function isOfFastify(failure: unknown): boolean {
  return String((failure as { readonly code?: unknown }).code).startsWith('FST_')
}
