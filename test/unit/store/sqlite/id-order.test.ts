import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { idOrder } from '../../../../src/store/sqlite/id-order.js'

const rest = fc.oneof(
  fc.string({ unit: fc.constantFrom('-', '0', '9', 'A', 'Z', '_', 'a', 'z'), maxLength: 10 }),
  fc.string({
    unit: fc.constantFrom('', ' ', ',', '.', '@', 'B', '^', '`', 'b', '~', '\u007f', '上', '（', '😀'),
    maxLength: 10,
  }),
)
const id = fc.oneof(
  { weight: 8, arbitrary: rest.map(each => `statement/${each}`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)

describe('the order of ids as a number', () => {
  it('never falls where ids rise', () => {
    fc.assert(
      fc.property(id, id, (a, b) => {
        const [lower, higher] = a < b ? [a, b] : [b, a]
        expect(idOrder(lower)).toBeLessThanOrEqual(idOrder(higher))
      }),
      { numRuns: 2_000 },
    )
  })

  it('tells apart what differs within the first seven characters of a hash', () => {
    const ids = [
      'statement/aaaaaaa',
      'statement/aaaaaab',
      'statement/aaaaaaB',
      'statement/-aaaaaa',
      'statement/zzzzzzz',
    ]
    expect(new Set(ids.map(idOrder)).size).toBe(ids.length)
    expect(idOrder('statement/aaaaaaa-x')).toBe(idOrder('statement/aaaaaaa_y'))
  })

  it('can be held as an exact number', () => {
    fc.assert(fc.property(id, given => expect(Number.isSafeInteger(idOrder(given))).toBe(true)))
  })
})
