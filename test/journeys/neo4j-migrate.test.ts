import { readFile } from 'node:fs/promises'
import { beforeAll, expect, it } from '@jest/globals'
import neo4j from 'neo4j-driver'
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { ask, runProgram, startTestServer } from '../support/server.js'

/** Written by the program as it was at its first schema, and read out whole: 北京市 was imported, and then 北京 in its place. */
const stored = new URL('../fixtures/stores/schema-1.neo4j.json', import.meta.url)

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

describeOnNeo4j(uri => {
  beforeAll(async () => {
    const { schema, nodes, relationships } = JSON.parse(await readFile(stored, 'utf8')) as Stored
    const driver = neo4j.driver(uri(), undefined, { disableLosslessIntegers: true })
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
  }, 300_000)

  const suanli = (...parameters: readonly string[]) => runProgram(parameters, { SUANLI_STORE: uri() })

  it('says that it is to be migrated, and is then', async () => {
    const before = await suanli('doctor', '--json')
    expect(before.code).toBe(1)
    expect(JSON.parse(before.stdout).counts).toEqual([{ code: 'SCHEMA_OLD', found: 1, repaired: 0 }])
    const told = `Neo4j at ${uri()} is up to date, at revision 2\n`
    expect(await suanli('migrate')).toEqual({ code: 0, stdout: told, stderr: '' })
    expect(await suanli('migrate')).toEqual({ code: 0, stdout: told, stderr: '' })
  })

  it('is sound then, and has kept all that was in it, what was known before as well, and can do what is new', async () => {
    expect(await suanli('doctor')).toMatchObject({ code: 0, stdout: `Neo4j at ${uri()} is sound\n` })
    const store = await openNeo4jStore(uri())
    const server = await startTestServer(store)
    const { body } = await ask(
      server.url,
      `{ region(code: "110000") { label statements(includeRetracted: true) { totalCount } }
         before: region(id: "region/beijing", view: { knownAt: "2026-11-25T03:35:00Z" }) { label }
         target(id: "target/beijing") { value { asStated } subject { id } conflicts { nodes { kind status } } }
         search(query: "beijing", types: [REGION]) { nodes { id } }
         changes { totalCount } releases { totalCount } }`,
    )
    await server.close()
    await store.close()
    expect(body).toEqual({
      data: {
        region: { label: '北京', statements: { totalCount: 3 } },
        before: { label: '北京市' },
        target: {
          value: { asStated: '45EFLOPS' },
          subject: { id: 'region/beijing' },
          conflicts: { nodes: [{ kind: 'TRANSLATION', status: 'OPEN' }] },
        },
        search: { nodes: [{ id: 'region/beijing' }] },
        changes: { totalCount: 12 },
        releases: { totalCount: 0 },
      },
    })
  })
})

/** Whole numbers as the database keeps them: the driver sends plain ones as floats. */
function whole<Kept>(kept: Kept): Kept {
  return JSON.parse(JSON.stringify(kept), (key, value) =>
    typeof value === 'number' && Number.isInteger(value) && key !== 'confidence' ? neo4j.int(value) : value,
  ) as Kept
}
