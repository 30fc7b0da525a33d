import { isDeepStrictEqual } from 'node:util'
import { type Change, type ChangeKind, changeKinds } from '../../../src/model/change.js'
import type { Conflict, ConflictContent } from '../../../src/model/conflict.js'
import type { CurationAction } from '../../../src/model/curation-action.js'
import type { Edition } from '../../../src/model/source.js'
import type { Statement } from '../../../src/model/statement.js'
import type { KeyExpression } from '../../../src/names/key-expression.js'
import { searchDocumentOf } from '../../../src/store/search/search-document.js'
import type { AnswerTo, LinkEnd, NewStatement, QueryKind, QueryOf } from '../../../src/store/store.js'
import { ModelCuration } from './model-curation.js'
import { compare, deedsOf, last, type Made, paged, type State, type Word } from './model-state.js'

/** A time in which a statement stood, or a conflict, without a gap; `last` is the last revision of it up to the one that is read. */
interface Life {
  readonly first: number
  last: number
}

/** What was ever said; it has no revision of its own. */
export interface Said {
  readonly contents: ReadonlyMap<string, NewStatement>
  readonly conflictContents: ReadonlyMap<string, ConflictContent>
}

/** Answers as of the last of the revisions that it is given. */
export class ModelReader {
  readonly #now: State
  readonly #curation: ModelCuration
  #known: readonly Statement[] | undefined
  readonly #searchKeys = new Map<string, readonly string[]>()

  constructor(
    readonly store: Said,
    readonly revisions: readonly Made[],
  ) {
    this.#now = last(revisions).state
    this.#curation = new ModelCuration(deedsOf(revisions))
  }

  /** `uncurated`: as it was before curators merged and decided anything. */
  answer<K extends QueryKind>(question: QueryOf<K>, uncurated = false): AnswerTo<K> {
    const curation = uncurated ? undefined : this.#curation
    return this.#answer(question as QueryOf<QueryKind>, curation) as AnswerTo<K>
  }

