import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { entityTypes } from '../../../src/entities/index.js'
import { createOntology } from '../../../src/ontology/ontology.js'
import type { Store } from '../../../src/store/store.js'
import { RevisionCache } from '../../../src/views/cache/revision-cache.js'

const ontology = createOntology(entityTypes)
const freshMs = 20

/** A cache over a store that other processes write, and that answers when the test says so. */
function openedCache() {
  let [now, newest] = [0, 0]
  const publishedAt: number[] = []
  const waiting: (() => void)[] = []
  const revisionOf = (number: number) => ({ number, at: new Date(number).toISOString() })
  const read: Store['read'] = async (asks, { pin } = {}) => {
    const revision = revisionOf(pin ?? newest)
    if (asks.length === 0) await new Promise<void>(resolve => waiting.push(resolve))
    return { revision, answers: asks.map(() => []) as never, citedEditions: [] }
  }
  const cache = new RevisionCache({ read } as Store, ontology, { maxBytes: 1_000_000, freshMs, clock: () => now })
  return {
    cache,
    waiting,
    pass(ms: number) {
      now += ms
    },
    publish() {
      newest += 1
      publishedAt.push(now)
    },
    answer: (place: number) => waiting.splice(place % Math.max(1, waiting.length), 1)[0]?.(),
    /** What had been published so long ago that every request must see it. */
    mustBeSeen: () => publishedAt.filter(at => at < now - freshMs).length,
  }
}

describe('the newest revision that a request is given', () => {
  it('is asked for again if the check that runs began too long ago, however long the store takes', async () => {
    const { cache, waiting, pass, publish, answer } = openedCache()
    const first = cache.current()
    publish()
    pass(freshMs + 1)
    const second = cache.current()
    answer(1)
    answer(0)
    expect((await first)?.revision).toBe(1)
    expect((await second)?.revision).toBe(1)
    expect(waiting).toHaveLength(0)
  })

  it('is asked for once for requests that come together', async () => {
    const { cache, waiting, pass, answer } = openedCache()
    const asked = [cache.current()]
    pass(freshMs)
    asked.push(cache.current())
    expect(waiting).toHaveLength(1)
    answer(0)
    expect(await Promise.all(asked)).toMatchObject([{ revision: 0 }, { revision: 0 }])
  })

  it('is never older than it may be, however the answers of the store come in', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 30 }) }),
      fc.constant({ do: 'publish' as const }),
      fc.constant({ do: 'request' as const }),
      fc.record({ do: fc.constant('answer' as const), place: fc.nat({ max: 5 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async steps => {
        const { cache, waiting, pass, publish, answer, mustBeSeen } = openedCache()
        const requests: Promise<void>[] = []
        for (const each of steps) {
          if (each.do === 'pass') pass(each.ms)
          else if (each.do === 'publish') publish()
          else if (each.do === 'answer') answer(each.place)
          else {
            const least = mustBeSeen()
            const given = Promise.resolve(cache.current())
            requests.push(given.then(view => expect(view?.revision).toBeGreaterThanOrEqual(least)))
          }
          await new Promise(setImmediate)
        }
        while (waiting.length > 0) {
          answer(0)
          await new Promise(setImmediate)
        }
        await Promise.all(requests)
      }),
    )
  })
})
