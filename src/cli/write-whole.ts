import { once } from 'node:events'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { OutFile, OutFolder } from '../exports/out-folder.js'
import { SuanliError } from '../model/error.js'

/*
 * An output appears under its name only when it is complete. Until then its name is .NAME.partial, so that no reader takes
 * an interrupted export for a complete one.
 */

/** Writes a text to a file, or to standard output if no file is named. Throws OUT_TAKEN if the file exists and may not be replaced. */
export async function writeFileWhole<Result>(
  path: string | undefined,
  isForced: boolean,
  texts: AsyncGenerator<string, Result>,
): Promise<Result> {
  if (path === undefined) return await pour(texts, writeToOutput)
  await demandFree(path, isForced)
  const partial = partialOf(path)
  await mkdir(dirname(resolve(path)), { recursive: true })
  return await removedUnless(partial, async () => {
    const file = new OutFile(partial)
    const result = await pour(texts, text => file.write(text))
    await file.close()
    await rename(partial, path)
    return result
  })
}

/** Fills a folder. Throws OUT_TAKEN if the folder is not empty, unless an export filled it and it may be replaced. */
export async function writeFolderWhole<Result>(
  path: string,
  isForced: boolean,
  fill: (folder: OutFolder) => Promise<Result>,
): Promise<Result> {
  await demandFree(path, isForced && (await isExport(path)))
  return await replaceFolder(path, async folder => {
    await (await folder.create(mark)).write('suanli export\n')
    return await fill(folder)
  })
}

/** Fills a folder that belongs to the user afterwards. Throws OUT_TAKEN if the folder is not empty. */
export async function writeNewFolder(path: string, fill: (folder: OutFolder) => Promise<void>): Promise<void> {
  await demandFree(path, false)
  await replaceFolder(path, fill)
}

async function replaceFolder<Result>(path: string, fill: (folder: OutFolder) => Promise<Result>): Promise<Result> {
  const partial = partialOf(path)
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  return await removedUnless(partial, async () => {
    const folder = new OutFolder(partial)
    const result = await fill(folder).finally(() => folder.close())
    const old = join(dirname(partial), `${basename(partial)}.old`)
    // A folder cannot be replaced in one step. The old folder is removed after the new one has its name.
    await rename(path, old).catch(() => {})
    await rename(partial, path)
    await rm(old, { recursive: true, force: true })
    return result
  })
}

/** The file that marks a folder as filled by an export. */
const mark = '.suanli-export'

async function isExport(path: string): Promise<boolean> {
  const found = await stat(join(path, mark)).catch(() => undefined)
  return found !== undefined
}

async function pour<Result>(
  texts: AsyncGenerator<string, Result>,
  write: (text: string) => Promise<void>,
): Promise<Result> {
  let gathered = ''
  for (;;) {
    const next = await texts.next()
    if (!next.done) gathered += next.value
    if (gathered.length > 65_536 || (next.done && gathered !== '')) {
      await write(gathered)
      gathered = ''
    }
    if (next.done) return next.value
  }
}

async function writeToOutput(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

async function demandFree(path: string, isForced: boolean): Promise<void> {
  if (isForced) return
  const found = await stat(path).catch(() => undefined)
  if (!found || (found.isDirectory() && (await readdir(path)).length === 0)) return
  throw new SuanliError('OUT_TAKEN', { path })
}

function partialOf(path: string): string {
  return join(dirname(resolve(path)), `.${basename(resolve(path))}.partial`)
}

async function removedUnless<Result>(partial: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write()
  } catch (failure) {
    await rm(partial, { recursive: true, force: true })
    const code = failure instanceof Error && 'code' in failure ? String(failure.code) : ''
    if (failure instanceof SuanliError || !/^E[A-Z]+$/.test(code)) throw failure
    throw new SuanliError('OUT_UNWRITABLE', { path: partial, reason: code }, { cause: failure })
  }
}
