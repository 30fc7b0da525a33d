import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { hubContract } from './hub.contract.js'
import { walksContract } from './walks.contract.js'

describeOnNeo4j(uri => {
  walksContract('Neo4j', () => openNeo4jTestStore(uri()), 8)
  hubContract('Neo4j', () => openNeo4jTestStore(uri()))
})
