import { compareDecimals } from '../../values/decimal.js'
import { edtfBounds, isWithin } from '../../values/edtf.js'
import { isOfTerms, type TermsFilter } from '../../values/precision.js'
import { boundsOf } from '../../values/quantity.js'
import type { Unit } from '../../values/unit.js'
import type { Quantity } from '../../values/value.js'

/** The schema's filters of ids and of closed lists. */
export interface ListFilter<Member = string> {
  readonly eq?: Member | null
  readonly in?: readonly Member[] | null
  readonly notIn?: readonly Member[] | null
}

/** The schema's TextFilter: letters of either case are alike. */
export interface TextFilter {
  readonly eq?: string | null
  readonly in?: readonly string[] | null
  readonly notIn?: readonly string[] | null
  readonly contains?: string | null
  readonly startsWith?: string | null
  readonly endsWith?: string | null
}

/** The schema's DateFilter. */
export interface DateFilter {
  readonly before?: string | null
  readonly after?: string | null
  readonly within?: string | null
}

export interface QuantityInput {
  readonly amount: string
  /** COUNT if absent. */
  readonly unit?: Unit | null
}

/** The schema's QuantityFilter. */
export interface QuantityFilter extends TermsFilter {
  readonly eq?: QuantityInput | null
  readonly gte?: QuantityInput | null
  readonly gt?: QuantityInput | null
  readonly lte?: QuantityInput | null
  readonly lt?: QuantityInput | null
}

/** Whether the value passes all that the filter gives. */
export function isListed<Member>(value: Member, { eq, in: list, notIn }: ListFilter<Member>): boolean {
  return (
    (eq == null || value === eq) && (list == null || list.includes(value)) && (notIn == null || !notIn.includes(value))
  )
}

/** Whether one of the texts passes all that the filter gives. */
export function matchesText(
  texts: readonly string[],
  { eq, in: list, notIn, contains, startsWith, endsWith }: TextFilter,
): boolean {
  return texts
    .map(fold)
    .some(
      text =>
        (eq == null || text === fold(eq)) &&
        (list == null || list.some(member => text === fold(member))) &&
        (notIn == null || !notIn.some(member => text === fold(member))) &&
        (contains == null || text.includes(fold(contains))) &&
        (startsWith == null || text.startsWith(fold(startsWith))) &&
        (endsWith == null || text.endsWith(fold(endsWith))),
    )
}

/** By the days that the date may cover: before: its last day is before the other's first; within: none of its days is outside. */
export function matchesDate(edtf: string, { before, after, within }: DateFilter): boolean {
  const { min, max } = edtfBounds(edtf)
  if (before != null) {
    const limit = edtfBounds(before).min
    if (max === undefined || limit === undefined || max >= limit) return false
  }
  if (after != null) {
    const limit = edtfBounds(after).max
    if (min === undefined || limit === undefined || min <= limit) return false
  }
  return within == null || isWithin(edtf, within)
}

/**
 * By what is certain of the quantity: `>= 100` passes `gte: 50`, and not `lt: 200`, since it may be more. A quantity
 * without a number, of another kind of unit, or of a number format, basis or sparsity that is not among those asked for,
 * passes nothing. What is not stated is UNSTATED, as in aggregates.
 */
export function matchesQuantity(quantity: Quantity, filter: QuantityFilter): boolean {
  if (!isOfTerms(quantity, filter)) return false
  const { eq, gte, gt, lte, lt } = filter
  const { low, lowOpen, high, highOpen, unitKind } = boundsOf(quantity)
  const limit = (input: QuantityInput): string | undefined => {
    const asked = boundsOf({
      kind: 'quantity',
      amount: input.amount,
      unit: input.unit ?? 'COUNT',
      comparator: 'EXACTLY',
    })
    return asked.unitKind === unitKind ? asked.low : undefined
  }
  const isAbove = (input: QuantityInput, orEqual: boolean) => {
    const bound = limit(input)
    if (low === undefined || bound === undefined) return false
    const order = compareDecimals(low, bound)
    return order > 0 || (order === 0 && (orEqual || lowOpen === true))
  }
  const isBelow = (input: QuantityInput, orEqual: boolean) => {
    const bound = limit(input)
    if (high === undefined || bound === undefined) return false
    const order = compareDecimals(high, bound)
    return order < 0 || (order === 0 && (orEqual || highOpen === true))
  }
  const isKnown = low !== undefined || high !== undefined
  return (
    (eq == null || (isAbove(eq, true) && isBelow(eq, true))) &&
    (gte == null || isAbove(gte, true)) &&
    (gt == null || isAbove(gt, false)) &&
    (lte == null || isBelow(lte, true)) &&
    (lt == null || isBelow(lt, false)) &&
    isKnown
  )
}

/** A text as filters compare it: letters of either case and of either width are alike. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
