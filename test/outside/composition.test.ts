import { composeServices } from '@apollo/composition'
import { operationFromDocument, Supergraph } from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { ask, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'
import { executePlan, type Subgraph } from './execute-plan.js'

const population: Readonly<Record<string, number>> = { '110000': 21_858_000, '150000': 23_960_000 }

/** A subgraph of somebody else’s, which knows regions by their code. */
const census = {
  typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    type Query { capital: Region! }
    type Region @key(fields: "code") { code: String population: Int }`,
  answer: async (_query: string, variables: Readonly<Record<string, unknown>>) => {
    const representations = variables.representations as readonly { readonly code: string }[] | undefined
    return representations
      ? { _entities: representations.map(({ code }) => ({ population: population[code] ?? null })) }
      : { capital: { __typename: 'Region', code: '110000', population: population['110000'] } }
  },
} satisfies Subgraph & { readonly typeDefs: string }

describe('composed with another subgraph by Apollo Federation', () => {
  let opened: TestStore
  let server: TestServer
  let supergraph: Supergraph
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00Z')
    server = await startTestServer(opened.store)
    const { sdl } = (await ask(server.url, '{ _service { sdl } }')).body.data._service
    const composed = composeServices([
      { name: 'suanli', url: server.url, typeDefs: parse(sdl) },
      { name: 'census', typeDefs: parse(census.typeDefs) },
    ])
    expect(composed.errors ?? []).toEqual([])
    expect((composed.hints ?? []).map(({ message }) => message)).toEqual([])
    supergraph = Supergraph.build(composed.supergraphSdl ?? '')
  })
  afterAll(async () => {
    await server.close()
    await opened.close()
  })
  const askGateway = async (query: string) => {
    const operation = operationFromDocument(supergraph.apiSchema(), parse(query))
    const suanli: Subgraph = {
      answer: async (document, variables) => (await ask(server.url, document, variables)).body.data,
    }
    return await executePlan(new QueryPlanner(supergraph).buildQueryPlan(operation), { suanli, census })
  }

  it('answers for a region that the other one names by its code', async () => {
    expect(await askGateway('{ capital { population label(language: "en") parent { id } } }')).toMatchObject({
      capital: { population: 21_858_000, label: 'Beijing', parent: { id: 'region/china' } },
    })
  })

  it('is added to by the other one, row by row', async () => {
    const answer = await askGateway(
      '{ corridor(id: "corridor/jing-jin-ji-meng") { members { nodes { code population } } } }',
    )
    const nodes = (answer as { corridor: { members: { nodes: { code: string; population: number | null }[] } } })
      .corridor.members.nodes
    expect(nodes.find(({ code }) => code === '150000')?.population).toBe(23_960_000)
    expect(nodes.find(({ code }) => code === '120000')?.population).toBeNull()
  })
})
