import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Change, ChangePlace } from '../../src/model/change.js'
import type { Batch } from '../../src/store/store.js'
import { said, statement, withdrawal } from '../support/dataset-builder.js'
import type { TestStore } from '../support/stores.js'

/** A revision that changed so many statements that the engine reads them another way than few. */
export function largeRevisionContract(name: string, open: () => Promise<TestStore>, count: number): void {
  describe(`a revision of ${name} that changed very much`, () => {
    const statements = Array.from({ length: count }, (_, index) => statement(`statement/${index}`, 'region/a'))
    const sorted = statements.map(({ id }) => id).sort()
    let opened: TestStore
    beforeAll(async () => {
      opened = await open()
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

    async function changesBehind(
      after: ChangePlace | undefined,
      limit: number,
    ): Promise<readonly Change[] | undefined> {
      const { answers } = await opened.store.read([
        { question: { kind: 'changes' as const, ...(after && { after }), limit } },
      ])
      return answers[0]
    }

    it('is read in the same order as any', async () => {
      const retracted = await changesBehind(
        { madeIn: 2, kind: 'STATEMENT_RETRACTED', id: sorted[count >> 1] as string },
        5,
      )
      expect(retracted?.map(({ id }) => id)).toEqual(sorted.slice((count >> 1) + 1, (count >> 1) + 6))
      const over = await changesBehind({ madeIn: 1, kind: 'STATEMENT_ADDED', id: sorted.at(-3) as string }, 5)
      expect(over?.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
        `STATEMENT_ADDED ${sorted.at(-2)}`,
        `STATEMENT_ADDED ${sorted.at(-1)}`,
        'SOURCE_CHANGED press',
        `STATEMENT_RETRACTED ${sorted[0]}`,
        `STATEMENT_RETRACTED ${sorted[1]}`,
      ])
    })

    it('is read page by page with nothing missed and nothing twice', async () => {
      const read: string[] = []
      for (let after: Change | undefined; ; ) {
        const page = await changesBehind(after, 1_000)
        read.push(...(page ?? []).map(({ madeIn, kind, id }) => `${madeIn} ${kind} ${id}`))
        if (!page || page.length < 1_000) break
        after = page.at(-1)
      }
      expect(read).toEqual([
        '1 ENTITY_ADDED region/a',
        ...sorted.map(id => `1 STATEMENT_ADDED ${id}`),
        '1 SOURCE_CHANGED press',
        ...sorted.map(id => `2 STATEMENT_RETRACTED ${id}`),
      ])
    })

    it('has no place for what it did not change', async () => {
      for (const place of [
        { madeIn: 1, kind: 'STATEMENT_ADDED', id: 'statement/none' },
        { madeIn: 1, kind: 'STATEMENT_RETRACTED', id: sorted[0] as string },
        { madeIn: 2, kind: 'STATEMENT_ADDED', id: sorted[0] as string },
        { madeIn: 2, kind: 'ENTITY_ADDED', id: 'region/a' },
      ] as const)
        expect(await changesBehind(place, 5)).toBeUndefined()
    })
  })
}
