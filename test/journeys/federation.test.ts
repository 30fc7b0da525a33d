import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildSchema, isObjectType, parse } from 'graphql'
import { entityTypes } from '../../src/entities/index.js'
import { countCalls } from '../support/count-calls.js'
import { ask, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  __typename ... on Node { id } ... on Region { label(language: "en") } } }`

describe('as a subgraph', () => {
  let opened: TestStore
  let server: TestServer
  let calls = 0
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00Z')
    const counting = countCalls(opened.store, () => {
      calls++
    })
    server = await startTestServer(counting, { cacheBytes: 0 })
  })
  afterAll(async () => {
    await server.close()
    await opened.close()
  })

  it('prints its schema with the keys of every entity type and of the evidence', async () => {
    const { sdl } = (await ask(server.url, '{ _service { sdl } }')).body.data._service
    expect(() => parse(sdl)).not.toThrow()
    expect(sdl).toContain('@link(url: "https://specs.apollo.dev/federation/v2')
    for (const { name } of entityTypes) expect(sdl).toMatch(new RegExp(`^type ${name} .*@key\\(fields: "id"\\)`, 'm'))
    for (const name of ['Statement', 'Edition', 'Source', 'Conflict', 'Release'])
      expect(sdl).toMatch(new RegExp(`^type ${name} .*@key\\(fields: "id"\\)`, 'm'))
    expect(sdl).toMatch(/^type Region .*@key\(fields: "code"\)/m)
    expect(sdl).toMatch(/^type PageInfo @shareable/m)
    expect(sdl).not.toMatch(/_entities|_service|_Any|_Entity/)
  })

  it('has in that schema every type that it answers with', async () => {
    const { _service, __schema } = (
      await ask(server.url, '{ _service { sdl } __schema { types { kind name fields { name } } } }')
    ).body.data
    const directives = 'directive @link(url: String, import: [String]) on SCHEMA type _Unused { a: Int }'
    const keys = 'directive @key(fields: String!) repeatable on OBJECT directive @shareable on OBJECT'
    const printed = buildSchema(`${directives} ${keys} ${_service.sdl.replace(/^extend schema.*$/m, '')}`)
    for (const { kind, name, fields } of __schema.types) {
      const type = printed.getType(name)
      if (kind !== 'OBJECT' || name.startsWith('_') || !isObjectType(type)) continue
      const own = fields.map((field: { name: string }) => field.name).filter((field: string) => !field.startsWith('_'))
      expect(Object.keys(type.getFields()).sort()).toEqual(own.sort())
    }
  })

  it('gives what others refer to in the order asked for, by any key, null for what is not there', async () => {
    const { conflicts, statements } = (
      await ask(server.url, '{ conflicts(first: 1) { nodes { id } } statements(first: 1) { nodes { id } } }')
    ).body.data
    const representations = [
      { __typename: 'Region', code: '110000' },
      { __typename: 'Official', id: 'official/tang-jianguo' },
      { __typename: 'Region', id: 'region/nowhere' },
      { __typename: 'Region', id: 'official/tang-jianguo' },
      { __typename: 'Region', code: 'none' },
      { __typename: 'Edition', id: 'shobserver-768612#zh-Hans' },
      { __typename: 'Source', id: 'shobserver-768612' },
      { __typename: 'Conflict', id: conflicts.nodes[0].id },
      { __typename: 'Statement', id: statements.nodes[0].id },
      { __typename: 'Region', id: 'region/hebei' },
      { __typename: 'Region', code: '110000' },
    ]
    const { body } = await ask(server.url, entities, { representations })
    expect(body.errors).toBeUndefined()
    expect(body.data._entities).toEqual([
      { __typename: 'Region', id: 'region/beijing', label: 'Beijing' },
      { __typename: 'Official', id: 'official/tang-jianguo' },
      null,
      null,
      null,
      { __typename: 'Edition', id: 'shobserver-768612#zh-Hans' },
      { __typename: 'Source', id: 'shobserver-768612' },
      { __typename: 'Conflict', id: conflicts.nodes[0].id },
      { __typename: 'Statement', id: statements.nodes[0].id },
      { __typename: 'Region', id: 'region/hebei', label: 'Hebei' },
      { __typename: 'Region', id: 'region/beijing', label: 'Beijing' },
    ])
  })

  it('reads many in one call of the store', async () => {
    const { regions } = (await ask(server.url, '{ regions(first: 100) { nodes { id } } }')).body.data
    calls = 0
    const representations = regions.nodes.map(({ id }: { id: string }) => ({ __typename: 'Region', id }))
    const { body } = await ask(server.url, entities, { representations })
    expect(body.data._entities.map(({ id }: { id: string }) => id)).toEqual(
      representations.map(({ id }: { id: string }) => id),
    )
    expect(calls).toBe(1)
  })

  it.each([
    ['no type', { id: 'region/beijing' }],
    ['an unknown type', { __typename: 'Planet', id: 'region/beijing' }],
    ['a type without a key', { __typename: 'PageInfo', id: 'region/beijing' }],
    ['no key', { __typename: 'Region', name: 'Beijing' }],
    ['a key that is no text', { __typename: 'Region', id: { eq: 'region/beijing' } }],
    ['no object', 'region/beijing'],
  ])('says of a representation with %s what is wrong, at its place, and answers the others', async (_, wrong) => {
    const { status, body } = await ask(server.url, entities, {
      representations: [{ __typename: 'Region', id: 'region/beijing' }, wrong],
    })
    expect(status).toBe(200)
    expect(body.data._entities).toEqual([{ __typename: 'Region', id: 'region/beijing', label: 'Beijing' }, null])
    expect(body.errors).toMatchObject([{ path: ['_entities', 1], extensions: { code: 'BAD_USER_INPUT' } }])
  })

  it('predicts the cost of many as of many', async () => {
    const representations = Array.from({ length: 100 }, () => ({ __typename: 'Region', id: 'region/china' }))
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Region { children(first: 100) { nodes { children(first: 100) { nodes { id } } } } } } }`
    const { status, body } = await ask(server.url, query, { representations })
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([400, 'QUERY_TOO_COSTLY'])
  })
})
