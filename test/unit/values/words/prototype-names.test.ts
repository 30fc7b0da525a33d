import { describe, expect, it } from '@jest/globals'
import { type ComparedName, comparedName, likenessOf } from '../../../../src/candidates/compare-names.js'
import { coreNameOf } from '../../../../src/names/core-name.js'
import { labelSortKey } from '../../../../src/names/label-order.js'
import { keysOfName } from '../../../../src/names/search-keys.js'
import { parseGeoPoint } from '../../../../src/values/geo-point.js'
import { readDate } from '../../../../src/values/words/read-date.js'
import { parseQuantity } from '../../../../src/values/words/read-quantity.js'
import { scaleOf } from '../../../../src/values/words/scale.js'

/** What every object of JavaScript answers to, so a table of words must not be read as an object: constructor, __proto__. */
const prototypeNames = Object.getOwnPropertyNames(Object.prototype)

/** A word that no table knows. */
const unknown = 'qzxqzx'

/** What a reader makes of a name, with the name left out, so that it can be compared with that of another word. */
function toldOf(read: (text: string) => unknown, name: string, around: (name: string) => string): string {
  const told = JSON.stringify(read(around(name)) ?? null)
  return told.replaceAll(name, unknown).replaceAll(name.toLowerCase(), unknown)
}

describe('a word that names a member of every object', () => {
  const readers: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
    ['a quantity', text => parseQuantity(text)],
    ['an order of magnitude', scaleOf],
    ['a date', text => readDate(text)],
    ['a point', parseGeoPoint],
    ['the core of a name', text => coreNameOf(text).numbers],
    ['a comparison with a place', text => likenessOf(place(`${text} City`), place(text), { namesBySound: 'PLACE' })],
  ]
  const places: readonly (readonly [name: string, around: (name: string) => string])[] = [
    ['alone', name => name],
    ['after a figure', name => `45 ${name}`],
    ['before a figure', name => `${name} 45`],
    ['after a word of bounds', name => `约${name}`],
    ['of an order', name => `${name} million`],
    ['after a year', name => `2025 ${name}`],
  ]
  for (const [reader, readText] of readers)
    it.each(places)(`is a word like any other to ${reader}: %s`, (_, around) => {
      for (const name of prototypeNames)
        expect([name, toldOf(readText, name, around)]).toEqual([name, toldOf(readText, unknown, around)])
    })

  it('has keys to search and to sort by', () => {
    for (const name of prototypeNames) {
      expect(keysOfName(name)).not.toEqual([])
      expect(labelSortKey(name, false)).not.toContain('native code')
    }
  })
})

function place(text: string): ComparedName {
  return comparedName(text, { namesBySound: 'PLACE' })
}
