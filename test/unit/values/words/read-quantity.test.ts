import { describe, expect, it } from '@jest/globals'
import { formatQuantity } from '../../../../src/values/quantity.js'
import { parseQuantity } from '../../../../src/values/words/read-quantity.js'
import { keptAsStated, read, refused, unread } from '../../../support/quantity-texts.js'

describe('a quantity as sources write it', () => {
  it.each(read)('%s is %s', (text, canonical) => {
    const parsed = parseQuantity(text)
    expect(parsed).toMatchObject({ ok: true })
    expect(parsed.ok && formatQuantity(parsed.value)).toBe(canonical)
    expect(parsed).not.toHaveProperty('unread')
    expect(parseQuantity(canonical)).toEqual(parsed)
  })

  it.each(keptAsStated)('%s has no number, and is kept as stated', text => {
    expect(parseQuantity(text)).toEqual({ ok: true, value: { kind: 'quantity', comparator: 'EXACTLY' } })
  })

  it.each(unread)('%s has numerals that give no number, and a warning says so', text => {
    expect(parseQuantity(text)).toEqual({ ok: true, value: { kind: 'quantity', comparator: 'EXACTLY' }, unread: true })
  })

  it.each(refused)('%s is refused: %s', (text, code) => {
    expect(parseQuantity(text)).toMatchObject({ ok: false, code })
  })

  it('that is a count is kept as stated, with a warning, where counts make no sense', () => {
    for (const text of ['500 个以上', '45', 'PUE 1.2'])
      expect(parseQuantity(text, ['compute', 'power'])).toEqual({
        ok: true,
        value: { kind: 'quantity', comparator: 'EXACTLY' },
        unread: true,
      })
  })

  it('without a unit takes the unit of a property that has only one', () => {
    const unitOf = (text: string, ...kinds: string[]) => {
      const parsed = parseQuantity(text, kinds)
      return parsed.ok ? parsed.value.unit : parsed.code
    }
    expect(unitOf('<= 1.25', 'ratio')).toBe('RATIO')
    expect(unitOf('8192', 'gpu')).toBe('GPU')
    // 0.25 may be a quarter or a quarter of one percent, and 45 of a power W, KW, MW or GW.
    expect(unitOf('0.25', 'share')).toBeUndefined()
    expect(unitOf('45', 'power')).toBeUndefined()
    expect(unitOf('45', 'gpu', 'rack')).toBeUndefined()
  })

  it('tells the words for an approximation that a range does not keep', () => {
    expect(parseQuantity('约60-80兆瓦')).toMatchObject({ value: { comparator: 'BETWEEN' }, leftOut: '约' })
    expect(parseQuantity('60至80兆瓦左右')).toMatchObject({ value: { comparator: 'BETWEEN' }, leftOut: '左右' })
    expect(parseQuantity('60-80 MW')).not.toHaveProperty('leftOut')
    expect(parseQuantity('约60兆瓦')).not.toHaveProperty('leftOut')
  })

  it('that names a scale of what the property cannot have is a warning', () => {
    expect(parseQuantity('万卡级', ['power'])).toHaveProperty('unread', true)
    expect(parseQuantity('万卡级', ['gpu'])).not.toHaveProperty('unread')
    expect(parseQuantity('亿级以上', ['power'])).not.toHaveProperty('unread')
  })

  it('says of what it is a number, in the words of the source', () => {
    const of = (text: string) => {
      const parsed = parseQuantity(text)
      return parsed.ok ? [parsed.value.amount, parsed.value.unit, parsed.value.of] : parsed.code
    }
    expect(of('3万张昇腾910B')).toEqual(['30000', 'GPU', '昇腾910B'])
    expect(of('30k H800s')).toEqual(['30000', 'GPU', 'H800'])
    expect(of('500家企业')).toEqual(['500', 'COUNT', '家企业'])
    expect(of('1.25')).toEqual(['1.25', 'COUNT', undefined])
    expect(of('PUE 1.2')).toEqual(['1.2', 'RATIO', 'PUE'])
    expect(of('PUE值降至1.25以下')).toEqual(['1.25', 'RATIO', 'PUE'])
    expect(of('a PUE of below 1.3')).toEqual(['1.3', 'RATIO', 'PUE'])
    expect(of('100 MW IT load')).toEqual(['100', 'MW', 'IT'])
  })
})
