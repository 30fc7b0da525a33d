import { describe, expect, it } from '@jest/globals'
import { isVisible } from '../../../src/resolution/is-visible.js'
import { citedEditionsOf, en, link, name, source, view, zh } from './statement-builder.js'

const citedEditions = citedEditionsOf([source('shobserver-768612'), source('xinhua-1')])
const isSeen = (given: Parameters<typeof view>, statement = name('唐建国')) =>
  isVisible(view(...given), statement, citedEditions(statement.edition))

describe('sees', () => {
  it('sees a statement of which no source says when it held, at any time', () => {
    expect(isSeen([{}, '1949-10-01'])).toBe(true)
  })

  it.each([
    ['2024-07-04', '2024-07-04', true],
    ['2024-07-04', '2024-07-05', false],
    ['2024-07-04/', '2026-01-01', true],
    ['2024-07-04/..', '2026-01-01', true],
    ['/2024', '2019', true],
    ['2020/2023', '2024', false],
    ['2024-07~', '2024-06', true],
    ['2024-07', '2024-06', false],
    ['2024', '2024-06-30', true],
  ])('of a statement valid %s and a view at %s says %s', (valid, validAt, expected) => {
    const position = link('position', 'bureau/beijing-eit', zh, { valid })
    expect(isSeen([{}, validAt], position)).toBe(expected)
  })

  it('sees no deprecated statement', () => {
    expect(isSeen([{}], name('唐建国', zh, { rank: 'DEPRECATED' }))).toBe(false)
    expect(isSeen([{}], name('唐建国', zh, { rank: 'PREFERRED' }))).toBe(true)
  })

  it('sees nothing below the least confidence, and what has just that', () => {
    expect(isSeen([{ minConfidence: 0.9 }], name('唐建国', zh, { confidence: 0.89 }))).toBe(false)
    expect(isSeen([{ minConfidence: 0.9 }], name('唐建国', zh, { confidence: 0.9 }))).toBe(true)
  })

  it('hears every other language last, or never', () => {
    const english = name('Zhao Jianguo', en)
    expect(isSeen([{ languages: ['zh'], others: 'LAST' }], english)).toBe(true)
    expect(isSeen([{ languages: ['zh'], others: 'NEVER' }], english)).toBe(false)
    expect(isSeen([{ languages: ['zh'], others: 'NEVER' }])).toBe(true)
    expect(isSeen([{ languages: ['fr', 'en'], others: 'NEVER' }], english)).toBe(true)
    expect(isSeen([{ languages: ['zh-Hant'], others: 'NEVER' }])).toBe(false)
  })

  it('takes what an English edition left in Chinese for the word of the English edition', () => {
    const measure = name('引进高端人才', en, { language: 'zh-Hans' })
    expect(isSeen([{ languages: ['zh'], others: 'NEVER' }], measure)).toBe(false)
    expect(isSeen([{ languages: ['en'], others: 'NEVER' }], measure)).toBe(true)
  })

  it('goes by the language of the statement where the edition is not known', () => {
    expect(isVisible(view({ languages: ['zh'], others: 'NEVER' }), name('唐建国'), undefined)).toBe(true)
    expect(isVisible(view({ languages: ['en'], others: 'NEVER' }), name('唐建国'), undefined)).toBe(false)
  })

  it('hears whoever one of the lists names, where others are never heard', () => {
    const trust = { languages: ['en'], sources: ['shobserver-768612'], others: 'NEVER' } as const
    expect(isSeen([trust], name('Zhao Jianguo', en))).toBe(true)
    expect(isSeen([trust])).toBe(true)
    expect(isSeen([trust], name('Tang Jianguo', 'xinhua-1#en'))).toBe(true)
    expect(isSeen([trust], name('唐建国', 'xinhua-1#zh-Hans'))).toBe(false)
    expect(isSeen([{ ...trust, languages: [] }])).toBe(true)
  })

  it('sees everything with others never and no list at all', () => {
    expect(isSeen([{ others: 'NEVER' }])).toBe(true)
  })
})
