import type { GraphQLResolveInfo } from 'graphql'
import type { EntityType } from '../../ontology/ontology.js'
import type { RowTrees } from '../../store/rows/resolved-rows.js'
import { all } from '../../views/maybe-promise.js'
import { RowEntity } from '../../views/row-entity.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import { shapeOfEntity, shapeOfNodes } from './row-shape.js'

/** The entity with that id as its row has it, with all that is selected of it; undefined if no row says all of that. */
export async function findByRow(
  reader: ViewReader,
  id: string,
  type: EntityType,
  info: GraphQLResolveInfo,
): Promise<EntityView | undefined> {
  const shape = shapeOfEntity(reader, type, info)
  if (!shape) return undefined
  const { select } = shape
  const trees = await reader.askRows<RowTrees>({ type: type.name, ask: { kind: 'tree', of: [id], select } })
  const row = trees?.rows[0]
  return row && RowEntity.of(row, shape, reader)
}

/** The nodes of a connection with these ids, in the order of the ids: as their rows have them if rows say all that is selected of them. */
export async function findNodes(
  reader: ViewReader,
  ids: readonly string[],
  info: GraphQLResolveInfo,
): Promise<readonly EntityView[]> {
  const byType = new Map<EntityType, string[]>()
  for (const id of ids) {
    const type = reader.typeOf(id)
    byType.set(type, [...(byType.get(type) ?? []), id])
  }
  const found = await all([...byType].map(([type, its]) => findNodesOfType(reader, its, type, info)))
  const nodes = new Map(found.flat().map(node => [node.id, node]))
  return await all(ids.map(id => nodes.get(id) ?? reader.getEntity(id)))
}

async function findNodesOfType(
  reader: ViewReader,
  ids: readonly string[],
  type: EntityType,
  info: GraphQLResolveInfo,
): Promise<readonly EntityView[]> {
  const shape = shapeOfNodes(reader, type, info)
  if (!shape) return []
  const { select } = shape
  const trees = await reader.askRows<RowTrees>({ type: type.name, ask: { kind: 'tree', of: ids, select } })
  return await all((trees?.rows ?? []).map(row => RowEntity.of(row, shape, reader)))
}
