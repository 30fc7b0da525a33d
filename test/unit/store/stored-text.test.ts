import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fromStored, toStored } from '../../../src/store/stored-text.js'

/** Mostly the characters that are written as pairs, and their neighbours. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '\0',
      '\u0001',
      '\u0002',
      'a',
      'b',
      'c',
      '上',
      '\ud7ff',
      '😀',
      '\u{10fffd}',
      '\u{10fffe}',
      '\u{10ffff}',
      '\ue000',
      '（',
      '\uffff',
    ),
  }),
)
const withLoneSurrogates = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map(units => String.fromCharCode(...units))
const lone = /\p{Surrogate}/u

describe('stored text', () => {
  it('is the text itself where nothing in it is unusual', () => {
    for (const usual of ['', 'statement/a-1_b', '上海市', '𠮷野家 😀', "'; DROP TABLE x; --"])
      expect(toStored(usual)).toBe(usual)
  })

  it('gives every text back', () => {
    fc.assert(fc.property(fc.oneof(text, withLoneSurrogates), given => expect(fromStored(toStored(given))).toBe(given)))
  })

  it('can be held by the engine: it is well-formed and has no U+0000', () => {
    fc.assert(
      fc.property(fc.oneof(text, withLoneSurrogates), given => {
        expect(toStored(given)).not.toMatch(lone)
        expect(toStored(given)).not.toContain('\0')
      }),
    )
  })

  it('sorts by its UTF-8 bytes as the text sorts by its code units', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(Buffer.compare(Buffer.from(toStored(a)), Buffer.from(toStored(b))))).toBe(
          a < b ? -1 : a > b ? 1 : 0,
        )
      }),
    )
  })

  it('keeps a lone surrogate apart from the replacement character', () => {
    expect(new Set(['\ud800', '\udc00', '\ufffd'].map(toStored)).size).toBe(3)
  })
})
