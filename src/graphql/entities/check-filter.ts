import { SuanliError } from '../../model/error.js'
import { meant } from '../../ontology/closest-match.js'
import type { EntityType } from '../../ontology/ontology.js'
import type { EntityFilter } from '../../views/lists/match-entity.js'
import type { MaybePromise } from '../../views/maybe-promise.js'
import type { ViewReader } from '../../views/view-reader.js'
import { notFound } from '../views/resolve-view.js'
import { findEntityByCode } from './find-entity.js'

/** Filters in which nothing is null, by the reader that they were checked in; undefined where no id needs looking up. */
const checked = new WeakMap<ViewReader, WeakMap<object, MaybePromise<EntityFilter>>>()

/**
 * The filter of a list of entities, with former ids replaced by present ones. A filter object is checked once for each
 * view. Throws BAD_USER_INPUT for a null, which would mean "no condition", and NOT_FOUND for entities that the graph does
 * not know.
 */
export function checkEntityFilter(
  filter: EntityFilter,
  type: EntityType | undefined,
  reader: ViewReader,
): MaybePromise<EntityFilter> {
  const known = checked.get(reader) ?? new WeakMap<object, MaybePromise<EntityFilter>>()
  checked.set(reader, known)
  const done = known.get(filter)
  if (done !== undefined) return done
  refuseNulls(filter)
  const found = hasIds(filter, true) ? withPresentIds(filter, type, reader, 'filter', true) : filter
  known.set(filter, found)
  return found
}

/** Throws BAD_USER_INPUT for a null at any depth. */
export function refuseNulls(filter: object, path = 'filter'): void {
  for (const [key, value] of Object.entries(filter)) {
    const at = `${path}.${key}`
    if (value === null)
      throw new SuanliError('BAD_USER_INPUT', {
        problem: `\`${at}\` is null: leave it out for no condition, or give \`exists: false\` for entities without a value.`,
        problemZh: `\`${at}\` 为 null：不设条件时请去掉它；查找没有值的实体请用 \`exists: false\`。`,
        argument: at,
      })
    if (typeof value === 'object') refuseNulls(value, at)
  }
}

/** Whether the filter names entities whose existence is to be checked: `within`, or the id of what a link points to. */
function hasIds(filter: EntityFilter, isRoot: boolean): boolean {
  return Object.entries(filter).some(([key, condition]) => {
    if (key === 'within') return true
    if (key === 'id') return !isRoot
    if (key === 'and' || key === 'or') return (condition as readonly EntityFilter[]).some(part => hasIds(part, isRoot))
    if (key === 'not') return hasIds(condition as EntityFilter, isRoot)
    return isCondition(condition) && ('id' in condition || hasIds(condition as EntityFilter, false))
  })
}

async function withPresentIds(
  filter: EntityFilter,
  type: EntityType | undefined,
  reader: ViewReader,
  path: string,
  isRoot: boolean,
): Promise<EntityFilter> {
  const entries = await Promise.all(
    Object.entries(filter).map(async ([key, condition]) => {
      const at = `${path}.${key}`
      const within = (part: EntityFilter, own: string) => withPresentIds(part, type, reader, own, isRoot)
      if (key === 'within') return [key, await presentId(String(condition), reader, at, type)] as const
      if (key === 'id') return [key, isRoot ? condition : await presentIds(condition as object, reader, at)] as const
      if (key === 'and' || key === 'or')
        return [key, await Promise.all((condition as readonly EntityFilter[]).map(part => within(part, at)))] as const
      if (key === 'not') return [key, await within(condition as EntityFilter, at)] as const
      const value = linkOf(key, type, reader)
      if (value === undefined || !isCondition(condition)) return [key, condition] as const
      const target = reader.ontology.findType(value)
      return [key, await withPresentIds(condition as EntityFilter, target, reader, at, false)] as const
    }),
  )
  return Object.fromEntries(entries)
}

/** What a link of the type, or of any type of an interface, points to. */
function linkOf(name: string, type: EntityType | undefined, { ontology }: ViewReader): string | undefined {
  const types = type ? [type] : ontology.types
  for (const { findProperty } of types) {
    const value = findProperty(name)?.value
    if (value?.kind === 'entity') return value.to
  }
  return undefined
}

/** An IDFilter with present ids. */
export async function presentIds<Filter extends object>(
  filter: Filter,
  reader: ViewReader,
  path: string,
): Promise<Filter> {
  const entries = await Promise.all(
    Object.entries(filter).map(async ([key, ids]) => [
      key,
      Array.isArray(ids)
        ? await Promise.all(ids.map(id => presentId(String(id), reader, `${path}.${key}`)))
        : await presentId(String(ids), reader, `${path}.${key}`),
    ]),
  )
  return Object.fromEntries(entries) as Filter
}

/** The id that the entity has now. Throws NOT_FOUND if the graph knows none, or one of another type. */
async function presentId(id: string, reader: ViewReader, argument: string, type?: EntityType): Promise<string> {
  const found = reader.ontology.findTypeOfId(id)
  if (found && (!type || found === type)) {
    const { record } = await reader.getEntity(id)
    if (record.statements.length > 0) return record.id
    // The view may read a time before the entity was known.
    const newest = await reader.store.ask<'entity'>({ kind: 'entity', id })
    if (newest) return newest.id
  }
  const coded = await findEntityByCode(reader, id, type?.name ?? found?.name ?? 'Region')
  throw notFound(type ? `entity of type ${type.name}` : 'entity', id, argument, [], coded?.id)
}

function isCondition(condition: unknown): condition is object {
  return typeof condition === 'object' && condition !== null && !Array.isArray(condition)
}

/** Throws NOT_IN_ONTOLOGY for names that no property has. */
export function checkPropertyNames(names: readonly string[], { ontology }: ViewReader, argument: string): void {
  const known = new Set(ontology.types.flatMap(({ properties }) => properties.map(({ id }) => id)))
  const missing = names.find(name => !known.has(name))
  if (missing === undefined) return
  const suggestion = meant(missing.slice(0, 100), [...known])
  throw new SuanliError('NOT_IN_ONTOLOGY', {
    what: 'property',
    seen: missing.slice(0, 100),
    hint: '.',
    argument,
    ...(suggestion && { suggestion }),
  })
}

/** All ids or names that a ListFilter gives. */
export function membersIn(filter: object | undefined): readonly string[] {
  return Object.values(filter ?? {})
    .flat()
    .map(String)
}
