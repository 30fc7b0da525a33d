import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { compareDecimals, multiplyDecimals, parseDecimal } from '../../../src/values/decimal.js'
import { decimalKey, decimalOfKey } from '../../../src/values/stored/decimal-key.js'
import { amountOfGrains, grainsOf } from '../../../src/values/stored/grains.js'
import { decimals } from '../../support/random-values.js'

const close = fc
  .tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -6, max: 6 }))
  .map(([digits, exponent]) => multiplyDecimals(String(digits), parseDecimal(`1e${exponent}`) ?? '1'))
const any = fc.oneof(decimals, close, fc.constantFrom('0', '1', '-1', '10', '0.1', '-0.1', '9.99', '12', '-12', '-123'))

describe('the key of a decimal', () => {
  it('sorts as the decimal does, and so with a sign behind it for an end that is excluded', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const order = Math.sign(compareDecimals(a, b))
        const [left, right] = [decimalKey(a), decimalKey(b)]
        expect(left < right ? -1 : left > right ? 1 : 0).toBe(order)
        if (order < 0) expect(`${left}+` < right).toBe(true)
        expect(left < `${left}+` && decimalKey('0') < 'z').toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('gives the decimal back, and nothing for another text', () => {
    fc.assert(fc.property(any, decimal => expect(decimalOfKey(decimalKey(decimal))).toBe(decimal)))
    for (const text of ['', 'p', 'p5001', '12', 'compute:p5011!']) expect(decimalOfKey(text)).toBeUndefined()
  })
})

describe('grains', () => {
  it('give the amount back, and are none of what is finer or so large that sums overflow', () => {
    expect(grainsOf('1600000000000000000', 'compute')).toBe(1_600_000)
    expect(amountOfGrains('1600000', 'compute')).toBe('1600000000000000000')
    expect(grainsOf('1', 'compute')).toBeUndefined()
    expect(grainsOf('-3', 'money-cny')).toBe(-3)
    expect(grainsOf('1.25', 'ratio')).toBe(1250)
    expect(amountOfGrains('1250', 'ratio')).toBe('1.25')
    expect(grainsOf('100000000000', 'money-cny')).toBeUndefined()
    expect(grainsOf('0.5', 'count')).toBeUndefined()
  })
})
