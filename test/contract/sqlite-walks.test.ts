import { openSqliteTestStore } from '../support/stores.js'
import { hubContract } from './hub.contract.js'
import { walksContract } from './walks.contract.js'

walksContract('SQLite', openSqliteTestStore, 40)
hubContract('SQLite', openSqliteTestStore)
