import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
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
  readonly client: ApolloClient
}

/**
 * Opens the graph in a view, by default the server’s. The view travels in a header and holds for every operation. Each
 * view has a client and a cache of its own: an entity has one id in all views, and other names and values in each.
 */
export function openGraph(url: string, view?: View): Graph {
  const headers: Record<string, string> = view ? { 'suanli-view': JSON.stringify(view) } : {}
  return { client: new ApolloClient({ link: new HttpLink({ uri: url, headers }), cache: createCache() }) }
}

function createCache(): InMemoryCache {
  return new InMemoryCache({
    // The default keys are right: `id` is a field of nodes only.
    possibleTypes: possible.possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          // An entity that a list has brought is not fetched again.
          node: {
            read: (known, { args, toReference }) =>
              known ?? toReference({ __typename: typeOf(args?.id), id: args?.id }),
          },
          // Pages of one list join; another filter or order makes another list.
          regions: relayStylePagination(['filter', 'orderBy']),
        },
      },
    },
  })
}

/** The type of an entity, from the form of its id: `region/beijing` is a Region. */
function typeOf(id: unknown): string | undefined {
  const [prefix] = String(id).split('/')
  return possible.possibleTypes.Entity.find(type => type.toLowerCase() === prefix)
}
