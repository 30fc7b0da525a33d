import type { View } from '../model/view.js'
import { labelOrderOf } from '../names/label-order.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import { type EntityType, enumNameOf } from '../ontology/ontology.js'
import { compareDecimals } from '../values/decimal.js'
import { edtfBounds } from '../values/edtf.js'
import { boundsOf } from '../values/quantity.js'
import type { Value } from '../values/value.js'
import type { EntityView } from './view-reader.js'

/** The schema's order of an entity type: LABEL, or a property in SCREAMING_CASE. */
export interface EntityOrder {
  readonly field: string
  readonly direction?: 'ASC' | 'DESC' | null
}

type Key = readonly (string | null)[]

/** Whether lists can be ordered by a property: it has one value, and values of its kind have an order. */
export function isOrdered({ many, value }: PropertyDeclaration): boolean {
  return !many && (value.kind === 'quantity' || value.kind === 'date' || value.kind === 'text' || value.kind === 'code')
}

/** What an entity is placed by: a text for each order, null where it has no value, and its id. */
export function orderKey(entity: EntityView, orders: readonly EntityOrder[]): Key {
  return [...orders.map(({ field }) => keyOf(entity, field)), entity.id]
}

/** The properties that `orderKey` looks at, by their ids. */
export function propertiesInOrder(orders: readonly EntityOrder[], type: EntityType): readonly string[] {
  return orders.flatMap(({ field }) =>
    field === 'LABEL' ? ['name'] : type.properties.flatMap(({ id }) => (enumNameOf(id) === field ? [id] : [])),
  )
}

/** Compares keys of `orderKey` in a view: in each order's direction, what is absent last both ways, ties by id. */
export function compareInOrder(orders: readonly EntityOrder[], { language }: View): (a: Key, b: Key) => number {
  const compareLabels = labelOrderOf(language).compare
  return (a, b) => {
    for (const [i, { field, direction }] of orders.entries()) {
      const [left, right] = [a[i] ?? null, b[i] ?? null]
      if (left === right) continue
      if (left === null || right === null) return left === null ? 1 : -1
      const order = field === 'LABEL' ? compareLabels(left, right) : compareValues(left, right)
      if (order !== 0) return direction === 'DESC' ? -order : order
    }
    const [left, right] = [a.at(-1) ?? '', b.at(-1) ?? '']
    return left < right ? -1 : left > right ? 1 : 0
  }
}

function keyOf(entity: EntityView, field: string): string | null {
  if (field === 'LABEL')
    return labelOrderOf(entity.reader.view.language).keyOf(entity.label(), entity.type.namesBySound === 'PERSON')
  const property = entity.type.properties.find(({ id }) => enumNameOf(id) === field)
  const value = property && entity.resolve(property).chosen?.value
  return value ? keyOfValue(value) : null
}

/** A quantity's is its kind of unit and its lower bound (else its upper one) in the base unit; a date's its first day. */
function keyOfValue(value: Value): string | null {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'code':
      return value.code
    case 'date':
      return edtfBounds(value.edtf).min ?? edtfBounds(value.edtf).max ?? null
    case 'quantity': {
      const { unitKind, low, high } = boundsOf(value)
      const amount = low ?? high
      return unitKind && amount !== undefined ? `\u0000${unitKind}:${amount}` : null
    }
    default:
      return null
  }
}

/** Begins with a character that no text of a source has, so that no other value’s key is taken for a number. */
const quantityKey = /^\u0000([a-z-]+):(-?\d+(?:\.\d+)?)$/

function compareValues(a: string, b: string): number {
  const [quantityA, quantityB] = [quantityKey.exec(a), quantityKey.exec(b)]
  if (quantityA && quantityB && quantityA[1] === quantityB[1])
    return compareDecimals(quantityA[2] ?? '0', quantityB[2] ?? '0')
  return a < b ? -1 : a > b ? 1 : 0
}
