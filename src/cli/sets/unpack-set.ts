import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { SuanliError } from '../../model/error.js'
import { fetchOrigin, nameOfOrigin } from './fetch-origin.js'
import { jsonToCsv } from './json-to-csv.js'
import { unknownLicences } from './licences.js'
import type { DataSet, SetFile } from './set.js'

/** A set’s folder with all of its tables. */
export interface UnpackedSet {
  readonly folder: string
  readonly remove: () => Promise<void>
}

/**
 * Puts a set and its tables into a folder of its own. Throws SET_LICENCE if a licence is not on the list, SET_UNREACHABLE
 * if a file cannot be fetched, and SET_CHANGED if a file is not what it was when the set was described.
 */
export async function unpackSet(set: DataSet, given?: string): Promise<UnpackedSet> {
  const { name, path, origin } = set
  for (const seen of [set.licence, ...set.sourceLicences].flatMap(unknownLicences))
    throw new SuanliError('SET_LICENCE', { set: name, seen })
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
      if (seen !== sha256) {
        const told = { set: name, file: from, seen, known: sha256, where: join(path, 'set.yaml') }
        throw new SuanliError('SET_CHANGED', {
          ...told,
          ...changedColumns(file, bytes),
          origin: nameOfOrigin(origin.from),
        })
      }
      await writeFile(join(folder, to), columns ? jsonToCsv(bytes.toString('utf8'), columns, rows) : bytes)
    }
    return { folder, remove }
  } catch (failure) {
    await remove()
    throw failure
  }
}

/** Which columns of a changed table are new or missing, in words; empty if the table's columns are not recorded. */
function changedColumns({ header }: SetFile, bytes: Buffer): { readonly columns: string; readonly columnsZh: string } {
  if (!header) return { columns: '', columnsZh: '' }
  const [seen = []]: string[][] = parseCsv(bytes, { bom: true, to: 1, relax_column_count: true })
  const added = seen.filter(column => !header.includes(column))
  const missing = header.filter(column => !seen.includes(column))
  const list = (columns: readonly string[]) => columns.map(column => `"${column}"`).join(', ')
  const part = (named: string, columns: readonly string[]) => (columns.length > 0 ? [`${named} ${list(columns)}`] : [])
  const [en, zh] = [
    [...part('new columns', added), ...part('missing columns', missing)],
    [...part('新增的列', added), ...part('缺少的列', missing)],
  ]
  return { columns: en.map(text => `; ${text}`).join(''), columnsZh: zh.map(text => `；${text}`).join('') }
}
