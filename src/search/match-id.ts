import type { RowOfId } from '../store/rows/resolved-rows.js'
import { all } from '../views/maybe-promise.js'
import type { EntityView, ViewReader } from '../views/view-reader.js'
import type { SearchHit } from './search-hit.js'

/** The entities with that id: in full (official/tang-jianguo), or without its type (tang-jianguo). */
export async function matchId(reader: ViewReader, text: string): Promise<readonly SearchHit[]> {
  const id = text.trim().toLowerCase()
  if (!isId.test(id)) return []
  const isWhole = id.includes('/')
  const entities = await findByIds(
    reader,
    isWhole ? [id] : reader.ontology.types.map(({ prefix }) => `${prefix}/${id}`),
  )
  return entities.map(entity => {
    const start = isWhole ? 0 : entity.id.length - id.length
    const highlights = [{ start, end: entity.id.length }]
    // A name that is the query in whole is the better answer than a part of an id.
    const match = { reason: 'EXACT', score: isWhole ? 1 : 0.9, text: entity.id, language: 'zxx', highlights } as const
    return { id: entity.id, type: entity.type, match }
  })
}

/** The described ones. */
async function findByIds(
  reader: ViewReader,
  ids: readonly string[],
): Promise<readonly Pick<EntityView, 'id' | 'type'>[]> {
  const found = await reader.askRows<readonly RowOfId[]>({ kind: 'ids', ids })
  if (!found) return await reader.findEntities(ids)
  const entities = await all(
    found.map(({ asked, id }) => (id === null ? reader.findEntity(asked) : { id, type: reader.typeOf(id) })),
  )
  return entities.filter(entity => entity !== undefined)
}

const isId = /^(?:[a-z]+\/)?[\p{L}\p{N}][\p{L}\p{N}-]{0,199}$/u
