import type { Conflict } from '../../../src/model/conflict.js'
import type { CurationAction, RecordedAction } from '../../../src/model/curation-action.js'
import { SuanliError } from '../../../src/model/error.js'
import type { Statement } from '../../../src/model/statement.js'

/**
 * The judge of what curators did: a list of the merges that are in force, which is looked through for every id. It
 * shares no code with the program.
 */
export class ModelCuration {
  readonly #merges: (readonly [former: string, kept: string])[] = []
  readonly #decisions: (RecordedAction & { readonly kind: 'DECISION' })[] = []

  constructor(deeds: readonly RecordedAction[]) {
    for (const deed of deeds) {
      if (deed.kind === 'DECISION') this.#decisions.push(deed)
      if (this.refusalOf(deed)) continue
      if (deed.kind === 'MERGE') this.#merges.push([deed.former, deed.kept])
      if (deed.kind === 'SPLIT')
        this.#merges.splice(
          this.#merges.findIndex(([former]) => former === deed.former),
          1,
        )
    }
  }

  /** A merge has to be of an entity that is none of the kept one's ids, a split of a former id of the kept one. */
  refusalOf(deed: CurationAction): SuanliError | undefined {
    if (deed.kind === 'MERGE') {
      const { kept, former } = deed
      if (this.idsOf(kept).includes(former)) return new SuanliError('ALREADY_MERGED', { keep: kept, merge: former })
      if (this.isFormer(former))
        return new SuanliError('ALREADY_MERGED', { keep: this.entityOf(former), merge: former })
    }
    if (deed.kind === 'SPLIT') {
      const { kept, former } = deed
      if (!this.isFormer(former) || !this.idsOf(kept).includes(former))
        return new SuanliError('NOT_MERGED', { id: kept, restore: former, hint: '.' })
    }
    return undefined
  }

  isFormer(id: string): boolean {
    return this.#merges.some(([former]) => former === id)
  }

  entityOf(id: string): string {
    const merge = this.#merges.find(([former]) => former === id)
    return merge ? this.entityOf(merge[1]) : id
  }

  /** Of the entity that an id is of: its own, then its former ones, sorted. */
  idsOf(id: string): readonly string[] {
    const entity = this.entityOf(id)
    const formers = this.#merges.map(([former]) => former).filter(former => this.entityOf(former) === entity)
    return [entity, ...formers.sort()]
  }

  statement(statement: Statement): Statement {
    const { subject, value } = statement
    return {
      ...statement,
      subject: this.entityOf(subject),
      value: value.kind === 'entity' ? { ...value, entity: this.entityOf(value.entity) } : value,
    }
  }

  conflict(conflict: Conflict): Conflict {
    const subjects = [...new Set(conflict.subjects.map(id => this.entityOf(id)))].sort()
    const decision = this.#decisions.findLast(each => each.conflict === conflict.id)
    if (!decision || decision.status === 'OPEN') return { ...conflict, subjects, status: 'OPEN' }
    const { status, chosen, reason, by, at } = decision
    return { ...conflict, subjects, status, decision: { ...(chosen !== undefined && { chosen }), reason, by, at } }
  }

  /** The ids of an entity that was changed, and of what it is one with. */
  changed(entities: readonly string[]): readonly string[] {
    return [...new Set([...entities, ...entities.flatMap(id => this.idsOf(id))])].sort()
  }
}
