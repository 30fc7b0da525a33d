import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startNeo4j } from '../../support/neo4j-server.js'
import { runProgram } from '../../support/program.js'
import type { Fault } from './fault.js'

const hourMs = 3_600_000

/** No file of the servers may grow: writing fails as it does on a full disk. */
const fullDisk: Fault = {
  name: 'disk full',
  engines: ['sqlite'],
  whyNot: () => (canRun('prlimit', ['--version']) ? undefined : 'prlimit (util-linux) is not here'),
  async run({ servers, store }, isShort) {
    const size = Math.max(...['suanli.db', 'suanli.db-wal'].map(name => sizeOf(join(store, name))))
    const limit = (bytes: string) => {
      for (const { pid } of servers) execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])
    }
    limit(String(size + 100_000))
    await wait(isShort ? 1_500 : 5_000)
    limit('unlimited')
    return { times: 1 }
  },
}

/** The n-th write to the database fails in each thread of the servers, and some that follow. */
const ioErrors: Fault = {
  name: 'I/O errors of the disk',
  engines: ['sqlite'],
  whyNot: () => (canRun('strace', ['-qq', '-e', 'trace=none', 'true']) ? undefined : 'strace cannot trace here'),
  async run({ servers, store, folder, random }, isShort) {
    const files = ['suanli.db', 'suanli.db-wal'].flatMap(name => ['-P', join(store, name)])
    const log = join(folder, 'strace.log')
    let times = 0
    for (let turn = 0; turn < (isShort ? 3 : 10); turn += 1) {
      const call = random.pick(['pwrite64', 'pwrite64', 'pwrite64', 'fsync', 'fdatasync'])
      const from = 1 + random.below(call === 'pwrite64' ? 100 : 3)
      const inject = ['-e', `trace=${call}`, '-e', `inject=${call}:error=EIO:when=${from}..${from + random.below(10)}`]
      const traced = servers.flatMap(({ pid }) => ['-p', String(pid)])
      const tracer = spawn('strace', ['-f', '-qq', '-o', log, ...files, ...inject, ...traced], { stdio: 'ignore' })
      const ended = once(tracer, 'exit')
      await wait(isShort ? 1_500 : 3_000)
      tracer.kill('SIGTERM')
      await ended
      times += (await readFile(log, 'utf8')).split('(INJECTED)').length - 1
    }
    return { times }
  },
}

const neo4jKilled: Fault = {
  name: 'Neo4j killed and started again',
  engines: ['neo4j'],
  async run(world, isShort) {
    const times = isShort ? 1 : 2
    for (let time = 0; time < times; time += 1) {
      const { home, port } = world.neo4j ?? {}
      if (home === undefined || port === undefined) throw new Error('there is no Neo4j')
      await world.neo4j?.kill()
      await wait(world.random.below(2_000))
      world.neo4j = await startNeo4j({ home, port })
    }
    return { times }
  },
}

/** Both servers' clocks jump: back by two hours, forward over midnight, and to the right time again. */
const clock: Fault = {
  name: 'clock set back, and over midnight',
  async run({ clockFile }, isShort) {
    const tillMidnight = new Date().setUTCHours(16, 0, 0, 0) - Date.now()
    const offsets = [-2 * hourMs, tillMidnight - 500, 26 * hourMs, 0]
    for (const offset of offsets) {
      await writeFile(clockFile, String(offset))
      await wait(isShort ? 500 : 2_000)
    }
    return { times: offsets.length }
  },
}

/** A server with so little memory that its work may end it. */
const shortMemory: Fault = {
  name: 'memory short',
  async run({ servers, load }, isShort) {
    const [server] = servers
    await server.kill()
    const options = `${server.settings.NODE_OPTIONS} --max-old-space-size=${isShort ? 96 : 80}`
    await server.start({ NODE_OPTIONS: options, SUANLI_CACHE_MB: '16' })
    load.isBulky = true
    const exports = Array.from({ length: 3 }, () =>
      fetch(`${server.directUrl}/export?format=jsonl`)
        .then(answer => answer.arrayBuffer())
        .catch(() => {}),
    )
    await wait(isShort ? 1_500 : 6_000)
    load.isBulky = false
    const survived = server.isUp
    await Promise.all(exports)
    await server.kill()
    await server.start()
    return { times: survived ? 0 : 1 }
  },
}

/** No fault: the commands of docs/operations.md, while clients write. What is restored must be what was carried out, and sound. */
const backup: Fault = {
  name: 'backup taken and restored',
  async run({ store, folder }) {
    const first = join(folder, 'backup.jsonl')
    const again = join(folder, 'again.jsonl')
    const restored = join(folder, 'restored')
    const steps = [
      [['export', '--format', 'jsonl', '--out', first, '--force'], store],
      [['import', first, '--yes'], restored],
      [['export', '--format', 'jsonl', '--out', again, '--force'], restored],
      [['doctor'], restored],
    ] as const
    await rm(restored, { recursive: true, force: true })
    for (const [parameters, at] of steps) {
      const { code, stdout, stderr } = await runProgram(parameters, { SUANLI_STORE: at })
      if (code !== 0) return { times: 0, violations: [`${parameters[0]} failed: ${stdout}${stderr}`.slice(0, 2_000)] }
    }
    const [one, other] = await Promise.all([first, again].map(async file => sha256(await readFile(file))))
    return { times: 1, violations: one === other ? [] : ['what was restored differs from the backup'] }
  },
}

export const machineFaults: readonly Fault[] = [fullDisk, ioErrors, neo4jKilled, clock, shortMemory, backup]

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

function canRun(command: string, parameters: readonly string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}
