import type { Statement } from '../../model/statement.js'
import type { PropertyDeclaration } from '../../ontology/declaration.js'
import type { EntityType } from '../../ontology/ontology.js'
import { existenceOf, propertiesOfExistence } from '../existence.js'
import { targetOf } from '../links.js'
import { chain, type MaybePromise } from '../maybe-promise.js'
import type { EntityView } from '../view-reader.js'
import {
  type DateFilter,
  isListed,
  type ListFilter,
  matchesDate,
  matchesQuantity,
  matchesText,
  type QuantityFilter,
  type TextFilter,
} from './match-value.js'

/** The schema's filter of an entity type: combinators, the id, and a condition for each property by its id. */
export interface EntityFilter {
  readonly and?: readonly EntityFilter[] | null
  readonly or?: readonly EntityFilter[] | null
  readonly not?: EntityFilter | null
  readonly within?: string | null
  readonly [property: string]: unknown
}

interface CountCondition {
  readonly eq?: number | null
  readonly gte?: number | null
  readonly gt?: number | null
  readonly lte?: number | null
  readonly lt?: number | null
}

/** Whether all that the filter gives holds for the entity, by the resolved values of its view. A value that is not there matches nothing. */
export function matchesEntity(entity: EntityView, filter: EntityFilter): MaybePromise<boolean> {
  return every(Object.entries(filter), ([key, condition]) => condition == null || holds(entity, key, condition))
}

/** The properties of an entity itself that `matchesEntity` looks at, by their ids; undefined where it looks at all. */
export function propertiesIn(filter: EntityFilter, type: EntityType): readonly string[] | undefined {
  const found = new Set<string>()
  for (const [key, condition] of Object.entries(filter)) {
    if (condition == null) continue
    const its = propertiesOf(key, condition, type)
    if (!its) return undefined
    for (const id of its) found.add(id)
  }
  return [...found]
}

function propertiesOf(key: string, condition: unknown, type: EntityType): readonly string[] | undefined {
  switch (key) {
    case 'and':
    case 'or': {
      const parts = (condition as EntityFilter[]).map(part => propertiesIn(part, type))
      return parts.every(part => part !== undefined) ? parts.flat() : undefined
    }
    case 'not':
      return propertiesIn(condition as EntityFilter, type)
    case 'id':
    case 'type':
    case 'exists':
      return []
    case 'within':
      return type.partOf === undefined ? [] : [type.partOf]
    case 'conflictCount':
    case 'openConflictCount':
      return undefined
    case 'existence':
      return propertiesOfExistence(type)
    default:
      return [type.findProperty(key)?.id ?? []].flat()
  }
}

function holds(entity: EntityView, key: string, condition: unknown): MaybePromise<boolean> {
  switch (key) {
    case 'and':
      return every(condition as EntityFilter[], filter => matchesEntity(entity, filter))
    case 'or':
      return some(condition as EntityFilter[], filter => matchesEntity(entity, filter))
    case 'not':
      return chain(matchesEntity(entity, condition as EntityFilter), matches => !matches)
    case 'exists':
      return condition === true
    case 'id':
      return hasId(entity, condition as ListFilter)
    case 'type':
      return isListed(entity.type.enumName, condition as ListFilter)
    case 'within':
      return isWithin(entity, condition as string)
    case 'existence':
      return isListed(existenceOf(entity), condition as ListFilter)
    case 'openConflictCount':
      return isCounted(entity.openConflicts().length, condition as CountCondition)
    case 'conflictCount':
      return isCounted(entity.conflicts().length, condition as CountCondition)
    default: {
      const property = entity.type.findProperty(key)
      return property !== undefined && holdsForProperty(entity, property, condition)
    }
  }
}

/** Whether all pass, asked one after another until one does not. */
function every<Item>(
  items: readonly Item[],
  passes: (item: Item) => MaybePromise<boolean>,
  from = 0,
): MaybePromise<boolean> {
  for (let i = from; i < items.length; i++) {
    const verdict = passes(items[i] as Item)
    if (verdict instanceof Promise) return verdict.then(passed => passed && every(items, passes, i + 1))
    if (!verdict) return false
  }
  return true
}

function some<Item>(items: readonly Item[], passes: (item: Item) => MaybePromise<boolean>): MaybePromise<boolean> {
  return chain(
    every(items, item => chain(passes(item), passed => !passed)),
    none => !none,
  )
}

function holdsForProperty(
  entity: EntityView,
  property: PropertyDeclaration,
  condition: unknown,
): MaybePromise<boolean> {
  const { counted } = entity.resolve(property)
  const { exists, ...others } = condition as { readonly exists?: boolean }
  if (exists !== undefined && exists !== counted.length > 0) return false
  if (exists !== undefined && Object.keys(others).length === 0) return true
  if (property.value.kind === 'entity')
    return chain(entity.reader.findEntities([...new Set(counted.map(targetOf))]), targets =>
      some(targets, target => matchesEntity(target, others as EntityFilter)),
    )
  return counted.some(({ value }) => {
    switch (value.kind) {
      case 'text':
        return matchesText([value.text], condition as TextFilter)
      case 'code':
        return property.value.kind === 'code' && property.value.values
          ? isListed(value.code, condition as ListFilter)
          : matchesText([value.code], condition as TextFilter)
      case 'date':
        return matchesDate(value.edtf, condition as DateFilter)
      case 'quantity':
        return matchesQuantity(value, condition as QuantityFilter)
      default:
        return false
    }
  })
}

/** Whether the entity is the whole, or a part of it at any depth. */
async function isWithin(entity: EntityView, whole: string): Promise<boolean> {
  for await (const part of partsUpTo(entity)) if (part.id === whole) return true
  return false
}

/** The entity, what it is part of, what that is part of, and so on up; a ring of parts ends where it closes. */
export async function* partsUpTo(entity: EntityView): AsyncGenerator<EntityView> {
  const seen = new Set<string>()
  let part: EntityView | undefined = entity
  while (part && !seen.has(part.id)) {
    yield part
    seen.add(part.id)
    const { partOf }: { partOf?: string } = part.type
    const chosen: Statement | undefined = partOf === undefined ? undefined : part.resolveNamed(partOf)?.chosen
    part = chosen && (await entity.reader.findEntity(targetOf(chosen)))
  }
}

/** By any id that the entity has or had: one of them is wanted, and none is unwanted. */
function hasId({ id, record }: EntityView, { notIn, ...wanted }: ListFilter): boolean {
  const ids = [id, ...record.formerIds]
  return ids.some(each => isListed(each, wanted)) && !ids.some(each => notIn?.includes(each))
}

function isCounted(count: number, { eq, gte, gt, lte, lt }: CountCondition): boolean {
  return (
    (eq == null || count === eq) &&
    (gte == null || count >= gte) &&
    (gt == null || count > gt) &&
    (lte == null || count <= lte) &&
    (lt == null || count < lt)
  )
}
