import { openSqliteTestStore } from '../support/stores.js'
import { storeContract } from './store.contract.js'

storeContract('SQLite', openSqliteTestStore)
