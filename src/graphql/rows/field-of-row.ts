import type { LinkRow } from '../../views/links.js'
import { RowEntity } from '../../views/row-entity.js'
import type { EntityView } from '../../views/view-reader.js'
import type { ListOf } from '../connections/page.js'
import type { FieldDeclaration, FieldFunction } from '../schema/declare.js'
import { RowConnection } from './row-connection.js'
import type { RowField } from './row-field.js'

/** The declaration of a field that is computed from the row of an entity where that is all that was read of it. */
export function fieldOfRow(
  declared: FieldDeclaration,
  rows: RowField,
  ofRow?: (entity: RowEntity) => unknown,
): FieldDeclaration {
  const { field: compute } = declared
  if (!ofRow || !compute) return { ...declared, rows }
  const ofEntity = compute as (entity: EntityView, args: unknown) => unknown
  const field = (entity: EntityView, args: unknown) =>
    entity instanceof RowEntity ? ofRow(entity) : ofEntity(entity, args)
  return { ...declared, rows, field: field as FieldFunction }
}

/** As `fieldOfRow`, of a field that shows a column as it stands. */
export function fieldOfColumn(declared: FieldDeclaration, column: string, otherwise?: unknown): FieldDeclaration {
  return fieldOfRow(declared, { is: 'columns', columns: [column] }, entity => entity.column(column) ?? otherwise)
}

/** As `fieldOfRow`, of a connection of links. */
export function pageOfRow(
  declared: FieldDeclaration,
  name: string,
  links: Extract<RowField, { is: 'page' }>['links'],
  list: ListOf<LinkRow>,
): FieldDeclaration {
  return fieldOfRow(declared, { is: 'page', links, list }, entity => {
    const { page, shape } = entity.page(name)
    return new RowConnection(page, shape, entity.reader, list)
  })
}
