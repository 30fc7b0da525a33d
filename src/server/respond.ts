import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressFrom = 1024
const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)]

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
    vary: 'accept-encoding, origin',
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
): Promise<void> {
  return respond(request, response, status, { 'content-type': 'application/json; charset=utf-8' }, JSON.stringify(body))
}

/** The lowest effort of each: most of what more effort saves is not worth its time, measured on an answer of 80 KB. */
function encodingFor(
  request: IncomingMessage,
): { name: string; compress: (bytes: Buffer) => Promise<Buffer> } | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  if (/\bbr\b/.test(accepted))
    return { name: 'br', compress: bytes => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }) }
  if (/\bgzip\b/.test(accepted)) return { name: 'gzip', compress: bytes => gzipped(bytes, { level: 1 }) }
  return undefined
}
