import type { EntityView } from '../views/view-reader.js'
import { CountedLinks } from './counted-links.js'
import type { Hop, WalkWish } from './hop.js'
import { meetInTheMiddle } from './meet-in-the-middle.js'
import { StatedLinks, type WalkLimits } from './stated-links.js'
import { distancesFrom, waysOfLength } from './ways.js'

/** Limits of one search: paths found, entities read, and steps tried. Beyond them the result is truncated. */
export const maxPaths = 1_000
const maxEntities = 2_000
export const maxSteps = 500_000

/**
 * Paths between two entities that visit no entity twice, with at most `maxHops` hops: the shortest first, then by the
 * ids along them. Stored links are followed from both ends. Only entities on a path that is short enough are read
 * whole, to find the links that count in the view. Truncated if there may be further paths.
 */
export async function findPaths(
  from: EntityView,
  to: EntityView,
  maxHops: number,
  wish: WalkWish,
  limits?: WalkLimits,
): Promise<{ readonly paths: readonly (readonly Hop[])[]; readonly truncated: boolean }> {
  if (from.id === to.id) return { paths: [[]], truncated: false }
  const links = new StatedLinks(from.reader, wish, limits)
  await meetInTheMiddle(links, from.id, to.id, maxHops)

  const onTheWay = entitiesOnWays(links, from.id, to.id, maxHops)
  const counted = new CountedLinks(wish)
  const paths: (readonly Hop[])[] = []
  const steps = { left: maxSteps }
  let read = 0
  let truncated = links.isTruncated
  for (let length = 1; length <= maxHops; length++) {
    const wanted = onTheWay.findLastIndex(({ least }) => least <= length) + 1
    if (wanted > read) {
      // Longer paths are found together with the shorter ones if no call becomes much larger.
      const until = Math.min(Math.max(wanted, Math.min(onTheWay.length, entitiesAtOnce)), maxEntities)
      if (until < wanted) truncated = true
      for (; read < until; read += entitiesAtOnce) {
        const ids = onTheWay.slice(read, Math.min(until, read + entitiesAtOnce)).map(({ id }) => id)
        counted.add(await from.reader.findEntities(ids))
      }
      read = Math.max(read, wanted)
    }
    for (const path of waysOfLength(counted, from.id, to.id, length, steps)) {
      if (paths.length === maxPaths) return { paths, truncated: true }
      paths.push(path)
    }
    if (steps.left <= 0) return { paths, truncated: true }
  }
  return { paths, truncated }
}

const entitiesAtOnce = 500

/** The entities on paths of at most `maxHops`, each with the length of the shortest such path, the nearest first. */
function entitiesOnWays(
  links: StatedLinks,
  from: string,
  to: string,
  maxHops: number,
): readonly { readonly id: string; readonly least: number }[] {
  const around = (id: string) => links.around(id)
  const isEnd = (id: string) => id === from || id === to
  const fromStart = distancesFrom(from, maxHops, around)
  const fromGoal = distancesFrom(to, maxHops, around)
  const near = [...fromStart]
    .map(([id, distance]) => ({ id, least: distance + (fromGoal.get(id) ?? maxHops + 1) }))
    .filter(({ least }) => least <= maxHops)
  // An entity with one neighbour, like most neighbours of a hub, is on no path.
  const degrees = countAmong(new Set(near.map(({ id }) => id)), around)
  const dropped = [...degrees].flatMap(([id, degree]) => (degree < 2 && !isEnd(id) ? [id] : []))
  for (const id of dropped) {
    degrees.delete(id)
    for (const other of around(id)) {
      const degree = degrees.get(other)
      if (degree === undefined) continue
      degrees.set(other, degree - 1)
      if (degree === 2 && !isEnd(other)) dropped.push(other)
    }
  }
  return near.filter(({ id }) => degrees.has(id)).sort((a, b) => a.least - b.least || (a.id < b.id ? -1 : 1))
}

function countAmong(ids: ReadonlySet<string>, around: (id: string) => Iterable<string>): Map<string, number> {
  const count = (id: string) => {
    let others = 0
    for (const other of around(id)) if (ids.has(other) && other !== id) others++
    return others
  }
  return new Map([...ids].map(id => [id, count(id)]))
}
