import { readFileSync } from 'node:fs'

/** Milliseconds of processor time that a process has taken so far, as Linux counts them; undefined elsewhere. */
export function cpuMs(pid: number): number | undefined {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const [user, system] = fields.split(' ').slice(11, 13).map(Number)
    return ((user ?? 0) + (system ?? 0)) * msInTick
  } catch {
    return undefined
  }
}

/** Of the clock in which the kernel tells it (USER_HZ). */
const msInTick = 10
