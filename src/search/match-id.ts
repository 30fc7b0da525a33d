import type { ViewReader } from '../views/view-reader.js'
import type { SearchHit } from './search-hit.js'

/** The entities with that id: in full (official/tang-jianguo), or without its type (tang-jianguo). */
export async function matchId(reader: ViewReader, text: string): Promise<readonly SearchHit[]> {
  const id = text.trim().toLowerCase()
  if (!isId.test(id)) return []
  const isWhole = id.includes('/')
  const entities = await reader.findEntities(
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

const isId = /^(?:[a-z]+\/)?[\p{L}\p{N}][\p{L}\p{N}-]{0,199}$/u
