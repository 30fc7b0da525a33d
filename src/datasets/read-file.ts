import { readFile, realpath } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type { Place, ProblemList } from './problem-list.js'

/** The folder of a dataset, as its author named it. */
export interface DatasetFolder {
  readonly named: string
  readonly path: string
}

/** A file of a dataset: its bytes, and how reports name it. */
export interface DatasetFile {
  readonly named: string
  readonly path: string
  readonly bytes: Buffer
}

/** Reads a file that a dataset names. Reports one that is missing, or that lies outside the folder, by `..` or a link, at the place that names it. */
export async function readDatasetFile(
  folder: DatasetFolder,
  name: string,
  place: Place,
  problems: ProblemList,
): Promise<DatasetFile | undefined> {
  const path = await findDatasetFile(folder, name, place, problems)
  return path === undefined ? undefined : { named: join(folder.named, name), path, bytes: await readFile(path) }
}

/** Where a file that a dataset names is; reports as `readDatasetFile`. */
export async function findDatasetFile(
  folder: DatasetFolder,
  name: string,
  place: Place,
  problems: ProblemList,
): Promise<string | undefined> {
  const path = resolve(folder.path, name)
  if (!isInside(folder.path, path)) {
    problems.error('FILE_OUTSIDE', place, { path: name }, 'copy the file into the folder of the dataset')
    return undefined
  }
  try {
    const [root, real] = await Promise.all([realpath(folder.path), realpath(path)])
    if (isInside(root, real)) return real
    problems.error('FILE_OUTSIDE', place, { path: name }, 'copy the file into the folder of the dataset')
  } catch {
    problems.error('FILE_MISSING', place, { file: join(folder.named, name) })
  }
  return undefined
}

/** The file’s text. Reports bytes that are not UTF-8, with where the first of them stands. */
export function decodeText({ bytes, named }: DatasetFile, problems: ProblemList): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const offset = firstUnreadable(bytes)
    const before = bytes.subarray(0, offset).toString('utf8').split('\n')
    const place = { file: named, line: before.length, column: [...(before.at(-1) ?? '')].length + 1 }
    problems.error('FILE_ENCODING', place, { offset }, 'save the file as UTF-8')
    return undefined
  }
}

/** The offset of the first byte that is not UTF-8: the longest readable beginning, found by halving. */
function firstUnreadable(bytes: Buffer): number {
  let [readable, unreadable] = [0, bytes.length]
  while (unreadable - readable > 1) {
    const middle = (readable + unreadable) >> 1
    if (isReadable(bytes.subarray(0, middle))) readable = middle
    else unreadable = middle
  }
  return readable
}

/** Whether it can be the beginning of UTF-8: a character that is cut at the end is no fault. */
function isReadable(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path
}
