import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import { rowLayoutOf } from '../../src/ontology/row-layout.js'
import { checkRows } from '../../src/rows/check-rows.js'
import { keepsRows, refreshRows, rowsOfSmallChange } from '../../src/rows/refresh-rows.js'
import { withRows } from '../../src/rows/with-rows.js'
import type { RowStore } from '../../src/store/rows/resolved-rows.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import type { NewStatement, StoreWriter } from '../../src/store/store.js'
import { said, statement } from '../support/dataset-builder.js'
import { ontology } from '../support/export-and-import.js'
import { runProgram, seedFolder, startProgram } from '../support/server.js'
import { openSqliteTestStore } from '../support/stores.js'
import { today } from '../support/today.js'
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
  holdsRows(openSqliteTestStore, { runs: 8, steps: 10, lists: 'EVERY_STEP' })
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

  /** A store of which `begin` of the rows is held until `goOn`, and what writes through it as a server does. */
  async function heldStore(longestWaitMs: number) {
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
    const { writer } = withRows(slow, { ...settings, longestWaitMs, patienceMs: 100 })
    const staged = await writer.begin(['news'], 'here:1', () => false)
    await writer.stage(staged, said('news', statement('statement/1', 'region/a')))
    const publish = () => writer.publish(staged, '2026-01-01T00:00:00Z')
    const demandRows = async () => {
      goOn()
      while (((await store.rows.stamp())?.revision ?? 0) === 0) await new Promise(done => setTimeout(done, 10))
      for await (const difference of checkRows(store, ontology, '2026-01-01')) expect(difference).toBeUndefined()
      expect(failures).toEqual([])
      await opened.close()
    }
    return { store, publish, demandRows }
  }

  it('keep no client of a server waiting if writing them takes long', async () => {
    const { store, publish, demandRows } = await heldStore(50)
    expect(await publish()).toMatchObject({ number: 1 })
    expect((await store.rows.stamp())?.revision ?? 0).toBe(0)
    await demandRows()
  })

  it('keep no client of a server waiting while another process writes them', async () => {
    // For ever, if the client waited.
    const { store, publish, demandRows } = await heldStore(2 ** 31 - 1)
    await store.rows.layOut(rowLayoutOf(ontology))
    await store.rows.begin()
    expect(await publish()).toMatchObject({ number: 1 })
    expect((await store.rows.stamp())?.revision ?? 0).toBe(0)
    await demandRows()
  })

  describe('of a small change', () => {
    /** A store with rows of a first revision, and what writes through it; rows that follow later are failures. */
    async function openedWithRows(rowsWithinMs = 100_000) {
      const folder = await makeFolder()
      const address = join(folder.path, 'store')
      const store = await openSqliteStore(address, { rowsWithinMs })
      if (!keepsRows(store)) throw new Error('This store keeps no rows.')
      const failures: unknown[] = []
      const rows: RowStore = new Proxy(store.rows, {
        get: (kept, key) => {
          if (key === 'begin') return () => Promise.reject(new Error('late'))
          const value: unknown = Reflect.get(kept, key)
          return typeof value === 'function' ? value.bind(kept) : value
        },
      })
      const along = { description: store.description, rows, writer: store.writer, read: store.read.bind(store) }
      const { writer } = withRows(
        { ...along, close: () => store.close() },
        { ontology, today: () => today, report: failure => void failures.push(failure) },
      )
      const say = async (to: StoreWriter, ...statements: readonly NewStatement[]) => {
        const staged = await to.begin(['news'], 'here:1', () => false)
        await to.stage(staged, said('news', ...statements))
        return staged
      }
      const first = await say(store.writer, statement('statement/1', 'region/a'), statement('statement/2', 'region/b'))
      await store.writer.publish(first, '2026-01-01T00:00:00Z')
      await refreshRows(store, { ontology, today, rebuild: 'missing' })
      const close = async () => {
        await store.close()
        await folder.remove()
      }
      return { address, store, writer, failures, say, close }
    }
    const today = '2026-01-01'

    it('are published in one transaction with the revision, by an import and by a curation action', async () => {
      const { store, writer, failures, say, close } = await openedWithRows()
      await writer.publish(await say(writer, statement('statement/3', 'region/c')), '2026-01-02T00:00:00Z')
      expect(await store.rows.stamp()).toMatchObject({ revision: 2, isPartial: false })
      expect(await store.rows.ids('', 10)).toContain('region/c')
      const deed = { kind: 'MERGE', kept: 'region/a', former: 'region/b', by: 'curator', reason: 'x' } as const
      await writer.apply({}, deed, 2, '2026-01-03T00:00:00Z', () => false)
      expect(await store.rows.stamp()).toMatchObject({ revision: 3, isPartial: false })
      expect(await store.rows.ids('', 10)).toEqual(['region/a', 'region/c'])
      expect(failures).toEqual([])
      for await (const difference of checkRows(store, ontology, today)) expect(difference).toBeUndefined()
      await close()
    })

    it('are as of the revision before for every other reader until then, also after the process was killed', async () => {
      const { store, say, address, close } = await openedWithRows()
      const image = await makeFolder()
      const staged = await say(store.writer, statement('statement/3', 'region/c'))
      await store.writer.publish(staged, '2026-01-02T00:00:00Z', undefined, async inside => {
        expect((await inside.read([])).revision.number).toBe(2)
        expect((await store.read([])).revision.number).toBe(1)
        await cp(address, join(image.path, 'store'), { recursive: true })
        return await rowsOfSmallChange(inside as typeof store, { ontology, today })
      })
      expect((await store.read([])).revision.number).toBe(2)
      expect(await store.rows.stamp()).toMatchObject({ revision: 2, isPartial: false })
      const killed = await openSqliteStore(join(image.path, 'store'))
      if (!keepsRows(killed)) throw new Error('This store keeps no rows.')
      expect((await killed.read([])).revision.number).toBe(1)
      for await (const difference of checkRows(killed, ontology, today)) expect(difference).toBeUndefined()
      const again = await killed.writer.begin(['news'], 'here:2', () => false)
      expect(again.resumed).toBe(true)
      expect(await killed.writer.publish(again, '2026-01-02T00:00:00Z')).toMatchObject({ number: 2 })
      await killed.close()
      await image.remove()
      await close()
    })

    it('follow a revision if resolving them takes long', async () => {
      const { store, say, close } = await openedWithRows(10)
      const staged = await say(store.writer, statement('statement/3', 'region/c'))
      const never = () => new Promise<never>(() => {})
      expect(await store.writer.publish(staged, '2026-01-02T00:00:00Z', undefined, never)).toMatchObject({ number: 2 })
      expect(await store.rows.stamp()).toMatchObject({ revision: 1 })
      await close()
    })

    it('do not keep a revision from being published if they cannot be resolved or written', async () => {
      const { store, writer, failures, say, address, close } = await openedWithRows()
      const staged = await say(store.writer, statement('statement/3', 'region/c'))
      const failing = () => Promise.reject(new Error('unresolved'))
      expect(await store.writer.publish(staged, '2026-01-02T00:00:00Z', undefined, failing)).toMatchObject({
        number: 2,
      })
      withDatabase(address, database => database.exec('DROP TABLE row_link'))
      const more = await say(writer, statement('statement/4', 'region/d'))
      expect(await writer.publish(more, '2026-01-03T00:00:00Z')).toMatchObject({ number: 3 })
      expect((await store.read([])).revision.number).toBe(3)
      expect(await store.rows.stamp()).toMatchObject({ revision: 1 })
      expect(failures).not.toEqual([])
      await refreshRows(store, { ontology, today, rebuild: 'always' })
      for await (const difference of checkRows(store, ontology, today)) expect(difference).toBeUndefined()
      await close()
    })
  })

  it('are right or known to be partial when an import is killed, and right after the next refresh', async () => {
    const folder = await makeFolder()
    const seeds = ['cn-regions', 'beijing-2024', 'cn-bureaus'].map(seedFolder)
    const options = { ontology, today: today(), rebuild: 'missing' } as const
    for (const afterMs of [700, 2_000]) {
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
