import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { ExportFormat, Exporting } from '../../exports/format.js'
import { OutFolder } from '../../exports/out-folder.js'
import { SuanliError } from '../../model/error.js'
import { scratchPrefix } from '../scratch.js'

/** The files of an export, in a temporary folder. */
export interface ExportFolder {
  readonly names: readonly string[]
  /** One of the files; undefined if there is none of that name. */
  open(name: string): Readable | undefined
  /** All of them. The same files always give the same bytes. */
  zip(): Readable
  remove(): Promise<void>
}

/** Writes an export of several files. Throws EXPORT_INCOMPLETE if the format cannot hold all and `keepGoing` is not set. */
export async function writeExportFolder(
  exporting: Exporting,
  format: ExportFormat & { readonly kind: 'folder' },
  { keepGoing }: { readonly keepGoing: boolean },
): Promise<ExportFolder> {
  const path = await mkdtemp(join(tmpdir(), scratchPrefix('export')))
  const remove = () => rm(path, { recursive: true, force: true })
  try {
    const folder = new OutFolder(path)
    await format.write(exporting, folder).finally(() => folder.close())
    const { errorCount } = exporting.problems
    if (errorCount > 0 && !keepGoing)
      throw new SuanliError('EXPORT_INCOMPLETE', { count: errorCount, format: format.name })
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    const names = entries
      .filter(entry => entry.isFile())
      .map(entry =>
        join(entry.parentPath, entry.name)
          .slice(path.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort()
    return {
      names,
      remove,
      open: name => (names.includes(name) ? createReadStream(join(path, name)) : undefined),
      zip() {
        const zip = new ZipFile()
        // Times and modes of the machine would make other bytes of the same files.
        for (const name of names) zip.addFile(join(path, name), name, { mtime: zipTime, mode: 0o100644 })
        zip.end()
        const out = new PassThrough()
        zip.on('error', failure => out.destroy(failure as Error))
        zip.outputStream.pipe(out)
        return out
      },
    }
  } catch (failure) {
    await remove()
    throw failure
  }
}

/** The earliest time that a zip can hold. */
const zipTime = new Date(1980, 0, 1)
