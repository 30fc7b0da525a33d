import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import Negotiator from 'negotiator'

/** Sends a whole body, compressed where that pays and the client takes it. A client that has gone is let go. */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<void> {
  const bytes = Buffer.from(body)
  const encoding = bytes.length >= compressFrom ? encodingFor(request) : undefined
  const sent = encoding ? await encoding.compress(bytes) : bytes
  if (response.destroyed) return
  response.writeHead(status, {
    ...headers,
    vary: 'accept-encoding',
    'content-length': String(sent.length),
    ...(encoding && { 'content-encoding': encoding.name }),
  })
  response.end(request.method === 'HEAD' ? undefined : sent)
}

export function respondJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const all = { ...headers, 'content-type': 'application/json; charset=utf-8' }
  return respond(request, response, status, all, JSON.stringify(body))
}

/** Answers that a request is not answered: one GraphQL error with a code that callers may rely on. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { message, code }: { readonly message: string; readonly code: string },
  headers?: Readonly<Record<string, string>>,
): Promise<void> {
  return respondJson(request, response, status, { errors: [{ message, extensions: { code } }] }, headers)
}

/** In bytes; what is shorter fits in one packet either way. */
const compressFrom = 1024

/** The lowest effort of each: most of what more effort saves is not worth its time, measured on an answer of 80 KB. */
const encodings = [
  {
    name: 'br',
    compress: (bytes: Buffer) => compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  },
  { name: 'gzip', compress: (bytes: Buffer) => compressGzip(bytes, { level: 1 }) },
]
const [compressBrotli, compressGzip] = [promisify(brotliCompress), promisify(gzip)]

/** The first of ours that the client takes, wherever it stands in the client’s own order: it takes about as long, and less room. */
function encodingFor(request: IncomingMessage): (typeof encodings)[number] | undefined {
  const accepted = new Negotiator(request).encodings(encodings.map(({ name }) => name))
  return encodings.find(({ name }) => accepted.includes(name))
}
