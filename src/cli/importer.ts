import { hostname } from 'node:os'
import type { Importer } from '../imports/apply-import.js'

/** This process as an importer. Of a holder on another machine nothing can be known, so it is taken to be alive. */
export function thisImporter(): Importer {
  return { now: () => new Date(), holder: `${hostname()}:${process.pid}`, isAlive }
}

function isAlive(holder: string): boolean {
  const [host, pid] = [holder.slice(0, holder.lastIndexOf(':')), Number(holder.slice(holder.lastIndexOf(':') + 1))]
  if (host !== hostname()) return true
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user’s process may not be signalled, and runs all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
