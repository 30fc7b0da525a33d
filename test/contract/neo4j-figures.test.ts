import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { fieldCasesContract } from './field-cases.contract.js'
import { figuresContract } from './figures.contract.js'

describeOnNeo4j(uri => {
  figuresContract('Neo4j', () => openNeo4jTestStore(uri()))
  fieldCasesContract('Neo4j', () => openNeo4jTestStore(uri()))
})
