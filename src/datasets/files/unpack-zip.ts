import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { type ErrorTexts, SuanliError } from '../../model/error.js'

/** How much of a zip is unpacked at most, counted as it is inflated: what the zip says of itself is not believed. */
export interface UnpackLimits {
  readonly maxFiles: number
  /** Of all files together. */
  readonly maxBytes: number
}

/** A dataset's folder, as it was unpacked. */
export interface UnpackedDataset {
  readonly path: string
  /** What its folder was called in the zip; empty where its files were at the top. */
  readonly name: string
  readonly files: number
  readonly bytes: number
}

interface NamedEntry {
  readonly entry: Entry
  readonly name: string
}

/**
 * Unpacks the zip of a dataset into an empty folder. Its dataset.yaml is at the top, or in the one folder that is
 * there. What systems put beside files of their own is left out. Nothing is written anywhere else, whatever the zip's
 * names are. Throws ZIP_UNREADABLE, ZIP_ENTRY_REFUSED, ZIP_TOO_LARGE and DATASET_MISSING; then what was written so far
 * is the caller's to remove.
 */
export async function unpackZip(path: string, into: string, limits: UnpackLimits): Promise<UnpackedDataset> {
  const zip = await openZip(path)
  try {
    const files = await listFiles(zip, limits)
    const name = folderOf(files.map(file => file.name))
    let bytes = 0
    for (const file of files) bytes += await unpackFile(zip, file, into, limits.maxBytes - bytes, limits)
    return { path: join(into, name), name, files: files.length, bytes }
  } finally {
    zip.close()
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, decodeStrings: false })
  } catch (cause) {
    throw new SuanliError('ZIP_UNREADABLE', {}, { cause })
  }
}

/** Every file that is to be unpacked, none of which may harm. */
async function listFiles(zip: ZipFile, { maxFiles }: UnpackLimits): Promise<readonly NamedEntry[]> {
  const files: NamedEntry[] = []
  const taken = new Map<string, string>()
  let seen = 0
  for await (const entry of entriesOf(zip)) {
    seen += 1
    if (seen > maxFiles)
      throw new SuanliError('ZIP_TOO_LARGE', { what: `${maxFiles} files`, whatZh: `${maxFiles} 个文件` })
    const name = nameOf(entry)
    if (isJunk(name)) continue
    const fault = faultOf(entry, name)
    if (fault !== undefined) throw refused(name, fault)
    takePlace(name, taken)
    if (!name.endsWith('/')) files.push({ entry, name })
  }
  return files
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    for await (const entry of zip.eachEntry()) yield entry
  } catch (cause) {
    throw new SuanliError('ZIP_UNREADABLE', {}, { cause })
  }
}

/** Whether its name is marked as UTF-8 or not, no other coding is guessed. */
function nameOf({ fileNameRaw }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw)
  } catch {
    throw refused(String(fileNameRaw), { en: 'has a name that is not UTF-8', zh: '名称不是 UTF-8 编码' })
  }
}

