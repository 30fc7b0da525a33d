import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { describeHistory } from './history.contract.js'

describeOnNeo4j(uri => describeHistory('Neo4j', () => openNeo4jTestStore(uri())))
