import { openSqliteTestStore } from '../support/stores.js'
import { describeHistory } from './history.contract.js'

describeHistory('SQLite', openSqliteTestStore)
