import type { Statement, StatementContent } from '../model/statement.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import { isConverted } from '../values/currency-rates.js'
import { datesAgree, edtfBounds, periodsOverlap, periodsSurelyOverlap } from '../values/edtf.js'
import { termsKey } from '../values/precision.js'
import { quantitiesOverlap } from '../values/quantity.js'
import { unitKindOf } from '../values/unit.js'
import type { GeoPoint, Value } from '../values/value.js'
import { statedQuantitiesAgree } from '../values/words/stated-quantities.js'
import type { CitedEditions } from './cited-edition.js'

/** The members of a statement that contradiction depends on. A statement that is not recorded yet has no rank. */
export type StatementToCompare = StatementContent & Pick<Statement, 'id'> & Partial<Pick<Statement, 'rank'>>

/** Whether the two can have held at one time. A statement without a period may have held at any time. */
export function canHoldTogether(a: StatementToCompare, b: StatementToCompare): boolean {
  return a.valid === undefined || b.valid === undefined || periodsOverlap(a.valid, b.valid)
}

/** Whether the two held at one time for certain, despite approximate ends of their periods. Only such two contradict. */
export function mustHoldTogether(a: StatementToCompare, b: StatementToCompare): boolean {
  return a.valid === undefined || b.valid === undefined || periodsSurelyOverlap(a.valid, b.valid)
}

/**
 * Whether two values of a single property cannot both be right.
 *
 * Words are not compared, since two wordings of a metric may mean the same. Two entities always differ, even if one is
 * part of the other, since the parts of regions are not known here.
 */
export function valuesContradict(a: Value, b: Value): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity') return quantitiesOverlap(a, b) === 'disjoint'
  if (a.kind === 'date' && b.kind === 'date') return !datesAgree(a.edtf, b.edtf)
  if (a.kind === 'geo' && b.kind === 'geo') return distanceKm(a, b) > farApartKm
  if (a.kind === 'entity' || a.kind === 'code') return !isSameValue(a, b)
  return false
}

/**
 * Whether a translation states another value than its original. As `valuesContradict`, with two differences for
 * quantities: another kind of unit is another value, and words without a number are compared (亿级以上,
 * billion-yuan-scale).
 */
export function translationContradicts(original: StatementToCompare, translation: StatementToCompare): boolean {
  const [a, b] = [original.value, translation.value]
  if (a.kind === 'quantity' && b.kind === 'quantity')
    return !statedQuantitiesAgree(original.asStated, a, translation.asStated, b)
  return valuesContradict(a, b)
}

/**
 * Whether a translation states the amount of its original converted into another currency, at a rate that is plausible
 * for the year in which the translation, or else the original, was published.
 */
export function isConversion(
  original: StatementToCompare,
  translation: StatementToCompare,
  citedEditions: CitedEditions,
): boolean {
  const [a, b] = [original.value, translation.value]
  if (a.kind !== 'quantity' || b.kind !== 'quantity') return false
  const published =
    citedEditions(translation.edition)?.source.published ?? citedEditions(original.edition)?.source.published
  const { min, max } = edtfBounds(published ?? '')
  const day = min ?? max
  return isConverted(a, b, day === undefined ? undefined : Number(day.slice(0, 4)))
}

/**
 * Whether the qualifiers of the same value contradict: a supplier in one statement, a consumer in the other. Only values
 * of closed lists are compared, words (总经济师, Chief Economist) are not. The default value contradicts nothing.
 */
export function qualifiersContradict(
  { qualifiers = [] }: PropertyDeclaration,
  a: StatementToCompare,
  b: StatementToCompare,
): boolean {
  return qualifiers.some(({ id, values, default: unstated }) => {
    if (!values) return false
    const [ofA, ofB] = [a.qualifiers[id] ?? unstated, b.qualifiers[id] ?? unstated]
    return ofA !== ofB && ofA !== unstated && ofB !== unstated
  })
}

/** Whether two values are equal, in any wording. */
export function isSameValue(a: Value, b: Value): boolean {
  if (a.kind === 'entity' && b.kind === 'entity') return a.entity === b.entity
  if (a.kind === 'code' && b.kind === 'code') return a.code === b.code
  return JSON.stringify(sortedEntries(a)) === JSON.stringify(sortedEntries(b))
}

/** Whether a link leads from an entity to itself, as after a merge. Such a link never counts. */
export function isSelfLink({ subject, value }: Pick<Statement, 'subject' | 'value'>): boolean {
  return value.kind === 'entity' && value.entity === subject
}

/** Key of the terms of a figure: kind of unit, number format, basis and sparsity. Only figures with one key are compared. */
export function figureKey(value: Value): string {
  if (value.kind !== 'quantity') return ''
  return `${value.unit === undefined ? '' : unitKindOf(value.unit)} ${termsKey(value)}`
}

/**
 * Points have no stated precision, and gazetteers put the centre of a province tens of kilometres apart. Two points
 * contradict if they are further apart than a large city is wide.
 */
const farApartKm = 100

/** Along a great circle, by the haversine formula, on the mean radius of WGS 84 (6371.0 km). */
function distanceKm(a: GeoPoint, b: GeoPoint): number {
  const radians = Math.PI / 180
  const halfLatitude = Math.sin(((b.latitude - a.latitude) * radians) / 2)
  const halfLongitude = Math.sin(((b.longitude - a.longitude) * radians) / 2)
  const chord = halfLatitude ** 2 + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * halfLongitude ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)))
}

function sortedEntries(object: object): [string, unknown][] {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
