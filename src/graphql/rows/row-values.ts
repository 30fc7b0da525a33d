import type { PropertyDeclaration } from '../../ontology/declaration.js'
import { statedFigureColumn } from '../../ontology/row-keys.js'
import type { Comparator } from '../../values/comparator.js'
import type { Basis, Precision, Sparsity } from '../../values/precision.js'
import type { Unit } from '../../values/unit.js'
import type { GeoPoint, Quantity } from '../../values/value.js'
import type { RowEntity } from '../../views/row-entity.js'
import type { ValueView } from '../entities/value-source.js'

/** The columns that a value is shown from. */
export function columnsOfValue({ id, value }: PropertyDeclaration): readonly string[] {
  switch (value.kind) {
    case 'quantity':
      return [statedFigureColumn(id), `${id}Comparator`, `${id}Precision`, `${id}Stated`]
    case 'geo':
      return [`${id}Latitude`, `${id}Longitude`]
    default:
      return [id]
  }
}

/** As `showProperty` of a value that is no link. */
export function showRowValue(entity: RowEntity, property: PropertyDeclaration): unknown {
  const { id, value } = property
  switch (value.kind) {
    case 'quantity':
      return quantityOf(entity, id)
    case 'geo':
      return pointOf(entity, id)
    default:
      return entity.text(id)
  }
}

function quantityOf(entity: RowEntity, id: string): ValueView<Quantity> | undefined {
  const figure = entity.text(statedFigureColumn(id))
  if (figure === undefined) return undefined
  const [amount, unit, upper, basis, sparsity, of] = JSON.parse(figure) as StatedFigure
  const precision = entity.text(`${id}Precision`)
  const quantity: Quantity = {
    kind: 'quantity',
    comparator: entity.text(`${id}Comparator`) as Comparator,
    ...(amount != null && { amount }),
    ...(unit != null && { unit }),
    ...(upper != null && { upper }),
    ...(precision !== undefined && { precision: precision as Precision }),
    ...(basis != null && { basis }),
    ...(sparsity != null && { sparsity }),
    ...(of != null && { of }),
  }
  return { value: quantity, asStated: entity.text(`${id}Stated`) ?? '', statement: undefined }
}

type StatedFigure = readonly [
  amount?: string | null,
  unit?: Unit | null,
  upper?: string | null,
  basis?: Basis | null,
  sparsity?: Sparsity | null,
  of?: string | null,
]

function pointOf(entity: RowEntity, id: string): ValueView<GeoPoint> | undefined {
  const [latitude, longitude] = [entity.column(`${id}Latitude`), entity.column(`${id}Longitude`)]
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined
  return { value: { kind: 'geo', latitude, longitude }, asStated: '', statement: undefined }
}
