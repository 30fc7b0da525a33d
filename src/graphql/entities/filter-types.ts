import type { PropertyDeclaration } from '../../ontology/declaration.js'
import { type EntityType, enumNameOf, type Ontology } from '../../ontology/ontology.js'
import { isOrdered } from '../../views/order-entities.js'
import { type ArgumentDeclaration, argument, type TypeDeclaration } from '../schema/declare.js'

/** The filter and order of each entity type, derived from its declaration, and what they are made of. */
export function filterTypes(ontology: Ontology): readonly TypeDeclaration[] {
  return [
    ...ontology.types.flatMap(type => [filterOfType(type), orderOf(type), orderFieldOf(type)]),
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
    description: `Which of type ${type.name}: all that is given must hold, of the resolved values of the view.`,
    fields: {
      ...combinators(`${type.name}Filter`),
      ...(type.partOf && { within: argument('ID', `That ${type.label.en} and all below it: ${type.example}.`) }),
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
  conflictCount: argument('IntFilter', 'How many conflicts it has.'),
  openConflictCount: argument('IntFilter', 'Number of its conflicts that nobody has decided or dismissed.'),
  existence: argument(
    'ExistenceFilter',
    'Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have.',
  ),
}

function combinators(name: string): Record<string, ArgumentDeclaration> {
  return {
    and: argument(`[${name}!]`, 'All of these hold.'),
    or: argument(`[${name}!]`, 'At least one of these holds.'),
    not: argument(name, 'This does not hold.'),
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
    description: `Which ${name}: all that is given must hold.`,
    fields: {
      ...combinators(`${name}Filter`),
      type: argument('EntityTypeFilter', 'By what it is.'),
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
      field: argument(`${name}OrderField!`, 'By what.'),
      direction: argument('OrderDirection', 'Which way.', 'ASC'),
    },
  }
}

function orderFieldOf(type: EntityType): TypeDeclaration {
  const fields = type.properties.filter(isOrdered).map(({ id, description }) => [enumNameOf(id), description] as const)
  return {
    kind: 'enum',
    name: `${type.name}OrderField`,
    description: `What ${type.plural} can be ordered by.`,
    values: { LABEL: 'By the label, Chinese by pinyin.', ...Object.fromEntries(fields) },
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
      description: `By a ${name}.`,
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
    description: 'By an id.',
    fields: memberConditions('ID', 'ID!'),
  },
  {
    kind: 'input',
    name: 'TextFilter',
    description: 'By words; letters of either case are alike.',
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
    description: 'By a count.',
    fields: Object.fromEntries(
      Object.entries({
        eq: 'It is this.',
        gte: 'At least this.',
        gt: 'More than this.',
        lte: 'At most this.',
        lt: 'Less than this.',
      }).map(([key, text]) => [key, argument('Int', text)]),
    ),
  },
  {
    kind: 'input',
    name: 'DateFilter',
    description: 'By EDTF interval logic: a date matches where it may be so.',
    fields: {
      before: argument('EDTF', 'It ends before this begins: 2025.'),
      after: argument('EDTF', 'It begins after this has ended: 2024-07-04.'),
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
          eq: 'It is this.',
          gte: 'At least this.',
          gt: 'More than this.',
          lte: 'At most this.',
          lt: 'Less than this.',
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
    description: 'Which way a list is ordered; nulls are last both ways.',
    values: { ASC: 'From the least to the greatest.', DESC: 'From the greatest to the least.' },
  },
]
