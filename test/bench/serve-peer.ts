import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A server in a process of its own. */
export interface Serving {
  readonly url: string
  readonly pid: number
  close(): Promise<void>
}

/** Starts a Node program and waits for the line in which it says where it serves. */
export async function servePeer(
  parameters: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const child = spawn(process.execPath, parameters, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'close').then(() => process.off('exit', kill))
  const url = await new Promise<string>((found, failed) => {
    createInterface(child.stdout).on('line', line => {
      const said = /(http:\/\/\S+)/.exec(line)?.[1]
      if (said) found(said)
    })
    void ended.then(() => failed(new Error(`${parameters[0]} ended before it served.`)))
  })
  return {
    url,
    pid: child.pid ?? 0,
    async close() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
