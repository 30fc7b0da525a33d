import { describe, it } from '@jest/globals'
import { openSqliteTestStore } from '../support/stores.js'
import { demandEqualAnswers, demandEqualCopies, storyTimeoutMs } from './differential.js'

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
