import { describe, it } from '@jest/globals'
import { openSqliteTestStore } from '../support/stores.js'
import { demandSteadyPages } from './reading.js'

describe('on SQLite', () => {
  it('pages lose and repeat no row while rows come and go', async () => {
    await demandSteadyPages(openSqliteTestStore, { runs: 8 })
  }, 300_000)
})
