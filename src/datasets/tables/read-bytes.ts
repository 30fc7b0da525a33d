import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { ProblemList } from '../check/problem-list.js'
import { encodingHint, Utf8Check } from './utf8-check.js'

/** Whether the WHATWG Encoding Standard knows a name. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name) !== undefined
  } catch {
    return false
  }
}

/** The bytes of a file, unpacked, in UTF-8; up to the first that is not what the file is said to be in, which is reported. */
export async function* readBytes(
  path: string,
  named: string,
  problems: ProblemList | undefined,
  encoding = 'utf-8',
): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  const unpacked = /\.gz$/i.test(named)
    ? file.on('error', failure => unpacked.destroy(failure)).pipe(createGunzip())
    : file
  if (new TextDecoder(encoding).encoding !== 'utf-8') {
    yield* inUtf8(unpacked, named, problems, encoding)
    return
  }
  const check = new Utf8Check()
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    yield check.push(chunk)
    if (check.fault) break
  }
  check.end()
  if (!check.fault) return
  const { offset, line, column } = check.fault
  const hint = encodingHint(check.fault, found => `write \`encoding: ${found}\` beside its \`file\``)
  problems?.fatal('FILE_ENCODING', { file: named, line, column }, { offset }, hint)
}

async function* inUtf8(
  bytes: AsyncIterable<unknown>,
  named: string,
  problems: ProblemList | undefined,
  encoding: string,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let offset = 0
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      yield Buffer.from(decoder.decode(chunk, { stream: true }))
      offset += chunk.length
    }
    yield Buffer.from(decoder.decode())
  } catch (failure) {
    if (!(failure instanceof TypeError)) throw failure
    problems?.fatal(
      'FILE_UNREADABLE',
      { file: named },
      { file: named, reason: `it is not ${encoding} (after byte ${offset})` },
    )
  }
}
