import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { precisions } from '../../../../src/values/precision.js'
import { formatQuantity } from '../../../../src/values/quantity.js'
import { units } from '../../../../src/values/unit.js'
import { hidesNumber, readAmounts } from '../../../../src/values/words/amounts.js'
import { parseQuantity } from '../../../../src/values/words/read-quantity.js'
import { decimals } from '../../../support/random-values.js'

describe('readAmounts', () => {
  it.each([
    ['1-2亿元', '100000000', '200000000', '元'],
    ['10到20万千瓦', '100000', '200000', '千瓦'],
    ['三到五亿元', '300000000', '500000000', '元'],
    ['2 to 3 billion yuan', '2000000000', '3000000000', 'yuan'],
    ['三至五百P', '300', '500', 'P'],
    ['8000至1万卡', '8000', '10000', '卡'],
    ['5千至2万卡', '5000', '20000', '卡'],
    ['500 MW to 1 GW', '0.5', '1', 'GW'],
    ['$10 to $20 million', '10000000', '20000000', '$'],
    ['百分之五到百分之十', '5', '10', '%'],
    ['介于10至20MW之间', '10', '20', 'MW'],
    ['-5..-1 MW', '-5', '-1', 'MW'],
  ])(
    'of %s are %s and %s, of %s: both ends share what multiplies the last, unless the first would be the greater',
    (text, low, high, unitText) => expect(readAmounts(text)).toEqual({ low, high, unitText, within: [] }),
  )

  it.each([
    ['45 EFLOPS', '45', 'EFLOPS', []],
    ['100-MW', '100', 'MW', []],
    ['¥100元', '100', '¥', []],
    ['人民币1.2亿元', '120000000', '人民币', []],
    ['$100 MW', '100', '$ MW', []],
    ['HK$5 million', '5000000', 'HK$', []],
    ['10余万千瓦', '100000', '千瓦', ['MORE_THAN']],
    ['100+ MW', '100', 'MW', ['AT_LEAST']],
    ['十几亿元', '10', '几亿元', []],
    ['45', '45', '', []],
  ] as const)('of %s is %s, of %j', (text, low, unitText, within) =>
    expect(readAmounts(text)).toEqual({ low, unitText, within }),
  )

  it.each(['', 'EFLOPS', '亿级以上', 'between 10 MW', '从10MW', '⅓ MW', '1⅞ MW', '①100MW', 'installed 45 EFLOPS'])(
    'are not read from %j',
    text => expect(readAmounts(text)).toBeUndefined(),
  )
})

describe('hidesNumber', () => {
  it.each([
    'installed 45 EFLOPS',
    '装机45EFLOPS',
    '第3期100兆瓦',
    'FP8/ 1000P',
    '-$5 million',
    '½ MW',
    `${'9'.repeat(101)} MW`,
  ])('holds for %s, whose number words not known here stand before', text => expect(hidesNumber(text)).toBe(true))

  it.each(['', '亿级以上', 'billion-yuan-scale', '第3期', 'phase 2 of the plan', '百亿元', 'EFLOPS'])(
    'does not hold for %j, which has no number of a known unit',
    text => expect(hidesNumber(text)).toBe(false),
  )
})

describe('what was once misread', () => {
  it.each([
    ['十万千瓦', '100000 KW'],
    ['1-2亿元', '100000000..200000000 CNY'],
    ['10¹⁸ FLOPS', '1000000000000000000 FLOPS'],
    ['一点五亿元', '150000000 CNY'],
    ['每秒10亿亿次浮点运算', '100000000000000000 FLOPS'],
    ['人民币1.2亿元', '120000000 CNY'],
    ['约1000P左右', '~1000 PFLOPS'],
    ['达到1000P', '1000 PFLOPS'],
    ['1.5e3 TFLOPS', '1500 TFLOPS'],
    ['.5 MW', '0.5 MW'],
    ['45 EFLOPS @UNSTATED', '45 EFLOPS'],
  ])('is read right: %s is %s', (text, canonical) => {
    const parsed = parseQuantity(text)
    expect(parsed.ok && formatQuantity(parsed.value)).toBe(canonical)
  })

  it.each([
    ['$100 MW', 'UNIT_UNKNOWN'],
    ['₴5 million', 'UNIT_UNKNOWN'],
    ['₽5 million', 'UNIT_UNKNOWN'],
    ['>= 10..20 MW', 'VALUE_INVALID'],
    ['between 10 MW', 'VALUE_INVALID'],
    ['installed 45 EFLOPS', 'VALUE_INVALID'],
    ['FP8/FP16 1000P', 'VALUE_INVALID'],
    ['①100MW', 'VALUE_INVALID'],
  ])('is refused rather than kept without what it says: %s', (text, code) =>
    expect(parseQuantity(text)).toMatchObject({ ok: false, code }),
  )
})

describe('a figure in its plain spelling', () => {
  it('is read as the same figure in words is, whatever its unit, its number format and what fits', () => {
    const names = fc.constantFrom(...Object.keys(units), 'EFLOPZ', 'UNSTATED')
    const formats = fc.constantFrom('', ...precisions.map(name => ` @${name}`), ' @FP65')
    const kinds = fc.constantFrom([], ['compute'], ['power', 'rack'])
    fc.assert(
      fc.property(decimals, names, formats, kinds, (amount, name, format, of) => {
        const [plain, inWords] = [`${amount} ${name}${format}`, `达到 ${amount} ${name}${format}`]
        const read = (text: string) => {
          const parsed = parseQuantity(text, of)
          return parsed.ok ? parsed : { ...parsed, fields: { ...parsed.fields, seen: undefined } }
        }
        expect(read(plain)).toEqual(read(inWords))
      }),
    )
  })
})
