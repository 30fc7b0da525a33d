import { SuanliError } from '../../model/error.js'
import { labelOrderOf } from '../../names/label-order.js'
import type { PropertyDeclaration } from '../../ontology/declaration.js'
import { type EntityType, enumNameOf, type Ontology } from '../../ontology/ontology.js'
import { compareDecimals } from '../../values/decimal.js'
import type { Unit } from '../../values/unit.js'
import {
  type Group,
  type Grouping,
  type GroupSum,
  greatestSum,
  groupEntities,
} from '../../views/lists/group-entities.js'
import { keyOfLabel } from '../../views/lists/order-fields.js'
import { checkSumUnit, summedProperties } from '../../views/lists/summed-properties.js'
import { all, chain, type MaybePromise } from '../../views/maybe-promise.js'
import type { EntityView } from '../../views/view-reader.js'
import { argument, type FieldDeclaration, field, type TypeDeclaration } from '../schema/declare.js'
import type { Listed } from './listed.js'

/** The types of groups and of their order, and for each entity type the enum of the quantities that its groups sum up. */
export function groupTypes(ontology: Ontology): readonly TypeDeclaration[] {
  const groups = ontology.types.flatMap(type => type.properties.flatMap(property => groupOf(property, ontology) ?? []))
  const byName = new Map(groups.toReversed().map(group => [group.name, group]))
  return [
    ...[...byName.values()].map(countType),
    ...ontology.types.flatMap(type => quantityEnum(type)),
    {
      kind: 'input',
      name: 'GroupOrder',
      description: 'Order of groups, ties by the value of the group.',
      fields: {
        field: argument('GroupOrderField!', 'Field to order groups by.'),
        direction: argument('OrderDirection', 'Direction of the order; groups without a sum are last in both.', 'DESC'),
      },
    },
    {
      kind: 'enum',
      name: 'GroupOrderField',
      description: 'Field to order groups by.',
      values: {
        COUNT: 'Number of items.',
        SUM: 'Greatest of the `sums`, which differ in number format, basis or sparsity. Requires `sum`.',
        VALUE: 'Value of the group: a year, a value in the order of its enum, an entity by its label.',
      },
    },
  ]
}

/** The fields of an aggregate that count a list in groups: `byOperator`, `byStatus`, `byOpened`. */
export function groupFields(type: EntityType, ontology: Ontology): Readonly<Record<string, FieldDeclaration>> {
  return Object.fromEntries(
    type.properties.flatMap(property => {
      const group = groupOf(property, ontology)
      return group
        ? [[`by${property.id.charAt(0).toUpperCase()}${property.id.slice(1)}`, groupField(type, property, group)]]
        : []
    }),
  )
}

/** How a property groups a list. */
interface GroupShape {
  /** Of the type of its rows: StatusCount. */
  readonly name: string
  /** The field of a row with the value of the group. */
  readonly field: string
  readonly type: string
  /** The enum of levels, if the targets are parts of wholes of some level. */
  readonly levels?: string
}

function groupOf({ id, value, identifies }: PropertyDeclaration, ontology: Ontology): GroupShape | undefined {
  switch (value.kind) {
    case 'code':
      if (identifies) return undefined
      if (!value.enum) return { name: 'CodeCount', field: 'code', type: 'String' }
      return { name: value.countType ?? `${value.enum}Count`, field: id, type: value.enum }
    case 'date':
      return { name: 'YearCount', field: 'year', type: 'Int' }
    case 'entity': {
      const target = ontology.findType(value.to)
      const level = target?.partOf === undefined ? undefined : target.findProperty('level')?.value
      const shape = { name: `${value.to}Count`, field: camelCase(value.to), type: value.to }
      return level?.kind === 'code' && level.enum ? { ...shape, levels: level.enum } : shape
    }
    default:
      return undefined
  }
}

/** A group with the value that is shown of it, which is looked up if it is asked for. */
interface GroupRow extends Group {
  readonly value: () => MaybePromise<EntityView | string | number>
}

function countType({ name, field: key, type }: GroupShape): TypeDeclaration {
  return {
    kind: 'object',
    name,
    description: 'Number of items of a list in one group.',
    fields: {
      [key]: field<GroupRow>(`${type}!`, 'Value of the group.', row => row.value()),
      count: field('Int!', 'Number of items.'),
      sums: field(
        '[QuantityAggregate!]!',
        'Sums of the quantity in the argument `sum` over the items of the group; empty without that argument.',
      ),
    },
  }
}

function quantityEnum(type: EntityType): readonly TypeDeclaration[] {
  const summed = summedProperties(type)
  if (summed.length === 0) return []
  return [
    {
      kind: 'enum',
      name: `${type.name}Quantity`,
      description: `Quantity that groups of type ${type.name} can be summed up by.`,
      values: Object.fromEntries(summed.map(({ id, description }) => [enumNameOf(id), description])),
    },
  ]
}

interface GroupArguments {
  readonly level?: string | null
  readonly direct?: boolean | null
  readonly sum?: string | null
  readonly unit?: Unit | null
  readonly orderBy?: GroupOrder | null
  readonly first?: number | null
}

interface GroupOrder {
  readonly field: 'COUNT' | 'SUM' | 'VALUE'
  readonly direction?: 'ASC' | 'DESC' | null
}

const mostGroups = 1_000

