import type { EntityView } from '../../reading/entity-view.js'
import { compareInOrder, type EntityOrder, orderKey } from '../../reading/order-entities.js'
import type { Listed } from '../types/aggregates.js'
import { type Connection, connectionOf } from './connection.js'
import type { PageArguments } from './page.js'

/** A connection over entities that are held whole, each once, in the order asked for, else by id. */
export function entityConnection<Row extends { readonly node: EntityView }>(
  rows: readonly Row[],
  orderBy: readonly EntityOrder[] | null | undefined,
  page: PageArguments,
): Connection & Listed {
  const orders = orderBy ?? []
  const compare = compareInOrder(orders)
  const keyed = rows.map(row => ({ ...row, key: orderKey(row.node, orders) })).sort((a, b) => compare(a.key, b.key))
  const connection = connectionOf(keyed, page, ({ key }) => key, compare, orders.length + 1)
  return { ...connection, nodes: () => rows.map(({ node }) => node) }
}
