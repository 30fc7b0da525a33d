import type { StatedLinks } from './stated-links.js'

/**
 * Reads links from both ends until every link is known that a way of at most `maxHops` between them can have. What is
 * not whole after its first page, a hub, is not walked through: where a way leads through one hub, the entities before
 * and behind it name it among their own links, so both ends only have to come near enough. Where a way may lead through
 * two, what lies between is known to nobody else, and the hubs are read on until all but one are whole, as far as the
 * limits go.
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

/** The end with fewer entities to look at goes next. */
async function goTowardsEachOther(links: StatedLinks, near: End, far: End, maxHops: number): Promise<void> {
  for (;;) {
    const short = [near, far].filter(end => !end.isEnough(end === near ? far : near, maxHops))
    const next = short.sort((a, b) => a.level.length - b.level.length)[0]
    if (!next) return
    await links.read(next.level)
    next.advance(links, maxHops)
  }
}

/** Hubs of which one may follow upon another on a way. */
function hubsInARow(near: End, far: End, maxHops: number): readonly string[] {
  const hubs = new Set<string>()
  for (const [first, before] of near.hubs)
    for (const [last, behind] of far.hubs)
      if (first !== last && before + 1 + behind <= maxHops) hubs.add(first).add(last)
  return [...hubs].sort()
}

/** How far one end has gone. No way leads on through the other end. */
class End {
  /** Entities nearer than this, as far as no hub is before them, are whole or hubs. */
  hops = 0
  level: readonly string[]
  /** How many hops away each is. */
  readonly hubs = new Map<string, number>()
  readonly #seen: Set<string>

  constructor(id: string, otherEnd: string) {
    this.level = [id]
    this.#seen = new Set([id, otherEnd])
  }

  /** Whether it has come so near to the other end's hubs, and to the other end, that nothing lies unseen between. */
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
