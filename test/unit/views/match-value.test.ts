import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { compareDecimals } from '../../../src/values/decimal.js'
import { convertAmount, units } from '../../../src/values/unit.js'
import type { Quantity } from '../../../src/values/value.js'
import { parseQuantity } from '../../../src/values/words/read-quantity.js'
import { matchesDate, matchesQuantity, matchesText, type QuantityFilter } from '../../../src/views/lists/match-value.js'
import { amounts, quantities, unitNames } from '../../support/random-values.js'

function quantity(text: string): Quantity {
  const parsed = parseQuantity(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`)
  return parsed.value
}

/** `100 MW` as a filter has it. */
function input(text: string) {
  const { amount = '', unit = 'W' } = quantity(text)
  return text.includes(' ') ? { amount, unit } : { amount }
}

function filter(text: string): QuantityFilter {
  return Object.fromEntries(
    text.split(', ').map(part => {
      const [name = '', ...rest] = part.split(' ')
      return name === 'precision' ? [name, rest] : [name, input(rest.join(' '))]
    }),
  )
}

describe('a filter of quantities', () => {
  it.each([
    ['>= 100 MW', 'gte 50 MW'],
    ['>= 100 MW', 'gte 100 MW'],
    ['> 100 MW', 'gt 100 MW'],
    ['<= 100 MW', 'lte 100 MW'],
    ['< 100 MW', 'lt 100 MW'],
    ['10..20 MW', 'gte 10 MW, lte 20 MW'],
    ['100 MW', 'eq 0.1 GW'],
    ['100 MW', 'eq 100000000 W'],
    ['45 EFLOPS', 'gte 45000 PFLOPS, lte 45000 PFLOPS'],
    ['0.3 MW', 'eq 300 KW'],
    ['~100 MW', 'gte 90 MW, lte 110 MW'],
    ['45 EFLOPS', 'gte 45 EFLOPS, precision UNSTATED'],
    ['45 EFLOPS @FP16', 'gte 45 EFLOPS, precision FP16 FP8'],
    ['45 EFLOPS @FP16/BF16', 'gte 45 EFLOPS, precision BF16'],
    ['500 家以上', 'gte 500 COUNT'],
    ['500 家以上', 'gte 500'],
    ['100 MW', 'gte 1 MW, precision UNSTATED'],
  ])('%s passes %s', (stated, wanted) => {
    expect(matchesQuantity(quantity(stated), filter(wanted))).toBe(true)
  })

  it.each([
    ['>= 100 MW', 'lt 200 MW'],
    ['>= 100 MW', 'lte 100 MW'],
    ['>= 100 MW', 'eq 100 MW'],
    ['>= 100 MW', 'gt 100 MW'],
    ['<= 100 MW', 'gte 1 W'],
    ['10..20 MW', 'gte 11 MW'],
    ['~100 MW', 'gte 100 MW'],
    ['100 MW', 'gte 1 CNY'],
    ['100 CNY', 'lte 100 USD'],
    ['1000 架', 'gte 1 EFLOPS'],
    ['45 EFLOPS @FP16', 'gte 1 EFLOPS, precision UNSTATED'],
    ['45 EFLOPS', 'gte 1 EFLOPS, precision FP16'],
    ['45 EFLOPS @FP16/BF16', 'gte 45 EFLOPS, precision FP8'],
    ['500 MW', 'gte 500'],
    ['亿级以上', 'gte 0 EFLOPS'],
    ['亿级以上', 'precision UNSTATED'],
  ])('%s does not pass %s', (stated, wanted) => {
    expect(matchesQuantity(quantity(stated), filter(wanted))).toBe(false)
  })

  it('compares decimals as they are, however large, small or long', () => {
    const stated = { kind: 'quantity', amount: '0.3', unit: 'EFLOPS', comparator: 'EXACTLY' } as const
    expect(matchesQuantity(stated, { eq: { amount: '0.30000000000000004', unit: 'EFLOPS' } })).toBe(false)
    const long = `1${'0'.repeat(60)}.${'0'.repeat(30)}1`
    expect(matchesQuantity({ ...stated, amount: long }, { gt: { amount: long.slice(0, -1), unit: 'EFLOPS' } })).toBe(
      true,
    )
    expect(matchesQuantity({ ...stated, amount: long }, { eq: { amount: `${long}1`, unit: 'EFLOPS' } })).toBe(false)
  })

  it('never lets one quantity pass a limit from both sides', () => {
    fc.assert(
      fc.property(quantities, amounts, unitNames, (stated, amount, unit) => {
        const limit = { amount, unit }
        const passes = (wanted: QuantityFilter) => matchesQuantity(stated, wanted)
        expect(passes({ gte: limit }) && passes({ lt: limit })).toBe(false)
        expect(passes({ gt: limit }) && passes({ lte: limit })).toBe(false)
        if (passes({ gt: limit })) expect(passes({ gte: limit })).toBe(true)
        if (passes({ lt: limit })) expect(passes({ lte: limit })).toBe(true)
        if (passes({ eq: limit })) expect(passes({ gte: limit, lte: limit })).toBe(true)
      }),
    )
  })

  it('tells of an exact figure just where it lies, in whatever unit either is given', () => {
    fc.assert(
      fc.property(amounts, amounts, unitNames, unitNames, (figure, limit, from, to) => {
        const stated = { kind: 'quantity', amount: figure, unit: from, comparator: 'EXACTLY' } as const
        const at = { amount: limit, unit: to }
        const passes = ['lt', 'eq', 'gt'].filter(name => matchesQuantity(stated, { [name]: at }))
        if (units[from].of !== units[to].of) return expect(passes).toEqual([])
        const order = Math.sign(compareDecimals(convertAmount(figure, from, to) ?? '', limit))
        return expect(passes).toEqual([['lt', 'eq', 'gt'][order + 1]])
      }),
    )
  })
})

describe('a filter of dates', () => {
  it.each([
    ['2025', { within: '2024/2026' }],
    ['2025-06', { within: '2025' }],
    ['2025', { within: '2025' }],
    ['2024-07~', { within: '2024' }],
    ['2024-21', { within: '2024-03/2024-05' }],
    ['2024/2025', { within: '2024/2026' }],
    ['2025', { within: '2024/..' }],
    ['2025', { within: '../2026' }],
    ['../2025', { within: '../2026' }],
    ['201X', { within: '2010/2019' }],
    ['2024', { before: '2025' }],
    ['../2024', { before: '2025' }],
    ['2024-07-04', { before: '2024-07-05' }],
    ['2025', { after: '2024' }],
    ['2025/..', { after: '2024' }],
    ['2024-07-04', { after: '2023', before: '2025', within: '2024' }],
  ])('%s passes %j', (date, wanted) => {
    expect(matchesDate(date, wanted)).toBe(true)
  })

  it.each([
    ['2025', { within: '2025-06' }],
    ['2024/2026', { within: '2025/2026' }],
    ['../2025', { within: '2024/2026' }],
    ['2025/..', { within: '2024/2026' }],
    ['2024-21', { within: '2024-04' }],
    ['2025', { before: '2025' }],
    ['2025', { before: '2025-06' }],
    ['2025', { after: '2025-06' }],
    ['2025/..', { before: '2099' }],
    ['../2025', { after: '1000' }],
    ['2024-07~', { before: '2024-08' }],
    ['2024-07~', { after: '2024-06' }],
  ])('%s does not pass %j', (date, wanted) => {
    expect(matchesDate(date, wanted)).toBe(false)
  })
})

describe('a filter of texts', () => {
  it('takes letters of either case and width for the same, and signs for themselves', () => {
    expect(matchesText(['Ａｌｉｂａｂａ Cloud'], { startsWith: 'alibaba' })).toBe(true)
    expect(matchesText(['北京数据中心'], { contains: '数据' })).toBe(true)
    expect(matchesText(['北京'], { eq: '%' })).toBe(false)
    expect(matchesText(['北京'], { contains: '.*' })).toBe(false)
    expect(matchesText(['北京', 'Beijing'], { in: ['beijing'] })).toBe(true)
    expect(matchesText(['北京', 'Beijing'], { startsWith: 'bei', contains: '京' })).toBe(false)
    expect(matchesText(['北京'], { in: [] })).toBe(false)
  })
})