function groupField(type: EntityType, property: PropertyDeclaration, shape: GroupShape): FieldDeclaration {
  const hasSums = summedProperties(type).length > 0
  return field<Listed, GroupArguments>(
    `[${shape.name}!]!`,
    describe(property, shape),
    (list, args) => {
      const sum = sumOf(type, args)
      const order = args.orderBy ?? { field: 'COUNT' }
      const first = checkArguments(args, sum)
      const grouping = { property, level: args.direct ? undefined : (args.level ?? undefined) }
      return chain(groupsOf(list, grouping, sum), groups =>
        chain(inOrder(groups, order, property, list), ordered =>
          ordered
            .slice(0, first)
            .map((group): GroupRow => ({ ...group, value: () => shownValue(group, property, list) })),
        ),
      )
    },
    {
      ...(shape.levels && {
        level: argument(shape.levels, 'Level of the regions to count by: PROVINCE.', 'PROVINCE'),
        direct: argument(
          'Boolean',
          'Whether to count by the regions that items link to, of any level, not by `level`.',
          false,
        ),
      }),
      ...(hasSums && {
        sum: argument(`${type.name}Quantity`, 'Quantity to sum up in each group, for `sums`.'),
        unit: argument('Unit', 'Unit of the sums. Default: that of the same sum over the whole list.'),
      }),
      orderBy: argument('GroupOrder', 'Order of the groups. Default: the most items first.'),
      first: argument('Int', `Number of groups from the start, 0 to ${mostGroups}. Default: ${mostGroups}.`),
    },
  )
}

function describe(property: PropertyDeclaration, { levels, type }: GroupShape): string {
  const what = property.description
  if (levels) return `Number of items in each region of a level; items in no such region are not counted. ${what}`
  if (type === 'Int') return `Number of items by year; items whose date states no single year are not counted. ${what}`
  return `Number of items by value; an item with several values counts in each group, one without a value in none. ${what}`
}

function sumOf(type: EntityType, { sum, unit }: GroupArguments): GroupSum | undefined {
  const property = sum == null ? undefined : summedProperties(type).find(({ id }) => enumNameOf(id) === sum)
  if (!property) return undefined
  const wanted = unit ?? (property.value.unit as Unit)
  checkSumUnit(property, wanted)
  return { property, unit: wanted }
}

function checkArguments({ unit, orderBy, first }: GroupArguments, sum: GroupSum | undefined): number {
  if (unit != null && !sum)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: '`unit` needs `sum`, the quantity to sum up in that unit.',
      problemZh: '`unit` 须与 `sum`（要求和的数量）一起给出。',
      argument: 'unit',
    })
  if (orderBy?.field === 'SUM' && !sum)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: 'An order by SUM needs `sum`, the quantity to order by.',
      problemZh: '按 SUM 排序须给出 `sum`，即用来排序的数量。',
      argument: 'orderBy',
    })
  if (first == null) return mostGroups
  if (first < 0)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: `\`first: ${first}\` is negative: give 0 to ${mostGroups}.`,
      problemZh: `\`first: ${first}\` 为负数：请给出 0 到 ${mostGroups}。`,
      argument: 'first',
      min: 0,
      max: mostGroups,
    })
  if (first > mostGroups) throw new SuanliError('PAGE_TOO_LARGE', { argument: 'first', seen: first, max: mostGroups })
  return first
}

function groupsOf(list: Listed, grouping: Grouping, sum: GroupSum | undefined): MaybePromise<readonly Group[]> {
  const { property, level } = grouping
  const looksAt = [property.id, ...(sum ? [sum.property.id] : [])]
  const name = `groups by ${property.id} ${level ?? ''} ${sum ? `with ${sum.property.id} in ${sum.unit}` : ''}`
  return list.derive(
    name,
    async () => (await list.rows?.groups(grouping, sum)) ?? groupEntities(await list.nodes(looksAt), grouping, sum),
  )
}

async function inOrder(
  groups: readonly Group[],
  { field, direction }: GroupOrder,
  property: PropertyDeclaration,
  list: Listed,
): Promise<readonly Group[]> {
  const sign = direction === 'ASC' ? 1 : -1
  if (field === 'COUNT') return groups.toSorted((a, b) => sign * (a.count - b.count))
  if (field === 'SUM')
    return groups.toSorted((a, b) => {
      const [left, right] = [greatestSum(a.sums), greatestSum(b.sums)]
      if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined)
      return sign * compareDecimals(left, right)
    })
  const compare = await compareValues(groups, property, list)
  return groups.toSorted((a, b) => sign * compare(a.key, b.key))
}

async function compareValues(
  groups: readonly Group[],
  { value }: PropertyDeclaration,
  list: Listed,
): Promise<(a: string, b: string) => number> {
  if (value.kind === 'date') return (a, b) => Number(a) - Number(b)
  if (value.kind === 'code') {
    const { values } = value
    return values ? (a, b) => values.indexOf(a) - values.indexOf(b) : () => 0
  }
  const entities = await all(groups.map(({ key }) => list.reader.getEntity(key)))
  const labels = new Map(entities.map(entity => [entity.id, keyOfLabel(entity)]))
  const { compare } = labelOrderOf(list.reader.view.language)
  return (a, b) => compare(labels.get(a) ?? '', labels.get(b) ?? '')
}

function shownValue(
  { key }: Group,
  { value }: PropertyDeclaration,
  list: Listed,
): MaybePromise<EntityView | string | number> {
  if (value.kind === 'entity') return list.reader.getEntity(key)
  return value.kind === 'date' ? Number(key) : key
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
