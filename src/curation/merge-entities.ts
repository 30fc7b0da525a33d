import { curationOf } from '../model/curation.js'
import type { CurationAction, RecordedAction } from '../model/curation-action.js'
import { SuanliError } from '../model/error.js'
import { type Authorship, applyAction } from './apply-action.js'
import type { CurationContext } from './curation-context.js'
import type { Curated } from './impact.js'
import type { PinnedGraph } from './pinned-graph.js'
import { regroup } from './regroup.js'

/** What a merge or a split changes. */
export interface MergeResult extends Curated {
  /** The id of the entity that is kept. */
  readonly entity: string
}

/**
 * Makes two entities one: `keep` from then on, which answers to the other’s ids as well. What was said of either stays
 * as it was said. Throws NOT_FOUND, ALREADY_MERGED, TYPES_DIFFER and what `applyAction` throws.
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
 * Takes back a merge: `restore` is an entity of its own again, with all that was merged into it, and both are as they
 * would be if they had never been one. Throws NOT_FOUND, NOT_MERGED and what `applyAction` throws.
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
 * The actions in force by which curators said that two entities are not one: a merge of theirs that was taken back, and
 * a decision on a code that both have.
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
