import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { KeyExpression } from '../../../src/names/key-expression.js'
import { readingsOf } from '../../../src/names/readings.js'
import { keysOfName } from '../../../src/names/search-keys.js'
import { matchName } from '../../../src/search/match-name.js'
import { keysAsWritten, keysOfWhole, keysWithTypos } from '../../../src/search/plan-search.js'
import { parseSearchQuery } from '../../../src/search/search-query.js'
import { SearchedName } from '../../../src/search/searched-name.js'
import { weightOfTones } from '../../../src/search/tone-agreement.js'

/** How the query finds the name, the index asked first, as `search` does. */
function find(asked: string, text: string, withTypos = false) {
  const query = parseSearchQuery(asked)
  if (!query) return undefined
  const keys = new Set(keysOfName(text))
  const plans = withTypos ? keysWithTypos(query) : [keysOfWhole(query), keysAsWritten(query)]
  const match = plans.some(plan => hasKeys(plan, keys))
    ? matchName(query, new SearchedName(text), withTypos)
    : undefined
  return match && { ...match, marked: match.highlights.map(({ start, end }) => text.slice(start, end)) }
}

function hasKeys(wanted: KeyExpression, keys: ReadonlySet<string>): boolean {
  if (typeof wanted === 'string')
    return wanted.endsWith('*') ? [...keys].some(key => key.startsWith(wanted.slice(0, -1))) : keys.has(wanted)
  return 'all' in wanted ? wanted.all.every(each => hasKeys(each, keys)) : wanted.any.some(each => hasKeys(each, keys))
}

