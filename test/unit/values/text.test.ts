import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { excerpt, foldFigures } from '../../../src/values/text.js'

describe('foldFigures', () => {
  it.each([
    ['４５　ＥＦＬＯＰＳ', '45 EFLOPS'],
    ['約４５億圓', '约45亿圆'],
    ['10¹⁸ FLOPS', '10^18 FLOPS'],
    [' 45 \n\t EFLOPS ', '45 EFLOPS'],
    ['㎿', 'MW'],
    ['1½', '1½'],
    ['①00', '①00'],
    ['唐建国', '唐建国'],
  ])('writes %j as %j', (text, folded) => expect(foldFigures(text)).toBe(folded))

  it('changes nothing that it has written', () => {
    const figure = fc.constantFrom(...'４5億萬¹½①㎿ 　^EＦ約')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: figure }), fc.string({ unit: 'grapheme' })), text => {
        expect(foldFigures(foldFigures(text))).toBe(foldFigures(text))
      }),
    )
  })
})

describe('excerpt', () => {
  it('gives a short text whole, and the first hundred characters of a long one, none of them halved', () => {
    expect(excerpt('亿级以上')).toBe('亿级以上')
    expect(excerpt('算'.repeat(300))).toBe('算'.repeat(100))
    expect(excerpt('𠮷'.repeat(300))).toBe('𠮷'.repeat(100))
  })
})
