import { describe, expect, it } from '@jest/globals'
import type { RecordedAction } from '../../../src/model/curation-action.js'
import { withCuration } from '../../../src/store/curated-store.js'
import type { AnswerTo, PinnedQuery, QueryKind, QueryOf, Store } from '../../../src/store/store.js'

/** A store with so many merges, one a revision and a day, that counts how often one of them is looked at. */
function openStore(merges: number) {
  let looks = 0
  const dayOf = (revision: number) => new Date(Date.UTC(2020, 0, revision)).toISOString()
  const deeds = Array.from({ length: merges }, (_, i): RecordedAction => {
    const deed = { kind: 'MERGE', kept: 'region/kept', former: `region/${i + 1}`, by: 'curator', reason: '' } as const
    return {
      ...deed,
      at: dayOf(i + 1),
      get madeIn() {
        looks += 1
        return i + 1
      },
    }
  })
  const asked: PinnedQuery[] = []
  const read: Store['read'] = async <K extends QueryKind>(asks: readonly PinnedQuery<K>[]) => {
    asked.push(...(asks as readonly PinnedQuery[]))
    const answers = asks.map(({ question }) =>
      question.kind === 'deeds'
        ? deeds.filter((_, i) => i + 1 > ((question as QueryOf<'deeds'>).after ?? 0))
        : undefined,
    )
    return { revision: { number: merges, at: dayOf(merges) }, answers: answers as AnswerTo<K>[], citedEditions: [] }
  }
  const store = withCuration({ description: '', read, writer: {}, close: async () => {} } as unknown as Store)
  const idsAsked = async (id: string, more: Partial<PinnedQuery>, pin?: number) => {
    asked.length = 0
    await store.read([{ question: { kind: 'entity', id }, ...more }], { pin })
    return asked.flatMap(({ question }) => (question.kind === 'entity' ? [question.id] : []))
  }
  return { store, dayOf, idsAsked, looksAt: () => looks }
}

describe('a store with curation actions', () => {
  it('sees what had been done by a revision, and by an instant', async () => {
    const { idsAsked, dayOf } = openStore(3)
    await idsAsked('region/2', {})
    expect(await idsAsked('region/2', {})).toEqual(['region/kept', 'region/1', 'region/2', 'region/3'])
    expect(await idsAsked('region/2', {}, 2)).toEqual(['region/kept', 'region/1', 'region/2'])
    expect(await idsAsked('region/2', { knownAt: dayOf(2) })).toEqual(['region/kept', 'region/1', 'region/2'])
    expect(await idsAsked('region/2', { knownAt: dayOf(2) }, 1)).toEqual(['region/2'])
    expect(await idsAsked('region/2', { knownAt: '2019-12-31T00:00:00Z' })).toEqual(['region/2'])
    expect(await idsAsked('region/2', {}, 0)).toEqual(['region/2'])
  })

  it('does not look at all of them for each question', async () => {
    const { store, looksAt } = openStore(1_000)
    await store.read([])
    const before = looksAt()
    const asks = Array.from({ length: 100 }, (_, i) => ({ question: { kind: 'entity', id: `company/${i}` } }) as const)
    await store.read(asks)
    expect(looksAt() - before).toBeLessThan(100 * 20)
  })
})
