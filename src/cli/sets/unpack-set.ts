import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SuanliError } from '../../model/error.js'
import { fetchOrigin } from './fetch-origin.js'
import { jsonToCsv } from './json-to-csv.js'
import type { DataSet } from './set.js'

/** A set’s folder with all of its tables. */
export interface UnpackedSet {
  readonly folder: string
  readonly remove: () => Promise<void>
}

/**
 * Puts a set and its tables into a folder of its own. Every file must be what it was when the set was described: throws
 * SET_CHANGED where its SHA-256 is another, SET_UNREACHABLE where it cannot be had.
 */
export async function unpackSet(set: DataSet, given?: string): Promise<UnpackedSet> {
  const { name, path, origin } = set
  if (!origin) return { folder: path, remove: async () => {} }
  const root = await mkdtemp(join(tmpdir(), 'suanli-set-'))
  const [folder, fetched] = [join(root, name), join(root, 'fetched')]
  const remove = () => rm(root, { recursive: true, force: true })
  try {
    await Promise.all([cp(path, folder, { recursive: true }), mkdir(fetched)])
    const read = await fetchOrigin(name, origin, fetched, given)
    for (const file of origin.files) {
      const { from, to, sha256, columns, rows } = file
      const bytes = await read(file)
      const seen = createHash('sha256').update(bytes).digest('hex')
      if (seen !== sha256) throw new SuanliError('SET_CHANGED', { set: name, file: from, seen, known: sha256 })
      await writeFile(join(folder, to), columns ? jsonToCsv(bytes.toString('utf8'), columns, rows) : bytes)
    }
    return { folder, remove }
  } catch (failure) {
    await remove()
    throw failure
  }
}
