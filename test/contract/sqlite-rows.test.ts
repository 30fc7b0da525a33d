import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import { checkRows } from '../../src/rows/check-rows.js'
import { keepsRows, refreshRows } from '../../src/rows/refresh-rows.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import { ontology } from '../support/export-and-import.js'
import { runProgram, seedFolder, startProgram } from '../support/server.js'
import { openSqliteTestStore } from '../support/stores.js'
import { makeFolder } from '../unit/datasets/news-folder.js'
import { answersListsByRows } from './row-lists.contract.js'
import { answersByRows, holdsRows } from './rows.contract.js'

function withDatabase<Result>(address: string, work: (database: Database.Database) => Result): Result {
  const database = new Database(join(address, 'suanli.db'))
  try {
    return work(database)
  } finally {
    database.close()
  }
}

describe('the rows of what holds in SQLite', () => {
  holdsRows(openSqliteTestStore, { runs: 30, steps: 12, lists: 'EVERY_STEP' })
  answersListsByRows(openSqliteTestStore, { runs: 60 })

  answersByRows(openSqliteTestStore, {
    async suppliers(address) {
      const sql = `
        SELECT s.label_zh, f.statement FROM feeds f
        JOIN region s ON s.id = f.supplier JOIN region c ON c.id = f.consumer
        WHERE c.code = '110000'`
      return withDatabase(address, database => database.prepare(sql).raw().all() as [string, string][])
    },
    async spoil(address) {
      withDatabase(address, database =>
        database.exec(`
          UPDATE row_region SET label = '河南' WHERE key = (SELECT key FROM row_entity WHERE id = 'region/hebei');
          DELETE FROM row_entity WHERE id = 'region/tianjin';
          INSERT INTO row_entity (id, type, since, keys_hash) VALUES ('region/nowhere', 'Region', 1, '')`),
      )
    },
  })

  it('are right or known to be partial when an import is killed, and right after the next refresh', async () => {
    const folder = await makeFolder()
    const seeds = ['cn-regions', 'beijing-2024', 'cn-bureaus'].map(seedFolder)
    const options = { ontology, today: new Date().toISOString().slice(0, 10), rebuild: 'missing' } as const
    for (const afterMs of [700, 1_200, 2_000, 3_000]) {
      const address = join(folder.path, `store-${afterMs}`)
      const { process: child, ended } = startProgram(['import', ...seeds, '--store', address], {})
      await new Promise(resolve => setTimeout(resolve, afterMs))
      child.kill('SIGKILL')
      await ended
      const store = await openSqliteStore(address)
      if (!keepsRows(store)) throw new Error('This store keeps no rows.')
      const { revision } = await store.read([])
      const stamp = await store.rows.stamp()
      if (stamp && !stamp.isPartial && stamp.revision === revision.number)
        for await (const difference of checkRows(store, ontology, options.today)) expect(difference).toBeUndefined()
      if (revision.number > 0) {
        await refreshRows(store, options)
        for await (const difference of checkRows(store, ontology, options.today)) expect(difference).toBeUndefined()
      }
      await store.close()
      expect(await runProgram(['import', ...seeds, '--store', address], {})).toMatchObject({ code: 0 })
      expect(await runProgram(['doctor', '--store', address], {})).toMatchObject({ code: 0 })
    }
    await folder.remove()
  }, 300_000)
})
