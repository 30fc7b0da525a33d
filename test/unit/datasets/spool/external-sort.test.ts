import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ExternalSort } from '../../../../src/datasets/spool/external-sort.js'

/** What a spool must give: groups by code-unit order, each in the order of coming. */
function grouped<Item>(entries: readonly (readonly [string, Item])[]): readonly (readonly [string, readonly Item[]])[] {
  const groups = new Map<string, Item[]>()
  for (const [key, item] of entries) groups.set(key, [...(groups.get(key) ?? []), item])
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

const key = fc.oneof(
  fc.constantFrom('region/北京', 'region/beijing', 'region/beijing-2', 'region/\u{20000}', 'region/\uff21'),
  fc.string({ unit: 'grapheme', maxLength: 6 }).map(text => text.replace(/[\t\n]/g, '')),
)
const entries = fc.array(fc.tuple(key, fc.jsonValue()), { maxLength: 60 })

describe('a pile', () => {
  it('gives back all by their keys, however little of it may be held, and as often as it is asked', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(1, 40, 300, 100_000), (given, mostBytes) => {
        const spool = new ExternalSort<fc.JsonValue>(mostBytes)
        try {
          for (const [its, item] of given) spool.add(its, item)
          const all = () => [...spool.groups()].map(({ key: its, items }) => [its, items])
          const expected = JSON.parse(JSON.stringify(grouped(given)))
          expect(spool.size).toBe(given.length)
          expect(all()).toEqual(expected)
          expect(all()).toEqual(expected)
        } finally {
          spool.close()
        }
      }),
    )
  })

  it('takes what is longer than all that may be held, and than what is read at once', () => {
    const spool = new ExternalSort<string>(1_000)
    const texts = [1, 70_000, 300_000, 5].map((length, i) => `${i}${'算'.repeat(length)}`)
    for (const [i, text] of texts.entries()) spool.add(`key${texts.length - i}`, text)
    expect([...spool.groups()].flatMap(({ items }) => items)).toEqual([...texts].reverse())
    spool.close()
  })
})
