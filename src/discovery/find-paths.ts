import type { Statement } from '../model/statement.js'
import type { EntityView } from '../reading/entity-view.js'
import { targetOf } from '../reading/links.js'
import type { Scope } from '../reading/scope.js'

/** One step from an entity to another along a statement; reversed: the statement's subject is `to`. */
export interface Hop {
  readonly from: EntityView
  readonly to: EntityView
  readonly statement: Statement
  readonly reversed: boolean
}

export interface PathWish {
  /** Properties that may be walked; none named: all links. */
  readonly links?: readonly string[]
  /** Statements below it are not walked. */
  readonly minConfidence: number
}

/** How much is looked at before a search gives up and says so. */
const maxNodes = 2_000
const maxPaths = 1_000

/**
 * Every way between two entities that visits none twice, of at most `maxHops`, the shortest first, then by the ids
 * along it. Half of the way is searched from the goal: how far each entity there is from it is known then, and no way is
 * followed that cannot arrive. Truncated where it would have had to look at more than is allowed.
 */
export async function findPaths(
  from: EntityView,
  to: EntityView,
  maxHops: number,
  wish: PathWish,
): Promise<{ readonly paths: readonly (readonly Hop[])[]; readonly truncated: boolean }> {
  const walker = new Walker(wish)
  const far = Math.floor(maxHops / 2)
  const fromGoal = await walker.distances(to, far)
  // Beyond what was reached from the goal an entity is at least so far away.
  const leastToGoal = (id: string) => fromGoal.get(id) ?? far + 1
  const paths: (readonly Hop[])[] = []
  let level: readonly (readonly Hop[])[] = [[]]
  for (let length = 0; length <= maxHops && level.length > 0; length++) {
    const next: (readonly Hop[])[] = []
    for (const path of level) {
      const end = path.at(-1)?.to ?? from
      if (end.id === to.id) {
        paths.push(path)
        continue
      }
      if (length === maxHops || paths.length + next.length > maxPaths) continue
      for (const hop of await walker.hopsFrom(end)) {
        const isNew = hop.to.id !== from.id && !path.some(other => other.to.id === hop.to.id)
        if (isNew && length + 1 + leastToGoal(hop.to.id) <= maxHops) next.push([...path, hop])
      }
    }
    if (paths.length + next.length > maxPaths) walker.isTruncated = true
    level = next
  }
  return { paths: paths.sort(byLengthThenIds), truncated: walker.isTruncated }
}

/** What lies within so many hops, and the links between; truncated where there is more than `limit`. */
export async function findNeighbourhood(
  centre: EntityView,
  hops: number,
  limit: number,
  wish: PathWish,
): Promise<{ readonly nodes: readonly EntityView[]; readonly links: readonly Hop[]; readonly truncated: boolean }> {
  const walker = new Walker(wish)
  const nodes = new Map([[centre.id, centre]])
  const links = new Map<string, Hop>()
  let truncated = false
  let level: readonly EntityView[] = [centre]
  for (let hop = 0; hop < hops && level.length > 0; hop++) {
    const next: EntityView[] = []
    for (const found of (await walker.hopsFromAll(level)).flat()) {
      if (!nodes.has(found.to.id)) {
        if (nodes.size >= limit) {
          truncated = true
          continue
        }
        nodes.set(found.to.id, found.to)
        next.push(found.to)
      }
      links.set(found.statement.id, links.get(found.statement.id) ?? found)
    }
    level = next
  }
  return { nodes: [...nodes.values()], links: [...links.values()], truncated: truncated || walker.isTruncated }
}

/** Follows links from entities, in both directions, each entity once. */
class Walker {
  isTruncated = false
  readonly #hops = new Map<string, Promise<readonly Hop[]>>()

  constructor(readonly wish: PathWish) {}

