import type { ApolloServerPlugin } from '@apollo/server'
import type { Context } from '../../graphql/request/context.js'
import { requireCurator } from '../../graphql/request/require-curator.js'
import { SuanliError } from '../../model/error.js'
import { toGraphqlRefusal } from '../http/refusal.js'

/**
 * Refuses who is no curator before any field of a mutation runs, with the HTTP status that says so. The mutations
 * ask for themselves as well, for they are also reached by other ways; one that forgot to is closed all the same.
 */
export function guardMutations(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: async ({ operation, contextValue }) => {
          if (operation?.operation !== 'mutation') return
          try {
            requireCurator(contextValue)
          } catch (refusal) {
            throw refusal instanceof SuanliError ? toGraphqlRefusal(refusal) : refusal
          }
        },
      }),
  }
}
