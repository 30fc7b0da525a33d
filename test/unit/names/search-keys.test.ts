import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { keysOfCode, keysOfName, typeKey, typoKeys, wholeKey } from '../../../src/names/search-keys.js'
import { writeKeyQuery } from '../../../src/store/search/key-query.js'

const kindOf = (name: string, kind: string) => keysOfName(name).filter(key => key.startsWith(kind))

describe('search keys', () => {
  it('of a Chinese name: two characters each, the last one, syllables, initials from each on', () => {
    expect(keysOfName('唐建国').filter(key => !/^[xd]/.test(key))).toEqual([
      '唐建',
      '建国',
      '国',
      'ptang',
      'pjian',
      'pguo',
      'itjg',
      'ijg',
      'ig',
    ])
  })

  it('are the same of both scripts', () => {
    expect(keysOfName('內蒙古')).toEqual(keysOfName('内蒙古'))
  })

  it('have every reading of a character, and every spelling', () => {
    expect(kindOf('重庆', 'p')).toEqual(expect.arrayContaining(['pchong', 'pzhong', 'pqing']))
    expect(kindOf('吕梁', 'p')).toEqual(expect.arrayContaining(['plu', 'plv', 'plyu']))
  })

  it('of an English name: words, its initials', () => {
    expect(kindOf('2024 Global Digital Economy Conference', 'w')).toEqual([
      'w2024',
      'wglobal',
      'wdigital',
      'weconomy',
      'wconference',
    ])
    expect(kindOf('2024 Global Digital Economy Conference', 'i')).toEqual(['igdec'])
  })

  it('of the whole: by letters, by sound, by initials', () => {
    const keys = keysOfName('唐建国')
    for (const whole of ['唐建国', 'tangjianguo', 'tjg']) expect(keys).toContain(wholeKey(whole))
    expect(keysOfName('Inner Mongolia')).toContain(wholeKey('innermongolia'))
  })

  it('of two words have one in common where a slip lies between them', () => {
    for (const [a, b] of [
      ['jianguo', 'jiangou'],
      ['beijing', 'bejing'],
      ['hefei', 'hefi'],
      ['shijiazhuang', 'shijazhuang'],
    ] as const)
      expect(typoKeys(a).filter(key => typoKeys(b).includes(key))).not.toEqual([])
    expect(typoKeys('bei')).toEqual([])
  })

  it('of a code and of a type', () => {
    expect(keysOfCode('110000')).toEqual([wholeKey('110000'), 'w110000'])
    expect(keysOfCode('--')).toEqual([])
    expect(typeKey('official/tang-jianguo')).toBe('yofficial')
  })

  it('of any text are keys, and not too many', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }))
    fc.assert(
      fc.property(text, name => {
        for (const key of [...keysOfName(name), ...keysOfCode(name), typeKey(`${name}/x`)])
          expect(writeKeyQuery(key, each => each)).toBe(key)
      }),
    )
    expect(keysOfName('京津冀蒙算力供给走廊'.repeat(1_000)).length).toBeLessThan(500)
    expect(keysOfName('Global Digital Economy '.repeat(1_000)).length).toBeLessThan(500)
    expect(keysOfName('長重單曾解'.repeat(1_000)).length).toBeLessThan(1_000)
  })
})
