import type { IncomingMessage } from 'node:http'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import type { Context, Following, ViewInput } from '../../graphql/request/context.js'
import { translated } from '../../graphql/request/format-error.js'
import { checkNesting } from '../../graphql/request/limit-depth.js'
import type { Principal } from '../../graphql/request/principal.js'
import { readRequestView, viewHeader } from '../../graphql/views/request-view.js'
import type { ErrorLanguage } from '../../model/error.js'
import type { CacheView } from '../../views/cache/cache-view.js'
import type { RevisionCache } from '../../views/cache/revision-cache.js'
import { addVary } from '../http/compress-answer.js'
import { isKnown } from '../http/etag.js'
import { parsePosted, readPostedText } from '../http/read-posted.js'
import { inRequestLanguage, requestLanguage } from '../http/request-language.js'
import { signalFor } from '../http/request-signal.js'
import { noteErrors } from '../observability/request-log.js'
import { traceOperation } from '../observability/trace-operation.js'
import type { KeptAnswer } from './answer-cache.js'
import type { OutcomeInBytes } from './answer-operation.js'
import type { ApolloContext } from './create-apollo.js'
import { cacheControl, entityTagOf, readsReleasesOnly } from './http-cache.js'
import type { KeptRequests } from './kept-requests.js'
import type { Documents } from './persisted-documents.js'

/** Makes the context of one request; what works for the request stops at the signal. */
export type CreateContext = (asking: {
  readonly principal: Principal
  readonly signal: AbortSignal
  readonly following?: Following | undefined
  readonly view?: ViewInput | undefined
  /** What the process keeps of the revision that is read; if absent, of the newest one. */
  readonly cache?: CacheView | undefined
}) => Promise<Context>

/** What answers /graphql over HTTP. */
export interface GraphqlEndpoint {
  readonly schema: GraphQLSchema
  readonly apollo: ApolloServer<ApolloContext>
  readonly documents: Documents
  /** What the process keeps; absent: nothing. */
  readonly cache: RevisionCache | undefined
  readonly keptRequests: KeptRequests
  readonly createContext: CreateContext
  readonly maxBodyBytes: number
  readonly timeoutMs: number
}

/** Answers an operation that is POSTed as JSON. */
export function postGraphql(endpoint: GraphqlEndpoint): RouteHandlerMethod {
  return async (request, reply) => {
    const text = await readPostedText(request.raw, endpoint.maxBodyBytes)
    const { schema, documents, keptRequests, createContext, timeoutMs } = endpoint
    let signal: AbortSignal | undefined
    const signalOf = () => {
      signal ??= signalFor(reply.raw, timeoutMs)
      return signal
    }
    const current = endpoint.cache?.current()
    const cache = current instanceof Promise ? await endpoint.cache?.currentUntil(signalOf()) : current
    const kept = cache && (await keptRequests.find(cache, request, reply, text))
    if (kept) return kept
    const body = parsePosted(text)
    const view = inRequestLanguage(readRequestView(schema, request.headers[viewHeader]), request.headers)
    const context = await createContext({ principal: request.principal, signal: signalOf(), view, cache })
    const sent = await answer(request, reply, endpoint, context, {
      search: '',
      body: documents.resolvePersistedDocument(body),
    })
    if (typeof sent === 'string') return sent
    // A request with extensions may register its document each time.
    const { extensions } = body as { readonly extensions?: unknown }
    if (extensions == null) keptRequests.keep(context, request, reply, text, sent)
    return sent.bytes
  }
}

/**
 * Answers a query in the URL. The answer has an entity tag, by which a client or a cache revalidates the answer without
 * computing it. Answers of a release may be cached for ever.
 */
