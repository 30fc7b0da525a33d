import { describe, expect, it } from '@jest/globals'
import { mismatch } from '../support/journeys.js'

const holds: readonly (readonly [what: string, expected: unknown, actual: unknown])[] = [
  ['an equal value', { label: '唐建国' }, { label: '唐建国', type: 'OFFICIAL' }],
  ['an absent value that is expected to be null', { before: null }, { before: null }],
  ['members in any order, among others', [{ id: 'b' }, { id: 'a' }], [{ id: 'a' }, { id: 'x' }, { id: 'b' }]],
  ['no members where none is expected', [], [{ id: 'a' }]],
  ['a count', { $count: 2 }, [1, 2]],
  ['a number that is large enough', { $atLeast: 3 }, 4],
  ['members that are enough', { $atLeast: 2 }, [1, 2]],
  ['a text that matches', { $re: '^京津冀.$' }, '京津冀蒙'],
  ['a null', { $null: true }, null],
  ['no such member', { $none: { text: 'Zhao Jianguo' } }, [{ text: '唐建国' }]],
  ['no member at all where one is unwanted', { $none: { text: 'Zhao Jianguo' } }, []],
  ['members in order', { $ordered: [{ id: 'a' }, { id: 'b' }] }, [{ id: 'a', n: 1 }, { id: 'b' }]],
  ['only these members', { $only: [{ id: 'b' }, { id: 'a' }] }, [{ id: 'a' }, { id: 'b' }]],
  ['a value that is the same as another', { b: { $sameAs: 'list.0.id' } }, { list: [{ id: 1 }], b: 1 }],
]

const fallsShort: readonly (readonly [what: string, expected: unknown, actual: unknown, path: string])[] = [
  ['another value', { label: '唐建国' }, { label: 'Zhao Jianguo' }, 'label'],
  ['a text where a number is expected', { amount: 45 }, { amount: '45' }, 'amount'],
  ['a value that is missing', { a: { b: 1 } }, { a: {} }, 'a.b'],
  ['a null where an object is expected', { a: { b: 1 } }, { a: null }, 'a'],
  ['an object where a list is expected', { nodes: [] }, { nodes: {} }, 'nodes'],
  ['a member that is missing', { nodes: [{ id: 'a' }] }, { nodes: [{ id: 'b' }] }, 'nodes'],
  ['another count', { $count: 2 }, [1], 'response'],
  ['a count of what is no list', { $count: 0 }, null, 'response'],
  ['a number that is too small', { $atLeast: 3 }, 2, 'response'],
  ['members that are too few', { $atLeast: 3 }, [1, 2], 'response'],
  ['a number of what is not there', { $atLeast: 1 }, undefined, 'response'],
  ['a text that does not match', { $re: '^京$' }, '京津冀蒙', 'response'],
  ['a number where a text is expected', { $re: '4' }, 4, 'response'],
  ['a value where null is expected', { $null: true }, '', 'response'],
  ['a value that is not there where null is expected', { $null: true }, undefined, 'response'],
  ['an unwanted member', { $none: { id: 'a' } }, [{ id: 'a', n: 1 }], 'response'],
  ['no list where a member is unwanted', { $none: { id: 'a' } }, null, 'response'],
  ['members in another order', { $ordered: [{ id: 'a' }, { id: 'b' }] }, [{ id: 'b' }, { id: 'a' }], '[0].id'],
  ['one member too many in order', { $ordered: [{ id: 'a' }] }, [{ id: 'a' }, { id: 'b' }], 'response'],
  ['one member too many', { $only: [{ id: 'a' }] }, [{ id: 'a' }, { id: 'b' }], 'response'],
  ['a value that differs from another', { b: { $sameAs: 'a' } }, { a: 1, b: 2 }, 'b'],
]

describe('what a journey expects', () => {
  it.each(holds)('is met by %s', (_, expected, actual) => {
    expect(mismatch(expected, actual)).toBeUndefined()
  })

  it.each(fallsShort)('is not met by %s, and the path is told', (_, expected, actual, path) => {
    expect(mismatch(expected, actual)?.split(': ')[0]).toBe(path)
  })
})
