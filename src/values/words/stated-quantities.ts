import { multiplyDecimals } from '../decimal.js'
import { boundsOf, boundsOverlap, quantitiesOverlap } from '../quantity.js'
import { foldFigures } from '../text.js'
import { type Unit, type UnitKind, unitKindOf } from '../unit.js'
import type { Quantity } from '../value.js'
import { joinComparators, takeComparators } from './comparator-words.js'
import { parseNumeral } from './numeral.js'
import { scaleOf } from './scale.js'

/** Counts of what has no unit here: 4个. */
const unitless = /^[个座台家项处所块]?$/

/**
 * Whether what two editions state of one thing can be the same, by value where both give a number, else by the order of
 * magnitude and the kind of unit that their words name: 亿级以上 (100 million of what is not said) and billion-yuan-scale
 * (1000 million yuan) cannot, nor can 1.2亿元 and a quantity of dollars. A kind that one of them does not name is no
 * obstacle.
 *
 * Where the words name neither, those of one script agree if they are the same; those of two scripts cannot be compared
 * here, and nothing contradicts.
 */
export function statedQuantitiesAgree(asStatedA: string, a: Quantity, asStatedB: string, b: Quantity): boolean {
  const [kindA, kindB] = [unitKindOfQuantity(a), unitKindOfQuantity(b)]
  // The words for what is counted are of two languages, so that the numbers alone are compared.
  if (kindA === 'count' && kindB === 'count') return boundsOverlap(boundsOf(a), boundsOf(b))
  const [isNumberedA, isNumberedB] = [hasUnit(a), hasUnit(b)]
  if (isNumberedA && isNumberedB)
    return kindA === kindB && quantitiesOverlap(withoutObject(a), withoutObject(b)) !== 'disjoint'
  if (isNumberedA) return scaleAdmits(asStatedB, a)
  if (isNumberedB) return scaleAdmits(asStatedA, b)
  return wordsAgree(asStatedA, asStatedB)
}

function withoutObject({ of: _, ...quantity }: Quantity): Quantity {
  return quantity
}

/** A count has no unit to compare. */
function hasUnit(quantity: Quantity): boolean {
  return quantity.amount !== undefined && unitKindOfQuantity(quantity) !== 'count'
}

function unitKindOfQuantity({ unit }: { readonly unit?: Unit }): UnitKind | undefined {
  return unit && unitKindOf(unit)
}

/** Whether a number lies in the order of magnitude that words name: from it to ten times it, or as far as they leave it open. */
function scaleAdmits(words: string, quantity: Quantity): boolean {
  const { kind, low } = scaleOf(words)
  if (kind === undefined) return true
  const bounds = boundsOf(quantity)
  if (bounds.unitKind !== kind) return false
  if (low === undefined) return true
  const comparator = joinComparators(takeComparators(foldFigures(words)).comparators)
  const isOpenAbove = comparator === 'AT_LEAST' || comparator === 'MORE_THAN'
  const isOpenBelow = comparator === 'AT_MOST' || comparator === 'LESS_THAN'
  return boundsOverlap(bounds, {
    ...(!isOpenBelow && { low }),
    ...(!isOpenAbove && { high: multiplyDecimals(low, '10'), highOpen: true }),
  })
}

function wordsAgree(a: string, b: string): boolean {
  const [numberA, numberB] = [bareNumber(a), bareNumber(b)]
  if (numberA !== undefined && numberB !== undefined) return numberA === numberB
  const [left, right] = [scaleOf(a), scaleOf(b)]
  if (Object.keys(left).length === 0 && Object.keys(right).length === 0)
    return isHan(a) !== isHan(b) || foldFigures(a).toLowerCase() === foldFigures(b).toLowerCase()
  if (left.kind && right.kind && left.kind !== right.kind) return false
  if (left.low !== undefined && right.low !== undefined) return left.low === right.low
  return left.order === undefined || right.order === undefined || left.order === right.order
}

/** 4 of 4个, which has no unit to compare. */
function bareNumber(text: string): string | undefined {
  const numeral = parseNumeral(takeComparators(foldFigures(text)).rest)
  return numeral && unitless.test(numeral.rest) ? numeral.amount : undefined
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}
