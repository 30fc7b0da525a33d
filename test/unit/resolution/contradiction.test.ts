import { describe, expect, it } from '@jest/globals'
import { areOfOneSystem, areSameCode, codeKey } from '../../../src/resolution/codes.js'
import {
  canHoldTogether,
  figureKey,
  isSameValue,
  mustHoldTogether,
  valuesContradict,
} from '../../../src/resolution/contradiction.js'
import type { Quantity, Value } from '../../../src/values/value.js'
import { date } from './statement-builder.js'

const wikidata = 'https://www.wikidata.org/entity/Q956'

describe('codes', () => {
  it.each([
    ['110000', '120000', true],
    ['110000', 'CN-BJ', false],
    ['CN-BJ', 'CN-SH', true],
    ['CN', 'CN-BJ', false],
    ['110000', '110101001', false],
    ['1A', '21', false],
    [wikidata, 'http://wikidata.org/wiki/Q1', true],
    [wikidata, 'https://ror.org/02v51f717', false],
    [wikidata, '110000', false],
    ['https://a.www.org/1', 'https://a.org/1', false],
    ['ftp://example.org/1', 'https://example.org/1', false],
  ])('of %s and %s, being of one system is %s', (a, b, expected) => expect(areOfOneSystem(a, b)).toBe(expected))

  it.each([
    [wikidata, 'http://wikidata.org/wiki/Q956/', true],
    [wikidata, 'https://www.wikidata.org/entity/Q999', false],
    [wikidata, 'https://ror.org/Q956', false],
    [wikidata, 'Q956', false],
    ['Q956', wikidata, false],
    ['https://example.org/news?id=1', 'https://example.org/news?id=2', false],
    ['https://example.org/news#1', 'https://example.org/news#2', false],
    ['https://example.org/a//', 'https://example.org/a', true],
    ['１１００００', '110000', true],
    ['cn-bj', 'CN-BJ', true],
    ['CN-BJ', 'CN-SH', false],
    ['see https://example.org/a', 'see https://example.org/b', false],
  ])('of %s and %s, being the same is %s', (a, b, expected) => expect(areSameCode(a, b)).toBe(expected))

  it('keeps unlike pages of one site apart, and the spellings of one address together', () => {
    expect(codeKey(wikidata)).toBe(codeKey('http://wikidata.org/entity/Q956/'))
    expect(codeKey('https://github.com/a/docs')).not.toBe(codeKey('https://github.com/b/docs'))
    expect(codeKey('https://example.org/a?b=1#c')).toBe('example.org/a?b=1#c')
    expect(codeKey('cn-bj ')).toBe('CN-BJ')
  })
})

const point = (latitude: number, longitude: number): Value => ({ kind: 'geo', latitude, longitude })
const megawatts = (amount: string, given: Partial<Quantity> = {}): Value => ({
  ...{ kind: 'quantity', amount, unit: 'MW', comparator: 'EXACTLY' },
  ...given,
})
const day = (edtf: string): Value => ({ kind: 'date', edtf })
const of = (code: string): Value => ({ kind: 'code', code })
const to = (entity: string): Value => ({ kind: 'entity', entity })
const text = (words: string): Value => ({ kind: 'text', text: words, language: 'en' })

describe('valuesContradict', () => {
  // The first distances are known: Beijing to Tianjin 113 km, to Langfang 47 km, and 111.19 km a degree.
  it.each([
    [39.9042, 116.4074, 39.0842, 117.2009, true],
    [39.9042, 116.4074, 39.538, 116.6836, false],
    [0, 10, 0.89, 10, false],
    [0, 10, 0.91, 10, true],
    [0, 10, 0, 10.89, false],
    [0, 10, 0, 10.91, true],
    [60, 10, 60, 11.78, false],
    [60, 10, 60, 11.82, true],
    [-60, 10, -60, 11.78, false],
    [80, 10, 79.5, 13, false],
    [0, 179.9, 0, -179.9, false],
    [90, 0, 90, 180, false],
    [30, -150, -30, 30, true],
  ])('of the points %s, %s and %s, %s is %s', (a, b, c, d, expected) => {
    expect(valuesContradict(point(a, b), point(c, d))).toBe(expected)
    expect(valuesContradict(point(c, d), point(a, b))).toBe(expected)
  })

  it.each([
    [megawatts('10'), megawatts('20'), true],
    [megawatts('10'), megawatts('0.01', { unit: 'GW' }), false],
    [megawatts('10'), megawatts('20', { comparator: 'AT_MOST' }), false],
    [day('2025'), day('2026'), true],
    [day('2025'), day('2025-06'), false],
    [of('PLANNED'), of('OPERATING'), true],
    [of('PLANNED'), of('PLANNED'), false],
    [to('region/a'), to('region/b'), true],
    [to('region/a'), to('region/a'), false],
    [text('one'), text('another'), false],
    [megawatts('10'), day('2025'), false],
    [day('2025'), point(1, 2), false],
    [point(1, 2), megawatts('10'), false],
  ])('of %j and %j is %s', (a, b, expected) => {
    expect(valuesContradict(a, b)).toBe(expected)
    expect(valuesContradict(b, a)).toBe(expected)
  })
})

describe('isSameValue', () => {
  it('compares members, in whatever order they are, and none that is undefined', () => {
    const unordered: Value = { comparator: 'EXACTLY', unit: 'MW', amount: '10', kind: 'quantity' }
    expect(isSameValue(megawatts('10'), unordered)).toBe(true)
    expect(isSameValue(unordered, { ...megawatts('10'), upper: undefined } as unknown as Value)).toBe(true)
    expect(isSameValue(megawatts('10'), megawatts('11'))).toBe(false)
    expect(isSameValue(text('a'), text('b'))).toBe(false)
    expect(isSameValue(of('A'), to('A'))).toBe(false)
    expect(isSameValue(to('A'), of('A'))).toBe(false)
  })
})

describe('figureKey', () => {
  it('is one for units of one kind and equal terms', () => {
    expect(figureKey(megawatts('10'))).toBe(figureKey(megawatts('2', { unit: 'GW', precision: 'UNSTATED' })))
    expect(figureKey(megawatts('10'))).not.toBe(figureKey(megawatts('10', { unit: 'PFLOPS' })))
    expect(figureKey(megawatts('10', { precision: 'FP16' }))).not.toBe(figureKey(megawatts('10')))
    expect(figureKey({ kind: 'quantity', amount: '1', comparator: 'EXACTLY' })).not.toBe(figureKey(megawatts('1')))
    expect(figureKey(day('2025'))).toBe(figureKey(text('a')))
  })
})

describe('the periods of two statements', () => {
  const [early, late, around] = ['2020/2022', '2023', '2022~/2023'].map(valid =>
    date('due', '2025', undefined, { valid }),
  )
  const always = date('due', '2025')

  it('are one where a statement has none', () => {
    for (const together of [canHoldTogether, mustHoldTogether])
      for (const each of [early, late, around, always])
        if (each) expect([together(each, always), together(always, each)]).toEqual([true, true])
  })

  it('overlap, perhaps or for certain', () => {
    if (!early || !late || !around) throw new Error('no periods')
    expect([canHoldTogether(early, late), mustHoldTogether(early, late)]).toEqual([false, false])
    expect([canHoldTogether(early, around), mustHoldTogether(early, around)]).toEqual([true, false])
    expect([canHoldTogether(late, around), mustHoldTogether(late, around)]).toEqual([true, true])
  })
})
