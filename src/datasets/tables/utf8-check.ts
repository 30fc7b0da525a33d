import { isAscii, isUtf8 } from 'node:buffer'
import { detectEncoding } from './detect-encoding.js'

/** The first byte that is not UTF-8, and where a person finds it. */
export interface Utf8Fault {
  readonly offset: number
  readonly line: number
  /** In characters. */
  readonly column: number
  /** What the text more likely is, by a name of the WHATWG Encoding Standard. */
  readonly encoding: string | undefined
  /** Whether the bytes before it have characters that are UTF-8: the file was written in two encodings. */
  readonly isMixed: boolean
}

/** Checks a text that comes in pieces, which may end within a character. */
export class Utf8Check {
  /** The beginning of a character whose end has not come. */
  #begun: Buffer = Buffer.alloc(0)
  #offset = 0
  #line = 1
  #column = 1
  #hasCharacters = false
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
    else this.#fail(given, length)
    return whole
  }

  /** To be called when all has come: a character that has no end is a fault. */
  end(): void {
    if (this.#begun.length > 0 && !this.#fault) this.#fail(this.#begun)
  }

  #fail(around: Buffer, length = 0): void {
    const ofWhole = detectEncoding(around)
    const isMixed = this.#hasCharacters && ofWhole !== 'gb18030'
    this.#fault = {
      ...{ offset: this.#offset, line: this.#line, column: this.#column },
      encoding: isMixed ? detectEncoding(around.subarray(length)) : ofWhole,
      isMixed,
    }
  }

  #advance(bytes: Buffer): void {
    this.#offset += bytes.length
    this.#hasCharacters ||= !isAscii(bytes)
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

/** What to do about bytes that are no UTF-8; `remedy` of an encoding that was found. */
export function encodingHint({ encoding, isMixed }: Utf8Fault, remedy: (encoding: string) => string): string {
  if (encoding === undefined) return 'save it as UTF-8'
  if (!isMixed) return `it seems to be ${encoding}: ${remedy(encoding)}`
  return `it begins as UTF-8 and goes on in ${encoding}: save the whole file in one encoding`
}
