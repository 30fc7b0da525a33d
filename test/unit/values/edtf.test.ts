import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  datesAgree,
  edtfBounds,
  edtfEnd,
  edtfSpecificity,
  edtfStart,
  edtfYear,
  isWithin,
  parseEdtf,
  periodsOverlap,
  periodsSurelyOverlap,
} from '../../../src/values/edtf.js'
import { dates, days, periods } from '../../support/random-values.js'

// The examples are those of the specification as the Library of Congress gives it, levels 0 and 1.
const examples: readonly (readonly [string, string | undefined, string | undefined])[] = [
  ['1985-04-12', '1985-04-12', '1985-04-12'],
  ['1985-04', '1985-04-01', '1985-04-30'],
  ['1985', '1985-01-01', '1985-12-31'],
  ['1964/2008', '1964-01-01', '2008-12-31'],
  ['2004-06/2006-08', '2004-06-01', '2006-08-31'],
  ['2004-02-01/2005-02-08', '2004-02-01', '2005-02-08'],
  ['2004-02-01/2005-02', '2004-02-01', '2005-02-28'],
  ['2004-02-01/2005', '2004-02-01', '2005-12-31'],
  ['2005/2006-02', '2005-01-01', '2006-02-28'],
  ['1984?', '1983-01-01', '1985-12-31'],
  ['2004-06~', '2004-05-01', '2004-07-31'],
  ['2004-06-11%', '2004-06-10', '2004-06-12'],
  ['201X', '2010-01-01', '2019-12-31'],
  ['20XX', '2000-01-01', '2099-12-31'],
  ['2004-XX', '2004-01-01', '2004-12-31'],
  ['1985-04-XX', '1985-04-01', '1985-04-30'],
  ['1985-XX-XX', '1985-01-01', '1985-12-31'],
  ['2001-21', '2001-03-01', '2001-05-31'],
  ['2001-22', '2001-06-01', '2001-08-31'],
  ['2001-23', '2001-09-01', '2001-11-30'],
  ['2001-24', '2001-12-01', '2002-02-28'],
  ['2001-25', '2001-03-01', '2001-05-31'],
  ['2001-28', '2001-12-01', '2002-02-28'],
  ['2001-29', '2001-09-01', '2001-11-30'],
  ['2001-30', '2001-12-01', '2002-02-28'],
  ['2001-32', '2001-06-01', '2001-08-31'],
  ['2024-33', '2024-01-01', '2024-03-31'],
  ['2024-34', '2024-04-01', '2024-06-30'],
  ['2024-36', '2024-10-01', '2024-12-31'],
  ['2024-37', '2024-01-01', '2024-04-30'],
  ['2024-39', '2024-09-01', '2024-12-31'],
  ['2024-40', '2024-01-01', '2024-06-30'],
  ['2024-41', '2024-07-01', '2024-12-31'],
  ['2024-34~', '2024-01-01', '2024-09-30'],
  ['2024-41?', '2024-01-01', '2025-06-30'],
  ['2024-21/2024-23', '2024-03-01', '2024-11-30'],
  ['2024-33/2024-41', '2024-01-01', '2024-12-31'],
  ['2024-34/..', '2024-04-01', undefined],
  ['1985-04-12/..', '1985-04-12', undefined],
  ['1985-04/..', '1985-04-01', undefined],
  ['1985/..', '1985-01-01', undefined],
  ['../1985-04-12', undefined, '1985-04-12'],
  ['../1985-04', undefined, '1985-04-30'],
  ['../1985', undefined, '1985-12-31'],
  ['1985-04-12/', '1985-04-12', undefined],
  ['1985/', '1985-01-01', undefined],
  ['/1985-04', undefined, '1985-04-30'],
  ['/1985', undefined, '1985-12-31'],
  ['1984~/2004-06', '1983-01-01', '2004-06-30'],
  ['1984/2004-06~', '1984-01-01', '2004-07-31'],
  ['1984-06-02?/2004-08-08~', '1984-06-01', '2004-08-09'],
  ['1984?/2004%', '1983-01-01', '2005-12-31'],
  ['2000-02-29', '2000-02-29', '2000-02-29'],
]

