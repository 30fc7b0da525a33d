import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { GraphQLEnumType, GraphQLObjectType, GraphQLSchema, GraphQLString, getIntrospectionQuery } from 'graphql'
import { readDocuments } from '../../src/server/graphql/persisted-documents.js'
import { openModelStore } from '../support/model/model-store.js'
import { answerOf, ask, startTestServer, type TestServer } from '../support/server.js'

const level = new GraphQLEnumType({ name: 'Level', values: { PROVINCE: {}, COUNTY: {} } })
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      word: { type: GraphQLString, args: { text: { type: GraphQLString } }, resolve: (_, { text }) => text ?? '算力' },
      at: { type: level, args: { level: { type: level } }, resolve: (_, { level: wanted }) => wanted },
    },
  }),
})

let folder: string
const inFile = 'query Word { word }\n'
const inManifest = 'query Say($text: String) { word(text: $text) }'
const ofApollo = 'query Other { other: word }'
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanli-documents-'))
  await writeFile(join(folder, 'word.graphql'), inFile)
  await writeFile(join(folder, 'persisted-documents.json'), JSON.stringify({ [hash(inManifest)]: inManifest }))
  await writeFile(
    join(folder, 'persisted-query-manifest.json'),
    JSON.stringify({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: 'other-1', name: 'Other', type: 'query', body: ofApollo }],
    }),
  )
})
afterAll(() => rm(folder, { recursive: true }))

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})
async function serve(options: Parameters<typeof startTestServer>[1] = {}): Promise<string> {
  const server = await startTestServer(openModelStore(), { schema, ...options })
  servers.push(server)
  return server.url
}

const post = async (url: string, body: object) =>
  answerOf(
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
const get = async (url: string, parameters: Record<string, string>) =>
  answerOf(
    await fetch(`${url}/graphql?${new URLSearchParams(parameters)}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    }),
  )
const byHash = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } })
const said = (word: string) => ({ status: 200, body: { data: { word } } })
const refusal = (code: string) => ({ status: 400, body: { errors: [{ extensions: { code } }] } })

describe('a document that is registered', () => {
  it('is asked for by its id, posted or got, with variables, in the form of either standard', async () => {
    for (const documentsOnly of [false, true]) {
      const url = await serve({ documents: folder, documentsOnly })
      expect(await post(url, { documentId: hash(inFile) })).toMatchObject(said('算力'))
      expect(await post(url, { documentId: `sha256:${hash(inFile.trim())}` })).toMatchObject(said('算力'))
      expect(await post(url, { extensions: byHash(hash(inManifest)), variables: { text: '京津冀' } })).toMatchObject(
        said('京津冀'),
      )
      expect(await post(url, { documentId: 'other-1' })).toMatchObject({ body: { data: { other: '算力' } } })
      expect(await get(url, { documentId: hash(inManifest), variables: '{"text":"a&b"}' })).toMatchObject(said('a&b'))
      expect(await get(url, { extensions: JSON.stringify(byHash(hash(inManifest))) })).toMatchObject(said('算力'))
      expect(await ask(url, inManifest, { text: 'in full' })).toMatchObject(said('in full'))
    }
  })
})

describe('a document that is not registered', () => {
  it('is not let in where only registered ones are, however it is sent', async () => {
    const url = await serve({ documents: folder, documentsOnly: true })
    const query = '{ word }'
    const ways = [
      await post(url, { query }),
      await post(url, { query: `${inManifest} ` }),
      await post(url, { documentId: hash(query) }),
      await post(url, { documentId: hash(query), query }),
      await post(url, { extensions: byHash(hash(query)) }),
      await post(url, { extensions: byHash(hash(query)), query }),
      await post(url, {}),
      await post(url, { query: [inManifest] }),
      await get(url, { query }),
      await get(url, { documentId: '__proto__' }),
      await ask(url, getIntrospectionQuery()),
    ]
    for (const way of ways) expect(way).toMatchObject(refusal('DOCUMENT_NOT_REGISTERED'))
    // A registered id does not lend its name to another text.
    expect(await post(url, { documentId: hash(inManifest), query })).toMatchObject(said('算力'))
    expect(await post(url, { documentId: hash(inManifest), query: '{ at }' })).toMatchObject(said('算力'))
  })

  it('is let in elsewhere, and by its hash alone once it was sent in full', async () => {
    const url = await serve({ documents: folder })
    const query = '{ word(text: "later") }'
    expect(await post(url, { query, extensions: { persistedQuery: { version: 2 } } })).toMatchObject(
      refusal('BAD_REQUEST'),
    )
    const byItsHash = { extensions: byHash(hash(query)) }
    expect(await post(url, byItsHash)).toMatchObject({
      body: { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    })
    expect(await post(url, { ...byItsHash, query: '{ word }' })).toMatchObject(refusal('BAD_REQUEST'))
    expect(await post(url, { ...byItsHash, query })).toMatchObject(said('later'))
    expect(await post(url, byItsHash)).toMatchObject(said('later'))
    expect(await get(url, { extensions: JSON.stringify(byItsHash.extensions) })).toMatchObject(said('later'))
    const unknown = await post(url, { documentId: hash(query) })
    expect(unknown).toMatchObject(refusal('DOCUMENT_NOT_REGISTERED'))
    expect(unknown.body.errors?.[0]?.message).toMatch(/is not registered: send its text as `query`\.$/)
  })
})

describe('registered documents', () => {
  it('are read at the start, which fails where they are none', async () => {
    const broken = join(folder, 'broken.json')
    for (const content of ['{"a":"query {"}', '{"a":5}', '[', '{}', '{"format":"apollo-persisted-query-manifest"}']) {
      await writeFile(broken, content)
      await expect(readDocuments(broken, true)).rejects.toMatchObject({ code: 'DOCUMENTS_UNREADABLE' })
    }
    await rm(broken)
    await expect(readDocuments(join(folder, 'nowhere'), true)).rejects.toMatchObject({ code: 'DOCUMENTS_UNREADABLE' })
  })
})

describe('a server without introspection', () => {
  it('does not tell its schema, nor what a client may have meant', async () => {
    const closed = await serve({ introspection: 'off' })
    const open = await serve()
    expect(await ask(closed, getIntrospectionQuery())).toMatchObject(refusal('GRAPHQL_VALIDATION_FAILED'))
    expect(await ask(closed, '{ __typename }')).toMatchObject({ status: 200 })
    const wrong: [string, Record<string, unknown>?][] = [
      ['{ wrod }'],
      ['{ word(txt: "a") }'],
      ['{ at(level: PROVINC) }'],
      ['query($level: Level) { at(level: $level) }', { level: 'PROVINC' }],
      ['query($level: Levl) { at(level: $level) }', { level: 'PROVINCE' }],
    ]
    for (const [query, variables] of wrong) {
      expect(JSON.stringify((await ask(open, query, variables)).body)).toContain('Did you mean')
      const { status, body } = await ask(closed, query, variables)
      expect(status).toBe(400)
      expect(JSON.stringify(body)).not.toMatch(/did you mean|PROVINCE|"word"/i)
    }
  })
})
