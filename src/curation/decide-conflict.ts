import type { Conflict } from '../model/conflict.js'
import { curateConflict, curationOf } from '../model/curation.js'
import type { CurationAction } from '../model/curation-action.js'
import { SuanliError } from '../model/error.js'
import { type Authorship, applyAction } from './apply-action.js'
import type { CurationContext } from './curation-context.js'
import { type Effect, effectOn } from './impact.js'
import type { PinnedGraph } from './pinned-graph.js'

export interface Verdict {
  readonly conflict: string
  /** The statement that is right. */
  readonly chosen?: string | undefined
  /** All may stand. */
  readonly dismiss: boolean
}

export interface DecidedConflict {
  /** As it is decided or, in a dry run, would be. */
  readonly conflict: Conflict
  readonly effect: Effect
}

/**
 * Decides a conflict: for one of its statements, or that it is none. With neither, an earlier decision is taken back.
 * Throws NOT_FOUND, CONFLICT_GONE, NOT_IN_CONFLICT, BAD_USER_INPUT and what `applyAction` throws.
 */
export async function decideConflict(
  curationContext: CurationContext,
  { conflict: id, chosen, dismiss }: Verdict,
  byHand: Authorship,
): Promise<DecidedConflict> {
  if (chosen !== undefined && dismiss)
    throw new SuanliError('BAD_USER_INPUT', { problem: 'Give either `chosen` or `dismiss: true`.' })
  const { result } = await applyAction(curationContext, byHand, async graph => {
    const conflict = await graph.askOne<'conflict'>({ kind: 'conflict', id })
    if (!conflict) throw new SuanliError('NOT_FOUND', { what: 'conflict', id })
    if (conflict.closedIn !== undefined) throw new SuanliError('CONFLICT_GONE', { id })
    const { statements, subjects } = conflict
    if (chosen !== undefined && !statements.includes(chosen))
      throw new SuanliError('NOT_IN_CONFLICT', { id, chosen, statements: statements.join(', ') })
    const { by, reason } = byHand
    const status = statusFor(conflict, chosen, dismiss)
    const deed = {
      kind: 'DECISION',
      conflict: id,
      status,
      subjects,
      ...(chosen !== undefined && { chosen }),
      by,
      reason,
    } as const
    return { deed, batch: {}, result: await foresee(graph, conflict, deed) }
  })
  return result
}

async function foresee(graph: PinnedGraph, conflict: Conflict, deed: CurationAction): Promise<DecidedConflict> {
  const curation = curationOf([
    { ...deed, madeIn: graph.revision.number + 1, at: graph.curationContext.now().toISOString() },
  ])
  const records = await graph.ask<'entity'>(conflict.subjects.map(id => ({ question: { kind: 'entity', id } })))
  const decide = ({ decision, ...found }: Conflict): Conflict =>
    found.id === conflict.id ? curateConflict(found, curation) : { ...found, ...(decision && { decision }) }
  const changed = records.flatMap(record =>
    record ? [[record, { ...record, conflicts: record.conflicts.map(decide) }] as const] : [],
  )
  return { conflict: decide(conflict), effect: effectOn(graph, changed, { opened: [], closed: [] }) }
}

function statusFor({ status }: Conflict, chosen: string | undefined, dismiss: boolean): Conflict['status'] {
  if (chosen !== undefined) return 'DECIDED'
  if (dismiss) return 'DISMISSED'
  if (status === 'OPEN')
    throw new SuanliError('BAD_USER_INPUT', {
      problem: 'Give `chosen` or `dismiss: true`; without either a decision is taken back, and this conflict has none.',
    })
  return 'OPEN'
}
