import type { EntityType } from '../../ontology/ontology.js'
import { all, type MaybePromise } from '../maybe-promise.js'
import type { EntityView, ViewReader } from '../view-reader.js'

/** Whether an entity belongs in a list. */
export type EntityTest = (entity: EntityView) => MaybePromise<boolean>

/** How many entities are read from the store at once while a list is looked through. */
const chunk = 1000

/** The property that is read if the request reads none: nearly all entities have names. */
const anything = ['name'] as const

/**
 * The entities of a type that the view describes and the test admits, in the order of their ids, read as far as the
 * caller goes. `reversed`: from the last one down. `looksAt`: the only properties that the test and the caller look at.
 */
export async function* listEntities(
  reader: ViewReader,
  type: EntityType,
  options: {
    readonly test?: EntityTest
    readonly looksAt?: readonly string[] | undefined
    readonly from?: string
    readonly reversed?: boolean
    readonly about?: number
  } = {},
): AsyncGenerator<EntityView> {
  const { test, looksAt, reversed = false, about = chunk } = options
  const find = (ids: readonly string[]) =>
    looksAt ? reader.findPartial(ids, looksAt.length > 0 ? looksAt : anything) : reader.findEntities(ids)
  let after = options.from
  // Without a test nearly every entity read is one listed, so a page needs few more than it has rows.
  const limit = test ? chunk : Math.min(chunk, about)
  for (;;) {
    const ids = await reader.listIds({
      kind: 'entities',
      type: type.name,
      limit,
      ...(after !== undefined && { after }),
      ...(reversed && { reversed }),
    })
    for (const entity of await admitted(await find(ids), test)) yield entity
    if (ids.length < limit) return
    after = ids.at(-1)
  }
}

async function admitted(entities: readonly EntityView[], test: EntityTest | undefined): Promise<readonly EntityView[]> {
  if (!test) return entities
  const verdicts = await all(entities.map(test))
  return entities.filter((_, i) => verdicts[i])
}
