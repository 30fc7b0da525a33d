import { useMemo } from 'react'
import { type CombinedError, useQuery } from 'urql'
import type { TypedDocumentString } from '../generated/graphql.js'
import { client } from './client.js'

/** Why there is no answer: the code of the error, and the server's text. */
export interface Failure {
  readonly code: string
  readonly message: string
}

/** A document with its variables: what "open as query" hands to the IDE. */
export interface Asked {
  readonly document: string
  readonly variables: Readonly<Record<string, unknown>>
}

export interface Answer<Result> {
  readonly data: Result | undefined
  readonly failure: Failure | undefined
  readonly isLoading: boolean
  readonly asked: Asked
  retry(): void
}

/** The answer to a document; with `pause`, nothing is asked. */
export function useData<Result, Variables extends Readonly<Record<string, unknown>>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  { pause = false }: { readonly pause?: boolean } = {},
): Answer<Result> {
  const text = document.toString()
  const key = JSON.stringify(variables)
  // biome-ignore lint/correctness/useExhaustiveDependencies: variables with equal content are equal.
  const kept = useMemo(() => variables, [key])
  const context = useMemo(() => inView(kept.view), [kept])
  const [{ data, error, fetching, stale }, ask] = useQuery<Result, Variables>({
    query: text,
    variables: kept,
    pause,
    context,
  })
  const asked = useMemo(() => ({ document: text, variables: kept }), [text, kept])
  return {
    data: data ?? undefined,
    failure: error && failureOf(error),
    isLoading: fetching || stale,
    asked,
    retry: () => ask({ requestPolicy: 'network-only' }),
  }
}

function failureOf(error: CombinedError): Failure {
  const first = error.graphQLErrors[0]
  if (first) return { code: String(first.extensions?.code ?? 'ERROR'), message: first.message }
  return { code: 'UNREACHABLE', message: error.networkError?.message ?? error.message }
}

/** Begins to read what a page will ask for, so that the answer is under way while the page is made. */
export function readSoon<Result, Variables extends Readonly<Record<string, unknown>>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): void {
  // The page says what went wrong when it asks.
  client
    .query<Result, Variables>(document.toString(), variables, inView(variables.view))
    .toPromise()
    .catch(() => {})
}

/** `node` and `nodes` take no view: theirs is the view of the request. */
function inView(view: unknown) {
  const headers: Record<string, string> = view == null ? {} : { 'suanli-view': JSON.stringify(view) }
  return { fetchOptions: { headers } }
}
