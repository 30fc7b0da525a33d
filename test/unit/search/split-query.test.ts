import { describe, expect, it } from '@jest/globals'
import { entityTypes } from '../../../src/entities/index.js'
import { createOntology } from '../../../src/ontology/ontology.js'
import { splitQuery } from '../../../src/search/facts/split-query.js'

const ontology = createOntology(entityTypes)

/** The terms of a query in a graph that has these names; a term for a type with the type. */
async function split(query: string, ...names: readonly string[]): Promise<readonly string[]> {
  const terms = await splitQuery(
    query,
    ontology,
    async spans => new Set(spans.filter(({ compact }) => names.includes(compact))),
  )
  return terms.map(({ text, types }) => [text, ...types.map(({ name }) => name)].join(' '))
}

describe('a query falls into terms', () => {
  it.each([
    ['aws beijing', [], ['aws', 'beijing']],
    ['Hong Kong AWS', ['hongkong'], ['Hong Kong', 'AWS']],
    ['北京有哪些算力中心', ['北京'], ['北京', '算力中心 ComputeCentre']],
    ['阿里云乌兰察布', ['阿里云', '乌兰察布'], ['阿里云', '乌兰察布']],
    [
      'which centres does Huawei Cloud run in Shanghai?',
      ['huaweicloud'],
      ['centres ComputeCentre', 'Huawei Cloud', 'Shanghai'],
    ],
    ['data centers of Tencent', [], ['data centers ComputeCentre', 'Tencent']],
    ['上海市长是谁', ['上海', '上海市'], ['上海', '市长']],
    ['阿里云在河北的数据中心', ['阿里云', '河北'], ['阿里云', '河北', '数据中心 ComputeCentre']],
    ['和林格尔 机房', ['和林格尔'], ['和林格尔', '机房 ComputeCentre']],
    ['經濟和信息化局', [], ['經濟和信息化局']],
    ['的', [], []],
    ['which of the', [], []],
    ['a to z', [], []],
    ['京 机房', [], ['京', '机房 ComputeCentre']],
    ['国发〔2021〕29号', [], ['国发', '2021', '29']],
    ['北京 北京', ['北京'], ['北京']],
  ] as const)('%s', async (query, names, terms) => {
    expect(await split(query, ...names)).toEqual(terms)
  })

  it('that keeps a longer name whole, and says of what parts it may be', async () => {
    const [term] = await splitQuery(
      '中国移动',
      ontology,
      async spans => new Set(spans.filter(({ compact }) => compact === '中国')),
    )
    expect([term?.text, term?.parts.map(({ text }) => text)]).toEqual(['中国移动', ['中国', '移动']])
  })

  it('of a bounded number, however long it is', async () => {
    expect((await split('北京算力'.repeat(64))).length).toBeLessThanOrEqual(48)
  })
})
