import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, getVariableValues } from 'graphql'
import type { Limits } from '../../config/request-limits.js'
import type { Context } from '../../graphql/request/context.js'
import { checkCost } from '../../graphql/request/limits.js'
import { SuanliError } from '../../model/error.js'
import { toGraphqlRefusal } from '../http/refusal.js'
import type { PerRequest } from './graphql-endpoint.js'

/**
 * Refuses an operation that is predicted to cost too much, or more than its client has left, once it is known with its
 * variables and before anything is read. Every answer says in `extensions.cost` what was predicted and how much is allowed.
 */
export function limitCost(limits: Limits): ApolloServerPlugin<Context & PerRequest> {
  const { maxCost: max } = limits
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: async ({
          schema,
          document,
          operation,
          contextValue: { note, allowance },
          request: { variables = {}, operationName },
        }) => {
          // Without an operation, or with wrong variables, nothing is read: all that is wrong is told afterwards.
          const given = operation && getVariableValues(schema, operation.variableDefinitions ?? [], variables)
          if (!given || given.errors) return
          try {
            note.cost = checkCost(schema, document, variables, limits, operationName)
            await allowance.spend(note.cost)
          } catch (refusal) {
            if (refusal instanceof SuanliError) note.cost ??= Number(refusal.fields.cost)
            throw refused(refusal, max)
          }
        },
        willSendResponse: async ({ response: { body }, contextValue: { note } }) => {
          if (note.cost === undefined || body.kind !== 'single') return
          const { singleResult } = body
          singleResult.extensions = { ...singleResult.extensions, cost: { predicted: note.cost, max } }
        },
      }),
  }
}

function refused(refusal: unknown, max: number): unknown {
  if (refusal instanceof SuanliError) return toGraphqlRefusal(refusal)
  if (!(refusal instanceof GraphQLError)) return refusal
  if (refusal.message === tooManyNodes) {
    const hint = 'its fragments in fragments stand for more fields than are counted.'
    return toGraphqlRefusal(new SuanliError('QUERY_TOO_COSTLY', { cost: `more than ${max}`, max, hint }))
  }
  // A null for an argument that cannot be null, which execution would tell of at its field: its cost is not known.
  const { message, nodes } = refusal
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } })
}

/** Where fragments in fragments stand for more fields than are counted at all, graphql-query-complexity says so in a text alone. */
const tooManyNodes = 'Query exceeds the maximum allowed number of nodes.'
