import { openSqliteTestStore } from '../support/stores.js'
import { fieldCasesContract } from './field-cases.contract.js'
import { figuresContract } from './figures.contract.js'

figuresContract('SQLite', openSqliteTestStore)
fieldCasesContract('SQLite', openSqliteTestStore)
