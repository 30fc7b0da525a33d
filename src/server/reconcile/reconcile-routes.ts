import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ErrorTexts } from '../../model/error.js'
import type { Ontology } from '../../ontology/ontology.js'
import { type AskEndpoint, askFor } from '../graphql/ask-graphql.js'
import { readPosted, readWhole } from '../http/read-posted.js'
import { HttpRefusal } from '../http/refusal.js'
import { addPage, addRoute } from '../http/routes.js'
import { extendRows } from './extend-rows.js'
import { findCandidates } from './find-candidates.js'
import { manifestOf } from './manifest.js'
import { previewHeaders, previewOf } from './preview.js'
import { batchSize, extensionQuery, queryBatch, type ServiceLanguage } from './protocol.js'
import { proposeProperties, suggestEntities, suggestProperties, suggestTypes } from './suggest.js'

export interface ReconcileEndpoint extends AskEndpoint {
  readonly ontology: Ontology
  readonly basePath: string
  readonly maxBodyBytes: number
}

const services: readonly { readonly path: string; readonly language: ServiceLanguage }[] = [
  { path: '/reconcile', language: 'en' },
  { path: '/reconcile/en', language: 'en' },
  { path: '/reconcile/zh', language: 'zh-Hans' },
]

/** Serves the Reconciliation Service API 0.2, by which OpenRefine matches a column of names with entities. */
export function addReconciliation(scope: FastifyInstance, endpoint: ReconcileEndpoint): void {
  for (const service of services) addService(scope, endpoint, service)
}

function addService(
  scope: FastifyInstance,
  endpoint: ReconcileEndpoint,
  { path, language }: (typeof services)[number],
): void {
  const { ontology, basePath } = endpoint
  const origin = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}${basePath}`

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { queries, extend }: Parameters,
  ): Promise<unknown> {
    if (queries === undefined && extend === undefined)
      return json(reply, manifestOf(ontology, origin(request), path, language))
    const ask = await askFor(request, reply, endpoint)
    if (extend !== undefined)
      return json(reply, await extendRows(ask, ontology, checked(extensionQuery, extend, 'extend'), language))
    const batch = Object.entries(checked(queryBatch, queries, 'queries'))
    if (batch.length > batchSize)
      throw new HttpRefusal(413, 'BODY_TOO_LARGE', {
        en: `The batch has ${batch.length} queries: send at most ${batchSize}.`,
        zh: `一批中有 ${batch.length} 个查询：最多发送 ${batchSize} 个。`,
      })
    const results = await Promise.all(
      batch.map(
        async ([key, query]) => [key, { result: await findCandidates(ask, ontology, query, language) }] as const,
      ),
    )
    return json(reply, Object.fromEntries(results))
  }

  addRoute(scope, path, {
    GET: (request, reply) => answer(request, reply, request.query as Parameters),
    HEAD: (request, reply) => answer(request, reply, {}),
    POST: async (request, reply) => answer(request, reply, await posted(request, endpoint.maxBodyBytes)),
  })
  addPage(scope, `${path}/suggest/:what`, async (request, reply) => {
    const { what } = request.params as { readonly what: string }
    const { prefix = '', cursor } = request.query as { readonly prefix?: string; readonly cursor?: string }
    const skipped = wholeNumber(cursor, 'cursor') ?? 0
    switch (what) {
      case 'entity':
        return json(reply, {
          result: await suggestEntities(await askFor(request, reply, endpoint), prefix, skipped, language),
        })
      case 'type':
        return json(reply, { result: suggestTypes(ontology, prefix, skipped, language) })
      case 'property':
        return json(reply, { result: suggestProperties(ontology, prefix, skipped, language) })
      default:
        throw new HttpRefusal(404, 'NOT_FOUND', {
          en: 'There are suggestions of entity, type and property only.',
          zh: '建议服务只有 entity、type 和 property。',
        })
    }
  })
  addPage(scope, `${path}/properties`, (request, reply) => {
    const { type = '', limit } = request.query as { readonly type?: string; readonly limit?: string }
    return json(reply, proposeProperties(ontology, type, wholeNumber(limit, 'limit'), language))
  })
  addPage(scope, `${path}/view`, (request, reply) => {
    const { id = '' } = request.query as { readonly id?: string }
    return reply.redirect(`${basePath}/entity/${id.split('/').map(encodeURIComponent).join('/')}`, 302)
  })
  addPage(scope, `${path}/preview`, async (request, reply) => {
    const { id = '' } = request.query as { readonly id?: string }
    const page = await previewOf(await askFor(request, reply, endpoint), ontology, id, language)
    if (page === undefined)
      throw new HttpRefusal(404, 'NOT_FOUND', {
        en: `There is no entity "${id.slice(0, 100)}".`,
        zh: `没有实体“${id.slice(0, 100)}”。`,
      })
    reply.removeHeader('x-frame-options')
    return reply.headers(previewHeaders).type('text/html; charset=utf-8').send(page)
  })
}

/** What a client sends: each JSON, as a text in a form or an address. */
interface Parameters {
  readonly queries?: unknown
  readonly extend?: unknown
}

async function posted(request: FastifyRequest, maxBodyBytes: number): Promise<Parameters> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    const body = await readPosted(request.raw, maxBodyBytes)
    if (typeof body !== 'object' || body === null)
      throw refusedFor('queries', {
        en: 'send an object with `queries` or `extend`',
        zh: '请发送带有 `queries` 或 `extend` 的对象',
      })
    return body
  }
  const form = new URLSearchParams((await readWhole(request.raw, maxBodyBytes)).toString('utf8'))
  const given = Object.fromEntries(form) as Parameters
  if (given.queries === undefined && given.extend === undefined)
    throw refusedFor('queries', {
      en: 'the form has neither `queries` nor `extend`',
      zh: '表单中没有 `queries`，也没有 `extend`',
    })
  return given
}

function checked<Schema extends z.ZodType>(schema: Schema, given: unknown, name: string): z.output<Schema> {
  const { success, data, error } = schema.safeParse(typeof given === 'string' ? parsed(given, name) : given)
  if (success) return data
  const [issue] = error.issues
  throw refusedFor([name, ...(issue?.path ?? [])].join('.'), {
    en: issue?.message ?? 'is not as the protocol has it',
    zh: '不符合 Reconciliation Service API 0.2 的格式',
  })
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw refusedFor(name, { en: 'is not JSON', zh: '不是 JSON' })
  }
}

function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw refusedFor(name, { en: 'is not a whole number', zh: '不是整数' })
}

function refusedFor(place: string, problem: ErrorTexts): HttpRefusal {
  return new HttpRefusal(400, 'BAD_USER_INPUT', { en: `${place}: ${problem.en}.`, zh: `${place}：${problem.zh}。` })
}

function json(reply: FastifyReply, body: unknown): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
}
