import { describe, expect, it } from '@jest/globals'
import { areOfOneSystem, areSameCode, codeKey } from '../../../src/resolution/codes.js'

describe('two codes', () => {
  it.each([
    ['110000', '120000', true],
    ['CN-BJ', 'CN-TJ', true],
    ['CN-BJ', 'CHN-BJ', false],
    ['CN-BJ', '110000', false],
    ['https://www.wikidata.org/wiki/Q1', 'http://wikidata.org/entity/Q2', true],
    ['https://www.wikidata.org/wiki/Q1', 'https://ror.org/1', false],
    ['https://www.wikidata.org/wiki/Q1', 'Q1', false],
  ])('%s and %s are of one system: %s', (a, b, expected) => expect(areOfOneSystem(a, b)).toBe(expected))

  it.each([
    ['cn-bj ', 'CN-BJ', true],
    ['https://www.wikidata.org/wiki/Q956', 'http://wikidata.org/entity/Q956/', true],
    // The last letter alone is the same.
    ['https://www.wikidata.org/wiki/Q16', 'https://www.wikidata.org/wiki/Q956', false],
    ['https://a.example/list?id=1', 'https://a.example/list?id=2', false],
    ['https://a.example/list#1', 'https://a.example/list#2', false],
    ['https://a.example/1', 'https://b.example/1', false],
    ['https://ror.org/1', '1', false],
  ])('%s and %s are equal: %s', (a, b, expected) => expect(areSameCode(a, b)).toBe(expected))

  it('have one key if only encryption, www or a final slash differ, and another one for another page', () => {
    expect(codeKey('http://www.ror.org/1/')).toBe(codeKey('https://ror.org/1'))
    expect(
      new Set(
        ['https://a.example/1', 'https://a.example/b/1', 'https://a.example/1?a', 'https://a.example/1#a'].map(codeKey),
      ).size,
    ).toBe(4)
  })
})
