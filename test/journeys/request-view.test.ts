import { describe, expect, it } from '@jest/globals'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { serveSeeds } from '../support/serve-seeds.js'
import { type Answer, answerOf, curatorToken } from '../support/server.js'
import { socketUrl } from '../support/socket.js'
import { openSqliteTestStore } from '../support/stores.js'

const english = { trust: { languages: ['en'], others: 'NEVER' } }
const person = '"official/tang-jianguo"'

describe('a view for a whole request', () => {
  const { url } = serveSeeds(openSqliteTestStore)

  async function askIn(view: unknown, query: string, token?: string): Promise<Answer> {
    return await answerOf(
      await fetch(new URL('/graphql', url()), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'suanli-view': typeof view === 'string' ? view : JSON.stringify(view),
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query }),
      }),
    )
  }

  it('holds wherever no view argument is given: nodes, changes, the log, references of other subgraphs', async () => {
    const { body } = await askIn(
      english,
      `{
        official(id: ${person}) { label }
        node(id: ${person}) { ... on Entity { label } }
        nodes(ids: [${person}]) { ... on Entity { label } }
        entity(id: ${person}) { label }
        _entities(representations: [{ __typename: "Official", id: ${person} }]) { ... on Official { label } }
        changes(first: 1000) { nodes { entity { id label } } }
        own: official(id: ${person}, view: {}) { label }
      }`,
    )
    const translated = { label: 'Zhao Jianguo' }
    expect(body.errors).toBeUndefined()
    expect(body.data).toMatchObject({
      official: translated,
      node: translated,
      nodes: [translated],
      entity: translated,
      _entities: [translated],
      own: { label: '唐建国' },
    })
    const labels = body.data.changes.nodes.flatMap(({ entity }: { entity?: { id: string; label: string } }) =>
      entity?.id === 'official/tang-jianguo' ? [entity.label] : [],
    )
    expect(new Set(labels)).toEqual(new Set(['Zhao Jianguo']))
  })

  it('holds for what a mutation shows', async () => {
    const { body: found } = await askIn(
      {},
      `{ conflicts(filter: { subject: { eq: ${person} } }) { nodes { id statements { id language } } } }`,
    )
    const [{ id, statements }] = found.data.conflicts.nodes
    statements.sort((a: { language: string }) => (a.language === 'en' ? -1 : 1))
    const { body } = await askIn(
      english,
      `mutation { decideConflict(input: { conflictId: "${id}", chosenId: "${statements[0].id}", reason: "x", dryRun: true }) { effect { flips { entity { label } } } } }`,
      curatorToken,
    )
    expect(body.data?.decideConflict.effect.flips[0]).toEqual({ entity: { label: 'Zhao Jianguo' } })
  })

  it('holds over a WebSocket, by connectionParams', async () => {
    const client = createClient({
      url: socketUrl(url()),
      webSocketImpl: WebSocket,
      connectionParams: { view: english },
    })
    const [answer] = await read(client.iterate({ query: `{ node(id: ${person}) { ... on Entity { label } } }` }), 1)
    expect(answer).toMatchObject({ data: { node: { label: 'Zhao Jianguo' } } })
    const [first] = await read(client.iterate({ query: 'subscription { changed(after: "") { entity { label } } }' }), 1)
    expect(first).toMatchObject({ data: { changed: {} } })
    await client.dispose()
  })

  it('tells views apart by viewKey, on entities, statements and conflicts', async () => {
    const query = `{ official(id: ${person}) { viewKey statements(first: 1) { nodes { viewKey } } conflicts(first: 1) { nodes { viewKey } } } }`
    const keysIn = async (view: unknown) => {
      const { official } = (await askIn(view, query)).body.data
      const keys = [official, ...official.statements.nodes, ...official.conflicts.nodes].map(({ viewKey }) => viewKey)
      expect(new Set(keys).size).toBe(1)
      return keys[0]
    }
    const keys = [
      await keysIn({}),
      await keysIn({ trust: { languages: ['zh-Hans', 'en'] } }),
      await keysIn({ validAt: '2024' }),
      await keysIn({ knownAt: '2026-06-01T00:00:00Z' }),
      await keysIn({ language: 'en' }),
    ]
    expect(new Set(keys).size).toBe(keys.length)
    expect(await keysIn({ trust: { others: 'LAST' } })).toBe(keys[0])
  })

  it('refuses a header that is no view, by its code and with status 400', async () => {
    for (const [view, problem, suggestion] of [
      ['{', 'not JSON'],
      ['[]', 'validAt|Expected type "ViewInput"'],
      ['{"validAt": "soon"}', 'validAt'],
      ['{"trusts": {}}', '"trusts".* Did you mean "trust"\\?$', 'trust'],
      ['{"trust": {"others": "SOMETIMES"}}', 'SOMETIMES'],
    ] as const) {
      const { status, body } = await askIn(view, '{ revision }')
      expect([view, status, body.errors?.[0]?.extensions]).toEqual([
        view,
        400,
        { code: 'VIEW_INVALID', argument: 'suanli-view', ...(suggestion && { suggestion }) },
      ])
      expect(body.errors?.[0]?.message).toMatch(new RegExp(problem))
    }
  })

  it.each([
    [{ trust: { sources: ['shobserver-768621'] } }, 'NOT_FOUND', 'view.trust.sources', 'shobserver-768612'],
    [{ trust: { languages: ['zh-Hant'] } }, 'NOT_FOUND', 'view.trust.languages', 'zh-Hans'],
    [{ trust: { minConfidence: 2 } }, 'BAD_USER_INPUT', 'view.trust.minConfidence', undefined],
    [{ release: 'spring' }, 'NOT_FOUND', 'view.release', undefined],
    [{ language: 'cn' }, 'NOT_FOUND', 'view.language', undefined],
  ])(
    'refuses names that the graph does not know, in the header and in an argument: %j',
    async (view, code, argument, suggestion) => {
      const inHeader = (await askIn(view, '{ revision }')).body.errors?.[0]?.extensions
      const literal = JSON.stringify(view).replace(/"(\w+)":/g, '$1: ')
      const inArgument = (await askIn({}, `{ official(id: ${person}, view: ${literal}) { id } }`)).body.errors?.[0]
      expect(inHeader).toMatchObject({ code, argument, ...(suggestion && { suggestion }) })
      expect(inArgument?.extensions).toEqual(inHeader)
    },
  )
})

