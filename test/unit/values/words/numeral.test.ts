import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import Nzh from 'nzh'
import { parseNumeral } from '../../../../src/values/words/numeral.js'

describe('a number at the start of a text', () => {
  it.each([
    ['45EFLOPS', '45', 'EFLOPS'],
    ['1,200 MW', '1200', 'MW'],
    ['1,234,567.5', '1234567.5', ''],
    ['1.2亿元', '120000000', '元'],
    ['4 万PFLOPS', '40000', 'PFLOPS'],
    ['3千卡', '3000', '卡'],
    ['2.5 billion yuan', '2500000000', 'yuan'],
    ['300 million', '300000000', ''],
    ['1.5 trillion USD', '1500000000000', 'USD'],
    ['12 thousand racks', '12000', 'racks'],
    ['１００Ｐ', '100', 'P'],
    ['1.8×10^19', '18000000000000000000', ''],
    ['-3.5', '-3.5', ''],
    ['5万亿', '5000000000000', ''],
    ['1亿2千万', '120000000', ''],
    ['1万5000', '15000', ''],
  ])('of figures: %s is %s before "%s"', (text, amount, rest) => {
    expect(parseNumeral(text)).toMatchObject({ amount, rest })
  })

  it.each([
    ['四十五', '45', ''],
    ['十', '10', ''],
    ['十二', '12', ''],
    ['两百', '200', ''],
    ['三千万', '30000000', ''],
    ['一亿二千万', '120000000', ''],
    ['一点五', '1.5', ''],
    ['一点五亿元', '150000000', '元'],
    ['二〇二五', '2025', ''],
    ['零', '0', ''],
    ['一百零一', '101', ''],
    ['两千三', '2300', ''],
    ['壹佰贰拾', '120', ''],
    ['三億', '300000000', ''],
    ['五個', '5', '个'],
  ])('of characters: %s is %s before "%s"', (text, amount, rest) => {
    expect(parseNumeral(text)).toMatchObject({ amount, rest })
  })

  it.each(['亿级以上', '万卡', '百亿元', '', 'EFLOPS', 'four', 'zero million', '约45', '三四百', '七八'])(
    'is not in "%s", which says how many only roughly or not at all',
    text => {
      expect(parseNumeral(text)).toBeUndefined()
    },
  )

  it('leaves 千瓦 a unit and 百分 the beginning of one', () => {
    expect(parseNumeral('5千瓦')).toMatchObject({ amount: '5', rest: '千瓦' })
    expect(parseNumeral('5百分点')).toMatchObject({ amount: '5', rest: '百分点' })
  })

  it('is exact above what a float can hold', () => {
    expect(parseNumeral('9007199254740993')).toMatchObject({ amount: '9007199254740993' })
    expect(parseNumeral('九千零八万亿零一')).toMatchObject({ amount: '9008000000000001' })
  })

  it('reads what a writer of Chinese numerals writes, and figures alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), number => {
        expect(parseNumeral(Nzh.cn.encodeS(String(number)))?.amount).toBe(String(number))
        expect(parseNumeral(number.toLocaleString('en-US'))?.amount).toBe(String(number))
        expect(parseNumeral(`${number}`)?.amount).toBe(String(number))
      }),
    )
  })

  it('is never thrown at, and takes nothing but a beginning', () => {
    const mixed = fc
      .array(fc.constantFrom(...'0123456789.,万亿千百十一二两零点余-+eE^×年级 ', 'million', 'billion'), {
        maxLength: 14,
      })
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string()), text => {
        const numeral = parseNumeral(text)
        if (!numeral) return
        expect(numeral.amount).toMatch(/^-?\d+(\.\d+)?$/)
        expect(numeral.rest.length).toBeLessThan(Math.max(1, text.normalize('NFKC').length))
      }),
    )
  })
})
