import { curationOf } from '../model/curation.js'
import type { CurationAction, RecordedAction } from '../model/curation-action.js'
import { SuanliError } from '../model/error.js'
import { applyAction } from './apply-action.js'
import type { CurationContext } from './curation-context.js'
import { findConflict } from './find-conflict.js'
import type { PinnedGraph } from './pinned-graph.js'
import { regroup } from './regroup.js'
import { retractStatement } from './retract-statement.js'

/** A curation action with everything that another store needs to repeat it. */
export type PortableAction = Extract<CurationAction, { readonly kind: 'MERGE' | 'DECISION' }> | PortableRetraction
type PortableRetraction = Omit<Extract<CurationAction, { readonly kind: 'RETRACTION' }>, 'vouches'>

/**
 * Repeats curation actions of another store, in their order and under the names of their authors. Actions that are in
 * force already are skipped. A former id may be merged although no statement has it as subject. Returns the number of
 * repeated actions. Throws ALREADY_MERGED if a former id was merged into another entity here, and the errors of `applyAction`.
 */
export async function replayActions(
  curationContext: CurationContext,
  deeds: readonly PortableAction[],
): Promise<number> {
  let done = 0
  for (const deed of deeds) if (await carryOutDeed(curationContext, deed)) done++
  return done
}

async function carryOutDeed(curationContext: CurationContext, deed: PortableAction): Promise<boolean> {
  const { by, reason } = deed
  const [deeds = []] = (await curationContext.store.read<'deeds'>([{ question: { kind: 'deeds' } }])).answers
  const curation = curationOf(deeds)
  switch (deed.kind) {
    case 'MERGE':
      if (curation.canonical(deed.former) === curation.canonical(deed.kept)) return false
      if (curation.keptOf(deed.former) !== undefined)
        throw new SuanliError('ALREADY_MERGED', { keep: curation.canonical(deed.former), merge: deed.former })
      await applyAction(curationContext, { by, reason }, graph => planMerge(graph, deed))
      return true
    case 'DECISION': {
      // A decision may come before its conflict, and counts from when the conflict is found.
      const { id = deed.conflict } = (await findConflict(curationContext.store, deed)) ?? {}
      const decision = { ...deed, conflict: id }
      const standing = curation.decisionOn(id)
      if (standing?.status === deed.status && standing.decision?.chosen === deed.chosen) return false
      await applyAction(curationContext, { by, reason }, async () => ({ deed: decision, batch: {}, result: undefined }))
      return true
    }
    case 'RETRACTION': {
      if (curation.withdrawn.has(deed.statement)) return false
      const ask = { question: { kind: 'statement', id: deed.statement } as const }
      const [statement] = (await curationContext.store.read<'statement'>([ask])).answers
      if (statement && statement.retractedIn === undefined)
        await retractStatement(curationContext, deed.statement, { by, reason })
      else
        await applyAction(curationContext, { by, reason }, async () => ({
          deed: { ...deed, vouches: [] },
          batch: {},
          result: undefined,
        }))
      return true
    }
  }
}

async function planMerge(graph: PinnedGraph, deed: Extract<PortableAction, { readonly kind: 'MERGE' }>) {
  const deeds = await graph.askOne<'deeds'>({ kind: 'deeds' })
  const done: RecordedAction = {
    ...deed,
    madeIn: graph.revision.number + 1,
    at: graph.curationContext.now().toISOString(),
  }
  const [before, after] = [curationOf(deeds), curationOf([...deeds, done])]
  const ids = [...new Set([deed.kept, deed.former].flatMap(id => before.idsOf(before.canonical(id))))]
  return { deed, batch: (await regroup(graph, ids, before, after)).batch, result: undefined }
}
