import { cpus } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js'
import type { Store } from '../../src/store/store.js'
import { said, statement, withdrawal } from '../support/dataset-builder.js'
import { startNeo4j } from '../support/neo4j-server.js'
import { cpuMs } from './cpu-ms.js'
import { importWorld } from './import-world.js'
import { ask } from './measure-rate.js'
import { type Json, reads } from './reads.js'
import { type Serving, servePeer } from './serve-peer.js'
import type { WorldSize } from './world.js'

const counts = [1, 2, 4] as const
const clients = 8
/** Entities that every write changes together: an answer that has two of their values has two revisions. */
const marks = Array.from({ length: 5 }, (_, i) => `company/mark-${i}`)
/** Others that it changes beside them. */
const beside = Array.from({ length: 200 }, (_, i) => `company/beside-${i}`)

/** What a while of mixed load came to. */
interface Measured {
  readonly servers: number
  readonly perSecond: number
  readonly errors: number
  readonly probes: number
  /** Probes that had the values of two writes, or another value than others of the same revision. */
  readonly mixed: number
  /** Of each probe: how many revisions it was behind the newest that was published when it was sent. */
  readonly behind: readonly number[]
  readonly writes: number
  /** Milliseconds of processor time an answer, of all servers and of Neo4j. */
  readonly serverMs: number
  readonly neo4jMs: number
}

/**
 * Prints what one, two and four servers over one Neo4j do under reads of all shapes while revisions are published, in
 * turns: that no answer fails or mixes revisions, how far behind any was, and what an answer costs.
 */
