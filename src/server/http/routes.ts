import type { FastifyInstance, RouteHandlerMethod } from 'fastify'
import { HttpRefusal } from './refusal.js'

type Method = 'GET' | 'HEAD' | 'POST'

/** What answers a path, by method. */
export type Handlers = Readonly<Partial<Record<Method, RouteHandlerMethod>>>

/** Adds a path; every other method of it is refused with 405 and the methods that are allowed. */
export function addRoute(app: FastifyInstance, url: string, handlers: Handlers): void {
  const allowed = Object.keys(handlers) as Method[]
  for (const method of allowed) {
    const handler = handlers[method]
    if (handler) app.route({ method, url, handler })
  }
  const allow = allowed.join(', ')
  app.route({
    method: app.supportedMethods.filter(method => !allowed.some(each => each === method)),
    url,
    handler: ({ method }) => {
      throw new HttpRefusal(
        405,
        'BAD_REQUEST',
        {
          en: `${url} takes no ${method}: use ${allowed.join(' or ')}.`,
          zh: `${url} 不接受 ${method}：请使用 ${allowed.join(' 或 ')}。`,
        },
        { allow },
      )
    },
  })
}

/** A path that is only read. */
export function addPage(app: FastifyInstance, url: string, handler: RouteHandlerMethod): void {
  addRoute(app, url, { GET: handler, HEAD: handler })
}
