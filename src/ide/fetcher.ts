import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { Kind, type OperationDefinitionNode, parse } from 'graphql'
import { at } from './server-path.js'

const ask = createGraphiQLFetcher({
  url: at('/graphql'),
  subscriptionUrl: new URL(at('/graphql'), location.href.replace(/^http/, 'ws')).href,
})

/**
 * Asks the server that the page came from; a subscription, over WebSocket. Right after a change of tabs GraphiQL still
 * has the name of the other tab’s operation: in a document with one operation, that one is meant.
 */
export const fetcher: Fetcher = (parameters, options) => {
  const only = onlyOperationIn(parameters.query)
  return ask(only ? { ...parameters, operationName: only.name?.value } : parameters, options)
}

/** Undefined where there are several, or none. */
function onlyOperationIn(query: string): OperationDefinitionNode | undefined {
  try {
    const operations = parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    return operations.length === 1 ? (operations[0] as OperationDefinitionNode) : undefined
  } catch {
    // The server says what is wrong with it.
    return undefined
  }
}
