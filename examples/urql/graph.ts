import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import type { ViewInput } from './generated/graphql.js'
import possible from './generated/possible-types.js'

/** The graph as one view sees it. */
export interface Graph {
  readonly client: Client
  readonly view: ViewInput | undefined
}

/**
 * Opens the graph in a view, by default the server’s. Each view has a cache of its own: an entity has one id in all of
 * them, and may have another name, other values and other neighbours in each.
 */
export function openGraph(url: string, view?: ViewInput): Graph {
  const client = new Client({ url, preferGetMethod: false, exchanges: [createCache(), fetchExchange] })
  return { client, view }
}

function createCache() {
  const { Node: nodes = [], Value: values = [] } = possible.possibleTypes
  return cacheExchange({
    possibleTypes: possible.possibleTypes,
    // Without the whole schema, it looks in every value for the fields of all fragments, and warns of those of other types.
    logger: (severity, message) => {
      if (!message.startsWith('Invalid undefined')) console[severity](message)
    },
    // Ids of nodes are unique over all types.
    globalIDs: nodes,
    // Anything else is part of what it was read with, though it may have an id: the property `region` is one thing of a
    // bureau, and another of a conference.
    keys: Object.fromEntries([...values, 'Property', 'Quote'].map(type => [type, () => null])),
    resolvers: {
      Query: {
        // An entity that any list has brought is not asked for again.
        node: (parent, { id }, cache) => (cache.resolve(String(id), 'id') === id ? String(id) : parent.node),
        // Pages of one list join; another filter, order or view makes another list.
        regions: relayPagination(),
      },
    },
  })
}
