import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { countEdits } from '../../../src/names/typos.js'

describe('slips of the pen', () => {
  it.each([
    ['jianguo', 'jianguo', 0],
    ['jiangou', 'jianguo', 1],
    ['bejing', 'beijing', 1],
    ['beijingg', 'beijing', 1],
    ['bwijing', 'beijing', 1],
    ['shijazuang', 'shijiazhuang', 2],
    ['北京', '南京', 1],
  ])('%s and %s: %i', (a, b, edits) => {
    expect(countEdits(a, b, 2)).toBe(edits)
  })

  it('are counted no further than is asked', () => {
    expect(countEdits('tang', 'kongqing', 2)).toBe(3)
    expect(countEdits('abcdefgh', 'hgfedcba', 1)).toBe(2)
  })

  it('are as many from either side, and never more than letters changed one by one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        const edits = countEdits(a, b, 9)
        expect(countEdits(b, a, 9)).toBe(edits)
        expect(edits).toBeLessThanOrEqual(distance(a, b))
        expect(2 * edits).toBeGreaterThanOrEqual(distance(a, b))
      }),
    )
  })
})
