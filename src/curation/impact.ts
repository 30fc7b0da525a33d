import type { ConflictContent } from '../model/conflict.js'
import type { RecordedAction } from '../model/curation-action.js'
import type { EntityRecord } from '../model/entity.js'
import type { Statement } from '../model/statement.js'
import { type ChangedValue, findChangedValues } from './changed-values.js'
import type { PinnedGraph } from './pinned-graph.js'

/** The effect of a curation action on the default view. */
export interface Effect {
  readonly flips: readonly ChangedValue[]
  /** Conflicts that the action opens. */
  readonly openedConflicts: readonly ConflictContent[]
  /** Ids of the conflicts that the action closes. */
  readonly closedConflicts: readonly string[]
  /** Links that lead from an entity to itself after a merge. Such links do not count. */
  readonly selfLinks?: readonly Statement[]
  /** Earlier actions that say that the entities of a merge are two. */
  readonly contradicts?: readonly RecordedAction[]
  /** The statement that is still shown after the dismissal of a conflict of a single property. */
  readonly shown?: Statement | undefined
}

/** The result of an action; in a dry run, the result that the action would have. */
export interface Curated {
  readonly effect: Effect
  /** The revision that the action made; in a dry run, the revision that it was planned on. */
  readonly revision: number
}

/** `entities` are the changed entities, each before and after. */
export function effectOn(
  graph: PinnedGraph,
  changed: readonly (readonly [EntityRecord, EntityRecord])[],
  conflicts: { readonly opened: readonly ConflictContent[]; readonly closed: readonly string[] },
): Effect {
  const [before, after] = [0, 1].map(i => new Map(changed.map(pair => [pair[i]?.id ?? '', pair[i] as EntityRecord])))
  return {
    flips: findChangedValues(graph, before as Map<string, EntityRecord>, after as Map<string, EntityRecord>),
    openedConflicts: conflicts.opened,
    closedConflicts: conflicts.closed,
  }
}
