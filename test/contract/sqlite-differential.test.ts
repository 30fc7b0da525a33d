import { describe, it, jest } from '@jest/globals'
import { demandEqualAnswers, demandEqualCopies, storyTimeoutMs } from './differential.js'

jest.unstable_mockModule('piscina', () => import('../support/pool-without-threads.js'))
const { openSqliteTestStore } = await import('../support/stores.js')

describe('the store SQLite', () => {
  it(
    'answers every random story as the model does',
    async () => {
      await demandEqualAnswers(openSqliteTestStore, { runs: 40 })
    },
    storyTimeoutMs,
  )

  it('is the same again where its history is carried out', async () => {
    await demandEqualCopies(openSqliteTestStore, openSqliteTestStore, { runs: 8 })
  }, 300_000)
})
