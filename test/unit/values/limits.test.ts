import { describe, expect, it } from '@jest/globals'
import { brokenBound, type DateLimit, explainBound, type QuantityLimit } from '../../../src/values/limits.js'
import type { Value } from '../../../src/values/value.js'
import { parseQuantity } from '../../../src/values/words/read-quantity.js'

const limits: readonly QuantityLimit[] = [
  { unit: 'MW', least: '0', most: '1e6', plausible: ['0.001', '20000'] },
  { unit: 'GPU', least: '0', whole: true },
  { unit: 'EFLOPS', least: '0', most: '1e6' },
]
const dates: DateLimit = { plausible: ['1950', '2100'] }

function value(text: string): Value {
  const parsed = parseQuantity(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`)
  return parsed.value
}

describe('a bound', () => {
  it.each([
    ['100 MW', undefined],
    ['0 MW', 'PLAUSIBLE'],
    ['-5 MW', 'LEAST'],
    ['-5..5 MW', 'LEAST'],
    ['2000000 MW', 'MOST'],
    ['50 GW', 'PLAUSIBLE'],
    ['100..50000 MW', 'PLAUSIBLE'],
    ['>= 100 MW', undefined],
    ['0.5 GPU', 'WHOLE'],
    ['1.5万卡', undefined],
    ['1e99 FLOPS', 'MOST'],
    ['1000000 EFLOPS', undefined],
    ['-1亿元', undefined],
    ['亿级以上', undefined],
  ])('that %s breaks is %s', (text, kind) => {
    expect(brokenBound(value(text), limits, dates)?.kind).toBe(kind)
  })

  it.each([
    ['2024', false],
    ['1949', true],
    ['1949/1950', false],
    ['2101-01-01', true],
    ['2100-12-31', false],
    ['../1940', true],
    ['2024/..', false],
  ])('of dates is broken by %s: %s', (edtf, isBroken) => {
    expect(brokenBound({ kind: 'date', edtf }, limits, dates) !== undefined).toBe(isBroken)
    expect(brokenBound({ kind: 'date', edtf }, limits, undefined)).toBeUndefined()
  })

  it('is explained in both languages', () => {
    const broken = brokenBound(value('-5 MW'), limits, undefined)
    expect(broken && explainBound('-5 MW', broken, 'en')).toBe('“-5 MW” is less than 0 MW')
    expect(broken && explainBound('-5 MW', broken, 'zh')).toBe('“-5 MW”小于 0 MW')
    const implausible = brokenBound(value('50 GW'), limits, undefined)
    expect(implausible && explainBound('50 GW', implausible, 'en')).toBe(
      '“50 GW” lies outside the plausible range 0.001..20000 MW',
    )
  })
})
