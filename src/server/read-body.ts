import type { IncomingMessage } from 'node:http'

/** A request's body: all of it; or none, since it is longer than is read, or since the client went before its end. */
export type Body =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'gone' }

/**
 * Reads a body of up to `maxBytes`. What is longer is known as soon as that is sure, and what is left of it goes on
 * being taken in, unread, so that the client gets to the answer instead of a broken connection; within bounds.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  return new Promise(resolve => {
    let chunks: Buffer[] = []
    let length = 0
    const leave = () => {
      if (chunks === unread) return
      chunks = unread
      resolve({ kind: 'tooLong' })
      const timer = setTimeout(() => request.complete || request.destroy(), dropForMs)
      request.once('close', () => clearTimeout(timer))
    }
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > maxBytes) leave()
      if (chunks !== unread) chunks.push(chunk)
      else if (length > maxBytes * dropUpTo) request.destroy()
    })
    request.once('end', () => resolve({ kind: 'whole', bytes: Buffer.concat(chunks) }))
    request.once('close', () => resolve({ kind: 'gone' }))
    if (Number(request.headers['content-length']) > maxBytes) leave()
  })
}

/** Stands for a body that is no longer kept. */
const unread: Buffer[] = []

/** Of a body that is too long, so many times what would be read, and for so long, is taken in before the client is cut off. */
const dropUpTo = 20
const dropForMs = 5_000
