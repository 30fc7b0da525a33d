import { describe, it } from '@jest/globals'
import { openSqliteTestStore } from '../support/stores.js'
import { demandReturn } from './export.contract.js'

describe('what is exported as yaml', () => {
  it('is the same graph where it is imported, with what curators did', async () => {
    await demandReturn(openSqliteTestStore, openSqliteTestStore, { runs: 5 })
  }, 300_000)
})
