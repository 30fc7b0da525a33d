import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { entityTypes } from '../../src/entities/index.js'
import { statementId } from '../../src/model/id.js'
import { createOntology } from '../../src/ontology/ontology.js'
import type { NewStatement, Store } from '../../src/store/store.js'
import { described, link, vouch } from '../support/dataset-builder.js'
import { ask, startTestServer, type TestServer } from '../support/server.js'
import type { TestStore } from '../support/stores.js'

const ontology = createOntology(entityTypes)
const centres = Array.from({ length: 50_000 }, (_, i) => `computecentre/${String(i).padStart(5, '0')}`)
const [seventh, last] = [centres[7], centres.at(-1)] as [string, string]

/** All centres stand in one region, of which a bureau is; the first hundred have one operator, of another region. */
const statements = [
  ...centres.map(id => link(`statement/stands-${id}`, id, 'region', 'region/hub')),
  ...centres.slice(0, 100).map(id => link(`statement/operated-${id}`, id, 'operator', 'company/op')),
  link('statement/op', 'company/op', 'region', 'region/aside'),
  link('statement/bureau', 'bureau/x', 'region', 'region/hub'),
  link('statement/hub', 'region/hub', 'parent', 'region/top'),
  link('statement/aside', 'region/aside', 'parent', 'region/top'),
  link('statement/top', 'region/top', 'parent', 'region/above'),
  link('statement/above', 'region/above', 'parent', 'region/none'),
].map(each => ({ ...each, id: statementId(each) }))

/** An entity with 50,000 links is walked to, past and around without reading all of them. */
export function hubContract(name: string, open: () => Promise<TestStore>, planAgain = async () => {}): void {
  describe(`an entity with 50,000 links on ${name}`, () => {
    let opened: TestStore
    let server: TestServer
    const seen = { calls: 0, rows: 0 }
    beforeAll(async () => {
      opened = await open()
      await importAll(opened.store, statements)
      await planAgain()
      const { description, writer } = opened.store
      const counting: Store = {
        description,
        writer,
        read: async (...given) => {
          const reading = await opened.store.read(...given)
          seen.calls++
          for (const answer of reading.answers) seen.rows += Array.isArray(answer) ? answer.length : 1
          return reading
        },
        close: () => opened.store.close(),
      }
      server = await startTestServer(counting, { cacheBytes: 0 })
    }, 300_000)
    afterAll(async () => {
      await server.close()
      await opened.close()
    })

    async function data(query: string) {
      seen.calls = 0
      seen.rows = 0
      const { body } = await ask(server.url, query)
      expect(body.errors).toBeUndefined()
      return body.data
    }
    const hops = '{ length hops { from { id } to { id } reversed statement { id } } }'
    const stops = ({ hops: way }: { hops: { from: { id: string }; to: { id: string } }[] }) => [
      way[0]?.from.id,
      ...way.map(({ to }) => to.id),
    ]

    it('is walked through from one of them to another', async () => {
      const { paths } = await data(
        `{ paths(from: "${seventh}", to: "${last}", first: 100) { truncated totalCount paths ${hops} } }`,
      )
      // Past the operator each of the other ninety-nine centres leads back to the region.
      expect({ ...paths, paths: paths.paths.slice(0, 3).map(stops) }).toEqual({
        truncated: false,
        totalCount: 1 + 99,
        paths: [
          [seventh, 'region/hub', last],
          [seventh, 'company/op', centres[0], 'region/hub', last],
          [seventh, 'company/op', centres[1], 'region/hub', last],
        ],
      })
      expect(seen.calls).toBeLessThanOrEqual(12)
      expect(seen.rows).toBeLessThan(1_000)
    })

    it.each([
      ['bureau/x', 'region/hub', [['bureau/x', 'region/hub']]],
      ['region/hub', 'bureau/x', [['region/hub', 'bureau/x']]],
      ['region/hub', last, [['region/hub', last]]],
      ['bureau/x', 'region/above', [['bureau/x', 'region/hub', 'region/top', 'region/above']]],
    ])('is walked to, from and past: from %s to %s', async (from, to, ways) => {
      const { paths } = await data(`{ paths(from: "${from}", to: "${to}", maxHops: 3) { truncated paths ${hops} } }`)
      expect({ ...paths, paths: paths.paths.map(stops) }).toEqual({ truncated: false, paths: ways })
      expect(seen.calls).toBeLessThanOrEqual(10)
      expect(seen.rows).toBeLessThan(1_000)
    })

    it('is shown with as many around it as are asked for', async () => {
      const { neighbourhood } = await data(
        '{ neighbourhood(id: "region/hub", hops: 2, limit: 200) { truncated nodes { id } links { link } } }',
      )
      expect(neighbourhood.truncated).toBe(true)
      expect(neighbourhood.nodes.map(({ id }: { id: string }) => id)).toEqual([
        'region/hub',
        'bureau/x',
        ...centres.slice(0, 198),
      ])
      expect(neighbourhood.links).toHaveLength(199)
      expect(seen.calls).toBeLessThanOrEqual(6)
      expect(seen.rows).toBeLessThan(6_000)
    })
  })

  async function importAll({ writer }: Store, all: readonly NewStatement[]): Promise<void> {
    const staged = await writer.begin(['news'], 'here:1', () => false)
    for (let start = 0; start < all.length; start += 2_000) {
      const some = all.slice(start, start + 2_000)
      await writer.stage(staged, {
        ...described(some),
        entities: some.map(({ subject: id }) => ({ id, type: ontology.findTypeOfId(id)?.name ?? '' })),
        statements: some,
        vouches: some.map(each => vouch(each, 'news')),
      })
    }
    await writer.publish(staged, '2025-06-01T00:00:00Z')
  }
}
