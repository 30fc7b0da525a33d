import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { Operation } from '../../graphql/execution/create-executor.js'
import type { Following } from '../../graphql/request/context.js'
import type { Principal } from '../../graphql/request/principal.js'
import { errors, SuanliError } from '../../model/error.js'
import { authenticateAndThrottle, type Gate } from '../auth/admission.js'
import { type Allowance, requestCost } from '../auth/limit-rate.js'
import { headersOf } from '../http/refusal.js'
import { signalFor } from '../http/request-signal.js'
import { refuse, respond } from '../http/respond.js'
import { noteErrors, type OperationNote } from '../observability/request-log.js'
import { type OperationTrace, traceOperation } from '../observability/trace-operation.js'
import type { Documents } from './persisted-documents.js'
import { readPosted } from './read-posted.js'

/** What answers /graphql. */
export interface GraphqlEndpoint<Context extends object> extends Gate {
  readonly apollo: ApolloServer<Context & PerRequest>
  readonly documents: Documents
  /** Made again for each request; what works for it stops at the signal. */
  readonly createContext: (asking: {
    readonly principal: Principal
    readonly signal: AbortSignal
    readonly following?: Following | undefined
  }) => Promise<Context>
  readonly maxBodyBytes: number
  readonly timeoutMs: number
  /** Puts a failure into the log. */
  readonly report: (failure: unknown) => void
}

/** What Apollo’s plugins work with beside what fields do. */
export interface PerRequest {
  /** What they write down about it. */
  readonly note: OperationNote
  readonly allowance: Allowance
  readonly trace: OperationTrace
  /** Takes a subscription that was found to be allowed; absent where the answer is to be one. */
  readonly follow?: ((operation: Operation) => void) | undefined
}

/**
 * Takes a request to Apollo and its answer back. What is wrong with the request itself is told as a GraphQL error: not
 * from whom it says (401), too much of it (429), too long (413), not JSON (415), malformed (400). To a client that
 * goes in the middle nothing is sent.
 */
export async function answerGraphql<Context extends object>(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: GraphqlEndpoint<Context>,
  note: OperationNote,
): Promise<void> {
  const { apollo, createContext, documents, maxBodyBytes, timeoutMs, report } = endpoint
  const refuseIt = (
    status: number,
    error: { readonly message: string; readonly code: string },
    headers?: Readonly<Record<string, string>>,
  ) => {
    note.codes = [error.code]
    return refuse(request, response, status, error, headers)
  }
  try {
    const { principal, allowance } = await authenticateAndThrottle(request, endpoint)
    note.principal = principal.kind
    const posted = request.method === 'POST' ? await readPosted(request, maxBodyBytes) : undefined
    if (posted?.kind === 'gone') return
    if (posted?.kind === 'refused') return await refuseIt(posted.status, posted.error, allowance.headers())

    const signal = signalFor(response, timeoutMs)
    const trace = traceOperation()
    response.once('close', () => trace.end(note))
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: headersIn(request),
        search: settleSearch(searchOf(request.url ?? ''), documents),
        body: documents.resolvePersistedDocument(posted?.body),
      },
      context: async () => ({ ...(await createContext({ principal, signal })), note, allowance, trace }),
    })
    const text = await textOf(answer.body)
    const status = answer.status ?? 200
    if (status >= 400) {
      // What Apollo refuses before it is an operation, its plugins do not see.
      if (!note.codes) noteErrors(note, errorsIn(text))
      // Who has nothing left for it is told so with the next request.
      await allowance.spend(requestCost.refused).catch(() => {})
    }
    await respond(request, response, status, { ...Object.fromEntries(answer.headers), ...allowance.headers() }, text)
  } catch (refusal) {
    if (!(refusal instanceof SuanliError)) throw refusal
    const { status } = errors[refusal.code]
    if (status >= 500) report(refusal)
    await refuseIt(status, refusal, headersOf(refusal))
  }
}

function headersIn(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  return headers
}

function searchOf(url: string): string {
  const mark = url.indexOf('?')
  return mark === -1 ? '' : url.slice(mark)
}

/** The parameters of a request that is got, with its document in the place of the document’s id. */
function settleSearch(search: string, documents: Documents): string {
  if (search === '') return search
  const { extensions, ...given } = Object.fromEntries(new URLSearchParams(search))
  const settled = documents.resolvePersistedDocument({
    ...given,
    ...(extensions !== undefined && { extensions: parsed(extensions) }),
  })
  const { query, extensions: rest } = settled as { readonly query?: string; readonly extensions?: unknown }
  if (query === given.query) return search
  const { documentId: _, ...kept } = given
  return `?${new URLSearchParams({ ...kept, query: query ?? '', extensions: JSON.stringify(rest) })}`
}

/** What is no JSON is left for Apollo to refuse. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
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
