import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { contentType } from 'mime-types'
import Negotiator from 'negotiator'
import send from 'send'

/** Sends a file, with an ETag; answers 304 to who has it. */
export type SendFile = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * The files that a folder has now, by name (`assets/index.js`), each sent in the compressed form beside it (`.br`, `.gz`)
 * where the client takes that. A folder that is not there has no files.
 */
export function serveFolder(
  folder: string,
  headersOf: (name: string) => Readonly<Record<string, string>>,
): ReadonlyMap<string, SendFile> {
  const names = new Set(namesIn(folder))
  const files = [...names].filter(name => extname(name) !== '' && !forms.some(({ ending }) => name.endsWith(ending)))
  return new Map(
    files.map(name => {
      const headers = { ...headersOf(name), 'content-type': contentType(extname(name)) || 'application/octet-stream' }
      const there = forms.filter(({ ending }) => names.has(name + ending))
      return [name, (request, response) => sendFile(request, response, folder, name, headers, formFor(request, there))]
    }),
  )
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/'))
  } catch {
    return []
  }
}

interface Form {
  readonly encoding: string
  readonly ending: string
}

/** The smaller first. */
const forms: readonly Form[] = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
]

function formFor(request: IncomingMessage, there: readonly Form[]): Form | undefined {
  const accepted = new Negotiator(request).encodings(there.map(({ encoding }) => encoding))
  return there.find(({ encoding }) => accepted.includes(encoding))
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  name: string,
  headers: Readonly<Record<string, string>>,
  form: Form | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    response.once('close', resolve)
    send(request, name + (form?.ending ?? ''), { root: folder, index: false, acceptRanges: false, cacheControl: false })
      .on('headers', () => {
        for (const [header, value] of Object.entries(headers)) response.setHeader(header, value)
        response.setHeader('vary', 'accept-encoding')
        if (form) response.setHeader('content-encoding', form.encoding)
      })
      // Gone since the server started, or while it is sent.
      .on('error', reject)
      .pipe(response)
  })
}
