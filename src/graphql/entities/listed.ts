import type { RowList } from '../../views/lists/row-list.js'
import { chain, type MaybePromise } from '../../views/maybe-promise.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'

/** The entities of a whole list, on all its pages. */
export interface Listed {
  readonly reader: ViewReader
  /** The list as the rows of the store answer it; absent if they cannot. */
  readonly rows?: RowList | undefined
  /** For a look at these properties alone; undefined: at all. */
  nodes(looksAt: readonly string[] | undefined): MaybePromise<readonly EntityView[]>
  count(): MaybePromise<number>
  /** Computes what is to be known of the list, or takes what was computed of the same list before; it holds no entities. */
  derive<T extends object>(name: string, compute: () => MaybePromise<T>): MaybePromise<T>
}

/** A list of which nothing is kept. */
export function listedOf(reader: ViewReader, nodes: Listed['nodes']): Listed {
  return { reader, nodes, count: () => chain(nodes([]), ({ length }) => length), derive: (_, compute) => compute() }
}
