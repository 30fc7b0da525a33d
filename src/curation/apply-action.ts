import type { CurationAction } from '../model/curation-action.js'
import { SuanliError } from '../model/error.js'
import type { Revision } from '../model/revision.js'
import type { Batch } from '../store/store.js'
import type { CurationContext } from './curation-context.js'
import { PinnedGraph } from './pinned-graph.js'

/** Who curates, why, and how. */
export interface Authorship {
  readonly by: string
  readonly reason: string
  /** The revision that was looked at: refused where the graph has changed since. */
  readonly seen?: number | undefined
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
 * Plans a curation action on the newest revision and applies it to just that one; where another was published in between, plans
 * again. Throws BAD_USER_INPUT where no reason is given, REVISION_STALE where the graph has changed since `seen`, and
 * what planning throws.
 */
export async function applyAction<Result>(
  curationContext: CurationContext,
  { reason, seen, dryRun = false }: Authorship,
  plan: (graph: PinnedGraph) => Promise<Plan<Result>>,
): Promise<{ readonly result: Result; readonly revision: Revision }> {
  const { store, now, isAlive } = curationContext
  if (reason.trim() === '')
    throw new SuanliError('BAD_USER_INPUT', { problem: '`reason` is empty: say why, for whoever looks at it later.' })
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

/** Somebody is overtaken so often only where many curate at once, and then it is for them to look again. */
const attempts = 10
