import type { Statement } from '../../model/statement.js'
import type { Property } from '../../ontology/ontology.js'
import { hasPlaceOfItsOwn, isPlaceId, upwardLinksOf } from '../../ontology/upward-links.js'
import type { EntityView, ViewReader } from '../view-reader.js'

/** An entity that belongs to another one: the operator of a centre, the region of a centre, the regions above. */
export interface Reached {
  readonly id: string
  /** The property of the link by which the way begins: `region` for every region above. */
  readonly property: Property
  /** The statement of that link. */
  readonly statement: Statement
  /** The number of links on the way: 1 for the entity at the other end of the link. */
  readonly steps: number
}

/** Of each entity the ids to which its upward links lead. */
export interface UpwardById {
  get(id: string): Promise<readonly string[]> | undefined
  set(id: string, upward: Promise<readonly string[]>): unknown
}

/**
 * Finds what an entity reaches: the entities that it links to, and of each the place, the whole, and the regions above.
 * All links that the view sees count, those that lost in a conflict too. One reader serves many entities, so what is
 * above an entity is found once.
 */
export class Reach {
  /** The entity itself, 0 steps away, and what is above it. */
  readonly #above = new Map<string, Promise<ReadonlyMap<string, number>>>()

  constructor(
    readonly reader: ViewReader,
    /** Readers of one revision and view may share it, and then read each entity above once. */
    readonly upward: UpwardById = new Map(),
  ) {}

  /** Of each property and entity the shortest way, in the order of the properties. */
  async of(entity: EntityView): Promise<readonly Reached[]> {
    const links = entity.type.properties
      .filter(({ value }) => value.kind === 'entity')
      .flatMap(property => entity.seen(property.id).map(statement => ({ property, statement })))
    const above = await Promise.all(links.map(({ statement }) => this.#aboveTarget(statement)))
    const shortest = new Map<string, Reached>()
    links.forEach(({ property, statement }, i) => {
      const mayBePlace = !hasPlaceOfItsOwn(entity.type, property)
      for (const [id, steps] of above[i] ?? []) {
        if (id === entity.id || (!mayBePlace && isPlaceId(id))) continue
        const key = `${property.id} ${id}`
        const known = shortest.get(key)
        if (!known || known.steps > steps + 1) shortest.set(key, { id, property, statement, steps: steps + 1 })
      }
    })
    return [...shortest.values()]
  }

  /** Ids of what is above an entity, sorted. */
  async above(id: string): Promise<readonly string[]> {
    return [...(await this.#aboveOf(id)).keys()].filter(each => each !== id).sort()
  }

  #aboveTarget({ value }: Statement): Promise<ReadonlyMap<string, number>> {
    return value.kind === 'entity' ? this.#aboveOf(value.entity) : Promise.resolve(new Map())
  }

  #aboveOf(id: string): Promise<ReadonlyMap<string, number>> {
    const known = this.#above.get(id)
    if (known) return known
    const found = this.#findAbove(id)
    this.#above.set(id, found)
    return found
  }

  async #findAbove(id: string): Promise<ReadonlyMap<string, number>> {
    const found = new Map([[id, 0]])
    let level = [id]
    for (let steps = 1; steps <= maxSteps && level.length > 0 && found.size < maxAbove; steps++) {
      const next = await Promise.all(level.map(each => this.#upwardOf(each)))
      level = [...new Set(next.flat())].filter(each => !found.has(each))
      for (const each of level) found.set(each, steps)
    }
    return found
  }

  #upwardOf(id: string): Promise<readonly string[]> {
    const known = this.upward.get(id)
    if (known) return known
    const found = this.#findUpward(id)
    this.upward.set(id, found)
    return found
  }

  async #findUpward(id: string): Promise<readonly string[]> {
    return this.reader.ontology.findTypeOfId(id) ? upwardTargets(await this.reader.getEntity(id)) : []
  }
}

/** Ids of the entities to which the upward links of this one lead. */
export function upwardTargets(entity: EntityView): readonly string[] {
  return upwardLinksOf(entity.type).flatMap(({ id }) =>
    entity.seen(id).flatMap(({ value }) => (value.kind === 'entity' ? [value.entity] : [])),
  )
}

/** A township is five links below its country; a chain of organisations may come before. */
const maxSteps = 8
const maxAbove = 100
