import type { Server } from 'node:http'
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import type { KeyValueCache } from '@apollo/utils.keyvaluecache'
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { Limits } from '../../config/request-limits.js'
import { noteErrors } from '../observability/request-log.js'
import type { FormatError, Operations, OutcomeInBytes } from './answer-operation.js'
import type { OperationRequest } from './prepare-operation.js'
import { writeAnswer } from './write-answer.js'

/** The values that Apollo passes from an HTTP request to its operation. */
export interface ApolloContext extends OperationRequest {
  /** Called with the outcome of the operation. */
  readonly settled: (outcome: OutcomeInBytes) => void
}

/** Options of Apollo. */
export interface ApolloOptions {
  readonly schema: GraphQLSchema
  readonly operations: Operations
  readonly http: Server
  readonly limits: Limits
  /** Whether errors may suggest names of the schema. */
  readonly hints: boolean
  /** The documents that clients name by their hash. If absent, clients send each document in full. */
  readonly persistedQueries: { readonly cache: KeyValueCache; readonly ttl: number } | undefined
  readonly formatError: FormatError
  readonly log: Logger
}

/**
 * Apollo, not yet started, for GraphQL over HTTP: parameters, media types, persisted queries, status codes. The steps
 * of an operation are the same for every transport and are in `operations`.
 */
export function createApollo(options: ApolloOptions): ApolloServer<ApolloContext> {
  const { schema, operations, http, limits, hints, persistedQueries, formatError, log } = options
  return new ApolloServer<ApolloContext>({
    schema,
    hideSchemaDetailsFromClientErrors: !hints,
    parseOptions: { maxTokens: limits.maxTokens },
    // Validation is a step of `operations`, which knows the limits.
    dangerouslyDisableValidation: true,
    introspection: true,
    // The server keeps no credentials in cookies, and mutations are POSTed as JSON only: see refuseForms.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    persistedQueries: persistedQueries ?? false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: log,
    formatError,
    stringifyResult: answer => (isInBytes(answer) ? '' : writeAnswer(answer)),
    plugins: [
      // The plugin wraps every field: large answers take half as long again.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // The plugin traces each field of a subgraph for any client that sends a header.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 10_000 }),
      answerOperations(operations),
    ],
  })
}

/** Stands for an answer in bytes, of which Apollo writes nothing. */
const inBytes: FormattedExecutionResult = { data: Object.freeze({}) }

function isInBytes({ data }: FormattedExecutionResult): boolean {
  return data === inBytes.data
}

function answerOperations(operations: Operations): ApolloServerPlugin<ApolloContext> {
  return {
    requestDidStart: async ({ contextValue: { trace } }) => ({
      parsingDidStart: async () => {
        const end = trace.begin('parse')
        return async () => end()
      },
      async responseForOperation({ document, request: { operationName, variables }, contextValue }) {
        const outcome = await operations.answerInBytes({ document, operationName, variables }, contextValue)
        contextValue.settled(outcome)
        const http =
          'refused' in outcome
            ? { status: outcome.refused.status, headers: new HeaderMap(Object.entries(outcome.refused.headers)) }
            : { headers: new HeaderMap() }
        return { http, body: { kind: 'single', singleResult: 'kept' in outcome ? inBytes : outcome.answer } }
      },
      /** Notes the refusals of Apollo itself. */
      async willSendResponse({ contextValue: { note }, response: { body } }) {
        if (!note.codes && body.kind === 'single' && body.singleResult.errors)
          noteErrors(note, body.singleResult.errors)
      },
    }),
  }
}
