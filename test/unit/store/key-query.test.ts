import { describe, expect, it } from '@jest/globals'
import { writeKeyQuery } from '../../../src/store/search/key-query.js'

describe('a key query', () => {
  it('is written with AND, OR, brackets and the star', () => {
    const asked = { all: ['ptang', { any: ['建国', 'pj*'] }] }
    expect(writeKeyQuery(asked, key => `"${key}"`)).toBe('("ptang" AND ("建国" OR "pj"*))')
  })

  it.each(['', '*', 'a"b', 'a b', 'A', 'é', '上海市', 'a**', '1a', '-a', '(a)'])('takes %j for no key', key => {
    expect(() => writeKeyQuery({ any: ['wa', key] }, each => each)).toThrow('A search key holds what no key may.')
  })

  it('asks for something', () => {
    expect(() => writeKeyQuery({ all: [] }, key => key)).toThrow('A key expression asks for no key.')
  })
})
