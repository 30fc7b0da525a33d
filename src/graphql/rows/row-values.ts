import type { PropertyDeclaration } from '../../ontology/declaration.js'
import { statedFigureColumn } from '../../ontology/row-keys.js'
import type { Comparator } from '../../values/comparator.js'
import type { Basis, Precision, Sparsity } from '../../values/precision.js'
import type { Unit } from '../../values/unit.js'
import type { GeoPoint, Quantity } from '../../values/value.js'
import type { RowEntity } from '../../views/row-entity.js'
import type { ValueView } from '../entities/value-source.js'

/** What of a figure stands in columns of its own, by the fields of `Quantity` that show it. */
const besideFigure: Readonly<Record<string, readonly string[]>> = {
  ...{ __typename: [], amount: [], upper: [], unit: [], of: [], in: [] },
  ...{ precision: ['Precision'], basis: ['Precision'], sparsity: ['Precision'] },
  ...{ comparator: ['Comparator'], asStated: ['Stated'] },
}
const allBesideFigure = Object.values(besideFigure).flat()

/** The columns that these fields of a value are shown from. */
export function columnsOfValue({ id, value }: PropertyDeclaration, fields: readonly string[]): readonly string[] {
  switch (value.kind) {
    case 'quantity': {
      const beside = new Set(fields.flatMap(field => besideFigure[field] ?? allBesideFigure))
      return [statedFigureColumn(id), ...[...beside].map(part => `${id}${part}`)]
    }
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

/** Names are made once: a page shows a thousand figures. */
const columnsOfFigures = new Map<string, Readonly<Record<'figure' | 'comparator' | 'precision' | 'stated', string>>>()

function columnsOfFigure(id: string) {
  const known = columnsOfFigures.get(id)
  if (known) return known
  const columns = {
    figure: statedFigureColumn(id),
    ...{ comparator: `${id}Comparator`, precision: `${id}Precision`, stated: `${id}Stated` },
  }
  columnsOfFigures.set(id, columns)
  return columns
}

/** What is not selected of a figure was not read, and is absent. */
function quantityOf(entity: RowEntity, id: string): ValueView<Quantity> | undefined {
  const columns = columnsOfFigure(id)
  const figure = entity.text(columns.figure)
  if (figure === undefined) return undefined
  const [amount, unit, upper, basis, sparsity, of] = JSON.parse(figure) as StatedFigure
  const precision = entity.textIfRead(columns.precision) as Precision | undefined
  const value: { -readonly [Part in keyof Quantity]: Quantity[Part] } = {
    kind: 'quantity',
    comparator: entity.textIfRead(columns.comparator) as Comparator,
  }
  if (amount != null) value.amount = amount
  if (unit != null) value.unit = unit
  if (upper != null) value.upper = upper
  if (precision !== undefined) value.precision = precision
  if (basis != null) value.basis = basis
  if (sparsity != null) value.sparsity = sparsity
  if (of != null) value.of = of
  return { value, asStated: entity.textIfRead(columns.stated) ?? '', statement: undefined }
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
