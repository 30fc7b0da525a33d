/** A step of a way, by the id that it leads to. */
export interface Step {
  readonly to: { readonly id: string }
}

/** The steps that may be taken, each entity's sorted by the id that it leads to. */
export interface Steps<Each extends Step> {
  hopsFrom(id: string): readonly Each[]
}

/** Every path of exactly that length, sorted by the ids along it. Hops from which the goal is too far are not tried. */
export function* waysOfLength<Each extends Step>(
  links: Steps<Each>,
  from: string,
  to: string,
  length: number,
  steps: { left: number },
): Generator<readonly Each[]> {
  const toGoal = distancesFrom(to, length, id => links.hopsFrom(id).map(hop => hop.to.id))
  const visited = new Set([from])
  const way: Each[] = []
  function* goOn(id: string): Generator<readonly Each[]> {
    for (const hop of links.hopsFrom(id)) {
      const left = length - way.length - 1
      const distance = toGoal.get(hop.to.id)
      if (distance === undefined || distance > left || visited.has(hop.to.id)) continue
      if (hop.to.id === to && left > 0) continue
      if (steps.left-- <= 0) return
      way.push(hop)
      if (left === 0) yield [...way]
      else {
        visited.add(hop.to.id)
        yield* goOn(hop.to.id)
        visited.delete(hop.to.id)
      }
      way.pop()
    }
  }
  yield* goOn(from)
}

/** Number of hops from `start` to each entity, up to `limit`. */
export function distancesFrom(
  start: string,
  limit: number,
  around: (id: string) => Iterable<string>,
): Map<string, number> {
  const distances = new Map([[start, 0]])
  let level = [start]
  for (let distance = 1; distance <= limit && level.length > 0; distance++) {
    const next: string[] = []
    for (const id of level)
      for (const other of around(id)) {
        if (distances.has(other)) continue
        distances.set(other, distance)
        next.push(other)
      }
    level = next
  }
  return distances
}
