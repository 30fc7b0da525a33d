import type { ConflictContent } from '../model/conflict.js'
import type { RecordedAction } from '../model/curation-action.js'
import type { EntityRecord } from '../model/entity.js'
import type { Statement } from '../model/statement.js'
import { type ChangedValue, findChangedValues } from './changed-values.js'
import type { PinnedGraph } from './pinned-graph.js'

/** What a curation action changes for readers of the default view, or would. */
export interface Effect {
  readonly flips: readonly ChangedValue[]
  /** Statements that contradict each other from then on. */
  readonly openedConflicts: readonly ConflictContent[]
  /** Ids of conflicts that there are no longer. */
  readonly closedConflicts: readonly string[]
  /** Links that a merge makes lead from an entity to itself; they do not count. */
  readonly selfLinks?: readonly Statement[]
  /** Earlier actions by which curators said that the entities of a merge are two. */
  readonly contradicts?: readonly RecordedAction[]
  /** After a conflict is dismissed, of a property with one value: the statement that is still shown. */
  readonly shown?: Statement | undefined
}

/** What a curator’s change did or, in a dry run, would do. */
export interface Curated {
  readonly effect: Effect
  /** The revision that it made; of a dry run, the one that it was planned on. */
  readonly revision: number
}

/** Of entities whose records become others, each given before and after. */
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
