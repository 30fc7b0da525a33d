import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { SqliteConnection, Stopped } from '../../src/store/sqlite/sqlite-connection.js'
import { SqliteReader } from '../../src/store/sqlite/sqlite-reader.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import type { PinnedQuery, Store } from '../../src/store/store.js'
import { StoreReader } from '../../src/store/store-reader.js'
import { said, statement, vouch } from '../support/dataset-builder.js'

const many = 3_000

describe('a reading of the embedded store that is told to stop', () => {
  let folder: string
  let store: Store
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'suanli-stop-'))
    store = await openSqliteStore(folder, { readers: 1 })
    const staged = await store.writer.begin(['news'], 'here:1', () => false)
    const statements = Array.from({ length: many }, (_, i) => statement(`statement/${i}`, `region/${i % 7}`))
    const vouches = statements.map((each, i) => vouch(each, 'news', { confidence: i % 2 === 0 ? 1 : 0.5 }))
    await store.writer.stage(staged, { ...said('news', ...statements), vouches })
    await store.writer.publish(staged, '2025-06-01T00:00:00Z')
  })
  afterEach(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })

  const all: PinnedQuery = { question: { kind: 'statements', limit: many } }

  it('ends its task and frees its thread for the next one', async () => {
    const controller = new AbortController()
    // Far more than a test may take.
    const endless = store.read(new Array<PinnedQuery>(100_000).fill(all), { signal: controller.signal })
    const next = store.read([])
    const waiting = store.read([all], { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(endless).rejects.toThrow('enough')
    await expect(waiting).rejects.toThrow('enough')
    expect((await next).revision.number).toBe(1)
    expect((await store.read([all])).answers[0]).toHaveLength(many)
  })

  it('leaves nothing locked', async () => {
    const controller = new AbortController()
    const endless = store.read(new Array<PinnedQuery>(100_000).fill(all), { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(endless).rejects.toThrow('enough')
    const staged = await store.writer.begin(['news'], 'here:1', () => false)
    await store.writer.stage(staged, said('news', statement('statement/new', 'region/1')))
    expect((await store.writer.publish(staged, '2025-06-02T00:00:00Z')).number).toBe(2)
  })

  it('sees later revisions afterwards, and keeps no state of the database from being left behind', async () => {
    const db = SqliteConnection.open(folder, 'SQLite', false) as SqliteConnection
    try {
      const reader = new StoreReader(new SqliteReader(db))
      for (const stopAt of [2, 7, 20]) {
        let looks = 0
        const stopped = db.stoppedBy(
          () => ++looks === stopAt,
          () => reader.read([all], { pin: undefined }),
        )
        await expect(stopped).rejects.toThrow(Stopped)
        const staged = await store.writer.begin(['news'], 'here:1', () => false)
        await store.writer.stage(staged, said('news', statement(`statement/after-${stopAt}`, 'region/new')))
        const { number } = await store.writer.publish(staged, '2025-06-02T00:00:00Z')
        expect((await reader.read([], { pin: undefined })).revision.number).toBe(number)
        const later = await reader.read([{ question: { kind: 'statements', limit: many * 2 } }], { pin: number })
        expect(later.answers[0]).toHaveLength(many + number - 1)
        expect(db.get('PRAGMA wal_checkpoint(TRUNCATE)')).toEqual({ busy: 0, log: 0, checkpointed: 0 })
      }
    } finally {
      db.close()
    }
  })

  it('stops between rows of one question, and its connection can be asked again', async () => {
    const db = SqliteConnection.open(folder, 'SQLite', false) as SqliteConnection
    try {
      const reader = new StoreReader(new SqliteReader(db))
      let looks = 0
      const isToStop = () => ++looks === 7
      await expect(db.stoppedBy(isToStop, () => reader.read([all], { pin: undefined }))).rejects.toThrow(Stopped)
      expect([looks, db.isInTransaction]).toEqual([7, false])
      expect((await reader.read([all], { pin: undefined })).answers[0]).toHaveLength(many)
    } finally {
      db.close()
    }
  })

  it.each([
    { limit: 20 },
    { limit: 20, after: 'statement/2' },
    { limit: many },
    { limit: 20, reversed: true },
    { limit: 20, after: 'statement/2', reversed: true },
    { limit: many, reversed: true },
  ])('reads the same in parts, so that it can be stopped where few statements pass: %j', async page => {
    const db = SqliteConnection.open(folder, 'SQLite', false) as SqliteConnection
    try {
      // There is no index of confidences.
      const passing: PinnedQuery = { question: { kind: 'statements', minConfidence: 0.9, ...page } }
      const inParts = (size: number) => new StoreReader(new SqliteReader(db, size)).read([passing], { pin: undefined })
      const whole = await inParts(many * 2)
      for (const size of [1, 7, 1_000]) expect(await inParts(size)).toEqual(whole)
      expect(whole.answers[0]).toHaveLength(page.limit === many ? many / 2 : 20)
    } finally {
      db.close()
    }
  })

  it('does not begin what is to stop already', async () => {
    const db = SqliteConnection.open(folder, 'SQLite', false) as SqliteConnection
    try {
      const work = () => {
        throw new Error('began')
      }
      await expect(db.stoppedBy(() => true, work)).rejects.toThrow(Stopped)
    } finally {
      db.close()
    }
  })
})
