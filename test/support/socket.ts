import { once } from 'node:events'
import { type Client, createClient, type ExecutionResult, type SubscribePayload } from 'graphql-ws'
import { WebSocket } from 'ws'

/** Where a server takes WebSockets. */
export function socketUrl(url: string): string {
  return `${url.replace(/^http/, 'ws')}/graphql`
}

/** The client that the protocol's own library has, which comes again by itself unless it is told not to. */
export function openClient(url: string, token?: string, retryAttempts = 0): Client {
  return createClient({
    url: socketUrl(url),
    webSocketImpl: WebSocket,
    retryAttempts,
    retryWait: () => new Promise(resolve => setTimeout(resolve, 10)),
    ...(token !== undefined && { connectionParams: { authorization: `Bearer ${token}` } }),
  })
}

/** What is read as long as a test wants it. */
export interface Followed<Value> {
  readonly values: readonly Value[]
  /** Waits until so many values are there. Rejects where the subscription ended before, with what ended it. */
  count(expected: number): Promise<void>
  stop(): void
}

/** Follows a subscription. A test that waits for what never comes is ended by its own time. */
export function follow<Value>(
  client: Client,
  payload: SubscribePayload,
  read: (result: ExecutionResult<Record<string, never>>) => Value,
): Followed<Value> {
  const values: Value[] = []
  let ended: { readonly by: unknown } | undefined
  const waiting = new Set<() => void>()
  const tell = () => {
    for (const look of [...waiting]) look()
  }
  const end = (by: unknown) => {
    ended = { by }
    tell()
  }
  const stop = client.subscribe<Record<string, never>>(payload, {
    next: result => {
      values.push(read(result as ExecutionResult<Record<string, never>>))
      tell()
    },
    error: end,
    complete: () => end(new Error('completed')),
  })
  return {
    values,
    stop,
    count: expected =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (values.length < expected && !ended) return
          waiting.delete(look)
          if (values.length >= expected) resolve()
          else reject(ended?.by)
        }
        waiting.add(look)
        look()
      }),
  }
}

/** A socket without a client, to say what a client never would. */
export interface RawSocket {
  readonly socket: WebSocket
  send(message: unknown): void
  /** The next message that was not yet taken. */
  next(): Promise<{ readonly type: string; readonly id?: string; readonly payload?: unknown }>
  /** The code and reason that it was closed with. */
  readonly closed: Promise<readonly [code: number, reason: string]>
}

export async function openRaw(
  url: string,
  {
    protocols = ['graphql-transport-ws'],
    headers = {},
  }: { protocols?: string[]; headers?: Record<string, string> } = {},
): Promise<RawSocket> {
  const socket = new WebSocket(url.startsWith('ws') ? url : socketUrl(url), protocols, { headers })
  const messages: unknown[] = []
  const waiting: ((message: unknown) => void)[] = []
  socket.on('message', data => {
    const message: unknown = JSON.parse(String(data))
    const next = waiting.shift()
    if (next) next(message)
    else messages.push(message)
  })
  const closed = once(socket, 'close').then(([code, reason]) => [code as number, String(reason)] as const)
  closed.catch(() => {})
  await once(socket, 'open')
  return {
    socket,
    send: message => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: () =>
      new Promise(resolve => {
        const message = messages.shift()
        if (message === undefined) waiting.push(resolve as never)
        else resolve(message as never)
      }),
    closed,
  }
}

/** Opened, and let in. */
export async function openAcknowledged(url: string, payload?: unknown): Promise<RawSocket> {
  const raw = await openRaw(url)
  raw.send({ type: 'connection_init', ...(payload !== undefined && { payload }) })
  const { type } = await raw.next()
  if (type !== 'connection_ack') throw new Error(`not let in: ${type}`)
  return raw
}
