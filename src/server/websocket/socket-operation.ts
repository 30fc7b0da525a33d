import { setTimeout as delay } from 'node:timers/promises'
import { type ExecutionArgs, type ExecutionResult, getOperationAST, OperationTypeNode } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import { subscribe } from '../../graphql/changes/subscribe.js'
import type { Following, ViewInput } from '../../graphql/request/context.js'
import type { Principal } from '../../graphql/request/principal.js'
import { type ErrorLanguage, SuanliError } from '../../model/error.js'
import { type Allowance, requestCost } from '../auth/limit-rate.js'
import type { OperationRequest } from '../graphql/prepare-operation.js'
import { type Deadline, startDeadline } from '../http/request-signal.js'
import type { OperationNote } from '../observability/request-log.js'
import { traceOperation } from '../observability/trace-operation.js'
import type { SocketContext } from './socket-context.js'

/** The principal, the allowance and the view of the connection. */
export interface Asker {
  readonly principal: Principal
  readonly allowance: Allowance
  readonly view: ViewInput | undefined
  readonly language: () => ErrorLanguage
}

/** An operation over a WebSocket, from its first message to its last answer. */
export interface SocketOperation {
  readonly deadline: Deadline
  readonly note: OperationNote
  readonly trace: ReturnType<typeof traceOperation>
  /** Number of sent answers of a subscription; undefined for queries and mutations. */
  events: number | undefined
  readonly ended: Promise<void>
  /** Ends the operation, after its client has left or completed it. */
  stop(): void
  end(): void
}

export function beginOperation({ timeoutMs, metrics, log }: SocketContext): SocketOperation {
  const began = performance.now()
  const note: OperationNote = {}
  const deadline = startDeadline(timeoutMs)
  const trace = traceOperation()
  let tellEnded = () => {}
  const ended = new Promise<void>(resolve => {
    tellEnded = resolve
  })
  return {
    deadline,
    note,
    trace,
    events: undefined,
    ended,
    stop: () => deadline.leave(),
    end() {
      // No work remains for the operation.
      deadline.leave()
      trace.end(note)
      metrics.operationEnded(note)
      const ms = Math.round((performance.now() - began) * 10) / 10
      const { events } = this
      log.info({ path: '/graphql', ms, ...(events !== undefined && { events }), ...note }, 'operation')
      tellEnded()
    },
  }
}

/** Arguments of an execution. A query or mutation runs once, a subscription continues. */
export type SocketExecution = ExecutionArgs & {
  readonly contextValue: OperationRequest & { readonly signal: AbortSignal }
}

/**
 * Prepares an operation as over HTTP: documents by id, limits, cost, roles. The library executes the prepared operation
 * or subscribes to it. Throws OperationRefused and DOCUMENT_NOT_REGISTERED.
 */
export async function prepareOperation(
  operation: SocketOperation,
  payload: SubscribePayload,
  asker: Asker,
  endpoint: SocketContext,
): Promise<SocketExecution> {
  const { operations, documents, persistedQueries, createContext, schema } = endpoint
  const { deadline, note, trace } = operation
  const { principal, allowance, view, language } = asker
  note.principal = principal.kind
  const given = documents.resolvePersistedDocument(payload) as SubscribePayload
  const following = followPages(operation, asker, endpoint)
  const context = await createContext({ principal, signal: deadline.signal, view, following })
  const request: OperationRequest = { context, note, allowance, trace, takesSubscriptions: true, language }
  try {
    const { document, type, operationName, variables } = await operations.prepare(
      { document: await persistedQueries.find(given), operationName: given.operationName, variables: given.variables },
      request,
    )
    if (type === 'subscription') {
      // The client decides when a subscription ends.
      deadline.end()
      operation.events = 0
    }
    return {
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables,
      contextValue: { ...request, signal: deadline.signal },
    }
  } catch (refusal) {
    await allowance.spend(requestCost.refused).catch(() => {})
    throw refusal
  }
}

/** Executes a prepared query or mutation. */
export async function executeOperation(args: ExecutionArgs, { operations }: SocketContext): Promise<ExecutionResult> {
  const { document, operationName, variableValues, contextValue } = args as SocketExecution
  const type = getOperationAST(document, operationName)?.operation ?? OperationTypeNode.QUERY
  return await operations.execute(
    { document, type, operationName: operationName ?? undefined, variables: variableValues ?? {} },
    contextValue,
  )
}

/** The answers of a prepared subscription. They end without an error once the client has left. */
export async function* followOperation(args: ExecutionArgs): AsyncGenerator<ExecutionResult> {
  const { schema, document, operationName, variableValues, contextValue } = args as SocketExecution
  const operation = { document, operationName: operationName ?? undefined, variables: variableValues ?? {} }
  try {
    yield* subscribe(schema, { ...operation, context: contextValue.context })
  } catch (failure) {
    if (!contextValue.signal.aborted) throw failure
  }
}

/** Reads each page of a subscription as a request of its own, with its own time limit and cost. */
function followPages(
  { deadline: { signal }, note }: SocketOperation,
  { principal, allowance, view }: Asker,
  { createContext, watch, maxCost, timeoutMs }: SocketContext,
): Following {
  let page: Deadline | undefined
  signal.addEventListener('abort', () => page?.leave(), { once: true })
  return {
    async atNewest() {
      page?.end()
      page = startDeadline(timeoutMs)
      signal.throwIfAborted()
      return await createContext({ principal, view, signal: page.signal })
    },
    get pageRows() {
      return Math.max(1, Math.min(mostRows, Math.floor(maxCost / (note.cost ?? 1))))
    },
    async pace(rows) {
      for (;;) {
        try {
          return await allowance.spend(requestCost.always + rows * (note.cost ?? 1))
        } catch (refusal) {
          if (!(refusal instanceof SuanliError && refusal.code === 'RATE_LIMITED')) throw refusal
          await delay(Number(refusal.fields.seconds) * 1_000, undefined, { signal, ref: false })
        }
      }
    },
    newerThan: revision => watch.newerThan(revision, signal),
  }
}

/** Answers of one subscription that may wait for the client. */
const mostRows = 50