export function getGraphql(endpoint: GraphqlEndpoint): RouteHandlerMethod {
  return async (request, reply) => {
    const { schema, documents, createContext, timeoutMs } = endpoint
    const search = resolveSearch(searchOf(request.url), documents)
    const view = inRequestLanguage(readRequestView(schema, request.headers[viewHeader]), request.headers)
    const signal = signalFor(reply.raw, timeoutMs)
    const context = await createContext({ principal: request.principal, signal, view })
    const { headers } = request
    const isPrivate = request.principal.kind !== 'anonymous'
    addVary(reply, 'accept', viewHeader, 'accept-language')
    const parts = [
      search,
      isPrivate ? `${request.principal.kind} ${request.principal.id}` : undefined,
      ...['accept', viewHeader, 'accept-language'].map(name => headers[name]?.toString()),
      // The present day is part of the tag, since facts begin and end with days.
      JSON.stringify(context.at().view),
    ]
    const revision = await context.store.revision()
    const cachingOf = (isImmutable: boolean) => ({
      etag: entityTagOf({ revision: isImmutable ? 'release' : revision, parts }),
      'cache-control': cacheControl({ isPrivate, isImmutable }),
    })
    const { 'if-none-match': held } = headers
    const known = held && [false, true].map(cachingOf).find(({ etag }) => isKnown(held, etag))
    if (known) return reply.code(304).headers(known).send()
    const sent = await answer(request, reply, endpoint, context, { search, body: undefined }, outcome => {
      if ('refused' in outcome || ('answer' in outcome && outcome.answer.errors))
        return void reply.header('cache-control', 'no-store')
      reply.headers(cachingOf(readsReleasesOnly(schema, outcome.prepared, isReleased(headers[viewHeader]))))
    })
    return typeof sent === 'string' ? sent : sent.bytes
  }
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { apollo }: GraphqlEndpoint,
  context: Context,
  { search, body }: { readonly search: string; readonly body: unknown },
  settled: (outcome: OutcomeInBytes) => void = () => {},
): Promise<string | KeptAnswer> {
  const { note, allowance } = request
  const trace = traceOperation()
  reply.raw.once('close', () => trace.end(note))
  checkDocument(search, body)
  const known: { outcome?: OutcomeInBytes } = {}
  const {
    status,
    headers,
    body: answered,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers: headersIn(request.raw), search, body },
    context: async () => ({
      context,
      note,
      allowance,
      trace,
      takesSubscriptions: false,
      language: () => requestLanguage(request.headers),
      settled: outcome => {
        known.outcome = outcome
        settled(outcome)
      },
    }),
  })
  const complete = answered.kind === 'complete' ? answered.string : await textOf(answered.asyncIterator)
  for (const [name, value] of headers) if (name !== 'content-length') reply.header(name, value)
  if (status !== undefined) reply.code(status)
  if (status !== undefined && status >= 400 && !reply.hasHeader('cache-control'))
    reply.header('cache-control', 'no-store')
  const { outcome } = known
  // Apollo writes nothing in the place of an answer in bytes.
  if (complete === '' && outcome && 'kept' in outcome) return outcome.kept
  const text = outcome ? complete : refusalIn(requestLanguage(request.headers), complete)
  // Plugins do not see the refusals of Apollo before an operation exists.
  if (status !== undefined && status >= 400 && !note.codes) noteErrors(note, errorsIn(text))
  return text
}

/** What Apollo itself refuses, it writes in English. */
function refusalIn(language: ErrorLanguage, text: string): string {
  const answer = parsed(text) as { readonly errors?: readonly GraphQLFormattedError[] } | undefined
  if (language === 'en' || !answer?.errors) return text
  return JSON.stringify({ ...answer, errors: translated(answer.errors, language) })
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

/** The parameters of a GET, with its document in the place of the document’s id. */
function resolveSearch(search: string, documents: Documents): string {
  const { extensions, ...given } = Object.fromEntries(new URLSearchParams(search))
  const resolved = documents.resolvePersistedDocument({
    ...given,
    ...(extensions !== undefined && { extensions: parsed(extensions) }),
  })
  const { query, extensions: rest } = resolved as { readonly query?: string; readonly extensions?: unknown }
  if (query === given.query) return search
  const { documentId: _, ...kept } = given
  return `?${new URLSearchParams({ ...kept, query: query ?? '', extensions: JSON.stringify(rest) })}`
}

/** Apollo parses a document before anything else sees it. Throws QUERY_TOO_DEEP. */
function checkDocument(search: string, body: unknown): void {
  const { query } = (body ?? {}) as { readonly query?: unknown }
  const text = query ?? (search === '' ? undefined : new URLSearchParams(search).get('query'))
  if (typeof text === 'string') checkNesting(text)
}

/** Apollo refuses what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Whether the view of the request is that of a release; the view itself is checked where it is read. */
function isReleased(header: unknown): boolean {
  const view = typeof header === 'string' ? parsed(header) : undefined
  return typeof (view as { readonly release?: unknown } | null | undefined)?.release === 'string'
}

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const part of parts) text += part
  return text
}

function errorsIn(text: string): readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] {
  const { errors } = JSON.parse(text) as { errors?: readonly { readonly extensions?: Record<string, unknown> }[] }
  return errors ?? []
}
