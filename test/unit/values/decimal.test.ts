import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  orderOfMagnitude,
  parseDecimal,
  subtractDecimals,
} from '../../../src/values/decimal.js'
import { decimals } from '../../support/random-values.js'

describe('a decimal', () => {
  it.each([
    ['45', '45'],
    ['+45', '45'],
    ['-45.50', '-45.5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['0.000', '0'],
    ['-0', '0'],
    ['1e3', '1000'],
    ['1.5E-3', '0.0015'],
    [' 12 ', '12'],
    ['0.1', '0.1'],
    ['12345678901234567890.123456789', '12345678901234567890.123456789'],
  ])('that is written %s is %s', (text, canonical) => {
    expect(parseDecimal(text)).toBe(canonical)
  })

  it.each(['', ' ', '.', '-', '1,200', '1 2', '4a', 'NaN', 'Infinity', '0x10', '1e', '四', '1e1000', '１', '--1'])(
    'is not "%s"',
    text => {
      expect(parseDecimal(text)).toBeUndefined()
    },
  )

  it('has at most 100 characters, as given and as canonical text', () => {
    expect(parseDecimal('9'.repeat(100))).toBe('9'.repeat(100))
    expect(parseDecimal('9'.repeat(101))).toBeUndefined()
    expect(parseDecimal('1e99')).toBe(`1${'0'.repeat(99)}`)
    expect(parseDecimal('1e100')).toBeUndefined()
  })

  it('is exact where a float is not', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3')
    expect(multiplyDecimals('9007199254740993', '1')).toBe('9007199254740993')
    expect(subtractDecimals('1', '0.9')).toBe('0.1')
    expect(divideDecimals('45', '1e18')).toBe('0.000000000000000045')
  })

  it('compares by value and not by its text', () => {
    expect(compareDecimals('9', '10')).toBeLessThan(0)
    expect(compareDecimals('-9', '-10')).toBeGreaterThan(0)
    expect(compareDecimals('1.0', '1')).toBe(0)
  })

  it('has the order of magnitude of its first digit', () => {
    expect(orderOfMagnitude('450')).toBe('100')
    expect(orderOfMagnitude('1000')).toBe('1000')
    expect(orderOfMagnitude('0.05')).toBe('0.01')
    expect(orderOfMagnitude('0')).toBeUndefined()
  })

  it('is its own canonical text', () => {
    fc.assert(fc.property(decimals, text => expect(parseDecimal(text)).toBe(text)))
  })

  it('adds and subtracts back, multiplies and divides back by powers of ten', () => {
    fc.assert(
      fc.property(decimals, decimals, fc.integer({ min: 0, max: 24 }), (a, b, exponent) => {
        expect(subtractDecimals(addDecimals(a, b), b)).toBe(a)
        expect(divideDecimals(multiplyDecimals(a, `1e${exponent}`), `1e${exponent}`)).toBe(a)
        expect(addDecimals(a, b)).toBe(addDecimals(b, a))
        expect(Math.sign(compareDecimals(a, b))).toBe(0 - Math.sign(compareDecimals(b, a)))
      }),
    )
  })

  it('is never thrown at, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const parsed = parseDecimal(text)
        if (parsed !== undefined) expect(parseDecimal(parsed)).toBe(parsed)
      }),
    )
  })
})
