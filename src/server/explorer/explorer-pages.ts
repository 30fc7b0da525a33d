import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { MalformedAddress } from '../http/create-app.js'
import { pageHeaders } from '../http/page-headers.js'
import { addPage } from '../http/routes.js'
import { sendPage, serveBundle, type WebBundle } from '../http/web-bundle.js'
import {
  fixedPages,
  malformedTitle,
  type NodePrefix,
  nodePages,
  notFoundTitle,
  type PageLanguage,
  productName,
} from './explorer-addresses.js'

/** The node that a page's address names. */
export type NodeOfPage =
  | { readonly kind: 'found'; readonly id: string; readonly title: string }
  | { readonly kind: 'missing' }
  /** The store cannot be read, or the client may not read. The page shows the reason. */
  | { readonly kind: 'unread' }

/** Looks up the node of a page. */
export type FindNode = (
  request: FastifyRequest,
  reply: FastifyReply,
  node: { readonly prefix: NodePrefix; readonly id: string; readonly language: PageLanguage },
) => Promise<NodeOfPage>

/**
 * Serves the explorer: each address answers with the one HTML file of the bundle, with a title of its own, and with
 * status 404 if the graph lacks the named node. The address of a former id redirects to the present id.
 */
export function addExplorer(
  app: FastifyInstance,
  bundle: WebBundle,
  { basePath, findNode }: { readonly basePath: string; readonly findNode: FindNode },
): void {
  serveBundle(app, bundle, headers)
  const send = (request: FastifyRequest, reply: FastifyReply, title: string, language: PageLanguage) =>
    sendPage(request, reply, withTitle(bundle.html, `${title} · ${productName}`, language), headers)

  for (const [path, titles] of Object.entries(fixedPages)) {
    if (path === '/') continue
    addPage(app, path, (request, reply) => {
      const language = languageOf(request)
      return send(request, reply, titles[language], language)
    })
  }
  for (const { prefix } of nodePages)
    addPage(app, `${prefix}*`, async (request, reply) => {
      const language = languageOf(request)
      const id = (request.params as { readonly '*': string })['*']
      const node = await findNode(request, reply, { prefix, id, language })
      switch (node.kind) {
        case 'missing':
          return send(request, reply.code(404), notFoundTitle[language], language)
        case 'unread':
          return send(request, reply, id, language)
        case 'found': {
          if (node.id === id) return send(request, reply, node.title, language)
          const { search } = new URL(request.url, 'http://localhost')
          return reply.redirect(
            `${basePath}${prefix}${node.id.split('/').map(encodeURIComponent).join('/')}${search}`,
            302,
          )
        }
      }
    })
  app.setErrorHandler((failure, request, reply) => {
    if (!(failure instanceof MalformedAddress && wantsPage(request))) throw failure
    const language = languageOf(request)
    return send(request, reply.code(400), malformedTitle[language], language)
  })
  // A reader who follows a wrong link gets a page that leads on. Programs get the JSON of every other path.
  app.get('/*', (request, reply) => {
    if (!wantsPage(request)) return reply.callNotFound()
    const language = languageOf(request)
    return send(request, reply.code(404), notFoundTitle[language], language)
  })
}

/** Whether the client prefers a page to the JSON of an error. */
function wantsPage({ raw }: FastifyRequest): boolean {
  return new Negotiator(raw).mediaType(['application/json', 'text/html']) === 'text/html'
}

/** Sends the explorer’s home. */
export function sendHome(request: FastifyRequest, reply: FastifyReply, { html }: WebBundle): FastifyReply {
  const language = languageOf(request)
  return sendPage(request, reply, withTitle(html, `${productName}: ${fixedPages['/']?.[language]}`, language), headers)
}

/** `lang` in the address, else the first of the browser’s languages that the explorer has. */
function languageOf({ query, headers }: FastifyRequest): PageLanguage {
  const { lang } = query as { readonly lang?: unknown }
  if (lang === 'zh' || lang === 'en') return lang
  const accepted = String(headers['accept-language'] ?? '').toLowerCase()
  const [zh, en] = [accepted.search(/\bzh\b/), accepted.search(/\ben\b/)]
  return zh !== -1 && (en === -1 || zh < en) ? 'zh' : 'en'
}

function withTitle(html: string, title: string, language: PageLanguage): string {
  return html
    .replace(/<html[^>]*>/, () => `<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`)
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, character => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '')
}

const headers = {
  ...pageHeaders({
    'script-src': "'self'",
    'style-src': "'self'",
    'connect-src': "'self'",
    // A picture is drawn from an SVG of the page when it is saved as PNG.
    'img-src': "'self' data:",
    'form-action': "'self'",
  }),
  vary: 'accept-language',
}
