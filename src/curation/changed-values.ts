import type { EntityRecord } from '../model/entity.js'
import type { Statement } from '../model/statement.js'
import { countsSeveral, type PropertyDeclaration } from '../ontology/declaration.js'
import { figureKey } from '../resolution/contradiction.js'
import { isVisible } from '../resolution/is-visible.js'
import { type ResolvedProperty, resolve } from '../resolution/resolve.js'
import type { PinnedGraph } from './pinned-graph.js'

/** What the default view of today depends on. */
type Viewed = Pick<PinnedGraph, 'ontology' | 'view' | 'citedEditions'>

/** A resolved value before and after a change. */
export interface ChangedValue {
  readonly entity: string
  readonly property: PropertyDeclaration
  /** Absent if there was no value. */
  readonly before: Statement | undefined
  /** Absent if there is no value any more. */
  readonly after: Statement | undefined
}

/**
 * Changed values of entities that exist before and after, in today's default view, by entity and property. Of a
 * property with many values also each statement that counts in only one of the two.
 */
export function findChangedValues(
  graph: Viewed,
  before: ReadonlyMap<string, EntityRecord>,
  after: ReadonlyMap<string, EntityRecord>,
): readonly ChangedValue[] {
  const ids = [...before.keys()].filter(id => after.has(id)).sort()
  return ids.flatMap(entity =>
    (graph.ontology.findTypeOfId(entity)?.properties ?? []).flatMap(property => {
      const [then, now] = [before, after].map(records => resolveIn(graph, records.get(entity), property))
      return then && now ? changedValuesOf(then, now, property).map(flip => ({ entity, property, ...flip })) : []
    }),
  )
}

function changedValuesOf(
  then: ResolvedProperty,
  now: ResolvedProperty,
  property: PropertyDeclaration,
): readonly Pick<ChangedValue, 'before' | 'after'>[] {
  if (property.perTerms) return flipsByTerms(then, now)
  const isSeveral = countsSeveral(property)
  const lost = isSeveral ? then.counted.filter(statement => hasLost(statement, now)) : []
  const won = isSeveral ? now.counted.filter(statement => hasLost(statement, then)) : []
  const flips = Array.from({ length: Math.max(lost.length, won.length) }, (_, i) => ({
    before: lost[i],
    after: won[i],
  }))
  const [before, after] = [then.chosen, now.chosen]
  const isTold = flips.some(flip => flip.before?.id === before?.id && flip.after?.id === after?.id)
  return before?.id === after?.id || isTold ? flips : [{ before, after }, ...flips]
}

/** Figures are compared with figures of the same terms. */
function flipsByTerms(
  then: ResolvedProperty,
  now: ResolvedProperty,
): readonly Pick<ChangedValue, 'before' | 'after'>[] {
  const [before, after] = [then, now].map(
    ({ counted }) => new Map(counted.map(statement => [figureKey(statement.value), statement])),
  )
  const keys = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])]
  return keys
    .map(key => ({ before: before?.get(key), after: after?.get(key) }))
    .filter(flip => flip.before?.id !== flip.after?.id)
}

/** The resolution of a property in today's default view. */
export function resolveIn(
  graph: Omit<Viewed, 'ontology'>,
  record: EntityRecord | undefined,
  property: PropertyDeclaration,
): ResolvedProperty {
  const { view, citedEditions } = graph
  const seen = (record?.statements ?? []).filter(
    statement => statement.property === property.id && isVisible(view, statement, citedEditions(statement.edition)),
  )
  return resolve(seen, { view, citedEditions, conflicts: record?.conflicts ?? [], property })
}

/** Whether the view sees the statement and does not count it. */
function hasLost({ id }: Statement, { alternatives, counted }: ResolvedProperty): boolean {
  return alternatives.some(other => other.id === id) && !counted.some(other => other.id === id)
}
