import { SuanliError } from '../../model/error.js'
import type { PropertyDeclaration } from '../../ontology/declaration.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { type Unit, unitKindOf } from '../../values/unit.js'
import type { Quantity } from '../../values/value.js'
import { aggregateQuantities, type QuantityAggregate } from '../../views/aggregate-quantities.js'
import { targetOf } from '../../views/links.js'
import { partsUpTo } from '../../views/match-entity.js'
import { chain, type MaybePromise } from '../../views/maybe-promise.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import { argument, type FieldDeclaration, field, type TypeDeclaration } from '../schema/declare.js'

/** The entities of a whole list, on all its pages. */
export interface Listed {
  readonly reader: ViewReader
  /** For a look at these properties alone. */
  nodes(looksAt: readonly string[]): MaybePromise<readonly EntityView[]>
  count(): MaybePromise<number>
  /** Computes what is to be known of the list, or takes what was computed of the same list before; it holds no entities. */
  derive<T extends object>(name: string, compute: () => MaybePromise<T>): MaybePromise<T>
}

/** A list of which nothing is kept. */
export function listedOf(reader: ViewReader, nodes: Listed['nodes']): Listed {
  return { reader, nodes, count: () => chain(nodes([]), ({ length }) => length), derive: (_, compute) => compute() }
}

/** What can be counted and summed up of a list of each entity type, by the resolved values of the view. */
export function aggregateTypes(ontology: Ontology): readonly TypeDeclaration[] {
  const groups = ontology.types.flatMap(type => type.properties.flatMap(property => groupOf(property, ontology) ?? []))
  return [
    ...ontology.types.map(type => aggregateOf(type, ontology)),
    ...[...new Map(groups.map(group => [group.name, group])).values()].map(countType),
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
        comparator: field<QuantityAggregate>(
          'Comparator!',
          'Comparator of the sum: AT_LEAST if one part is, AT_MOST if one part is, ABOUT if both are among the parts or one part is ABOUT.',
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
  const groups = type.properties.flatMap(property => {
    const group = groupOf(property, ontology)
    return group ? [[`by${capitalised(property.id)}`, groupField(property, group)] as const] : []
  })
  const sums = type.properties.flatMap(property => {
    const sum = sumField(property)
    return sum ? [[property.id, sum] as const] : []
  })
  return {
    kind: 'object',
    name: `${type.name}Aggregate`,
    description: `Counts and sums of a list of type ${type.name}, by the resolved values of the view.`,
    fields: {
      count: field<Listed>('Int!', 'Number of items of the list.', list => list.count()),
      ...Object.fromEntries([...groups, ...sums]),
    },
  }
}

/** How a property groups a list: by a closed list's value, or by the whole that a link's target is part of. */
interface Group {
  /** Of the type of its rows: StatusCount. */
  readonly name: string
  /** The field of a row that says which group it is. */
  readonly field: string
  readonly type: string
  readonly levels: string | undefined
}

function groupOf({ id, value, many }: PropertyDeclaration, ontology: Ontology): Group | undefined {
  if (many) return undefined
  if (value.kind === 'code' && value.enum) {
    return { name: value.countType ?? `${value.enum}Count`, field: id, type: value.enum, levels: undefined }
  }
  const target = value.kind === 'entity' ? ontology.findType(value.to) : undefined
  const level = target?.partOf === undefined ? undefined : target.findProperty('level')?.value
  if (!target || level?.kind !== 'code' || !level.enum) return undefined
  return { name: `${capitalised(id)}Count`, field: id, type: target.name, levels: level.enum }
}

/** `which` is looked up where it is asked for. */
interface CountRow {
  readonly which: () => MaybePromise<EntityView | string>
  readonly count: number
}

function countType({ name, field: key, type }: Group): TypeDeclaration {
  return {
    kind: 'object',
    name,
    description: 'Number of items of a list in one group.',
    fields: {
      [key]: field<CountRow>(`${type}!`, 'Value of the group.', row => row.which()),
      count: field('Int!', 'Number of items.'),
    },
  }
}

function groupField(property: PropertyDeclaration, { name, field: key, levels }: Group): FieldDeclaration {
  if (levels === undefined)
    return field<Listed>(
      `[${name}!]!`,
      `Number of items by value, the most first; items without a stated value are not counted. ${property.description}`,
      list =>
        list.derive(key, async () => {
          const codes = (await list.nodes([property.id])).flatMap(entity => {
            const value = entity.resolve(property).chosen?.value
            return value?.kind === 'code' ? [value.code] : []
          })
          return counted(codes).map(({ member, count }): CountRow => ({ which: () => member, count }))
        }),
    )
  return field<Listed, { level: string }>(
    `[${name}!]!`,
    'Number of items in each region of the level, the most first. Items in no region of that level are not counted.',
    async (list, { level }) => {
      const counts = await list.derive(`${key} ${level}`, async () => {
        const wholes = await Promise.all(
          (await list.nodes([property.id])).map(entity => wholesAt(entity, property, level)),
        )
        return counted(wholes.flat())
      })
      return counts.map(({ member, count }): CountRow => ({ which: () => list.reader.getEntity(member), count }))
    },
    { level: argument(levels, 'Level of the regions to count by: PROVINCE.', 'PROVINCE') },
  )
}

/** Ids of the regions of that level that the entity's own lie in, or are, each once. */
async function wholesAt(entity: EntityView, property: PropertyDeclaration, level: string): Promise<readonly string[]> {
  const targets = [...new Set(entity.resolve(property).counted.map(targetOf))]
  const wholes = new Set<string>()
  for (const part of await entity.reader.findEntities(targets)) {
    const whole = await wholeAt(part, level)
    if (whole) wholes.add(whole.id)
  }
  return [...wholes]
}

async function wholeAt(part: EntityView, level: string): Promise<EntityView | undefined> {
  for await (const whole of partsUpTo(part)) {
    const its = whole.resolveNamed('level')?.chosen?.value
    if (its?.kind === 'code' && its.code === level) return whole
  }
  return undefined
}

function sumField(property: PropertyDeclaration): FieldDeclaration | undefined {
  const { value, many } = property
  if (many || value.kind !== 'quantity' || value.unit === undefined) return undefined
  return field<Listed, { unit: Unit }>(
    '[QuantityAggregate!]!',
    `${property.description} Error UNIT_MISMATCH for a unit that it cannot be given in.`,
    async (list, { unit }) => {
      if (value.of.length > 0 && !value.of.includes(unitKindOf(unit)))
        throw new SuanliError('UNIT_MISMATCH', {
          from: value.unit ?? '',
          fromKind: value.of.join(' or '),
          to: unit,
          toKind: unitKindOf(unit),
        })
      return list.derive(`sums of ${property.id} in ${unit}`, async () => {
        const quantities = (await list.nodes([property.id])).flatMap(entity => quantityIn(entity, property))
        return aggregateQuantities(quantities, unit)
      })
    },
    { unit: argument('Unit', 'The unit to sum up in; figures of another kind are left out.', value.unit) },
  )
}

function quantityIn(entity: EntityView, property: PropertyDeclaration): readonly Quantity[] {
  return entity.resolve(property).counted.flatMap(({ value }) => (value.kind === 'quantity' ? [value] : []))
}

/** Each different member with how often it stands, the most frequent first, ties in their order. */
function counted(members: readonly string[]): readonly { readonly member: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1)
  return [...counts]
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1))
    .map(([member, count]) => ({ member, count }))
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
