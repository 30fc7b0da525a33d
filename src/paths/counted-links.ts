import type { Statement } from '../model/statement.js'
import { targetOf } from '../views/links.js'
import type { EntityView } from '../views/view-reader.js'
import type { Hop, WalkWish } from './hop.js'

/** The links between some entities that count in the view. The entities have been read whole. */
export class CountedLinks {
  readonly #entities = new Map<string, EntityView>()
  readonly #outward = new Map<string, readonly Statement[]>()
  readonly #inward = new Map<string, Statement[]>()
  readonly #hops = new Map<string, readonly Hop[]>()

  constructor(readonly wish: WalkWish) {}

  add(entities: readonly EntityView[]): void {
    for (const entity of entities) {
      if (this.#entities.has(entity.id)) continue
      this.#entities.set(entity.id, entity)
      const statements = this.#linksFrom(entity)
      this.#outward.set(entity.id, statements)
      for (const statement of statements) {
        const target = targetOf(statement)
        const known = this.#inward.get(target)
        if (known) known.push(statement)
        else this.#inward.set(target, [statement])
      }
    }
    this.#hops.clear()
  }

  /** Links to the other entities: the best statement for each entity, property and direction, sorted by id. */
  hopsFrom(id: string): readonly Hop[] {
    const known = this.#hops.get(id)
    if (known) return known
    const from = this.#entities.get(id)
    if (!from) return []
    const hops = new Map<string, Hop>()
    const add = (statement: Statement, other: string, reversed: boolean) => {
      const to = this.#entities.get(other)
      const key = JSON.stringify([other, statement.property, reversed])
      if (to && !hops.has(key)) hops.set(key, { from, to, statement, reversed })
    }
    for (const statement of this.#outward.get(id) ?? []) add(statement, targetOf(statement), false)
    for (const statement of this.#inward.get(id) ?? []) add(statement, statement.subject, true)
    const inOrder = [...hops.values()].sort(
      (a, b) => compare(a.to.id, b.to.id) || compare(a.statement.id, b.statement.id),
    )
    this.#hops.set(id, inOrder)
    return inOrder
  }

  /** Statements of each property, the best first. */
  #linksFrom(entity: EntityView): readonly Statement[] {
    const { links, minConfidence } = this.wish
    return entity.type.properties
      .filter(({ id, value }) => value.kind === 'entity' && (links === undefined || links.includes(id)))
      .flatMap(property => entity.resolve(property).counted)
      .filter(({ confidence }) => confidence >= minConfidence)
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
