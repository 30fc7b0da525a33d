import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type UnpackLimits, unpackZip } from '../../datasets/files/unpack-zip.js'
import { scratchFailure } from '../../datasets/spool/scratch-failure.js'
import type { Uploads } from '../../graphql/request/context.js'
import type { Principal } from '../../graphql/request/principal.js'
import type { AllowedFolder } from '../../imports/import-folder.js'
import { SuanliError } from '../../model/error.js'
import { scratchPrefix } from '../scratch.js'

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
  newPath(): Promise<string>
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
  const home = join(tmpdir(), `${scratchPrefix('uploads')}${randomBytes(6).toString('hex')}`)
  await makeFolder(home)
  const kept = new Map<string, Kept>()
  let unpacking: Promise<unknown> = Promise.resolve()

  async function drop({ id, timer, root }: Kept): Promise<void> {
    clearTimeout(timer)
    kept.delete(id)
    await rm(root, { recursive: true, force: true })
  }

  async function unpack(zip: string, by: Principal): Promise<Upload> {
    const root = join(home, randomBytes(8).toString('hex'))
    await makeFolder(root)
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
    async newPath() {
      // Whoever clears the folder for temporary files must not end uploads for good.
      await makeFolder(home)
      return join(home, `${randomBytes(8).toString('hex')}.zip`)
    },
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

const idPrefix = 'upload/'

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 }).catch(failure => {
    throw scratchFailure(failure)
  })
}

function ownerOf({ kind, id }: Principal): string {
  return `${kind} ${id}`
}
