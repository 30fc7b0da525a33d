import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { Context } from '../graphql/context.js'
import { checkCost } from '../graphql/limits.js'
import { errors, SuanliError } from '../model/error.js'
import type { Limits } from '../model/limits.js'

/** Refuses an operation that is predicted to cost too much, once it is known with its variables and before anything is read. */
export function limitCost(limits: Limits): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, request: { variables = {}, operationName } }) => {
          try {
            checkCost(schema, document, variables, limits, operationName)
          } catch (refusal) {
            // Without a status Apollo takes what is thrown here for a failure of the server.
            if (!(refusal instanceof SuanliError)) throw refusal
            const http = { status: errors[refusal.code].status }
            throw new GraphQLError(refusal.message, { originalError: refusal, extensions: { http } })
          }
          return Promise.resolve()
        },
      }),
  }
}
