import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { entityTypes } from '../../src/entities/index.js'
import { createOntology } from '../../src/ontology/ontology.js'
import { keepsRows, refreshRows } from '../../src/rows/refresh-rows.js'
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import { civilDay } from '../../src/values/civil-day.js'
import { type Neo4jServer, startNeo4j } from '../support/neo4j-server.js'
import { cpuMs } from './cpu-ms.js'
import { importWorld } from './import-world.js'
import { ask, measureRate, type Request, warmUp } from './measure-rate.js'
import { writePlainGraph } from './peers/plain-graph.js'
import { checkPlans } from './plans.js'
import { type Read, reads } from './reads.js'
import { type Serving, servePeer } from './serve-peer.js'
import type { WorldSize } from './world.js'

interface Peer {
  readonly name: string
  readonly serving: Serving
  /** The process of the database that it asks. */
  readonly database: number | undefined
  /** Undefined where it cannot be asked that. */
  readonly request: (read: Read) => Request | undefined
}

const textbook = 'Apollo + type-graphql + DataLoader'
/** The ceiling of any design that asks Neo4j. */
const handWritten = 'node:http, one hand-written Cypher'
const mostClients = 16
const clientCounts = [1, mostClients]

const ontology = createOntology(entityTypes)

/**
 * Prints, for each read, how many answers a second each server gives: as a ratio to the textbook design, and with 16 clients
 * also to the hand-written text, of the same round. The middle of all rounds stands before the least and the greatest. Servers
 * take turns in every round, so that what else the machine does meets all of them.
 */