describe('a date of EDTF level 0 or 1, or a part of a year', () => {
  it.each(examples)('%s is one, and covers %s to %s', (text, min, max) => {
    expect(parseEdtf(text)).toBe(text)
    expect(edtfBounds(text)).toEqual({ ...(min && { min }), ...(max && { max }) })
  })

  it.each([
    ['a time of day', '1985-04-12T23:20:30'],
    ['a time of day with its zone', '1985-04-12T23:20:30Z'],
    ['a year of more than four digits', 'Y170000002'],
    ['a year before 0', '-1985'],
    ['a year with an exponent, level 2', 'Y-17E7'],
    ['a qualified part, level 2', '2004-06~-11'],
    ['a set, level 2', '[1667,1668]'],
    ['a list, level 2', '{1667..1670}'],
    ['a masked digit within, level 2', '156X-12-25'],
    ['a part of a year that is none, level 2', '2001-42'],
    ['a part of a year with a day', '2001-34-01'],
    ['an interval of quarters that runs backwards', '2024-35/2024-34'],
    ['an interval of unspecified digits, level 2', '201X/2025'],
    ['a month that is none', '2024-13'],
    ['a day that is none', '2024-06-31'],
    ['a leap day of a common year', '2023-02-29'],
    ['a leap day of a century', '1900-02-29'],
    ['an interval that runs backwards', '2026/2024'],
    ['an interval that nothing bounds', '../..'],
    ['a year of which nothing is known', 'XXXX'],
    ['words', 'last year'],
    ['a date as Chinese writes it', '2024年7月4日'],
    ['a date of another order', '04/07/2024'],
    ['a date with slashes', '2024/07/04'],
    ['nothing', ''],
    ['a text that is too long', `2024/${'2'.repeat(100)}`],
  ])('%s is none: %s', (_, text) => {
    expect(parseEdtf(text)).toBeUndefined()
    expect(edtfBounds(text)).toEqual({})
  })

  it('is read without the space around it', () => {
    expect(parseEdtf(' 2024-07-04 ')).toBe('2024-07-04')
  })

  it('has the ends that it states', () => {
    expect([edtfStart('2024/2026'), edtfEnd('2024/2026')]).toEqual(['2024', '2026'])
    expect([edtfStart('2024-07~'), edtfEnd('2024-07~')]).toEqual(['2024-07~', '2024-07~'])
    expect([edtfStart('../2025'), edtfEnd('../2025')]).toEqual([undefined, '2025'])
    expect([edtfStart('2025/'), edtfEnd('2025/')]).toEqual(['2025', undefined])
  })

  it('is the more specific the less it leaves open', () => {
    const fromMost = [
      '2024-07-04',
      '2024-07-04~',
      '2024-07',
      '2024-07?',
      '2024-21',
      '2024-37',
      '2024-40',
      '2024',
      '2024%',
      '202X',
      '20XX',
    ]
    const ranks = fromMost.map(edtfSpecificity)
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
    expect(new Set(ranks).size).toBe(ranks.length)
    expect(edtfSpecificity('2024/')).toBe(0)
    expect(edtfSpecificity('no date')).toBe(0)
  })
})

describe('the year of a date', () => {
  it.each([
    ['2024-07-04', 2024],
    ['2024~', 2024],
    ['2024-35', 2024],
    ['2024-01/2024-06', 2024],
    ['2024/2026', undefined],
    ['201X', undefined],
    ['2024-12~/2025-01', undefined],
    ['../2025', undefined],
    ['2024/', undefined],
  ])('%s is %s', (date, year) => {
    expect(edtfYear(date)).toBe(year)
  })
})

