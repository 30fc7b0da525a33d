import type { LinkRow } from '../../views/links.js'
import { all, chain, type MaybePromise } from '../../views/maybe-promise.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import type { Listed } from '../entities/listed.js'
import { type StatementView, viewOf } from '../entities/value-source.js'
import { type RowSource, ShownConnection } from './connection.js'
import type { ListOf, PageArguments } from './page.js'

/** The row of a connection of links. */
export interface LinkEdge {
  readonly node: EntityView
  readonly statement: StatementView
}

/** A connection over links: the entities at their other ends, with the statements that they rest on. */
export class LinkConnection extends ShownConnection<LinkRow, EntityView, LinkEdge> implements Listed {
  constructor(
    readonly reader: ViewReader,
    source: RowSource<LinkRow>,
    page: PageArguments,
    list: ListOf<LinkRow>,
  ) {
    super(source, page, list, {
      nodesOf: rows => all(rows.map(({ id }) => reader.getEntity(id))),
      edgeOf: (node, { statement }) => ({ node, statement: viewOf(statement, reader) }),
    })
  }

  nodes(looksAt: readonly string[]): MaybePromise<readonly EntityView[]> {
    return chain(this.#ids(), ids => this.reader.findPartial(ids, looksAt))
  }

  /** Of links, all lead to entities that the view describes. */
  count(): MaybePromise<number> {
    return chain(this.#ids(), ({ length }) => length)
  }

  #ids(): MaybePromise<readonly string[]> {
    return chain(this.source.all(), rows => [...new Set(rows.map(({ id }) => id))])
  }

  derive<T extends object>(_: string, compute: () => MaybePromise<T>): MaybePromise<T> {
    return compute()
  }
}
