import { describe, expect, it } from '@jest/globals'
import { foldWholeName } from '../../../src/names/fold-name.js'
import { highlightsOf } from '../../../src/search/highlight.js'

const marked = (text: string, places: readonly number[]) => {
  const letters = foldWholeName(text).flatMap(word => word.letters)
  return highlightsOf(letters, places).map(({ start, end }) => text.slice(start, end))
}

describe('highlights', () => {
  it('are one for letters that follow each other, with what divides them', () => {
    expect(marked('“京津冀蒙”算力供给走廊', [3, 4, 5, 8, 9])).toEqual(['蒙”算力', '走廊'])
    expect(marked('Zhao Jianguo', [0, 1, 2, 3, 4, 5])).toEqual(['Zhao Ji'])
  })

  it('count in UTF-16, and take an accent with its letter', () => {
    const letters = foldWholeName('𠮷e\u030ci').flatMap(word => word.letters)
    expect(highlightsOf(letters, [0, 1])).toEqual([{ start: 0, end: 4 }])
    expect(highlightsOf(letters, [2])).toEqual([{ start: 4, end: 5 }])
  })

  it('of a sign that is several letters are all of it', () => {
    expect(marked('ﬁbre', [0])).toEqual(['ﬁ'])
    expect(marked('ﬁbre', [1, 2])).toEqual(['ﬁb'])
  })

  it('are none where nothing matched', () => {
    expect(marked('北京', [])).toEqual([])
  })
})
