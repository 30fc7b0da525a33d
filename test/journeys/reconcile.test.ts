import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Ajv, type AnySchema } from 'ajv'
import { importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

/*
 * What the Reconciliation Service API 0.2 demands, with schemas written from its specification:
 * https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
 */

const text = { type: 'string', minLength: 1 }
const object = (required: readonly string[], properties: Record<string, AnySchema>, more: object = {}) => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
  ...more,
})
const arrayOf = (items: AnySchema) => ({ type: 'array', items })
const named = object(['id', 'name'], { id: text, name: text, description: text })
const type = object(['id', 'name'], { id: text, name: text, description: text })
const suggestService = object(['service_url', 'service_path'], { service_url: text, service_path: text })
const schemas = {
  manifest: object(['versions', 'name', 'identifierSpace', 'schemaSpace'], {
    versions: { type: 'array', items: text, contains: { const: '0.2' } },
    name: text,
    identifierSpace: { type: 'string', pattern: '^https?://' },
    schemaSpace: { type: 'string', pattern: '^https?://' },
    documentation: text,
    defaultTypes: { type: 'array', uniqueItems: true, items: type },
    view: object(['url'], { url: { type: 'string', pattern: '\\{\\{id\\}\\}' } }),
    suggest: object([], { entity: suggestService, type: suggestService, property: suggestService }),
    preview: object(['url', 'width', 'height'], {
      url: { type: 'string', pattern: '\\{\\{id\\}\\}' },
      width: { type: 'integer' },
      height: { type: 'integer' },
    }),
    extend: object([], {
      propose_properties: object(['service_url', 'service_path'], { service_url: text, service_path: text }),
      property_settings: arrayOf(
        object(['type', 'label', 'name', 'choices'], {
          type: { const: 'select' },
          default: text,
          label: text,
          name: text,
          help_text: text,
          choices: arrayOf(object(['value', 'name'], { value: text, name: text })),
        }),
      ),
    }),
    batchSize: { type: 'integer', minimum: 1 },
  }),
  results: {
    type: 'object',
    additionalProperties: object(['result'], {
      result: arrayOf(
        object(['id', 'name', 'score', 'match'], {
          id: text,
          name: text,
          description: text,
          score: { type: 'number', minimum: 0, maximum: 100 },
          match: { type: 'boolean' },
          features: arrayOf(object(['id', 'value'], { id: text, value: { type: ['boolean', 'number'] } })),
          type: arrayOf(object(['id', 'name'], { id: text, name: text })),
        }),
      ),
    }),
  },
  entities: object(['result'], {
    result: arrayOf(object(['id', 'name'], { id: text, name: text, description: text, notable: arrayOf(text) })),
  }),
  named: object(['result'], { result: arrayOf(named) }),
  proposal: object(['properties', 'type'], {
    properties: arrayOf(named),
    type: text,
    limit: { type: 'number' },
  }),
  extension: object(['meta', 'rows'], {
    meta: arrayOf(object(['id', 'name'], { id: text, name: text, type: object(['id'], { id: text, name: text }) })),
    rows: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: arrayOf({
          oneOf: [
            object([], {}),
            object(['id', 'name'], { id: text, name: text }),
            object(['str'], { str: { type: 'string' } }),
            object(['float'], { float: { type: 'number' } }),
            object(['date'], {
              date: {
                type: 'string',
                pattern: '^-?\\d{4,}-(1[0-2]|0[1-9])-(3[01]|0[1-9]|[12]\\d)T\\d\\d:\\d\\d:\\d\\dZ$',
              },
            }),
          ],
        }),
      },
    },
  }),
}

/** A client that takes nothing but what the protocol allows. */
const ajv = new Ajv({ strict: false, allErrors: true })
async function strict(name: keyof typeof schemas, response: Response) {
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('application/json')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  const body = await response.json()
  const isValid = ajv.validate(schemas[name], body)
  expect([isValid, ajv.errors]).toEqual([true, null])
  // biome-ignore lint/suspicious/noExplicitAny: the schema has said what it is
  return body as any
}