describe('a name is found', () => {
  it.each([
    ['唐建国', '唐建国', 'EXACT', ['唐建国']],
    ['唐建國', '唐建国', 'EXACT', ['唐建国']],
    ['唐 建 国', '唐建国', 'EXACT', ['唐建国']],
    ['zhao jianguo', 'Zhao Jianguo', 'EXACT', ['Zhao Jianguo']],
    ['INNERMONGOLIA', 'Inner Mongolia', 'EXACT', ['Inner Mongolia']],
    ['北京', '北京市', 'PREFIX', ['北京']],
    ['Beij', 'Beijing', 'PREFIX', ['Beij']],
    ['建国', '唐建国', 'WORDS', ['建国']],
    ['国', '唐建国', 'WORDS', ['国']],
    ['conference digital', '2024 Global Digital Economy Conference', 'WORDS', ['Digital', 'Conference']],
    ['算力 京津冀', '“京津冀蒙”算力供给走廊', 'WORDS', ['京津冀', '算力']],
    ['京津冀蒙算力', '“京津冀蒙”算力供给走廊', 'PREFIX', ['京津冀蒙”算力']],
    ['tang jianguo', '唐建国', 'PINYIN', ['唐建国']],
    ['Táng Jiànguó', '唐建国', 'PINYIN', ['唐建国']],
    ['tangjianguo', '唐建国', 'PINYIN', ['唐建国']],
    ['tang2 jian4guo2', '唐建国', 'PINYIN', ['唐建国']],
    ['jianguo', '唐建国', 'PINYIN', ['建国']],
    ['tang jiang', '唐建国', 'PINYIN', ['唐建国']],
    ['tang ji', '唐建国', 'PINYIN', ['唐建']],
    ['lvliang', '吕梁市', 'PINYIN', ['吕梁']],
    ['shaanxi', '陕西省', 'PINYIN', ['陕西']],
    ['shan tianfang', '单田芳', 'PINYIN', ['单田芳']],
    ['chongqing', '重庆市', 'PINYIN', ['重庆']],
    ["xi'an", '西安市', 'PINYIN', ['西安']],
    ['ai yuansheng', 'AI原生城市', 'PINYIN', ['AI原生']],
    ['Peking', '北京市', 'PINYIN', ['北京']],
    ['Sinkiang', '新疆维吾尔自治区', 'PINYIN', ['新疆']],
    ['Szechwan', '四川省', 'PINYIN', ['四川']],
    ['Szechuan', '四川省', 'PINYIN', ['四川']],
    ['Kweichow', '贵州省', 'PINYIN', ['贵州']],
    ['Fukien', '福建省', 'PINYIN', ['福建']],
    ['Hupeh', '湖北省', 'PINYIN', ['湖北']],
    ['Foochow', '福州市', 'PINYIN', ['福州']],
    ['Soochow', '苏州市', 'PINYIN', ['苏州']],
    ['Chinghai', '青海省', 'PINYIN', ['青海']],
    ['Urumchi', '乌鲁木齐市', 'PINYIN', ['乌鲁木齐']],
    ['Changchow', '常州市', 'PINYIN', ['常州']],
    ['Changchow', '漳州市', 'PINYIN', ['漳州']],
    ['tjg', '唐建国', 'INITIALS', ['唐建国']],
    ['jg', '唐建国', 'INITIALS', ['建国']],
    ['t j g', '唐建国', 'INITIALS', ['唐建国']],
    ['cq', '重庆市', 'INITIALS', ['重庆']],
    ['gdec', '2024 Global Digital Economy Conference', 'INITIALS', ['G', 'D', 'E', 'C']],
  ])('%j finds %j: %s', (asked, text, reason, marked) => {
    expect(find(asked, text)).toMatchObject({ reason, marked })
  })

  it.each([
    ['Zhao Jiangou', 'Zhao Jianguo', 'FUZZY', ['Zhao Jianguo']],
    ['Bejing', 'Beijing Municipality', 'FUZZY', ['Beijing']],
    ['Iner Mongola', 'Inner Mongolia', 'FUZZY', ['Inner Mongolia']],
    ['tang jiangou', '唐建国', 'FUZZY', ['唐建国']],
    ['唐健国', '唐建国', 'FUZZY', ['唐建国']],
    ['Pekin', '北京市', 'FUZZY', ['北京']],
    ['京津冀算力走廊', '京津冀蒙算力供给走廊', 'WORDS', ['京津冀', '算力', '走廊']],
  ])('where slips are allowed for, %j finds %j: %s', (asked, text, reason, marked) => {
    expect(find(asked, text)).toBeUndefined()
    expect(find(asked, text, true)).toMatchObject({ reason, marked })
  })

  it.each([
    ['建唐', '唐建国'],
    ['uo', '唐建国'],
    ['tang li', '唐建国'],
    ['wang', '唐建国'],
    ['!!', '唐建国'],
  ])('%j does not find %j', (asked, text) => {
    expect(find(asked, text)).toBeUndefined()
    expect(find(asked, text, true)).toBeUndefined()
  })

  it.each([
    ['xi an', '县'],
    ["xi'an", '县城'],
    ['eijing', 'Beijing'],
  ])('%j finds %j only where slips are allowed for', (asked, text) => {
    expect(find(asked, text)).toBeUndefined()
    expect(find(asked, text, true)?.reason).toBe('FUZZY')
  })

  it('is a better answer the more of it was asked for', () => {
    const score = (asked: string, text: string) => find(asked, text)?.score ?? 0
    expect(score('北京', '北京')).toBe(1)
    expect(score('北京', '北京')).toBeGreaterThan(score('北京', '北京市'))
    expect(score('北京', '北京市')).toBeGreaterThan(score('北京', '北京市经济和信息化局'))
    expect(score('beijing', '北京')).toBeGreaterThan(score('bj', '北京'))
  })
})

const common = [
  ...'唐建国北京市重庆长沙内蒙古自治区算力走廊中心陕西山西吕梁单曾解乐行厦门丽水六安蚌埠呼和浩特经济信息化局',
]
const character = fc.constantFrom(...common)
const hanName = fc.array(character, { minLength: 1, maxLength: 12 }).map(each => each.join(''))

/** A name, where a part of it begins and ends. */
const nameAndPart = hanName.chain(name =>
  fc
    .tuple(fc.nat({ max: name.length - 1 }), fc.nat({ max: name.length - 1 }))
    .map(([a, b]) => ({ name, start: Math.min(a, b), end: Math.max(a, b) + 1 })),
)

