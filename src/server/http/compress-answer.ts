import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'

/** A text as it is sent: its length in characters, and what it was compressed to. */
interface Compressible {
  readonly length: number
  readonly compressed: Map<Encoding, Promise<Buffer>>
}

const compressibles = new WeakMap<object, Compressible>()

/** The bytes of a text that is sent more than once: it is compressed once with each encoding. */
export function compressible(text: string): Buffer {
  // The bytes of short texts would share memory with others, which they would keep from being freed.
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
  bytes.write(text)
  compressibles.set(bytes, { length: text.length, compressed: new Map() })
  return bytes
}

/**
 * Compresses a whole answer if that pays and the client accepts it, and sends its length. @fastify/compress would send
 * chunks of unknown length.
 */
export function compressAnswer(
  { raw }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (failure: Error | null, payload?: unknown) => void,
): void {
  const known = Buffer.isBuffer(payload) ? compressibles.get(payload) : undefined
  const length = typeof payload === 'string' ? payload.length : known?.length
  // A 304 has the Vary of the answer that it stands for (RFC 9110, 15.4.5): a cache takes it over.
  if (length !== undefined || reply.statusCode === 304) addVary(reply, 'accept-encoding')
  if (length === undefined) {
    done(null, payload)
    return
  }
  const encoding = length >= compressFrom ? encodingFor(raw) : undefined
  if (!encoding || reply.hasHeader('content-encoding')) {
    done(null, payload)
    return
  }
  const compressed =
    known?.compressed.get(encoding) ??
    encoding.compress(typeof payload === 'string' ? Buffer.from(payload) : (payload as Buffer))
  known?.compressed.set(encoding, compressed)
  compressed.then(
    bytes => {
      reply.header('content-encoding', encoding.name).header('content-length', bytes.length)
      done(null, bytes)
    },
    failure => done(failure as Error),
  )
}

/** Adds a request header to Vary. */
export function addVary(reply: FastifyReply, ...names: readonly string[]): void {
  const known = String(reply.getHeader('vary') ?? '')
  const listed = known === '' ? [] : known.split(', ')
  reply.header('vary', [...new Set([...listed, ...names])].join(', '))
}

/** In characters; a shorter answer fits in one packet either way. */
const compressFrom = 1024

interface Encoding {
  readonly name: string
  readonly compress: (bytes: Buffer) => Promise<Buffer>
}

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

/** Since Node 22.15; the types are of Node 20. */
const { zstdCompress } = zlib as unknown as {
  readonly zstdCompress?: (bytes: Buffer, done: (failure: Error | null, compressed: Buffer) => void) => void
}

/** The lowest effort of each: more effort costs more time than the bytes it saves, measured on an answer of 80 KB. */
const encodings: readonly Encoding[] = [
  ...(zstdCompress ? [{ name: 'zstd', compress: promisify(zstdCompress) }] : []),
  { name: 'br', compress: bytes => brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } }) },
  { name: 'gzip', compress: bytes => gzip(bytes, { level: 1 }) },
]
const names = encodings.map(({ name }) => name)

/** The first of our encodings that the client accepts, in our order. */
function encodingFor(request: ConstructorParameters<typeof Negotiator>[0]): Encoding | undefined {
  const accepted = new Negotiator(request).encodings(names)
  return encodings.find(({ name }) => accepted.includes(name))
}
