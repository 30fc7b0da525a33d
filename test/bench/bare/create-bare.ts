import neo4j from 'neo4j-driver'
import { batchesOf, type WorldSize } from '../world.js'

const create = `
  UNWIND $rows AS row
  CREATE (f:Fact)
  SET f = row.properties
  WITH f, row
  MERGE (t:Thing {id: row.subject})
  CREATE (f)-[:OF]->(t)
  FOREACH (target IN CASE WHEN row.target IS NULL THEN [] ELSE [row.target] END |
    MERGE (o:Thing {id: target})
    CREATE (f)-[:TO]->(o))`

/** Statements a second of a bare UNWIND ... CREATE of the same nodes and links, a transaction for each batch. */
export async function createBare(uri: string, world: WorldSize): Promise<number> {
  const driver = neo4j.driver(uri)
  try {
    await driver.executeQuery('CREATE CONSTRAINT fact IF NOT EXISTS FOR (f:Fact) REQUIRE f.id IS UNIQUE')
    await driver.executeQuery('CREATE CONSTRAINT thing IF NOT EXISTS FOR (t:Thing) REQUIRE t.id IS UNIQUE')
    const began = performance.now()
    let rows = 0
    for (const { statements = [] } of batchesOf(world)) {
      await driver.executeQuery(create, {
        rows: statements.map(({ id, subject, property, value, ...rest }) => ({
          subject,
          target: value.kind === 'entity' ? value.entity : null,
          properties: { id, property, content: JSON.stringify({ value, ...rest }) },
        })),
      })
      rows += statements.length
    }
    return rows / ((performance.now() - began) / 1000)
  } finally {
    await driver.close()
  }
}
