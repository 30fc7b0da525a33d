import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { IncomingMessage } from 'node:http'

/** A request's body: all of it; or none, since it is longer than is read, or since the client went before its end. */
export type Body =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'gone' }

/** Reads a body of up to `maxBytes`. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  const chunks: Buffer[] = []
  const kind = await takeBody(request, maxBytes, chunk => chunks.push(chunk))
  return kind === 'whole' ? { kind, bytes: Buffer.concat(chunks) } : { kind }
}

/** Writes a body of up to `maxBytes` to a file that is not there yet, as fast as the disk takes it. */
export async function saveBody(request: IncomingMessage, maxBytes: number, path: string): Promise<Body['kind']> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  const failed = new Promise<never>((_, reject) => file.once('error', reject))
  failed.catch(() => {})
  const kind = await Promise.race([
    failed,
    takeBody(request, maxBytes, chunk => {
      if (file.write(chunk)) return
      request.pause()
      file.once('drain', () => request.resume())
    }),
  ])
  // The disk may be found full only now.
  await Promise.race([failed, once(file.end(), 'close')])
  return kind
}

/**
 * Takes a body of up to `maxBytes`. What is longer is known as soon as that is sure, and what is left of it goes on
 * being taken in, unread, so that the client gets to the answer instead of a broken connection; within bounds.
 */
function takeBody(request: IncomingMessage, maxBytes: number, take: (chunk: Buffer) => void): Promise<Body['kind']> {
  return new Promise(resolve => {
    let isLeft = false
    let length = 0
    const leave = () => {
      if (isLeft) return
      isLeft = true
      resolve('tooLong')
      const timer = setTimeout(() => request.complete || request.destroy(), dropForMs)
      request.once('close', () => clearTimeout(timer))
    }
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > maxBytes) leave()
      if (!isLeft) take(chunk)
      else if (length > maxBytes * dropUpTo) request.destroy()
    })
    request.once('end', () => resolve('whole'))
    request.once('close', () => resolve('gone'))
    if (Number(request.headers['content-length']) > maxBytes) leave()
  })
}

/** Of a body that is too long, so many times what would be read, and for so long, is taken in before the client is cut off. */
const dropUpTo = 20
const dropForMs = 5_000
