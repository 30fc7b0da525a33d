import type { FetcherParams } from '@graphiql/toolkit'
import type { ExecutionResult } from 'graphql'
import { createClient } from 'graphql-ws'
import { words } from '../words/words.js'
import { viewHeader } from './request-headers.js'
import { at } from './server-path.js'

/** Follows a subscription over a WebSocket of its own; returns how to stop. `error` gets the errors of GraphQL. */
export function subscribe(
  { query, variables, operationName }: FetcherParams,
  { [viewHeader]: view, ...headers }: Readonly<Record<string, string>>,
  sink: {
    next(result: ExecutionResult): void
    error(errors: readonly unknown[]): void
    complete(): void
  },
): () => void {
  const url = new URL(at('/graphql'), location.href.replace(/^http/, 'ws')).href
  // A client that tries again would receive the first events again.
  const client = createClient({
    url,
    connectionParams: { ...headers, ...(view !== undefined && { view }) },
    retryAttempts: 0,
  })
  const stop = client.subscribe(
    { query, variables: variables as Record<string, unknown>, operationName: operationName ?? null },
    {
      next: sink.next,
      error: fault => sink.error(Array.isArray(fault) ? fault : [{ message: messageOf(fault) }]),
      complete: sink.complete,
    },
  )
  return () => {
    stop()
    void client.dispose()
  }
}

function messageOf(fault: unknown): string {
  if (fault instanceof CloseEvent) return words.status.closed(fault.code, fault.reason)
  return words.status.unreachable(fault instanceof Error ? fault.message : 'WebSocket')
}
