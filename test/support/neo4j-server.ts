import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

/** A real Neo4j on loopback, in a folder of its own that goes when it is closed. */
export interface Neo4jServer {
  readonly uri: string
  readonly pid: number
  readonly home: string
  readonly port: number
  /** Ends it at once, as a fault would, and keeps its folder. */
  kill(): Promise<void>
  /** Ends it as an operator does, and keeps its folder. */
  stop(): Promise<void>
  close(): Promise<void>
}

const program = resolve('test/support/neo4j-server')
/** Another release than the one in pom.xml, such as 2026.09.0, and the home of the Java that it needs. */
const { SUANLI_TEST_NEO4J: release = '', SUANLI_TEST_JAVA_HOME: javaHome } = process.env
const javaCommand = javaHome ? join(javaHome, 'bin/java') : 'java'
/**
 * A run of tests ends before the second compiler of Java pays; the first one alone would have too little room for its code,
 * and compile much of it again. The data of tests changes all the time, and is small: to plan every text again after ten
 * seconds, as usual, took four fifths of the processor time of a server. Benches and drills have what users have.
 */
const suiteOptions = process.env.SUANLI_TEST_RUN_PID
  ? ['-XX:TieredStopAtLevel=1', '-XX:ReservedCodeCacheSize=128m', '-XX:+UseSerialGC', '-Dsuanli.replanAfter=P1D']
  : []
const howToGetIt =
  'tests on Neo4j were skipped: they start a real one from Maven and need Java 17 and Maven (Debian: apt-get install openjdk-17-jdk-headless maven)'

/** Why there is no Neo4j for tests here; undefined where there is. In CI its absence is a failure. */
export function whyNoNeo4j(): string | undefined {
  const isThere = [javaCommand, 'mvn'].every(command => {
    try {
      execFileSync(command, ['-version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
  if (!isThere && process.env.CI) throw new Error(`In CI ${howToGetIt}`)
  return isThere ? undefined : howToGetIt
}

/** What a server may take: the heap of Java, and beside it pages of its files, of which it takes half of the memory if nothing is said. */
export interface Neo4jMemory {
  readonly heap: string
  readonly pageCache?: string
}

const defaultMemory: Neo4jMemory = { heap: '1g' }

/** Starts one, on a free port unless one is given; `login`: it asks for a password; `home`: what stands in it already. Its jars are fetched once and kept beside the other packages. */
export async function startNeo4j({
  login = false,
  home: given,
  port: wanted,
  memory = defaultMemory,
  owner = process.pid,
}: {
  login?: boolean
  home?: string
  port?: number
  memory?: Neo4jMemory
  /** The process that the server belongs to: the server ends when that process ends. */
  owner?: number
} = {}): Promise<Neo4jServer> {
  const [jars, port, home] = await Promise.all([
    fetchJars(),
    wanted ?? freePort(),
    given ?? mkdtemp(join(tmpdir(), 'suanli-neo4j-')),
  ])
  const java = spawn(
    javaCommand,
    [
      `-Xmx${memory.heap}`,
      ...suiteOptions,
      '--add-opens=java.base/java.nio=ALL-UNNAMED',
      '-cp',
      `${jars}/*`,
      join(program, 'Neo4jServer.java'),
      home,
      String(port),
      login ? 'auth' : 'open',
      String(owner),
      ...(memory.pageCache === undefined ? [] : [memory.pageCache]),
    ],
    { stdio: ['ignore', 'pipe', 'ignore'], detached: owner !== process.pid },
  )
  await isReady(java)
  if (owner !== process.pid) {
    java.unref()
    java.stdout.destroy()
  }
  const ended = new Promise<void>(done => java.once('exit', () => done()))
  const end = (signal: NodeJS.Signals) => async () => {
    java.kill(signal)
    await ended
  }
  const kill = end('SIGKILL')
  return {
    uri: `bolt://127.0.0.1:${port}`,
    pid: java.pid ?? 0,
    home,
    port,
    kill,
    stop: end('SIGTERM'),
    async close() {
      await kill()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** The command that `neo4j-admin` is, for the database of a server that has this home and does not run. */
export async function neo4jAdmin(home: string, heap = defaultMemory.heap): Promise<readonly [string, ...string[]]> {
  return [
    ...(['env', `NEO4J_HOME=${home}`, `NEO4J_CONF=${join(home, 'conf')}`] as const),
    ...[javaCommand, `-Xmx${heap}`, '--add-opens=java.base/java.nio=ALL-UNNAMED'],
    ...['-cp', `${await fetchJars()}/*`, 'org.neo4j.cli.AdminTool'],
  ]
}

/** Imports the files of an export into the database of a server that does not run; gives what the importer prints. */
export async function importNeo4j(files: string, home: string): Promise<string> {
  const [command, ...parameters] = await neo4jAdmin(home)
  const full = ['database', 'import', 'full', '@import.args', 'neo4j']
  return (await promisify(execFile)(command, [...parameters, ...full], { cwd: files })).stdout
}

/** The folder of the jars of Neo4j. */
async function fetchJars(): Promise<string> {
  const hash = createHash('sha256')
    .update(readFileSync(join(program, 'pom.xml')))
    .update(release)
    .digest('hex')
    .slice(0, 16)
  const jars = resolve('node_modules/.cache/suanli-neo4j', hash)
  if (existsSync(jars)) return jars
  const work = await mkdtemp(join(tmpdir(), 'suanli-maven-'))
  await cp(join(program, 'pom.xml'), join(work, 'pom.xml'))
  const version = release ? [`-Dneo4j.version=${release}`] : []
  await promisify(execFile)('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib', ...version], {
    cwd: work,
  })
  await mkdir(resolve(jars, '..'), { recursive: true })
  const complete = `${jars}.${process.pid}`
  await cp(join(work, 'lib'), complete, { recursive: true })
  // Two suites may fetch at once: who is later drops its copy.
  await rename(complete, jars).catch(() => rm(complete, { recursive: true }))
  await rm(work, { recursive: true, force: true })
  return jars
}

function isReady(java: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    java.once('error', failed)
    java.once('exit', code => failed(new Error(`Neo4j ended with ${code} before it was ready.`)))
    if (java.stdout) createInterface(java.stdout).on('line', line => line === 'ready' && ready())
  })
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
