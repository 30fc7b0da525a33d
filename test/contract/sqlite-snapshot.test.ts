import { openSqliteTestStore } from '../support/stores.js'
import { describeSnapshot } from './snapshot.contract.js'

describeSnapshot('SQLite', openSqliteTestStore, { runs: 20 })
