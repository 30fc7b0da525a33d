import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

/** The token of curators at test servers. */
export const curatorToken = 'a-token-of-a-curator-in-a-test'

/** The folder of a dataset that comes with the package. */
export function seedFolder(name: string): string {
  return resolve('seeds', name)
}

/** The program as a user runs it, in a process of its own. */
export interface Program {
  readonly process: ChildProcess
  /** All that it has printed so far. */
  readonly output: { readonly stdout: string; readonly stderr: string }
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  /** Where it serves, once it has said so. Rejects where it ends before, with what it printed. */
  serving(): Promise<string>
}

/**
 * Starts `suanli ...parameters` with these settings and none of the test runner’s. It is killed with the tests where it
 * has not ended before.
 */
export function startProgram(
  parameters: readonly string[],
  settings: Readonly<Record<string, string>>,
  cwd = process.cwd(),
): Program {
  return startCommand(process.execPath, [main, ...parameters], settings, cwd)
}

/** As `startProgram`, by the command that runs the program. */
export function startCommand(
  command: string,
  parameters: readonly string[],
  settings: Readonly<Record<string, string>>,
  cwd: string,
): Program {
  const child = spawn(command, parameters, {
    cwd,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text
    })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'close').then(([code, signal]) => {
    process.off('exit', kill)
    // The program logs it and goes on; a test must not.
    if (output.stderr.includes('unhandled rejection')) throw new Error(output.stderr)
    return (code ?? signal) as number | NodeJS.Signals
  })
  const serving = () =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const url = /^GraphQL +(http:\S+)\/graphql$/m.exec(output.stdout)?.[1]
        if (url) resolve(url)
      }
      child.stdout.on('data', look)
      look()
      void ended.then(how => reject(new Error(`ended with ${how}: ${output.stdout}${output.stderr}`)))
    })
  return { process: child, output, ended, serving }
}

/** Runs `suanli ...parameters` to its end. */
export async function runProgram(
  parameters: readonly string[],
  settings: Readonly<Record<string, string>>,
  cwd?: string,
): Promise<{ readonly code: number | NodeJS.Signals; readonly stdout: string; readonly stderr: string }> {
  const { ended, output } = startProgram(parameters, settings, cwd)
  const code = await ended
  return { code, ...output }
}

const main = resolve('dist/main.js')
