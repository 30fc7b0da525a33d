import type { Connection } from './connection.js'
import type { SortKey } from './cursor.js'
import type { Page, PageArguments } from './page.js'
import { pageInfoOf, toPageRequest, withCursor } from './page.js'

/**
 * A connection over rows that are read in the order of their ids as far as the page needs; the count reads them all,
 * and only where it is asked for. `scan` begins behind `from` and, reversed, runs down from before it.
 */
export function scanConnection<Row extends { readonly id: string }, Edge extends object>(
  scan: (options: { from?: string; reversed?: boolean; about?: number }) => AsyncIterable<Row>,
  args: PageArguments,
  toEdge: (row: Row) => Edge,
  name: string,
): Connection<Edge> {
  const list = { name }
  const request = toPageRequest(args, list)
  const [after, before] = [idOf(request.after), idOf(request.before)]
  const { fromEnd, limit } = request
  let page: Promise<Page<Edge>> | undefined
  let count: Promise<number> | undefined

  async function readPage(): Promise<Page<Edge>> {
    const [from, until] = fromEnd ? [before, after] : [after, before]
    const rows: Row[] = []
    let isCut = false
    let isUntilReached = false
    for await (const row of scan({ ...(from !== undefined && { from }), reversed: fromEnd, about: limit + 1 })) {
      if (until !== undefined && (fromEnd ? row.id <= until : row.id >= until)) {
        isUntilReached = true
        break
      }
      if (rows.length === limit) {
        isCut = true
        break
      }
      rows.push(row)
    }
    if (fromEnd) rows.reverse()
    const hasBehind = from === undefined ? false : () => hasRow(fromEnd ? 'from' : 'upTo', from)
    // Where the two cursors cross, no row is met on the way from one to the other.
    const isMet = isCut || isUntilReached || until === undefined
    const hasAhead = isMet ? isCut || isUntilReached : () => hasRow(fromEnd ? 'upTo' : 'from', until)
    const edges = rows.map(row => withCursor(toEdge(row), list, () => [row.id]))
    return { edges, pageInfo: pageInfoOf(edges, fromEnd ? hasBehind : hasAhead, fromEnd ? hasAhead : hasBehind) }
  }

  /** Whether the list has a row there: its first row lies up to the place, or its last one from it. */
  async function hasRow(where: 'upTo' | 'from', place: string): Promise<boolean> {
    for await (const { id } of scan({ reversed: where === 'from', about: 1 }))
      return where === 'from' ? id >= place : id <= place
    return false
  }

  async function readCount(): Promise<number> {
    let rows = 0
    for await (const _ of scan({})) rows++
    return rows
  }

  return {
    page: () => (page ??= readPage()),
    totalCount: () => (count ??= readCount()),
  }
}

function idOf(key: SortKey | undefined): string | undefined {
  return key?.[0] ?? undefined
}
