import type { Unit } from './unit.js'
import type { Quantity } from './value.js'

/** A quantity that is a number in a unit. */
export type Measured = Quantity & { readonly amount: string; readonly unit: Unit }

export function isMeasured(quantity: Quantity | undefined): quantity is Measured {
  return quantity?.amount !== undefined && quantity.unit !== undefined
}
