import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type UnpackLimits, unpackZip } from '../../datasets/files/unpack-zip.js'
import type { Uploads } from '../../graphql/request/context.js'
import type { Principal } from '../../graphql/request/principal.js'
import type { AllowedFolder } from '../../imports/import-folder.js'
import { SuanliError } from '../../model/error.js'

export interface UploadSettings extends UnpackLimits {
  /** Of one curator: the oldest goes when there is one more. */
  readonly maxPerCurator: number
  readonly maxUploads: number
  readonly keptMs: number
}

export const defaultUploadSettings = { maxFiles: 10_000, maxPerCurator: 5, maxUploads: 50, keptMs: 3_600_000 }

/** An upload, as the curator sees it. */
export interface Upload {
  /** What `importDataset` takes. */
  readonly dataset: string
  readonly files: number
  /** Of all of them together. */
  readonly bytes: number
  /** RFC 3339, UTC. */
  readonly expiresAt: string
}

export interface UploadStore extends Uploads {
  /** Where a body may be written until it is unpacked; it is the caller's to remove. */
  newPath(): string
  /** Unpacks a zip, and keeps what is in it for a while. Throws what `unpackZip` throws, and UPLOADS_FULL. */
  add(zip: string, by: Principal): Promise<Upload>
  /** Removes all of them. */
  close(): Promise<void>
}

interface Kept extends AllowedFolder {
  readonly id: string
  readonly owner: string
  readonly root: string
  readonly timer: NodeJS.Timeout
}

/**
 * Keeps what curators upload, each in a folder of its own below a temporary one, until it expires or the server stops.
 * What a server left behind that was killed, the next one on the machine removes.
 */
export async function keepUploads(settings: UploadSettings): Promise<UploadStore> {
  await removeLeft()
  const home = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  const kept = new Map<string, Kept>()
  let unpacking: Promise<unknown> = Promise.resolve()

  async function drop({ id, timer, root }: Kept): Promise<void> {
    clearTimeout(timer)
    kept.delete(id)
    await rm(root, { recursive: true, force: true })
  }

  async function unpack(zip: string, by: Principal): Promise<Upload> {
    const root = join(home, randomBytes(8).toString('hex'))
    await mkdir(root, { mode: 0o700 })
    try {
      const { path, name, files, bytes } = await unpackZip(zip, root, settings)
      await makeRoom(ownerOf(by))
      const id = `${idPrefix}${randomBytes(16).toString('base64url')}`
      const timer = setTimeout(() => void drop(one).catch(() => {}), settings.keptMs)
      timer.unref()
      const one: Kept = { id, owner: ownerOf(by), root, path, name, timer }
      kept.set(id, one)
      return { dataset: id, files, bytes, expiresAt: new Date(Date.now() + settings.keptMs).toISOString() }
    } catch (failure) {
      await rm(root, { recursive: true, force: true })
      throw failure
    }
  }

  async function makeRoom(owner: string): Promise<void> {
    const own = [...kept.values()].filter(one => one.owner === owner)
    // Whoever mends a dataset sends it again and again.
    for (const one of own.slice(0, Math.max(0, own.length - settings.maxPerCurator + 1))) await drop(one)
    if (kept.size >= settings.maxUploads) throw new SuanliError('UPLOADS_FULL', { max: settings.maxUploads })
  }

  return {
    newPath: () => join(home, `${randomBytes(8).toString('hex')}.zip`),
    add(zip, by) {
      // One after the other: each may take all of a processor for a while.
      const own = unpacking.then(() => unpack(zip, by))
      unpacking = own.catch(() => {})
      return own
    },
    find(id, by) {
      if (!id.startsWith(idPrefix)) return undefined
      const one = kept.get(id)
      if (!one || one.owner !== ownerOf(by)) throw new SuanliError('UPLOAD_UNKNOWN', { id: id.slice(0, 100) })
      return one
    },
    async close() {
      await unpacking
      for (const { timer } of kept.values()) clearTimeout(timer)
      kept.clear()
      await rm(home, { recursive: true, force: true })
    },
  }
}

const prefix = 'suanli-uploads-'
const idPrefix = 'upload/'

function ownerOf({ kind, id }: Principal): string {
  return `${kind} ${id}`
}

async function removeLeft(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(/^\d+/.exec(name.slice(prefix.length))?.[0]) : undefined
    if (pid !== undefined && pid !== process.pid && !runs(pid))
      // It may be another user's, and is no concern of ours then.
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {})
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
