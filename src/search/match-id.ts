import type { RowOfId } from '../store/rows/resolved-rows.js'
import { all } from '../views/maybe-promise.js'
import type { EntityView, ViewReader } from '../views/view-reader.js'
import type { SearchHit } from './search-hit.js'

/** The entities with that id, or that id of old: in full (official/tang-jianguo), or without its type (tang-jianguo). */
export async function matchId(reader: ViewReader, text: string): Promise<readonly SearchHit[]> {
  const id = text.trim().toLowerCase()
  if (!isId.test(id)) return []
  const isWhole = id.includes('/')
  const found = await findByIds(reader, isWhole ? [id] : reader.ontology.types.map(({ prefix }) => `${prefix}/${id}`))
  return found.map(({ asked, entity }) => {
    const highlights = [{ start: asked.length - id.length, end: asked.length }]
    // A name that is the query in whole is the better answer than a part of an id.
    const match = { reason: 'EXACT', score: isWhole ? 1 : 0.9, text: asked, language: 'zxx', highlights } as const
    return { id: entity.id, type: entity.type, match }
  })
}

interface FoundById {
  /** What the entity was found by; an id that was merged away is not the id of the entity. */
  readonly asked: string
  readonly entity: Pick<EntityView, 'id' | 'type'>
}

/** The described ones. */
async function findByIds(reader: ViewReader, ids: readonly string[]): Promise<readonly FoundById[]> {
  const rows = await reader.askRows<readonly RowOfId[]>({ kind: 'ids', ids })
  const candidates: readonly Pick<RowOfId, 'asked' | 'id'>[] = rows ?? ids.map(asked => ({ asked, id: null }))
  const entities = await all(
    candidates.map(({ asked, id }) => (id === null ? reader.findEntity(asked) : { id, type: reader.typeOf(id) })),
  )
  return candidates.flatMap(({ asked }, i) => {
    const entity = entities[i]
    return entity ? [{ asked, entity }] : []
  })
}

const isId = /^(?:[a-z]+\/)?[\p{L}\p{N}][\p{L}\p{N}-]{0,199}$/u
