import type { EntityType } from '../../ontology/ontology.js'
import { compareInOrder, type EntityOrder, orderKey } from '../../views/lists/order-entities.js'
import { all, chain, type MaybePromise } from '../../views/maybe-promise.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import { type Listed, listedOf } from '../entities/listed.js'
import { type Connection, connectionOf } from './connection.js'
import type { CursorList, SortKey } from './cursor.js'
import type { PageArguments } from './page.js'

/** What cursors of a list in that order are of. */
export function orderedList(name: string, orders: readonly EntityOrder[]): CursorList {
  const order = orders.map(({ field, direction }) => `${field} ${direction ?? 'ASC'}`).join()
  return { name: orders.length > 0 ? `${name} ${order}` : name, keyParts: orders.length + 1 }
}

/** A connection over entities of one type that are held whole, each once, in the order asked for, else by id. */
export function entityConnection<Row extends { readonly node: EntityView }>(
  rows: readonly Row[],
  type: EntityType,
  orderBy: readonly EntityOrder[] | null | undefined,
  page: PageArguments,
  reader: ViewReader,
  name: string,
): MaybePromise<Connection & Listed> {
  const orders = orderBy ?? []
  const compare = compareInOrder(orders, type, reader)
  return chain(all(rows.map(({ node }) => orderKey(node, orders))), keys => {
    const ordered = rows
      .map((row, i) => ({ ...row, key: keys[i] ?? [row.node.id] }))
      .sort((a, b) => compare(a.key, b.key))
    const list = { ...orderedList(name, orders), keyOf: ({ key }: { readonly key: SortKey }) => key, compare }
    return { ...connectionOf(ordered, page, list), ...listedOf(reader, () => rows.map(({ node }) => node)) }
  })
}