  /** How many hops each entity is from `start`, up to `limit`. */
  async distances(start: EntityView, limit: number): Promise<ReadonlyMap<string, number>> {
    const found = new Map([[start.id, 0]])
    let level: readonly EntityView[] = [start]
    for (let distance = 1; distance <= limit && level.length > 0; distance++) {
      const next = new Map<string, EntityView>()
      for (const { to } of (await this.hopsFromAll(level)).flat()) if (!found.has(to.id)) next.set(to.id, to)
      for (const id of next.keys()) found.set(id, distance)
      level = [...next.values()]
    }
    return found
  }

  hopsFromAll(entities: readonly EntityView[]): Promise<readonly (readonly Hop[])[]> {
    return Promise.all(entities.map(entity => this.hopsFrom(entity)))
  }

  hopsFrom(entity: EntityView): Promise<readonly Hop[]> {
    const known = this.#hops.get(entity.id)
    if (known) return known
    if (this.#hops.size >= maxNodes) {
      this.isTruncated = true
      return Promise.resolve([])
    }
    const hops = this.#readHops(entity)
    this.#hops.set(entity.id, hops)
    return hops
  }

  /** The best statement for each entity and property that is one hop away. */
  async #readHops(entity: EntityView): Promise<readonly Hop[]> {
    const [out, back] = await Promise.all([this.#outward(entity), this.#backward(entity)])
    const best = new Map<string, Hop>()
    for (const hop of [...out, ...back]) {
      const key = JSON.stringify([hop.to.id, hop.statement.property, hop.reversed])
      if (!best.has(key)) best.set(key, hop)
    }
    return [...best.values()].sort((a, b) => compare(a.to.id, b.to.id) || compare(a.statement.id, b.statement.id))
  }

  async #outward(entity: EntityView): Promise<readonly Hop[]> {
    const statements = entity.type.properties
      .filter(({ id, value }) => value.kind === 'entity' && this.#isWanted(id))
      .flatMap(property => entity.resolve(property).counted)
      .filter(({ confidence }) => confidence >= this.wish.minConfidence)
    const targets = await Promise.all(statements.map(statement => entity.scope.findEntity(targetOf(statement))))
    return statements.flatMap((statement, i) => {
      const to = targets[i]
      return to ? [{ from: entity, to, statement, reversed: false }] : []
    })
  }

  async #backward(entity: EntityView): Promise<readonly Hop[]> {
    const { scope } = entity
    const properties = linksInto(entity, scope).filter(id => this.#isWanted(id))
    const found = await Promise.all(
      properties.map(property => scope.ask<'linksTo'>({ kind: 'linksTo', id: entity.id, property })),
    )
    const statements = found.flat().filter(({ confidence }) => confidence >= this.wish.minConfidence)
    const subjects = await Promise.all(statements.map(({ subject }) => scope.findEntity(subject)))
    return statements.flatMap((statement, i) => {
      const to = subjects[i]
      // What was said must also count for its subject: Bohai is no member in the view that follows the original.
      const counts = to?.resolveNamed(statement.property)?.counted.some(({ id }) => id === statement.id)
      return to && counts ? [{ from: entity, to, statement, reversed: true }] : []
    })
  }

  #isWanted(property: string): boolean {
    return this.wish.links === undefined || this.wish.links.includes(property)
  }
}

/** Properties by which something may point at an entity of that type. */
function linksInto({ type }: EntityView, { ontology }: Scope): readonly string[] {
  const links = ontology.types.flatMap(({ properties }) =>
    properties.flatMap(({ id, value }) =>
      value.kind === 'entity' && ontology.typesOf(value.to).includes(type) ? [id] : [],
    ),
  )
  return [...new Set(links)]
}

function byLengthThenIds(a: readonly Hop[], b: readonly Hop[]): number {
  return a.length - b.length || compare(keyOf(a), keyOf(b))
}

function keyOf(path: readonly Hop[]): string {
  return path.map(({ to, statement }) => `${to.id} ${statement.id}`).join(' ')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
