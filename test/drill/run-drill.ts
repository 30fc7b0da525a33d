import { setTimeout as wait } from 'node:timers/promises'
import { checkHistory } from './check-history.js'
import type { Fault } from './faults/fault.js'
import { killDuring, kills } from './faults/kills.js'
import { machineFaults } from './faults/machine.js'
import { networkFaults } from './faults/network.js'
import type { Final, Outcome } from './history.js'
import { Random } from './random.js'
import { post } from './session.js'
import { type Engine, examine, openWorld, recover, type World } from './world.js'

export interface DrillOptions {
  readonly engine: Engine
  readonly seed: number
  /** Puts faults in until so much time is over. */
  readonly seconds: number
  /** The faults to put in, by the beginning of their names; all if it is empty. */
  readonly only?: readonly string[]
  /** Instead of all faults: kills the server so many times in an import, and so many times in a curation action. */
  readonly kills?: { readonly imports: number; readonly curation: number } | undefined
  /** Faults are short and come once in a while; the store is examined at the end alone. */
  readonly isShort?: boolean
  /** Every fault is put in at least once, also if the time is over. */
  readonly isWhole?: boolean
  readonly say?: (line: string) => void
}

/** What became of a fault. */
export interface FaultLine {
  readonly name: string
  times: number
  /** The longest time until every server took a write again. */
  slowestMs: number
  skipped?: string
}

export interface DrillReport {
  readonly seed: number
  readonly writes: Readonly<Record<Outcome, number>>
  /** How many of the writes without an answer were done. */
  readonly unknownDone: number
  readonly reads: number
  readonly changes: number
  readonly connections: number
  readonly refusals: Readonly<Record<string, number>>
  readonly faults: readonly FaultLine[]
  readonly violations: readonly string[]
}

/** Runs a server under load, puts faults in one after another, and judges what clients saw. */
export async function runDrill(options: DrillOptions): Promise<DrillReport> {
  const { engine, seed, seconds, only = [], isShort = false, isWhole = !isShort, say = () => {} } = options
  const random = new Random(seed)
  const world = await openWorld(engine, random)
  const violations: string[] = []
  const lines = new Map<string, FaultLine>()
  try {
    world.load.start()
    await wait(isShort ? 500 : 3_000)
    const counted = options.kills && [
      killDuring('import', { long: options.kills.imports, short: options.kills.imports, counted: true }),
      killDuring('curation', { long: options.kills.curation, short: options.kills.curation, counted: true }),
    ]
    const faults = (counted ?? [...kills, ...networkFaults, ...machineFaults]).filter(
      ({ name, engines }) =>
        (engines?.includes(engine) ?? true) && (only.length === 0 || only.some(begin => name.startsWith(begin))),
    )
    const end = performance.now() + seconds * 1_000
    for (let round = 0; round === 0 || performance.now() < end; round += 1)
      for (const fault of random.shuffle(faults)) {
        if ((!isWhole || round > 0) && performance.now() > end) break
        for (const violation of await putIn(fault, world, lines, isShort, say)) {
          violations.push(violation)
          say(`VIOLATION ${violation}`)
        }
      }
    await world.load.stop()
    violations.push(...(await examine(world)))
    const final = await readFinal(world)
    for (const subscriber of world.subscribers) await subscriber.stop(final.cursors.at(-1), 20_000)
    for (const { name, cursors } of world.subscribers)
      if (cursors.at(-1) !== final.cursors.at(-1)) violations.push(`${name} did not receive the last changes`)
    violations.push(...checkHistory(world.recorder, final))
    for (const { name, faults: failed } of world.servers)
      violations.push(...failed.map(text => `server ${name}: ${text}`))
    return report(
      world,
      seed,
      final,
      lines,
      violations.map(each => withLog(each, world)),
    )
  } finally {
    await world.load.stop()
    for (const subscriber of world.subscribers) await subscriber.stop(undefined, 0)
    await world.close()
  }
}

async function putIn(
  fault: Fault,
  world: World,
  lines: Map<string, FaultLine>,
  isShort: boolean,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const { recorder } = world
  const line = lines.get(fault.name) ?? { name: fault.name, times: 0, slowestMs: 0 }
  lines.set(fault.name, line)
  const skipped = fault.whyNot?.()
  if (skipped !== undefined) {
    line.skipped = skipped
    return []
  }
  const violations: string[] = []
  recorder.begin(fault.name)
  const result = await fault.run(world, isShort, say)
  const recovered = await recover(world)
  recorder.end()
  line.times += result.times
  violations.push(...(result.violations ?? []).map(each => `${fault.name}: ${each}`))
  if (typeof recovered === 'string') violations.push(`${fault.name}: ${recovered}`)
  else line.slowestMs = Math.max(line.slowestMs, result.slowestMs ?? 0, recovered)
  say(`${fault.name}: ${result.times} times, writes again after ${recovered} ms`)
  // A quiet time, in which no error is allowed.
  await wait(isShort ? 200 : 1_500)
  if (!isShort) violations.push(...(await examine(world)).map(each => `after ${fault.name}: ${each}`))
  return violations
}

const logDocument = `query ($after: String) { list: curationLog(first: 100, after: $after) {
  nodes { reason revision } pageInfo { hasNextPage endCursor } } }`
const changesDocument = `query ($after: String) { list: changes(first: 1000, after: $after) {
  nodes { cursor } pageInfo { hasNextPage endCursor } } }`

async function readFinal({ servers, from }: World): Promise<Final> {
  const readAll = async <Node>(document: string): Promise<readonly Node[]> => {
    const all: Node[] = []
    for (let after: string | null = null; ; ) {
      const reply = await post(servers[0].directUrl, document, { after })
      if (reply.kind !== 'data') throw new Error(`the end of the drill cannot be read: ${reply.message}`)
      all.push(...reply.data.list.nodes)
      if (!reply.data.list.pageInfo.hasNextPage) return all
      after = reply.data.list.pageInfo.endCursor
    }
  }
  const log = await readAll<{ readonly reason: string; readonly revision: number }>(logDocument)
  const cursors = await readAll<{ readonly cursor: string }>(changesDocument)
  return {
    log: log.flatMap(({ reason: token, revision }) => (revision > from ? [{ token, revision }] : [])),
    cursors: cursors.map(({ cursor }) => cursor),
  }
}

/** A client gets the id of a failure alone: the log of the server says what failed. */
function withLog(violation: string, { servers }: World): string {
  const [, id] = /the log has it as ([\w-]+)/.exec(violation) ?? []
  const lines = id === undefined ? [] : servers.flatMap(server => server.logged(id))
  return [violation, ...lines.map(line => line.slice(0, 2_000))].join('\n  ')
}

function report(
  { recorder, subscribers }: World,
  seed: number,
  { log }: Final,
  lines: ReadonlyMap<string, FaultLine>,
  violations: readonly string[],
): DrillReport {
  const writes = { done: 0, refused: 0, unknown: 0 }
  for (const { outcome } of recorder.writes) writes[outcome] += 1
  const refusals: Record<string, number> = {}
  for (const { code } of recorder.troubles) refusals[code] = (refusals[code] ?? 0) + 1
  const logged = new Set(log.map(({ token }) => token))
  return {
    seed,
    writes,
    unknownDone: recorder.writes.filter(({ outcome, token }) => outcome === 'unknown' && logged.has(token)).length,
    reads: recorder.reads.length,
    changes: subscribers.reduce((sum, { cursors }) => sum + cursors.length, 0),
    connections: subscribers.reduce((sum, { connections }) => sum + connections, 0),
    refusals,
    faults: [...lines.values()],
    violations,
  }
}
