import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Principal } from '../../graphql/request/principal.js'
import type { RowFallback } from './observe-store.js'

/**
 * What the log tells of an operation beside how its request ended. Nothing of what was asked or answered: of a
 * client’s own words only the name that it gave the operation.
 */
export interface OperationNote {
  operation?: string
  type?: string
  /** The MCP tool that was called, if any. */
  tool?: string
  /** Predicted cost, in fields. */
  cost?: number
  /** Way of authentication. */
  principal?: Principal['kind']
  /** Id of the trace, if traces are collected. */
  trace?: string
  /** Codes of the errors in the answer. */
  codes?: readonly string[]
  /** Ids of the logged failures behind the errors. */
  failures?: readonly string[]
}

/** Logs one line at the end of a request: method, path, status, milliseconds, and the notes. */
export function logRequest(
  log: Logger,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): OperationNote {
  const began = performance.now()
  const note: OperationNote = {}
  response.once('close', () => {
    const line = {
      method: request.method,
      path: path.slice(0, longestName),
      // A client that left before the answer has no status.
      ...(response.writableFinished ? { status: response.statusCode } : { gone: true }),
      ms: Math.round((performance.now() - began) * 10) / 10,
      ...note,
    }
    // Probes arrive every few seconds, so their success is not logged.
    if (response.statusCode < 400 && probes.has(path)) log.debug(line, 'request')
    else log.info(line, 'request')
  })
  return note
}

/** Notes the errors of an answer. */
export function noteErrors(
  note: OperationNote,
  errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[],
): void {
  const told = (field: string) =>
    errors.flatMap(({ extensions }) => (typeof extensions?.[field] === 'string' ? [extensions[field]] : []))
  note.codes = [...new Set(told('code'))]
  const failures = told('id')
  if (failures.length > 0) note.failures = failures
}

/** Logs a failure with its causes under an id. The client receives the id. */
export function logFailure(log: Logger, failure: unknown): string {
  const id = randomUUID()
  log.error({ id, err: failure }, 'failure')
  return id
}

/** Logs a failing kind of query of rows the first time that it fails. Each failure after the first is counted alone. */
export function rowFailureLog(log: Logger): (fallback: RowFallback) => void {
  const logged = new Set<string>()
  return ({ reason, queries, failure }) => {
    if (reason !== 'failed') return
    const kinds = queries.filter(kind => !logged.has(kind))
    for (const kind of kinds) logged.add(kind)
    if (kinds.length > 0) log.error({ queries: kinds, err: failure }, 'rows failed; answered from statements')
  }
}

const probes = new Set(['/healthz', '/readyz', '/metrics'])
/** In UTF-16 units. Bounds the names that clients can write into the log. */
const longestName = 200
