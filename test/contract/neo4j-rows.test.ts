import neo4j from 'neo4j-driver'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { answersListsByRows } from './row-lists.contract.js'
import { answersByRows, holdsRows } from './rows.contract.js'

/** Runs texts of Cypher, one after the other; gives the rows of the last. */
async function inCypher(address: string, ...texts: readonly string[]): Promise<readonly (readonly string[])[]> {
  const driver = neo4j.driver(address)
  const session = driver.session()
  try {
    let rows: readonly (readonly string[])[] = []
    for (const text of texts) rows = (await session.run(text)).records.map(record => [...record.values()] as string[])
    return rows
  } finally {
    await session.close()
    await driver.close()
  }
}

describeOnNeo4j(uri => {
  holdsRows(() => openNeo4jTestStore(uri()), { runs: 2, steps: 6, lists: 'LAST_STEP' })
  answersListsByRows(() => openNeo4jTestStore(uri()), { runs: 4, wholeTypes: ['ComputeCentre'] })

  answersByRows(() => openNeo4jTestStore(uri()), {
    async suppliers(address) {
      const found = await inCypher(
        address,
        "MATCH (a:Region)-[f:FEEDS]->(:Region {code: '110000'}) RETURN a.labelZh, f.statement",
      )
      return found as readonly [string, string][]
    },
    async spoil(address) {
      await inCypher(
        address,
        "MATCH (e:Entity {id: 'region/hebei'}) SET e.label = '河南'",
        "MATCH (e:Entity {id: 'region/tianjin'}) DETACH DELETE e",
        "CREATE (:Entity:Region {id: 'region/nowhere', since: 1, keysHash: ''})",
      )
    },
  })
})
