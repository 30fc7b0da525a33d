import { type IncomingMessage, type Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** Handles a request for a WebSocket. `head`: the bytes after the request. */
export type TakeUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/**
 * Passes requests for a WebSocket on. A client may ask for another protocol and continue without it (RFC 9110, 7.8), as
 * clients that try HTTP/2 do. Node removes such a request from the server, so it is returned as an ordinary request.
 */
export function takeUpgrades(http: Server, take: TakeUpgrade): void {
  http.on('upgrade', (request, socket, head) => {
    if (request.headers.upgrade?.toLowerCase() === 'websocket') return take(request, socket, head)
    const { rawHeaders, method, url, httpVersion } = request
    const lines = [`${method} ${url} HTTP/${httpVersion}`]
    for (let i = 0; i < rawHeaders.length; i += 2)
      if (!ofUpgrade.test(rawHeaders[i] ?? '')) lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`)
    socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]))
    http.emit('connection', socket)
  })
}

const ofUpgrade = /^(upgrade|connection|http2-settings)$/i

/** What answers a request that is not upgraded; the connection ends with the answer. */
export function responseTo(request: IncomingMessage, socket: Duplex): ServerResponse {
  const response = new ServerResponse(request)
  response.shouldKeepAlive = false
  response.assignSocket(socket as Parameters<ServerResponse['assignSocket']>[0])
  response.once('finish', () => socket.end())
  return response
}
