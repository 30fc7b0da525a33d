import type { Conflict } from '../model/conflict.js'
import { curateConflict, curationOf } from '../model/curation.js'
import type { CurationAction } from '../model/curation-action.js'
import type { EntityRecord } from '../model/entity.js'
import { SuanliError } from '../model/error.js'
import type { Statement } from '../model/statement.js'
import { countsSeveral } from '../ontology/declaration.js'
import { type Authorship, applyAction } from './apply-action.js'
import { resolveIn } from './changed-values.js'
import type { CurationContext } from './curation-context.js'
import { type Curated, type Effect, effectOn } from './impact.js'
import type { PinnedGraph } from './pinned-graph.js'

export interface Verdict {
  readonly conflict: string
  readonly status: Conflict['status']
  /** The statement that is right; only with DECIDED. */
  readonly chosen?: string | undefined
}

/**
 * Decides a conflict for one of its statements, dismisses the conflict, or takes an earlier decision back (OPEN). Throws
 * NOT_FOUND, CONFLICT_GONE, NOT_IN_CONFLICT, NOT_DECIDED and the errors of `applyAction`.
 */
export async function decideConflict(
  curationContext: CurationContext,
  { conflict: id, status, chosen }: Verdict,
  byHand: Authorship,
): Promise<Curated> {
  const { result, revision } = await applyAction(curationContext, byHand, async graph => {
    const conflict = await graph.askOne<'conflict'>({ kind: 'conflict', id })
    if (!conflict) throw new SuanliError('NOT_FOUND', { what: 'conflict', id })
    if (conflict.closedIn !== undefined) throw new SuanliError('CONFLICT_GONE', { id })
    const { statements, subjects } = conflict
    if (chosen !== undefined && !statements.includes(chosen))
      throw new SuanliError('NOT_IN_CONFLICT', { id, chosen, statements: statements.join(', ') })
    const { by, reason } = byHand
    if (status === 'OPEN' && conflict.status === 'OPEN') throw new SuanliError('NOT_DECIDED', { id })
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
  return { effect: result, revision: revision.number }
}

/** The effect that `decideConflict` would have. Throws its errors, and changes nothing. */
export async function previewDecision(curationContext: CurationContext, verdict: Verdict): Promise<Effect> {
  const preview: Authorship = { by: 'preview', reason: 'preview', dryRun: true }
  return (await decideConflict(curationContext, verdict, preview)).effect
}

async function foresee(graph: PinnedGraph, conflict: Conflict, deed: CurationAction): Promise<Effect> {
  const curation = curationOf([
    { ...deed, madeIn: graph.revision.number + 1, at: graph.curationContext.now().toISOString() },
  ])
  const records = await graph.ask<'entity'>(conflict.subjects.map(id => ({ question: { kind: 'entity', id } })))
  const decide = ({ decision, ...found }: Conflict): Conflict =>
    found.id === conflict.id ? curateConflict(found, curation) : { ...found, ...(decision && { decision }) }
  const changed = records.flatMap(record =>
    record ? [[record, { ...record, conflicts: record.conflicts.map(decide) }] as const] : [],
  )
  const effect = effectOn(graph, changed, { opened: [], closed: [] })
  const isDismissed = deed.kind === 'DECISION' && deed.status === 'DISMISSED'
  return isDismissed ? { ...effect, shown: shownOf(graph, conflict, changed[0]?.[1]) } : effect
}

/** The statement that is still shown after a dismissal, if the property is single. */
function shownOf(graph: PinnedGraph, conflict: Conflict, record: EntityRecord | undefined): Statement | undefined {
  const property = graph.ontology.findTypeOfId(conflict.subjects[0] ?? '')?.findProperty(conflict.property)
  return property && !countsSeveral(property) ? resolveIn(graph, record, property).chosen : undefined
}
