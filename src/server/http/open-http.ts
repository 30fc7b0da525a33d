import { createServer, type RequestListener, type Server } from 'node:http'
import { SuanliError } from '../../model/error.js'

/**
 * An HTTP server that lets no client hold it up: headers of 16 kB at most and a hundred of them, a request whole within
 * `receiveTimeoutMs` and its headers within a third of that (who is slower gets 408), and no connection on which
 * nothing moves for longer than `idleMs`.
 */
export function createHttp(
  answer: RequestListener,
  { receiveTimeoutMs, idleMs }: { readonly receiveTimeoutMs: number; readonly idleMs: number },
): Server {
  const http = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: Math.ceil(receiveTimeoutMs / 3),
      requestTimeout: receiveTimeoutMs,
      connectionsCheckingInterval: Math.min(5_000, Math.ceil(receiveTimeoutMs / 3)),
      // Longer than proxies keep a connection for another request (60 s), so that it is they who close it.
      keepAliveTimeout: 65_000,
    },
    answer,
  )
  http.maxHeadersCount = 100
  http.timeout = idleMs
  return http
}

/** Listens. Throws ADDRESS_TAKEN where it cannot. */
export function listen(http: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? '']
      reject(reason === undefined ? error : new SuanliError('ADDRESS_TAKEN', { host, port, reason }, { cause: error }))
    }
    http.once('error', fail)
    http.listen(port, host, () => {
      http.off('error', fail)
      resolve()
    })
  })
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'it may not be used',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
}
