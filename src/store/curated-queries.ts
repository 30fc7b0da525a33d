import type { Change } from '../model/change.js'
import type { Conflict } from '../model/conflict.js'
import { type Curation, curateConflict, mergeIds, mergeRecords } from '../model/curation.js'
import type { EntityRecord } from '../model/entity.js'
import type { Statement } from '../model/statement.js'
import { byId, byIdThenRecorded } from './group-queries.js'
import type { AnswerTo, ConflictSelection, LinkEnd, Page, PinnedQuery, QueryKind, QueryOf } from './store.js'

type Answer = AnswerTo<QueryKind>
type Again = (asks: readonly PinnedQuery[]) => Promise<readonly Answer[]>

/** What an engine is asked in place of an ask, and what is made of its answers. */
export interface Translation {
  readonly asks: readonly PinnedQuery[]
  readonly combine: (answers: readonly Answer[], again: Again) => Answer | Promise<Answer>
}

/** An ask in the light of what curators did. */
export function translate(ask: PinnedQuery, curation: Curation): Translation {
  const translated = ask.uncurated === true ? undefined : translateQuestion(ask, curation)
  return translated ?? { asks: [ask], combine: ([answer]) => answer }
}

function translateQuestion({ question, knownAt }: PinnedQuery, curation: Curation): Translation | undefined {
  const askAll = (questions: readonly QueryOf<QueryKind>[]): PinnedQuery[] =>
    questions.map(each => ({ question: each, ...(knownAt !== undefined && { knownAt }) }))
  const idsOf = (id: string) => curation.idsOf(curation.canonical(id))
  const merged = (statement: Statement) => mergeIds(statement, curation.canonical)
  const all = (answers: readonly Answer[]) => (answers as (readonly Statement[])[]).flat().map(merged)

  switch (question.kind) {
    case 'entity':
      return {
        asks: askAll(idsOf(question.id).map(id => ({ ...question, id }))),
        combine: records => mergeRecords(idsOf(question.id), records as (EntityRecord | undefined)[], curation),
      }
    case 'entities':
      return translateEntities(question, curation, askAll)
    case 'incomingStatements':
      return {
        asks: askAll(idsOf(question.id).map(id => ({ ...question, id }))),
        combine: answers => all(answers).sort(byId),
      }
    case 'history':
      return {
        asks: askAll(idsOf(question.id).map(id => ({ ...question, id }))),
        combine: answers => all(answers).sort(byIdThenRecorded),
      }
    case 'changes':
      return {
        asks: askAll([question]),
        combine: ([changes]) => (changes as readonly Change[] | undefined)?.map(change => expandChange(change, idsOf)),
      }
    case 'links':
      return translateLinks(question, curation, askAll)
    case 'statementsByCode':
    case 'statementsBySearchKeys':
      return { asks: askAll([question]), combine: all }
    case 'statement':
      return {
        asks: askAll([question]),
        combine: ([statement]) => statement && merged(statement as Statement),
      }
    case 'statements':
      return { asks: askAll([{ ...question, ...expandSubjects(question, idsOf) }]), combine: all }
    case 'conflict':
      return {
        asks: askAll([question]),
        combine: ([conflict]) => conflict && curateConflict(conflict as Conflict, curation),
      }
    case 'conflicts':
      return translateConflicts({ ...question, ...expandSubjects(question, idsOf) }, curation, askAll)
    default:
      return undefined
  }
}

type AskAll = (questions: readonly QueryOf<QueryKind>[]) => PinnedQuery[]

/** Ids that were merged are left out, so more are asked for; one of which only a former id is described is put in. */
function translateEntities(question: QueryOf<'entities'>, curation: Curation, askAll: AskAll): Translation {
  const { formerIds } = curation
  const { after, limit, reversed = false } = question
  const isBehind = (id: string) => after === undefined || (reversed ? id < after : id > after)
  const asked = limit + formerIds.length
  return {
    asks: askAll([{ ...question, limit: asked }]),
    combine: async ([answer], again) => {
      const found = answer as readonly string[]
      if (formerIds.length === 0) return found
      const end = found.length < asked ? undefined : found.at(-1)
      const isBefore = (id: string) => end === undefined || (reversed ? id > end : id < end)
      const perhaps = [...new Set(formerIds.map(curation.canonical))].filter(
        id => isBehind(id) && isBefore(id) && !found.includes(id),
      )
      const records = await Promise.all(
        perhaps.map(async id =>
          (await again(askAll(curation.idsOf(id).map(each => ({ kind: 'entity', id: each }))))).find(
            record => record !== undefined,
          ),
        ),
      )
      const added = perhaps.filter((_, i) => (records[i] as EntityRecord | undefined)?.type === question.type)
      const ids = [...found.filter(id => curation.keptOf(id) === undefined), ...added].sort()
      return (reversed ? ids.reverse() : ids).slice(0, Math.max(0, limit))
    },
  }
}

