import type { CurationAction } from '../model/curation-action.js'
import { SuanliError } from '../model/error.js'
import type { Revision } from '../model/revision.js'
import { Turns } from '../model/turns.js'
import type { Batch } from '../store/store.js'
import type { CurationContext } from './curation-context.js'
import { PinnedGraph } from './pinned-graph.js'

/** Who curates, why, and how. */
export interface Authorship {
  readonly by: string
  readonly reason: string
  /** The revision that the curator decided on: refused if the graph is newer. */
  readonly expectedRevision?: number | undefined
  /** Only say what would be done. */
  readonly dryRun?: boolean | undefined
}

/** What a curation action comes to on some revision. */
export interface Plan<Result> {
  readonly deed: CurationAction
  readonly batch: Batch
  readonly result: Result
}

/**
 * Plans a deed on the newest revision and applies it to just that one; if another was published in between, plans
 * again. Deeds of one process wait for each other, so that independent ones all succeed. Throws BAD_USER_INPUT if no
 * reason is given, REVISION_STALE if the graph is newer than `expectedRevision`, and what planning throws.
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

/** Only other processes overtake a change; so many of them in a row is a failure worth telling. */
const attempts = 20
