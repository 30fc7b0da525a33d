import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'

/** A server, as a program without a frontend asks it. */
export interface Graph {
  /** Throws GraphFailure where anything went wrong. */
  ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data>
  /** The answers of a subscription, until the signal is given; throws GraphFailure where it breaks before. */
  follow<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    signal: AbortSignal,
  ): AsyncIterable<Data>
}

/** What the server told, by its code; or undefined where it was not reached. */
export class GraphFailure extends Error {
  constructor(
    readonly code: string | undefined,
    cause: unknown,
  ) {
    super(code ?? 'The server was not reached.', { cause })
  }
}

interface Answer<Data> {
  readonly data?: Data | null
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[]
}

export function openGraph(url: string, token?: string): Graph {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return {
    async ask(document, variables) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization },
        body: JSON.stringify({ query: print(document), variables }),
      }).catch(cause => Promise.reject(new GraphFailure(undefined, cause)))
      return dataOf((await response.json()) as Answer<never>)
    },
    async *follow(document, variables, signal) {
      if (signal.aborted) return
      // It is not to come again by itself: it would ask with the cursor that it was given first.
      const options = { retryAttempts: 0, webSocketImpl: WebSocket, connectionParams: authorization }
      const client = createClient({ url: url.replace(/^http/, 'ws'), ...options })
      const leave = () => void client.dispose()
      signal.addEventListener('abort', leave, { once: true })
      try {
        const answers = client.iterate({ query: print(document), variables: variables as Record<string, unknown> })
        for await (const answer of answers) yield dataOf(answer as Answer<never>)
      } catch (failure) {
        if (!signal.aborted) throw failure instanceof GraphFailure ? failure : failureOf(failure)
      } finally {
        signal.removeEventListener('abort', leave)
        await client.dispose()
      }
    },
  }
}

function dataOf<Data>({ data, errors }: Answer<Data>): Data {
  if (errors || !data) throw failureOf(errors)
  return data
}

/** A list of errors was told by the server; anything else is a connection that broke. */
function failureOf(failure: unknown): GraphFailure {
  const [first] = Array.isArray(failure) ? (failure as Answer<never>['errors'] & object) : []
  return new GraphFailure(first && String(first.extensions?.code), failure)
}
