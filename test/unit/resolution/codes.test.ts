import { describe, expect, it } from '@jest/globals'
import { areOfOneSystem, areSameCode, codeKey } from '../../../src/resolution/codes.js'

const wikidata = 'https://www.wikidata.org/entity/Q956'

describe('codes', () => {
  it.each([
    ['110000', '120000', true],
    ['110000', 'CN-BJ', false],
    ['CN-BJ', 'CN-SH', true],
    ['CN', 'CN-BJ', false],
    ['110000', '110101001', false],
    [wikidata, 'http://wikidata.org/wiki/Q1', true],
    [wikidata, 'https://ror.org/02v51f717', false],
    [wikidata, '110000', false],
  ])('of %s and %s, being of one system is %s', (a, b, expected) => expect(areOfOneSystem(a, b)).toBe(expected))

  it.each([
    [wikidata, 'http://wikidata.org/wiki/Q956/', true],
    [wikidata, 'https://www.wikidata.org/entity/Q999', false],
    ['https://example.org/news?id=1', 'https://example.org/news?id=2', false],
    ['１１００００', '110000', true],
    ['cn-bj', 'CN-BJ', true],
  ])('of %s and %s, being the same is %s', (a, b, expected) => expect(areSameCode(a, b)).toBe(expected))

  it('keeps unlike pages of one site apart, and the spellings of one address together', () => {
    expect(codeKey(wikidata)).toBe(codeKey('http://wikidata.org/entity/Q956/'))
    expect(codeKey('https://github.com/a/docs')).not.toBe(codeKey('https://github.com/b/docs'))
    expect(codeKey('cn-bj ')).toBe('CN-BJ')
  })
})
