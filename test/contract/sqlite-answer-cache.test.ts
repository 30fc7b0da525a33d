import { openSqliteTestStore } from '../support/stores.js'
import { describeAnswerCache } from './answer-cache.contract.js'

describeAnswerCache('SQLite', openSqliteTestStore, { runs: 150 })
