import { openSqliteTestStore } from '../support/stores.js'
import { figuresContract } from './figures.contract.js'

figuresContract('SQLite', openSqliteTestStore)
