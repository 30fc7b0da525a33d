import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Keyed, mergeSorted } from './merge-sorted.js'
import { scratchFailure } from './scratch-failure.js'

/** All that has one key, in the order in which it came. */
export interface Group<Item> extends Keyed {
  readonly items: readonly Item[]
}

/**
 * Things by their keys, more than can be held: what is over is written, sorted, to a file in the system’s folder for such
 * files. The file has no name any more, so that it goes with the process, however that ends. Things come back as JSON
 * gives them back; a key has no tab and no line break in it.
 */
export class ExternalSort<Item> {
  readonly #parts: Part[] = []
  #lines: Line[] = []
  /** What the lines hold. Not as objects, which the collector of garbage would carry about. */
  #bytes: Buffer = Buffer.alloc(0)
  #length = 0
  #size = 0
  #file: number | undefined
  #fileLength = 0

  constructor(readonly mostBytes = 16 * 1024 * 1024) {}

  get size(): number {
    return this.#size
  }

  add(key: string, item: Item): void {
    const line = `${key}\t${JSON.stringify(item)}\n`
    this.#makeRoom(maxBytesOfUnit * line.length)
    const from = this.#length
    this.#length += this.#bytes.write(line, from)
    this.#lines.push({ key, from, to: this.#length })
    this.#size++
  }

  /** Sorted by key in code-unit order. */
  *groups(): Generator<Group<Item>> {
    const held = sorted(this.#lines).map(({ key, from, to }) => ({
      key,
      text: () => this.#bytes.toString('utf8', from, to),
    }))
    const lists: Iterable<Read>[] = [...this.#parts.map(part => this.#read(part)), held]
    let group: { readonly key: string; readonly items: Item[] } | undefined
    for (const { key, text } of mergeSorted(lists)) {
      const item = JSON.parse(text().slice(key.length + 1)) as Item
      if (group?.key === key) group.items.push(item)
      else {
        if (group) yield group
        group = { key, items: [item] }
      }
    }
    if (group) yield group
  }

  /** Drops all of it. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
    this.#parts.length = 0
    this.#lines = []
    this.#size = 0
  }

  #makeRoom(length: number): void {
    if (this.#length + length <= this.#bytes.length) return
    if (this.#length > 0 && this.#length + length > this.mostBytes) this.#putDown()
    if (this.#length + length <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(length, Math.min(this.mostBytes, 4 * (this.#length + length))))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }

  #putDown(): void {
    const bytes = Buffer.allocUnsafe(this.#length)
    let length = 0
    for (const { from, to } of sorted(this.#lines)) length += this.#bytes.copy(bytes, length, from, to)
    try {
      this.#file ??= openNameless()
      for (let written = 0; written < length; )
        written += writeSync(this.#file, bytes, written, length - written, this.#fileLength + written)
    } catch (cause) {
      throw scratchFailure(cause)
    }
    this.#parts.push({ from: this.#fileLength, to: this.#fileLength + length })
    this.#fileLength += length
    this.#lines = []
    this.#length = 0
  }

  *#read({ from, to }: Part): Generator<Read> {
    let begun: Buffer = Buffer.alloc(0)
    for (let at = from; at < to; ) {
      const bytes = Buffer.allocUnsafe(Math.min(bytesAtOnce, to - at))
      const count = readSync(this.#file as number, bytes, 0, bytes.length, at)
      if (count === 0) throw new Error('A file of what an import holds ended before its end.')
      at += count
      const read = begun.length === 0 ? bytes.subarray(0, count) : Buffer.concat([begun, bytes.subarray(0, count)])
      const whole = read.lastIndexOf('\n') + 1
      begun = read.subarray(whole)
      if (whole === 0) continue
      for (const line of read.toString('utf8', 0, whole - 1).split('\n'))
        yield { key: line.slice(0, line.indexOf('\t')), text: () => line }
    }
  }
}

/** A sorted part of the file, in bytes. */
interface Part {
  readonly from: number
  readonly to: number
}

/** A line that is held: its key, and which bytes it is. */
interface Line extends Keyed, Part {}

/** A line, with its key before it. */
interface Read extends Keyed {
  readonly text: () => string
}

/** The order of coming is kept where keys are the same. */
function sorted<Item extends Keyed>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'suanli-'))
  try {
    return openSync(join(folder, 'pile'), 'wx+', 0o600)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Of one unit of UTF-16 in UTF-8. */
const maxBytesOfUnit = 3
/** Of each part: there is one for each 40,000 statements. */
const bytesAtOnce = 16_384
