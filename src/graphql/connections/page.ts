import { SuanliError } from '../../model/error.js'
import { firstIndex } from '../../model/first-index.js'
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

/** The rows of a page as they are held, and what lies around them. */
export interface Cut<Row> {
  readonly rows: readonly Row[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
}

/** What takes a reading of its own is a function, called where it is asked for. */
export type Flag = boolean | (() => Promise<boolean>)

export interface PageInfo {
  readonly hasNextPage: Flag
  readonly hasPreviousPage: Flag
  readonly startCursor: string | undefined
  readonly endCursor: string | undefined
}

const place = Symbol('place')
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
      problemZh: '`first` 与 `last` 只能给出一个：分页只从一端计数。',
      argument: 'last',
    })
  if (first != null) checkSize('first', first, max)
  if (last != null) checkSize('last', last, max)
  return {
    limit: first ?? last ?? defaultPageSize,
    fromEnd: last != null,
    after: after == null ? undefined : decodeCursor(list, after),
    before: before == null ? undefined : decodeCursor(list, before, 'before'),
  }
}

function checkSize(argument: 'first' | 'last', seen: number, max: number): void {
  if (seen < 0)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: `\`${argument}: ${seen}\` is negative: give 0 to ${max}.`,
      problemZh: `\`${argument}: ${seen}\` 为负数：请给出 0 到 ${max}。`,
      argument,
      min: 0,
      max,
    })
  if (seen > max) throw new SuanliError('PAGE_TOO_LARGE', { argument, seen, max, ...furtherFrom[argument] })
}

/** How the rest of a list is read, from either end. */
const furtherFrom = {
  first: { further: ', and continue with `after: endCursor`', furtherZh: '，再用 `after: endCursor` 继续' },
  last: { further: ', and continue with `before: startCursor`', furtherZh: '，再用 `before: startCursor` 继续' },
}

/** What a page has of a list that is held whole, already in the order of `compare`. */
export function cutOf<Row>(rows: readonly Row[], request: PageRequest, list: ListOf<Row>): Cut<Row> {
  const { keyOf, compare = compareKeys } = list
  const { after, before, limit, fromEnd } = request
  const isFrom = (row: Row) => after === undefined || compare(keyOf(row), after) > 0
  const isUpTo = (row: Row) => before === undefined || compare(keyOf(row), before) < 0
  const start = after === undefined ? 0 : firstIndex(rows, isFrom)
  const end = before === undefined ? rows.length : firstIndex(rows, row => !isUpTo(row))
  const between = Math.max(0, end - start)
  const length = Math.min(limit, between)
  const from = fromEnd ? start + between - length : start
  const isCut = length < between
  return {
    rows: rows.slice(from, from + length),
    hasNextPage: (isCut && !fromEnd) || end < rows.length,
    hasPreviousPage: (isCut && fromEnd) || start > 0,
  }
}

/** As `cutOf`, each row with its cursor. */
export function pageOf<Row extends object>(rows: readonly Row[], request: PageRequest, list: ListOf<Row>): Page<Row> {
  const { rows: cut, hasNextPage, hasPreviousPage } = cutOf(rows, request, list)
  const edges = cut.map(row => withCursor(row, list, () => list.keyOf(row)))
  return { edges, pageInfo: pageInfoOf(edges, hasNextPage, hasPreviousPage) }
}

/** The cursors are those of the first and the last row. */
export function pageInfoOf(
  edges: readonly { readonly cursor: string }[],
  hasNextPage: Flag,
  hasPreviousPage: Flag,
): PageInfo {
  return new InfoOfEdges(edges, hasNextPage, hasPreviousPage)
}

class InfoOfEdges implements PageInfo {
  constructor(
    readonly edges: readonly { readonly cursor: string }[],
    readonly hasNextPage: Flag,
    readonly hasPreviousPage: Flag,
  ) {}

  get startCursor(): string | undefined {
    return this.edges[0]?.cursor
  }

  get endCursor(): string | undefined {
    return this.edges.at(-1)?.cursor
  }
}

/** A row's place in its list. A getter of the class: one of each object would give each a hidden class of its own. */
class Placed {
  readonly [place]: () => string

  constructor(tell: () => string) {
    this[place] = tell
  }

  get cursor(): string {
    return this[place]()
  }
}

/** The row, whose cursor is made where it is asked for: to encode it takes longer than all else of a row. */
export function withCursor<Row extends object>(
  row: Row,
  list: CursorList,
  key: () => SortKey,
): Row & { readonly cursor: string } {
  return Object.assign(new Placed(() => encodeCursor(list, key())), row)
}

export function tellFlag(flag: Flag): boolean | Promise<boolean> {
  return typeof flag === 'function' ? flag() : flag
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
