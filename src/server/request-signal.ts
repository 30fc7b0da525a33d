import { setMaxListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { SuanliError } from '../model/error.js'

/**
 * Tells all that works for a request to stop: after `timeoutMs` by TIMEOUT, or by CLIENT_GONE, which the log alone
 * learns, where the connection closes before the answer is sent.
 */
export function signalFor(response: ServerResponse, timeoutMs: number): AbortSignal {
  const controller = new AbortController()
  // Each text that runs for the request listens, and takes itself off again: many at once are no leak.
  setMaxListeners(0, controller.signal)
  const timer = setTimeout(() => controller.abort(new SuanliError('TIMEOUT', { ms: timeoutMs })), timeoutMs)
  const leave = () => {
    clearTimeout(timer)
    if (!response.writableFinished) controller.abort(new SuanliError('CLIENT_GONE'))
  }
  if (response.destroyed) leave()
  else response.once('close', leave)
  return controller.signal
}
