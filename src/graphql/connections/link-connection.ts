import type { EntityView } from '../../reading/entity-view.js'
import type { LinkRow } from '../../reading/links.js'
import { all, chain, type MaybePromise } from '../../reading/maybe-promise.js'
import type { Scope } from '../../reading/scope.js'
import type { Listed } from '../types/aggregates.js'
import { type StatementView, viewOf } from '../value-view.js'
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
    readonly scope: Scope,
    source: RowSource<LinkRow>,
    page: PageArguments,
    list: ListOf<LinkRow>,
  ) {
    super(source, page, list, {
      nodesOf: rows => all(rows.map(({ id }) => scope.getEntity(id))),
      edgeOf: (node, { statement }) => ({ node, statement: viewOf(statement, scope) }),
    })
  }

  nodes(looksAt: readonly string[]): MaybePromise<readonly EntityView[]> {
    return chain(this.#ids(), ids => this.scope.glance(ids, looksAt))
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
