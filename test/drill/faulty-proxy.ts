import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** What the proxy does to a connection. */
export type ProxyMode =
  | { readonly kind: 'pass' }
  /** Every part of an answer waits; parts are small. */
  | { readonly kind: 'slow'; readonly delayMs: number; readonly bytes: number }
  /** A connection ends after so many bytes of answers. */
  | { readonly kind: 'half'; readonly bytes: () => number }
  /** No connection is taken. */
  | { readonly kind: 'refuse' }

/** A TCP proxy on loopback that can cut, slow and halve connections. */
export class FaultyProxy {
  mode: ProxyMode = { kind: 'pass' }
  readonly #pairs = new Set<readonly [Socket, Socket]>()

  private constructor(
    readonly server: Server,
    public target: number,
  ) {
    server.on('connection', client => this.#join(client))
  }

  static async listen(target: number): Promise<FaultyProxy> {
    const server = createServer({ allowHalfOpen: true })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new FaultyProxy(server, target)
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  /** Cuts every connection. */
  cut(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.resetAndDestroy()
    this.#pairs.clear()
  }

  async close(): Promise<void> {
    this.cut()
    this.server.close()
    await once(this.server, 'close')
  }

  #join(client: Socket): void {
    if (this.mode.kind === 'refuse') {
      client.on('error', () => {})
      client.resetAndDestroy()
      return
    }
    const upstream = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true })
    const pair = [client, upstream] as const
    this.#pairs.add(pair)
    const end = () => {
      this.#pairs.delete(pair)
      for (const socket of pair) socket.destroy()
    }
    for (const socket of pair) {
      socket.setNoDelay(true)
      socket.on('error', end)
      socket.on('close', end)
    }
    client.pipe(upstream)
    void this.#answer(upstream, client).catch(end)
  }

  async #answer(upstream: Socket, client: Socket): Promise<void> {
    let sent = 0
    const { mode: begun } = this
    const most = begun.kind === 'half' ? begun.bytes() : Number.POSITIVE_INFINITY
    for await (const chunk of upstream) {
      for (let rest = chunk as Buffer; rest.length > 0; ) {
        const { mode } = this
        const part = mode.kind === 'slow' ? rest.subarray(0, mode.bytes) : rest
        if (mode.kind === 'slow') await wait(mode.delayMs)
        const isLast = sent + part.length > most
        const allowed = isLast ? part.subarray(0, most - sent) : part
        if (!client.write(allowed)) await Promise.race([once(client, 'drain'), once(client, 'close')])
        if (isLast) {
          client.end(() => client.resetAndDestroy())
          upstream.destroy()
          return
        }
        sent += part.length
        rest = rest.subarray(part.length)
      }
    }
    client.end()
  }
}
