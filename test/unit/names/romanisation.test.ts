import { describe, expect, it } from '@jest/globals'
import { pinyin } from 'pinyin-pro'
import { foldLatin, isPinyin, isPinyinSyllable, spellings, wadeGiles } from '../../../src/names/romanisation.js'

describe('romanisation', () => {
  it('folds away case, tones, dieresis, apostrophes', () => {
    expect(foldLatin("Lǚ  XI'ĀN lu:3 T’ang ｚｈａｏ")).toBe('lu  xian lu tang zhao')
  })

  it('tells what reads as pinyin from what does not', () => {
    const words = ['tang', 'jianguo', 'xian', 'lvliang', 'lyu', 'zhuang', 'kwok', 'mongolia', 'obama', 'biden', 'q', '']
    expect(words.filter(isPinyin)).toEqual(['tang', 'jianguo', 'xian', 'lvliang', 'lyu', 'zhuang'])
    expect(words.filter(isPinyinSyllable)).toEqual(['tang', 'xian', 'lyu', 'zhuang'])
  })

  it('knows every syllable by which a common character is read', () => {
    const readings = new Set<string>()
    for (let code = 0x4e00; code <= 0x9fa5; code++)
      for (const reading of pinyin(String.fromCharCode(code), { toneType: 'none', type: 'array' }))
        readings.add(reading)
    const unknown = [...readings].filter(
      reading => /^[a-zü]+$/.test(reading) && !spellings(reading).every(isPinyinSyllable),
    )
    // Of interjections (哦, 嗯, 唷), and of 欻, 扽, 鞥, 剋, which stand in no name.
    expect(unknown.sort()).toEqual(['chua', 'den', 'eng', 'kei', 'm', 'ng', 'o', 'yo'])
  })

  it.each([
    ['zhang', 'chang'],
    ['jiang', 'chiang'],
    ['qian', 'chien'],
    ['xue', 'hsueh'],
    ['xu', 'hsu'],
    ['lü', 'lu'],
    ['lüe', 'lueh'],
    ['ju', 'chu'],
    ['jue', 'chueh'],
    ['quan', 'chuan'],
    ['guo', 'kuo'],
    ['duo', 'to'],
    ['ruo', 'jo'],
    ['gui', 'kuei'],
    ['hui', 'hui'],
    ['rong', 'jung'],
    ['xiong', 'hsiung'],
    ['yong', 'yung'],
    ['yue', 'yueh'],
    ['you', 'yu'],
    ['ye', 'yeh'],
    ['zi', 'tzu'],
    ['zhi', 'chih'],
    ['er', 'erh'],
    ['ai', 'ai'],
    ['wu', 'wu'],
    ['zeng', 'tseng'],
    ['bing', 'ping'],
  ])('writes %s as %s in the system of Wade and Giles', (syllable, written) =>
    expect(wadeGiles(syllable)).toContain(written),
  )
})
