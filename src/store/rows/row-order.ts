import type { RowOrder } from './row-query.js'

/** A text by which an engine orders rows. */
export interface OrderKey {
  readonly text: string
  readonly isDescending: boolean
}

/** The keys of an order; the id comes last, so that no two rows share a place. `column`: a column's name in the engine's text. */
export function orderKeysOf(
  orders: readonly RowOrder[],
  column: (name: string) => string,
  id: string,
): readonly OrderKey[] {
  const keys = orders.map(({ columns, isDescending }) => {
    const names = columns.map(name => column(name))
    return { text: names.length === 1 ? (names[0] ?? '') : `coalesce(${names.join(', ')})`, isDescending }
  })
  return [...keys, { text: id, isDescending: false }]
}
