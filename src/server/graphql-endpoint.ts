import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import { errors, SuanliError } from '../model/error.js'
import type { Principal } from '../model/principal.js'
import type { Authenticate } from './authenticate.js'
import { readBody } from './read-body.js'
import { headersOf } from './refusal.js'
import { noteErrors, type OperationNote } from './request-log.js'
import { signalFor } from './request-signal.js'
import { refuse, respond } from './respond.js'

/** What answers /graphql. */
export interface GraphqlEndpoint<Context extends object> {
  readonly apollo: ApolloServer<Context & Noting>
  readonly authenticate: Authenticate
  /** Made anew for each request; what works for it stops at the signal. */
  readonly createContext: (asking: { readonly principal: Principal; readonly signal: AbortSignal }) => Context
  readonly maxBodyBytes: number
  readonly timeoutMs: number
  /** Puts a failure into the log. */
  readonly report: (failure: unknown) => void
}

/** What Apollo’s plugins write down about a request. */
export interface Noting {
  readonly note: OperationNote
}

/**
 * Takes a request to Apollo and its answer back. What is wrong with the request itself is told as a GraphQL error: not
 * on whose word it says it comes (401), too long (413), not JSON (415), malformed (400). To a client that goes in the
 * middle nothing is sent.
 */
export async function answerGraphql<Context extends object>(
  request: IncomingMessage,
  response: ServerResponse,
  { apollo, authenticate, createContext, maxBodyBytes, timeoutMs, report }: GraphqlEndpoint<Context>,
  note: OperationNote,
): Promise<void> {
  const refuseIt = (
    status: number,
    error: { readonly message: string; readonly code: string },
    headers?: Readonly<Record<string, string>>,
  ) => {
    note.codes = [error.code]
    return refuse(request, response, status, error, headers)
  }
  let principal: Principal
  try {
    principal = await authenticate(request.headers.authorization)
  } catch (refusal) {
    if (!(refusal instanceof SuanliError)) throw refusal
    const { status } = errors[refusal.code]
    if (status >= 500) report(refusal)
    return refuseIt(status, refusal, headersOf(refusal))
  }
  note.principal = principal.kind
  let body: unknown
  if (request.method === 'POST') {
    const type = request.headers['content-type'] ?? ''
    // The types that a form of another site may send are left to Apollo, which asks for proof that it is none.
    if (!isJson(type) && !isFormType(type))
      return refuseIt(415, badRequest(`The content type is "${type.slice(0, 100)}": send application/json, in UTF-8.`))
    const read = await readBody(request, maxBodyBytes)
    if (read.kind === 'gone') return
    if (read.kind === 'tooLong') return refuseIt(413, new SuanliError('BODY_TOO_LARGE', { max: maxBodyBytes }))
    if (isJson(type)) {
      body = parseJson(read.bytes)
      if (body === undefined) return refuseIt(400, badRequest('The body is not JSON in UTF-8: send {"query": "..."}.'))
    }
  }

  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const signal = signalFor(response, timeoutMs)
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method ?? 'GET', headers, search: searchOf(request.url ?? ''), body },
    context: async () => ({ ...createContext({ principal, signal }), note }),
  })
  const text = await textOf(answer.body)
  const status = answer.status ?? 200
  // What Apollo refuses before it is an operation, its plugins do not see.
  if (status >= 400 && !note.codes) noteErrors(note, errorsIn(text))
  await respond(request, response, status, Object.fromEntries(answer.headers), text)
}

function isJson(type: string): boolean {
  const [essence = '', ...parameters] = type
    .toLowerCase()
    .split(';')
    .map(part => part.trim())
  const charset = parameters.find(parameter => parameter.startsWith('charset='))
  return /^application\/([\w.-]+\+)?json$/.test(essence) && /^(charset="?utf-?8"?)?$/.test(charset ?? '')
}

/** What a page may send to another site without asking it first (Fetch, CORS-safelisted request-header); none given is one too. */
function isFormType(type: string): boolean {
  return /^\s*(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)?\s*(;|$)/i.test(type)
}

function badRequest(message: string): { readonly message: string; readonly code: string } {
  return { message, code: 'BAD_REQUEST' }
}

/** Undefined where it is none; JSON itself has no such value. */
function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

function searchOf(url: string): string {
  const mark = url.indexOf('?')
  return mark === -1 ? '' : url.slice(mark)
}

async function textOf(
  body: { kind: 'complete'; string: string } | { kind: 'chunked'; asyncIterator: AsyncIterable<string> },
): Promise<string> {
  if (body.kind === 'complete') return body.string
  let text = ''
  for await (const part of body.asyncIterator) text += part
  return text
}

function errorsIn(text: string): readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] {
  const { errors } = JSON.parse(text) as { errors?: readonly { readonly extensions?: Record<string, unknown> }[] }
  return errors ?? []
}
