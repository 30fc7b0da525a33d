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

/** What there must be of a statement to say what it contradicts; one that is not recorded yet has no rank. */
export type StatementToCompare = StatementContent & Pick<Statement, 'id'> & Partial<Pick<Statement, 'rank'>>

/** Whether the two can have held at one time. When a statement held is unknown where no source says, and excludes nothing. */
export function canHoldTogether(a: StatementToCompare, b: StatementToCompare): boolean {
  return a.valid === undefined || b.valid === undefined || periodsOverlap(a.valid, b.valid)
}

/** Whether the two held at one time, however the approximate ends of their periods fall: only such two contradict. */
export function mustHoldTogether(a: StatementToCompare, b: StatementToCompare): boolean {
  return a.valid === undefined || b.valid === undefined || periodsSurelyOverlap(a.valid, b.valid)
}

/**
 * Whether two values of one property, which has one value, cannot both be right.
 *
 * Words are not compared: two wordings of a metric may mean the same, in one language as in two. Two entities are two,
 * though one may be a part of the other: which regions lie in which is not known here.
 */
export function valuesContradict(a: Value, b: Value): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity') return quantitiesOverlap(a, b) === 'disjoint'
  if (a.kind === 'date' && b.kind === 'date') return !datesAgree(a.edtf, b.edtf)
  if (a.kind === 'geo' && b.kind === 'geo') return distanceKm(a, b) > farApartKm
  if (a.kind === 'entity' || a.kind === 'code') return !isSameValue(a, b)
  return false
}

/**
 * Whether a translation states another value than its original does. As `valuesContradict`; of quantities, one in
 * another kind of unit is another, and where no number is given the words are read (亿级以上, billion-yuan-scale).
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
 * Whether what stands beside the same value differs: a supplier in the one, a consumer in the other. Only closed lists
 * are compared, words (总经济师, Chief Economist) are not; the default says nothing, so it contradicts nothing.
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

/** One and the same value, however it is worded. */
export function isSameValue(a: Value, b: Value): boolean {
  if (a.kind === 'entity' && b.kind === 'entity') return a.entity === b.entity
  if (a.kind === 'code' && b.kind === 'code') return a.code === b.code
  return JSON.stringify(sortedEntries(a)) === JSON.stringify(sortedEntries(b))
}

/** Whether a link leads from an entity to itself, as after a merge: such a link never counts. */
export function isSelfLink({ subject, value }: Pick<Statement, 'subject' | 'value'>): boolean {
  return value.kind === 'entity' && value.entity === subject
}

/** Figures with one key are values of one thing: of one kind of unit, number format, basis and sparsity. */
export function figureKey(value: Value): string {
  if (value.kind !== 'quantity') return ''
  return `${value.unit === undefined ? '' : unitKindOf(value.unit)} ${termsKey(value)}`
}

/**
 * A point has no stated precision, and the centre of a province is put tens of kilometres apart by two gazetteers; two
 * points further apart than a large city is wide are not one place.
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