/** What Finder and Explorer put beside the files of a folder. */
function isJunk(name: string): boolean {
  const parts = name.split('/')
  const last = parts.at(-1) ?? ''
  return parts[0] === '__MACOSX' || last.startsWith('._') || /^(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(last)
}

/** Why the archive must not be unpacked. */
function faultOf(entry: Entry, name: string): ErrorTexts | undefined {
  const parts = name.replace(/\/$/, '').split('/')
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return { en: 'has an absolute path', zh: '路径是绝对路径' }
  if (name.includes('\\')) return { en: 'has a backslash in its name', zh: '名称中有反斜杠' }
  if (parts.some(part => part === '' || part === '.' || part === '..'))
    return { en: 'leaves its folder', zh: '路径离开所在文件夹' }
  if (/[\u0000-\u001f\u007f]/.test(name)) return { en: 'has control characters in its name', zh: '名称中有控制字符' }
  if (parts.length > deepest) return { en: `lies deeper than ${deepest} folders`, zh: `所在文件夹超过 ${deepest} 层` }
  if (parts.some(part => Buffer.byteLength(part) > longestPart))
    return { en: `has a name of more than ${longestPart} bytes`, zh: `名称超过 ${longestPart} 字节` }
  if (!isPlain(entry)) return { en: 'is a link, or no file', zh: '是链接，或不是文件' }
  if (entry.isEncrypted()) return { en: 'is encrypted', zh: '已加密' }
  if (![stored, deflated].includes(entry.compressionMethod))
    return { en: 'is packed by another method than deflate', zh: '压缩方法不是 deflate' }
  return undefined
}

/** The kind of file that Unix keeps in the upper half, where the zip was made there. */
function isPlain({ externalFileAttributes }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & 0o170000
  return kind === 0 || kind === 0o100000 || kind === 0o040000
}

/** Two names that some system takes for one would be one file there. */
function takePlace(name: string, taken: Map<string, string>): void {
  const isFolder = name.endsWith('/')
  const parts = name.replace(/\/$/, '').split('/')
  for (let length = 1; length <= parts.length; length += 1) {
    const own = parts.slice(0, length).join('/')
    const key = own.normalize('NFC').toLowerCase()
    // A folder may be named again, as the folder of another file.
    const isFile = length === parts.length && !isFolder
    const before = taken.get(key)
    if (before !== undefined && (isFile || before !== `${own}/`))
      throw refused(name, { en: `is there twice (${before})`, zh: `出现两次（${before}）` })
    taken.set(key, isFile ? own : `${own}/`)
  }
}

/** Where the dataset is. Throws DATASET_MISSING. */
function folderOf(names: readonly string[]): string {
  if (names.includes(mainFile)) return ''
  const [top = '', ...others] = [...new Set(names.map(name => name.split('/')[0] ?? ''))]
  if (others.length === 0 && names.includes(`${top}/${mainFile}`)) return top
  throw new SuanliError('DATASET_MISSING')
}

/** Gives how long it is. */
async function unpackFile(
  zip: ZipFile,
  { entry, name }: NamedEntry,
  into: string,
  left: number,
  { maxBytes }: UnpackLimits,
): Promise<number> {
  const path = join(into, name)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const mostByRatio = Math.max(ratioFromBytes, entry.compressedSize * largestRatio)
  let [bytes, sum] = [0, 0]
  const count = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      sum = crc32(chunk, sum)
      if (bytes > left)
        done(
          new SuanliError('ZIP_TOO_LARGE', { what: `${maxBytes} bytes, unpacked`, whatZh: `解压后 ${maxBytes} 字节` }),
        )
      else if (bytes > mostByRatio)
        done(
          refused(name, {
            en: `grows to more than ${largestRatio} times its size`,
            zh: `解压后超过原大小的 ${largestRatio} 倍`,
          }),
        )
      else done(null, chunk)
    },
    flush(done) {
      done(sum === entry.crc32 ? null : new SuanliError('ZIP_UNREADABLE'))
    },
  })
  try {
    const inflated = await zip.openReadStreamPromise(entry)
    await pipeline(inflated, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  } catch (cause) {
    throw cause instanceof SuanliError || isOfSystem(cause) ? cause : new SuanliError('ZIP_UNREADABLE', {}, { cause })
  }
  return bytes
}

/** A full disk is no fault of the zip. */
function isOfSystem(failure: unknown): boolean {
  return failure instanceof Error && 'syscall' in failure
}

function refused(name: string, { en, zh }: ErrorTexts): SuanliError {
  return new SuanliError('ZIP_ENTRY_REFUSED', { name: name.slice(0, 200), fault: en, faultZh: zh })
}

const mainFile = 'dataset.yaml'
const [stored, deflated] = [0, 8]
const deepest = 10
/** What the common file systems take. */
const longestPart = 255
/** Tables shrink to a twentieth; deflate itself goes to a thousandth. Small files may be anything. */
const largestRatio = 200
const ratioFromBytes = 1_000_000
