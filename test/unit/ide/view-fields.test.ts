import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { noFields, readView, viewOf } from '../../../src/ide/view/view-fields.js'

describe('the fields of a view', () => {
  it('are the default view if they are empty', () => {
    expect(viewOf(noFields)).toBe('')
    expect(readView(' ')).toEqual({ fields: noFields, hasMore: false })
  })

  it('give a ViewInput', () => {
    const fields = {
      language: 'zh-Hans',
      validAt: ' 2024-07 ',
      knownAt: '2026-11-25',
      release: '',
      languages: 'zh-Hans, en',
      sources: 'shobserver-768612\n\n botocore ',
      isOnly: true,
      minConfidence: '0.5',
    }
    expect(JSON.parse(viewOf(fields))).toEqual({
      language: 'zh-Hans',
      validAt: '2024-07',
      // A day means its end.
      knownAt: '2026-11-25T23:59:59Z',
      trust: {
        languages: ['zh-Hans', 'en'],
        sources: ['shobserver-768612', 'botocore'],
        others: 'NEVER',
        minConfidence: 0.5,
      },
    })
  })

  it('read back what they gave, whatever a view holds', () => {
    const text = fc.constantFrom('', '2024', 'zh-Hans', '唐', 'a "b"', '\\')
    const list = fc.subarray(['zh-Hans', 'en', 'fr', '来源'])
    fc.assert(
      fc.property(text, text, list, list, fc.boolean(), (validAt, release, languages, sources, isOnly) => {
        const fields = {
          ...noFields,
          validAt,
          release,
          languages: languages.join(', '),
          sources: sources.join('\n'),
          isOnly,
        }
        expect(readView(viewOf(fields))).toEqual({ fields, hasMore: false })
      }),
    )
  })

  it('leave to the server what is malformed, and say that a view holds more than they show', () => {
    expect(viewOf({ ...noFields, minConfidence: 'high' })).toBe('{"trust":{"minConfidence":"high"}}')
    for (const text of ['{', '[]', 'null', '3']) expect(readView(text)).toBeUndefined()
    expect(readView('{"asOf": 3}')).toEqual({ fields: noFields, hasMore: true })
    expect(readView('{"trust": {"sources": "one", "people": []}}')).toMatchObject({
      fields: { sources: 'one' },
      hasMore: true,
    })
  })
})
