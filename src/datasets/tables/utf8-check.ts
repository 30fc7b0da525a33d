import { isUtf8 } from 'node:buffer'

/** The first byte that is not UTF-8, and where a person finds it. */
export interface Utf8Fault {
  readonly offset: number
  readonly line: number
  /** In characters. */
  readonly column: number
  /** What the text more likely is. */
  readonly hint: string
}

/** Checks a text that comes in pieces, which may end within a character. */
export class Utf8Check {
  /** The beginning of a character whose end has not come. */
  #begun: Buffer = Buffer.alloc(0)
  #offset = 0
  #line = 1
  #column = 1
  #fault: Utf8Fault | undefined

  get fault(): Utf8Fault | undefined {
    return this.#fault
  }

  /** Gives the whole characters so far that were not given before; at a fault, those before it, and nothing more from then on. */
  push(bytes: Buffer): Buffer {
    if (this.#fault) return bytes.subarray(0, 0)
    const given = this.#begun.length === 0 ? bytes : Buffer.concat([this.#begun, bytes])
    const length = validLength(given)
    const [whole, rest] = [given.subarray(0, length), given.subarray(length)]
    this.#advance(whole)
    if (rest.length === 0 || beginsCharacter(rest)) this.#begun = rest
    else this.#fail(given)
    return whole
  }

  /** To be called when all has come: a character that has no end is a fault. */
  end(): void {
    if (this.#begun.length > 0 && !this.#fault) this.#fail(this.#begun)
  }

  #fail(around: Buffer): void {
    this.#fault = { offset: this.#offset, line: this.#line, column: this.#column, hint: encodingHint(around) }
  }

  #advance(bytes: Buffer): void {
    this.#offset += bytes.length
    let lineStart = 0
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, lineStart)) {
      this.#line++
      this.#column = 1
      lineStart = end + 1
    }
    for (const byte of bytes.subarray(lineStart)) if (!continuesCharacter(byte)) this.#column++
  }
}

const newline = 0x0a
const longestCharacter = 4

/** How many bytes at the beginning are whole characters of UTF-8. */
function validLength(bytes: Buffer): number {
  for (let cut = 0; cut < longestCharacter && cut <= bytes.length; cut++)
    if (isUtf8(bytes.subarray(0, bytes.length - cut))) return bytes.length - cut
  // Some beginning of the text cannot be read, and nothing that is longer: the border is found by halving.
  let [readable, unreadable] = [0, bytes.length]
  while (unreadable - readable > 1) {
    const middle = (readable + unreadable) >> 1
    if (beginsText(bytes.subarray(0, middle))) readable = middle
    else unreadable = middle
  }
  let length = readable
  while (!isUtf8(bytes.subarray(0, length))) length--
  return length
}

function beginsText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function beginsCharacter(bytes: Buffer): boolean {
  return bytes.length < longestCharacter && beginsText(bytes)
}

function continuesCharacter(byte: number): boolean {
  return (byte & 0xc0) === 0x80
}

const sampleBytes = 65_536

/** Chinese texts that are not UTF-8 are mostly GB 18030 (which GBK and GB 2312 are part of); spreadsheets save UTF-16. */
function encodingHint(bytes: Buffer): string {
  const sample = bytes.subarray(0, sampleBytes)
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff))
    return 'it is UTF-16: `iconv -f UTF-16 -t UTF-8` converts it'
  return isGb18030(sample) ? 'it may be GB 18030: `iconv -f GB18030 -t UTF-8` converts it' : 'save it as UTF-8'
}

/** Nearly any bytes can be read as GB 18030: only what gives Chinese characters in the common block throughout counts. */
function isGb18030(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes, { stream: true })
    const others = text.replace(/[\p{ASCII}\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2026·]/gu, '')
    return others === ''
  } catch {
    return false
  }
}
