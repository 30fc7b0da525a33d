import { expect, it, jest } from '@jest/globals'
import { Neo4jConnection } from '../../src/store/neo4j/neo4j-session.js'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore, openSqliteTestStore } from '../support/stores.js'
import { demandEqualAnswers, demandEqualCopies, storyTimeoutMs } from './differential.js'
import { demandEqualReadings, demandSteadyPages } from './reading.js'

describeOnNeo4j(uri => {
  it(
    'answers every random story as the model does',
    async () => {
      await demandEqualAnswers(() => openNeo4jTestStore(uri()), { runs: 6 })
    },
    storyTimeoutMs,
  )

  it('answers as the model does when the driver repeats each transaction, as after a lost answer to its commit', async () => {
    const { write } = Neo4jConnection.prototype
    const twice = jest.spyOn(Neo4jConnection.prototype, 'write')
    twice.mockImplementation(async function (this: Neo4jConnection, work) {
      await write.call(this, work)
      return await write.call(this, work)
    } as typeof write)
    try {
      await demandEqualAnswers(() => openNeo4jTestStore(uri()), { runs: 4 })
      expect(twice.mock.calls.length).toBeGreaterThan(20)
    } finally {
      twice.mockRestore()
    }
  }, 300_000)

  it('is the same in SQLite where its history is carried out there, and the other way round', async () => {
    const openNeo4j = () => openNeo4jTestStore(uri())
    await demandEqualCopies(openNeo4j, openSqliteTestStore, { runs: 2 })
    await demandEqualCopies(openSqliteTestStore, openNeo4j, { runs: 2 })
  }, 300_000)

  it('is read over HTTP as SQLite is', async () => {
    await demandEqualReadings([openSqliteTestStore, () => openNeo4jTestStore(uri())], { runs: 12 })
  }, 300_000)

  it('pages lose and repeat no row while rows come and go', async () => {
    await demandSteadyPages(() => openNeo4jTestStore(uri()), { runs: 2 })
  }, 300_000)
})
