import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { foldName, foldWholeName } from '../../../src/names/fold-name.js'

const wordsOf = (text: string) => foldName(text).map(word => word.text)

describe('a folded name', () => {
  it.each([
    ['唐建國', ['唐建国']],
    ['臺灣省', ['台湾省']],
    ['Táng Jiànguó', ['tang', 'jianguo']],
    ['Ta\u0301ng', ['tang']],
    ['ＡＩ原生城市', ['ai', '原生城市']],
    ['2024全球数字经济大会', ['2024', '全球数字经济大会']],
    ['Xī’ān Shì', ['xian', 'shi']],
    ['Jing-Jin-Ji region', ['jing', 'jin', 'ji', 'region']],
    ['京津冀·蒙', ['京津冀', '蒙']],
    ['Ürümqi', ['urumqi']],
    ['서울', ['서울']],
    ['ﬁbre', ['fibre']],
    ['', []],
    ['😀 !! \ud800', []],
  ])('of %j has the words %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('knows where each letter stands', () => {
    expect(foldName('“Xī’ān” 國')).toEqual([
      {
        isHan: false,
        text: 'xian',
        letters: [
          { folded: 'x', start: 1, end: 2 },
          { folded: 'i', start: 2, end: 3 },
          { folded: 'a', start: 4, end: 5 },
          { folded: 'n', start: 5, end: 6 },
        ],
      },
      { isHan: true, text: '国', letters: [{ folded: '国', start: 8, end: 9 }] },
    ])
  })

  it('as a whole has no sign between characters', () => {
    expect(foldWholeName('“京津冀蒙”算力 (JJJ) 走廊').map(word => word.text)).toEqual(['京津冀蒙算力', 'jjj', '走廊'])
  })

  it('of any text is one code point for each letter, within the text, in order, and folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
        const letters = foldName(text).flatMap(word => word.letters)
        let last = 0
        for (const { folded, start, end } of letters) {
          expect([...folded]).toHaveLength(1)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = start
        }
      }),
    )
  })
})
