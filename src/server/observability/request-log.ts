import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Principal } from '../../graphql/request/principal.js'

/**
 * What the log tells of an operation beside how its request ended. Nothing of what was asked or answered: of a
 * client’s own words only the name that it gave the operation.
 */
export interface OperationNote {
  operation?: string
  type?: string
  /** The tool that a model called; none where it called none of ours. */
  tool?: string
  /** As it was predicted, in fields. */
  cost?: number
  /** How it is known who asks. */
  principal?: Principal['kind']
  /** The trace that it is part of, where traces are collected. */
  trace?: string
  /** Of each error in the answer. */
  codes?: readonly string[]
  /** Under which ids the log has the failures behind them. */
  failures?: readonly string[]
}

/** Puts one line into the log when the request has ended: method, path, status, milliseconds, and what was noted. */
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
      // A client that went before its answer was sent has been given no status.
      ...(response.writableFinished ? { status: response.statusCode } : { gone: true }),
      ms: Math.round((performance.now() - began) * 10) / 10,
      ...note,
    }
    // Probes come every few seconds, for as long as the server runs.
    if (response.statusCode < 400 && probes.has(path)) log.debug(line, 'request')
    else log.info(line, 'request')
  })
  return note
}

/** Notes the errors of an answer, as they stand in it. */
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

const probes = new Set(['/healthz', '/readyz', '/metrics'])
/** In UTF-16 units: no client fills the log with a name. */
const longestName = 200
