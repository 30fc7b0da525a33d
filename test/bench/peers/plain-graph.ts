import neo4j, { type Driver } from 'neo4j-driver'
import { centresOf, corridorsOf, organisationsOf, regionsOf, type WorldSize } from '../world.js'

/*
 * The same world as anybody would put it into Neo4j who keeps facts and not who said them: a node for each thing, a
 * relationship for each link. The peers read this graph, in the database in which ours is.
 */

const indexes = ['PlainRegion', 'PlainOrganisation', 'PlainCentre', 'PlainCorridor'].map(
  label => `CREATE CONSTRAINT plain_${label.toLowerCase()} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
)

/** `cjk` is the analyzer that Neo4j has for Chinese. */
const fulltext =
  "CREATE FULLTEXT INDEX plain_names IF NOT EXISTS FOR (n:PlainCentre) ON EACH [n.label] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"

const steps = {
  regions: 'UNWIND $rows AS row CREATE (:PlainRegion {id: row.id, label: row.zh, labelEn: row.en})',
  organisations: 'UNWIND $rows AS row CREATE (:PlainOrganisation {id: row.id, label: row.zh, labelEn: row.en})',
  centres: `
    UNWIND $rows AS row
    MATCH (r:PlainRegion {id: row.region})
    MATCH (o:PlainOrganisation {id: row.operator})
    CREATE (c:PlainCentre {id: row.id, label: row.name, amount: toInteger(row.amount), unit: 'PFLOPS', status: row.status})
    CREATE (c)-[:STANDS_IN]->(r)
    CREATE (c)-[:RUN_BY]->(o)`,
  corridors: `
    UNWIND $rows AS row
    CREATE (k:PlainCorridor {id: row.id, label: row.zh, labelEn: row.en})
    WITH k, row
    UNWIND row.members AS member
    MATCH (r:PlainRegion {id: member})
    CREATE (k)-[:HAS_MEMBER]->(r)`,
}

export async function writePlainGraph(uri: string, size: WorldSize): Promise<void> {
  const driver = neo4j.driver(uri)
  try {
    for (const index of indexes) await run(driver, index)
    await run(driver, 'CREATE INDEX plain_status IF NOT EXISTS FOR (n:PlainCentre) ON (n.status)')
    await run(driver, fulltext)
    await write(driver, steps.regions, regionsOf(size))
    await write(driver, steps.organisations, organisationsOf(size))
    await write(driver, steps.centres, centresOf(size))
    await write(driver, steps.corridors, corridorsOf(size))
    await run(driver, 'CALL db.awaitIndexes(300)')
  } finally {
    await driver.close()
  }
}

async function write(driver: Driver, text: string, rows: Iterable<object>): Promise<void> {
  let part: object[] = []
  for (const row of rows) {
    part.push(row)
    if (part.length < 5_000) continue
    await run(driver, text, { rows: part })
    part = []
  }
  if (part.length > 0) await run(driver, text, { rows: part })
}

async function run(driver: Driver, text: string, parameters: object = {}): Promise<void> {
  const session = driver.session()
  try {
    await session.run(text, parameters)
  } finally {
    await session.close()
  }
}
