import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { pageHeaders } from './page-headers.js'
import { refuse, respond } from './respond.js'
import { type SendFile, serveFolder } from './serve-folder.js'

/** What answers the explorer's pages and the files of its bundle, which `npm run build:web` makes of src/explorer. */
export interface ExplorerPages {
  readonly files: readonly (readonly [path: string, answer: SendFile])[]
  /** The page at an address; undefined if the explorer has no such address. */
  pageAt(path: string): SendFile | undefined
}

const folder = fileURLToPath(new URL('../../explorer/', import.meta.url))

export function explorerPages(): ExplorerPages {
  const files = serveFolder(folder, headersOf)
  const page = readPage()
  const sendPage: SendFile = (request: IncomingMessage, response: ServerResponse) =>
    page === undefined
      ? refuse(request, response, 404, {
          message: 'The explorer is not built: run `npm run build:web`.',
          code: 'NOT_FOUND',
        })
      : respond(
          request,
          response,
          200,
          { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
          page,
        )
  return {
    files: [...files].filter(([name]) => name !== 'index.html').map(([name, answer]) => [`/explorer/${name}`, answer]),
    pageAt: path => (addresses.some(address => address.test(path)) ? sendPage : undefined),
  }
}

/** The addresses of pages; all of them are one document, which draws the page of its address. */
const addresses = [
  /^\/$/,
  /^\/(search|conflicts|supply|map|timeline|targets|paths|compare|ontology|changes|curate|annotate|sources)$/,
  /^\/entity\/[^/]+\/[^/]+$/,
  /^\/(statement|source|conflict)\/[^/]+$/,
]

/** The document, with the addresses of its bundle from the root: pages stand in folders of several depths. */
function readPage(): string | undefined {
  try {
    return readFileSync(`${folder}index.html`, 'utf8').replaceAll('"./', '"/explorer/')
  } catch {
    return undefined
  }
}

function headersOf(name: string): Readonly<Record<string, string>> {
  // The names of assets have a hash of their content in them.
  const isFixed = name.startsWith('assets/')
  return { ...headers, 'cache-control': isFixed ? 'public, max-age=31536000, immutable' : 'no-cache' }
}

const headers = pageHeaders({
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  // A picture is drawn from an SVG of the page when it is saved as PNG.
  'img-src': "'self' data:",
  'form-action': "'self'",
})
