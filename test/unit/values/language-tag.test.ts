import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isChinese, languageMatches, parseLanguageTag } from '../../../src/values/language-tag.js'

const tags = fc.constantFrom('zh', 'zh-Hans', 'zh-Hant-TW', 'zh-Latn-pinyin', 'en', 'en-GB', 'zho', 'und', 'z')

describe('a language tag', () => {
  it.each([
    ['zh-hans', 'zh-Hans'],
    ['ZH-HANT-tw', 'zh-Hant-TW'],
    ['EN', 'en'],
    ['en-gb', 'en-GB'],
    ['zh-latn-PINYIN', 'zh-Latn-pinyin'],
    ['und', 'und'],
  ])('that is written %s is %s', (text, tag) => {
    expect(parseLanguageTag(text)).toBe(tag)
  })

  it.each(['', 'chinese language', 'zh_Hans', '中文', 'e', 'en-', `en-${'x'.repeat(60)}`])('is not "%s"', text => {
    expect(parseLanguageTag(text)).toBeUndefined()
  })

  it('is covered by a range that begins it, part by part', () => {
    expect(languageMatches('zh', 'zh-Hans')).toBe(true)
    expect(languageMatches('ZH-hans', 'zh-Hans')).toBe(true)
    expect(languageMatches('*', 'en')).toBe(true)
    expect(languageMatches('zh-Hans', 'zh')).toBe(false)
    expect(languageMatches('z', 'zh')).toBe(false)
    expect(languageMatches('en', 'zh-Hans')).toBe(false)
  })

  it('is Chinese in characters unless it says Latin', () => {
    expect(['zh', 'zh-Hans', 'zh-Hant-HK'].every(isChinese)).toBe(true)
    expect(['zh-Latn-pinyin', 'en', 'und', 'zho'].some(isChinese)).toBe(false)
  })

  it('covers itself, and what it covers covers', () => {
    fc.assert(
      fc.property(tags, tags, tags, (a, b, c) => {
        expect(languageMatches(a, a)).toBe(true)
        if (languageMatches(a, b) && languageMatches(b, c)) expect(languageMatches(a, c)).toBe(true)
      }),
    )
  })
})
