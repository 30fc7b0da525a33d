import { setMaxListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { SuanliError } from '../../model/error.js'

/** The signal that stops all work for a request. */
export interface Deadline {
  readonly signal: AbortSignal
  /** Removes the time limit. */
  end(): void
  /** Stops the work with CLIENT_GONE, which appears only in the log. */
  leave(): void
}

/** Begins the time limit of a request: after `timeoutMs` the signal aborts with TIMEOUT. */
export function startDeadline(timeoutMs: number): Deadline {
  const controller = new AbortController()
  // Each running query of the request adds a listener and removes it, so many listeners are no leak.
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
 * The signal of a request: aborts after `timeoutMs` with TIMEOUT, or with CLIENT_GONE if the connection closes before
 * the answer is sent.
 */
export function signalFor(response: ServerResponse, timeoutMs: number): AbortSignal {
  const { signal, end, leave } = startDeadline(timeoutMs)
  const close = () => (response.writableFinished ? end() : leave())
  if (response.destroyed) close()
  else response.once('close', close)
  return signal
}
