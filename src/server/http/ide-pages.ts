import type { FastifyInstance } from 'fastify'
import { pageHeaders } from './page-headers.js'
import { HttpRefusal } from './refusal.js'
import { addPage } from './routes.js'
import { readBundle, sendPage, serveBundle } from './web-bundle.js'

/** Serves /ide: the bundle that `npm run build:web` makes of src/ide. */
export function addIde(app: FastifyInstance, folder: string, basePath: string): void {
  const bundle = readBundle(folder, '/ide/', basePath)
  if (!bundle) {
    addPage(app, '/ide', () => {
      throw new HttpRefusal(404, 'NOT_FOUND', {
        en: 'The IDE is not built: run `npm run build:web`.',
        zh: 'IDE 尚未构建：请运行 `npm run build:web`。',
      })
    })
    return
  }
  const { html } = bundle
  addPage(app, '/ide', (request, reply) => sendPage(request, reply, html, headers))
  addPage(app, '/ide/index.html', (request, reply) => sendPage(request, reply, html, headers))
  addPage(app, '/ide/', (_, reply) => reply.redirect(`${basePath}/ide`, 308))
  serveBundle(app, bundle, headers)
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
