import { mkdtemp, rm, stat } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import type { Store } from '../../src/store/store.js'
import { startNeo4j } from '../support/neo4j-server.js'
import { createBare } from './bare/create-bare.js'
import { insertBare } from './bare/insert-bare.js'
import { type FilesImported, importFiles } from './import-files.js'
import { importWorld, type Written } from './import-world.js'
import { ask, measureRate } from './measure-rate.js'
import { reads } from './reads.js'
import { servePeer } from './serve-peer.js'
import { type WorldSize, worldOf } from './world.js'
import { writeWorld } from './world-files.js'

/**
 * Prints what writing and reading cost as a store grows: statements a second, beside a bare insert of as many rows on
 * the same engine in the same run, what `suanli import` of the same as files takes in all, and answers a second, first
 * and again.
 */
export async function printScale(sizes: readonly number[], engines: readonly string[]): Promise<void> {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`)
  const columns = [
    ...['engine', 'statements', 'staged, a second', 'last tenth', 'bare, a second', 'ratio'],
    ...['files, a second', 'first part', 'last part', 'memory, MB'],
    ...['point: first, ms', 'again, a second', 'nested: first, ms', 'again, a second', 'busy'],
  ]
  console.log(`| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}`)
  for (const engine of engines)
    for (const statements of sizes) await (engine === 'sqlite' ? onSqlite(statements) : onNeo4j(statements))
}

async function onSqlite(statements: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'suanli-scale-'))
  try {
    const world = worldOf(statements)
    const bare = await insertBare(join(folder, 'bare.db'), world)
    await rm(join(folder, 'bare.db'))
    const store = join(folder, 'staged')
    const written = await write(await openSqliteStore(store), world)
    console.error(`suanli.db: ${Math.round((await stat(join(store, 'suanli.db'))).size / 1e6)} MB`)
    const answers = await measureAnswers({ SUANLI_STORE: store })
    await rm(store, { recursive: true })
    await writeWorld(join(folder, 'files'), world)
    const files = await importFiles(join(folder, 'files'), join(folder, 'imported'), partOf(statements))
    printRow('SQLite', written, bare, files, answers)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function onNeo4j(statements: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'suanli-scale-'))
  try {
    const world = worldOf(statements)
    await writeWorld(folder, world)
    // The bare one comes second, when the database has compiled itself: that is in its favour.
    const { written, bare, answers } = await withNeo4j(async uri => ({
      written: await write(await openNeo4jStore(uri), world),
      bare: await createBare(uri, world),
      answers: await measureAnswers({ SUANLI_STORE: uri }),
    }))
    const files = await withNeo4j(uri => importFiles(folder, uri, partOf(statements)))
    printRow('Neo4j', written, bare, files, answers)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function withNeo4j<Result>(work: (uri: string) => Promise<Result>): Promise<Result> {
  const neo4j = await startNeo4j()
  try {
    return await work(neo4j.uri)
  } finally {
    await neo4j.close()
  }
}

/** A million of what is larger, else a fifth. */
function partOf(statements: number): number {
  return Math.min(0.2, 1_000_000 / statements)
}

interface Writing {
  readonly statements: number
  readonly rate: number
  readonly lastRate: number
}

async function write(store: Store, world: WorldSize): Promise<Writing> {
  const marks: Written[] = []
  const { statements, seconds } = await importWorld(store, world, written => void marks.push(written)).finally(() =>
    store.close(),
  )
  const from = marks.find(mark => mark.statements >= statements * 0.9)
  const [last] = marks.slice(-1)
  const lastRate =
    from && last && last.seconds > from.seconds
      ? (last.statements - from.statements) / (last.seconds - from.seconds)
      : 0
  return { statements, rate: statements / seconds, lastRate }
}

/** Of a point and a nested read: how long the first answer takes, and how many come a second then. */
async function measureAnswers(settings: Readonly<Record<string, string>>): Promise<readonly string[]> {
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
    return cells
  } finally {
    await server.close()
  }
}

/** `busy`: how many processes wanted to run in the last minute, this one counted in. */
function printRow(
  engine: string,
  { statements, rate, lastRate }: Writing,
  bare: number,
  files: FilesImported,
  answers: readonly string[],
): void {
  const rates = [rate, lastRate, bare].map(each => each.toFixed(0))
  const imported = [files.rate, files.firstRate, files.lastRate, files.megabytes].map(each => each.toFixed(0))
  const busy = loadavg()[0]?.toFixed(1) ?? ''
  const cells = [engine, statements, ...rates, (rate / bare).toFixed(2), ...imported, ...answers, busy]
  console.log(`| ${cells.join(' | ')} |`)
}
