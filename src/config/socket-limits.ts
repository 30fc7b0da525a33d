/** How many WebSockets there may be, and what each may do. */
export interface SocketLimits {
  readonly maxSockets: number
  readonly maxSocketsPerClient: number
  /** That run at once on one of them. */
  readonly maxOperationsPerSocket: number
  /** Milliseconds between two looks for a newer revision, while anybody waits for one. */
  readonly followMs: number
  /** Milliseconds: who has not answered a ping until the next one has gone. */
  readonly keepAliveMs: number
}

/** Proxies close a connection on which nothing moves for a minute, or half of one. */
export const defaultSocketLimits: SocketLimits = {
  maxSockets: 1_000,
  maxSocketsPerClient: 50,
  maxOperationsPerSocket: 20,
  followMs: 200,
  keepAliveMs: 12_000,
}
