import type { EntityType, Ontology } from '../../ontology/ontology.js'
import type { Unit } from '../../values/unit.js'
import { aggregateQuantities, type QuantityAggregate } from '../../views/lists/aggregate-quantities.js'
import { figuresOf } from '../../views/lists/group-entities.js'
import { checkSumUnit, type SummedProperty, summedProperties } from '../../views/lists/summed-properties.js'
import { argument, type FieldDeclaration, field, type TypeDeclaration } from '../schema/declare.js'
import { groupFields, groupTypes } from './groups.js'
import type { Listed } from './listed.js'

/** What can be counted and summed up of a list of each entity type, by the resolved values of the view. */
export function aggregateTypes(ontology: Ontology): readonly TypeDeclaration[] {
  return [
    ...ontology.types.map(type => aggregateOf(type, ontology)),
    ...groupTypes(ontology),
    {
      kind: 'object',
      name: 'QuantityAggregate',
      description:
        'Sum of the figures of one number format, basis and sparsity: figures that differ in one of these are never added up. Other kinds of quantity have one row.',
      fields: {
        precision: field(
          'Precision!',
          'Number format of the figures. UNSTATED if sources state none or the kind has none.',
        ),
        basis: field('Basis!', 'Basis of the figures: theoretical peak or measured. UNSTATED if sources state none.'),
        sparsity: field('Sparsity!', 'Sparsity of the figures. UNSTATED if sources state none.'),
        unit: field('Unit!', 'The unit that was asked for.'),
        count: field('Int!', 'Number of figures; those without a number in a unit of the kind are not counted.'),
        sum: field<QuantityAggregate>(
          'Decimal!',
          'Sum of the stated numbers: at least 100 counts as 100, 10 to 20 as 10. `comparator` bounds the sum.',
          ({ total }) => total.amount,
        ),
        upper: field<QuantityAggregate>(
          'Decimal',
          'Sum with the upper ends of ranges if the comparator is BETWEEN; else null.',
          ({ total }) => total.upper,
        ),
        average: field<QuantityAggregate>(
          'Decimal!',
          'The sum divided by the count: exact, or to 34 digits if the quotient has no end. `comparator` bounds the average as well.',
        ),
        averageUpper: field<QuantityAggregate>(
          'Decimal',
          '`upper` divided by the count if the comparator is BETWEEN; else null.',
        ),
        comparator: field<QuantityAggregate>(
          'Comparator!',
          'Comparator of the sum and of the average: AT_LEAST if one part is, AT_MOST if one part is, ABOUT if both are among the parts or one part is ABOUT.',
          ({ total }) => total.comparator,
        ),
        min: field('Decimal!', 'The least number that is stated; of a range its lower end.'),
        max: field(
          'Decimal!',
          'The greatest number that is stated; of a range its upper end. What is at least so much may be more.',
        ),
      },
    },
  ]
}

/** The field of a connection that sums its list up. */
export function aggregateField(typeName: string): Readonly<Record<string, FieldDeclaration>> {
  return {
    aggregate: field<Listed>(
      `${typeName}Aggregate!`,
      'Counts and sums of the whole list, on all its pages.',
      connection => connection,
    ),
  }
}

function aggregateOf(type: EntityType, ontology: Ontology): TypeDeclaration {
  return {
    kind: 'object',
    name: `${type.name}Aggregate`,
    description: `Counts and sums of a list of type ${type.name}, by the resolved values of the view.`,
    fields: {
      count: field<Listed>('Int!', 'Number of items of the list.', list => list.count()),
      ...groupFields(type, ontology),
      ...Object.fromEntries(summedProperties(type).map(property => [property.id, sumField(property)])),
    },
  }
}

function sumField(property: SummedProperty): FieldDeclaration {
  return field<Listed, { unit: Unit }>(
    '[QuantityAggregate!]!',
    `${property.description} Error UNIT_MISMATCH for a unit that it cannot be given in.`,
    (list, { unit }) => {
      checkSumUnit(property, unit)
      return list.derive(`sums of ${property.id} in ${unit}`, async () => {
        const sums = await list.rows?.sums(property, unit)
        if (sums) return sums
        const nodes = await list.nodes([property.id])
        return aggregateQuantities(
          nodes.flatMap(entity => figuresOf(entity, property)),
          unit,
        )
      })
    },
    { unit: argument('Unit', 'The unit to sum up in; figures of another kind are left out.', property.value.unit) },
  )
}
