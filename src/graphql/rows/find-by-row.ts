import type { GraphQLResolveInfo } from 'graphql'
import type { EntityType } from '../../ontology/ontology.js'
import type { RowTrees } from '../../store/rows/resolved-rows.js'
import { RowEntity } from '../../views/row-entity.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import { shapeOfEntity } from './row-shape.js'

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
