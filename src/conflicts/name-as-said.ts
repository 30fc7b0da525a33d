import type { ConflictContent } from '../model/conflict.js'
import { conflictId } from '../model/id.js'
import type { Base } from './shared-codes.js'

/** A conflict that a change opens. */
export interface OpenedConflict {
  /** The conflict with present ids of its entities. */
  readonly conflict: ConflictContent
  /** The conflict with the subjects of its statements as recorded. Stores keep this one. */
  readonly recorded: ConflictContent
}

/**
 * Gives each conflict the id that follows from the recorded subjects of its statements. Merges do not change recorded
 * subjects, so the id is the same in whatever order datasets are imported and entities are merged.
 * `subjects` has the recorded subjects of statements that `base` lacks.
 */
export async function nameAsSaid(
  base: Base,
  opened: readonly ConflictContent[],
  subjects: ReadonlyMap<string, string> = new Map(),
): Promise<readonly OpenedConflict[]> {
  if (opened.length === 0) return []
  const unknown = [...new Set(opened.flatMap(({ statements }) => statements))].filter(id => !subjects.has(id))
  const read = await base.ask<'statement'>(
    unknown.map(id => ({ question: { kind: 'statement', id }, uncurated: true })),
  )
  const subjectOf = new Map([
    ...subjects,
    ...read.flatMap(found => (found ? [[found.id, found.subject] as const] : [])),
  ])
  return opened.map(conflict => {
    const recorded = [...new Set(conflict.statements.flatMap(id => subjectOf.get(id) ?? []))].sort()
    const id = conflictId({ ...conflict, subjects: recorded })
    return { conflict: { ...conflict, id }, recorded: { ...conflict, id, subjects: recorded } }
  })
}
