import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { Kind, parse } from 'graphql'

const ask = createGraphiQLFetcher({
  url: '/graphql',
  subscriptionUrl: new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
})

/**
 * Asks the server that the page came from; a subscription, over WebSocket. Right after a change of tabs GraphiQL still has the name of the other tab’s
 * operation; a document with one operation needs none.
 */
export const fetcher: Fetcher = (parameters, options) =>
  ask(isOneOperation(parameters.query) ? { ...parameters, operationName: undefined } : parameters, options)

function isOneOperation(query: string): boolean {
  try {
    return parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1
  } catch {
    // The server says what is wrong with it.
    return false
  }
}
