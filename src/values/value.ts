import type { Comparator } from './comparator.js'
import type { Basis, Precision, Sparsity } from './precision.js'
import type { Unit } from './unit.js'

/** What can stand in a statement. Plain frozen data; what each kind can do is in the file of its name. */
export type Value = TextValue | Quantity | DateValue | EntityValue | GeoPoint | CodeValue

/** Words in one language: a name, a metric. */
export interface TextValue {
  readonly kind: 'text'
  readonly text: string
  /** BCP 47: zh-Hans, en, zh-Latn-pinyin. */
  readonly language: string
}

/**
 * A number with its unit, as QUDT's QuantityValue, or only the words of the source where it gives no number
 * or no unit (亿级以上): then `amount` and `unit` are both absent.
 */
export interface Quantity {
  readonly kind: 'quantity'
  /** Canonical decimal text, never a float: "45", "0.5". The lower bound where the comparator is BETWEEN. */
  readonly amount?: string
  /** The upper bound, inclusive, where the comparator is BETWEEN. */
  readonly upper?: string
  readonly unit?: Unit
  readonly comparator: Comparator
  /** The number format, of compute units only: UNSTATED if the source does not say. */
  readonly precision?: Precision
  /** Of compute units only: the theoretical peak or a measured figure. Absent if the source does not say. */
  readonly basis?: Basis
  /** Of compute units only. Absent if the source does not say. */
  readonly sparsity?: Sparsity
  /** What is counted or measured, in the words of the source: 家 of 500家, 昇腾910B of 3万张昇腾910B. */
  readonly of?: string
}

/** A date, a time of uncertain extent, or an interval: ISO 8601-2 Extended Date/Time Format, level 1, and the quarters and halves of level 2. */
export interface DateValue {
  readonly kind: 'date'
  readonly edtf: string
}

/** A link: the value is another entity. */
export interface EntityValue {
  readonly kind: 'entity'
  readonly entity: string
}

/** WGS 84, decimal degrees. */
export interface GeoPoint {
  readonly kind: 'geo'
  readonly latitude: number
  readonly longitude: number
}

/** A value of a closed list or a code system: an administrative code, a status, an address that means the same. */
export interface CodeValue {
  readonly kind: 'code'
  readonly code: string
}