describe('a tone that was typed', () => {
  const weight = (asked: string, ...names: readonly string[]) => {
    const query = parseSearchQuery(asked)
    return query
      ? weightOfTones(
          query,
          names.map(name => new SearchedName(name)),
        )
      : 0
  }

  it.each([
    ['Sūzhōu', ['苏州市', 'Suzhou'], 'Suzhou', ['宿州市', 'Suzhou']],
    ['Sùzhōu', ['宿州市', 'Suzhou'], 'Suzhou', ['苏州市', 'Suzhou']],
    ['su1zhou', ['苏州'], 'Suzhou', ['宿州']],
    ['su zhōu', ['苏州'], 'Suzhou', ['苏皱']],
    ['shān xī', ['山西'], 'Shanxi', ['陕西']],
    ['shǎn xī', ['陕西'], 'Shanxi', ['山西']],
    ['shan3 xi1', ['陕西'], 'Shanxi', ['山西']],
    ['Shàn Tiánfāng', ['单田芳'], 'Shan Tianfang', ['山田芳']],
    ['Ōu Bó', ['区伯'], 'Ou Bo', ['偶伯']],
    ['Qiú Hé', ['仇和'], 'Qiu He', ['秋和']],
    ['Lǚliáng', ['吕梁'], 'Luliang', ['绿良']],
    ['Lǚ', ['吕梁'], 'Lu', ['绿良']],
    ['Yìchāng', ['一昌'], 'Yichang', ['夷昌']],
    ['Sūzhōu', ['Sūzhōu'], 'Suzhou', ['Sùzhōu']],
  ])('%s: %j before %s before %j', (asked, same, silent, other) => {
    const weights = [weight(asked, ...same), weight(asked, silent), weight(asked, ...other)]
    expect(weights[0]).toBe(1)
    expect(weights[1]).toBeLessThan(weights[0] ?? 0)
    expect(weights[2]).toBeLessThan(weights[1] ?? 0)
    expect(weights[2]).toBeGreaterThan(0)
  })

  it('is an accent in another language, and found where the name has the same', () => {
    expect([weight('Málaga', '马拉加', 'Málaga'), weight('Málaga', '马拉加', 'Malaga')]).toEqual([1, 0.8])
  })

  it('says nothing where none was typed, or only the neutral one', () => {
    for (const asked of ['suzhou', 'su5zhou0', '苏州', 'Québec', 'G20'])
      expect([asked, weight(asked, '苏州')]).toEqual([asked, asked === 'Québec' ? 0.8 : 1])
  })

  it('is looked for in each place of the name', () => {
    expect(find('Sūzhōu', '宿州苏州路')?.marked).toEqual(['苏州'])
    expect(find('Sùzhōu', '苏州宿州路')?.marked).toEqual(['宿州'])
  })
})

describe('every name', () => {
  it('in Chinese is found by every part of it, which is highlighted', () => {
    fc.assert(
      fc.property(nameAndPart, ({ name, start, end }) => {
        const part = name.slice(start, end)
        expect(find(part, name)?.marked).toEqual([part])
      }),
    )
  })

  it('in Chinese is found by any reading of the characters of every part, with spaces or without', () => {
    const asked = nameAndPart.chain(each =>
      fc
        .tuple(
          fc.tuple(...[...each.name.slice(each.start, each.end)].map(one => fc.constantFrom(...readingsOf(one)))),
          fc.constantFrom('', ' ', "'"),
        )
        .map(([sounds, between]) => ({ ...each, sounds: sounds.join(between) })),
    )
    fc.assert(
      fc.property(asked, ({ name, sounds }) => {
        const match = find(sounds, name)
        expect(match).toBeDefined()
        expect(match?.reason).toBe('PINYIN')
      }),
    )
  })

  it('has highlights within it that cover what matched, and a score of 0 to 1', () => {
    const text = fc.oneof(
      hanName,
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc
        .array(fc.oneof(hanName, fc.constantFrom('AI', 'Beijing', '·', '2024', ' ', '（', '😀')), { maxLength: 6 })
        .map(each => each.join('')),
    )
    const part = text.chain(name => fc.tuple(fc.constant(name), fc.oneof(text, fc.constant(name.slice(0, 3)))))
    fc.assert(
      fc.property(part, fc.boolean(), ([name, asked], withTypos) => {
        const match = find(asked, name, withTypos)
        if (!match) return
        let last = 0
        for (const { start, end } of match.highlights) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(name.length)
          last = end
        }
        expect(match.highlights).not.toEqual([])
        expect(match.score).toBeGreaterThan(0)
        expect(match.score).toBeLessThanOrEqual(1)
      }),
    )
  })
})