let opened: TestStore
let server: TestServer
beforeAll(async () => {
  opened = await openSqliteTestStore()
  await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00.000Z')
  server = await startTestServer(opened.store, { basePath: '/graph' })
}, 60_000)
afterAll(async () => {
  await server.close()
  await opened.close()
})

const post = (form: Record<string, unknown>, service = '/reconcile') =>
  fetch(server.url + service, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(
      Object.fromEntries(Object.entries(form).map(([name, value]) => [name, JSON.stringify(value)] as const)),
    ),
  })
const get = (path: string) => fetch(server.url + path)
const match = async (query: object, service?: string) =>
  (await strict('results', await post({ queries: { q: query } }, service))).q.result

describe('the reconciliation service', () => {
  it('says what it is and where its parts are', async () => {
    for (const service of ['/reconcile', '/reconcile/en', '/reconcile/zh']) {
      const manifest = await strict('manifest', await get(`/graph${service}`))
      expect(manifest.suggest.entity.service_url).toBe(`${server.url}/graph${service}`)
      expect(manifest.view.url).toBe(`${server.url}/graph${service}/view?id={{id}}`)
      const view = await fetch(manifest.view.url.replace('{{id}}', encodeURIComponent('region/beijing')), {
        redirect: 'manual',
      })
      expect([view.status, view.headers.get('location')]).toEqual([302, '/graph/entity/region/beijing'])
    }
  })

  it('matches names in Chinese, pinyin and English, codes and ids, in a form, JSON or an address', async () => {
    const names = ['唐建国', 'tang jianguo', 'Tang Jianguo', 'official/tang-jianguo']
    const queries = Object.fromEntries(names.map((query, i) => [`q${i}`, { query, limit: 3 }]))
    for (const response of [
      await post({ queries }),
      await get(`/reconcile?queries=${encodeURIComponent(JSON.stringify(queries))}`),
      await fetch(`${server.url}/reconcile`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ queries }),
      }),
    ]) {
      const results = await strict('results', response)
      expect(Object.keys(results)).toEqual(Object.keys(queries))
      for (const { result } of Object.values(results) as {
        result: { id: string; match: boolean; score: number }[]
      }[]) {
        expect(result.length).toBeLessThanOrEqual(3)
        expect(result[0]?.id).toBe('official/tang-jianguo')
        const scores = result.map(({ score }) => score)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      }
    }
    expect((await match({ query: '唐建国' }))[0]).toMatchObject({ match: true, score: 100 })
    expect(await match({ query: 'zxqv nothing' })).toEqual([])
  })

  it('speaks the language of the service', async () => {
    const [en] = await match({ query: '110000' }, '/reconcile/en')
    const [zh] = await match({ query: '110000' }, '/reconcile/zh')
    expect([en.id, en.name, zh.name]).toEqual([
      'region/beijing',
      expect.stringContaining('Beijing'),
      expect.stringContaining('北京'),
    ])
    expect(zh.type).toEqual([{ id: 'REGION', name: expect.stringMatching(/\p{Script=Han}/u) }])
  })

  it('keeps to the types that are asked for, and weighs properties', async () => {
    for (const type of ['REGION', ['REGION']])
      for (const { type: types } of await match({ query: '北京', type, type_strict: 'should' }))
        expect(types[0].id).toBe('REGION')
    const plain = await match({ query: '海南', type: 'REGION', limit: 5 })
    expect(plain.length).toBeGreaterThan(1)
    const wanted = plain[1]
    const [code] = await codesOf(wanted.id)
    const weighed = await match({ query: '海南', type: 'REGION', limit: 5, properties: [{ pid: 'code', v: code }] })
    expect(weighed[0]).toMatchObject({ id: wanted.id, match: true })
    expect(weighed[0].features).toContainEqual({ id: 'property_code', value: true })
    // Without a name, a property is what is looked for.
    expect((await match({ properties: [{ pid: 'code', v: '110000' }] }))[0].id).toBe('region/beijing')
  })

  it('refuses what is no query, with the place', async () => {
    for (const queries of [
      { q: {} },
      { q: { query: '' } },
      { q: { query: 'a', properties: [{ v: 1 }] } },
      [],
      5,
      { q: { query: 'a', type: 'NOTHING' } },
    ]) {
      const response = await post({ queries })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] })
    }
    expect(
      (
        await fetch(`${server.url}/reconcile`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'queries={',
        })
      ).status,
    ).toBe(400)
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`q${i}`, { query: 'a' }]))
    expect((await post({ queries: many })).status).toBe(413)
  })

  it('suggests entities, types and properties as they are typed', async () => {
    const suggested = async (schema: 'entities' | 'named', path: string) =>
      (await strict(schema, await get(`/reconcile/suggest/${path}`))).result as { id: string; name: string }[]
    expect((await suggested('entities', `entity?prefix=${encodeURIComponent('唐建')}`))[0]?.id).toBe(
      'official/tang-jianguo',
    )
    expect((await suggested('entities', 'entity?prefix=official/tang-jianguo'))[0]?.id).toBe('official/tang-jianguo')
    expect(await suggested('entities', 'entity?prefix=')).toEqual([])
    expect((await suggested('named', 'type?prefix=Comp')).map(({ id }) => id)).toContain('COMPUTE_CENTRE')
    expect((await suggested('named', `property?prefix=${encodeURIComponent('capa')}`))[0]?.id).toBe('capacity')
    const all = await suggested('named', 'property?prefix=')
    const next = await suggested('named', `property?prefix=&cursor=${all.length}`)
    expect(new Set([...all, ...next].map(({ id }) => id)).size).toBe(all.length + next.length)
    expect((await get('/reconcile/suggest/property?prefix=&cursor=x')).status).toBe(400)
    expect((await get('/reconcile/suggest/other?prefix=')).status).toBe(404)
  })

  it('extends a table by the values that count', async () => {
    const { properties } = await strict('proposal', await get('/reconcile/properties?type=OFFICIAL&limit=3'))
    expect(properties).toHaveLength(3)
    const extend = {
      ids: ['region/beijing', 'official/tang-jianguo', 'official/nobody'],
      properties: [{ id: 'code' }, { id: 'parent' }, { id: 'name' }],
    }
    const { meta, rows } = await strict('extension', await post({ extend }, '/reconcile/zh'))
    expect(meta.map(({ id }: { id: string }) => id)).toEqual(['code', 'parent', 'name'])
    expect(Object.keys(rows)).toEqual(extend.ids)
    expect(rows['region/beijing'].code).toContainEqual({ str: '110000' })
    expect(rows['region/beijing'].parent[0]).toMatchObject({ id: expect.stringMatching(/^region\//) })
    expect(rows['official/tang-jianguo'].code).toEqual([])
    expect(rows['official/nobody']).toEqual({ code: [], parent: [], name: [] })
    const counted = { ids: ['official/tang-jianguo'], properties: [{ id: 'name', settings: { content: 'count' } }] }
    const count = await strict('extension', await post({ extend: counted }))
    expect(count.rows['official/tang-jianguo'].name[0].float).toBeGreaterThan(1)
    expect((await post({ extend: { ids: [], properties: [{ id: 'nothing' }] } })).status).toBe(400)
  })

  it('shows an entity in a frame of its client, and nothing in it runs', async () => {
    const preview = await get(`/reconcile/zh/preview?id=${encodeURIComponent('official/tang-jianguo')}`)
    expect(preview.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(preview.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors \*$/)
    expect(preview.headers.get('x-frame-options')).toBeNull()
    expect(await preview.text()).toContain('<h1>唐建国</h1>')
    expect((await get('/reconcile/preview?id=official/nobody')).status).toBe(404)
  })
})

async function codesOf(id: string): Promise<readonly string[]> {
  const { rows } = await strict('extension', await post({ extend: { ids: [id], properties: [{ id: 'code' }] } }))
  return rows[id].code.map(({ str }: { str: string }) => str)
}
