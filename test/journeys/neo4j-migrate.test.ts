import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from '@jest/globals'
import neo4j from 'neo4j-driver'
import { knownSchema } from '../../src/store/neo4j/neo4j-migrate.js'
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js'
import { describeOnNewNeo4j } from '../support/on-neo4j.js'
import { ask, runProgram, startTestServer } from '../support/server.js'

interface Stored {
  readonly schema: readonly string[]
  readonly nodes: readonly { readonly labels: readonly string[]; readonly properties: object }[]
  /** From and to which node of the list. */
  readonly relationships: readonly {
    readonly from: number
    readonly type: string
    readonly to: number
    readonly properties: object
  }[]
}

const question = `query ($before: DateTime!) {
  region(code: "110000") { id label formerIds statements(includeRetracted: true) { totalCount } }
  before: region(id: "region/beijing", view: { knownAt: $before }) { label }
  target(id: "target/beijing") { value { asStated } subject { id } conflicts { nodes { kind status } } }
  search(query: "beijing", types: [REGION]) { nodes { id } }
  statements { nodes { id } }
  changes { totalCount } releases { nodes { sha256 } }
}`

const target = {
  value: { asStated: '45EFLOPS' },
  subject: { id: 'region/beijing' },
  conflicts: { nodes: [{ kind: 'TRANSLATION', status: 'OPEN' }] },
}

/**
 * Stores that the program wrote as it was at each earlier schema, read out whole. In each 北京市 was imported, and then 北京
 * in its place; from the second schema on 京 as well, which a curator merged at the third, who also dismissed the conflict,
 * retracted the metric and published a release.
 */
const stores = [
  {
    schema: 1,
    revision: 2,
    before: '2026-11-25T03:35:00Z',
    expected: {
      region: { id: 'region/beijing', label: '北京', formerIds: [], statements: { totalCount: 3 } },
      target,
      changes: { totalCount: 12 },
      releases: { nodes: [] },
    },
    statements: 6,
  },
  {
    schema: 2,
    revision: 2,
    before: '2026-11-29T05:01:30Z',
    expected: {
      region: { id: 'region/beijing', label: '北京', formerIds: [], statements: { totalCount: 3 } },
      target,
      changes: { totalCount: 14 },
      releases: { nodes: [] },
    },
    statements: 7,
  },
  {
    schema: 3,
    revision: 6,
    before: '2026-11-29T05:02:10Z',
    expected: {
      region: { id: 'region/beijing', label: '北京', formerIds: ['region/jing'], statements: { totalCount: 4 } },
      target: { ...target, conflicts: { nodes: [{ kind: 'TRANSLATION', status: 'DISMISSED' }] } },
      changes: { totalCount: 17 },
      // The doctor compares this hash, which the earlier program wrote, with the content of the migrated store.
      releases: { nodes: [{ sha256: 'd4ab3a6b2d13b5261750e87d39b7c1b8e71105ab079df3587f31be3e1acfaa19' }] },
    },
    statements: 6,
  },
]

it('has a store of each earlier schema', () => {
  expect(stores.map(({ schema }) => schema)).toEqual(Array.from({ length: knownSchema - 1 }, (_, i) => i + 1))
})

describe.each(stores)('a store of schema $schema', ({ schema, revision, before, expected, statements }) => {
  describeOnNewNeo4j(uri => {
    beforeAll(() => restore(uri(), new URL(`../fixtures/stores/schema-${schema}.neo4j.json`, import.meta.url)), 300_000)

    const suanli = (...parameters: readonly string[]) => runProgram(parameters, { SUANLI_STORE: uri() })

    it('is migrated, is sound, has kept all that was in it, what was known before as well, and can do what is new', async () => {
      const old = await suanli('doctor', '--json')
      expect(old.code).toBe(1)
      expect(JSON.parse(old.stdout).counts).toEqual([{ code: 'SCHEMA_OLD', found: 1, repaired: 0 }])
      const told = `Neo4j at ${uri()} is up to date, at revision ${revision}\n`
      expect(await suanli('migrate')).toEqual({ code: 0, stdout: told, stderr: '' })
      if (schema === 1) expect(await suanli('migrate')).toEqual({ code: 0, stdout: told, stderr: '' })
      expect(await suanli('doctor')).toMatchObject({ code: 0, stdout: `Neo4j at ${uri()} is sound\n` })
      const store = await openNeo4jStore(uri())
      const server = await startTestServer(store)
      const { body } = await ask(server.url, question, { before })
      await server.close()
      await store.close()
      const found = body.data.statements.nodes.map(({ id }: { readonly id: string }) => id)
      expect(found).toHaveLength(statements)
      expect(found).toEqual(expect.arrayContaining(['statement/BAKITFpDKFnucgr65rSpl22wa28']))
      expect(body).toEqual({
        data: {
          ...expected,
          before: { label: '北京市' },
          search: { nodes: [{ id: 'region/beijing' }] },
          statements: expect.anything(),
        },
      })
    }, 300_000)
  })
})

/** Writes a store that was read out. */
async function restore(uri: string, stored: URL): Promise<void> {
  const { schema, nodes, relationships } = JSON.parse(await readFile(stored, 'utf8')) as Stored
  const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: true })
  const session = driver.session()
  for (const text of schema) await session.run(text)
  await session.run('UNWIND $nodes AS node CREATE (n:$(node.labels)) SET n = node.properties, n.place = node.place', {
    nodes: nodes.map((node, place) => whole({ ...node, place })),
  })
  // A text for each type: where the type is a parameter, 5.26.0 keeps the first one with the plan.
  for (const type of new Set(relationships.map(link => link.type)))
    await session.run(
      `UNWIND $relationships AS link
       MATCH (a {place: link.from})
       MATCH (b {place: link.to})
       CREATE (a)-[r:${type}]->(b)
       SET r = link.properties`,
      { relationships: relationships.filter(link => link.type === type).map(whole) },
    )
  await session.run('MATCH (n) REMOVE n.place')
  await session.close()
  await driver.close()
}

/** Whole numbers as the database keeps them: the driver sends plain ones as floats. */
function whole<Kept>(kept: Kept): Kept {
  return JSON.parse(JSON.stringify(kept), (key, value) =>
    typeof value === 'number' && Number.isInteger(value) && key !== 'confidence' ? neo4j.int(value) : value,
  ) as Kept
}
