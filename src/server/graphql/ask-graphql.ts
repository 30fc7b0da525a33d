import type { FastifyReply, FastifyRequest } from 'fastify'
import { errors as errorCodes } from '../../model/catalogues/error-catalogue.js'
import type { AnyErrorCode } from '../../model/error.js'
import { HttpRefusal } from '../http/refusal.js'
import { requestLanguage } from '../http/request-language.js'
import { signalFor } from '../http/request-signal.js'
import { traceOperation } from '../observability/trace-operation.js'
import type { Operations } from './answer-operation.js'
import type { CreateContext } from './graphql-endpoint.js'

/**
 * Queries the graph in GraphQL for an endpoint of another protocol. Throws HttpRefusal with the code and the status of
 * the first error.
 */
// biome-ignore lint/suspicious/noExplicitAny: each document has an answer of its own shape
export type AskGraphql = (document: string, variables: Readonly<Record<string, unknown>>) => Promise<any>

export interface AskEndpoint {
  readonly operations: Operations
  readonly createContext: CreateContext
  readonly timeoutMs: number
}

/** The queries of one request. All its documents read one revision, within the time limit of one request. */
export async function askFor(
  request: FastifyRequest,
  reply: FastifyReply,
  { operations, createContext, timeoutMs }: AskEndpoint,
  language = requestLanguage(request.headers),
): Promise<AskGraphql> {
  const { principal, allowance, note } = request
  const signal = signalFor(reply.raw, timeoutMs)
  const context = await createContext({ principal, signal })
  const trace = traceOperation()
  reply.raw.once('close', () => trace.end(note))
  return async (document, variables) => {
    const { answer } = await operations.answer(
      { document, variables },
      {
        context,
        allowance,
        note,
        trace,
        takesSubscriptions: false,
        language: () => language,
      },
    )
    const [first] = answer.errors ?? []
    if (!first) return answer.data
    const code = String(first.extensions?.code ?? 'BAD_REQUEST') as AnyErrorCode
    // The text is in the language of the request already.
    throw new HttpRefusal(statusOf(code), code, { en: first.message, zh: first.message })
  }
}

function statusOf(code: string): number {
  const known = code in errorCodes ? errorCodes[code as keyof typeof errorCodes].status : 400
  if (known !== 200) return known
  return code === 'NOT_FOUND' ? 404 : 400
}
