import type { Conflict, ConflictContent } from '../model/conflict.js'
import type { EntityRecord } from '../model/entity.js'
import { isSameConflict } from '../model/id.js'
import type { Ontology } from '../ontology/ontology.js'
import type { CitedEditions } from '../resolution/cited-edition.js'
import type { Batch } from '../store/store.js'
import { findConflicts } from './find-conflicts.js'
import { nameAsSaid } from './name-as-said.js'
import { type Base, type SaidOtherwise, SharedCodes } from './shared-codes.js'

/** An entity after a change, with its added, reweighted and retracted statements. */
export interface Altered extends SaidOtherwise {
  readonly record: EntityRecord
}

/** Conflicts that a change opens and closes. */
export interface ConflictPlan {
  /** With present ids of their entities. */
  readonly opened: readonly ConflictContent[]
  /** The opened conflicts with the recorded subjects of their statements, as stores keep them. */
  readonly recorded: readonly ConflictContent[]
  /** Ids. */
  readonly closed: readonly string[]
}

/** What the search for conflicts needs. */
export interface ConflictContext {
  readonly ontology: Ontology
  readonly citedEditions: CitedEditions
}

/** Finds conflicts within each changed entity, and conflicts over codes that a changed entity shares with entities of `base`. */
export async function planConflicts(
  { ontology, citedEditions }: ConflictContext,
  altered: readonly Altered[],
  base: Base,
): Promise<ConflictPlan> {
  const codes = new SharedCodes(ontology)
  const opened = new Map<string, ConflictContent>()
  const closed = new Set<string>()
  for (const entity of altered) {
    const { id, statements, conflicts } = entity.record
    const type = ontology.findTypeOfId(id)
    const found = type ? findConflicts({ subject: id, type, statements, citedEditions }) : []
    const known = conflicts.filter(({ subjects }) => subjects.length === 1)
    for (const conflict of found)
      if (!known.some(other => isSameConflict(other, conflict))) opened.set(conflict.id, conflict)
    for (const conflict of known) if (!found.some(other => isSameConflict(other, conflict))) closed.add(conflict.id)
    codes.note(entity)
  }
  const shared = await codes.plan(base)
  for (const conflict of shared.opened) opened.set(conflict.id, conflict)
  for (const id of shared.closed) closed.add(id)
  const named = await nameAsSaid(base, [...opened.values()])
  return {
    opened: named.map(({ conflict }) => conflict).sort(byId),
    recorded: named.map(({ recorded }) => recorded).sort(byId),
    closed: [...closed].sort(),
  }
}

export function conflictBatch({ recorded, closed }: Pick<ConflictPlan, 'recorded' | 'closed'>): Batch {
  return { conflictsOpened: recorded, conflictsClosed: closed }
}

/** The entity after the change, with its conflicts. */
export function withConflicts(
  record: EntityRecord,
  { opened, closed }: Omit<ConflictPlan, 'recorded'>,
  madeIn: number,
): EntityRecord {
  const added: readonly Conflict[] = opened
    .filter(({ subjects }) => subjects.includes(record.id))
    .map(conflict => ({ ...conflict, status: 'OPEN', openedIn: madeIn }))
  return { ...record, conflicts: [...record.conflicts.filter(({ id }) => !closed.includes(id)), ...added].sort(byId) }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
