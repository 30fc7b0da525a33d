import type { Ontology } from '../ontology/ontology.js'
import { rowLayoutOf } from '../ontology/row-layout.js'
import { isSameRow, pinned, type StoreWithRows } from './refresh-rows.js'
import { isRow } from './resolve-row.js'
import { RowResolver } from './row-resolver.js'

/** A row that is not what the statements say. */
export interface RowDifference {
  readonly kind: 'MISSING' | 'STALE' | 'SURPLUS'
  readonly id: string
}

/** How far the rows are behind the statements. */
export interface RowsBehind {
  readonly kind: 'BEHIND'
  readonly revision: number
  readonly newest: number
}

/**
 * Compares every row with what the statements say as of the rows' revision and of today. Entity by entity, so that the
 * memory it takes does not grow with the store. A store without rows of this program's layout has nothing to compare.
 */
export async function* checkRows(
  store: StoreWithRows,
  ontology: Ontology,
  today: string,
): AsyncGenerator<RowDifference | RowsBehind> {
  const stamp = await store.rows.stamp()
  if (stamp?.version !== rowLayoutOf(ontology).version) return
  const { revision } = await store.read([])
  if (stamp.revision !== revision.number) yield { kind: 'BEHIND', revision: stamp.revision, newest: revision.number }
  const then = pinned(store, stamp.revision)
  const resolver = new RowResolver(then, ontology, today)
  let found = 0
  for await (const ids of pagesOfEntities(then, ontology)) {
    const rows = new Map((await store.rows.read(ids)).map(row => [row.id, row]))
    const expected = await resolver.resolve(ids)
    found += rows.size
    for (const wanted of expected) {
      const { id } = wanted
      const seen = rows.get(id)
      if (!isRow(wanted)) {
        if (seen) yield { kind: 'SURPLUS', id }
      } else if (!seen) yield { kind: 'MISSING', id }
      else if (!isSameRow(seen, wanted)) yield { kind: 'STALE', id }
    }
  }
  if (found === (await store.rows.count())) return
  for await (const id of rowsOfNobody(then)) yield { kind: 'SURPLUS', id }
}

const atOnce = 250

/** Ids of entities that a statement is about. */
async function* pagesOfEntities(store: StoreWithRows, ontology: Ontology): AsyncGenerator<readonly string[]> {
  for (const { name: type } of ontology.types)
    for (let after: string | undefined; ; ) {
      const question = { kind: 'entities', type, limit: atOnce, ...(after !== undefined && { after }) } as const
      const ids = (await store.read<'entities'>([{ question }])).answers[0] ?? []
      yield ids
      if (ids.length < atOnce) break
      after = ids.at(-1)
    }
}

/** Ids of rows whose entity no statement is about. */
async function* rowsOfNobody(store: StoreWithRows): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const ids = await store.rows.ids(after, atOnce)
    const asks = ids.map(id => ({ question: { kind: 'entity', id } }) as const)
    const { answers } = await store.read<'entity'>(asks)
    yield* ids.filter((id, i) => answers[i]?.id !== id)
    const last = ids.at(-1)
    if (ids.length < atOnce || last === undefined) return
    after = last
  }
}
