import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import { startNeo4j } from '../support/neo4j-server.js'
import { importWorld } from './import-world.js'
import { ask, measureRate, type Request } from './measure-rate.js'
import { writePlainGraph } from './peers/plain-graph.js'
import { type Read, reads } from './reads.js'
import { type Serving, servePeer } from './serve-peer.js'
import type { WorldSize } from './world.js'

interface Peer {
  readonly name: string
  readonly serving: Serving
  /** Undefined where it cannot be asked that. */
  readonly request: (read: Read) => Request | undefined
}

const textbook = 'Apollo + type-graphql + DataLoader'
const clientCounts = [1, 16]

/**
 * Prints, for each read, how many answers a second each server gives, as a ratio to the textbook design's in the same
 * round: the middle of all rounds, and the least and greatest. Servers take turns in every round, so that what else the
 * machine does meets them all.
 */
export async function printTable(
  world: WorldSize,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<void> {
  const neo4j = await startNeo4j()
  const folder = await mkdtemp(join(tmpdir(), 'suanli-bench-'))
  let peers: readonly Peer[] = []
  try {
    for (const store of [await openSqliteStore(folder), await openNeo4jStore(neo4j.uri)]) {
      const { statements, seconds } = await importWorld(store, world).finally(() => store.close())
      console.error(`${store.description}: ${statements} statements, ${Math.round(statements / seconds)} a second`)
    }
    await writePlainGraph(neo4j.uri, world)
    peers = await startPeers(neo4j.uri, folder)
    await checkAnswers(peers)
    console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, Neo4j 5.26\n`)
    for (const read of reads) await printRead(read, peers, rounds, seconds)
  } finally {
    await Promise.all(peers.map(({ serving }) => serving.close()))
    await neo4j.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function startPeers(uri: string, folder: string): Promise<readonly Peer[]> {
  const ours = (settings: Readonly<Record<string, string>>) =>
    servePeer(['dist/main.js', 'serve'], { PORT: '0', SUANLI_LOG: 'silent', ...settings })
  const theirs = (name: string) => servePeer([fileURLToPath(new URL(`./peers/${name}.js`, import.meta.url)), uri])
  const asOurs =
    ({ url }: Serving) =>
    ({ documents: { ours } }: Read) =>
      ours === undefined ? undefined : { url: new URL('/graphql', url).href, query: ours }
  const [suanliWarm, suanliCold, suanliEmbedded, apollo, neo4jGraphql, handWritten] = await Promise.all([
    ours({ SUANLI_STORE: uri, SUANLI_TIMEOUT_MS: '600000' }),
    ours({ SUANLI_STORE: uri, SUANLI_CACHE_MB: '0', SUANLI_TIMEOUT_MS: '600000' }),
    ours({ SUANLI_STORE: folder, SUANLI_TIMEOUT_MS: '600000' }),
    theirs('textbook'),
    theirs('neo4j-graphql'),
    theirs('hand-written'),
  ])
  return [
    {
      name: textbook,
      serving: apollo,
      request: ({ documents: { textbook } }) =>
        textbook === undefined ? undefined : { url: apollo.url, query: textbook },
    },
    {
      name: '@neo4j/graphql on Apollo',
      serving: neo4jGraphql,
      request: ({ documents }) =>
        documents.neo4jGraphql === undefined ? undefined : { url: neo4jGraphql.url, query: documents.neo4jGraphql },
    },
    {
      name: 'node:http, one hand-written Cypher',
      serving: handWritten,
      request: ({ path }) => ({ url: new URL(path, handWritten.url).href }),
    },
    { name: 'suanli, cold', serving: suanliCold, request: asOurs(suanliCold) },
    { name: 'suanli, warm', serving: suanliWarm, request: asOurs(suanliWarm) },
    { name: 'suanli on SQLite, warm', serving: suanliEmbedded, request: asOurs(suanliEmbedded) },
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

async function printRead(read: Read, peers: readonly Peer[], rounds: number, seconds: number): Promise<void> {
  console.log(`| ${read.name} | ${clientCounts.map(count => `${count} client${count > 1 ? 's' : ''}`).join(' | ')} |`)
  console.log(`|---|${clientCounts.map(() => '---').join('|')}|`)
  const columns: Map<string, readonly number[]>[] = []
  for (const clients of clientCounts) {
    const rates: Map<string, number>[] = []
    for (let round = 0; round < rounds; round++) {
      const rate = new Map<string, number>()
      // The order turns with the rounds: nobody is always the one after the heaviest.
      for (let i = 0; i < peers.length; i++) {
        const peer = peers[(i + round) % peers.length]
        const request = peer?.request(read)
        if (peer && request) rate.set(peer.name, await measureRate(request, clients, seconds))
      }
      rates.push(rate)
    }
    columns.push(
      new Map(
        peers.map(({ name }) => [
          name,
          rates.flatMap(rate => {
            const [own, base] = [rate.get(name), rate.get(textbook)]
            return own === undefined || base === undefined ? [] : [own / base]
          }),
        ]),
      ),
    )
  }
  for (const { name } of peers)
    console.log(`| ${name} | ${columns.map(column => shown(column.get(name) ?? [])).join(' | ')} |`)
  console.log()
}

/** The middle one, and between which they lie. */
function shown(ratios: readonly number[]): string {
  if (ratios.length === 0) return 'cannot'
  const inOrder = ratios.toSorted((a, b) => a - b)
  const [least, middle, greatest] = [inOrder[0], inOrder[Math.floor(inOrder.length / 2)], inOrder.at(-1)]
  return `${figure(middle)} (${figure(least)} to ${figure(greatest)})`
}

function figure(ratio = 0): string {
  return ratio >= 10 ? ratio.toFixed(0) : ratio >= 1 ? ratio.toFixed(1) : ratio.toFixed(2)
}
