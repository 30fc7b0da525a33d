import type { PropertyDeclaration } from '../../ontology/declaration.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { orderFieldsOf } from '../../views/lists/order-fields.js'
import { type ArgumentDeclaration, argument, type TypeDeclaration } from '../schema/declare.js'

/** The filter and order of each entity type, derived from its declaration, and what they are made of. */
export function filterTypes(ontology: Ontology): readonly TypeDeclaration[] {
  return [
    ...ontology.types.flatMap(type => [filterOfType(type), orderOf(type), orderFieldOf(type, ontology)]),
    interfaceFilter('Entity', ontology),
    ...(ontology.typesOf('Organisation').length > 0 ? [interfaceFilter('Organisation', ontology)] : []),
    ...listFilters(ontology),
    ...valueFilters,
  ]
}

function filterOfType(type: EntityType): TypeDeclaration {
  return {
    kind: 'input',
    name: `${type.name}Filter`,
    description: `Conditions on entities of type ${type.name}, combined with AND and tested against the resolved values of the view.`,
    fields: {
      ...combinators(`${type.name}Filter`),
      ...(type.partOf && {
        within: argument(
          'ID',
          `Id of a ${type.label.en}: the condition holds for it and for all that lies in it. ${type.example}`,
        ),
      }),
      ...propertyFilters(type.properties),
      ...commonFilters,
    },
  }
}

/** A condition for each property whose values can be compared; of many values one that meets it is enough. */
function propertyFilters(properties: readonly PropertyDeclaration[]): Record<string, ArgumentDeclaration> {
  return Object.fromEntries(
    properties.flatMap(property => {
      const filter = filterOf(property)
      return filter ? [[property.id, argument(filter, property.description)]] : []
    }),
  )
}

function filterOf({ value }: PropertyDeclaration): string | undefined {
  switch (value.kind) {
    case 'text':
      return 'TextFilter'
    case 'date':
      return 'DateFilter'
    case 'quantity':
      return 'QuantityFilter'
    case 'code':
      return value.enum ? `${value.enum}Filter` : 'TextFilter'
    case 'entity':
      return `${value.to}Filter`
    case 'geo':
      return 'GeoFilter'
  }
}

const commonFilters: Readonly<Record<string, ArgumentDeclaration>> = {
  conflictCount: argument('IntFilter', 'Condition on the number of conflicts.'),
  openConflictCount: argument('IntFilter', 'Number of its open conflicts.'),
  existence: argument(
    'ExistenceFilter',
    'Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have.',
  ),
}

function combinators(name: string): Record<string, ArgumentDeclaration> {
  return {
    and: argument(`[${name}!]`, 'Conditions that must all be met.'),
    or: argument(`[${name}!]`, 'Conditions of which at least one must be met.'),
    not: argument(name, 'Negates this condition.'),
    id: argument('IDFilter', 'Condition on the id.'),
    exists,
  }
}

/** By what all types of an interface share. */
function interfaceFilter(name: string, ontology: Ontology): TypeDeclaration {
  const [first, ...others] = ontology.typesOf(name)
  const shared = (first?.properties ?? []).filter(property =>
    others.every(type => {
      const own = type.findProperty(property.id)
      return own && filterOf(own) === filterOf(property)
    }),
  )
  return {
    kind: 'input',
    name: `${name}Filter`,
    description: `Conditions on entities of the interface ${name}, combined with AND.`,
    fields: {
      ...combinators(`${name}Filter`),
      type: argument('EntityTypeFilter', 'Condition on the entity type.'),
      ...propertyFilters(shared),
      ...commonFilters,
    },
  }
}

function orderOf({ name }: EntityType): TypeDeclaration {
  return {
    kind: 'input',
    name: `${name}Order`,
    description: 'An order: nulls last, ties by id, so that a page never loses or repeats a row.',
    fields: {
      field: argument(`${name}OrderField!`, 'Field to order by.'),
      direction: argument('OrderDirection', 'Direction of the order.', 'ASC'),
    },
  }
}

function orderFieldOf(type: EntityType, ontology: Ontology): TypeDeclaration {
  const fields = [...orderFieldsOf(type, ontology)].map(([name, { description }]) => [name, description] as const)
  return {
    kind: 'enum',
    name: `${type.name}OrderField`,
    description: `Field that ${type.plural} can be ordered by.`,
    values: Object.fromEntries(fields),
  }
}

