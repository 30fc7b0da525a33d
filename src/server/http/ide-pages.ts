import { fileURLToPath } from 'node:url'
import { pageHeaders } from './page-headers.js'
import { refuse } from './respond.js'
import { type SendFile, serveFolder } from './serve-folder.js'

/** What answers /ide and what stands below it: the bundle that `npm run build:web` makes of src/ide. */
export function idePages(): readonly (readonly [path: string, answer: SendFile])[] {
  const files = serveFolder(fileURLToPath(new URL('../../ide/', import.meta.url)), headersOf)
  return [
    ['/ide', files.get('index.html') ?? refuseUnbuilt],
    ...[...files].map(([name, answer]) => [`/ide/${name}`, answer] as const),
  ]
}

function headersOf(name: string): Readonly<Record<string, string>> {
  // The names of assets have a hash of their content in them.
  const isFixed = name.startsWith('assets/')
  return { ...headers, 'cache-control': isFixed ? 'public, max-age=31536000, immutable' : 'no-cache' }
}

const headers = pageHeaders({
  'script-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  // The editor, Monaco, places its lines by style attributes in the HTML that it writes.
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self' data:",
  'img-src': "'self' data:",
  'form-action': "'none'",
})

const refuseUnbuilt: SendFile = (request, response) =>
  refuse(request, response, 404, { message: 'The IDE is not there: run `npm run build:web`.', code: 'NOT_FOUND' })
