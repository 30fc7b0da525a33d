import { type Altered, conflictBatch, planConflicts, withConflicts } from '../conflicts/plan-conflicts.js'
import type { EntityRecord } from '../model/entity.js'
import { SuanliError } from '../model/error.js'
import type { Statement } from '../model/statement.js'
import { type Authorship, applyAction } from './apply-action.js'
import type { CurationContext } from './curation-context.js'
import { type Curated, effectOn } from './impact.js'
import type { PinnedGraph } from './pinned-graph.js'

/**
 * Retracts a statement although datasets attest it. Later imports do not bring it back. Throws NOT_FOUND,
 * ALREADY_RETRACTED and the errors of `applyAction`.
 */
export async function retractStatement(
  curationContext: CurationContext,
  id: string,
  byHand: Authorship,
): Promise<Curated> {
  const { result, revision } = await applyAction(curationContext, byHand, async graph => {
    const statement = await getStatement(graph, id)
    if (statement.retractedAt !== undefined)
      throw new SuanliError('ALREADY_RETRACTED', { id, at: statement.retractedAt })
    const record = await getRecord(graph, statement.subject)
    const after = { ...record, statements: record.statements.filter(other => other.id !== id) }
    const altered = { subject: record.id, record: after, given: [], retracted: [statement] }
    const vouches = await wordsFor(graph, statement)
    const { conflicts, effect } = await foresee(graph, record, altered)
    const { by, reason } = byHand
    return {
      deed: { kind: 'RETRACTION', statement: id, vouches, by, reason },
      batch: {
        withdrawals: vouches.map(({ dataset }) => ({ statement: id, dataset })),
        ...conflictBatch(conflicts),
      },
      result: effect,
    }
  })
  return { effect: result, revision: revision.number }
}

/**
 * Takes back a curator's retraction: the statement has its former attestations again. Throws NOT_FOUND, NOT_WITHDRAWN
 * and the errors of `applyAction`.
 */
export async function restoreStatement(
  curationContext: CurationContext,
  id: string,
  byHand: Authorship,
): Promise<Curated> {
  const { result, revision } = await applyAction(curationContext, byHand, async graph => {
    const [statement, deeds] = [await getStatement(graph, id), await graph.askOne<'deeds'>({ kind: 'deeds' })]
    const last = deeds.findLast(
      deed => (deed.kind === 'RETRACTION' || deed.kind === 'RESTORATION') && deed.statement === id,
    )
    if (last?.kind !== 'RETRACTION') throw new SuanliError('NOT_WITHDRAWN', { id })
    const record = await getRecord(graph, statement.subject)
    const after = { ...record, statements: [...record.statements.filter(other => other.id !== id), statement] }
    const altered = { subject: after.id, record: after, given: [statement], retracted: [] }
    const { conflicts, effect } = await foresee(graph, record, altered)
    const { by, reason } = byHand
    const subject = (await askUncurated(graph, id)).subject
    return {
      deed: { kind: 'RESTORATION', statement: id, by, reason },
      batch: {
        vouches: last.vouches.map(word => ({ ...word, statement: id, subject })),
        ...conflictBatch(conflicts),
      },
      result: effect,
    }
  })
  return { effect: result, revision: revision.number }
}

async function foresee(graph: PinnedGraph, before: EntityRecord, altered: Altered) {
  const conflicts = await planConflicts(graph, [altered], graph)
  const after = withConflicts(altered.record, conflicts, graph.revision.number + 1)
  return { conflicts, effect: effectOn(graph, [[before, after]], conflicts) }
}

async function getStatement(graph: PinnedGraph, id: string): Promise<Statement> {
  const statement = await graph.askOne<'statement'>({ kind: 'statement', id })
  if (!statement) throw new SuanliError('NOT_FOUND', { what: 'statement', id })
  return statement
}

/** The record of an entity; an empty record if there are no statements. */
async function getRecord(graph: PinnedGraph, id: string): Promise<EntityRecord> {
  const type = graph.ontology.findTypeOfId(id)?.name ?? ''
  const record = await graph.askOne<'entity'>({ kind: 'entity', id })
  return record ?? { id, type, formerIds: [], statements: [], conflicts: [] }
}

/** Id of the subject as recorded. The id may have been merged into another id since. */
async function askUncurated(graph: PinnedGraph, id: string): Promise<Statement> {
  const [statement] = await graph.ask<'statement'>([{ question: { kind: 'statement', id }, uncurated: true }])
  if (!statement) throw new SuanliError('NOT_FOUND', { what: 'statement', id })
  return statement
}

async function wordsFor(graph: PinnedGraph, { id, datasets }: Statement) {
  const { subject } = await askUncurated(graph, id)
  const published = { revision: graph.revision.number, resumed: false }
  const { writer } = graph.curationContext.store
  const vouched = await Promise.all(datasets.map(dataset => writer.vouched(published, dataset, [subject])))
  return vouched
    .flat()
    .filter(({ statement }) => statement === id)
    .map(({ dataset, rank, confidence }) => ({ dataset, rank, confidence }))
}
