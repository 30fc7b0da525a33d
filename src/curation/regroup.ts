import { findSharedCodes } from '../conflicts/find-conflicts.js'
import { type Altered, conflictBatch, planConflicts, withConflicts } from '../conflicts/plan-conflicts.js'
import type { Base } from '../conflicts/shared-codes.js'
import { type Curation, curateConflict, mergeIds, mergeRecords } from '../model/curation.js'
import type { EntityRecord } from '../model/entity.js'
import { isSameConflict } from '../model/id.js'
import type { Statement } from '../model/statement.js'
import { isSelfLink } from '../resolution/contradiction.js'
import type { AnswerTo, Batch, PinnedQuery, QueryKind } from '../store/store.js'
import { findChangedValues } from './changed-values.js'
import type { Effect } from './impact.js'
import type { PinnedGraph } from './pinned-graph.js'

/** The effect of a change in which ids belong to which entities. */
export interface Regrouping {
  readonly batch: Batch
  readonly effect: Effect
  /** The entities after the change, by id. */
  readonly entities: ReadonlyMap<string, EntityRecord>
}

/**
 * Plans the regrouping of the statements under `ids` from `before` to `after`. The plan follows from the statements as
 * recorded, so that a merge and its split cancel each other exactly.
 */
export async function regroup(
  graph: PinnedGraph,
  ids: readonly string[],
  before: Curation,
  after: Curation,
): Promise<Regrouping> {
  const touched = await withLinking(graph, ids, before, after)
  const said = await readAsSaid(graph, touched)
  const [then, now] = [before, after].map(curation => group(said, curation)) as [Entities, Entities]
  const altered = [...now.values()].map(
    (record): Altered => ({ subject: record.id, record, given: record.statements, retracted: [] }),
  )
  const found = await planConflicts(graph, altered, asOf(after, graph))
  const plan = { ...found, closed: [...new Set([...found.closed, ...impossible(altered)])].sort() }
  const madeIn = graph.revision.number + 1
  const entities = new Map([...now].map(([id, record]) => [id, withConflicts(record, plan, madeIn)]))
  return {
    batch: conflictBatch(plan),
    effect: {
      flips: findChangedValues(graph, then, entities),
      openedConflicts: plan.opened,
      closedConflicts: plan.closed,
      selfLinks: newSelfLinks(then, entities),
    },
    entities,
  }
}

/** Links that lead from an entity to itself in `now` and did not before. */
function newSelfLinks(then: Entities, now: Entities): readonly Statement[] {
  const [before, after] = [then, now].map(entities =>
    [...entities.values()].flatMap(({ statements }) => statements.filter(isSelfLink)),
  )
  const known = new Set(before?.map(({ id }) => id))
  return (after ?? []).filter(({ id }) => !known.has(id))
}

/** Conflicts that end with a split: those within one entity whose statements now belong to two, and codes that are no longer shared. */
function impossible(altered: readonly Altered[]): readonly string[] {
  const statements = new Map(altered.flatMap(({ record }) => record.statements).map(each => [each.id, each]))
  const between = altered.flatMap(({ record }) => record.conflicts).filter(({ subjects }) => subjects.length > 1)
  return between
    .filter(conflict => {
      const its = conflict.statements.flatMap(id => statements.get(id) ?? [])
      if (conflict.kind === 'IDENTITY' && its.length < conflict.statements.length) return false
      return !findSharedCodes(its).some(other => isSameConflict(other, conflict))
    })
    .map(({ id }) => id)
}

type Entities = ReadonlyMap<string, EntityRecord>

/** The ids, the ids that link to them, and every id that is merged with either. */
async function withLinking(
  graph: PinnedGraph,
  ids: readonly string[],
  before: Curation,
  after: Curation,
): Promise<readonly string[]> {
  const links = new Set(
    graph.ontology.types.flatMap(type =>
      type.properties.filter(({ value }) => value.kind === 'entity').map(({ id }) => id),
    ),
  )
  const asks = ids.flatMap(id =>
    [...links].map(
      (property): PinnedQuery<'incomingStatements'> => ({
        question: { kind: 'incomingStatements', id, property },
        uncurated: true,
      }),
    ),
  )
  const linking = (await graph.ask(asks)).flat().map(({ subject }) => subject)
  const all = [...ids, ...linking].flatMap(id =>
    [before, after].flatMap(({ idsOf, canonical }) => idsOf(canonical(id))),
  )
  return [...new Set(all)].sort()
}

async function readAsSaid(graph: PinnedGraph, ids: readonly string[]): Promise<ReadonlyMap<string, EntityRecord>> {
  const records = await graph.ask<'entity'>(ids.map(id => ({ question: { kind: 'entity', id }, uncurated: true })))
  return new Map(ids.flatMap((id, i) => (records[i] ? [[id, records[i]] as const] : [])))
}

function group(said: ReadonlyMap<string, EntityRecord>, curation: Curation): Entities {
  const canonical = [...new Set([...said.keys()].map(curation.canonical))]
  return new Map(
    canonical.flatMap(id => {
      const ids = curation.idsOf(id)
      const record = mergeRecords(
        ids,
        ids.map(each => said.get(each)),
        curation,
      )
      return record ? [[id, record] as const] : []
    }),
  )
}

/** The graph after the regrouping. */
function asOf(curation: Curation, graph: PinnedGraph): Base {
  return {
    async ask<K extends QueryKind>(asks: readonly PinnedQuery<K>[]) {
      const answers = await graph.ask(
        asks.map(ask => ({ ...expand(ask, curation), uncurated: true }) as PinnedQuery<K>),
      )
      return answers.map((answer, i) => reread(asks[i]?.question.kind, answer, curation) as AnswerTo<K>)
    },
  }
}

function expand(ask: PinnedQuery, curation: Curation): PinnedQuery {
  const { question } = ask
  if (question.kind !== 'conflicts' || question.subjects === undefined) return ask
  return { ...ask, question: { ...question, subjects: question.subjects.flatMap(id => curation.idsOf(id)) } }
}

function reread(kind: QueryKind | undefined, answer: unknown, curation: Curation): unknown {
  if (kind === 'statementsByCode')
    return (answer as readonly Statement[]).map(each => mergeIds(each, curation.canonical))
  if (kind === 'conflicts') return (answer as AnswerTo<'conflicts'>).map(each => curateConflict(each, curation))
  return answer
}
