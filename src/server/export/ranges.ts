import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { scratchPrefix } from '../scratch.js'

/** Writes a stream to a temporary file, to learn its size. The caller removes the file. */
export async function spool(source: Readable): Promise<string> {
  const file = join(tmpdir(), `${scratchPrefix('export')}${randomBytes(8).toString('hex')}`)
  try {
    await pipeline(source, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
    return file
  } catch (failure) {
    await rm(file, { force: true })
    throw failure
  }
}

/** The bytes that `Range` asks for, both ends included; a form with several ranges is ignored, as RFC 9110 allows. */
export function parseRange(
  header: string,
  size: number,
): { readonly start: number; readonly end: number } | 'ignored' | 'unsatisfiable' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header.replace(/\s/g, '')) ?? []
  if (first === '' && last === '') return 'ignored'
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return 'ignored'
  return start >= size || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { start, end }
}
