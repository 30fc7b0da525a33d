import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import possible from './generated/possible-types.js'

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

/** The graph as one view sees it. */
export interface Graph {
  readonly client: Client
}

/**
 * Opens the graph in a view, by default the server’s. The view travels in a header and holds for every operation. Each
 * view has a client and a cache of its own: an entity has one id in all views, and other names and values in each.
 */
export function openGraph(url: string, view?: View): Graph {
  const headers: Record<string, string> = view ? { 'suanli-view': JSON.stringify(view) } : {}
  const exchanges = [createCache(), fetchExchange]
  return { client: new Client({ url, preferGetMethod: false, fetchOptions: { headers }, exchanges }) }
}

function createCache() {
  const { Entity: entities } = possible.possibleTypes
  return cacheExchange({
    possibleTypes: possible.possibleTypes,
    // Without the whole schema, it looks in every value for the fields of all fragments, and warns of those of other types.
    logger: (severity, message) => {
      if (!message.startsWith('Invalid undefined')) console[severity](message)
    },
    // The default keys are right: `id` is a field of nodes only. These types have none, and are part of their parents.
    keys: Object.fromEntries([...possible.possibleTypes.Value, 'Property', 'Quote'].map(type => [type, () => null])),
    resolvers: {
      Query: {
        // An entity that a list has brought is not fetched again.
        node: (parent, { id }, cache) => {
          const __typename = entities.find(type => type.toLowerCase() === String(id).split('/')[0])
          const entity = { __typename: __typename ?? 'Node', id: String(id) }
          return cache.resolve(entity, 'id') === id ? entity : parent.node
        },
        // Pages of one list join; another filter or order makes another list.
        regions: relayPagination(),
      },
    },
  })
}
