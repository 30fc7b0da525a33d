import { labelOrderOf } from '../../names/label-order.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { compareDecimals } from '../../values/decimal.js'
import { all, chain, type MaybePromise } from '../maybe-promise.js'
import type { EntityView, ViewReader } from '../view-reader.js'
import { orderFieldsOf } from './order-fields.js'

/** The schema's order of an entity type, by a name that `orderFieldsOf` has. */
export interface EntityOrder {
  readonly field: string
  readonly direction?: 'ASC' | 'DESC' | null
}

type Key = readonly (string | null)[]

/** What an entity is placed by: a text for each order, null where it has no value, and its id. */
export function orderKey(entity: EntityView, orders: readonly EntityOrder[]): MaybePromise<Key> {
  const fields = orderFieldsOf(entity.type, entity.reader.ontology)
  const keys = all(orders.map(({ field }) => fields.get(field)?.keyOf(entity) ?? null))
  return chain(keys, found => [...found, entity.id])
}

/** The properties that `orderKey` looks at, by their ids; undefined where it looks at all. */
export function propertiesInOrder(
  orders: readonly EntityOrder[],
  type: EntityType,
  ontology: Ontology,
): readonly string[] | undefined {
  const fields = orderFieldsOf(type, ontology)
  const looksAt = orders.map(({ field }) => fields.get(field)?.looksAt)
  return looksAt.every(ids => ids !== undefined) ? [...new Set(looksAt.flat())] : undefined
}

/** Compares keys of `orderKey` in a view: in each order's direction, what is absent last both ways, ties by id. */
export function compareInOrder(
  orders: readonly EntityOrder[],
  type: EntityType,
  { ontology, view }: ViewReader,
): (a: Key, b: Key) => number {
  const fields = orderFieldsOf(type, ontology)
  const labels = labelOrderOf(view.language)
  const compares = orders.map(({ field }) => (fields.get(field)?.isLabel ? labels.compare : compareValues))
  return (a, b) => {
    for (const [i, { direction }] of orders.entries()) {
      const [left, right] = [a[i] ?? null, b[i] ?? null]
      if (left === right) continue
      if (left === null || right === null) return left === null ? 1 : -1
      const order = compares[i]?.(left, right) ?? 0
      if (order !== 0) return direction === 'DESC' ? -order : order
    }
    const [left, right] = [a.at(-1) ?? '', b.at(-1) ?? '']
    return left < right ? -1 : left > right ? 1 : 0
  }
}

/** As `order-fields.ts` writes numbers. */
const numberKey = /^\u0000([a-z-]+):(-?\d+(?:\.\d+)?)$/

function compareValues(a: string, b: string): number {
  const [numberA, numberB] = [numberKey.exec(a), numberKey.exec(b)]
  if (numberA && numberB && numberA[1] === numberB[1]) return compareDecimals(numberA[2] ?? '0', numberB[2] ?? '0')
  return a < b ? -1 : a > b ? 1 : 0
}