export async function printTable(
  world: WorldSize,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<void> {
  await inWorld(world, async (neo4j, folder) => {
    await checkPlans(folder, neo4j.uri)
    await writePlainGraph(neo4j.uri, world)
    const peers = await startPeers(neo4j, folder)
    try {
      await checkAnswers(peers)
      console.log(
        `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, Neo4j 5.26\n`,
      )
      for (const read of reads) await printRead(read, peers, rounds, seconds)
    } finally {
      await Promise.all(peers.map(({ serving }) => serving.close()))
    }
  })
}

/** Prints by which plans the reads are answered from rows. */
export async function printPlans(world: WorldSize): Promise<void> {
  await inWorld(world, ({ uri }, folder) => checkPlans(folder, uri, console.log))
}

/** Does work with a store of each engine that holds the world, and its rows. */
async function inWorld(world: WorldSize, work: (neo4j: Neo4jServer, folder: string) => Promise<void>): Promise<void> {
  const neo4j = await startNeo4j()
  const folder = await mkdtemp(join(tmpdir(), 'suanli-bench-'))
  try {
    const stores = [await openSqliteStore(folder), await openNeo4jStore(neo4j.uri)]
    // Side by side: one is written by this process, the other one by the database.
    await Promise.all(
      stores.map(async store => {
        const { statements, seconds } = await importWorld(store, world)
        if (keepsRows(store)) await refreshRows(store, { ontology, today: civilDay(new Date()), rebuild: 'missing' })
        await store.close()
        console.error(`${store.description}: ${statements} statements, ${Math.round(statements / seconds)} a second`)
      }),
    )
    await work(neo4j, folder)
  } finally {
    await neo4j.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function startPeers({ uri, pid }: Neo4jServer, folder: string): Promise<readonly Peer[]> {
  const ours = (settings: Readonly<Record<string, string>>) =>
    servePeer(['dist/main.js', 'serve'], { PORT: '0', SUANLI_LOG: 'silent', ...settings })
  const theirs = (name: string) => servePeer([fileURLToPath(new URL(`./peers/${name}.js`, import.meta.url)), uri])
  const asOurs =
    ({ url }: Serving) =>
    ({ documents: { ours } }: Read) =>
      ours === undefined ? undefined : { url: new URL('/graphql', url).href, query: ours }
  const [suanliWarm, suanliCold, suanliEmbedded, suanliEmbeddedCold, apollo, neo4jGraphql, ceiling] = await Promise.all(
    [
      ours({ SUANLI_STORE: uri, SUANLI_TIMEOUT_MS: '600000' }),
      ours({ SUANLI_STORE: uri, SUANLI_CACHE_MB: '0', SUANLI_TIMEOUT_MS: '600000' }),
      ours({ SUANLI_STORE: folder, SUANLI_TIMEOUT_MS: '600000' }),
      ours({ SUANLI_STORE: folder, SUANLI_CACHE_MB: '0', SUANLI_TIMEOUT_MS: '600000' }),
      theirs('textbook'),
      theirs('neo4j-graphql'),
      theirs('hand-written'),
    ],
  )
  return [
    {
      name: textbook,
      serving: apollo,
      database: pid,
      request: ({ documents: { textbook } }) =>
        textbook === undefined ? undefined : { url: apollo.url, query: textbook },
    },
    {
      name: '@neo4j/graphql on Apollo',
      serving: neo4jGraphql,
      database: pid,
      request: ({ documents }) =>
        documents.neo4jGraphql === undefined ? undefined : { url: neo4jGraphql.url, query: documents.neo4jGraphql },
    },
    {
      name: handWritten,
      serving: ceiling,
      database: pid,
      request: ({ path }) => ({ url: new URL(path, ceiling.url).href }),
    },
    { name: 'suanli, cold', serving: suanliCold, database: pid, request: asOurs(suanliCold) },
    { name: 'suanli, warm', serving: suanliWarm, database: pid, request: asOurs(suanliWarm) },
    {
      name: 'suanli on SQLite, cold',
      serving: suanliEmbeddedCold,
      database: undefined,
      request: asOurs(suanliEmbeddedCold),
    },
    { name: 'suanli on SQLite, warm', serving: suanliEmbedded, database: undefined, request: asOurs(suanliEmbedded) },
  ]
}

/** Nobody is timed for another answer. */
async function checkAnswers(peers: readonly Peer[]): Promise<void> {
  for (const read of reads) {
    const expected = read.answer(await ask(requestTo(peers, textbook, read)))
    for (const { name, request } of peers) {
      const asked = request(read)
      if (asked) assert.deepEqual(read.answer(await ask(asked)), expected, `${read.name}: ${name}`)
    }
  }
}

function requestTo(peers: readonly Peer[], name: string, read: Read): Request {
  const request = peers.find(peer => peer.name === name)?.request(read)
  if (!request) throw new Error(`${name} cannot be asked for ${read.name}.`)
  return request
}

interface Measured {
  readonly name: string
  readonly clients: number
  readonly round: number
  readonly perSecond: number
  /** Processor time of the server and of its database for one answer. */
  readonly cpuMs: number | undefined
}

async function printRead(read: Read, peers: readonly Peer[], rounds: number, seconds: number): Promise<void> {
  console.log(
    `| ${read.name} | ${clientCounts.map(count => `${count} client${count > 1 ? 's' : ''}`).join(' | ')} | to the hand-written one | processor, ms an answer |`,
  )
  console.log(`|---|${clientCounts.map(() => '---').join('|')}|---|---|`)
  const measured: Measured[] = []
  for (const clients of clientCounts)
    for (let round = 0; round < rounds; round++)
      // The order turns with the rounds: nobody is always the one after the heaviest.
      for (let i = 0; i < peers.length; i++) {
        const peer = peers[(i + round) % peers.length]
        const request = peer?.request(read)
        if (peer && request) measured.push({ ...(await measure(peer, request, clients, seconds)), clients, round })
      }
  for (const { name } of peers) {
    const cells = [
      ...clientCounts.map(clients => shown(ratiosOf(measured, name, clients, textbook))),
      shown(ratiosOf(measured, name, mostClients, handWritten)),
      shown(measured.flatMap(each => (each.name === name && each.clients === mostClients ? (each.cpuMs ?? []) : []))),
    ]
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
  console.log()
}

async function measure({ name, serving, database }: Peer, request: Request, clients: number, seconds: number) {
  await warmUp(request, clients, seconds)
  const began = [serving.pid, database].map(pid => (pid === undefined ? 0 : cpuMs(pid)))
  const { perSecond, answers } = await measureRate(request, clients, seconds)
  const ended = [serving.pid, database].map(pid => (pid === undefined ? 0 : cpuMs(pid)))
  const taken = ended.reduce<number>((sum, ms, i) => sum + (ms ?? Number.NaN) - (began[i] ?? 0), 0)
  return { name, perSecond, cpuMs: Number.isNaN(taken) ? undefined : taken / answers }
}

/** To another server in the same round. */
function ratiosOf(measured: readonly Measured[], name: string, clients: number, to: string): readonly number[] {
  const inRound = (of: string, round: number) =>
    measured.find(each => each.name === of && each.clients === clients && each.round === round)?.perSecond
  return measured.flatMap(each => {
    const base = inRound(to, each.round)
    return each.name === name && each.clients === clients && base !== undefined ? [each.perSecond / base] : []
  })
}

/** The middle one, and between which they lie. */
function shown(ratios: readonly number[]): string {
  if (ratios.length === 0) return 'cannot'
  return `${figure(middleOf(ratios))} (${figure(Math.min(...ratios))} to ${figure(Math.max(...ratios))})`
}

function middleOf(figures: readonly number[]): number {
  const inOrder = figures.toSorted((a, b) => a - b)
  const [below = 0, above = 0] = [inOrder[Math.ceil(inOrder.length / 2) - 1], inOrder[Math.floor(inOrder.length / 2)]]
  return (below + above) / 2
}

function figure(ratio = 0): string {
  return ratio >= 10 ? ratio.toFixed(0) : ratio >= 1 ? ratio.toFixed(1) : ratio.toFixed(2)
}