/**
 * Links are sorted by the other end, which merging moves about. Only where that may concern the page all of them are
 * read and sorted again.
 */
function translateLinks(question: QueryOf<'links'>, curation: Curation, askAll: AskAll): Translation {
  const { canonical, formerIds } = curation
  const { after, limit } = question
  const ids = curation.idsOf(canonical(question.id))
  return {
    asks: askAll([question]),
    combine: async ([answer], again) => {
      const page = answer as readonly LinkEnd[]
      const last = page.length < limit ? undefined : page.at(-1)?.entity
      const isWithin = (id: string) => (after === undefined || id >= after.entity) && (last === undefined || id <= last)
      if (ids.length === 1 && !formerIds.some(id => isWithin(id) || isWithin(canonical(id)))) return page
      const { after: _, ...all } = question
      const found = await again(askAll(ids.map(id => ({ ...all, id, limit: allLinks }))))
      return (found as (readonly LinkEnd[])[])
        .flat()
        .map(link => ({ ...link, entity: canonical(link.entity) }))
        .sort(compareLinks)
        .filter(link => after === undefined || compareLinks(link, after) > 0)
        .slice(0, Math.max(0, limit))
    },
  }
}

/** More than any entity has that a walk goes on from. */
const allLinks = 1_000_000

function compareLinks(a: LinkEnd, b: LinkEnd): number {
  if (a.entity !== b.entity) return a.entity < b.entity ? -1 : 1
  return a.statement < b.statement ? -1 : a.statement > b.statement ? 1 : 0
}

/** An engine knows conflicts and not what was decided of them. */
function translateConflicts(question: QueryOf<'conflicts'>, curation: Curation, askAll: AskAll): Translation {
  const { statuses, ...selection } = question
  const curated = (conflict: Conflict) => curateConflict(conflict, curation)
  if (statuses === undefined)
    return { asks: askAll([question]), combine: ([found]) => (found as readonly Conflict[]).map(curated) }
  const { decidedConflicts } = curation
  const admitted = (found: readonly Conflict[]) => found.map(curated).filter(({ status }) => statuses.includes(status))
  if (statuses.includes('OPEN'))
    return {
      asks: askAll([{ ...selection, limit: question.limit + decidedConflicts.length }]),
      combine: ([found]) => admitted(found as readonly Conflict[]).slice(0, Math.max(0, question.limit)),
    }
  return {
    asks: askAll(decidedConflicts.map(id => ({ kind: 'conflict', id }))),
    combine: found => {
      const standing = (found as (Conflict | undefined)[]).filter(
        conflict => conflict !== undefined && conflict.closedIn === undefined && isSelected(conflict, selection),
      ) as Conflict[]
      return pageOf(admitted(standing), question)
    },
  }
}

function isSelected(conflict: Conflict, { subjects, properties, kinds }: ConflictSelection): boolean {
  return (
    (subjects === undefined || conflict.subjects.some(id => subjects.includes(id))) &&
    (properties === undefined || properties.includes(conflict.property)) &&
    (kinds === undefined || kinds.includes(conflict.kind))
  )
}

function pageOf(conflicts: readonly Conflict[], { after, limit, reversed = false }: Page): readonly Conflict[] {
  const sorted = conflicts.toSorted(byId)
  return (reversed ? sorted.reverse() : sorted)
    .filter(({ id }) => after === undefined || (reversed ? id < after : id > after))
    .slice(0, Math.max(0, limit))
}

/** Whoever keeps an entity keeps it under any of its ids. */
function expandChange(change: Change, idsOf: (id: string) => readonly string[]): Change {
  return { ...change, entities: [...new Set(change.entities.flatMap(idsOf).concat(change.entities))].sort() }
}

function expandSubjects(
  { subjects }: { readonly subjects?: readonly string[] },
  idsOf: (id: string) => readonly string[],
): { readonly subjects?: readonly string[] } {
  return subjects === undefined ? {} : { subjects: [...new Set(subjects.flatMap(idsOf))] }
}
