import { setTimeout as wait } from 'node:timers/promises'
import type { DrillServer } from '../drill-server.js'
import type { Outcome } from '../history.js'
import type { Random } from '../random.js'
import type { Recorder } from '../recorder.js'
import { Session } from '../session.js'
import { Curator } from './curator.js'
import { Importer } from './importer.js'
import { Reader } from './reader.js'

/** A write that a client has begun. */
export interface BegunWrite {
  readonly kind: 'import' | 'curation'
  readonly server: DrillServer
  readonly outcome: Promise<Outcome>
}

/** The curators of the load, and those that try whether writing works again. */
export const curatorNames = ['curator-a', 'curator-b', 'probe-a', 'probe-b'] as const

/** Clients of two servers: an importer, a curator and a reader at each, and one that can write by itself. */
export class Load {
  /** Whether imports are long. */
  isBulky = false
  /** Whether importers begin no more imports: while an import runs, every other write is refused. */
  isImportPaused = false
  /** Called when a client of a server begins a write. */
  onWrite: (begun: BegunWrite) => void = () => {}
  readonly importers: readonly Importer[]
  readonly curators: readonly Curator[]
  readonly probes: readonly Curator[]
  readonly readers: readonly Reader[]
  #isPaused = false
  #isStopped = false
  #running: readonly Promise<void>[] = []
  #busy = 0

  constructor(servers: readonly DrillServer[], recorder: Recorder, random: Random, from: number) {
    const sessions = (kind: string) => servers.map(server => new Session(`${kind}-${server.name}`, server, recorder))
    this.importers = sessions('importer').map(session => new Importer(session))
    this.curators = sessions('curator').map(session => new Curator(session, random))
    this.probes = sessions('probe').map(session => new Curator(session, random))
    const groups = () => this.importers.flatMap(importer => importer.groups)
    const releases = () => this.curators.flatMap(curator => curator.releases)
    this.readers = sessions('reader').map(session => new Reader(session, random, groups, releases, from))
  }

  start(): void {
    this.#running = [
      ...this.importers.map(importer =>
        this.#repeat(async () => {
          if (this.isImportPaused) return
          const outcome = importer.step(this.isBulky)
          this.onWrite({ kind: 'import', server: importer.session.server, outcome })
          await outcome
        }, 30),
      ),
      ...this.curators.map(curator =>
        this.#repeat(async () => {
          const outcome = curator.step()
          this.onWrite({ kind: 'curation', server: curator.session.server, outcome })
          await outcome
        }, 30),
      ),
      ...this.readers.map(reader => this.#repeat(() => reader.step(), 20)),
    ]
  }

  /** Begins no more steps and waits for those that run. */
  async pause(): Promise<void> {
    this.#isPaused = true
    while (this.#busy > 0) await wait(10)
  }

  resume(): void {
    this.#isPaused = false
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await Promise.all(this.#running)
  }

  async #repeat(step: () => Promise<unknown>, restMs: number): Promise<void> {
    while (!this.#isStopped) {
      if (!this.#isPaused) {
        this.#busy += 1
        await step().finally(() => {
          this.#busy -= 1
        })
      }
      await wait(restMs)
    }
  }
}
