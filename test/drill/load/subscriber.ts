import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { socketUrl } from '../../support/socket.js'
import type { DrillServer } from '../drill-server.js'
import type { Recorder } from '../recorder.js'

const document = 'subscription ($after: String) { changed(after: $after) { cursor } }'

/** A client that keeps up with every change over whatever connections it gets, now from one server and now from another. */
export class Subscriber {
  readonly cursors: string[] = []
  /** How many connections it has had. */
  connections = 0
  #stopped = false
  #socket: WebSocket | undefined
  #end = () => {}
  readonly #running: Promise<void>

  constructor(
    readonly name: string,
    readonly servers: readonly DrillServer[],
    readonly recorder: Recorder,
    from: string,
  ) {
    recorder.followed.push({ session: name, cursors: this.cursors })
    this.#running = this.#run(from)
  }

  /** Reads nothing of its connection until it is resumed. */
  pause(): void {
    this.#socket?.pause()
  }

  resume(): void {
    this.#socket?.resume()
  }

  /** Waits until the last of these changes has come, for so long at most, and ends. */
  async stop(last: string | undefined, limitMs: number): Promise<void> {
    for (let ms = 0; ms < limitMs && last !== undefined && this.cursors.at(-1) !== last; ms += 50) await wait(50)
    this.#stopped = true
    this.#end()
    await this.#running
  }

  async #run(from: string): Promise<void> {
    for (let turn = 0; !this.#stopped; turn += 1) {
      const server = this.servers[turn % this.servers.length]
      if (server) await this.#follow(server, this.cursors.at(-1) ?? from)
      await wait(100)
    }
  }

  async #follow(server: DrillServer, after: string): Promise<void> {
    const keep = (socket: WebSocket) => {
      this.#socket = socket
    }
    class Kept extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given)
        keep(this)
      }
    }
    const client = createClient({ url: socketUrl(server.url), webSocketImpl: Kept, retryAttempts: 0 })
    this.connections += 1
    try {
      await new Promise<void>(ended => {
        this.#end = ended
        client.subscribe<{ readonly changed: { readonly cursor: string } }>(
          { query: document, variables: { after } },
          {
            next: ({ data, errors }) => {
              if (data) this.cursors.push(data.changed.cursor)
              else if (errors) ended()
            },
            error: () => ended(),
            complete: () => ended(),
          },
        )
      })
    } finally {
      client.terminate()
      void client.dispose()
    }
  }
}
