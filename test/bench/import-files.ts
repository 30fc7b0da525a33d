import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'

/** What `suanli import` of a dataset's files took, checking included. */
export interface FilesImported {
  readonly statements: number
  /** A second, over all. */
  readonly rate: number
  /** Of the second phase, a second: of its first part and of its last. */
  readonly firstRate: number
  readonly lastRate: number
  /** Of the process, at most. */
  readonly megabytes: number
}

/** Imports as a user does; `part`: the share of the statements that `firstRate` and `lastRate` are of. */
export async function importFiles(folder: string, store: string, part: number): Promise<FilesImported> {
  const began = performance.now()
  const child = spawn(process.execPath, ['dist/main.js', 'import', folder, '--store', store, '--json'])
  const marks: { readonly done: number; readonly at: number }[] = []
  let kilobytes = 0
  const looking = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    kilobytes = Math.max(kilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
  }, 200)
  createInterface(child.stderr).on('line', line => {
    const event = JSON.parse(line)
    if (event.phase === 'import') marks.push({ done: event.done, at: performance.now() })
  })
  let printed = ''
  child.stdout.on('data', data => {
    printed += data
  })
  const code = await new Promise(ended => child.once('close', ended))
  clearInterval(looking)
  if (code !== 0) throw new Error(`suanli import ended with ${code}: ${printed}`)
  const statements = JSON.parse(printed).statementsAdded as number
  const rateOf = (from: number, to: number) => {
    const within = marks.filter(({ done }) => done >= from && done <= to)
    const [first, last] = [within[0], within.at(-1)]
    return first && last && last.at > first.at ? ((last.done - first.done) / (last.at - first.at)) * 1000 : 0
  }
  return {
    statements,
    rate: (statements / (performance.now() - began)) * 1000,
    firstRate: rateOf(0, statements * part),
    lastRate: rateOf(statements * (1 - part), statements),
    megabytes: (kilobytes * 1024) / 1e6,
  }
}
