import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { comparators } from '../../../../src/values/comparator.js'
import {
  joinComparators,
  takeComparators,
  takeComparatorWithin,
} from '../../../../src/values/words/comparator-words.js'

describe('takeComparators', () => {
  it('takes the words on both sides, and those in a row', () => {
    expect(takeComparators('约1000P左右')).toEqual({ comparators: ['ABOUT', 'ABOUT'], rest: '1000P' })
    expect(takeComparators('达到约1000P')).toEqual({ comparators: ['EXACTLY', 'ABOUT'], rest: '1000P' })
    expect(takeComparators('no more than 20 MW')).toEqual({ comparators: ['AT_MOST'], rest: '20 MW' })
  })

  it('takes nothing of a text that has none', () => {
    expect(takeComparators('45 EFLOPS')).toEqual({ comparators: [], rest: '45 EFLOPS' })
  })
})

describe('takeComparatorWithin', () => {
  it.each([
    ['余万千瓦', ['MORE_THAN'], '万千瓦'],
    ['多亿元', ['MORE_THAN'], '亿元'],
    ['+ MW', ['AT_LEAST'], 'MW'],
    ['MW', [], 'MW'],
  ])('takes what %s begins with', (text, taken, rest) =>
    expect(takeComparatorWithin(text)).toEqual({ comparators: taken, rest }),
  )
})

describe('joinComparators', () => {
  it.each([
    [[], 'EXACTLY'],
    [['EXACTLY', 'ABOUT'], 'ABOUT'],
    [['ABOUT', 'AT_LEAST'], 'AT_LEAST'],
    [['MORE_THAN', 'AT_LEAST'], 'MORE_THAN'],
    [['AT_MOST', 'LESS_THAN'], 'LESS_THAN'],
    [['AT_LEAST', 'AT_MOST'], undefined],
    [['MORE_THAN', 'AT_MOST'], undefined],
  ] as const)('makes of %j %s', (given, joined) => expect(joinComparators(given)).toBe(joined))

  it('does not depend on the order of the words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...comparators), { maxLength: 4 }), given => {
        expect(joinComparators([...given].reverse())).toBe(joinComparators(given))
      }),
    )
  })
})
