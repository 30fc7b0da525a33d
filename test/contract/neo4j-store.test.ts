import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { storeContract } from './store.contract.js'

describeOnNeo4j(uri => {
  storeContract('Neo4j', () => openNeo4jTestStore(uri()))
})
