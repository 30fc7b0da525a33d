import type { Fetcher, FetcherParams } from '@graphiql/toolkit'
import {
  type ExecutionResult,
  type IntrospectionQuery,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
} from 'graphql'
import { words } from '../words/words.js'
import { report } from './answer-facts.js'
import { EventList } from './event-list.js'
import { post } from './post.js'
import { viewHeader, withView } from './request-headers.js'
import { subscribe } from './subscribe.js'

/** What GraphiQL needs of an observable. */
interface Sink {
  next(result: ExecutionResult): void
  error(fault: unknown): void
  complete(): void
}

/**
 * Asks the server that the page came from, in the view of the open tab; a subscription, over WebSocket. Answers come as
 * observables: GraphiQL stops them if the user stops the query or opens another tab.
 */
export const fetcher: Fetcher = (parameters, options) => {
  // The view changes nothing in the schema, and a view that is refused would hide it.
  if (parameters.operationName === 'IntrospectionQuery')
    return post(parameters, options?.headers ?? {}).then(({ result }) => sorted(result))
  const operation = operationIn(parameters.query, parameters.operationName)
  const asked = { ...parameters, operationName: operation?.name?.value }
  const headers = withView(options?.headers ?? {})
  return observable(sink =>
    operation?.operation === OperationTypeNode.SUBSCRIPTION ? follow(asked, headers, sink) : ask(asked, headers, sink),
  )
}

/** The types by name: the documentation lists them in the order of the answer. */
function sorted(result: ExecutionResult): ExecutionResult {
  const schema = result.data?.__schema as IntrospectionQuery['__schema'] | undefined
  if (!schema) return result
  const types = schema.types.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  return { ...result, data: { ...result.data, __schema: { ...schema, types } } }
}

function observable(begin: (sink: Sink) => () => void) {
  return { subscribe: (sink: Sink) => ({ unsubscribe: begin(sink) }) } as Exclude<ReturnType<Fetcher>, Promise<unknown>>
}

function ask(asked: FetcherParams, headers: Readonly<Record<string, string>>, sink: Sink): () => void {
  const stop = new AbortController()
  report({ kind: 'waiting' })
  post(asked, headers, stop.signal).then(
    ({ result, facts }) => {
      if (stop.signal.aborted) return
      report({ kind: 'answer', view: headers[viewHeader] ?? '', ...facts })
      sink.next(result)
      sink.complete()
    },
    fault => {
      if (stop.signal.aborted) return
      report({ kind: 'failed' })
      sink.error(new Error(words.status.unreachable(fault instanceof Error ? fault.message : String(fault))))
    },
  )
  return () => {
    if (stop.signal.aborted) return
    stop.abort()
    report({ kind: 'stopped' })
  }
}

/** The events of a subscription as one list, which is shown at most ten times a second. */
function follow(asked: FetcherParams, headers: Readonly<Record<string, string>>, sink: Sink): () => void {
  const list = new EventList()
  const reportEvents = (isOpen: boolean) =>
    report({ kind: 'events', view: headers[viewHeader] ?? '', received: list.received, shown: list.shown, isOpen })
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (isOpen: boolean) => {
    clearTimeout(timer)
    timer = undefined
    reportEvents(isOpen)
    sink.next(list.toResult())
  }
  const stop = subscribe(asked, headers, {
    next(result) {
      list.add(result, new Date())
      timer ??= setTimeout(() => show(true), 100)
    },
    error(problem) {
      list.end(problem)
      show(false)
      sink.complete()
    },
    complete() {
      show(false)
      sink.complete()
    },
  })
  reportEvents(true)
  return () => {
    stop()
    if (timer !== undefined) show(false)
    else reportEvents(false)
  }
}

/**
 * The operation that is meant. Right after a change of tabs GraphiQL has the name of the other tab's operation: a name that
 * the document does not have means the only operation. Undefined if the document cannot be read, or if it is ambiguous.
 */
function operationIn(query: string, name: string | null | undefined): OperationDefinitionNode | undefined {
  try {
    const operations = parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    const named = operations as readonly OperationDefinitionNode[]
    return named.find(operation => operation.name?.value === name) ?? (named.length === 1 ? named[0] : undefined)
  } catch {
    // The server says what is wrong with the document.
    return undefined
  }
}
