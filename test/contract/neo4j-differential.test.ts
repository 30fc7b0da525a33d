import { it } from '@jest/globals'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { demandEqualAnswers } from './differential.js'

describeOnNeo4j(uri => {
  it('answers every random story as the model does', async () => {
    await demandEqualAnswers(() => openNeo4jTestStore(uri()), { runs: 15 })
  }, 300_000)
})
