import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import { createExecutor } from '../../graphql/execution/create-executor.js'
import type { PerRequest } from './graphql-endpoint.js'

/** Gives Apollo the schema together with our own way to execute: a gateway is the one door that it has for that. */
export function servePlanned(schema: GraphQLSchema): ApolloServerOptionsWithGateway<BaseContext>['gateway'] {
  const execute = createExecutor(schema)
  return {
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => {}
    },
    load: async () => ({
      executor: async ({ document, operationName, operation, request: { variables }, context }) => {
        const { follow, trace } = context as PerRequest
        const asked = { document, operationName: operationName ?? undefined, variables, context }
        // Whatever its type says, it is absent where the document has not the one that is meant.
        if (operation?.operation !== 'subscription') return await trace.execute(async () => await execute(asked))
        follow?.(asked)
        return { data: {} }
      },
    }),
    stop: async () => {},
  }
}
