import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Change, ChangePlace } from '../../src/model/change.js'
import type { Batch } from '../../src/store/store.js'
import { said, statement, withdrawal } from '../support/dataset-builder.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

/** So many that the engine reads them another way than few. */
const statements = Array.from({ length: 25_000 }, (_, index) => statement(`statement/${index}`, 'region/a'))
const sorted = statements.map(({ id }) => id).sort()

describe('a revision that changed very much', () => {
  let opened: TestStore
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    await change(said('news', ...statements))
    await change({ withdrawals: statements.map(each => withdrawal(each, 'news')) })
  }, 300_000)
  afterAll(() => opened.close())

  async function change(batch: Batch): Promise<void> {
    const { writer } = opened.store
    const staged = await writer.begin(['news'], 'here:1', () => false)
    await writer.stage(staged, batch)
    await writer.publish(staged, '2025-06-01T00:00:00Z')
  }

  async function changesBehind(after: ChangePlace, limit: number): Promise<readonly Change[] | undefined> {
    const { answers } = await opened.store.read([{ question: { kind: 'changes' as const, after, limit } }])
    return answers[0]
  }

  it('is read in the same order as any', async () => {
    const retracted = await changesBehind({ madeIn: 2, kind: 'STATEMENT_RETRACTED', id: sorted[9_999] as string }, 5)
    expect(retracted?.map(({ id }) => id)).toEqual(sorted.slice(10_000, 10_005))
    const over = await changesBehind({ madeIn: 1, kind: 'STATEMENT_ADDED', id: sorted[24_997] as string }, 5)
    expect(over?.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      `STATEMENT_ADDED ${sorted[24_998]}`,
      `STATEMENT_ADDED ${sorted[24_999]}`,
      'SOURCE_CHANGED press',
      `STATEMENT_RETRACTED ${sorted[0]}`,
      `STATEMENT_RETRACTED ${sorted[1]}`,
    ])
  })
})
