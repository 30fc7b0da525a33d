import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { cpuMs } from './cpu-ms.js'

/** What a process has taken so far: time by the clock, processor time of all its threads, and memory. */
export interface Taken {
  readonly seconds: number
  readonly cpuSeconds: number
  /** Resident at this moment, in megabytes. */
  readonly megabytes: number
}

/** What a command of the program took from its start to its end. */
export interface CommandRun extends Taken {
  /** Memory: the most that was resident at any moment. */
  readonly peakMegabytes: number
  readonly printed: string
}

/** The most memory that was ever resident in a process, and what is resident now, in megabytes; 0 when it has ended. */
export function memoryOf(pid: number | undefined): { readonly megabytes: number; readonly peakMegabytes: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const read = (name: string) => (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1024) / 1e6
    return { megabytes: read('VmRSS'), peakMegabytes: read('VmHWM') }
  } catch {
    return { megabytes: 0, peakMegabytes: 0 }
  }
}

/**
 * Runs a program to its end. `tell` is called with each line of JSON on standard error and with what was taken until
 * then. Throws where the exit code is not one of `codes`.
 */
export async function runCommand(
  [command, ...parameters]: readonly [string, ...string[]],
  {
    tell = () => {},
    cwd,
    codes = [0],
  }: {
    readonly tell?: (event: Readonly<Record<string, unknown>>, taken: Taken) => void
    readonly cwd?: string
    readonly codes?: readonly number[]
  } = {},
): Promise<CommandRun> {
  const began = performance.now()
  const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'], ...(cwd !== undefined && { cwd }) })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  let taken = { seconds: 0, cpuSeconds: 0, megabytes: 0, peakMegabytes: 0 }
  const look = () => {
    const ms = child.pid === undefined ? undefined : cpuMs(child.pid)
    const memory = memoryOf(child.pid)
    // A process that has ended has neither.
    if (ms === undefined || memory.megabytes === 0) return
    taken = {
      ...{ seconds: (performance.now() - began) / 1000, cpuSeconds: ms / 1000 },
      ...{ ...memory, peakMegabytes: Math.max(memory.peakMegabytes, taken.peakMegabytes) },
    }
  }
  const looking = setInterval(look, 100)
  let wrong = ''
  createInterface(child.stderr).on('line', line => {
    look()
    if (line.startsWith('{')) tell(JSON.parse(line), taken)
    else wrong += `${line}\n`
  })
  let printed = ''
  child.stdout.on('data', data => {
    printed += data
  })
  const code = await new Promise(ended => child.once('close', ended))
  clearInterval(looking)
  process.off('exit', kill)
  if (!codes.includes(Number(code)))
    throw new Error(
      `${command} ${parameters.join(' ')} ended with ${code}: ${wrong.slice(-2_000)}${printed.slice(-2_000)}`,
    )
  return { ...taken, seconds: (performance.now() - began) / 1000, printed }
}