  #answer(question: QueryOf<QueryKind>, curation: ModelCuration | undefined): AnswerTo<QueryKind> {
    this.#known ??= this.#standing()
    const said = this.#known
    const curated = (statement: Statement) => curation?.statement(statement) ?? statement
    const decided = (conflict: Conflict) => curation?.conflict(conflict) ?? conflict
    const idsOf = (id: string) => curation?.idsOf(id) ?? [id]
    const entityOf = (id: string) => curation?.entityOf(id) ?? id
    const standing = said.map(curated)
    switch (question.kind) {
      case 'entity': {
        const { properties } = question
        const isAsked = (each: Statement) => properties === undefined || properties.includes(each.property)
        const described = idsOf(question.id).filter(
          id => this.#now.entities.has(id) && said.some(each => each.subject === id && isAsked(each)),
        )
        const [first] = described
        if (first === undefined) return undefined
        const [id = '', ...formerIds] = idsOf(question.id)
        return {
          id,
          type: this.#now.entities.get(first) ?? '',
          formerIds,
          statements: said.filter(each => described.includes(each.subject) && isAsked(each)).map(curated),
          conflicts: this.#standingConflicts()
            .filter(({ subjects }) => described.some(each => subjects.includes(each)))
            .map(decided),
        }
      }
      case 'entities': {
        const described = new Set(said.map(each => each.subject))
        const typeOf = (entity: string) =>
          this.#now.entities.get(idsOf(entity).find(id => this.#now.entities.has(id) && described.has(id)) ?? '')
        const ids = [...new Set([...described].map(entityOf))].filter(id => typeOf(id) === question.type)
        return paged(ids, id => id, question)
      }
      case 'incomingStatements':
        return standing.filter(
          ({ property, value }) =>
            property === question.property && value.kind === 'entity' && value.entity === entityOf(question.id),
        )
      case 'links': {
        const { id, property, isInward, minConfidence = 0, after, limit } = question
        return standing
          .flatMap(each => {
            const { value, subject } = each
            if (value.kind !== 'entity' || each.property !== property || each.confidence < minConfidence) return []
            const [own, entity] = isInward ? [value.entity, subject] : [subject, value.entity]
            return own === entityOf(id) ? [{ entity, statement: each.id }] : []
          })
          .sort(byEnd)
          .filter(each => after === undefined || byEnd(each, after) > 0)
          .slice(0, limit)
      }
      case 'statementsByCode':
        return standing.filter(
          ({ property, value }) =>
            property === question.property && value.kind === 'code' && value.code === question.code,
        )
      case 'statementsBySearchKeys':
        return said
          .filter(each => hasKeys(question.keys, this.#searchKeysOf(each)))
          .map(curated)
          .slice(0, question.limit)
      case 'history':
        return [...this.store.contents.values()]
          .filter(each => idsOf(question.id).includes(each.subject))
          .sort((a, b) => compare(a.id, b.id))
          .flatMap(each => this.#lives(each).map(curated))
      case 'statement': {
        const content = this.store.contents.get(question.id)
        const life = content && this.#lives(content).at(-1)
        return life && curated(life)
      }
      case 'statements': {
        const { subjects, properties, editions, sources, languages, ranks, minConfidence = 0 } = question
        const passing = standing.filter(
          each =>
            among(subjects?.map(entityOf), each.subject) &&
            among(properties, each.property) &&
            among(editions, each.edition) &&
            among(sources, each.edition.slice(0, each.edition.lastIndexOf('#'))) &&
            among(languages, each.language) &&
            among(ranks, each.rank) &&
            each.confidence >= minConfidence,
        )
        return paged(passing, each => each.id, question)
      }
      case 'conflict': {
        const content = this.store.conflictContents.get(question.id)
        const life = content && this.#conflictLives(content).at(-1)
        return life && decided(life)
      }
      case 'conflicts': {
        const { subjects, properties, kinds, statuses } = question
        const ids = subjects?.flatMap(idsOf)
        const passing = this.#standingConflicts()
          .filter(each => ids === undefined || each.subjects.some(id => ids.includes(id)))
          .map(decided)
          .filter(each => among(properties, each.property) && among(kinds, each.kind) && among(statuses, each.status))
        return paged(passing, each => each.id, question)
      }
      case 'source':
        return this.#now.sources.get(question.id)
      case 'sources':
        return paged([...this.#now.sources.values()], each => each.id, question)
      case 'edition': {
        const found = this.#now.editions.get(question.id)
        return found && withoutText(found)
      }
      case 'editionText':
        return this.#now.editions.get(question.id)?.text
      case 'deeds':
        return deedsOf(this.revisions).filter(({ madeIn }) => madeIn > (question.after ?? 0))
      case 'changes': {
        const { after, madeAfter = -1, limit } = question
        const changes = this.#changes().filter(({ madeIn }) => after !== undefined || madeIn > madeAfter)
        const place = changes.findIndex(each => isAt(each, after))
        const page = changes.slice(place + 1).slice(0, limit)
        const entitiesOf = ({ entities }: Change) => curation?.changed(entities) ?? entities
        return after && place < 0 ? undefined : page.map(each => ({ ...each, entities: entitiesOf(each) }))
      }
      case 'changeCount':
        return this.#changes().length
      case 'lastRevision':
        return last(this.revisions).revision.number
    }
  }

  #searchKeysOf(statement: Statement): readonly string[] {
    const keys = this.#searchKeys.get(statement.id) ?? searchDocumentOf(statement)?.split(' ') ?? []
    this.#searchKeys.set(statement.id, keys)
    return keys
  }

  /** Every change from each revision to the next, found by comparing all that they hold. */
  #changes(): Change[] {
    return this.revisions.slice(1).flatMap(({ revision, state, deed }, index) => {
      const before = last(this.revisions.slice(0, index + 1)).state
      const made = changesBetween(before, state).map(([kind, id]): Change => {
        const content = this.store.contents.get(id)
        const target = content?.value.kind === 'entity' ? [content.value.entity] : []
        const conflict = this.store.conflictContents.get(id)
        const entities = kind === 'ENTITY_ADDED' ? [id] : content ? [content.subject, ...target] : conflict?.subjects
        return { madeIn: revision.number, at: revision.at, kind, id, entities: [...new Set(entities)].sort() }
      })
      if (deed) made.push(...toldOf(deed).map(told => ({ madeIn: revision.number, at: revision.at, ...told })))
      return made.sort((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) || compare(a.id, b.id))
    })
  }

  #standing(): Statement[] {
    return [...this.#now.vouches.keys()]
      .sort(compare)
      .map(id => last(this.#lives(this.store.contents.get(id) as NewStatement)))
  }

  #standingConflicts(): Conflict[] {
    return [...this.#now.conflicts.values()]
      .sort((a, b) => compare(a.id, b.id))
      .map(each => last(this.#conflictLives(each)))
  }

  #lives(content: NewStatement): Statement[] {
    return this.#runs(state => state.vouches.has(content.id)).map(({ first, last: end, next }) => {
      const words = [...(end.state.vouches.get(content.id) as Map<string, Word>)]
      // The word recorded last; of one revision, of the dataset that sorts last.
      const [, weight] = last([...words].sort(([a, one], [b, other]) => one.recorded - other.recorded || compare(a, b)))
      return {
        ...content,
        rank: weight.rank,
        confidence: weight.confidence,
        datasets: next ? [] : words.map(([dataset]) => dataset).sort(compare),
        recordedIn: first.number,
        recordedAt: first.at,
        ...(next && { retractedIn: next.number, retractedAt: next.at }),
      }
    })
  }

  #conflictLives(content: ConflictContent): Conflict[] {
    return this.#runs(state => state.conflicts.has(content.id)).map(({ first, next }) => ({
      ...content,
      status: 'OPEN',
      openedIn: first.number,
      ...(next && { closedIn: next.number }),
    }))
  }

  /** The runs of revisions whose state is so: the first, the last, and the one after, if there is one by now. */
  #runs(isSo: (state: State) => boolean) {
    const lives: Life[] = []
    this.revisions.forEach(({ state }, index) => {
      const life = lives.at(-1)
      if (!isSo(state)) return
      if (life?.last === index - 1) life.last = index
      else lives.push({ first: index, last: index })
    })
    const at = (index: number) => this.revisions[index] as (typeof this.revisions)[number]
    return lives.map(life => ({
      first: at(life.first).revision,
      last: at(life.last),
      next: this.revisions[life.last + 1]?.revision,
    }))
  }
}

