import { setMaxListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { SuanliError } from '../../model/error.js'

/** What tells all that works for a request to stop. */
export interface Deadline {
  readonly signal: AbortSignal
  /** There is no time any more by which it must be done. */
  end(): void
  /** The client has gone: CLIENT_GONE, which the log alone learns. */
  leave(): void
}

/** Begins a request's time: after `timeoutMs` its signal is given, by TIMEOUT. */
export function startDeadline(timeoutMs: number): Deadline {
  const controller = new AbortController()
  // Each text that runs for the request listens, and takes itself off again: many at once are no leak.
  setMaxListeners(0, controller.signal)
  const timer = setTimeout(() => controller.abort(new SuanliError('TIMEOUT', { ms: timeoutMs })), timeoutMs)
  const end = () => clearTimeout(timer)
  return {
    signal: controller.signal,
    end,
    leave() {
      end()
      controller.abort(new SuanliError('CLIENT_GONE'))
    },
  }
}

/**
 * Tells all that works for a request to stop: after `timeoutMs` by TIMEOUT, or by CLIENT_GONE where the connection
 * closes before the answer is sent.
 */
export function signalFor(response: ServerResponse, timeoutMs: number): AbortSignal {
  const { signal, end, leave } = startDeadline(timeoutMs)
  const close = () => (response.writableFinished ? end() : leave())
  if (response.destroyed) close()
  else response.once('close', close)
  return signal
}
