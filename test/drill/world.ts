import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { type Neo4jServer, startNeo4j } from '../support/neo4j-server.js'
import { runProgram, seedFolder } from '../support/program.js'
import { DrillServer } from './drill-server.js'
import { FaultyProxy } from './faulty-proxy.js'
import { pairsYaml } from './load/dataset.js'
import { curatorNames, Load } from './load/load.js'
import { Subscriber } from './load/subscriber.js'
import type { Random } from './random.js'
import { Recorder } from './recorder.js'
import { post } from './session.js'

export type Engine = 'sqlite' | 'neo4j'

/** A store, two servers over it, and clients. */
export interface World {
  readonly engine: Engine
  readonly random: Random
  readonly recorder: Recorder
  readonly servers: readonly [DrillServer, DrillServer]
  readonly load: Load
  readonly subscribers: readonly Subscriber[]
  /** What SUANLI_STORE is for commands, without the proxy. */
  readonly store: string
  /** A folder for the files of faults. */
  readonly folder: string
  /** The file from which the servers' processes read how far their clock is off, in milliseconds. */
  readonly clockFile: string
  /** Between the servers and Neo4j. */
  readonly storeProxy: FaultyProxy | undefined
  neo4j: Neo4jServer | undefined
  /** The revision at which the drill began. */
  readonly from: number
  close(): Promise<void>
}

export async function openWorld(engine: Engine, random: Random): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'suanli-drill-'))
  const neo4j = engine === 'neo4j' ? await startNeo4j({ home: join(folder, 'neo4j') }) : undefined
  const storeProxy = neo4j && (await FaultyProxy.listen(neo4j.port))
  const store = neo4j?.uri ?? join(folder, 'store')
  const clockFile = join(folder, 'clock')
  await mkdir(join(folder, 'pairs'))
  await writeFile(join(folder, 'pairs', 'dataset.yaml'), pairsYaml(curatorNames))
  await writeFile(clockFile, '0')
  const seeded = await runProgram(['import', '--yes', seedFolder('beijing-2024'), join(folder, 'pairs')], {
    SUANLI_STORE: store,
  })
  if (seeded.code !== 0) throw new Error(seeded.stdout + seeded.stderr)
  const settings = {
    SUANLI_STORE: storeProxy ? `bolt://127.0.0.1:${storeProxy.port}` : store,
    NODE_OPTIONS: `--import=${pathToFileURL('test/drill/shift-clock.mjs').href}`,
    DRILL_CLOCK: clockFile,
  }
  const servers = [await DrillServer.create('a', settings), await DrillServer.create('b', settings)] as const
  for (const server of servers) await server.start()
  const begun = await post(servers[0].url, '{ revision }', {})
  if (begun.kind !== 'data') throw new Error(begun.message)
  const from: number = begun.data.revision
  const recorder = new Recorder()
  const world: World = {
    engine,
    random,
    recorder,
    servers,
    load: new Load(servers, recorder, random, from),
    subscribers: ['subscriber-1', 'subscriber-2'].map(name => new Subscriber(name, servers, recorder, '')),
    store,
    folder,
    clockFile,
    storeProxy,
    neo4j,
    from,
    async close() {
      for (const server of servers) await server.close()
      await storeProxy?.close()
      await world.neo4j?.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return world
}

/** How long writing may take to work again. */
const recoveryLimitMs = 60_000

/** Waits until every server takes a write again, which nothing but the program brings about. Gives the milliseconds, or what is wrong. */
export async function recover({ load, servers }: World): Promise<number | string> {
  load.isImportPaused = true
  const begun = performance.now()
  const limit = begun + recoveryLimitMs
  const late = await Promise.all(
    load.probes.map(async probe => {
      const seen: string[] = []
      while (performance.now() < limit) {
        const outcome = await probe.retract()
        if (outcome === 'done') return undefined
        seen.push(outcome)
        await wait(50)
      }
      const { name } = probe.session
      const counts = ['refused', 'unknown'].map(each => `${seen.filter(outcome => outcome === each).length} ${each}`)
      return `${name} could not write for ${recoveryLimitMs} ms (${counts.join(', ')}), at last: ${probe.session.refusal}`
    }),
  )
  load.isImportPaused = false
  const wrong = late.filter(each => each !== undefined)
  if (wrong.length > 0) return wrong.join('; ')
  for (const server of servers) await server.becomesReady()
  return Math.round(performance.now() - begun)
}

/** What `suanli doctor` finds while nothing is written. */
export async function examine(world: World): Promise<readonly string[]> {
  await world.load.pause()
  try {
    // The rows of the last revision are written after its answer.
    for (let tries = 0; ; tries += 1) {
      const { code, stdout, stderr } = await runProgram(['doctor', '--json'], { SUANLI_STORE: world.store })
      if (code === 0) return []
      if (tries === 20 || !stdout.includes('ROWS_BEHIND')) {
        const failures = world.servers.flatMap(server => server.logged('rows not written')).slice(-3)
        return [`doctor: ${stdout || stderr}`, ...failures].map(each => each.slice(0, 3_000))
      }
      await wait(250)
    }
  } finally {
    world.load.resume()
  }
}
