import { describe, expect, it } from '@jest/globals'
import { parseSearchQuery } from '../../../src/search/search-query.js'

describe('a search query', () => {
  it.each([
    ['唐\u200b建国', '唐建国'],
    ['\u202aBei\u200bjing\u202c', 'Beijing'],
    ['内蒙\ufeff古', '内蒙古'],
    ['data\u00adcentre', 'datacentre'],
  ])('means the same with characters that nobody sees: %j', (copied, typed) => {
    expect(parseSearchQuery(copied)).toEqual(parseSearchQuery(typed))
  })

  it('is none if nobody sees any of it', () => {
    expect(parseSearchQuery('\u200b\u2060')).toBeUndefined()
  })
})
