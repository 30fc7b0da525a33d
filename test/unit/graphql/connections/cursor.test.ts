import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { decodeCursor, encodeCursor } from '../../../../src/graphql/connections/cursor.js'

const keys = fc
  .tuple(fc.array(fc.option(fc.string({ unit: 'grapheme' })), { maxLength: 3 }), fc.string())
  .map(([parts, id]) => [...parts, id])
const invalid = expect.objectContaining({ code: 'INVALID_CURSOR' })

describe('a cursor', () => {
  it('says where a row stands in its list', () => {
    fc.assert(
      fc.property(keys, key => {
        const list = { name: 'regions LABEL DESC', keyParts: key.length }
        expect(decodeCursor(list, encodeCursor(list, key))).toEqual(key)
      }),
    )
  })

  it('is refused by any other list, and by the same list in another order', () => {
    const cursor = encodeCursor({ name: 'regions' }, ['region/beijing'])
    for (const name of ['officials', 'regions LABEL ASC', ''])
      expect(() => decodeCursor({ name }, cursor)).toThrow(invalid)
    expect(() => decodeCursor({ name: 'regions', keyParts: 2 }, cursor)).toThrow(invalid)
  })

  it('is refused where a letter of it was changed, left out or put in', () => {
    const list = { name: 'regions' }
    const change = fc.tuple(fc.nat(), fc.constantFrom(0, 1), fc.stringMatching(/^[\w-]?$/))
    fc.assert(
      fc.property(keys, change, ([id = ''], [at, cut, put]) => {
        const cursor = encodeCursor(list, [id ?? ''])
        const place = at % cursor.length
        const changed = cursor.slice(0, place) + put + cursor.slice(place + cut)
        fc.pre(changed !== cursor)
        expect(() => decodeCursor(list, changed)).toThrow(invalid)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['empty', ''],
    ['no base64url', '北京'],
    ['JSON of something else', Buffer.from('{"a":1}').toString('base64url')],
    ['a list without its checksum', Buffer.from('["regions","region/beijing"]').toString('base64url')],
    ['a list with a null for an id', encodeCursor({ name: 'regions' }, [null])],
    ['padded', `${encodeCursor({ name: 'regions' }, ['region/beijing'])}=`],
  ])('is refused where it is %s', (_, cursor) => {
    expect(() => decodeCursor({ name: 'regions' }, cursor)).toThrow(invalid)
  })
})
