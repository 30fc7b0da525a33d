import { openSqliteTestStore } from '../support/stores.js'
import { largeRevisionContract } from './large-revision.contract.js'

largeRevisionContract('SQLite', openSqliteTestStore, 25_000)
