import { join } from 'node:path'
import Database from 'libsql'
import { openSqliteTestStore } from '../support/stores.js'
import { describeImportLock } from './import-lock.contract.js'

describeImportLock('SQLite', openSqliteTestStore, [
  {
    name: 'another process kept the database locked',
    next: 'another import',
    async begin({ address }) {
      // The writing thread holds the lock itself until it commits what was staged.
      await new Promise(resolve => setTimeout(resolve, 1_000))
      const database = new Database(join(address, 'suanli.db'))
      database.exec('BEGIN IMMEDIATE')
      return {
        async end() {
          database.exec('ROLLBACK')
          database.close()
        },
      }
    },
  },
])
