import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDecimals, compareDecimals } from '../../../src/values/decimal.js'
import { termsKey } from '../../../src/values/precision.js'
import { convertAmount, type Unit, unitKindOf, units } from '../../../src/values/unit.js'
import type { Quantity } from '../../../src/values/value.js'
import { parseQuantity } from '../../../src/values/words/read-quantity.js'
import { aggregateQuantities } from '../../../src/views/lists/aggregate-quantities.js'
import { matchesQuantity } from '../../../src/views/lists/match-value.js'
import { quantities, unitNames } from '../../support/random-values.js'

function row(...stated: readonly string[]) {
  const parsed = stated.flatMap(text => {
    const one = parseQuantity(text)
    return one.ok ? [one.value] : []
  })
  const [first, ...others] = aggregateQuantities(parsed, 'EFLOPS')
  expect(others).toEqual([])
  const { amount, upper, comparator } = first?.total ?? {}
  return [comparator, amount, ...(upper === undefined ? [] : [upper]), first?.min, first?.max].join(' ')
}

describe('an aggregate of quantities', () => {
  it.each([
    [['10 EFLOPS', '5000 PFLOPS'], 'EXACTLY 15 5 10'],
    [['0.1 EFLOPS', '0.2 EFLOPS'], 'EXACTLY 0.3 0.1 0.2'],
    [['10 EFLOPS', '>= 5 EFLOPS'], 'AT_LEAST 15 5 10'],
    [['10 EFLOPS', '<= 5 EFLOPS'], 'AT_MOST 15 5 10'],
    [['> 10 EFLOPS', '< 5 EFLOPS'], 'ABOUT 15 5 10'],
    [['~10 EFLOPS', '5 EFLOPS'], 'ABOUT 15 5 10'],
    [['10..20 EFLOPS', '5 EFLOPS'], 'BETWEEN 15 25 5 20'],
    [['10..20 EFLOPS', '>= 5 EFLOPS'], 'AT_LEAST 15 5 20'],
    [['10..20 EFLOPS', '<= 5 EFLOPS'], 'ABOUT 15 5 20'],
    [['10 EFLOPS', '亿级以上', '1000 架'], 'EXACTLY 10 10 10'],
  ])('of %j is %s', (stated, expected) => {
    expect(row(...stated)).toBe(expected)
  })

  it.each([
    [['10 EFLOPS', '5000 PFLOPS'], 'EXACTLY 7.5'],
    [['1 EFLOPS', '2 EFLOPS', '>= 2 EFLOPS'], 'AT_LEAST 1.666666666666666666666666666666667'],
    [['10..20 EFLOPS', '5 EFLOPS'], 'BETWEEN 7.5 12.5'],
    [
      ['0.000000000000000000000000000000000000001 EFLOPS', '1 EFLOPS'],
      'EXACTLY 0.5000000000000000000000000000000000000005',
    ],
  ])('of %j has the average %s', (stated, expected) => {
    const parsed = stated.flatMap(text => {
      const one = parseQuantity(text)
      return one.ok ? [one.value] : []
    })
    const [only] = aggregateQuantities(parsed, 'EFLOPS')
    expect([only?.total.comparator, only?.average, only?.averageUpper].filter(Boolean).join(' ')).toBe(expected)
  })

  it('has for each number format, basis and sparsity the sum of its figures, which a filter by these leaves', () => {
    fc.assert(
      fc.property(fc.array(quantities, { maxLength: 20 }), unitNames, (stated, unit) => {
        const rows = aggregateQuantities(stated, unit)
        const convertible = stated.filter(each => each.unit && unitKindOf(each.unit) === unitKindOf(unit))
        expect(rows.reduce((count, each) => count + each.count, 0)).toBe(convertible.length)
        for (const { count, total, min, max, ...terms } of rows) {
          const own = convertible.filter(each => termsKey(each) === termsKey(terms))
          const asked = { precision: [terms.precision], basis: [terms.basis], sparsity: [terms.sparsity] }
          expect(own.every(each => matchesQuantity(each, asked))).toBe(true)
          expect(own).toHaveLength(count)
          expect(total.amount).toBe(own.map(each => inUnit(each, unit)).reduce(addDecimals, '0'))
          expect(compareDecimals(min, max)).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('is the same number in every unit, to the last digit', () => {
    const compute = fc.constantFrom(...(Object.keys(units) as Unit[]).filter(unit => units[unit].of === 'compute'))
    fc.assert(
      fc.property(fc.array(quantities, { minLength: 1 }), compute, compute, (stated, one, other) => {
        const [left, right] = [aggregateQuantities(stated, one), aggregateQuantities(stated, other)]
        expect(left.map(({ total }) => convertAmount(total.amount, one, other))).toEqual(
          right.map(({ total }) => total.amount),
        )
      }),
    )
  })

  it('loses nothing of the longest numbers side by side', () => {
    const far = { kind: 'quantity', comparator: 'EXACTLY', precision: 'FP16' } as const
    const [sum] = aggregateQuantities(
      [
        { ...far, amount: `9${'0'.repeat(98)}`, unit: 'ZFLOPS' },
        { ...far, amount: `0.${'0'.repeat(96)}1`, unit: 'FLOPS' },
      ],
      'FLOPS',
    )
    expect(sum?.total.amount).toBe(`9${'0'.repeat(98 + 21)}.${'0'.repeat(96)}1`)
  })
})

function inUnit({ amount, unit }: Quantity, wanted: Unit): string {
  return convertAmount(amount ?? '', unit ?? wanted, wanted) ?? ''
}
