import type { Server } from 'node:http'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache'
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { Limits } from '../../config/request-limits.js'
import type { Context } from '../../graphql/request/context.js'
import { limitRules } from '../../graphql/request/limits.js'
import { noteOperations } from '../observability/request-log.js'
import { traceSteps } from '../observability/trace-operation.js'
import { servePlanned } from './apollo-executor.js'
import type { PerRequest } from './graphql-endpoint.js'
import { guardMutations } from './guard-mutations.js'
import { guardSubscriptions } from './guard-subscriptions.js'
import { limitCost } from './limit-cost.js'
import { refreshAfterMutations } from './refresh-after-mutations.js'

/** What a client is told of an error, which is `formatted` as GraphQL does. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError

/** What Apollo runs with. */
export interface ApolloOptions {
  readonly schema: GraphQLSchema
  readonly http: Server
  readonly limits: Limits
  /** Whether clients may ask for the schema, and are told what they may have meant. */
  readonly introspection: boolean
  /** Whether a document may be named by its hash once it was sent in full. */
  readonly persistedQueries: boolean
  /** Called after each mutation. */
  readonly refresh: () => void
  readonly formatError: FormatError
  readonly log: Logger
}

/** Apollo, not yet started, with all that it would do for other servers and not for this one switched off. */
export function createApollo({
  schema,
  http,
  limits,
  introspection,
  persistedQueries,
  refresh,
  formatError,
  log,
}: ApolloOptions): ApolloServer<Context & PerRequest> {
  return new ApolloServer<Context & PerRequest>({
    gateway: servePlanned(schema),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    parseOptions: { maxTokens: limits.maxTokens },
    validationRules: [...limitRules(limits)],
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // Anybody may put a document there: the ones that were not asked for longest leave it.
    persistedQueries: persistedQueries && {
      cache: new InMemoryLRUCache({ maxSize: persistedBytes }),
      ttl: persistedForS,
    },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: log,
    formatError,
    plugins: [
      // It wraps every field: with it a large answer takes half as long again.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // It traces each field of a subgraph for who sends a header.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 10_000 }),
      guardMutations(),
      guardSubscriptions(),
      limitCost(limits),
      noteOperations(),
      traceSteps(),
      refreshAfterMutations(refresh),
    ],
  })
}

const persistedBytes = 8 * 1024 * 1024
const persistedForS = 24 * 60 * 60
