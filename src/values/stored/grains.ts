import { divideDecimals, multiplyDecimals } from '../decimal.js'
import type { UnitKind } from '../unit.js'

/**
 * Amounts as whole numbers, which databases add up exactly: so many grains, each a fixed amount in the base unit of the
 * kind. Undefined for an amount that is no whole number of grains, or so large that a sum of many would overflow.
 */
export function grainsOf(base: string, kind: UnitKind): number | undefined {
  const grains = divideDecimals(base, grainOf(kind))
  if (!/^-?\d{1,11}$/.test(grains)) return undefined
  return Number(grains)
}

/** A number of grains as an amount in the base unit of the kind. */
export function amountOfGrains(grains: string, kind: UnitKind): string {
  return multiplyDecimals(grains, grainOf(kind))
}

/** Fine enough for what sources state: figures of compute in TFLOPS, shares and ratios with three digits. */
function grainOf(kind: UnitKind): string {
  switch (kind) {
    case 'compute':
    case 'operations':
      return '1000000000000'
    case 'energy':
      return '1000'
    case 'share':
    case 'ratio':
      return '0.001'
    default:
      return '1'
  }
}
