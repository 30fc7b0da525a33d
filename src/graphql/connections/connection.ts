import { chain, type MaybePromise } from '../../views/maybe-promise.js'
import {
  type ArgumentDeclaration,
  argument,
  type FieldDeclaration,
  field,
  type ObjectDeclaration,
} from '../schema/declare.js'
import {
  type Cut,
  cutOf,
  type ListOf,
  type Page,
  type PageArguments,
  type PageInfo,
  type PageRequest,
  pageInfoOf,
  pageOf,
  tellFlag,
  toPageRequest,
  withCursor,
} from './page.js'

/** What a connection's fields are computed from: nothing is read that is not asked for. */
export interface Connection<Row = object> {
  page(): MaybePromise<Page<Row>>
  /** The page's nodes, where they are found without its edges. */
  pageNodes?(): MaybePromise<readonly unknown[]>
  totalCount(): MaybePromise<number>
}

/** Relay's four arguments. */
export const pageArguments: Readonly<Record<string, ArgumentDeclaration>> = {
  first: argument('Int', 'Number of items from the start of the list, 0 to 100. Default: 20.'),
  after: argument('String', 'Cursor after which the page begins: `endCursor` of the page before.'),
  last: argument('Int', 'Number of items from the end of the list, 0 to 100. Excludes `first`.'),
  before: argument('String', 'Cursor before which the page ends: `startCursor` of the page after.'),
}

/** A connection over rows that are held whole, in their order. Throws what `toPageRequest` throws, at once. */
export function connectionOf<Row extends object>(
  rows: readonly Row[],
  page: PageArguments,
  list: ListOf<Row>,
): Connection<Row> {
  const request = toPageRequest(page, list)
  return { page: () => pageOf(rows, request, list), totalCount: () => rows.length }
}

/** Rows in their order: the first so many, which may be much quicker to find, or all. */
export interface RowSource<Row> {
  first(count: number): MaybePromise<readonly Row[]>
  all(): MaybePromise<readonly Row[]>
}

/** Rows that are all there. */
export class HeldRows<Row> implements RowSource<Row> {
  constructor(readonly rows: readonly Row[]) {}

  first(): readonly Row[] {
    return this.rows
  }

  all(): readonly Row[] {
    return this.rows
  }
}

/** How rows are shown that stand for what is shown. */
export interface Showing<Row, Node, Edge extends object> {
  readonly nodesOf: (rows: readonly Row[]) => MaybePromise<readonly Node[]>
  readonly edgeOf: (node: Node, row: Row) => Edge
}

/** As `connectionOf`, over rows that stand for what is shown: that is found for the rows of the page alone. */
export class ShownConnection<Row, Node, Edge extends object> implements Connection<Edge> {
  readonly request: PageRequest
  #cut: MaybePromise<Cut<Row>> | undefined
  #page: MaybePromise<Page<Edge>> | undefined

  constructor(
    readonly source: RowSource<Row>,
    page: PageArguments,
    readonly list: ListOf<Row>,
    readonly showing: Showing<Row, Node, Edge>,
  ) {
    this.request = toPageRequest(page, list)
  }

  page(): MaybePromise<Page<Edge>> {
    this.#page ??= chain(this.cut(), ({ rows, hasNextPage, hasPreviousPage }) =>
      chain(this.showing.nodesOf(rows), nodes => {
        const edges = rows.map((row, i) =>
          withCursor(this.showing.edgeOf(nodes[i] as Node, row), this.list, () => this.list.keyOf(row)),
        )
        return { edges, pageInfo: pageInfoOf(edges, hasNextPage, hasPreviousPage) }
      }),
    )
    return this.#page
  }

  pageNodes(): MaybePromise<readonly Node[]> {
    return chain(this.cut(), ({ rows }) => this.showing.nodesOf(rows))
  }

  totalCount(): MaybePromise<number> {
    return chain(this.source.all(), ({ length }) => length)
  }

  cut(): MaybePromise<Cut<Row>> {
    const { source, request, list } = this
    const isFirst = request.after === undefined && request.before === undefined && !request.fromEnd
    this.#cut ??= chain(isFirst ? source.first(request.limit + 1) : source.all(), rows => cutOf(rows, request, list))
    return this.#cut
  }
}

/** The connection and edge types of a kind of node: `PositionConnection`, `PositionEdge`. */
export function connectionTypes(
  name: string,
  node: string,
  edge: { readonly description: string; readonly fields: Readonly<Record<string, FieldDeclaration>> },
  extra: Readonly<Record<string, FieldDeclaration>> = {},
): readonly ObjectDeclaration[] {
  return [
    {
      kind: 'object',
      name: `${name}Connection`,
      description: `Page of a list, a Relay connection: its edges, or the nodes alone.`,
      fields: {
        edges: field<Connection>(`[${name}Edge!]!`, 'Edges of the page, in the order of the list.', connection =>
          chain(connection.page(), ({ edges }) => edges),
        ),
        nodes: field<Connection<{ node: unknown }>>(
          `[${node}!]!`,
          'Items of the page, without their edge data.',
          connection =>
            connection.pageNodes?.() ?? chain(connection.page(), ({ edges }) => edges.map(({ node }) => node)),
        ),
        pageInfo: field<Connection>('PageInfo!', 'Position of the page in the list.', connection =>
          chain(connection.page(), ({ pageInfo }) => pageInfo),
        ),
        totalCount: field<Connection>('Int!', 'Number of items of the whole list, on all pages.', connection =>
          connection.totalCount(),
        ),
        ...extra,
      },
    },
    {
      kind: 'object',
      name: `${name}Edge`,
      description: edge.description,
      fields: {
        cursor: field('String!', 'Position of the item in the list, for `after` and `before`.'),
        node: field(`${node}!`, 'Item at the end of the edge.'),
        ...edge.fields,
      },
    },
  ]
}

export const pageInfoType: ObjectDeclaration = {
  kind: 'object',
  name: 'PageInfo',
  isShareable: true,
  description: 'Position of a page in its list; Relay Cursor Connections.',
  fields: {
    hasNextPage: field<PageInfo>('Boolean!', 'Whether rows follow this page.', ({ hasNextPage }) =>
      tellFlag(hasNextPage),
    ),
    hasPreviousPage: field<PageInfo>('Boolean!', 'Whether rows precede this page.', ({ hasPreviousPage }) =>
      tellFlag(hasPreviousPage),
    ),
    startCursor: field('String', 'Cursor of the first item; null if the page is empty.'),
    endCursor: field('String', 'Cursor of the last item, for `after` of the next page; null if the page is empty.'),
  },
}
