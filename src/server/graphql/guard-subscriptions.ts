import type { ApolloServerPlugin } from '@apollo/server'
import { SuanliError } from '../../model/error.js'
import { toGraphqlRefusal } from '../http/refusal.js'
import type { PerRequest } from './graphql-endpoint.js'

/** Refuses a subscription where only one answer can be given: over HTTP. */
export function guardSubscriptions(): ApolloServerPlugin<PerRequest> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: async ({ operation, contextValue: { follow } }) => {
          if (operation?.operation === 'subscription' && !follow)
            throw toGraphqlRefusal(new SuanliError('SOCKET_NEEDED'))
        },
      }),
  }
}