/** How the feed tells of a curation action by itself. */
function toldOf(deed: CurationAction): readonly Pick<Change, 'kind' | 'id' | 'entities'>[] {
  if (deed.kind === 'DECISION') return [{ kind: 'CONFLICT_DECIDED', id: deed.conflict, entities: [...deed.subjects] }]
  if (deed.kind !== 'MERGE' && deed.kind !== 'SPLIT') return []
  const entities = [deed.former, deed.kept].sort()
  return [{ kind: deed.kind === 'MERGE' ? 'MERGED' : 'SPLIT', id: deed.former, entities }]
}

function isAt(change: Change, place: Pick<Change, 'madeIn' | 'kind' | 'id'> | undefined): boolean {
  return change.madeIn === place?.madeIn && change.kind === place.kind && change.id === place.id
}

function changesBetween(before: State, now: State): [ChangeKind, string][] {
  const isIn = (state: State, id: string) => state.vouches.has(id)
  const statements = [...new Set([...before.vouches.keys(), ...now.vouches.keys()])]
  const kindOf = (id: string): ChangeKind | undefined => {
    if (!isIn(before, id)) return 'STATEMENT_ADDED'
    if (!isIn(now, id)) return 'STATEMENT_RETRACTED'
    return isDeepStrictEqual(before.vouches.get(id), now.vouches.get(id)) ? undefined : 'STATEMENT_REWEIGHTED'
  }
  const changed = <Record>(a: Map<string, Record>, b: Map<string, Record>) =>
    [...b].filter(([id, record]) => !isDeepStrictEqual(record, a.get(id))).map(([, record]) => record)
  const sources = [
    ...changed(before.sources, now.sources).map(({ id }) => id),
    ...changed(before.editions, now.editions).map(({ source }) => source),
  ]
  const added = (a: Map<string, unknown>, b: Map<string, unknown>) => [...b.keys()].filter(id => !a.has(id))
  return [
    ...added(before.entities, now.entities).map((id): [ChangeKind, string] => ['ENTITY_ADDED', id]),
    ...statements.flatMap((id): [ChangeKind, string][] => {
      const kind = kindOf(id)
      return kind ? [[kind, id]] : []
    }),
    ...added(now.conflicts, before.conflicts).map((id): [ChangeKind, string] => ['CONFLICT_CLOSED', id]),
    ...added(before.conflicts, now.conflicts).map((id): [ChangeKind, string] => ['CONFLICT_OPENED', id]),
    ...[...new Set(sources)].map((id): [ChangeKind, string] => ['SOURCE_CHANGED', id]),
  ]
}

export function withoutText({ text: _, ...edition }: Edition & { readonly text?: string }): Edition {
  return edition
}

function among<Item>(list: readonly Item[] | undefined, item: Item): boolean {
  return list === undefined || list.includes(item)
}

function byEnd(a: LinkEnd, b: LinkEnd): number {
  return compare(a.entity, b.entity) || compare(a.statement, b.statement)
}

function hasKeys(wanted: KeyExpression, keys: readonly string[]): boolean {
  if (typeof wanted === 'string')
    return wanted.endsWith('*') ? keys.some(key => key.startsWith(wanted.slice(0, -1))) : keys.includes(wanted)
  return 'all' in wanted
    ? wanted.all.every(member => hasKeys(member, keys))
    : wanted.any.some(member => hasKeys(member, keys))
}
