import type { IncomingMessage } from 'node:http'
import type { Readable, Transform } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import Negotiator from 'negotiator'

/** A way to compress an export. */
export interface ExportEncoding {
  readonly name: string
  readonly encode: (source: Readable) => Transform
}

/** The same text always gives the same bytes, which a strong entity tag and ranges rely on. */
const encodings: readonly { readonly name: string; readonly create: () => Transform }[] = [
  { name: 'br', create: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) },
  { name: 'gzip', create: () => createGzip({ level: 5 }) },
]

/** The encoding that the client takes; undefined if it takes none. */
export function chooseEncoding(request: IncomingMessage): ExportEncoding | undefined {
  if (request.headers['accept-encoding'] === undefined) return undefined
  const accepted = new Negotiator(request).encodings(encodings.map(({ name }) => name))
  const chosen = encodings.find(({ name }) => accepted.includes(name))
  return (
    chosen && {
      name: chosen.name,
      encode(source) {
        const compressed = chosen.create()
        source.once('error', failure => compressed.destroy(failure))
        compressed.once('close', () => source.destroy())
        return source.pipe(compressed)
      },
    }
  )
}
