import fc from 'fast-check'
import { defaultLimits } from '../../src/ontology/default-limits.js'
import { comparators } from '../../src/values/comparator.js'
import { compareDecimals, parseDecimal } from '../../src/values/decimal.js'
import { brokenBound } from '../../src/values/limits.js'
import { bases, precisions, sparsities } from '../../src/values/precision.js'
import { hasNumberFormat, type Unit, units } from '../../src/values/unit.js'
import type { Quantity } from '../../src/values/value.js'

/** Canonical decimal text, of either sign. */
export const decimals = fc
  .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^\d{0,12}$/))
  .map(([sign, whole, fraction]) => canonical(`${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`))

/** Canonical decimal text, not below zero. */
export const amounts = decimals.map(text => text.replace('-', ''))

export const unitNames = fc.constantFrom(...(Object.keys(units) as Unit[]))

/** Quantities with a number, as a source may state them. */
export const quantities: fc.Arbitrary<Quantity> = fc
  .record({
    amounts: fc.tuple(amounts, amounts),
    unit: unitNames,
    comparator: fc.constantFrom(...comparators),
    precision: fc.constantFrom(...precisions),
    basis: fc.constantFrom(undefined, ...bases.slice(1)),
    sparsity: fc.constantFrom(undefined, ...sparsities.slice(1)),
    of: fc.constantFrom(undefined, '家', '昇腾910B', 'H100', '项目'),
  })
  .map(({ amounts: ends, unit, comparator, precision, basis, sparsity, of }) => {
    const [low, high] = [...ends].sort(compareDecimals) as [string, string]
    return {
      kind: 'quantity',
      amount: low,
      ...(comparator === 'BETWEEN' && { upper: high }),
      unit,
      comparator,
      ...(hasNumberFormat(units[unit].of) && { precision, ...(basis && { basis }), ...(sparsity && { sparsity }) }),
      ...(of !== undefined && ['gpu', 'count', 'rack', 'power'].includes(units[unit].of) && { of }),
    }
  })

/** Quantities that no bound of every property refuses. */
export const possibleQuantities = quantities.map((value): Quantity => {
  const isImpossible = brokenBound(value, defaultLimits, undefined)?.isHard === true
  return isImpossible ? { ...value, amount: '1', ...(value.upper !== undefined && { upper: '2' }) } : value
})

/** A day between the years 1000 and 9000. */
export const days = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9000-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

/** Dates that may be the end of an interval at level 1: days, months and years, approximate or not. */
const ends = fc
  .tuple(days, fc.constantFrom(10, 7, 4), fc.constantFrom('', '~', '?', '%'))
  .map(([day, length, mark]) => `${day.slice(0, length)}${mark}`)

/** Dates of every precision of EDTF level 1, and parts of years of level 2. */
export const dates = fc.oneof(
  ends,
  fc.tuple(days, fc.integer({ min: 21, max: 41 })).map(([day, part]) => `${day.slice(0, 4)}-${part}`),
  days.map(day => `${day.slice(0, 3)}X`),
  days.map(day => `${day.slice(0, 2)}XX`),
)

/** Dates and intervals, with ends open, unknown or stated. */
export const periods = fc.oneof(
  dates,
  fc
    .tuple(days, days, fc.constantFrom('', '~'))
    .map(([a, b, mark]) => (a < b ? `${a}${mark}/${b}` : `${b}/${a}${mark}`)),
  fc.tuple(ends, fc.constantFrom('', '..')).map(([date, open]) => `${date}/${open}`),
  fc.tuple(ends, fc.constantFrom('', '..')).map(([date, open]) => `${open}/${date}`),
)

function canonical(text: string): string {
  const parsed = parseDecimal(text)
  if (parsed === undefined) throw new Error(`no decimal: ${text}`)
  return parsed
}
