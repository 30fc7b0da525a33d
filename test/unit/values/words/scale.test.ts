import { describe, expect, it } from '@jest/globals'
import { parseQuantity } from '../../../../src/values/words/read-quantity.js'
import { isScale, scaleOf } from '../../../../src/values/words/scale.js'
import { statedQuantitiesAgree } from '../../../../src/values/words/stated-quantities.js'

describe('scaleOf', () => {
  it.each([
    ['亿级以上', { order: '100000000' }],
    ['億級以上', { order: '100000000' }],
    ['billion-yuan-scale', { order: '1000000000', kind: 'money-cny', low: '1000000000' }],
    ['hundreds of millions', { order: '100000000' }],
    ['tens of billions of dollars', { order: '10000000000', kind: 'money-usd' }],
    ['multi-billion-dollar', { order: '1000000000', kind: 'money-usd', low: '1000000000' }],
    ['数十亿元', { order: '1000000000', kind: 'money-cny', low: '1000000000' }],
    ['上百亿美元', { order: '10000000000', kind: 'money-usd', low: '10000000000' }],
    ['四亿级', { order: '100000000' }],
    ['四个亿级以上', { order: '100000000' }],
    ['2025年亿级', { order: '100000000' }],
    ['万卡级', { order: '10000', kind: 'gpu', low: '10000' }],
    ['百P级', { order: '100', kind: 'compute', low: '100000000000000000' }],
    ['百亿亿次每秒', { order: '1000000000000000000', kind: 'compute', low: '1000000000000000000' }],
    ['百万千瓦级', { order: '1000000', kind: 'power', low: '1000000000' }],
    ['千瓦级', { order: '1', kind: 'power', low: '1000' }],
    ['吉瓦级', { kind: 'power', low: '1000000000' }],
    ['E级', { kind: 'compute', low: '1000000000000000000' }],
    ['exascale', { kind: 'compute', low: '1000000000000000000' }],
    ['投资规模以元计', { kind: 'money-cny' }],
    ['大规模', {}],
    ['large-scale', {}],
    ['', {}],
  ])('of %s is %j', (text, scale) => expect(scaleOf(text)).toEqual(scale))
})

describe('isScale', () => {
  it.each([
    '亿级',
    '亿级以上',
    '十亿级',
    '亿量级',
    'billion-yuan-scale',
    '100 MW-scale',
    'gigawatt scale or more',
    'exascale',
  ])('holds for %s', text => expect(isScale(text)).toBe(true))
  it.each(['45 EFLOPS', '45EFLOPS以上', '等级保护', 'scale', '亿元'])('does not hold for %s', text =>
    expect(isScale(text)).toBe(false),
  )
})

describe('an order of magnitude beside a number', () => {
  const agree = (words: string, figure: string) => {
    const [scale, number] = [parseQuantity(words), parseQuantity(figure)]
    if (!scale.ok || !number.ok || number.value.amount === undefined) throw new Error(`${words}, ${figure}`)
    const agreed = statedQuantitiesAgree(words, scale.value, figure, number.value)
    expect(statedQuantitiesAgree(figure, number.value, words, scale.value)).toBe(agreed)
    return agreed
  }

  it.each([
    ['亿元级', '500 million yuan'],
    ['亿元级以上', '5 billion yuan'],
    ['亿级以上', '45 EFLOPS'],
    ['大规模', '45 EFLOPS'],
    ['投资规模以元计', '1 yuan'],
    ['E级', '2 EFLOPS'],
  ])('admits it, or does not say: %s, %s', (words, figure) => expect(agree(words, figure)).toBe(true))

  it.each([
    ['亿元级', '5 billion yuan'],
    ['亿元级以上', '50 million yuan'],
    ['亿元级以下', '5 billion yuan'],
    ['亿元级', '500 million dollars'],
    ['E级', '200 PFLOPS'],
    ['E级', '45 MW'],
  ])('excludes it: %s, %s', (words, figure) => expect(agree(words, figure)).toBe(false))
})

describe('words of one script', () => {
  it.each([
    ['大规模', '大规模', true],
    ['大规模', '超大规模', false],
    ['large', 'Large', true],
    ['large', 'huge', false],
    ['大规模', 'large', true],
    ['大规模', 'billion-yuan-scale', true],
  ])('agree where they are the same: %s, %s: %s', (a, b, expected) => {
    const none = { kind: 'quantity', comparator: 'EXACTLY' } as const
    expect(statedQuantitiesAgree(a, none, b, none)).toBe(expected)
  })
})
