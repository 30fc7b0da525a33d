import type { Change } from '../model/change.js'
import type { CurationAction } from '../model/curation-action.js'

/** How the change feed tells of a curation action; undefined where its rows do. */
export function changeOfAction(deed: CurationAction): Pick<Change, 'kind' | 'id' | 'entities'> | undefined {
  switch (deed.kind) {
    case 'DECISION':
      return { kind: 'CONFLICT_DECIDED', id: deed.conflict, entities: deed.subjects }
    case 'MERGE':
      return { kind: 'MERGED', id: deed.former, entities: [deed.former, deed.kept].sort() }
    case 'SPLIT':
      return { kind: 'SPLIT', id: deed.former, entities: [deed.former, deed.kept].sort() }
    default:
      return undefined
  }
}
