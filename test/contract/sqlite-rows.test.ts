import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import { checkRows } from '../../src/rows/check-rows.js'
import { keepsRows, refreshRows } from '../../src/rows/refresh-rows.js'
import { withRows } from '../../src/rows/with-rows.js'
import type { RowStore } from '../../src/store/rows/resolved-rows.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import { said, statement } from '../support/dataset-builder.js'
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
  holdsRows(openSqliteTestStore, { runs: 12, steps: 10, lists: 'EVERY_STEP' })
  answersListsByRows(openSqliteTestStore, { runs: 30, documents: 120 })

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

  it('keep no client of a server waiting if writing them takes long', async () => {
    const opened = await openSqliteTestStore()
    const { store } = opened
    if (!keepsRows(store)) throw new Error('This store keeps no rows.')
    let goOn = () => {}
    const held = new Promise<void>(done => {
      goOn = done
    })
    const rows: RowStore = new Proxy(store.rows, {
      get: (kept, key) => {
        if (key === 'begin') return async () => await held.then(() => kept.begin())
        const value: unknown = Reflect.get(kept, key)
        return typeof value === 'function' ? value.bind(kept) : value
      },
    })
    const slow = {
      description: store.description,
      rows,
      writer: store.writer,
      read: store.read.bind(store),
      close: () => store.close(),
    }
    const failures: unknown[] = []
    const settings = { ontology, today: () => '2026-01-01', report: (failure: unknown) => void failures.push(failure) }
    const { writer } = withRows(slow, { ...settings, longestWaitMs: 50 })
    const staged = await writer.begin(['news'], 'here:1', () => false)
    await writer.stage(staged, said('news', statement('statement/1', 'region/a')))
    expect(await writer.publish(staged, '2026-01-01T00:00:00Z')).toMatchObject({ number: 1 })
    expect((await store.rows.stamp())?.revision ?? 0).toBe(0)
    goOn()
    while (((await store.rows.stamp())?.revision ?? 0) === 0) await new Promise(done => setTimeout(done, 10))
    for await (const difference of checkRows(store, ontology, '2026-01-01')) expect(difference).toBeUndefined()
    expect(failures).toEqual([])
    await opened.close()
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
