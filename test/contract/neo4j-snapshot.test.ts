import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { describeSnapshot } from './snapshot.contract.js'

describeOnNeo4j(uri => describeSnapshot('Neo4j', () => openNeo4jTestStore(uri()), { runs: 6 }))
