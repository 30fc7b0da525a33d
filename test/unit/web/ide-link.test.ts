import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { linkTo, linkToDocument, sharedIn } from '../../../src/web/ide-link.js'

describe('a link to the IDE', () => {
  it('can be read, and written by hand', () => {
    expect(linkTo({ query: '{ node(id: "region/beijing") { id } }', variables: '', view: '' })).toBe(
      '#query=%7B+node%28id%3A+%22region%2Fbeijing%22%29+%7B+id+%7D+%7D',
    )
    expect(sharedIn('#query={ search(query: "唐建国") { totalCount } }&view={"validAt":"2024"}')).toEqual({
      query: '{ search(query: "唐建国") { totalCount } }',
      variables: '',
      view: '{"validAt":"2024"}',
    })
  })

  it('holds what was put into it', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(text, text, text, fc.option(text), (query, variables, view, operationName) => {
        const shared = sharedIn(linkTo({ query, variables, view, ...(operationName && { operationName }) }))
        const orNone = (json: string) => (json.trim() === '' ? '' : json)
        expect(shared).toEqual({
          query,
          variables: orNone(variables),
          view: orNone(view),
          ...(operationName && { operationName }),
        })
      }),
    )
  })

  it('is no link where it has no query', () => {
    for (const hash of ['', '#', '#variables={}', '#view={}', '#here']) expect(sharedIn(hash)).toBeUndefined()
  })

  it('passes on the variables that the document declares, and the view of the request', () => {
    const document =
      'query Of($id: ID!, $first : Int = 3) { region(id: $id) { centres(first: $first) { totalCount } } }'
    const view = { validAt: '2024', trust: { languages: ['zh-Hans'] } }
    const shared = sharedIn(linkToDocument(document, { id: 'region/京', first: undefined, other: 'en', view }))
    expect(shared).toEqual({
      query: `${document}\n`,
      variables: '{\n  "id": "region/京"\n}',
      view: JSON.stringify(view),
    })
    expect(sharedIn(linkToDocument('{ revision }', { view: undefined, id: 'x' }))).toEqual({
      query: '{ revision }\n',
      variables: '',
      view: '',
    })
  })
})
