import { describe, it } from '@jest/globals'
import { openSqliteTestStore } from '../support/stores.js'
import { demandEqualAnswers } from './differential.js'

describe('the store SQLite', () => {
  it('answers every random story as the model does', async () => {
    await demandEqualAnswers(openSqliteTestStore, { runs: 40 })
  }, 300_000)
})
