import type { View } from '../model/view.js'
import type { EntityType, Ontology } from '../ontology/ontology.js'
import type { Witnesses } from '../resolution/witness.js'
import type { AnswerTo, QuestionKind, QuestionOf } from '../store/store.js'
import type { AskStore } from './ask-store.js'
import { EntityView } from './entity-view.js'

/** The graph as one view of one request sees it. */
export class Scope {
  readonly #entities = new Map<string, Promise<EntityView>>()

  constructor(
    readonly view: View,
    readonly ontology: Ontology,
    readonly store: AskStore,
  ) {}

  /** Who states a statement, as known in this view. */
  get witnesses(): Witnesses {
    return this.store.witnesses(this.view.knownAt)
  }

  /** Asks the store, as known in this view. */
  ask<K extends QuestionKind>(question: QuestionOf<K>): Promise<AnswerTo<K>> {
    return this.store.ask(question, this.view.knownAt)
  }

  /** Absent where no statement in the view describes it. Answers to former ids as well. */
  async findEntity(id: string): Promise<EntityView | undefined> {
    if (!this.ontology.findTypeOfId(id)) return undefined
    const entity = await this.getEntity(id)
    return entity.isDescribed ? entity : undefined
  }

  /** For where an entity must stand: one that the view does not describe is there with its id alone. */
  getEntity(id: string): Promise<EntityView> {
    const known = this.#entities.get(id)
    if (known) return known
    const entity = this.ask<'entity'>({ kind: 'entity', id }).then(record => {
      const type = this.#typeOf(id)
      return new EntityView(record ?? { id, type: type.name, formerIds: [], statements: [], conflicts: [] }, type, this)
    })
    this.#entities.set(id, entity)
    return entity
  }

  /** The described ones, in the order of the ids. */
  async findEntities(ids: readonly string[]): Promise<readonly EntityView[]> {
    const entities = await Promise.all(ids.map(id => this.findEntity(id)))
    return entities.filter(entity => entity !== undefined)
  }

  #typeOf(id: string): EntityType {
    const type = this.ontology.findTypeOfId(id)
    if (!type) throw new Error(`${id} is the id of no entity type.`)
    return type
  }
}
