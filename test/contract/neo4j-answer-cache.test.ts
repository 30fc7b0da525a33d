import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { describeAnswerCache } from './answer-cache.contract.js'

describeOnNeo4j(uri => describeAnswerCache('Neo4j', () => openNeo4jTestStore(uri()), { runs: 30 }))
