import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql'
import {
  answerOf,
  ask,
  curatorToken,
  importInto,
  seedFolder,
  startTestServer,
  type TestServer,
} from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

let opened: TestStore
let server: TestServer
beforeAll(async () => {
  opened = await openSqliteTestStore()
  await importInto(opened.store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00.000Z')
  server = await startTestServer(opened.store)
  await ask(server.url, publish('first'), {}, curatorToken)
}, 60_000)
afterAll(async () => {
  await server.close()
  await opened.close()
})

const publish = (title: string) => `mutation { publishRelease(input: { title: "${title}" }) { __typename } }`
const get = (query: string, { headers = {}, url = server.url, ...more }: Got = {}) =>
  fetch(`${url}/graphql?${new URLSearchParams({ query, ...more })}`, { headers })

type Got = { readonly headers?: Record<string, string>; readonly url?: string; readonly [parameter: string]: unknown }

const official = '{ official(id: "official/tang-jianguo") { id label } }'

describe('a query in an address', () => {
  it('is answered to a plain GET, and not computed again for a client that has the answer', async () => {
    const first = await get(official)
    expect(await first.json()).toMatchObject({ data: { official: { id: 'official/tang-jianguo' } } })
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"\d+-\S+"$/)
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    expect(first.headers.get('vary')).toContain('suanli-view')

    for (const known of [tag, `"other", ${tag}`, tag.replace('W/', '')]) {
      const again = await get(official, { headers: { 'if-none-match': known } })
      expect([again.status, await again.text()]).toEqual([304, ''])
      // RFC 9110, 15.4.5: what the 200 says to caches, since a cache takes it over.
      for (const name of ['etag', 'vary', 'cache-control'])
        expect([name, again.headers.get(name)]).toEqual([name, first.headers.get(name)])
    }
    expect((await get(official, { headers: { 'if-none-match': '"1-other"' } })).status).toBe(200)
    // Another document, other variables, another view, another client: another answer.
    const others = await Promise.all([
      get(`${official} # again`),
      get(official, { operationName: '' }),
      get(official, { headers: { 'suanli-view': '{"validAt":"2024"}' } }),
      get(official, { headers: { authorization: `Bearer ${curatorToken}` } }),
    ])
    const tags = others.map(({ headers }) => headers.get('etag'))
    expect(new Set([...tags, tag]).size).toBe(5)
  })

  it('has another tag once the graph has changed', async () => {
    const tag = (await get(official)).headers.get('etag') ?? ''
    await ask(server.url, publish('in between'), {}, curatorToken)
    const changed = await get(official, { headers: { 'if-none-match': tag } })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(tag)
  })

  it('is kept for good if it reads a release and nothing else', async () => {
    const immutable = 'public, max-age=31536000, immutable'
    const inRelease = 'view: { release: "first" }'
    const of = async (query: string, got: Got = {}) => (await get(query, got)).headers.get('cache-control')
    const entity = `official(id: "official/tang-jianguo", ${inRelease})`
    expect(await of(`{ ${entity} { id } }`)).toBe(immutable)
    expect(await of(`{ a: ${entity} { id } ...F } fragment F on Query { b: ${entity} { label } __typename }`)).toBe(
      immutable,
    )
    const variable = 'query($release: String) { officials(first: 2, view: { release: $release }) { nodes { id } } }'
    expect(await of(variable, { variables: '{"release":"first"}' })).toBe(immutable)
    expect(await of(`{ ${entity} { id } }`, { headers: { authorization: `Bearer ${curatorToken}` } })).toBe(
      immutable.replace('public', 'private'),
    )
    for (const query of [
      official,
      `{ ${entity} { id } revision }`,
      `{ ${entity} { id } releases(first: 1) { nodes { id } } }`,
      `{ ${entity} { id } ...F } fragment F on Query { b: official(id: "official/zhao-jianguo") { id } }`,
    ])
      expect(await of(query)).toBe('public, no-cache')
    expect(await of(variable, { variables: '{}' })).toBe('public, no-cache')
    // The view of the request holds where a field has none of its own.
    expect(await of(official, { headers: { 'suanli-view': '{"release":"first"}' } })).toBe(immutable)
    expect(
      await of('{ node(id: "official/tang-jianguo") { id } }', { headers: { 'suanli-view': '{"release":"first"}' } }),
    ).toBe(immutable)
  })

  it('of a release has the same tag after a change', async () => {
    const query = '{ official(id: "official/tang-jianguo", view: { release: "first" }) { id } }'
    const first = await get(query)
    await ask(server.url, publish('after a release'), {}, curatorToken)
    const again = await get(query, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    expect(again.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('is not kept if it has an error', async () => {
    const failed = await get('{ computeCentres(first: 500) { totalCount } }')
    expect([failed.status, failed.headers.get('etag'), failed.headers.get('cache-control')]).toEqual([
      200,
      null,
      'no-store',
    ])
    const refused = ['{ nothing }', '{', '', publish('by an address')].map(query => get(query))
    const early = get('{ revision }', { headers: { 'suanli-view': '{' } })
    const elsewhere = ['/nowhere', '/export/nonsense'].map(path => fetch(server.url + path))
    for (const { status, headers } of await Promise.all([...refused, early, ...elsewhere])) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  it('is never a mutation', async () => {
    const changed = await get(publish('by an address'), { headers: { authorization: `Bearer ${curatorToken}` } })
    expect([changed.status, changed.headers.get('allow')]).toEqual([405, 'POST'])
    const { body } = await ask(server.url, '{ releases(first: 10) { nodes { title } } }')
    expect(JSON.stringify(body)).not.toContain('by an address')
  })

  it('names an operation that is there', async () => {
    const query = 'query A { revision } query B { __typename }'
    expect(await answerOf(await get(query, { operationName: 'B' }))).toMatchObject({ status: 200, body: { data: {} } })
    for (const operationName of ['C', ''])
      expect(await answerOf(await get(query, { operationName }))).toMatchObject({
        status: 400,
        body: { errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] },
      })
  })
})

describe('the server', () => {
  it('serves every read to a client that accepts anything', async () => {
    for (const path of ['/', '/ide', '/schema.graphql', '/export', '/reconcile', '/healthz', '/readyz', '/metrics'])
      expect([path, (await fetch(server.url + path, { headers: { accept: '*/*' } })).status]).toEqual([path, 200])
    expect((await get('{ revision }', { headers: { accept: '*/*' } })).status).toBe(200)
  })

  it('tells its schema as text', async () => {
    const text = await (await fetch(`${server.url}/schema.graphql`)).text()
    expect(printSchema(lexicographicSortSchema(buildSchema(text)))).toBe(text.trim())
    expect(text).toContain('type ComputeCentre ')
    const closed = await startTestServer(opened.store, { introspection: 'off' })
    expect((await fetch(`${closed.url}/schema.graphql`)).status).toBe(404)
    await closed.close()
  })

  it('says by JSON with a code what is wrong with a request, however early that is found', async () => {
    const asked: [string, RequestInit, number][] = [
      ['/%zz', {}, 400],
      ['/graphql', { method: 'PUT', body: '{}' }, 405],
      ['/graphql', { method: 'POST', body: '{}', headers: { 'content-type': 'nonsense' } }, 415],
      ['/ide', { method: 'POST' }, 405],
      ['/export/nonsense', {}, 404],
      ['/export/jsonl?release=nonsense', {}, 404],
      ['/nowhere', {}, 404],
    ]
    for (const [path, init, status] of asked) {
      const response = await fetch(server.url + path, init)
      expect([path, response.status]).toEqual([path, status])
      const { errors } = (await response.json()) as { readonly errors: unknown }
      expect(errors).toEqual([
        { message: expect.any(String), extensions: { code: expect.stringMatching(/^[A-Z_]+$/) } },
      ])
    }
  })
})
