import type { RowTreeEnd, RowTreeNode, RowTreePage } from '../../store/rows/resolved-rows.js'
import type { LinkRow } from '../../views/links.js'
import { all, chain, type MaybePromise } from '../../views/maybe-promise.js'
import { entityOf, idOf, type LinkShape } from '../../views/row-entity.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import type { Connection } from '../connections/connection.js'
import { type ListOf, type Page, pageInfoOf, withCursor } from '../connections/page.js'

/** A connection over links that came with the row of their entity: the first ones, and how many there are if that is asked for. */
export class RowConnection implements Connection<{ readonly node: EntityView }> {
  readonly #ends: readonly RowTreeEnd[]
  readonly #count: number | null
  readonly #hasNextPage: boolean

  constructor(
    page: RowTreePage,
    readonly shape: LinkShape,
    readonly reader: ViewReader,
    readonly list: ListOf<LinkRow>,
  ) {
    const [count, ends] = (shape.isCounted ? page : [null, page]) as readonly [number | null, readonly RowTreeEnd[]]
    this.#count = count
    this.#hasNextPage = ends.length > shape.limit
    this.#ends = this.#hasNextPage ? ends.slice(0, shape.limit) : ends
  }

  pageNodes(): MaybePromise<readonly EntityView[]> {
    const { shape, reader } = this
    return all(this.#ends.map((_, i) => entityOf(this.#linkAt(i).node, shape.to, reader)))
  }

  page(): MaybePromise<Page<{ readonly node: EntityView }>> {
    return chain(this.pageNodes(), nodes => {
      const edges = nodes.map((node, i) => {
        return withCursor({ node }, this.list, () => {
          const { statement, node: row } = this.#linkAt(i)
          return statement === undefined ? [idOf(row)] : [idOf(row), statement]
        })
      })
      return { edges, pageInfo: pageInfoOf(edges, this.#hasNextPage, false) }
    })
  }

  totalCount(): number {
    if (this.#count === null) throw new Error('The links were not counted.')
    return this.#count
  }

  #linkAt(i: number): { readonly statement?: string; readonly node: RowTreeNode } {
    const end = this.#ends[i] as RowTreeEnd
    if (!this.shape.hasStatements) return { node: end as RowTreeNode }
    const [statement, node] = end as readonly [string, RowTreeNode]
    return { statement, node }
  }
}
