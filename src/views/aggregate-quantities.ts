import { averageDecimal, compareDecimals } from '../values/decimal.js'
import { isMeasured, type Measured } from '../values/measured.js'
import { type Basis, type Precision, type Sparsity, termsKey } from '../values/precision.js'
import { sumQuantities } from '../values/sum-quantities.js'
import { convertAmount, type Unit, unitKindOf } from '../values/unit.js'
import type { Quantity } from '../values/value.js'

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
