import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { getMainDefinition, relayStylePagination } from '@apollo/client/utilities'
import { createClient } from 'graphql-ws'
import possible from './generated/possible-types.js'

/** A point of view, as `ViewInput` in the schema: the language, and which sources count when. */
export interface View {
  readonly language: string
  readonly validAt?: string
  readonly trust?: { readonly languages: readonly string[]; readonly others: 'LAST' | 'NEVER' }
}

/**
 * Opens a client for one view. Over HTTP the view is a header, over WebSocket a connection parameter, so no document
 * needs a `view` argument. Two views have two clients: an entity has one id in all views, and other values in each.
 */
export function openGraph(url: string, view: View): ApolloClient {
  const http = new HttpLink({ uri: url, headers: { 'suanli-view': JSON.stringify(view) } })
  const socket = new GraphQLWsLink(createClient({ url: url.replace(/^http/, 'ws'), connectionParams: { view } }))
  const isSubscription = ({ query }: ApolloLink.Operation) => {
    const definition = getMainDefinition(query)
    return definition.kind === 'OperationDefinition' && definition.operation === 'subscription'
  }
  return new ApolloClient({
    link: ApolloLink.split(isSubscription, socket, http),
    cache: new InMemoryCache({
      possibleTypes: possible.possibleTypes,
      // Pages of one list join; another filter makes another list.
      typePolicies: { Query: { fields: { regions: relayStylePagination(['filter', 'orderBy']) } } },
    }),
  })
}
