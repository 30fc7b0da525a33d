import neo4j from 'neo4j-driver'
import { searchDocumentOf } from '../../../src/store/search/search-document.js'
import { encodeStatement } from '../../../src/store/statement-record.js'
import type { NewStatement } from '../../../src/store/store.js'
import { batchesOf, type WorldSize } from '../world.js'

/** As many indexes as the store keeps of what it writes. */
const indexes = [
  'CREATE CONSTRAINT bare_statement IF NOT EXISTS FOR (n:BareStatement) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT bare_entity IF NOT EXISTS FOR (n:BareEntity) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT bare_edition IF NOT EXISTS FOR (n:BareEdition) REQUIRE n.id IS UNIQUE',
  'CREATE INDEX bare_entity_type IF NOT EXISTS FOR (n:BareEntity) ON (n.type, n.id)',
  'CREATE INDEX bare_entity_recorded IF NOT EXISTS FOR (n:BareEntity) ON (n.recorded)',
  'CREATE INDEX bare_code IF NOT EXISTS FOR (n:BareStatement) ON (n.code, n.property)',
  'CREATE INDEX bare_staged IF NOT EXISTS FOR (n:BareStatement) ON (n.staged)',
  'CREATE INDEX bare_recorded IF NOT EXISTS FOR ()-[r:BARE_ABOUT]-() ON (r.recorded)',
  'CREATE INDEX bare_described IF NOT EXISTS FOR ()-[r:BARE_DESCRIBES]-() ON (r.recorded)',
  `CREATE FULLTEXT INDEX bare_keys IF NOT EXISTS FOR (n:BareStatement) ON EACH [n.searchKeys]
   OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`,
]

const createSources = `
  CREATE (:BareDataset)
  WITH *
  UNWIND $editions AS id
  CREATE (:BareEdition {id: id})`
const createEntities = `
  MATCH (d:BareDataset)
  UNWIND $rows AS row
  CREATE (d)-[:BARE_DESCRIBES {recorded: 1}]->(e:BareEntity)
  SET e = row`
const createStatements = `
  UNWIND $rows AS row
  MATCH (e:BareEntity {id: row.properties.subject})
  MATCH (x:BareEdition {id: row.properties.edition})
  CREATE (x)<-[:BARE_STATED_IN]-(s:BareStatement)-[t:BARE_ABOUT]->(e)
  SET s = row.properties, t = row.standing`
const createLinks = `
  UNWIND $rows AS row
  MATCH (s:BareStatement {id: row.id})
  MATCH (e:BareEntity {id: row.subject})
  MERGE (o:BareEntity {id: row.target})
  CREATE (s)-[:BARE_VALUE]->(o)
  CREATE (e)-[:BARE_LINK {recorded: 1, statement: row.id, rank: 'NORMAL', confidence: 1.0}]->(o)`

const standing = {
  ...{ recorded: 1, since: 1, rank: 'NORMAL', confidence: 1 },
  ...{ vouches: '[["bench","NORMAL",1,1]]', datasets: ['bench'] },
}

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
    for (const { editions = [], entities = [], statements = [] } of batchesOf(world)) {
      const rows = statements.map(toRow)
      const links = rows
        .filter(({ target }) => target !== null)
        .map(({ target, properties: { id, subject } }) => ({ id, subject, target }))
      const session = driver.session()
      await session.executeWrite(async transaction => {
        if (editions.length > 0) await transaction.run(createSources, { editions: editions.map(({ id }) => id) })
        await transaction.run(createEntities, { rows: entities.map(entity => ({ ...entity, recorded: 1 })) })
        await transaction.run(createStatements, { rows: rows.map(({ properties }) => ({ properties, standing })) })
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

function toRow(statement: NewStatement) {
  const { target, ...properties } = encodeStatement(statement)
  const { asStated } = statement
  return { target, properties: { ...properties, asStated, staged: 1, searchKeys: searchDocumentOf(statement) ?? null } }
}
