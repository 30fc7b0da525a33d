import { curationOf } from '../model/curation.js'
import type { CurationAction, RecordedAction } from '../model/curation-action.js'
import { SuanliError } from '../model/error.js'
import { type Authorship, applyAction } from './apply-action.js'
import type { CurationContext } from './curation-context.js'
import type { Curated } from './impact.js'
import type { PinnedGraph } from './pinned-graph.js'
import { regroup } from './regroup.js'

/** A merge or a split, with its effect. */
export interface MergeResult extends Curated {
  /** Id of the entity that keeps its id. */
  readonly entity: string
}

/**
 * Merges two entities. The entity has the id `keep` from then on and is found under the other ids too. Statements keep
 * the subjects that they were recorded with. Throws NOT_FOUND, ALREADY_MERGED, TYPES_DIFFER and the errors of `applyAction`.
 */
export async function mergeEntities(
  curationContext: CurationContext,
  { keep, merge }: { readonly keep: string; readonly merge: string },
  byHand: Authorship,
): Promise<MergeResult> {
  const { result, revision } = await applyAction(curationContext, byHand, async graph => {
    const [kept, former] = await graph.ask<'entity'>([keep, merge].map(id => ({ question: { kind: 'entity', id } })))
    if (!kept) throw new SuanliError('NOT_FOUND', { what: 'entity', id: keep })
    if (!former) throw new SuanliError('NOT_FOUND', { what: 'entity', id: merge })
    if (kept.id === former.id) throw new SuanliError('ALREADY_MERGED', { keep, merge })
    if (kept.type !== former.type)
      throw new SuanliError('TYPES_DIFFER', { keep, keepType: kept.type, merge, mergeType: former.type })
    const { by, reason } = byHand
    return await planRegrouping(graph, { kind: 'MERGE', kept: kept.id, former: former.id, by, reason })
  })
  return { ...result, revision: revision.number }
}

/**
 * Takes back a merge: `restore` is an entity of its own again, with the ids that were merged into it before. Both
 * entities are as if the merge had never been made. Throws NOT_FOUND, NOT_MERGED and the errors of `applyAction`.
 */
export async function splitEntity(
  curationContext: CurationContext,
  { id, restore }: { readonly id: string; readonly restore: string },
  byHand: Authorship,
): Promise<MergeResult> {
  const { result, revision } = await applyAction(curationContext, byHand, async graph => {
    const entity = await graph.askOne<'entity'>({ kind: 'entity', id })
    if (!entity) throw new SuanliError('NOT_FOUND', { what: 'entity', id })
    if (!entity.formerIds.includes(restore))
      throw new SuanliError('NOT_MERGED', {
        id,
        restore,
        ...(entity.formerIds.length === 0
          ? { hint: ', nor was any other.', hintZh: '，也没有其他实体合并到它。' }
          : {
              hint: `: choose one of ${entity.formerIds.join(', ')}.`,
              hintZh: `：请从 ${entity.formerIds.join('、')} 中选择。`,
            }),
      })
    const { by, reason } = byHand
    return await planRegrouping(graph, { kind: 'SPLIT', kept: entity.id, former: restore, by, reason })
  })
  return { ...result, revision: revision.number }
}

async function planRegrouping(graph: PinnedGraph, deed: CurationAction & { readonly kind: 'MERGE' | 'SPLIT' }) {
  const deeds = await graph.askOne<'deeds'>({ kind: 'deeds' })
  const done: RecordedAction = {
    ...deed,
    madeIn: graph.revision.number + 1,
    at: graph.curationContext.now().toISOString(),
  }
  const [before, after] = [curationOf(deeds), curationOf([...deeds, done])]
  const ids = [...new Set([deed.kept, deed.former].flatMap(id => before.idsOf(before.canonical(id))))]
  const { batch, effect, entities } = await regroup(graph, ids, before, after)
  if (!entities.has(deed.kept)) throw new SuanliError('NOT_FOUND', { what: 'entity', id: deed.kept })
  const contradicts =
    deed.kind === 'MERGE' ? saidToBeTwo(deeds, before.idsOf(deed.kept), before.idsOf(deed.former)) : []
  return { deed, batch, result: { entity: deed.kept, effect: { ...effect, contradicts } } }
}

/**
 * The actions in force that say that two entities are two: a merge of the two that was taken back, and a decision on
 * a code that both have.
 */
function saidToBeTwo(
  deeds: readonly RecordedAction[],
  ids: readonly string[],
  others: readonly string[],
): readonly RecordedAction[] {
  const isOfBoth = (named: readonly string[]) => [ids, others].every(own => named.some(id => own.includes(id)))
  const { decisionOn } = curationOf(deeds)
  return deeds.filter(deed => {
    if (deed.kind === 'SPLIT') return isOfBoth([deed.kept, deed.former])
    if (deed.kind !== 'DECISION' || !isOfBoth(deed.subjects)) return false
    return decisionOn(deed.conflict)?.decision?.at === deed.at
  })
}
