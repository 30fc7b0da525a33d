import type { EntityView } from '../views/view-reader.js'
import { CountedLinks } from './counted-links.js'
import type { Hop, WalkWish } from './hop.js'
import { StatedLinks, type WalkLimits } from './stated-links.js'

/** Entities that may be read without being neighbours in the view. Beyond that the result is truncated. */
const maxMisses = 2_000

/**
 * The entities within so many hops, level by level and by id, and every link between them that counts: each once, from
 * the entity that comes first. Truncated if there are, or may be, more than `limit` entities.
 */
export async function findNeighbourhood(
  centre: EntityView,
  hops: number,
  limit: number,
  wish: WalkWish,
  limits?: WalkLimits,
): Promise<{ readonly nodes: readonly EntityView[]; readonly links: readonly Hop[]; readonly truncated: boolean }> {
  const stated = new StatedLinks(centre.reader, wish, limits)
  const counted = new CountedLinks(wish)
  counted.add([centre])
  const nodes = new Map([[centre.id, centre]])
  let misses = 0
  let truncated = false
  let level: readonly EntityView[] = [centre]
  for (let hop = 0; hop < hops && level.length > 0 && !truncated; hop++) {
    const next: EntityView[] = []
    await stated.read(level.map(({ id }) => id))
    for await (const pairs of inChunks(neighbours(stated, level), limit - nodes.size + 1)) {
      const unknown = [...new Set(pairs.map(({ id }) => id))].filter(id => !nodes.has(id))
      const found = new Map((await centre.reader.findEntities(unknown)).map(entity => [entity.id, entity]))
      counted.add([...found.values()])
      for (const { of, id } of pairs) {
        const entity = found.get(id)
        if (nodes.has(id)) continue
        if (!entity || !counted.hopsFrom(of).some(({ to }) => to === entity)) misses++
        else if (nodes.size === limit) truncated = true
        else {
          nodes.set(id, entity)
          next.push(entity)
        }
        if (truncated) break
      }
      if (misses > maxMisses) truncated = true
      if (truncated) break
    }
    level = next
  }
  return {
    nodes: [...nodes.values()],
    links: linksAmong(nodes, counted),
    truncated: truncated || stated.isTruncated,
  }
}

interface Pair {
  readonly of: string
  readonly id: string
}

async function* neighbours(links: StatedLinks, level: readonly EntityView[]): AsyncGenerator<Pair> {
  for (const { id: of } of level) for await (const id of links.inOrder(of)) yield { of, id }
}

/** Reads a few more than are still wanted, since some are no neighbours in the view. */
async function* inChunks(pairs: AsyncIterable<Pair>, wanted: number): AsyncGenerator<readonly Pair[]> {
  const size = Math.min(500, wanted + 16)
  let chunk: Pair[] = []
  for await (const pair of pairs) {
    chunk.push(pair)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

function linksAmong(nodes: ReadonlyMap<string, EntityView>, counted: CountedLinks): readonly Hop[] {
  const links = new Map<string, Hop>()
  for (const id of nodes.keys())
    for (const hop of counted.hopsFrom(id))
      if (nodes.has(hop.to.id) && !links.has(hop.statement.id)) links.set(hop.statement.id, hop)
  return [...links.values()]
}
