import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { curatorToken, type Program, startProgram } from '../support/program.js'
import { FaultyProxy } from './faulty-proxy.js'

type Settings = Readonly<Record<string, string>>

/** A server process behind a proxy. Clients keep its address when the process ends and another one starts. */
export class DrillServer {
  #program: Program | undefined
  /** What its processes wrote about rejections that no code handled. */
  readonly faults: string[] = []
  readonly #outputs: Program['output'][] = []

  private constructor(
    readonly name: string,
    readonly port: number,
    readonly proxy: FaultyProxy,
    readonly settings: Settings,
  ) {}

  static async create(name: string, settings: Settings): Promise<DrillServer> {
    const port = await freePort()
    return new DrillServer(name, port, await FaultyProxy.listen(port), settings)
  }

  /** Where clients ask. */
  get url(): string {
    return `http://127.0.0.1:${this.proxy.port}`
  }

  /** Where the process listens, without the proxy. */
  get directUrl(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get pid(): number {
    return this.#program?.process.pid ?? 0
  }

  async start(more: Settings = {}): Promise<void> {
    const program = startProgram(['serve'], {
      SUANLI_CURATOR_TOKEN: curatorToken,
      SUANLI_LOG: 'error',
      SUANLI_TIMEOUT_MS: '30000',
      ...this.settings,
      PORT: String(this.port),
      ...more,
    })
    program.ended.catch((failure: Error) => this.faults.push(failure.message.slice(0, 2_000)))
    this.#program = program
    this.#outputs.push(program.output)
    await program.serving()
  }

  /** The lines that its processes logged and that have this text. */
  logged(text: string): readonly string[] {
    return this.#outputs.flatMap(({ stderr }) => stderr.split('\n').filter(line => line.includes(text)))
  }

  /** Whether the process runs. */
  get isUp(): boolean {
    const child = this.#program?.process
    return child !== undefined && child.exitCode === null && child.signalCode === null
  }

  async kill(): Promise<void> {
    this.#program?.process.kill('SIGKILL')
    await this.#ended()
  }

  /** Asks the process to stop as a load balancer's owner does, and waits for its end. */
  async stop(): Promise<void> {
    this.#program?.process.kill('SIGTERM')
    await this.#ended()
  }

  async isReady(): Promise<boolean> {
    return await fetch(`${this.directUrl}/readyz`, { signal: AbortSignal.timeout(3_000) }).then(
      ({ ok }) => ok,
      () => false,
    )
  }

  async becomesReady(): Promise<void> {
    for (let tries = 0; tries < 300 && !(await this.isReady()); tries += 1) await wait(100)
  }

  async close(): Promise<void> {
    await this.kill()
    await this.proxy.close()
  }

  async #ended(): Promise<void> {
    await this.#program?.ended.catch(() => {})
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
