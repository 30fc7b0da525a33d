import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type { Place, ProblemList } from '../check/problem-list.js'
import { encodingHint, Utf8Check } from '../tables/utf8-check.js'

/** The folder of a dataset, as its author named it. */
export interface DatasetFolder {
  readonly named: string
  readonly path: string
}

/** A file of a dataset, and how reports name it. */
export interface DatasetFile {
  readonly named: string
  readonly path: string
}

/**
 * The file that a dataset names. Reports, at the place that names it, one that is missing, is no file, or lies outside
 * the folder, be it by `..`, by an absolute path or by a link.
 */
export async function findDatasetFile(
  folder: DatasetFolder,
  name: string,
  place: Place,
  problems: ProblemList,
): Promise<DatasetFile | undefined> {
  const named = join(folder.named, name)
  const path = resolve(folder.path, name)
  const outside = () => problems.fatal('FILE_OUTSIDE', place, { path: name }, 'copy the file into the dataset’s folder')
  if (!isInside(folder.path, path)) {
    outside()
    return undefined
  }
  try {
    const [root, real] = await Promise.all([realpath(folder.path), realpath(path)])
    if (isInside(root, real)) {
      if ((await stat(real)).isFile()) return { named, path: real }
      problems.fatal('FILE_UNREADABLE', place, { file: named, reason: 'it is not a file' })
    } else outside()
  } catch (failure) {
    reportUnreadable(named, place, failure, problems)
  }
  return undefined
}

/** Whether a dataset’s folder has a file of this name. */
export async function isInFolder(folder: DatasetFolder, name: string): Promise<boolean> {
  return await stat(resolve(folder.path, name)).then(
    () => true,
    () => false,
  )
}

/** The text of a file that a dataset names. Reports as `findDatasetFile`, and bytes that are not UTF-8 where they stand. */
export async function readDatasetText(
  folder: DatasetFolder,
  name: string,
  place: Place,
  problems: ProblemList,
): Promise<(DatasetFile & { readonly text: string; readonly bytes: Buffer }) | undefined> {
  const file = await findDatasetFile(folder, name, place, problems)
  if (!file) return undefined
  const bytes = await readFile(file.path).catch(failure => reportUnreadable(file.named, place, failure, problems))
  const text = bytes && decodeText(bytes, file.named, problems)
  return bytes && text !== undefined ? { ...file, text, bytes } : undefined
}

/** The SHA-256 of a file that may be long, hex. Reports one that cannot be read to its end. */
export async function hashFile(
  { path, named }: DatasetFile,
  place: Place,
  problems: ProblemList,
): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer)
    return hash.digest('hex')
  } catch (failure) {
    reportUnreadable(named, place, failure, problems)
    return undefined
  }
}

/** A byte-order mark is no part of the text. */
function decodeText(bytes: Buffer, named: string, problems: ProblemList): string | undefined {
  const check = new Utf8Check()
  check.push(bytes)
  check.end()
  if (!check.fault) return new TextDecoder('utf-8').decode(bytes)
  const { line, column, offset } = check.fault
  const hint = encodingHint(check.fault, encoding => `\`iconv -f ${encoding.toUpperCase()} -t UTF-8\` converts it`)
  problems.fatal('FILE_ENCODING', { file: named, line, column }, { offset }, hint)
  return undefined
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you have no right to',
  EPERM: 'you have no right to',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EISDIR: 'it is not a file',
}

const whatDatasetsAre = 'a dataset is a folder with a dataset.yaml in it'

/** Reports, at the place that names it, a file that is not there or that the system gives not. */
export function reportUnreadable(named: string, place: Place, failure: unknown, problems: ProblemList): undefined {
  const code = failureCode(failure) ?? ''
  // ERR_INVALID_ARG_VALUE: a name with U+0000 in it, which no file has.
  if (['ENOENT', 'ENOTDIR', 'ERR_INVALID_ARG_VALUE'].includes(code))
    // What is named by no file is the dataset itself.
    problems.fatal('FILE_MISSING', place, { file: named }, place.line === undefined ? whatDatasetsAre : undefined)
  else problems.fatal('FILE_UNREADABLE', place, { file: named, reason: reasons[code] ?? `the system says ${code}` })
}

/** The system’s code of a failure: ENOENT; undefined where it is none of the system. */
export function failureCode(failure: unknown): string | undefined {
  return typeof failure === 'object' && failure !== null && 'code' in failure ? String(failure.code) : undefined
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path
}
