import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import type { ViewInput } from './generated/graphql.js'
import possible from './generated/possible-types.js'

/** The graph as one view sees it. */
export interface Graph {
  readonly client: ApolloClient
  readonly view: ViewInput | undefined
}

/**
 * Opens the graph in a view, by default the server’s. Each view has a cache of its own: an entity has one id in all of
 * them, and may have another name, other values and other neighbours in each.
 */
export function openGraph(url: string, view?: ViewInput): Graph {
  const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: createCache() })
  return { client, view }
}

function createCache(): InMemoryCache {
  const nodeTypes = new Set<string>(possible.possibleTypes.Node)
  return new InMemoryCache({
    possibleTypes: possible.possibleTypes,
    // Ids of nodes are unique over all types. Anything else is part of what it was read with, though it may have an id:
    // the property `region` is one thing of a bureau, and another of a conference.
    dataIdFromObject: ({ __typename, id }) => (nodeTypes.has(String(__typename)) ? String(id) : undefined),
    typePolicies: {
      Query: {
        fields: {
          // An entity that any list has brought is not asked for again.
          node: {
            read: (known, { args, toReference }) => (known === undefined ? toReference(String(args?.id)) : known),
          },
          // Pages of one list join; another filter, order or view makes another list.
          regions: relayStylePagination(['filter', 'orderBy', 'view']),
        },
      },
    },
  })
}
