import type { GraphQLResolveInfo } from 'graphql'
import type { EntityType } from '../../ontology/ontology.js'
import type { RowTrees } from '../../store/rows/resolved-rows.js'
import { chain, type MaybePromise } from '../../views/maybe-promise.js'
import { RowEntity } from '../../views/row-entity.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import { bytesOfTrees, shapeOfEntity, textOf } from './row-shape.js'

/** The entity with that id as its row has it, with all that is selected of it; undefined if no row says all of that. */
export function findByRow(
  reader: ViewReader,
  id: string,
  type: EntityType,
  info: GraphQLResolveInfo,
): MaybePromise<EntityView | undefined> {
  const shape = shapeOfEntity(reader, type, info)
  if (!shape) return undefined
  const { select } = shape
  const found = reader.deriveFound(
    `row ${id} ${textOf(shape)}`,
    async () =>
      (await reader.askRows({ type: type.name, ask: { kind: 'tree', of: [id], select } })) as RowTrees | undefined,
    ({ rows }) => bytesOfTrees(rows),
  )
  return chain(found, trees => {
    const row = trees?.rows[0]
    return row && RowEntity.of(row, shape, reader)
  })
}
