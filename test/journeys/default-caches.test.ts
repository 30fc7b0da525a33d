import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { centresOf, loadMoreCentres, loadRegion } from '../../examples/relay/centres.js'
import { openGraph } from '../../examples/relay/graph.js'
import possible from '../../examples/urql/generated/possible-types.js'
import { cheaply, hasAnswer } from '../../src/ide/examples/has-answer.js'
import { openModelStore } from '../support/model/model-store.js'
import { ask, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

interface Document {
  readonly name: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const folder = fileURLToPath(new URL('../../src/ide/journeys', import.meta.url))

/** The IDE’s documents. */
async function readExamples(): Promise<readonly Document[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.graphql')).sort()
  return await Promise.all(
    names.map(async name => ({
      name,
      query: await readFile(`${folder}/${name}`, 'utf8'),
      variables: JSON.parse(
        await readFile(`${folder}/${name.replace('.graphql', '.variables.json')}`, 'utf8').catch(() => '{}'),
      ) as Record<string, unknown>,
    })),
  )
}

const examples = await readExamples()
/** Without those that compare views: one cache holds one view. */
const documents = examples.filter(({ query }) => !/\bview:/.test(query))

/** Clients as their makers ship them, told only which types an interface stands for, with one cache for all documents. */
describe('a client with its default keys', () => {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    const seeds = await readdir(fileURLToPath(new URL('../../seeds', import.meta.url)))
    await importInto(opened.store, seeds.map(seedFolder), '2026-01-01T00:00:00.000Z')
    server = await startTestServer(opened.store)
  }, 300_000)
  afterAll(async () => {
    await server?.close()
    await opened?.close()
  })
  const url = () => `${server.url}/graphql`
  const uncached = async ({ query, variables }: Document) => (await ask(server.url, query, variables)).body.data

  it('has documents to read', () => {
    expect(documents.length).toBeGreaterThan(15)
  })

  it.each(examples)('has an answer for the example $name at the least cost', async ({ query, variables }) => {
    const { body } = await ask(server.url, cheaply(query), variables)
    expect(hasAnswer(body)).toBe(true)
  })

  it('shows in Apollo Client what the server says, read once and again', async () => {
    const client = new ApolloClient({
      link: new HttpLink({ uri: url() }),
      cache: new InMemoryCache({ possibleTypes: possible.possibleTypes }),
    })
    for (let twice = 0; twice < 2; twice++)
      for (const document of documents) {
        const { data } = await client.query({
          query: gql(document.query),
          variables: document.variables,
          errorPolicy: 'all',
        })
        expect([document.name, plain(data)]).toEqual([document.name, plain(await uncached(document))])
      }
  }, 120_000)

  it('shows in urql with graphcache what the server says, read once and again', async () => {
    const cache = cacheExchange({ possibleTypes: possible.possibleTypes, logger: () => {} })
    const client = new Client({ url: url(), preferGetMethod: false, exchanges: [cache, fetchExchange] })
    for (let twice = 0; twice < 2; twice++)
      for (const document of documents) {
        const { data } = await client.query(document.query, document.variables).toPromise()
        expect([document.name, plain(data)]).toEqual([document.name, plain(await uncached(document))])
      }
  }, 120_000)

  it('pages a fragment in Relay by `node(id)`, in the view of the environment', async () => {
    const flags = { trust: { sources: ['cloud-regions-country-flags'] } }
    for (const view of [undefined, flags]) {
      const graph = openGraph(url(), view)
      const region = await loadRegion(graph, 'US')
      if (!region) throw new Error('no such region')
      const first = centresOf(graph, region)
      await loadMoreCentres(graph, region.id, 30, first.pageInfo.endCursor ?? '')
      const shown = centresOf(graph, region).edges.map(({ node }) => node)
      const literal = view ? ', view: { trust: { sources: ["cloud-regions-country-flags"] } }' : ''
      const { body } = await ask(
        server.url,
        `{ region(code: "US"${literal}) { location { latitude } centres(first: 40) { nodes { id label(language: "zh-Hans") location { latitude } } } } }`,
      )
      expect(shown).toHaveLength(40)
      expect(plain(shown)).toEqual(body.data.region.centres.nodes)
      expect(region.location).toEqual(body.data.region.location)
    }
  })
})

it('no example of the IDE has an answer if the store is empty', async () => {
  const server = await startTestServer(openModelStore())
  const answered: string[] = []
  for (const { name, query, variables } of examples) {
    const { body } = await ask(server.url, cheaply(query), variables)
    if (hasAnswer(body) !== false) answered.push(name)
  }
  await server.close()
  expect(answered).toEqual([])
})

/** Without what clients ask for beside the document. */
function plain(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (key, value) => (key === '__typename' ? undefined : value)) ?? 'null')
}
