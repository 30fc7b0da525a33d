import { describe, expect, it } from '@jest/globals'
import { splitPinyin } from '../../../src/names/split-pinyin.js'

describe('letters read as pinyin', () => {
  it.each([
    ['tangjianguo', [[['tang']], [['ji', 'an'], ['jian']], [['gu', 'o'], ['guo']]]],
    ['xian', [[['xi', 'a', 'n'], ['xi', 'an'], ['xia', 'n'], ['xian']]]],
    ['tangj', [[['tang']], [['j']]]],
    ['chongq', [[['chong']], [['q']]]],
    ['peking', undefined],
    ['bejing', undefined],
    ['', undefined],
  ])('%j is %j', (letters, stretches) => {
    expect(splitPinyin(letters)?.map(ways => ways.toSorted((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1)))).toEqual(
      stretches,
    )
  })

  it('leave out a stretch that reads in very many ways, and are none where they are very many', () => {
    expect(splitPinyin('anananananananan')).toEqual([])
    expect(splitPinyin('a'.repeat(10_000))).toBeUndefined()
    expect(splitPinyin(`${'xian'.repeat(24)}qqqq`)).toBeUndefined()
  })
})
