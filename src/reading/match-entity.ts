import type { Statement } from '../model/statement.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import type { EntityView } from './entity-view.js'
import { targetOf } from './links.js'
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
export async function matchesEntity(entity: EntityView, filter: EntityFilter): Promise<boolean> {
  for (const [key, condition] of Object.entries(filter)) {
    if (condition == null) continue
    if (!(await holds(entity, key, condition))) return false
  }
  return true
}

async function holds(entity: EntityView, key: string, condition: unknown): Promise<boolean> {
  switch (key) {
    case 'and':
      return (await verdicts(entity, condition as EntityFilter[])).every(Boolean)
    case 'or':
      return (await verdicts(entity, condition as EntityFilter[])).some(Boolean)
    case 'not':
      return !(await matchesEntity(entity, condition as EntityFilter))
    case 'id':
      return isListed(entity.id, condition as ListFilter)
    case 'type':
      return isListed(entity.type.enumName, condition as ListFilter)
    case 'within':
      return isWithin(entity, condition as string)
    case 'conflictCount':
      return isCounted(entity.conflicts().length, condition as CountCondition)
    default: {
      const property = entity.type.findProperty(key)
      return property !== undefined && holdsForProperty(entity, property, condition)
    }
  }
}

function verdicts(entity: EntityView, filters: readonly EntityFilter[]): Promise<readonly boolean[]> {
  return Promise.all(filters.map(filter => matchesEntity(entity, filter)))
}

async function holdsForProperty(
  entity: EntityView,
  property: PropertyDeclaration,
  condition: unknown,
): Promise<boolean> {
  const { counted } = entity.resolve(property)
  if (property.value.kind === 'entity') {
    const targets = await entity.scope.findEntities([...new Set(counted.map(targetOf))])
    return (await Promise.all(targets.map(target => matchesEntity(target, condition as EntityFilter)))).some(Boolean)
  }
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
    part = chosen && (await entity.scope.findEntity(targetOf(chosen)))
  }
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
