/** Limits of WebSockets, in all and for each. */
export interface SocketLimits {
  readonly maxSockets: number
  readonly maxSocketsPerClient: number
  /** Operations that run at once on one WebSocket. */
  readonly maxOperationsPerSocket: number
  /** Milliseconds between two checks for a newer revision, while a subscriber waits. */
  readonly followMs: number
  /** Milliseconds between pings. A client that has not answered a ping by the next one is disconnected. */
  readonly keepAliveMs: number
}

/** Proxies close a connection that is idle for a minute, some for half a minute. */
export const defaultSocketLimits: SocketLimits = {
  maxSockets: 1_000,
  maxSocketsPerClient: 50,
  maxOperationsPerSocket: 20,
  followMs: 200,
  keepAliveMs: 12_000,
}
