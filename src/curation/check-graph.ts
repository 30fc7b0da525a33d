import { type Altered, conflictBatch, planConflicts } from '../conflicts/plan-conflicts.js'
import { type Fault, fault } from '../model/catalogues/integrity-finding.js'
import type { ConflictContent } from '../model/conflict.js'
import type { RecordedAction } from '../model/curation-action.js'
import { MergedIds } from '../model/merged-ids.js'
import type { PinnedQuery } from '../store/store.js'
import { type Authorship, applyAction } from './apply-action.js'
import type { CurationContext } from './curation-context.js'
import { hashContent } from './hash-content.js'
import { PinnedGraph } from './pinned-graph.js'

/** A fault of the graph, and the conflict that a repair opens or closes. */
export interface GraphFault {
  readonly fault: Fault
  readonly opens?: ConflictContent
  /** An id. */
  readonly closes?: string
}

/**
 * Checks the graph against its statements: the conflicts are those that follow from the statements, the objects of
 * curation actions exist, and releases have the hash that they were published with. The check reads entity by entity,
 * so that its memory does not grow with the graph.
 */
export async function* checkGraph(graph: PinnedGraph): AsyncGenerator<GraphFault> {
  yield* checkDeeds(graph)
  const told = new Set<string>()
  for await (const found of checkConflicts(graph)) {
    const { code, where } = found.fault
    if (told.has(`${code} ${where}`)) continue
    told.add(`${code} ${where}`)
    yield found
  }
}

/** Opens missing conflicts and closes groundless ones in one revision. Returns the number of each. */
export async function repairConflicts(
  curationContext: CurationContext,
  byHand: Authorship,
): Promise<{ readonly opened: number; readonly closed: number }> {
  const { result } = await applyAction(curationContext, byHand, async graph => {
    const found: GraphFault[] = []
    for await (const each of checkConflicts(graph)) found.push(each)
    const recorded = [...new Map(found.flatMap(({ opens }) => (opens ? [[opens.id, opens] as const] : []))).values()]
    const closed = [...new Set(found.flatMap(({ closes }) => closes ?? []))].sort()
    const { by, reason } = byHand
    return {
      deed: { kind: 'REPAIR', by, reason },
      batch: conflictBatch({ recorded, closed }),
      result: { opened: recorded.length, closed: closed.length },
    }
  })
  return result
}

async function* checkConflicts(graph: PinnedGraph): AsyncGenerator<GraphFault> {
  for await (const ids of pagesOfEntities(graph)) {
    // What the page cites is not kept for the next ones.
    const paged = new PinnedGraph(graph.curationContext, graph.revision)
    const records = await paged.ask<'entity'>(ids.map(id => ({ question: { kind: 'entity', id } })))
    const altered = records.flatMap((record): readonly Altered[] =>
      record ? [{ subject: record.id, record, given: record.statements, retracted: [] }] : [],
    )
    const { recorded, closed } = await planConflicts(paged, altered, paged)
    for (const missing of recorded) {
      const { id, kind, property, statements } = missing
      yield {
        fault: fault('CONFLICT_MISSING', id, { kind, property, statements: statements.join(', ') }),
        opens: missing,
      }
    }
    for (const id of closed) yield { fault: fault('CONFLICT_GROUNDLESS', id), closes: id }
  }
  // Stored conflicts whose statements are all retracted.
  for await (const conflicts of pagesOfConflicts(graph))
    for (const { id, statements } of conflicts) {
      const said = await graph.ask<'statement'>(statements.map(each => ({ question: { kind: 'statement', id: each } })))
      if (said.every(statement => statement !== undefined && statement.retractedIn === undefined)) continue
      yield { fault: fault('CONFLICT_GROUNDLESS', id), closes: id }
    }
}

async function* pagesOfEntities(graph: PinnedGraph): AsyncGenerator<readonly string[]> {
  for (const { name: type } of graph.ontology.types)
    for (let after: string | undefined; ; ) {
      const page = { kind: 'entities', type, limit: atOnce, ...(after !== undefined && { after }) } as const
      const ids = await graph.askOne<'entities'>(page)
      yield ids
      if (ids.length < atOnce) break
      after = ids.at(-1)
    }
}

async function* pagesOfConflicts(graph: PinnedGraph) {
  for (let after: string | undefined; ; ) {
    const page = { kind: 'conflicts', limit: atOnce, ...(after !== undefined && { after }) } as const
    const conflicts = await graph.askOne<'conflicts'>(page)
    yield conflicts
    if (conflicts.length < atOnce) return
    after = conflicts.at(-1)?.id
  }
}

const atOnce = 200

async function* checkDeeds(graph: PinnedGraph): AsyncGenerator<GraphFault> {
  const merged = new MergedIds()
  for (const deed of await graph.askOne<'deeds'>({ kind: 'deeds' })) {
    const impossible = whyImpossible(deed, merged, graph)
    if (impossible) yield { fault: impossible }
    merged.add(deed)
    const where = `deed of revision ${deed.madeIn}`
    for (const { what, id, ask } of referred(deed)) {
      const [answer] = await graph.ask([{ ...ask, uncurated: true }])
      const isThere = Array.isArray(answer) ? answer.length > 0 : answer !== undefined
      if (!isThere) yield { fault: fault('DEED_DANGLING', where, { what, id }) }
    }
    if (deed.kind === 'RELEASE') yield* checkRelease(graph, deed)
  }
}

/** A merge or split that no program of this version makes: by hand, by another program, or by an earlier version. */
function whyImpossible(deed: RecordedAction, merged: MergedIds, { ontology }: PinnedGraph): Fault | undefined {
  if (deed.kind !== 'MERGE' && deed.kind !== 'SPLIT') return undefined
  const { kind, kept, former, madeIn } = deed
  const typesDiffer = ontology.findTypeOfId(kept) !== ontology.findTypeOfId(former)
  const why = typesDiffer ? 'They have different types.' : merged.refusalOf(deed)?.message
  if (why === undefined) return undefined
  return fault('MERGE_IMPOSSIBLE', `deed of revision ${madeIn}`, { action: kind.toLowerCase(), kept, former, why })
}

/** The object of a curation action, and the query for it. */
function referred(
  deed: RecordedAction,
): readonly { readonly what: string; readonly id: string; readonly ask: PinnedQuery }[] {
  const statement = (id: string) => ({ what: 'statement', id, ask: { question: { kind: 'statement', id } } }) as const
  const entity = (id: string) => ({ what: 'entity', id, ask: { question: { kind: 'history', id } } }) as const
  switch (deed.kind) {
    case 'DECISION': {
      const { conflict: id, chosen } = deed
      const conflict = { what: 'conflict', id, ask: { question: { kind: 'conflict', id } } } as const
      return [conflict, ...(chosen === undefined ? [] : [statement(chosen)])]
    }
    case 'MERGE':
    case 'SPLIT':
      return [entity(deed.kept), entity(deed.former)]
    case 'RETRACTION':
    case 'RESTORATION':
      return [statement(deed.statement)]
    default:
      return []
  }
}

async function* checkRelease(
  { curationContext }: PinnedGraph,
  { release, madeIn }: RecordedAction & { readonly kind: 'RELEASE' },
): AsyncGenerator<GraphFault> {
  const then = new PinnedGraph(curationContext, { number: madeIn - 1, at: release.knownAt })
  const { sha256 } = await hashContent(then)
  if (sha256 !== release.sha256)
    yield { fault: fault('RELEASE_CHANGED', release.id, { expected: release.sha256, seen: sha256 }) }
}
