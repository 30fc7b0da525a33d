import type { FetcherParams } from '@graphiql/toolkit'
import type { ExecutionResult } from 'graphql'
import { words } from '../words/words.js'
import { at } from './server-path.js'

/** What is to be known of an answer beside its content. */
export interface HttpFacts {
  readonly status: number
  /** From the request to the last byte of the answer. */
  readonly milliseconds: number
  /** Of the body, before compression. */
  readonly bytes: number
  readonly cost: { readonly predicted: number; readonly max: number | undefined } | undefined
}

/** One document to the server; throws if the server cannot be reached. */
export async function post(
  parameters: FetcherParams,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<{ readonly result: ExecutionResult; readonly facts: HttpFacts }> {
  const began = performance.now()
  const response = await fetch(at('/graphql'), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...headers,
    },
    body: JSON.stringify(parameters),
    ...(signal && { signal }),
  })
  const text = await response.text()
  const milliseconds = performance.now() - began
  const result = read(text, response.status)
  const bytes = new TextEncoder().encode(text).length
  return { result, facts: { status: response.status, milliseconds, bytes, cost: costOf(result) } }
}

/** Whether the server may answer the same request later: with a token, or when it is less busy. */
export const isTemporary = ({ status }: HttpFacts): boolean => [401, 403, 429, 503].includes(status)

/** A proxy in between may answer with something else than GraphQL. */
function read(text: string, status: number): ExecutionResult {
  try {
    const result: unknown = JSON.parse(text)
    if (typeof result === 'object' && result !== null && !Array.isArray(result)) return result
  } catch {
    // Said below.
  }
  return { errors: [{ message: words.status.noGraphql(status, text.slice(0, 200)) }] } as unknown as ExecutionResult
}

function costOf({ extensions }: ExecutionResult): HttpFacts['cost'] {
  const cost = extensions?.cost as { readonly predicted?: unknown; readonly max?: unknown } | undefined
  if (typeof cost?.predicted !== 'number') return undefined
  return { predicted: cost.predicted, max: typeof cost.max === 'number' ? cost.max : undefined }
}
