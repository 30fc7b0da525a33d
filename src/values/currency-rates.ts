import { multiplyDecimals } from './decimal.js'
import { isMeasured } from './measured.js'
import { boundsOf, boundsOverlap, type QuantityBounds } from './quantity.js'
import { isMoneyKind, type MoneyKind, unitKindOf } from './unit.js'
import type { Quantity } from './value.js'

/**
 * Units of a currency for one US dollar, average of the year. Source: World Bank, World Development Indicators,
 * PA.NUS.FCRF (official exchange rate, period average), rounded. They judge whether a translation converted a currency;
 * nothing is ever converted with them.
 */
const perDollar: readonly (readonly [year: number, cny: string, eur: string, hkd: string, jpy: string])[] = [
  [2005, '8.19', '0.804', '7.78', '110.2'],
  [2006, '7.97', '0.797', '7.77', '116.3'],
  [2007, '7.61', '0.731', '7.80', '117.8'],
  [2008, '6.95', '0.683', '7.79', '103.4'],
  [2009, '6.83', '0.720', '7.75', '93.6'],
  [2010, '6.77', '0.755', '7.77', '87.8'],
  [2011, '6.46', '0.719', '7.78', '79.8'],
  [2012, '6.31', '0.778', '7.76', '79.8'],
  [2013, '6.20', '0.753', '7.76', '97.6'],
  [2014, '6.14', '0.754', '7.75', '105.9'],
  [2015, '6.23', '0.901', '7.75', '121.0'],
  [2016, '6.64', '0.903', '7.76', '108.8'],
  [2017, '6.76', '0.885', '7.79', '112.2'],
  [2018, '6.62', '0.847', '7.84', '110.4'],
  [2019, '6.91', '0.893', '7.84', '109.0'],
  [2020, '6.90', '0.876', '7.76', '106.8'],
  [2021, '6.45', '0.845', '7.77', '109.8'],
  [2022, '6.74', '0.950', '7.83', '131.5'],
  [2023, '7.08', '0.925', '7.83', '140.5'],
  [2024, '7.20', '0.924', '7.80', '151.4'],
]

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
    const [rateA, rateB] = [rateIn(row, from), rateIn(row, to)]
    if (rateA === undefined || rateB === undefined) return false
    // In a common currency: so many of `a` times the rate of `b` are so many of `b` times the rate of `a`.
    return boundsOverlap(widened(boundsOf(a), rateB), widened(boundsOf(b), rateA))
  })
}

type Row = (typeof perDollar)[number]

function yearsFor(year: number | undefined): readonly Row[] {
  if (year === undefined) return perDollar
  const distance = ([of]: Row) => Math.abs(of - year)
  return [...perDollar].sort((a, b) => distance(a) - distance(b)).slice(0, 1)
}

function rateIn([, cny, eur, hkd, jpy]: Row, kind: MoneyKind): string | undefined {
  const rates: Partial<Record<MoneyKind, string>> = {
    'money-usd': '1',
    'money-cny': cny,
    'money-eur': eur,
    'money-hkd': hkd,
    'money-jpy': jpy,
  }
  return rates[kind]
}

function widened({ low, high, lowOpen, highOpen }: QuantityBounds, rate: string): QuantityBounds {
  return {
    ...(low !== undefined && { low: multiplyDecimals(multiplyDecimals(low, rate), down) }),
    ...(high !== undefined && { high: multiplyDecimals(multiplyDecimals(high, rate), up) }),
    ...(lowOpen && { lowOpen }),
    ...(highOpen && { highOpen }),
  }
}
