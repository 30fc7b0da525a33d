import type { EntityRecord } from '../model/entity.js'
import type { Statement } from '../model/statement.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import { resolve } from '../resolution/resolve.js'
import { sees } from '../resolution/sees.js'
import type { Graph } from './graph.js'

/** A resolved value that is another one afterwards. */
export interface Flip {
  readonly entity: string
  readonly property: PropertyDeclaration
  /** Absent: there was no value. */
  readonly before: Statement | undefined
  /** Absent: there is none any more. */
  readonly after: Statement | undefined
}

/** The values, as the default view of today has them, of entities that there are before and after. By entity and property. */
export function findFlips(
  graph: Graph,
  before: ReadonlyMap<string, EntityRecord>,
  after: ReadonlyMap<string, EntityRecord>,
): readonly Flip[] {
  const ids = [...before.keys()].filter(id => after.has(id)).sort()
  return ids.flatMap(entity =>
    (graph.ontology.findTypeOfId(entity)?.properties ?? []).flatMap(property => {
      const [then, now] = [before, after].map(records => choose(graph, records.get(entity), property))
      return then?.id === now?.id ? [] : [{ entity, property, before: then, after: now }]
    }),
  )
}

function choose(graph: Graph, record: EntityRecord | undefined, property: PropertyDeclaration): Statement | undefined {
  const { view, witnesses } = graph
  const seen = (record?.statements ?? []).filter(
    statement => statement.property === property.id && sees(view, statement, witnesses(statement.edition)),
  )
  return resolve(seen, { view, witnesses, conflicts: record?.conflicts ?? [], property }).chosen
}
