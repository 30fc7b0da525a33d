import type { RowSum } from '../../store/rows/resolved-rows.js'
import type { Comparator } from '../../values/comparator.js'
import { averageDecimal, compareDecimals, multiplyDecimals } from '../../values/decimal.js'
import { isMeasured, type Measured } from '../../values/measured.js'
import { type Basis, type Precision, type Sparsity, termsKey } from '../../values/precision.js'
import { decimalKey, decimalOfKey } from '../../values/stored/decimal-key.js'
import { amountOfGrains } from '../../values/stored/grains.js'
import { sumQuantities } from '../../values/sum-quantities.js'
import { baseUnitOf, convertAmount, type Unit, unitKindOf } from '../../values/unit.js'
import type { Quantity } from '../../values/value.js'

/** The figures of one number format, basis and sparsity. */
export interface QuantityAggregate {
  readonly precision: Precision
  readonly basis: Basis
  readonly sparsity: Sparsity
  readonly unit: Unit
  readonly count: number
  readonly total: Measured
  readonly average: string
  /** The upper end of the average where `total` is a range. */
  readonly averageUpper?: string
  readonly min: string
  readonly max: string
}

/** One row for each number format, basis and sparsity, by their names. What gives no number, or one of another kind of unit, is left out. */
export function aggregateQuantities(quantities: readonly Quantity[], unit: Unit): readonly QuantityAggregate[] {
  const rows = new Map<string, Measured[]>()
  for (const quantity of quantities) {
    if (!isMeasured(quantity) || unitKindOf(quantity.unit) !== unitKindOf(unit)) continue
    const key = termsKey(quantity)
    const row = rows.get(key)
    if (row) row.push(quantity)
    else rows.set(key, [quantity])
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, figures]) => aggregate(figures, unit))
}

/** As `aggregateQuantities`, of figures that the store has added up by their terms and comparator. */
export function aggregateSums(sums: readonly RowSum[], unit: Unit): readonly QuantityAggregate[] {
  const rows = new Map<string, RowSum[]>()
  for (const sum of sums) {
    const row = rows.get(sum.terms)
    if (row) row.push(sum)
    else rows.set(sum.terms, [sum])
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([terms, parts]) => aggregateParts(terms, parts, unit))
}

function aggregateParts(terms: string, parts: readonly RowSum[], unit: Unit): QuantityAggregate {
  const kind = unitKindOf(unit)
  const base = baseUnitOf(unit)
  const inUnit = (amount: string) => convertAmount(amount, base, unit) ?? amount
  const amountIn = (key: string) => decimalOfKey(key) ?? '0'
  const parted = parts.map(({ grains, count, least, greatest, comparator }): Measured => {
    const [amount, upper] = grains
      ? grains.map(sum => amountOfGrains(sum, kind))
      : [least, greatest].map(key => multiplyDecimals(amountIn(key), String(count)))
    const ends = { amount: amount ?? '0', upper: upper ?? '0' }
    return { kind: 'quantity', ...ends, unit: base, comparator: comparator as Comparator }
  })
  const [precision, basis, sparsity] = terms.split(' ') as [Precision, Basis, Sparsity]
  const keyOf = (end: string, { grains }: RowSum) => (grains ? decimalKey(amountOfGrains(end, kind)) : end)
  const [least] = parts.map(part => keyOf(part.least, part)).sort()
  const greatest = parts
    .map(part => keyOf(part.greatest, part))
    .sort()
    .at(-1)
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  const total = sumQuantities(parted, unit)
  return {
    precision,
    basis,
    sparsity,
    unit,
    count,
    total,
    average: averageDecimal(total.amount, count),
    ...(total.upper !== undefined && { averageUpper: averageDecimal(total.upper, count) }),
    min: inUnit(amountIn(least ?? '')),
    max: inUnit(amountIn(greatest ?? '')),
  }
}

function aggregate(figures: readonly Measured[], unit: Unit): QuantityAggregate {
  const inUnit = (amount: string, from: Unit) => convertAmount(amount, from, unit) ?? amount
  const lows = figures.map(each => inUnit(each.amount, each.unit))
  const total = sumQuantities(figures, unit)
  const averageOf = (sum: string) => averageDecimal(sum, figures.length)
  const highs = figures.map(each => inUnit(each.upper ?? each.amount, each.unit))
  return {
    precision: figures[0]?.precision ?? 'UNSTATED',
    basis: figures[0]?.basis ?? 'UNSTATED',
    sparsity: figures[0]?.sparsity ?? 'UNSTATED',
    unit,
    count: figures.length,
    total,
    average: averageOf(total.amount),
    ...(total.upper !== undefined && { averageUpper: averageOf(total.upper) }),
    min: lows.reduce((least, amount) => (compareDecimals(amount, least) < 0 ? amount : least)),
    max: highs.reduce((greatest, amount) => (compareDecimals(amount, greatest) > 0 ? amount : greatest)),
  }
}
