import { SuanliError } from '../../model/error.js'
import type { EntityType, Property } from '../../ontology/ontology.js'
import { type Unit, unitKindOf } from '../../values/unit.js'

/** A property with quantities that can be added up. */
export type SummedProperty = Property & { readonly value: { readonly kind: 'quantity'; readonly unit: string } }

/** The properties of an entity type of which lists have sums. */
export function summedProperties(type: EntityType): readonly SummedProperty[] {
  return type.properties.filter(
    (property): property is SummedProperty =>
      !property.many && property.value.kind === 'quantity' && property.value.unit !== undefined,
  )
}

/** Throws UNIT_MISMATCH if no figure of the property can be given in that unit. */
export function checkSumUnit({ value }: SummedProperty, unit: Unit): void {
  if (value.of.length > 0 && !value.of.includes(unitKindOf(unit)))
    throw new SuanliError('UNIT_MISMATCH', {
      from: value.unit,
      fromKind: value.of.join(' or '),
      fromKindZh: value.of.join(' 或 '),
      to: unit,
      toKind: unitKindOf(unit),
    })
}
