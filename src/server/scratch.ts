import { createHash } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a server keeps in the folder for temporary files. */
export type ScratchKind = 'uploads' | 'export'

/**
 * How the names of this process's temporary files and folders begin: with the place in which its number means a process,
 * and the number. Containers that share the folder number their processes by themselves.
 */
export function scratchPrefix(kind: ScratchKind): string {
  return `suanli-${kind}-${place()}-${process.pid}-`
}

/**
 * Removes what servers left behind that were killed: those of this place whose process has ended, and those of any place
 * that no process has written to for a day.
 */
export async function removeLeftScratch(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const [, itsPlace, pid] = ofServer.exec(name) ?? []
    const path = join(tmpdir(), name)
    const isLeft = itsPlace === place() ? !runs(Number(pid)) : ofServer.test(name) && (await isOld(path))
    // It may be another user's, and is no concern of ours then.
    if (isLeft) await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}

/** Earlier versions wrote no place. */
const ofServer = /^suanli-(?:uploads|export)-(?:([a-z0-9]{8})-)?(\d+)-/

let known: string | undefined

/** The host and, on Linux, the namespace of process numbers: every container has its own. */
function place(): string {
  known ??= createHash('sha256').update(`${hostname()} ${namespaceOfPids()}`).digest('hex').slice(0, 8)
  return known
}

function namespaceOfPids(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > dayMs
}

const dayMs = 24 * 3_600_000
