import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import * as apolloEntity from '../../examples/apollo-client/entity.js'
import * as apolloGraph from '../../examples/apollo-client/graph.js'
import * as apolloProvinces from '../../examples/apollo-client/provinces.js'
import * as apolloSuppliers from '../../examples/apollo-client/suppliers.js'
import * as apolloTarget from '../../examples/apollo-client/target-value.js'
import * as urqlEntity from '../../examples/urql/entity.js'
import * as urqlGraph from '../../examples/urql/graph.js'
import * as urqlProvinces from '../../examples/urql/provinces.js'
import * as urqlSuppliers from '../../examples/urql/suppliers.js'
import * as urqlTarget from '../../examples/urql/target-value.js'
import { ask, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

let opened: TestStore
let server: TestServer
beforeAll(async () => {
  opened = await openSqliteTestStore()
  await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00.000Z')
})
afterAll(() => opened?.close())
beforeEach(async () => {
  server = await startTestServer(opened.store)
})
afterEach(() => server.close())

// Both clients warn of objects that their caches cannot tell apart, or cannot join.
const warnings = [jest.spyOn(console, 'warn'), jest.spyOn(console, 'error')]
afterEach(() => {
  const calls = warnings.flatMap(({ mock }) => mock.calls)
  for (const warning of warnings) warning.mockClear()
  expect(calls).toEqual([])
})

const englishOnly = { trust: { languages: ['en'], others: 'NEVER' as const } }
const open = () => `${server.url}/graphql`

describe('the example for Apollo Client', () => {
  behaves({ ...apolloGraph, ...apolloEntity, ...apolloSuppliers, ...apolloTarget, ...apolloProvinces })

  it('keeps one object of each node, by its type and id, and none of other objects', async () => {
    const graph = apolloGraph.openGraph(open())
    await apolloSuppliers.suppliersOf(graph, '110000')
    await apolloEntity.saidOf(graph, 'corridor/jing-jin-ji-meng')
    await apolloProvinces.loadProvinces(graph, 50)
    const keys = Object.keys(graph.client.cache.extract() as object)
    expect(keys.filter(key => key.includes('hebei'))).toEqual(['Region:region/hebei'])
    expect(keys.filter(key => /Quote|Qualifier/.test(key))).toEqual([])
  })
})

describe('the example for urql', () => {
  behaves({ ...urqlGraph, ...urqlEntity, ...urqlSuppliers, ...urqlTarget, ...urqlProvinces })
})

interface Example<PinnedGraph> {
  openGraph(url: string, view?: typeof englishOnly): PinnedGraph
  suppliersOf(graph: PinnedGraph, code: string): Promise<readonly unknown[]>
  labelOf(graph: PinnedGraph, id: string): Promise<string | undefined>
  saidOf(graph: PinnedGraph, id: string): Promise<readonly (readonly [string, string])[]>
  targetValue(graph: PinnedGraph, id: string, unit: 'PFLOPS' | 'CNY'): Promise<string | undefined>
  loadProvinces(graph: PinnedGraph, first: number, after?: string | null): Promise<urqlProvinces.Provinces>
}

function behaves<PinnedGraph>({
  openGraph,
  suppliersOf,
  labelOf,
  saidOf,
  targetValue,
  loadProvinces,
}: Example<PinnedGraph>): void {
  it('says who feeds Beijing, and on whose word', async () => {
    const edges = await suppliersOf(openGraph(open()), '110000')
    expect(edges).toHaveLength(3)
    expect(edges).toContainEqual(
      expect.objectContaining({
        role: 'MEMBER',
        node: expect.objectContaining({ id: 'region/inner-mongolia', label: '内蒙古自治区' }),
        statement: expect.objectContaining({
          edition: expect.objectContaining({ source: expect.objectContaining({ publisher: '上观新闻' }) }),
        }),
      }),
    )
    expect(await suppliersOf(openGraph(open()), '999999')).toEqual([])
  })

  it('joins pages into one list, in order, without losing or repeating a row', async () => {
    const graph = openGraph(open())
    const pages = [await loadProvinces(graph, 15)]
    while (pages.length < 3) pages.push(await loadProvinces(graph, 15, pages.at(-1)?.pageInfo.endCursor))
    expect(pages.map(({ edges, pageInfo }) => [edges.length, pageInfo.hasNextPage])).toEqual([
      [15, true],
      [30, true],
      [34, false],
    ])
    const all = await ask(
      server.url,
      '{ regions(first: 100, filter: { level: { eq: PROVINCE } }, orderBy: [{ field: CODE }]) { nodes { code } } }',
    )
    const codes = all.body.data.regions.nodes.map(({ code }: { code: string }) => code)
    expect(pages.at(-1)?.edges.map(({ node }) => node.code)).toEqual(codes)
  })

  it('asks for no entity that a list has brought', async () => {
    const graph = openGraph(open())
    const { edges } = await loadProvinces(graph, 50)
    const hebei = edges.find(({ node }) => node.id === 'region/hebei')?.node
    expect(hebei?.label).toMatch(/河北/)
    await server.close()
    expect(await labelOf(graph, 'region/hebei')).toBe(hebei?.label)
    await expect(labelOf(graph, 'bureau/beijing-eit')).rejects.toThrow()
  })

  it('reads entities of any type, and values of any kind', async () => {
    const graph = openGraph(open())
    expect(await labelOf(graph, 'bureau/beijing-eit')).toBe('北京市经济和信息化局')
    expect(await labelOf(graph, 'bureau/nowhere')).toBeUndefined()
    expect(await saidOf(graph, 'official/tang-jianguo')).toEqual(
      expect.arrayContaining([
        ['name', '唐建国'],
        ['position', '北京市经济和信息化局'],
      ]),
    )
    expect(await saidOf(graph, 'target/beijing-compute-2025')).toEqual(
      expect.arrayContaining([
        ['value', '45 EFLOPS'],
        ['due', '2025'],
      ]),
    )
  })

  it('keeps what one view shows apart from what another shows', async () => {
    const [ours, english] = [openGraph(open()), openGraph(open(), englishOnly)]
    for (let twice = 0; twice < 2; twice++) {
      expect(await labelOf(ours, 'official/tang-jianguo')).toBe('唐建国')
      expect(await labelOf(english, 'official/tang-jianguo')).toBe('Zhao Jianguo')
    }
  })

  it('knows by its code an error that it can do something about, and throws any other', async () => {
    const graph = openGraph(open())
    expect(await targetValue(graph, 'target/beijing-compute-2025', 'PFLOPS')).toBe('45000')
    expect(await targetValue(graph, 'target/beijing-compute-2025', 'CNY')).toBe('45EFLOPS')
    expect(await targetValue(graph, 'target/nowhere', 'CNY')).toBeUndefined()
    await expect(targetValue(graph, 'target/beijing-compute-2025', 'PARSEC' as 'CNY')).rejects.toThrow('PARSEC')
  })
}
