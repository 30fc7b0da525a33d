import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { linkTo, sharedIn } from '../../../src/ide/shared-link.js'

describe('a link to the IDE', () => {
  it('can be read, and written by hand', () => {
    expect(linkTo({ query: '{ node(id: "region/beijing") { id } }', variables: '' })).toBe(
      '#query=%7B+node%28id%3A+%22region%2Fbeijing%22%29+%7B+id+%7D+%7D',
    )
    expect(sharedIn('#query={ search(query: "唐建国") { totalCount } }')).toEqual({
      query: '{ search(query: "唐建国") { totalCount } }',
      variables: '',
    })
  })

  it('holds what was put into it', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(text, text, (query, variables) => {
        const shared = sharedIn(linkTo({ query, variables }))
        expect(shared).toEqual({ query, variables: variables.trim() === '' ? '' : variables })
      }),
    )
  })

  it('is no link where it has no query', () => {
    for (const hash of ['', '#', '#variables={}', '#here']) expect(sharedIn(hash)).toBeUndefined()
  })
})
