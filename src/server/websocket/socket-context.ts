import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { SocketLimits } from '../../config/socket-limits.js'
import type { Context } from '../../graphql/request/context.js'
import type { RevisionWatch } from '../../views/watch-revision.js'
import type { FormatError } from '../graphql/create-apollo.js'
import type { GraphqlEndpoint } from '../graphql/graphql-endpoint.js'
import type { Metrics } from '../observability/metrics.js'

/** What /graphql over WebSocket needs: what it needs over HTTP, and what subscriptions need. */
export interface SocketContext extends GraphqlEndpoint<Context> {
  readonly schema: GraphQLSchema
  readonly sockets: SocketLimits
  readonly watch: RevisionWatch
  /** How many milliseconds a client may take to begin. */
  readonly beginTimeoutMs: number
  /** The most that a page of changes may cost. */
  readonly maxCost: number
  readonly formatError: FormatError
  readonly metrics: Metrics
  readonly log: Logger
}
