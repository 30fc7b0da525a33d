import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { compareDecimals } from '../../../src/values/decimal.js'
import { boundsOf, formatQuantity, type QuantityBounds, quantitiesOverlap } from '../../../src/values/quantity.js'
import { convertAmount, type Unit, unitKindOf, units } from '../../../src/values/unit.js'
import type { Quantity } from '../../../src/values/value.js'
import { parseQuantity } from '../../../src/values/words/read-quantity.js'
import { statedQuantitiesAgree } from '../../../src/values/words/stated-quantities.js'
import { amounts, quantities, unitNames } from '../../support/random-values.js'

function quantity(text: string): Quantity {
  const parsed = parseQuantity(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`)
  return parsed.value
}

/** What a text says, without what follows from it. */
function read(text: string): string {
  const { amount, upper, unit, comparator, precision } = quantity(text)
  const ends = upper === undefined ? amount : `${amount}..${upper}`
  return [comparator, ends, unit, precision === 'UNSTATED' ? undefined : precision].filter(Boolean).join(' ')
}

describe('a quantity', () => {
  it.each([
    ['45 EFLOPS', 'EXACTLY 45 EFLOPS'],
    ['45EFLOPS', 'EXACTLY 45 EFLOPS'],
    ['４５ＥＦＬＯＰＳ', 'EXACTLY 45 EFLOPS'],
    ['>= 100 MW', 'AT_LEAST 100 MW'],
    ['≥100兆瓦', 'AT_LEAST 100 MW'],
    ['> 100 MW', 'MORE_THAN 100 MW'],
    ['<= 100 MW', 'AT_MOST 100 MW'],
    ['< 100 MW', 'LESS_THAN 100 MW'],
    ['~1000 PFLOPS @FP16', 'ABOUT 1000 PFLOPS FP16'],
    ['1000 PFLOPS (FP16)', 'EXACTLY 1000 PFLOPS FP16'],
    ['半精度1000P', 'EXACTLY 1000 PFLOPS FP16'],
    ['10..20 MW', 'BETWEEN 10..20 MW'],
    ['10-20 MW', 'BETWEEN 10..20 MW'],
    ['10至20兆瓦', 'BETWEEN 10..20 MW'],
    ['10MW至20MW', 'BETWEEN 10..20 MW'],
    ['between 10 and 20 MW', 'BETWEEN 10..20 MW'],
    ['4 万PFLOPS', 'EXACTLY 40000 PFLOPS'],
    ['1.2亿元', 'EXACTLY 120000000 CNY'],
    ['1.2 billion yuan', 'EXACTLY 1200000000 CNY'],
    ['$2.5 million', 'EXACTLY 2500000 USD'],
    ['US$100', 'EXACTLY 100 USD'],
    ['超过45EFLOPS', 'MORE_THAN 45 EFLOPS'],
    ['不低于45EFLOPS', 'AT_LEAST 45 EFLOPS'],
    ['45EFLOPS以上', 'AT_LEAST 45 EFLOPS'],
    ['不超过100兆瓦', 'AT_MOST 100 MW'],
    ['约1000P', 'ABOUT 1000 PFLOPS'],
    ['1000P左右', 'ABOUT 1000 PFLOPS'],
    ['at least 100 MW', 'AT_LEAST 100 MW'],
    ['more than 10,000 GPUs', 'MORE_THAN 10000 GPU'],
    ['up to 300 megawatts', 'AT_MOST 300 MW'],
    ['approximately 5 EFLOPS', 'ABOUT 5 EFLOPS'],
    ['less than 5 percent', 'LESS_THAN 5 PERCENT'],
    ['五亿亿次每秒', 'EXACTLY 50000000000000000 FLOPS'],
    ['10余万千瓦', 'MORE_THAN 100000 KW'],
    ['5-10万卡', 'BETWEEN 50000..100000 GPU'],
    ['3000个标准机架', 'EXACTLY 3000 RACK'],
    ['一万张GPU', 'EXACTLY 10000 GPU'],
    ['0 MW', 'EXACTLY 0 MW'],
  ])('is read from %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each(['亿级以上', 'billion-yuan-scale', '十亿级', '万卡', '百亿元', '若干', 'hundreds of millions'])(
    'without a number is kept as stated: %s',
    text => {
      expect(quantity(text)).toEqual({ kind: 'quantity', comparator: 'EXACTLY' })
    },
  )

  it.each([
    ['45 parsecs', 'parsecs'],
    ['100 立方米', '立方米'],
    ['5 mW', 'mW'],
    ['100 MWp', 'MWp'],
  ])('of an unknown unit is refused: %s', (text, seen) => {
    expect(parseQuantity(text)).toMatchObject({ ok: false, code: 'UNIT_UNKNOWN', fields: { seen } })
  })

  it('of a kind that does not fit is refused, and what it measures is said', () => {
    expect(parseQuantity('100 MW', ['compute'])).toEqual({
      ok: false,
      code: 'UNIT_UNFIT',
      fields: { unit: 'MW', measures: 'power' },
    })
    expect(parseQuantity('1.2亿元', ['money-cny', 'money-usd']).ok).toBe(true)
    expect(parseQuantity('亿级以上', ['compute']).ok).toBe(true)
  })

  it.each(['', '   ', '20..10 MW', '20MW至10MW', '超过45EFLOPS以下', '100 MW @FP16', `${'9'.repeat(120)} MW`])(
    'is not "%s"',
    text => {
      expect(parseQuantity(text)).toMatchObject({ ok: false, code: 'VALUE_INVALID' })
    },
  )

  it('has a number format only where it is one of compute', () => {
    expect(quantity('45 EFLOPS').precision).toBe('UNSTATED')
    expect('precision' in quantity('45 MW')).toBe(false)
  })

  it('is read back from its text', () => {
    fc.assert(fc.property(quantities, value => expect(quantity(formatQuantity(value))).toEqual(value)))
  })

  it('means the same in half-width and full-width characters', () => {
    const full = (text: string) =>
      [...text].map(each => (/[!-~]/.test(each) ? String.fromCharCode(each.charCodeAt(0) + 0xfee0) : each)).join('')
    fc.assert(
      fc.property(quantities, value => {
        const text = formatQuantity(value)
        expect(parseQuantity(full(text))).toEqual(parseQuantity(text))
      }),
    )
  })

  it('is never thrown at, and what it gives is whole', () => {
    const words = fc
      .array(
        fc.constantFrom(
          '45',
          '1.2',
          '亿',
          '万',
          'EFLOPS',
          'MW',
          '元',
          '约',
          '>=',
          '至',
          '..',
          ' ',
          '以上',
          '级',
          '@FP16',
          '$',
          '-',
        ),
        { maxLength: 8 },
      )
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), text => {
        const parsed = parseQuantity(text)
        if (!parsed.ok) return
        const { amount, upper, unit, comparator } = parsed.value
        expect(amount === undefined).toBe(unit === undefined)
        expect(upper !== undefined).toBe(comparator === 'BETWEEN')
        if (amount !== undefined && upper !== undefined) expect(compareDecimals(amount, upper)).toBeLessThanOrEqual(0)
        if (amount !== undefined) expect(quantity(formatQuantity(parsed.value))).toEqual(parsed.value)
      }),
    )
  })
})

describe('the bounds of a quantity', () => {
  const bounded: readonly (readonly [string, QuantityBounds])[] = [
    ['45 MW', { unitKind: 'power', low: '45000000', high: '45000000' }],
    ['>= 45 MW', { unitKind: 'power', low: '45000000' }],
    ['> 45 MW', { unitKind: 'power', low: '45000000', lowOpen: true }],
    ['<= 45 MW', { unitKind: 'power', high: '45000000' }],
    ['< 45 MW', { unitKind: 'power', high: '45000000', highOpen: true }],
    ['~100 MW', { unitKind: 'power', low: '90000000', high: '110000000' }],
    ['10..20 MW', { unitKind: 'power', low: '10000000', high: '20000000' }],
    ['亿级以上', {}],
  ]
  it.each(bounded)('of %s are in the base unit of its kind', (text, bounds) => {
    expect(boundsOf(quantity(text))).toEqual(bounds)
  })

  /** Whether a figure lies within bounds. */
  const holds = ({ low, lowOpen, high, highOpen }: QuantityBounds, figure: string) =>
    (low === undefined || compareDecimals(figure, low) >= (lowOpen ? 1 : 0)) &&
    (high === undefined || compareDecimals(figure, high) <= (highOpen ? -1 : 0))

  it('hold just the figures that its comparator says', () => {
    fc.assert(
      fc.property(quantities, amounts, (value, other) => {
        const { amount = '', upper = '', unit = 'W', comparator } = value
        const figure = boundsOf({ amount: other, unit, comparator: 'EXACTLY' }).low as string
        const order = compareDecimals(other, amount)
        const expected = {
          EXACTLY: order === 0,
          AT_LEAST: order >= 0,
          MORE_THAN: order > 0,
          AT_MOST: order <= 0,
          LESS_THAN: order < 0,
          BETWEEN: order >= 0 && (upper === '' || compareDecimals(other, upper) <= 0),
          ABOUT: undefined,
        }[comparator]
        if (expected !== undefined) expect(holds(boundsOf(value), figure)).toBe(expected)
        else expect(holds(boundsOf(value), boundsOf({ amount, unit, comparator: 'EXACTLY' }).low as string)).toBe(true)
      }),
    )
  })

  it('are the same in another unit of the kind in which the amounts have a decimal text', () => {
    fc.assert(
      fc.property(quantities, unitNames, (value, unit) => {
        fc.pre(unitKindOf(unit) === unitKindOf(value.unit as Unit))
        const convert = (amount: string) => convertAmount(amount, value.unit as Unit, unit) as string
        const { amount = '', upper } = value
        // A mu is 2,000 / 3 square metres.
        const isExact = (each: string) => convertAmount(convert(each), unit, value.unit as Unit) === each
        fc.pre([amount, ...(upper === undefined ? [] : [upper])].every(isExact))
        const converted = {
          ...value,
          unit,
          amount: convert(amount),
          ...(upper !== undefined && { upper: convert(upper) }),
        }
        expect(boundsOf(converted)).toEqual(boundsOf(value))
      }),
    )
  })
})

describe('two quantities', () => {
  it.each([
    ['45 EFLOPS', '45000 PFLOPS', 'overlap'],
    ['45 EFLOPS', '45001 PFLOPS', 'disjoint'],
    ['>= 100 MW', '< 100 MW', 'disjoint'],
    ['>= 100 MW', '<= 100 MW', 'overlap'],
    ['> 100 MW', '<= 100 MW', 'disjoint'],
    ['10..20 MW', '15 MW', 'overlap'],
    ['约100兆瓦', '105 MW', 'overlap'],
    ['约100兆瓦', '111 MW', 'disjoint'],
    ['1000 PFLOPS @FP16', '1000 PFLOPS @FP64', 'incomparable'],
    ['1000 PFLOPS @FP16', '1 EFLOPS', 'overlap'],
    ['1.2亿元', '120 million yuan', 'overlap'],
    ['100 MW', '100 元', 'incomparable'],
    ['1亿元', '1亿美元', 'incomparable'],
    ['亿级以上', '1亿元', 'incomparable'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(quantitiesOverlap(quantity(a), quantity(b))).toBe(expected)
  })

  it('are compared alike from either side, and overlap themselves', () => {
    fc.assert(
      fc.property(quantities, quantities, (a, b) => {
        expect(quantitiesOverlap(a, b)).toBe(quantitiesOverlap(b, a))
        const isNegligible = a.comparator === 'ABOUT' && a.amount === '0'
        if (!isNegligible) expect(quantitiesOverlap(a, a)).toBe('overlap')
      }),
    )
  })

  it.each([
    ['45EFLOPS', '45 EFLOPS', true],
    ['45EFLOPS', '54 EFLOPS', false],
    ['亿级以上', 'billion-yuan-scale', false],
    ['亿级以上', 'hundred-million-scale', true],
    ['十亿级', 'billion-scale', true],
    ['亿元级', 'hundred-million-dollar-scale', false],
    ['4个', '4', true],
    ['4个', '5', false],
    ['若干', 'several', true],
    ['1.2亿元', '120 million dollars', false],
    ['百P级', '100-petaflops-scale', true],
  ])('as two editions state them, %s and %s, may be one: %s', (a, b, expected) => {
    expect(statedQuantitiesAgree(a, quantity(a), b, quantity(b))).toBe(expected)
    expect(statedQuantitiesAgree(b, quantity(b), a, quantity(a))).toBe(expected)
  })

  it('of every unit have a text that is read back in that unit', () => {
    for (const unit of Object.keys(units)) expect(read(`7 ${unit}`)).toBe(`EXACTLY 7 ${unit}`)
  })
})
