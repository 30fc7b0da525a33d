import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fastifyStatic } from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isKnown } from './etag.js'
import { HttpRefusal } from './refusal.js'

/** Web pages that Vite bundled with `base: './'`: one HTML file, and the files that it loads. */
export interface WebBundle {
  /** The HTML with the addresses of its files, which the browser resolves from any page of the server. */
  readonly html: string
  readonly folder: string
  /** Where its files are served: `/ide/`. */
  readonly mount: string
}

/** Reads a bundle; undefined if the folder has none. `basePath` is the path before every path of the server. */
export function readBundle(folder: string, mount: string, basePath: string): WebBundle | undefined {
  const file = join(folder, 'index.html')
  if (!existsSync(file)) return undefined
  const html = readFileSync(file, 'utf8')
    .replace(/(\s(?:src|href)=")\.\//g, `$1${basePath}${mount}`)
    .replace('<head>', `<head>\n    <meta name="suanli-base-path" content="${basePath}">`)
  return { html, folder, mount }
}

/** Serves the files of a bundle, in the compressed form beside each if the client takes that. */
export function serveBundle(
  app: FastifyInstance,
  { folder, mount }: WebBundle,
  headers: Readonly<Record<string, string>>,
): void {
  app.register(async scope => {
    scope.addHook('onSend', async (_, reply, payload) => {
      // RFC 9239; the plugin still has the former name.
      if (/^application\/javascript/.test(String(reply.getHeader('content-type'))))
        reply.type('text/javascript; charset=utf-8')
      return payload
    })
    scope.setErrorHandler(failure => {
      const { statusCode = 500 } = failure as { readonly statusCode?: number }
      // The plugin forbids a path with a dot segment; for a client, nothing is there.
      throw statusCode < 500
        ? new HttpRefusal(404, 'NOT_FOUND', {
            en: `There is no such file below ${mount}.`,
            zh: `${mount} 下没有该文件。`,
          })
        : failure
    })
    scope.register(fastifyStatic, {
      root: folder,
      prefix: mount,
      decorateReply: false,
      preCompressed: true,
      index: false,
      dotfiles: 'ignore',
      acceptRanges: false,
      cacheControl: false,
      allowedPath: path => /\.[a-z0-9]+$/.test(path) && !/\.(html|br|gz)$/.test(path),
      setHeaders(response, path) {
        // The names of assets contain a hash of their content.
        const isFixed = path.startsWith(join(folder, 'assets'))
        const cacheControl = isFixed ? 'public, max-age=31536000, immutable' : 'no-cache'
        for (const [name, value] of Object.entries({
          ...headers,
          'cache-control': cacheControl,
          vary: 'accept-encoding',
        }))
          response.setHeader(name, value)
      },
    })
  })
}

/** Sends a page, or 304 to a client that has it. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  html: string,
  headers: Readonly<Record<string, string>>,
): FastifyReply {
  const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  reply.headers({ ...headers, etag, 'cache-control': 'no-cache' })
  if (reply.statusCode === 200 && isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.type('text/html; charset=utf-8').send(html)
}
