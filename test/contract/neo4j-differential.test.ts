import { it } from '@jest/globals'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore, openSqliteTestStore } from '../support/stores.js'
import { demandEqualAnswers, demandEqualCopies } from './differential.js'
import { demandEqualReadings, demandSteadyPages } from './reading.js'

describeOnNeo4j(uri => {
  it('answers every random story as the model does', async () => {
    await demandEqualAnswers(() => openNeo4jTestStore(uri()), { runs: 15 })
  }, 300_000)

  it('is the same in SQLite where its history is carried out there, and the other way round', async () => {
    const openNeo4j = () => openNeo4jTestStore(uri())
    await demandEqualCopies(openNeo4j, openSqliteTestStore, { runs: 2 })
    await demandEqualCopies(openSqliteTestStore, openNeo4j, { runs: 2 })
  }, 300_000)

  it('is read over HTTP as SQLite is', async () => {
    await demandEqualReadings([openSqliteTestStore, () => openNeo4jTestStore(uri())], { runs: 25 })
  }, 300_000)

  it('pages lose and repeat no row while rows come and go', async () => {
    await demandSteadyPages(() => openNeo4jTestStore(uri()), { runs: 2 })
  }, 300_000)
})