export async function printServers(
  world: WorldSize,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<void> {
  const neo4j = await startNeo4j()
  const store = await openNeo4jStore(neo4j.uri)
  const servers: Serving[] = []
  try {
    const { statements } = await importWorld(store, world)
    const writer = createWriter(store)
    await writer.write()
    for (let i = 0; i < Math.max(...counts); i++)
      servers.push(
        await servePeer(['dist/main.js', 'serve'], { PORT: '0', SUANLI_LOG: 'silent', SUANLI_STORE: neo4j.uri }),
      )
    for (const { url } of servers) for (const query of shapes) await ask({ url: new URL('/graphql', url).href, query })
    const measured: Measured[] = []
    for (let round = 0; round < rounds; round++)
      for (const count of counts) measured.push(await measure(servers.slice(0, count), writer, neo4j.pid, seconds))
    console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, Neo4j 5.26`)
    console.log(`${statements} statements, ${clients} clients, ${rounds} rounds of ${seconds} s in turns\n`)
    printRows(measured)
  } finally {
    await Promise.all(servers.map(server => server.close()))
    await store.close()
    await neo4j.close()
  }
}

const probe = `{ revision ${marks.map((id, i) => `m${i}: company(id: "${id}") { label names { text } }`).join(' ')}
  listed: companies(first: 100, filter: { name: { startsWith: "标记" } }) { nodes { label } } }`
const shapes: readonly string[] = reads.flatMap(({ documents }) => documents.ours ?? []).concat(probe)

interface Writer {
  /** The newest revision, and what the marks are called in each. */
  readonly newest: () => number
  readonly labels: ReadonlyMap<number, string>
  write(): Promise<void>
}

/** Publishes revisions in each of which the marks are called alike, and otherwise than before. */
function createWriter(store: Store): Writer {
  const { writer } = store
  const labels = new Map<number, string>()
  let newest = 0
  let number = 0
  const named = (word: string, ids: readonly string[], at: number) =>
    ids.map(id => {
      const text = `${word}${at}`
      const value = { kind: 'text', text, language: 'zh-Hans' } as const
      return statement(`statement/${id.slice(8)}-${at}`, id, { value, asStated: text })
    })
  const allAt = (at: number) => [...named('标记', marks, at), ...named('旁边', beside, at)]
  return {
    labels,
    newest: () => newest,
    async write() {
      number += 1
      const staged = await writer.begin(['marks'], 'bench:1', () => false)
      await writer.stage(staged, said('marks', ...allAt(number)))
      if (number > 1)
        await writer.stage(staged, { withdrawals: allAt(number - 1).map(each => withdrawal(each, 'marks')) })
      // It may be read before the next line runs.
      labels.set(staged.revision, `标记${number}`)
      const { number: published } = await writer.publish(staged, new Date().toISOString())
      newest = published
    },
  }
}

async function measure(
  servers: readonly Serving[],
  writer: Writer,
  neo4jPid: number,
  seconds: number,
): Promise<Measured> {
  let [answers, errors, probes, mixed, writes] = [0, 0, 0, 0, 0]
  const behind: number[] = []
  const until = performance.now() + seconds * 1000
  const taken = () => [servers.reduce((sum, { pid }) => sum + (cpuMs(pid) ?? 0), 0), cpuMs(neo4jPid) ?? 0] as const
  const before = taken()

  async function read(client: number): Promise<void> {
    for (let i = client; performance.now() < until; i++) {
      const query = shapes[i % shapes.length] ?? probe
      // Each client goes from server to server.
      const url = new URL('/graphql', servers[i % servers.length]?.url).href
      const newest = writer.newest()
      try {
        const data = (await ask({ url, query })) as Json
        if (query === probe) {
          probes += 1
          behind.push(Math.max(0, newest - data.revision))
          if (!isWhole(data, writer.labels)) mixed += 1
        }
        answers += 1
      } catch (failure) {
        errors += 1
        console.error(String(failure).slice(0, 300))
      }
    }
  }
  async function write(): Promise<void> {
    while (performance.now() < until) {
      await writer.write()
      writes += 1
      await setTimeout(100)
    }
  }
  await Promise.all([write(), ...Array.from({ length: clients }, (_, client) => read(client))])
  const after = taken()
  return {
    ...{ servers: servers.length, perSecond: answers / seconds, errors, probes, mixed, behind, writes },
    serverMs: (after[0] - before[0]) / answers,
    neo4jMs: (after[1] - before[1]) / answers,
  }
}

/** Whether all that a probe read is of the revision that it names. */
function isWhole(data: Json, labels: ReadonlyMap<number, string>): boolean {
  const label = labels.get(data.revision)
  const read = marks.flatMap((_, i) => [data[`m${i}`].label, ...data[`m${i}`].names.map(({ text }: Json) => text)])
  const listed = data.listed.nodes.map((node: Json) => node.label)
  return label !== undefined && listed.length === marks.length && [...read, ...listed].every(seen => seen === label)
}

function printRows(measured: readonly Measured[]): void {
  console.log(
    '| servers | answers a second, to one server’s in the same round | errors | probes, of which mixed | revisions behind: middle, most | revisions published | processor, ms an answer: servers, Neo4j |',
  )
  console.log('|---|---|---|---|---|---|---|')
  const ofOne = measured.filter(({ servers }) => servers === 1)
  for (const count of counts) {
    const own = measured.filter(({ servers }) => servers === count)
    const ratios = own.map(({ perSecond }, round) => perSecond / (ofOne[round]?.perSecond ?? Number.NaN))
    const behind = own.flatMap(each => each.behind).toSorted((a, b) => a - b)
    const sum = (of: (each: Measured) => number) => own.reduce((total, each) => total + of(each), 0)
    const cells = [
      count,
      ratios.map(ratio => ratio.toFixed(2)).join(', '),
      sum(each => each.errors),
      `${sum(each => each.probes)}, ${sum(each => each.mixed)}`,
      `${behind[Math.floor(behind.length / 2)]}, ${behind.at(-1)}`,
      sum(each => each.writes),
      `${(sum(each => each.serverMs) / own.length).toFixed(1)}, ${(sum(each => each.neo4jMs) / own.length).toFixed(1)}`,
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}
