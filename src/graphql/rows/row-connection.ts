import type { RowTreeEnd, RowTreePage } from '../../store/rows/resolved-rows.js'
import type { LinkRow } from '../../views/links.js'
import { all, chain, type MaybePromise } from '../../views/maybe-promise.js'
import { entityOf, type LinkShape } from '../../views/row-entity.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import type { Connection } from '../connections/connection.js'
import { type ListOf, type Page, pageInfoOf, withCursor } from '../connections/page.js'

/** A connection over links that came with the row of their entity: the first ones, and how many there are if that is asked for. */
export class RowConnection implements Connection<{ readonly node: EntityView }> {
  readonly #ends: readonly RowTreeEnd[]
  readonly #count: number | null
  readonly #hasNextPage: boolean

  constructor(
    [count, ends]: RowTreePage,
    readonly shape: LinkShape,
    readonly reader: ViewReader,
    readonly list: ListOf<LinkRow>,
  ) {
    this.#count = count
    this.#hasNextPage = ends.length > shape.limit
    this.#ends = this.#hasNextPage ? ends.slice(0, shape.limit) : ends
  }

  pageNodes(): MaybePromise<readonly EntityView[]> {
    return all(this.#ends.map(end => this.#nodeOf(end)))
  }

  page(): MaybePromise<Page<{ readonly node: EntityView }>> {
    return chain(this.pageNodes(), nodes => {
      const edges = nodes.map((node, i) => {
        const [id, statement] = this.#ends[i] ?? [node.id, null]
        return withCursor({ node }, this.list, () => (statement === null ? [id] : [id, statement]))
      })
      return { edges, pageInfo: pageInfoOf(edges, this.#hasNextPage, false) }
    })
  }

  totalCount(): number {
    if (this.#count === null) throw new Error('The links were not counted.')
    return this.#count
  }

  #nodeOf([id, , row]: RowTreeEnd): MaybePromise<EntityView> {
    const { to } = this.shape
    return row && to ? entityOf(row, to, this.reader) : this.reader.getEntity(id)
  }
}
