import neo4j from 'neo4j-driver'
import { encodeStatement } from '../../../src/store/statement-record.js'
import { batchesOf, type WorldSize } from '../world.js'

/** As many indexes as the store keeps of what it writes. */
const indexes = [
  'CREATE CONSTRAINT bare_statement IF NOT EXISTS FOR (n:BareStatement) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT bare_entity IF NOT EXISTS FOR (n:BareEntity) REQUIRE n.id IS UNIQUE',
  'CREATE INDEX bare_code IF NOT EXISTS FOR (n:BareStatement) ON (n.code, n.property)',
  'CREATE INDEX bare_staged IF NOT EXISTS FOR (n:BareStatement) ON (n.staged)',
  'CREATE INDEX bare_recorded IF NOT EXISTS FOR ()-[r:BARE_ABOUT]-() ON (r.recorded)',
]

const createEntities = 'UNWIND $ids AS id CREATE (:BareEntity {id: id})'
const createStatements = `
  UNWIND $rows AS row
  MATCH (e:BareEntity {id: row.properties.subject})
  CREATE (s:BareStatement)-[t:BARE_ABOUT {recorded: 1, since: 1, rank: 'NORMAL', confidence: 1.0}]->(e)
  SET s = row.properties`
const createLinks = `
  UNWIND $rows AS row
  MATCH (s:BareStatement {id: row.id})
  MATCH (e:BareEntity {id: row.subject})
  MERGE (o:BareEntity {id: row.target})
  CREATE (s)-[:BARE_VALUE]->(o)
  CREATE (e)-[:BARE_LINK {recorded: 1, statement: row.id}]->(o)`

/**
 * Statements a second of a bare UNWIND ... CREATE of the same nodes and links with the same properties, a transaction for
 * each batch, nothing asked of what is there already.
 */
export async function createBare(uri: string, world: WorldSize): Promise<number> {
  const driver = neo4j.driver(uri)
  try {
    for (const index of indexes) await driver.executeQuery(index)
    const began = performance.now()
    let written = 0
    for (const { entities = [], statements = [] } of batchesOf(world)) {
      const rows = statements.map(statement => ({ ...encodeStatement(statement), staged: 1 }))
      const links = rows
        .filter(({ target }) => target !== null)
        .map(({ id, subject, target }) => ({ id, subject, target }))
      const session = driver.session()
      await session.executeWrite(async transaction => {
        await transaction.run(createEntities, { ids: entities.map(({ id }) => id) })
        await transaction.run(createStatements, { rows: rows.map(({ target: _, ...properties }) => ({ properties })) })
        await transaction.run(createLinks, { rows: links })
      })
      await session.close()
      written += statements.length
    }
    return written / ((performance.now() - began) / 1000)
  } finally {
    await driver.close()
  }
}
