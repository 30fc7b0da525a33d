import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { largeRevisionContract } from './large-revision.contract.js'

describeOnNeo4j(uri => largeRevisionContract('Neo4j', () => openNeo4jTestStore(uri()), 5_200))
