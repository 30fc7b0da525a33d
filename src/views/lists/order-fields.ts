import { labelOrderOf } from '../../names/label-order.js'
import type { PropertyDeclaration } from '../../ontology/declaration.js'
import { type EntityType, enumNameOf, fieldOf, type Ontology, type Property } from '../../ontology/ontology.js'
import { edtfBounds } from '../../values/edtf.js'
import { boundsOf } from '../../values/quantity.js'
import { type Unit, unitKindOf } from '../../values/unit.js'
import type { Value } from '../../values/value.js'
import { type LinkRow, listInverseLinkRows, listLinkRows, targetOf } from '../links.js'
import { listLinkRowsThroughParts } from '../links-through-parts.js'
import { chain, type MaybePromise } from '../maybe-promise.js'
import type { EntityView } from '../view-reader.js'
import { aggregateQuantities } from './aggregate-quantities.js'
import { figuresOf, greatestSum } from './group-entities.js'
import { type SummedProperty, summedProperties } from './summed-properties.js'

/** What a list of entities of one type can be ordered by. */
export interface OrderField {
  readonly description: string
  /** Properties of the entity itself that `keyOf` looks at; undefined: all. */
  readonly looksAt: readonly string[] | undefined
  /** Keys are labels and compare as such. */
  readonly isLabel?: boolean
  /** What the entity is placed by; null if it has no value. */
  readonly keyOf: (entity: EntityView) => MaybePromise<string | null>
}

/**
 * By the names in the schema: LABEL, properties with one value, entities that a link leads to (by label), the numbers of
 * links (OPERATES_COUNT), the sums of what is linked (OPERATES_CAPACITY_SUM), the numbers of conflicts.
 */
export function orderFieldsOf(type: EntityType, ontology: Ontology): ReadonlyMap<string, OrderField> {
  const known = fields.get(type)
  if (known) return known
  const found = new Map<string, OrderField>([
    [
      'LABEL',
      {
        description:
          'Label of the entity. The readings of Chinese names place them among Latin names: 长沙 as chang sha, the surname 单 as shan.',
        looksAt: ['name'],
        isLabel: true,
        keyOf: keyOfLabel,
      },
    ],
    ...type.properties.flatMap(ownField),
    ...type.properties.flatMap(property => linkedFields(property, ontology)),
    ...inverseFields(type, ontology),
    [
      'CONFLICT_COUNT',
      {
        description: 'Number of conflicts of the entity.',
        looksAt: undefined,
        keyOf: entity => keyOfNumber('count', entity.conflicts().length),
      },
    ],
    [
      'OPEN_CONFLICT_COUNT',
      {
        description: 'Number of open conflicts of the entity.',
        looksAt: undefined,
        keyOf: entity => keyOfNumber('count', entity.openConflicts().length),
      },
    ],
  ])
  fields.set(type, found)
  return found
}

const fields = new WeakMap<EntityType, ReadonlyMap<string, OrderField>>()

/** In the language of the view; a person’s name is read as one. */
export function keyOfLabel(entity: EntityView): string {
  return labelOrderOf(entity.reader.view.language).keyOf(entity.label(), entity.type.namesBySound === 'PERSON')
}

/** A property with one value of a kind that has an order, and a link by the label of the entity that it leads to. */
function ownField(property: Property): [string, OrderField][] {
  const { id, many, value, description } = property
  if (many || value.kind === 'geo') return []
  const isLink = value.kind === 'entity'
  return [
    [
      enumNameOf(id),
      {
        description: isLink ? `Label of the linked entity. ${description}` : description,
        looksAt: [id],
        isLabel: isLink,
        keyOf: isLink ? entity => keyOfTarget(entity, property) : entity => keyOfOwn(entity, property),
      },
    ],
  ]
}

function keyOfOwn(entity: EntityView, property: PropertyDeclaration): string | null {
  const value = entity.resolve(property).chosen?.value
  return value ? keyOfValue(value) : null
}

function keyOfTarget(entity: EntityView, property: PropertyDeclaration): MaybePromise<string | null> {
  const { chosen } = entity.resolve(property)
  return chosen ? chain(entity.reader.getEntity(targetOf(chosen)), keyOfLabel) : null
}

/** Links of the entity's own that may be several: `ACCELERATOR_MODELS_COUNT`. */
function linkedFields(property: Property, ontology: Ontology): readonly [string, OrderField][] {
  const { value, many, joint, all } = property
  if (value.kind !== 'entity' || !(many || joint)) return []
  return fieldsOfLinks(all ?? fieldOf(property), ontology.typesOf(value.to), [property.id], entity =>
    listLinkRows(entity, property),
  )
}

function inverseFields(type: EntityType, ontology: Ontology): readonly [string, OrderField][] {
  return type.inverses.flatMap(inverse => {
    const owners = new Set(inverse.of.map(link => link.split('.')[0] ?? ''))
    return fieldsOfLinks(
      inverse.field,
      ontology.types.filter(({ name }) => owners.has(name)),
      ['name'],
      entity =>
        inverse.throughParts ? listLinkRowsThroughParts(entity, inverse) : listInverseLinkRows(entity, inverse),
    )
  })
}

function fieldsOfLinks(
  field: string,
  targets: readonly EntityType[],
  looksAt: readonly string[],
  rowsOf: (entity: EntityView) => MaybePromise<readonly LinkRow[]>,
): readonly [string, OrderField][] {
  const [target, ...others] = targets
  const summed = target && others.length === 0 ? summedProperties(target) : []
  return [
    [
      `${enumNameOf(field)}_COUNT`,
      {
        description: `Number of items of \`${field}\`.`,
        looksAt,
        keyOf: entity => chain(rowsOf(entity), rows => keyOfNumber('count', rows.length)),
      },
    ],
    ...summed.map((property): [string, OrderField] => [
      `${enumNameOf(field)}_${enumNameOf(property.id)}_SUM`,
      {
        description: `Sum of \`${property.id}\` over \`${field}\`, the greatest of those that differ in number format, basis or sparsity.`,
        looksAt,
        keyOf: entity => chain(rowsOf(entity), rows => keyOfSum(entity, rows, property)),
      },
    ]),
  ]
}

async function keyOfSum(
  { reader }: EntityView,
  rows: readonly LinkRow[],
  property: SummedProperty,
): Promise<string | null> {
  const linked = await reader.findPartial([...new Set(rows.map(({ id }) => id))], [property.id])
  const unit = property.value.unit as Unit
  const sums = aggregateQuantities(
    linked.flatMap(entity => figuresOf(entity, property)),
    unit,
  )
  const greatest = greatestSum(sums)
  return greatest === undefined ? null : keyOfNumber(unitKindOf(unit), greatest)
}

/** A quantity's is its kind of unit and its lower bound (else its upper one) in the base unit; a date's its first day. */
function keyOfValue(value: Value): string | null {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'code':
      return value.code
    case 'date':
      return edtfBounds(value.edtf).min ?? edtfBounds(value.edtf).max ?? null
    case 'quantity': {
      const { unitKind, low, high } = boundsOf(value)
      const amount = low ?? high
      return unitKind && amount !== undefined ? keyOfNumber(unitKind, amount) : null
    }
    default:
      return null
  }
}

/** Begins with a character that no text of a source has, so that no other value’s key is taken for a number. */
function keyOfNumber(kind: string, amount: string | number): string {
  return `\u0000${kind}:${amount}`
}
