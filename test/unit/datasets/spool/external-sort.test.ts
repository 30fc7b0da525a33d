import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Pile } from '../../../../src/datasets/spool/external-sort.js'

/** What a pile must give: groups by code-unit order, each in the order of coming. */
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
        const pile = new Pile<fc.JsonValue>(mostBytes)
        try {
          for (const [its, item] of given) pile.add(its, item)
          const all = () => [...pile.groups()].map(({ key: its, items }) => [its, items])
          const expected = JSON.parse(JSON.stringify(grouped(given)))
          expect(pile.size).toBe(given.length)
          expect(all()).toEqual(expected)
          expect(all()).toEqual(expected)
        } finally {
          pile.close()
        }
      }),
    )
  })

  it('takes what is longer than all that may be held, and than what is read at once', () => {
    const pile = new Pile<string>(1_000)
    const texts = [1, 70_000, 300_000, 5].map((length, i) => `${i}${'算'.repeat(length)}`)
    for (const [i, text] of texts.entries()) pile.add(`key${texts.length - i}`, text)
    expect([...pile.groups()].flatMap(({ items }) => items)).toEqual([...texts].reverse())
    pile.close()
  })
})
