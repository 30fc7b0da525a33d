import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { groupExamples, inLanguage, startNames, toExample } from '../../../src/ide/examples/example.js'
import { cheaply, hasAnswer } from '../../../src/ide/examples/has-answer.js'

const start = readFileSync('src/ide/examples/start.graphql', 'utf8')
const names = readdirSync('src/ide/journeys').filter(file => file.endsWith('.graphql'))
const examples = [
  toExample('start', start, ''),
  ...names.map(file => toExample(file.replace('.graphql', ''), readFileSync(`src/ide/journeys/${file}`, 'utf8'), '')),
]

describe('the examples', () => {
  it('are each in one group, with a question in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const grouped = groupExamples(examples, language)
      expect(
        grouped
          .flatMap(group => group.examples)
          .map(({ name }) => name)
          .sort(),
      ).toEqual(examples.map(({ name }) => name).sort())
    }
    const han = (text: string) => (text.match(/\p{Script=Han}/gu) ?? []).length / text.length
    for (const { name, question } of examples) {
      expect([name, question.en.length > 20, han(question.en) < 0.2]).toEqual([name, true, true])
      expect([name, question.zh.length > 8, han(question.zh) > 0.25]).toEqual([name, true, true])
    }
    expect(examples.find(({ name }) => name.startsWith('36'))?.question).toEqual({
      en: 'Which document has the number 国发〔2021〕29号, and what are its parts?',
      zh: '国发〔2021〕29号是哪份文件，包含什么？',
    })
  })

  it('must all be in a group', () => {
    expect(() => groupExamples([...examples, toExample('99-new', 'query New { revision }', '')], 'en')).toThrow(
      'No group has the examples 99.',
    )
  })

  it('begin with those that exist', () => {
    const known = new Set(examples.map(({ name }) => name))
    expect(startNames.filter(name => !known.has(name))).toEqual([])
  })

  it('tell how to begin in one language at a time', () => {
    const [english, chinese] = [inLanguage(start, 'en'), inLanguage(start, 'zh')]
    expect(english).toMatch(/^# suanli 算力: every fact/)
    expect(english).not.toContain('每一条')
    expect(chinese).toMatch(/^# 算力图谱：/)
    expect(chinese).not.toContain('every fact')
    for (const query of [english, chinese]) expect(parse(query).definitions).toHaveLength(1)
  })
})

describe('whether an example has an answer', () => {
  it('is looked up with one item of each list', () => {
    expect(cheaply('{ a(first: 20, last: 5) { b(first: 0) { c(first: $n) } } }').replaceAll(/\s+/g, ' ')).toBe(
      '{ a(first: 1, last: 5) { b(first: 0) { c(first: $n) } } }',
    )
  })

  it('is yes if a list has items or a total is above 0', () => {
    expect(hasAnswer({ data: { region: { label: '北京', suppliers: { edges: [{ node: {} }] } } } })).toBe(true)
    expect(hasAnswer({ data: { conflicts: { totalCount: 2 }, none: null } })).toBe(true)
    expect(hasAnswer({ data: { target: { label: 'x', value: { in: null } } } })).toBe(true)
  })

  it('is no if all lists are empty, all totals 0, or nothing is found', () => {
    expect(hasAnswer({ data: { region: { label: '北京', suppliers: { totalCount: 0, edges: [] } } } })).toBe(false)
    expect(hasAnswer({ data: { a: null, b: null } })).toBe(false)
    const notFound = { message: 'There is no source.', extensions: { code: 'NOT_FOUND' } } as never
    expect(hasAnswer({ data: null, errors: [notFound] })).toBe(false)
  })

  it('is unknown if the server refuses', () => {
    const refused = { message: 'Later.', extensions: { code: 'RATE_LIMITED' } } as never
    expect(hasAnswer({ errors: [refused] })).toBeUndefined()
  })
})