/** Filters of closed lists: `{ eq: PLANNED }`, `{ in: [PLANNED, OPERATING] }`. */
function listFilters(ontology: Ontology): readonly TypeDeclaration[] {
  const own = ontology.types.flatMap(({ properties }) =>
    properties.flatMap(({ value }) => (value.kind === 'code' && value.enum ? [value.enum] : [])),
  )
  return [...new Set([...own, 'Existence', 'EntityType', 'ConflictKind', 'ConflictStatus', 'Rank', 'LanguageTag'])].map(
    name => ({
      kind: 'input',
      name: `${name}Filter`,
      description: `Condition on a value of the enum ${name}.`,
      fields: {
        ...memberConditions(name, `${name}!`),
        ...(own.includes(name) && { exists }),
      },
    }),
  )
}

const exists = argument('Boolean', 'Whether there is a value at all: false keeps entities without one.')

function memberConditions(type: string, member: string): Record<string, ArgumentDeclaration> {
  return {
    eq: argument(type, 'Equals this value.'),
    in: argument(`[${member}]`, 'Equals one of these values.'),
    notIn: argument(`[${member}]`, 'Equals none of these values; without a value nothing matches.'),
  }
}

const valueFilters: readonly TypeDeclaration[] = [
  {
    kind: 'input',
    name: 'GeoFilter',
    description: 'Condition on a geographic location.',
    fields: { exists },
  },
  {
    kind: 'input',
    name: 'IDFilter',
    description: 'Condition on an id.',
    fields: memberConditions('ID', 'ID!'),
  },
  {
    kind: 'input',
    name: 'TextFilter',
    description: 'Condition on a text; upper and lower case are equal.',
    fields: {
      ...memberConditions('String', 'String!'),
      contains: argument('String', 'Contains this text: 数据中心.'),
      startsWith: argument('String', 'Begins with this text: 北京.'),
      endsWith: argument('String', 'Ends with this text: 中心.'),
      exists,
    },
  },
  {
    kind: 'input',
    name: 'IntFilter',
    description: 'Condition on a number.',
    fields: Object.fromEntries(
      Object.entries({
        eq: 'Equals this value.',
        gte: 'Greater than or equal to this value.',
        gt: 'Greater than this value.',
        lte: 'Less than or equal to this value.',
        lt: 'Less than this value.',
      }).map(([key, text]) => [key, argument('Int', text)]),
    ),
  },
  {
    kind: 'input',
    name: 'DateFilter',
    description: 'Condition on a date, by EDTF interval logic: a date matches if it may be so.',
    fields: {
      before: argument('EDTF', 'Ends before this date begins: 2025.'),
      after: argument('EDTF', 'Begins after this date has ended: 2024-07-04.'),
      within: argument('EDTF', 'All of it lies in this: 2025 lies within 2024/2026.'),
      exists,
    },
  },
  {
    kind: 'input',
    name: 'QuantityFilter',
    description:
      'Compared in the unit’s base; a value of another kind, or of another number format than the one asked for, does not match. By what is certain: `>= 100` matches `gte: 50` and not `lt: 200`.',
    fields: {
      ...Object.fromEntries(
        Object.entries({
          eq: 'Equals this value.',
          gte: 'Greater than or equal to this value.',
          gt: 'Greater than this value.',
          lte: 'Less than or equal to this value.',
          lt: 'Less than this value.',
        }).map(([key, text]) => [key, argument('QuantityInput', text)]),
      ),
      precision: argument(
        '[Precision!]',
        'Number formats: keep figures stated for one of these, [FP16]. A figure stated for FP16 and BF16 matches either.',
      ),
      basis: argument('[Basis!]', 'Bases: keep figures of one of these, [MEASURED].'),
      sparsity: argument('[Sparsity!]', 'Sparsities: keep figures of one of these, [DENSE].'),
      exists,
    },
  },
  {
    kind: 'input',
    name: 'QuantityInput',
    description:
      'A number with its unit: { amount: "10000", unit: PFLOPS }. Without a unit, a count: { amount: "500" }.',
    fields: {
      amount: argument('Decimal!', 'The number.'),
      unit: argument('Unit', 'Unit of the number. Default COUNT.'),
    },
  },
  {
    kind: 'enum',
    name: 'OrderDirection',
    description: 'Direction of an order; nulls are last in both.',
    values: { ASC: 'Ascending: from the least to the greatest.', DESC: 'Descending: from the greatest to the least.' },
  },
]
