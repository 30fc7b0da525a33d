import { mkdtemp, rm, stat } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import type { Store } from '../../src/store/store.js'
import { startNeo4j } from '../support/neo4j-server.js'
import { createBare } from './bare/create-bare.js'
import { insertBare } from './bare/insert-bare.js'
import { importWorld } from './import-world.js'
import { ask, measureRate } from './measure-rate.js'
import { reads } from './reads.js'
import { servePeer } from './serve-peer.js'
import { standardWorld, type WorldSize } from './world.js'

/**
 * Prints what writing and reading cost as a store grows: statements a second, beside a bare insert of as many rows on
 * the same engine in the same run, the process's memory, and answers a second, first and again.
 */
export async function printScale(sizes: readonly number[], engines: readonly string[]): Promise<void> {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`)
  console.log(
    '| engine | statements | a second | last tenth | bare, a second | memory, MB | point: first, ms | again, a second | nested: first, ms | again, a second |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|')
  for (const engine of engines)
    for (const statements of sizes) await (engine === 'sqlite' ? onSqlite(statements) : onNeo4j(statements))
}

/** A centre has five statements; what else there is grows with them, up to the standard world's. */
function worldOf(statements: number): WorldSize {
  const { regions, organisations, corridors } = standardWorld
  const share = Math.min(1, statements / 500_000)
  return {
    regions: Math.max(150, Math.round(regions * share)),
    organisations: Math.max(50, Math.round(organisations * share)),
    corridors: Math.max(10, Math.round(corridors * share)),
    centres: Math.round((statements - share * 27_000) / 5),
  }
}

async function onSqlite(statements: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'suanli-scale-'))
  try {
    const bare = await insertBare(join(folder, 'bare.db'), worldOf(statements))
    const written = await write(await openSqliteStore(folder), worldOf(statements))
    const bytes = (await stat(join(folder, 'suanli.db'))).size
    console.error(`suanli.db: ${Math.round(bytes / 1e6)} MB`)
    await printRow('SQLite', written, bare, { SUANLI_STORE: folder })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function onNeo4j(statements: number): Promise<void> {
  const neo4j = await startNeo4j()
  try {
    const written = await write(await openNeo4jStore(neo4j.uri), worldOf(statements))
    const bare = await createBare(neo4j.uri, worldOf(statements))
    await printRow('Neo4j', written, bare, { SUANLI_STORE: neo4j.uri })
  } finally {
    await neo4j.close()
  }
}

interface Writing {
  readonly statements: number
  readonly rate: number
  readonly lastRate: number
  readonly megabytes: number
}

async function write(store: Store, world: WorldSize): Promise<Writing> {
  const marks: { statements: number; seconds: number }[] = []
  let most = 0
  const { statements, seconds } = await importWorld(store, world, written => {
    marks.push(written)
    most = Math.max(most, process.memoryUsage.rss())
  }).finally(() => store.close())
  const from = marks.find(mark => mark.statements >= statements * 0.9)
  const [last] = marks.slice(-1)
  const lastRate =
    from && last && last.seconds > from.seconds
      ? (last.statements - from.statements) / (last.seconds - from.seconds)
      : 0
  return { statements, rate: statements / seconds, lastRate, megabytes: most / 1e6 }
}

async function printRow(
  engine: string,
  { statements, rate, lastRate, megabytes }: Writing,
  bare: number,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const server = await servePeer(['dist/main.js', 'serve'], { PORT: '0', SUANLI_LOG: 'silent', ...settings })
  try {
    const url = new URL('/graphql', server.url).href
    const cells: string[] = []
    for (const name of ['point read', 'nested read']) {
      const query = reads.find(read => read.name === name)?.documents.ours ?? ''
      const began = performance.now()
      await ask({ url, query })
      cells.push(
        (performance.now() - began).toFixed(0),
        (await measureRate({ url, query }, 16, 2)).perSecond.toFixed(0),
      )
    }
    console.log(
      `| ${engine} | ${statements} | ${rate.toFixed(0)} | ${lastRate.toFixed(0)} | ${bare.toFixed(0)} | ${megabytes.toFixed(0)} | ${cells.join(' | ')} |`,
    )
  } finally {
    await server.close()
  }
}
