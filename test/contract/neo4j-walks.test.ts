import neo4j from 'neo4j-driver'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { hubContract } from './hub.contract.js'
import { walksContract } from './walks.contract.js'

describeOnNeo4j(uri => {
  walksContract('Neo4j', () => openNeo4jTestStore(uri()), 8)
  // The plans of this run were made for a few entities, and are kept for longer than outside of tests.
  const planAgain = async () => {
    const driver = neo4j.driver(uri())
    await driver.executeQuery('CALL db.clearQueryCaches()')
    await driver.close()
  }
  hubContract('Neo4j', () => openNeo4jTestStore(uri()), planAgain)
})
