import { Environment, type FetchFunction, type GraphQLResponse, Network, RecordSource, Store } from 'relay-runtime'

/** A point of view, as `ViewInput` in the schema. */
export interface View {
  readonly validAt?: string
  readonly knownAt?: string
  readonly release?: string
  readonly language?: string
  readonly trust?: {
    readonly languages?: readonly string[]
    readonly sources?: readonly string[]
    readonly others?: 'LAST' | 'NEVER'
    readonly minConfidence?: number
  }
}

/**
 * Opens the graph in a view, by default the server’s. The view travels in a header, so the queries that Relay’s compiler
 * writes for fragments keep it. Each view has an environment and a store of its own. Relay needs no other configuration.
 */
export function openGraph(url: string, view?: View): Environment {
  const headers = { 'content-type': 'application/json', ...(view && { 'suanli-view': JSON.stringify(view) }) }
  const ask: FetchFunction = async ({ text }, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: text, variables }),
    })
    return (await response.json()) as GraphQLResponse
  }
  return new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) })
}
