import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { contextOf, matchQuote, nearestWords, toQuotable } from '../../../../src/datasets/check/match-quote.js'

const article = toQuotable('北京计划在未来两年内打造AI原生城市，\n  并明确提出到2025年。北京 将 提升算力。')

describe('finding a quote', () => {
  it('gives where it stands, in characters', () => {
    expect(matchQuote(article, '打造AI原生城市')).toEqual({ start: 10, end: 18, count: 1 })
    expect(matchQuote(toQuotable('😀😀算力'), '算力')).toEqual({ start: 2, end: 4, count: 1 })
  })

  it('takes runs of white space for one space, in the quote as in the text', () => {
    expect(matchQuote(article, 'AI原生城市， 并明确')).toMatchObject({ start: 12 })
    expect(matchQuote(article, '北京\n将\t提升')).toMatchObject({ start: 34, end: 41 })
  })

  it('takes a line break in Chinese text for nothing, and any quotation mark, width or space for another', () => {
    expect(matchQuote(article, '城市，并明确')).toEqual({ start: 16, end: 25, count: 1 })
    const page = toQuotable('全国“算力\n枢纽”节点达８个，PUE 低于1.2。')
    expect(matchQuote(page, '「算力枢纽」节点达8个')).toEqual({ start: 2, end: 14, count: 1 })
    expect(matchQuote(page, 'PUE低于1.2')).toMatchObject({ count: 1 })
    expect(matchQuote(page, '"算力枢纽"节点', '全国')).toMatchObject({ start: 2 })
    expect(matchQuote(page, '算力枢钮')).toBeUndefined()
  })

  it('prefers the place that has the very words', () => {
    expect(matchQuote(toQuotable('算\n力。算力。'), '算力')).toEqual({ start: 4, end: 6, count: 1 })
  })

  it('takes the first place of one that stands more than once, and counts them, overlapping ones too', () => {
    expect(matchQuote(article, '北京')).toEqual({ start: 0, end: 2, count: 2 })
    expect(matchQuote(toQuotable('baaaa'), 'aaa')).toEqual({ start: 1, end: 4, count: 2 })
  })

  it('tells places apart by what stands directly before or after', () => {
    expect(matchQuote(article, '北京', '', '计划')).toMatchObject({ start: 0 })
    expect(matchQuote(article, '北京', '2025年。')).toMatchObject({ start: 34 })
    expect(matchQuote(article, '北京', '', '将')).toMatchObject({ start: 34 })
    expect(matchQuote(article, '北京', '上海')).toBeUndefined()
  })

  it('finds what was taken out of any text, and the text has it there', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'b', '算', '😀', ' ', '\n', '，'),
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
        const letters = [...text]
        const start = from % letters.length
        const exact = letters
          .slice(start, start + 1 + (length % letters.length))
          .join('')
          .trim()
        fc.pre(exact !== '')
        const quotable = toQuotable(text)
        const match = matchQuote(quotable, exact)
        if (!match) throw new Error('not found')
        const spaces = letters.slice(start).findIndex(letter => !/\s/u.test(letter))
        expect(match.start).toBeLessThanOrEqual(start + spaces)
        const found = letters.slice(match.start, match.end).join('')
        expect(found.replace(/\s+/g, ' ')).toBe(exact.replace(/\s+/g, ' '))
        const { prefix, suffix } = contextOf(quotable, match.start, match.end)
        expect(text).toContain(`${prefix}${found}${suffix}`)
      }),
    )
  })
})

describe('the words nearest to a quote that is not there', () => {
  it('are those around its longest beginning that is', () => {
    expect(nearestWords(article, '打造AI原始城市')).toBe('打造AI原生城市， 并明确提出到202')
  })

  it('are found although the first words are those that differ', () => {
    expect(nearestWords(article, '“上海”计划在未来两年内打造')).toBe('北京计划在未来两年内打造AI原生城市， 并明确')
  })

  it('are none where hardly a letter is there', () => {
    expect(nearestWords(article, '上海')).toBeUndefined()
    expect(nearestWords(article, '北海道')).toBeUndefined()
  })

  it('are as short as a person reads them', () => {
    const long = toQuotable('算'.repeat(10_000))
    expect([...(nearestWords(long, `${'算'.repeat(9_000)}力`) ?? '')]).toHaveLength(120)
  })
})
