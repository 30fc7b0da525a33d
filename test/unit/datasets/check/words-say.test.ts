import { describe, expect, it } from '@jest/globals'
import { wordsSay } from '../../../../src/datasets/check/words-say.js'
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
  ])('%s: do not say %s', (words, value, published) => {
    expect(says(words, value, date, published)).toBe(false)
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
