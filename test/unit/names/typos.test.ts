import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { countSlips } from '../../../src/names/typos.js'

describe('slips of the pen', () => {
  it.each([
    ['jianguo', 'jianguo', 0],
    ['jiangou', 'jianguo', 1],
    ['bejing', 'beijing', 1],
    ['beijingg', 'beijing', 1],
    ['bwijing', 'beijing', 1],
    ['shijazuang', 'shijiazhuang', 2],
    ['北京', '南京', 1],
  ])('%s and %s: %i', (a, b, slips) => {
    expect(countSlips(a, b, 2)).toBe(slips)
  })

  it('are counted no further than is asked', () => {
    expect(countSlips('tang', 'kongqing', 2)).toBe(3)
    expect(countSlips('abcdefgh', 'hgfedcba', 1)).toBe(2)
  })

  it('are as many from either side, and never more than letters changed one by one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        const slips = countSlips(a, b, 9)
        expect(countSlips(b, a, 9)).toBe(slips)
        expect(slips).toBeLessThanOrEqual(distance(a, b))
        expect(2 * slips).toBeGreaterThanOrEqual(distance(a, b))
      }),
    )
  })
})
