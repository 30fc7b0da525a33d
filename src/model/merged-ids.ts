import type { CurationAction } from './curation-action.js'
import { SuanliError } from './error.js'

/**
 * The ids that were merged into others. An id is merged once, and never into itself or into an id that leads back to
 * the first, so that every walk along merges ends.
 */
export class MergedIds {
  readonly #keptOf = new Map<string, string>()

  /** Sorted. */
  get formerIds(): readonly string[] {
    return [...this.#keptOf.keys()].sort()
  }

  /** The id that a former id was merged into. */
  keptOf(former: string): string | undefined {
    return this.#keptOf.get(former)
  }

  /** The present id of an entity: the id itself, or the last id that it was merged into. */
  canonical(id: string): string {
    let entity = id
    for (let kept = this.#keptOf.get(entity); kept !== undefined; kept = this.#keptOf.get(entity)) entity = kept
    return entity
  }

  /** The reason for which a merge or a split is impossible after the known ones; undefined if it is possible. */
  refusalOf(deed: CurationAction): SuanliError | undefined {
    if (deed.kind !== 'MERGE' && deed.kind !== 'SPLIT') return undefined
    const { kept, former } = deed
    const [entity, other] = [this.canonical(former), this.canonical(kept)]
    if (deed.kind === 'SPLIT')
      return this.#keptOf.has(former) && entity === other
        ? undefined
        : new SuanliError('NOT_MERGED', { id: kept, restore: former, hint: '.' })
    if (entity === other) return new SuanliError('ALREADY_MERGED', { keep: kept, merge: former })
    return entity === former ? undefined : new SuanliError('ALREADY_MERGED', { keep: entity, merge: former })
  }

  /** Ignores a merge or split that `refusalOf` refuses. */
  add(deed: CurationAction): void {
    if (this.refusalOf(deed)) return
    if (deed.kind === 'MERGE') this.#keptOf.set(deed.former, deed.kept)
    if (deed.kind === 'SPLIT') this.#keptOf.delete(deed.former)
  }
}
