import type { ServerResponse } from 'node:http'
import { SuanliError } from '../model/error.js'

/**
 * Tells all that works for a request to stop: after `timeoutMs` by TIMEOUT, or by CLIENT_GONE, which the log alone
 * learns, where the connection closes before the answer is sent.
 */
export function signalFor(response: ServerResponse, timeoutMs: number): AbortSignal {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new SuanliError('TIMEOUT', { ms: timeoutMs })), timeoutMs)
  const leave = () => {
    clearTimeout(timer)
    if (!response.writableFinished) controller.abort(new SuanliError('CLIENT_GONE'))
  }
  if (response.destroyed) leave()
  else response.once('close', leave)
  return controller.signal
}
