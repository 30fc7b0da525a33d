import { setTimeout as delay } from 'node:timers/promises'
import { type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLFormattedError, parse } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import { subscribe } from '../../graphql/changes/subscribe.js'
import type { Operation } from '../../graphql/execution/create-executor.js'
import type { Following } from '../../graphql/request/context.js'
import type { Principal } from '../../graphql/request/principal.js'
import { SuanliError } from '../../model/error.js'
import { type Allowance, requestCost } from '../auth/limit-rate.js'
import { type Deadline, startDeadline } from '../http/request-signal.js'
import type { OperationNote } from '../observability/request-log.js'
import { traceOperation } from '../observability/trace-operation.js'
import type { SocketContext } from './socket-context.js'

/** An operation over a WebSocket, from the message that asks for it until nothing more is sent for it. */
export interface SocketOperation {
  readonly deadline: Deadline
  readonly note: OperationNote
  readonly trace: ReturnType<typeof traceOperation>
  /** How many answers of a subscription were sent; undefined of what is answered once. */
  events: number | undefined
  readonly ended: Promise<void>
  /** Its client has gone, or wants no more of it. */
  stop(): void
  end(): void
}

/** An error in the words that its client is told. */
export class ToldError extends GraphQLError {
  constructor(readonly told: GraphQLFormattedError) {
    super(told.message, { extensions: told.extensions ?? {} })
  }
}

export function toldOf({ message, code }: SuanliError): GraphQLFormattedError {
  return { message, extensions: { code } }
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
      // Nothing goes on for it.
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

/**
 * Answers an operation by the same way as over HTTP: documents by id, limits, cost, roles, log. What comes back is for
 * the protocol: its context is the answer, or the answers of a subscription; or the errors for which nothing was
 * carried out. Throws DOCUMENT_NOT_REGISTERED.
 */
export async function answerOperation(
  operation: SocketOperation,
  payload: SubscribePayload,
  { principal, allowance }: { readonly principal: Principal; readonly allowance: Allowance },
  endpoint: SocketContext,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { apollo, documents, createContext, schema } = endpoint
  const { deadline, note, trace } = operation
  const { signal } = deadline
  note.principal = principal.kind
  const { query, variables, operationName, extensions } = documents.resolvePersistedDocument(
    payload,
  ) as SubscribePayload
  let followed: Operation | undefined
  const follow = (asked: Operation) => {
    followed = asked
  }
  const pages = followPages(operation, { principal, allowance }, endpoint)
  const context = await createContext({ principal, signal, following: pages })
  const { body } = await apollo.executeOperation(
    // An empty document is one that is named by its hash.
    { ...(query !== '' && { query }), ...given({ variables, operationName, extensions }) },
    { contextValue: { ...context, note, allowance, trace, follow } },
  )
  const answer = (body.kind === 'single' ? body.singleResult : body.initialResult) as ExecutionResult
  if (answer.data === undefined) {
    await allowance.spend(requestCost.refused).catch(() => {})
    return (answer.errors ?? []).map(error => new ToldError(error))
  }
  if (!followed) return { schema, document: answeredOnce, contextValue: answer }
  // How long it goes on is for its client to say.
  deadline.end()
  operation.events = 0
  const { document } = followed
  return {
    schema,
    document,
    operationName: operationName ?? null,
    contextValue: untilGone(subscribe(schema, followed), signal),
  }
}

/** The protocol asks what kind of operation it has. */
const answeredOnce = parse('{ __typename }')

function given<Fields extends object>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as {
    [Key in keyof Fields]?: NonNullable<Fields[Key]>
  }
}

/** Ends quietly where its client has gone: nobody is there to be told. */
async function* untilGone(answers: AsyncGenerator<ExecutionResult>, signal: AbortSignal) {
  try {
    yield* answers
  } catch (failure) {
    if (!signal.aborted) throw failure
  }
}

/** How a subscription goes on: each page is a request of its own, with its time, and is paid as one. */
function followPages(
  { deadline: { signal }, note }: SocketOperation,
  { principal, allowance }: { readonly principal: Principal; readonly allowance: Allowance },
  { createContext, watch, maxCost, timeoutMs }: SocketContext,
): Following {
  let page: Deadline | undefined
  signal.addEventListener('abort', () => page?.leave(), { once: true })
  return {
    async anew() {
      page?.end()
      page = startDeadline(timeoutMs)
      signal.throwIfAborted()
      return await createContext({ principal, signal: page.signal })
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

/** Answers that wait for their client, of one subscription. */
const mostRows = 50
