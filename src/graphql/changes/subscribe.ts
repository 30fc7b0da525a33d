import { createSourceEventStream, type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql'
import type { Operation } from '../execution/create-executor.js'
import type { Context } from '../request/context.js'

type Values = AsyncGenerator<readonly { readonly value: unknown; readonly context: Context }[]>

/**
 * Answers a subscription, answer by answer as they are asked for. Values come in pages, and those of one page are
 * answered together, so that they share what they read; no page is read before the last one is taken. Throws what ends
 * it: the errors of its arguments, and whatever the field throws.
 */
export async function* subscribe(
  schema: GraphQLSchema,
  { document, operationName, variables, context }: Operation,
): AsyncGenerator<ExecutionResult> {
  const operation = { schema, document, operationName: operationName ?? null, variableValues: variables ?? {} }
  const source = await createSourceEventStream({ ...operation, contextValue: context })
  if (!(Symbol.asyncIterator in source)) throw source.errors?.[0] ?? new GraphQLError('Nothing was subscribed to.')
  for await (const page of source as Values)
    yield* await Promise.all(
      page.map(({ value, context: own }) => execute({ ...operation, rootValue: value, contextValue: own })),
    )
}
