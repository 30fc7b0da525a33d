import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseNumeral, readMultiplier } from '../../../../src/values/words/numeral.js'

describe('a number in Chinese characters', () => {
  it('is read exactly, whatever integer below 10^16 it is', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 16n - 1n), integer => {
        expect(parseNumeral(inCharacters(integer))).toMatchObject({ amount: String(integer), rest: '' })
      }),
    )
  })

  it('is read exactly with any fraction, and multiplied', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.integer({ min: 1, max: 999 }), (whole, fraction) => {
        const written = `${inCharacters(BigInt(whole))}点${[...String(fraction)].map(digit => '零一二三四五六七八九'[Number(digit)]).join('')}`
        const scaled = BigInt(`${whole}${fraction}`) * 10n ** BigInt(8 - String(fraction).length)
        expect(parseNumeral(`${written}亿`)?.amount).toBe(String(scaled))
      }),
    )
  })

  it.each([
    ['两千三', '2300'],
    ['一百二', '120'],
    ['三万五', '35000'],
    ['三亿五', '350000000'],
    ['三万五百', '30500'],
    ['一千零三', '1003'],
  ])('whose last unit is left out has it: %s is %s', (text, amount) =>
    expect(parseNumeral(text)).toMatchObject({ amount, rest: '' }),
  )

  it.each(['十二三亿', '三四百', '五六万', '七八'])('that leaves it open is none: %s', text =>
    expect(parseNumeral(text)).toBeUndefined(),
  )

  it.each([
    ['十万千瓦', '100000', '千瓦'],
    ['二十五万千瓦', '250000', '千瓦'],
    ['10万千瓦', '100000', '千瓦'],
    ['3千千瓦', '3000', '千瓦'],
    ['一百千瓦', '100', '千瓦'],
  ])('takes nothing of the unit 千瓦: %s is %s of %s', (text, amount, rest) =>
    expect(parseNumeral(text)).toMatchObject({ amount, rest }),
  )
})

describe('a number of absurd length', () => {
  it.each([
    ['multipliers behind a figure', `1${'亿'.repeat(100_000)}`],
    ['multipliers behind a character', `一${'亿'.repeat(100_000)}`],
    ['figures', '1'.repeat(100_000)],
    ['characters', '十零'.repeat(50_000)],
    ['exponents', `1e${'9'.repeat(100_000)}`],
  ])('of a hundred thousand %s is not read as one of that size, and nothing is thrown', (_, text) => {
    expect((parseNumeral(text)?.amount ?? '').length).toBeLessThan(50)
  })
})

describe('readMultiplier', () => {
  it.each([
    ['万卡', '10000', '卡'],
    ['百亿元', '10000000000', '元'],
    ['亿亿次每秒', '10000000000000000', '次每秒'],
    [' billion yuan', '1000000000', ' yuan'],
    ['hundred-million-scale', '100000000', '-scale'],
  ])('reads %j as %s and leaves %j', (text, factor, rest) => expect(readMultiplier(text)).toEqual({ factor, rest }))

  it.each(['', '元', '千瓦', '百分之五', 'millionaire', 'EFLOPS', '亿'.repeat(7)])('reads none in %j', text =>
    expect(readMultiplier(text)).toBeUndefined(),
  )
})

/** Written independently of the library that the reader uses: the greatest unit first, 零 once for a run of zeros, 十 for a leading 一十. */
function inCharacters(integer: bigint): string {
  if (integer === 0n) return '零'
  const written = characters(integer)
  return written.startsWith('一十') ? written.slice(1) : written
}

const chineseUnits: readonly (readonly [string, bigint])[] = [
  ['亿', 100_000_000n],
  ['万', 10_000n],
  ['千', 1000n],
  ['百', 100n],
  ['十', 10n],
]

function characters(integer: bigint): string {
  if (integer === 0n) return ''
  const unit = chineseUnits.find(([, size]) => integer >= size)
  if (!unit) return '零一二三四五六七八九'.charAt(Number(integer))
  const [name, size] = unit
  const [count, rest] = [integer / size, integer % size]
  return `${characters(count)}${name}${rest > 0n && rest < size / 10n ? '零' : ''}${characters(rest)}`
}
