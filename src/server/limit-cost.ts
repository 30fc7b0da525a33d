import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, getVariableValues } from 'graphql'
import type { Context } from '../graphql/context.js'
import { checkCost } from '../graphql/limits.js'
import { SuanliError } from '../model/error.js'
import type { Limits } from '../model/limits.js'
import { toGraphqlRefusal } from './refusal.js'

/** Refuses an operation that is predicted to cost too much, once it is known with its variables and before anything is read. */
export function limitCost(limits: Limits): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, operation, request: { variables = {}, operationName } }) => {
          // Without an operation, or with wrong variables, nothing is read: all that is wrong is told afterwards.
          const given = operation && getVariableValues(schema, operation.variableDefinitions ?? [], variables)
          if (given && !given.errors) {
            try {
              checkCost(schema, document, variables, limits, operationName)
            } catch (refusal) {
              throw refused(refusal, limits.maxCost)
            }
          }
          return Promise.resolve()
        },
      }),
  }
}

function refused(refusal: unknown, max: number): unknown {
  if (refusal instanceof SuanliError) return toGraphqlRefusal(refusal)
  if (!(refusal instanceof GraphQLError)) return refusal
  if (refusal.message === tooManyNodes)
    return refused(new SuanliError('QUERY_TOO_COSTLY', { cost: `more than ${max}`, max }), max)
  // A null for an argument that cannot be null, which execution would tell of at its field: its cost is not known.
  const { message, nodes } = refusal
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } })
}

/** Where fragments in fragments stand for more fields than are counted at all, graphql-query-complexity says so in a text alone. */
const tooManyNodes = 'Query exceeds the maximum allowed number of nodes.'
