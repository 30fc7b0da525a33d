import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { SocketLimits } from '../../config/socket-limits.js'
import type { RevisionWatch } from '../../views/watch-revision.js'
import type { Gate } from '../auth/admission.js'
import type { FormatError, Operations } from '../graphql/answer-operation.js'
import type { CreateContext } from '../graphql/graphql-endpoint.js'
import type { Documents } from '../graphql/persisted-documents.js'
import type { PersistedQueries } from '../graphql/persisted-queries.js'
import type { Metrics } from '../observability/metrics.js'

/** Dependencies of /graphql over WebSocket: those of HTTP, and subscriptions. */
export interface SocketContext extends Gate {
  readonly schema: GraphQLSchema
  readonly operations: Operations
  readonly documents: Documents
  readonly persistedQueries: PersistedQueries
  readonly createContext: CreateContext
  /** The path before every path of the server; empty: none. */
  readonly basePath: string
  readonly maxBodyBytes: number
  readonly timeoutMs: number
  /** Puts a failure into the log. */
  readonly report: (failure: unknown) => void
  readonly sockets: SocketLimits
  readonly watch: RevisionWatch
  /** Milliseconds within which a client must begin. */
  readonly beginTimeoutMs: number
  /** Highest cost of a page of changes. */
  readonly maxCost: number
  readonly formatError: FormatError
  readonly metrics: Metrics
  readonly log: Logger
}
