import { describe, expect, it } from '@jest/globals'
import { figuresIn, wordsSay } from '../../../../src/datasets/check/words-say.js'
import { formatValue } from '../../../../src/values/format-value.js'
import { parseValue, type ValueForm } from '../../../../src/values/parse-value.js'

const quantity: ValueForm = { kind: 'quantity', of: [] }
const date: ValueForm = { kind: 'date' }
const identifier: ValueForm = { kind: 'code' }

function says(words: string, value: string, form: ValueForm, published?: string): boolean {
  const parsed = parseValue(value, form, 'en')
  if (!parsed.ok) throw new Error(`"${value}" is no value`)
  return wordsSay(words, parsed.value, form, published)
}

describe('the words of a source', () => {
  it.each([
    ['45EFLOPS', '45 EFLOPS'],
    ['到2025年将本地智算供给规模提升至45EFLOPS', '45 EFLOPS'],
    ['到2025年将本地智算供给规模提升至45EFLOPS', '45000 PFLOPS'],
    ['规模超过5000P，其中FP16 3000P', '> 5000 PFLOPS'],
    ['供电能力10万千瓦', '100 MW'],
    ['总投资1.2亿元，一期3000万元', '30000000 CNY'],
    ['a data centre of more than 100 MW in Ohio', '> 100 MW'],
    ['with 45,000 PFLOPS', '45 EFLOPS'],
    ['到2025年不低于60%', '>= 60 %'],
    ['部署１００００张卡', '10000 GPU'],
    ['规模达1000P，以FP16计', '1000 PFLOPS @FP16'],
    ['PUE降至1.25以下', '<= 1.25 RATIO'],
    ['新增500家企业', '500'],
    ['共有项目 45 ，其中', '45'],
    ['expects to have more than half a million GPUs in operation', '> 500000 GPU'],
    ['about half of them at Cedar Creek', '~50 %'],
    ['three quarters of its power is green', '75 %'],
    ['with two thousand racks in Ohio', '2000 RACK'],
    ['其中过半位于西部', '> 50 %'],
  ])('%s: say %s', (words, value) => {
    expect(says(words, value, quantity)).toBe(true)
  })

  it.each([
    ['2,400 accelerator cards', '24000 GPU'],
    ['with 2,400 cards', '400 GPU'],
    ['规模提升至45EFLOPS', '5 EFLOPS'],
    ['规模提升至45EFLOPS', '45 PFLOPS'],
    ['total power of 12 MW', '999 MW'],
    ['总投资12亿元', '165000000 USD'],
    ['1000P（FP64）', '1000 PFLOPS @FP16'],
    ['云谷一期', '5000 PFLOPS'],
    ['in the second half of the year', '2 %'],
    ['half of them', '25 %'],
    ['规模提升至45EFLOPS', '45'],
    ['PUE降至1.25以下', '1.25'],
  ])('%s: do not say %s', (words, value) => {
    expect(says(words, value, quantity)).toBe(false)
  })

  it.each([
    ['北京,2024年7月4日 —— 唐建国宣布', '2024-07-04', undefined],
    ['July 4, 2024 — Zhao announced', '2024-07-04', undefined],
    ['于2024年6月启用', '2024-06', undefined],
    ['于2024年6月启用', '2024', undefined],
    ['2021-12-12 发布', '2021-12-12', undefined],
    ['7月4日，唐建国宣布', '2024-07-04', '2024-07-05'],
    ['announced on July 4 in Beijing', '2024-07-04', '2024'],
    ['北京计划在未来两年内打造AI原生城市', '2026-07~', '2024-07-04'],
    ['plans to build an AI-native city within the next two years', '2026-07~', '2024-07-04'],
    ['over the next 18 months', '2026-01~', '2024-07'],
    ['年底前建成投产', '../2024-12-31', '2024-07-04'],
    ['今年底前', '../2024-12-31', '2024-07-04'],
    ['明年上半年投产', '2025-40', '2024-07-04'],
    ['一期下半年开工', '2024-41', '2024-07-04'],
    ['to open by year-end', '2024-12~', '2024-07-04'],
    ['expected next year', '2025', '2024-07-04'],
    ['2025年底前建成', '../2025-12-31', undefined],
    ['2025年前建成', '../2025', undefined],
    ['2025年前建成', '../2024', undefined],
    ['2025年1月前', '../2024-12', undefined],
    ['24年6月开工', '2024-06', undefined],
    ['预计2025年投产', '2025?', undefined],
  ])('%s: say %s', (words, value, published) => {
    expect(says(words, value, date, published)).toBe(true)
  })

  it.each([
    ['于2024年6月启用', '2024-07', undefined],
    ['于2024年启用', '2024-06', undefined],
    ['7月4日，唐建国宣布', '2024-07-04', undefined],
    ['7月4日，唐建国宣布', '2023-07-04', '2024-07-05'],
    ['在未来两年内', '2027-07~', '2024-07-04'],
    ['年产2024台', '2025', undefined],
    ['年底前建成', '../2023-12-31', '2024-07-04'],
    ['年底前建成', '../2024-12-31', undefined],
    ['2025年前建成', '../2023', undefined],
  ])('%s: do not say %s', (words, value, published) => {
    expect(says(words, value, date, published)).toBe(false)
  })

  it('have figures, each read as far as it goes, with its place', () => {
    const found = figuresIn('智算规模由20EFLOPS提升至45 EFLOPS以上，PUE低于1.25', quantity)
    expect(found.map(({ read, at }) => [formatValue(read), at])).toEqual([
      ['20 EFLOPS', 6],
      ['>= 45 EFLOPS', 17],
      ['< 1.25 RATIO of PUE', 34],
    ])
    expect(figuresIn('2024年6月开工，2025年底前投产', date).map(({ read, at }) => [formatValue(read), at])).toEqual([
      ['2024-06', 1],
      ['../2025-12-31', 11],
    ])
    expect(figuresIn('云谷', quantity)).toEqual([])
  })

  it('say an identifier with and without spaces, width, case and protocol', () => {
    expect(says('国发〔2021〕29号', '国发〔2021〕29号', identifier)).toBe(true)
    expect(says('代码：１１００００', '110000', identifier)).toBe(true)
    expect(says('ISNI 0000 0001 2221 3902', '0000000122213902', identifier)).toBe(true)
    expect(says('see www.miit.gov.cn', 'https://www.miit.gov.cn/', identifier)).toBe(true)
    expect(says('代码：110101', '110000', identifier)).toBe(false)
  })

  it('are not compared with names, words of a closed list, places and entities', () => {
    expect(says('x', '唐建国', { kind: 'text' })).toBe(true)
    expect(says('在建', 'PLANNED', { kind: 'code', values: ['PLANNED'] })).toBe(true)
    expect(says('x', '39.9, 116.4', { kind: 'geo' })).toBe(true)
  })
})
