import type { StatedLinks } from './stated-links.js'

/**
 * Reads links from both ends until every link that a path of at most `maxHops` can have is known. A hub is an entity
 * with more links than one page. Walks do not go through a hub: if a path leads through one hub, the entities before
 * and after the hub have the hub among their own links, so both ends only have to come near enough. If a path may lead
 * through two hubs, the hubs are read on until all but one are complete, within the limits.
 */
export async function meetInTheMiddle(links: StatedLinks, from: string, to: string, maxHops: number): Promise<void> {
  for (;;) {
    const [near, far] = [new End(from, to), new End(to, from)]
    await goTowardsEachOther(links, near, far, maxHops)
    const hubs = hubsInARow(near, far, maxHops)
    if (hubs.length === 0 || links.isTruncated) return
    await links.readOn(hubs)
  }
}

/** The end with fewer entities to read is next. */
async function goTowardsEachOther(links: StatedLinks, near: End, far: End, maxHops: number): Promise<void> {
  for (;;) {
    const short = [near, far].filter(end => !end.isEnough(end === near ? far : near, maxHops))
    const next = short.sort((a, b) => a.level.length - b.level.length)[0]
    if (!next) return
    await links.read(next.level)
    next.advance(links, maxHops)
  }
}

/** Hubs that may follow one another on a path. */
function hubsInARow(near: End, far: End, maxHops: number): readonly string[] {
  const hubs = new Set<string>()
  for (const [first, before] of near.hubs)
    for (const [last, behind] of far.hubs)
      if (first !== last && before + 1 + behind <= maxHops) hubs.add(first).add(last)
  return [...hubs].sort()
}

/** The progress of one end. No path leads on through the other end. */
class End {
  /** Entities nearer than this, with no hub before them, are complete or are hubs. */
  hops = 0
  level: readonly string[]
  /** Number of hops to each entity. */
  readonly hubs = new Map<string, number>()
  readonly #seen: Set<string>

  constructor(id: string, otherEnd: string) {
    this.level = [id]
    this.#seen = new Set([id, otherEnd])
  }

  /** Whether the end is so near to the other end and its hubs that no link between is unread. */
  isEnough(other: End, maxHops: number): boolean {
    return this.hops + Math.min(other.hops, ...other.hubs.values()) >= maxHops
  }

  advance(links: StatedLinks, maxHops: number): void {
    const next = new Set<string>()
    for (const id of this.level) {
      if (!links.isWhole(id)) this.hubs.set(id, this.hops)
      else for (const other of links.around(id)) if (!this.#seen.has(other)) next.add(other)
    }
    for (const id of next) this.#seen.add(id)
    this.level = [...next].sort()
    this.hops = next.size === 0 ? maxHops : this.hops + 1
  }
}