describe('keys of nodes', () => {
  const { url } = serveSeeds(openSqliteTestStore)
  const data = async (query: string) => {
    const { body } = await answerOf(
      await fetch(new URL('/graphql', url()), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      }),
    )
    expect(body.errors).toBeUndefined()
    return body.data
  }

  it('gives every property an id of its own, by which `node` finds it', async () => {
    const { ontology } = await data('{ ontology { types { name properties { id name label } } } }')
    const properties = ontology.types.flatMap(
      ({ name, properties }: { name: string; properties: { id: string; name: string }[] }) =>
        properties.map(property => ({ ...property, type: name })),
    )
    expect(new Set(properties.map(({ id }: { id: string }) => id)).size).toBe(properties.length)
    for (const { id, name, type } of properties) expect(id).toBe(`${type}.${name}`)
    const { node } = await data('{ node(id: "ComputeCentre.location") { __typename id ... on Property { name } } }')
    expect(node).toEqual({ __typename: 'Property', id: 'ComputeCentre.location', name: 'location' })
  })

  it('has a field `id` on nodes only', async () => {
    const { __schema } = await data('{ __schema { types { name kind fields { name } interfaces { name } } } }')
    const withId = __schema.types.filter(({ fields }: { fields: { name: string }[] | null }) =>
      fields?.some(({ name }) => name === 'id'),
    )
    for (const { name, interfaces } of withId)
      if (name !== 'Node')
        expect([name, interfaces.map((each: { name: string }) => each.name)]).toEqual([
          name,
          expect.arrayContaining(['Node']),
        ])
  })
})

async function read<Value>(values: AsyncIterable<Value>, count: number): Promise<Value[]> {
  const found: Value[] = []
  for await (const value of values) if (found.push(value) === count) break
  return found
}
