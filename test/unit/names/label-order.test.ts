import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { labelOrderOf, labelSortKey } from '../../../src/names/label-order.js'
import { readAs } from '../../../src/names/readings.js'

const inOrder = (labels: readonly string[], { language = 'zh', isPerson = false } = {}) => {
  const { keyOf, compare } = labelOrderOf(language)
  return labels.toSorted((a, b) => compare(keyOf(a, isPerson), keyOf(b, isPerson)))
}

describe('the order of labels', () => {
  it.each([
    [
      'readings in the word',
      ['长安区', '长沙市', '朝阳区', '重庆市', '济宁市', '三亚市', '厦门市', '张掖市', '漳州市'],
    ],
    ['readings as place names', ['都匀市', '黄陂区', '乐亭县', '单县', '歙县', '浚县', '蔚县']],
    ['tones after letters', ['山西省', '陕西省', '上海市']],
    ['ü after u', ['路桥区', '吕梁市', '滦州市', '罗湖区']],
    ['traditional characters beside simplified ones', ['長沙', '朝阳', '重慶', '臺北']],
    ['both scripts in one alphabet', ['2024大会', 'AI原生城市', 'Baoding', '北京市', 'Bohai', 'Changsha', '重庆市']],
    ['letters with marks and signs', ['“Éclair”', 'edge', 'Łódź', 'Malmö', "O'Reilly", 'Ørsted', 'Zürich']],
    ['other scripts last', ['Zhengzhou', '遵义市', 'Москва', 'かな']],
  ])('goes by %s', (_, sorted) => {
    expect(inOrder(sorted.toReversed())).toEqual(sorted)
    expect(inOrder(sorted, { language: 'en-GB' })).toEqual(sorted)
  })

  it('reads the surnames of persons, and no others', () => {
    const persons = '卜宪群 盖叫天 区伯 繁钦 仇和 阙定胜 单田芳 解晓东 尉迟恭 曾庆红 查良镛 翟志刚'.split(' ')
    expect(inOrder(persons.toReversed(), { isPerson: true })).toEqual(persons)
    expect(inOrder(['单一公司', '丁公司', '沙公司'])).toEqual(['单一公司', '丁公司', '沙公司'])
  })

  it('is that of the language asked for, where it is neither Chinese nor English', () => {
    const labels = ['Zürich', 'Åmål', '北京', 'Arboga', 'Örebro', 'Östersund']
    expect(inOrder(labels, { language: 'sv' })).toEqual(['Arboga', '北京', 'Zürich', 'Åmål', 'Örebro', 'Östersund'])
    expect(inOrder(labels, { language: 'de' })).toEqual(['Åmål', 'Arboga', '北京', 'Örebro', 'Östersund', 'Zürich'])
  })

  it('compares byte by byte, by a key that says the same however the label is written', () => {
    for (const label of ['北京市', 'Łódź', 'Москва', '𠮷野家', '—', 'AI “原生” 城市'])
      expect(labelSortKey(label, false)).toMatch(/^[ -~]*$/)
    expect(labelSortKey('BEIJING', false)).toBe(labelSortKey('beijing', false))
    expect(labelSortKey('長沙', false)).toBe(labelSortKey('长沙', false))
    expect(labelSortKey('长'.repeat(5_000), false).length).toBeLessThan(1_000)
  })
})

describe('the readings of the divisions of China', () => {
  it.each([
    ['sets/cn-counties/cedict.csv', 'pinyin'],
    ['seeds/cn-regions/cedict.csv', 'pinyin'],
  ])('are those of CC-CEDICT, neutral tones apart: %s', (file, column) => {
    const rows: Readonly<Record<string, string>>[] = parse(readFileSync(resolve(file)), { columns: true })
    expect(rows.length).toBeGreaterThan(300)
    const otherwise = rows.flatMap(({ headword = '', [column]: pinyin = '' }) => {
      if (pinyin.includes('5') || headword === '河南蒙古族自治县') return []
      const read = readAs([...headword], 'ANY').map(reading => `${reading?.syllable}${reading?.tone ?? ''}`)
      return sameAs(pinyin, read) ? [] : [`${headword}: ${pinyin}, read ${read.join(' ')}`]
    })
    expect(otherwise).toEqual([])
  })
})

/** Whether marks and figures write the same syllables and tones. */
function sameAs(marked: string, read: readonly string[]): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-zü]/g, '')
  const plain = marked.normalize('NFD').replace(/[\u0300\u0301\u0304\u030c]/g, '')
  const tones = [...marked.normalize('NFD').matchAll(/[\u0304\u0301\u030c\u0300]/g)].map(
    ([mark]) => '\u0304\u0301\u030c\u0300'.indexOf(mark) + 1,
  )
  return (
    letters(plain.normalize('NFC')) === letters(read.join('')) &&
    tones.join('') === read.join('').replace(/[^1-4]/g, '')
  )
}