describe('two periods', () => {
  it.each([
    ['2025', '2025-06', true],
    ['2025', '2026', false],
    ['2024/2026', '2025', true],
    ['2024/2026', '2026-12-31', true],
    ['2024/2026', '2027', false],
    ['../2025', '2026/..', false],
    ['../2025', '2025/..', true],
    ['2024-07~', '2024-06', true],
    ['2024-07', '2024-06', false],
    ['2001-24', '2002-02', true],
  ])('%s and %s overlap: %s', (a, b, expected) => {
    expect(periodsOverlap(a, b)).toBe(expected)
    expect(datesAgree(a, b)).toBe(expected)
  })

  it.each([
    ['2020/2024~', '2024/..', false],
    ['2020/2024~', '2023-01-02/..', false],
    ['2020/2024~', '2023/..', true],
    ['2020/2024~', '2022/..', true],
    ['2020/2024', '2024/..', true],
    ['../2024?', '2025/..', false],
    ['2024~/..', '2024/2025-06', false],
    ['2024~/..', '2024/2026', true],
    ['2024~', '2024~', true],
    ['2024~', '2025', false],
    ['2024~/2024', '2024~/2024', true],
    ['words', '2025', true],
  ])('%s and %s surely overlap: %s', (a, b, expected) => {
    expect(periodsSurelyOverlap(a, b)).toBe(expected)
    expect(periodsSurelyOverlap(b, a)).toBe(expected)
  })

  it('that surely overlap overlap', () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        if (periodsSurelyOverlap(a, b)) expect(periodsOverlap(a, b)).toBe(true)
        expect(periodsSurelyOverlap(a, a)).toBe(true)
      }),
    )
  })

  it.each([
    ['2025', '2024/2026', true],
    ['2024/2026', '2025', false],
    ['2025~', '2025', true],
    ['2025/', '2024/..', true],
    ['2025/', '2024/2026', false],
    ['2025-06-15', '2025', true],
    ['2025', '2025', true],
    ['words', '2025', false],
    ['2025', 'words', false],
  ])('%s lies within %s: %s', (inner, outer, expected) => {
    expect(isWithin(inner, outer)).toBe(expected)
  })

  it('overlap from either side or not at all, and themselves', () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        expect(periodsOverlap(a, b)).toBe(periodsOverlap(b, a))
        expect(periodsOverlap(a, a)).toBe(true)
      }),
    )
  })

  it('of which one lies within the other overlap', () => {
    const near = fc.tuple(periods, dates).map(([a, b]) => [a, b] as const)
    const nested = days.map(day => [day, day.slice(0, 7)] as const)
    fc.assert(
      fc.property(fc.oneof(near, nested), ([a, b]) => {
        if (isWithin(a, b)) expect(periodsOverlap(a, b)).toBe(true)
      }),
    )
    fc.assert(fc.property(nested, ([day, month]) => expect(isWithin(day, month)).toBe(true)))
  })

  it('lie within each other only as far as the third between them does', () => {
    const period = fc.oneof(
      periods,
      days.map(day => day.slice(0, 4)),
      fc.constantFrom('2000/2100', '../2050', '2010/..'),
    )
    fc.assert(
      fc.property(period, period, period, (a, b, c) => {
        expect(isWithin(a, a)).toBe(true)
        if (isWithin(a, b) && isWithin(b, c)) expect(isWithin(a, c)).toBe(true)
      }),
    )
  })
})

describe('every date', () => {
  it('is its own canonical text, and its bounds are in order', () => {
    fc.assert(
      fc.property(periods, text => {
        expect(parseEdtf(text)).toBe(text)
        const { min, max } = edtfBounds(text)
        for (const end of [min, max]) if (end !== undefined) expect(end).toMatch(/^\d{4}-\d\d-\d\d$/)
        if (min !== undefined && max !== undefined) expect(min <= max).toBe(true)
      }),
    )
  })

  it('that is approximate covers more than the same date that is not', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(10, 7, 4), (day, length) => {
        const date = day.slice(0, length)
        const [plain, about] = [edtfBounds(date), edtfBounds(`${date}~`)]
        expect((about.min as string) < (plain.min as string)).toBe(true)
        expect((about.max as string) > (plain.max as string)).toBe(true)
      }),
    )
  })

  it('is told from any other text without throwing', () => {
    const likely = fc
      .array(fc.constantFrom(...'0123456789-/.~?%XT', '..', '2024'), { maxLength: 12 })
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(likely, fc.string()), text => {
        const parsed = parseEdtf(text)
        if (parsed !== undefined) expect(parseEdtf(parsed)).toBe(parsed)
        else expect(edtfBounds(text)).toEqual({})
      }),
    )
  })
})
