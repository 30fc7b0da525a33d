import { compareInOrder, type EntityOrder, orderKey } from '../../views/order-entities.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import { type Listed, listedOf } from '../entities/aggregates.js'
import { type Connection, connectionOf } from './connection.js'
import type { CursorList } from './cursor.js'
import type { PageArguments } from './page.js'

/** What cursors of a list in that order are of. */
export function orderedList(name: string, orders: readonly EntityOrder[]): CursorList {
  const order = orders.map(({ field, direction }) => `${field} ${direction ?? 'ASC'}`).join()
  return { name: orders.length > 0 ? `${name} ${order}` : name, keyParts: orders.length + 1 }
}

/** A connection over entities that are held whole, each once, in the order asked for, else by id. */
export function entityConnection<Row extends { readonly node: EntityView }>(
  rows: readonly Row[],
  orderBy: readonly EntityOrder[] | null | undefined,
  page: PageArguments,
  reader: ViewReader,
  name: string,
): Connection & Listed {
  const orders = orderBy ?? []
  const compare = compareInOrder(orders, reader.view)
  const statementsBySearchKeys = rows
    .map(row => ({ ...row, key: orderKey(row.node, orders) }))
    .sort((a, b) => compare(a.key, b.key))
  const connection = connectionOf(statementsBySearchKeys, page, {
    ...orderedList(name, orders),
    keyOf: ({ key }) => key,
    compare,
  })
  return { ...connection, ...listedOf(reader, () => rows.map(({ node }) => node)) }
}
