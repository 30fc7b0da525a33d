import { SuanliError } from '../../model/error.js'
import { type CursorList, decodeCursor, encodeCursor, type SortKey } from './cursor.js'

/** Relay's arguments of a connection. */
export interface PageArguments {
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

/** A list as its rows are placed in it. */
export interface ListOf<Row> extends CursorList {
  readonly keyOf: (row: Row) => SortKey
  /** Code-unit order, part by part, unless given. */
  readonly compare?: (a: SortKey, b: SortKey) => number
}

/** How much of which end of a list is asked for. */
export interface PageRequest {
  readonly limit: number
  /** The last rows are asked for, not the first. */
  readonly fromEnd: boolean
  readonly after: SortKey | undefined
  readonly before: SortKey | undefined
}

export interface Page<Row> {
  readonly edges: readonly (Row & { readonly cursor: string })[]
  readonly pageInfo: PageInfo
}

/** What takes a reading of its own is a function, called where it is asked for. */
export type Flag = boolean | (() => Promise<boolean>)

export interface PageInfo {
  readonly hasNextPage: Flag
  readonly hasPreviousPage: Flag
  readonly startCursor: string | undefined
  readonly endCursor: string | undefined
}

const defaultPageSize = 20
const maxPageSize = 100

/** Checks a connection's arguments; `max`: rows that one page may have. Throws PAGE_TOO_LARGE, BAD_USER_INPUT, INVALID_CURSOR. */
export function toPageRequest(
  { first, after, last, before }: PageArguments,
  list: CursorList,
  max = maxPageSize,
): PageRequest {
  if (first != null && last != null)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: 'Give `first` or `last`, not both: a page is counted from one end.',
    })
  for (const [argument, seen] of [
    ['first', first],
    ['last', last],
  ] as const) {
    if (seen == null) continue
    if (seen < 0)
      throw new SuanliError('BAD_USER_INPUT', {
        problem: `\`${argument}: ${seen}\` is negative: give 0 to ${max}.`,
      })
    if (seen > max) throw new SuanliError('PAGE_TOO_LARGE', { argument, seen, max })
  }
  return {
    limit: first ?? last ?? defaultPageSize,
    fromEnd: last != null,
    after: after == null ? undefined : decodeCursor(list, after),
    before: before == null ? undefined : decodeCursor(list, before),
  }
}

/** The page of a list that is held whole, already in the order of `compare`. */
export function pageOf<Row extends object>(rows: readonly Row[], request: PageRequest, list: ListOf<Row>): Page<Row> {
  const { keyOf, compare = compareKeys } = list
  const { after, before, limit, fromEnd } = request
  const isFrom = (row: Row) => after === undefined || compare(keyOf(row), after) > 0
  const isUpTo = (row: Row) => before === undefined || compare(keyOf(row), before) < 0
  const start = after === undefined ? 0 : firstIndex(rows, isFrom)
  const end = before === undefined ? rows.length : firstIndex(rows, row => !isUpTo(row))
  const between = Math.max(0, end - start)
  const length = Math.min(limit, between)
  const from = fromEnd ? start + between - length : start
  const edges = rows.slice(from, from + length).map(row => withCursor(row, list, () => keyOf(row)))
  const isCut = length < between
  return {
    edges,
    pageInfo: pageInfoOf(edges, (isCut && !fromEnd) || end < rows.length, (isCut && fromEnd) || start > 0),
  }
}

/** The cursors are those of the first and the last row. */
export function pageInfoOf(
  edges: readonly { readonly cursor: string }[],
  hasNextPage: Flag,
  hasPreviousPage: Flag,
): PageInfo {
  return {
    hasNextPage,
    hasPreviousPage,
    get startCursor() {
      return edges[0]?.cursor
    },
    get endCursor() {
      return edges.at(-1)?.cursor
    },
  }
}

/** The row, whose cursor is made where it is asked for: to encode it takes longer than all else of a row. */
export function withCursor<Row extends object>(
  row: Row,
  list: CursorList,
  key: () => SortKey,
): Row & { readonly cursor: string } {
  return {
    ...row,
    get cursor() {
      return encodeCursor(list, key())
    },
  }
}

export function tellFlag(flag: Flag): boolean | Promise<boolean> {
  return typeof flag === 'function' ? flag() : flag
}

/** Of rows that fail a test up to some place and pass it from there on, that place. */
function firstIndex<Row>(rows: readonly Row[], passes: (row: Row) => boolean): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(rows[middle] as Row)) high = middle
    else low = middle + 1
  }
  return low
}

/** Part by part in code-unit order, what is absent last. */
export function compareKeys(a: SortKey, b: SortKey): number {
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i] ?? null, b[i] ?? null]
    if (left === right) continue
    if (left === null || right === null) return left === null ? 1 : -1
    return left < right ? -1 : 1
  }
  return 0
}
