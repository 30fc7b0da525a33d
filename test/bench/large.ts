import { stat } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { cpuMs } from './cpu-ms.js'
import { reads } from './reads.js'
import { type CommandRun, memoryOf, runCommand, type Taken } from './run-command.js'
import { servePeer } from './serve-peer.js'
import { worldOf } from './world.js'
import { writeWorld } from './world-files.js'

export const steps = [
  ...(['files', 'import', 'export', 'graph', 'load', 'migrate', 'reads', 'doctor', 'rebuild'] as const),
] as const
export type Step = (typeof steps)[number]

export interface Large {
  readonly statements: number
  /** Stays: each step begins with what the steps before it left there. */
  readonly folder: string
  readonly steps: readonly Step[]
}

/**
 * Prints what a large store costs, step by step: the import of its files, each read of the table, doctor and rebuild,
 * each with processor time and memory.
 */
export async function printLarge({ statements, folder, steps: wanted }: Large): Promise<void> {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`)
  const files = join(folder, 'files')
  const store = join(folder, 'store')
  if (wanted.includes('files')) await writeWorld(files, worldOf(statements))
  if (wanted.includes('import')) await printImport(files, store)
  if (wanted.includes('reads')) await printReads(store)
  for (const command of ['doctor', 'rebuild'] as const)
    if (wanted.includes(command)) printRun(command, await runCommand(program(command, '--store', store, '--json')))
  if (wanted.includes('import') || wanted.includes('rebuild'))
    console.log(`suanli.db: ${Math.round((await stat(join(store, 'suanli.db'))).size / 1e6)} MB`)
  if (wanted.includes('export')) {
    const out = ['--format', 'neo4j-admin', '--out', join(folder, 'graph'), '--force', '--json']
    printRun('export', await runCommand(program('export', '--store', store, ...out)))
  }
}

export function program(...parameters: readonly string[]): [string, ...string[]] {
  return [process.execPath, 'dist/main.js', ...parameters]
}

interface Mark extends Taken {
  readonly phase: unknown
  readonly done: number
}

/** As a user imports: checked, staged, published, and the rows written. */
async function printImport(files: string, store: string): Promise<void> {
  const marks: Mark[] = []
  const run = await runCommand(program('import', files, '--store', store, '--json'), {
    tell: ({ phase, done }, taken) => void marks.push({ phase, done: Number(done), ...taken }),
  })
  // The last line comes when the rows are written as well.
  const staged = marks.filter(({ phase }) => phase === 'import').slice(0, -1)
  const total = staged.at(-1)?.done ?? 0
  printPart(
    'checked',
    marks.filter(({ phase }) => phase === 'check'),
  )
  printPart('staged', staged)
  const million = Math.min(1_000_000, total / 5)
  for (let from = 0; from < total; from += million)
    printPart(
      `staged from ${from}`,
      staged.filter(({ done }) => done >= from && done <= from + million),
    )
  const last = staged.at(-1)
  if (last)
    console.log(
      `after staging (publication and rows): ${(run.seconds - last.seconds).toFixed(1)} s, processor ${(run.cpuSeconds - last.cpuSeconds).toFixed(1)} s`,
    )
  printRun('import', run)
}

function printPart(name: string, marks: readonly Mark[]): void {
  const [first, last] = [marks[0], marks.at(-1)]
  if (!first || !last || last.done === first.done) return
  const done = last.done - first.done
  const [seconds, cpuSeconds] = [last.seconds - first.seconds, last.cpuSeconds - first.cpuSeconds]
  const most = Math.max(...marks.map(({ megabytes }) => megabytes))
  console.log(
    `${name}: ${done} statements, ${(done / seconds).toFixed(0)} a second, ${((cpuSeconds * 1e6) / done).toFixed(1)} µs of processor time a statement, ${most.toFixed(0)} MB`,
  )
}

export function printRun(name: string, { seconds, cpuSeconds, peakMegabytes, printed }: CommandRun): void {
  console.log(
    `${name}: ${seconds.toFixed(1)} s, processor ${cpuSeconds.toFixed(1)} s, ${peakMegabytes.toFixed(0)} MB at most: ${printed.slice(0, 300).replaceAll('\n', ' ')}`,
  )
}

/** How often each read is asked again after the first time. */
const again = 9

/** Each read of the table, asked of a server that keeps nothing and of one that keeps what it has read. */
export async function printReads(address: string, database?: number): Promise<void> {
  console.log('| read | server | first, ms | again, ms | processor, ms | of the database, ms | bytes |')
  console.log('|---|---|---|---|---|---|---|')
  for (const [name, megabytes] of [
    ['cold', { SUANLI_CACHE_MB: '0' }],
    ['warm', {}],
  ] as const) {
    const began = performance.now()
    const server = await servePeer(['dist/main.js', 'serve'], {
      ...{ PORT: '0', SUANLI_LOG: 'silent', SUANLI_STORE: address, SUANLI_TIMEOUT_MS: '600000', ...megabytes },
    })
    try {
      const url = new URL('/graphql', server.url).href
      await fetchText(url, '{ revision }')
      const started = performance.now() - began
      console.error(
        `${name}: first answer ${started.toFixed(0)} ms after the start, processor ${cpuMs(server.pid)} ms, ${memoryOf(server.pid).megabytes.toFixed(0)} MB`,
      )
      for (const { name: read, documents } of reads) {
        const query = documents.ours ?? ''
        const first = await timed(() => fetchText(url, query))
        const before = [server.pid, database].map(pid => (pid === undefined ? 0 : (cpuMs(pid) ?? 0)))
        const times: number[] = []
        for (let i = 0; i < again; i++) times.push((await timed(() => fetchText(url, query))).ms)
        const after = [server.pid, database].map(pid => (pid === undefined ? 0 : (cpuMs(pid) ?? 0)))
        const [ours, its] = after.map((ms, i) => ((ms - (before[i] ?? 0)) / again).toFixed(1))
        const middle = times.toSorted((a, b) => a - b)[again >> 1] ?? Number.NaN
        console.log(
          `| ${[read, name, first.ms.toFixed(1), middle.toFixed(1), ours, database === undefined ? '' : its, Buffer.byteLength(first.result)].join(' | ')} |`,
        )
      }
      console.error(`${name}: ${memoryOf(server.pid).peakMegabytes.toFixed(0)} MB at most`)
    } finally {
      await server.close()
    }
  }
}

async function fetchText(url: string, query: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const text = await response.text()
  if (!response.ok || JSON.parse(text).errors !== undefined) throw new Error(`${url}: ${text.slice(0, 500)}`)
  return text
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ readonly ms: number; readonly result: Result }> {
  const began = performance.now()
  const result = await work()
  return { ms: performance.now() - began, result }
}
