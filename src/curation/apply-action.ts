import type { CurationAction } from '../model/curation-action.js'
import { SuanliError } from '../model/error.js'
import type { Revision } from '../model/revision.js'
import { Turns } from '../model/turns.js'
import type { Batch } from '../store/store.js'
import type { CurationContext } from './curation-context.js'
import { PinnedGraph } from './pinned-graph.js'

/** The curator, the reason, and the mode of an action. */
export interface Authorship {
  readonly by: string
  readonly reason: string
  /** The revision that the curator has seen. The action is refused if the graph is newer. */
  readonly expectedRevision?: number | undefined
  /** Whether to compute the effect and change nothing. */
  readonly dryRun?: boolean | undefined
}

/** The plan of a curation action on one revision. */
export interface Plan<Result> {
  readonly deed: CurationAction
  readonly batch: Batch
  readonly result: Result
}

/**
 * Plans an action on the newest revision and applies the plan to that revision. If another revision was published in
 * between, the action is planned again. Actions of one process wait for each other, so that independent actions all
 * succeed. Throws BAD_USER_INPUT if the reason is missing, REVISION_STALE if the graph is newer than
 * `expectedRevision`, and the errors of planning.
 */
export async function applyAction<Result>(
  curationContext: CurationContext,
  byHand: Authorship,
  plan: (graph: PinnedGraph) => Promise<Plan<Result>>,
): Promise<{ readonly result: Result; readonly revision: Revision }> {
  const { reason, dryRun = false } = byHand
  if (reason.trim() === '')
    throw new SuanliError('BAD_USER_INPUT', {
      problem: '`reason` is empty: say why, for later readers of the log.',
      problemZh: '`reason` 为空：请说明理由，供日后查阅记录的人参考。',
      argument: 'input.reason',
    })
  const attemptIt = () => tryUntilApplied(curationContext, byHand, plan)
  return await (dryRun ? attemptIt() : turns.take(curationContext.store, attemptIt))
}

const turns = new Turns()

async function tryUntilApplied<Result>(
  curationContext: CurationContext,
  { expectedRevision: seen, dryRun = false }: Authorship,
  plan: (graph: PinnedGraph) => Promise<Plan<Result>>,
): Promise<{ readonly result: Result; readonly revision: Revision }> {
  const { store, now, isAlive } = curationContext
  for (let attempt = 1; ; attempt += 1) {
    const { revision } = await store.read([])
    if (seen !== undefined && seen !== revision.number)
      throw new SuanliError('REVISION_STALE', { seen, newest: revision.number })
    const { deed, batch, result } = await plan(new PinnedGraph(curationContext, revision))
    if (dryRun) return { result, revision }
    try {
      return { result, revision: await store.writer.apply(batch, deed, revision.number, now().toISOString(), isAlive) }
    } catch (failure) {
      const isOvertaken = failure instanceof SuanliError && failure.code === 'REVISION_STALE'
      if (!isOvertaken || seen !== undefined || attempt === attempts) throw failure
    }
  }
}

/** Only other processes can overtake an action. So many of them in a row are reported as a failure. */
const attempts = 20
