import type { Conflict } from '../../model/conflict.js'
import type { CurationAction, RecordedAction } from '../../model/curation-action.js'
import type { EntityRecord } from '../../model/entity.js'
import type { CitedEdition, Edition, Source } from '../../model/source.js'
import type { Statement } from '../../model/statement.js'
import { type AsOf, type ConflictRow, decodeConflict } from '../engine-rows.js'
import { byId, byIdThenRecorded, byRevision, groupBy, groups, idsOf } from '../group-queries.js'
import { writeKeyQuery } from '../key-query.js'
import { decodeAttestations, decodeStatement, type StatementRecord } from '../statement-record.js'
import type {
  AnswerTo,
  Attestation,
  ConflictSelection,
  LinkEnd,
  LinkSelection,
  Page,
  PinnedQuery,
  QueryKind,
  QueryOf,
  Reading,
  StatementSelection,
} from '../store.js'
import { fromStored, toStored } from '../stored-text.js'
import { countChanges, readChanges } from './change-feed.js'
import type { Learnt } from './learnt.js'
import type { Parameters, ReadDatabase } from './neo4j-session.js'
import * as cypher from './read-cypher.js'
import { type EntityRow, lifeOf, limitOf, pageParameters, stored, toConflictRow, toRecord } from './read-rows.js'
import { anyLink, relationshipType } from './relationship-type.js'
import { searchKeyIndex } from './search-key-index.js'
import { searchRows } from './search-rows.js'

/** Answers one call: every question with one text for each kind; the kinds are asked side by side. */
export class Neo4jReader {
  constructor(
    readonly read: ReadDatabase,
    readonly learnt: Learnt,
  ) {}

  async answer<K extends QueryKind>(asks: readonly PinnedQuery<K>[], asOf: AsOf): Promise<Reading<K>> {
    const published = await this.learnt.published(this.read, 'pin' in asOf ? asOf.pin : undefined)
    if (asks.some(({ knownAt }) => knownAt !== undefined)) await this.learnt.learnRevisions(this.read, published.number)
    const answers = new Array<AnswerTo<K>>(asks.length)
    const found = [...groups(asks, knownAt => this.learnt.revisionOf(asOf, published, knownAt))].sort(byRevision)
    const asked = found.map(async ({ kind, revision, positions }) => {
      const questions = positions.map(position => (asks[position] as PinnedQuery<K>).question)
      const given = await this.#answer(kind, questions, revision)
      for (const [index, position] of positions.entries()) answers[position] = given[index] as AnswerTo<K>
    })
    await Promise.all(asked)
    const citedEditions = new Map<string, CitedEdition>()
    for (const [revision, its] of groupBy(found, each => Math.min(each.revision, published.number))) {
      const given = its.flatMap(({ positions }) => positions.map(position => answers[position] as AnswerTo<K>))
      for (const citedEdition of await this.learnt.citedEditionsOf(this.read, given, revision))
        citedEditions.set(citedEdition.edition.id, citedEdition)
    }
    return {
      revision: published,
      answers,
      citedEditions: [...citedEditions.values()].sort((a, b) => byId(a.edition, b.edition)),
    }
  }

  async vouched(revision: number, dataset: string, subjects: readonly string[]): Promise<Attestation[]> {
    const rows = await this.read<StatementRecord>(cypher.statementsOf, { ids: stored(subjects), revision })
    return rows
      .flatMap(({ id, subject, vouches }) =>
        decodeAttestations(vouches)
          .filter(vouch => vouch.dataset === dataset)
          .map(({ rank, confidence }) => ({
            statement: fromStored(id),
            subject: fromStored(subject),
            dataset,
            rank,
            confidence,
          })),
      )
      .sort((a, b) => (a.statement < b.statement ? -1 : 1))
  }

  async attestedSubjects(staged: number | undefined, dataset: string, page: Page): Promise<string[]> {
    const revision = staged ?? (await this.learnt.published(this.read, undefined)).number
    const rows = await this.read<{ id: string }>(cypher.attestedSubjects(page.reversed ?? false), {
      dataset: toStored(dataset),
      revision,
      ...pageParameters(page),
    })
    return rows.map(({ id }) => fromStored(id))
  }

  #answer<K extends QueryKind>(
    kind: K,
    questions: readonly QueryOf<K>[],
    revision: number,
  ): Promise<readonly AnswerTo<K>[]> {
    const answer = this.#answers[kind] as (
      questions: readonly QueryOf<K>[],
      revision: number,
    ) => Promise<readonly AnswerTo<K>[]>
    return answer(questions, revision)
  }

  /** How each kind of question is answered: all of a kind together. */
  readonly #answers: {
    [K in QueryKind]: (questions: readonly QueryOf<K>[], revision: number) => Promise<readonly AnswerTo<K>[]>
  } = {
    entity: async (questions, revision) => {
      const found = new Array<EntityRecord | undefined>(questions.length)
      const groups = groupBy([...questions.entries()], ([, { properties }]) => JSON.stringify(properties))
      const reading = [...groups.values()].map(async group => {
        const ids = group.map(([, { id }]) => id)
        const given = await this.#entities(ids, group[0]?.[1].properties, revision)
        for (const [i, [position]] of group.entries()) found[position] = given[i]
      })
      await Promise.all(reading)
      return found
    },
    entities: (questions, revision) => each(questions, page => this.#idsOfType(page, revision)),
    incomingStatements: (questions, revision) =>
      this.#statementsByPair(
        cypher.incomingStatements,
        questions.map(({ id, property }) => [id, property]),
        revision,
      ),
    links: (questions, revision) => this.#links(questions, revision),
    statementsByCode: (questions, revision) =>
      this.#statementsByPair(
        cypher.statementsByCode,
        questions.map(({ code, property }) => [code, property]),
        revision,
      ),
    statementsBySearchKeys: (questions, revision) => this.#statementsBySearchKeys(questions, revision),
    entitiesBySearchKeys: (questions, revision) =>
      each(questions, question => searchRows(this.read, question, revision)),
    history: async (questions, revision) => {
      const bySubject = groupBy(
        await this.#statements(cypher.historyOf, { ids: stored(idsOf(questions)) }, revision),
        ({ subject }) => subject,
      )
      return questions.map(({ id }) => (bySubject.get(id) ?? []).sort(byIdThenRecorded))
    },
    statement: async (questions, revision) => {
      const found = new Map(
        (await this.#statements(cypher.statement, { ids: stored(idsOf(questions)) }, revision)).map(statement => [
          statement.id,
          statement,
        ]),
      )
      return questions.map(({ id }) => found.get(id))
    },
    statements: (questions, revision) =>
      each(questions, question => this.#selectStatements(question, question, revision)),
    conflict: async (questions, revision) => {
      const rows = await this.read<ConflictRow>(cypher.conflict, { ids: stored(idsOf(questions)), revision })
      const found = new Map(rows.map(row => [fromStored(row.id), decodeConflict(row, revision)]))
      return questions.map(({ id }) => found.get(id))
    },
    conflicts: (questions, revision) =>
      each(questions, question => this.#selectConflicts(question, question, revision)),
    source: (questions, revision) => this.#versions<Source>(cypher.sources, idsOf(questions), revision),
    sources: (questions, revision) => each(questions, page => this.#pageOfSources(page, revision)),
    edition: (questions, revision) => this.#versions<Edition>(cypher.editions, idsOf(questions), revision),
    editionText: (questions, revision) => this.#versions<string>(cypher.editionTexts, idsOf(questions), revision),
    deeds: (questions, revision) => each(questions, ({ after = 0 }) => this.#deeds(after, revision)),
    changes: async (questions, revision) => {
      await this.learnt.learnRevisions(this.read, revision)
      const instantOf = this.learnt.instantOf()
      return await each(questions, ({ after, madeAfter, limit }) =>
        readChanges(this.read, { after, madeAfter, limit: limitOf(limit), until: revision, instantOf }),
      )
    },
    changeCount: async (questions, revision) => {
      const count = await countChanges(this.read, revision)
      return questions.map(() => count)
    },
  }

  async #entities(
    ids: readonly string[],
    properties: readonly string[] | undefined,
    revision: number,
  ): Promise<(EntityRecord | undefined)[]> {
    const rows = await this.read<EntityRow>(cypher.entities(properties !== undefined), {
      ids: ids.map(toStored),
      ...(properties && { properties: stored(properties) }),
      revision,
    })
    const instantOf = await this.learnt.instants(
      this.read,
      rows.flatMap(({ statements }) => statements.map(lifeOf)),
    )
    const found = new Array<EntityRecord | undefined>(ids.length).fill(undefined)
    for (const { position, type, statements, conflicts } of rows) {
      const id = ids[position] as string
      if (statements.length === 0) continue
      found[position] = {
        id,
        type: fromStored(type),
        formerIds: [],
        statements: statements.map(row => decodeStatement(toRecord(id, row), revision, instantOf)).sort(byId),
        conflicts: conflicts.map(row => decodeConflict(toConflictRow(row), revision)).sort(byId),
      }
    }
    return found
  }

  async #idsOfType({ type, ...page }: { readonly type: string } & Page, revision: number): Promise<string[]> {
    const rows = await this.read<{ id: string }>(cypher.entitiesOfType(page.reversed ?? false), {
      type: toStored(type),
      revision,
      ...pageParameters(page),
    })
    return rows.map(({ id }) => fromStored(id))
  }

  async #statements(text: string, parameters: Parameters, revision: number): Promise<Statement[]> {
    const rows = await this.read<StatementRecord>(text, { ...parameters, revision })
    const instantOf = await this.learnt.instants(this.read, rows)
    return rows.map(row => decodeStatement(row, revision, instantOf))
  }

  async #statementsByPair(
    text: string,
    pairs: readonly (readonly [string, string])[],
    revision: number,
  ): Promise<Statement[][]> {
    const asked = pairs.map(([first, second], position) => ({
      first: toStored(first),
      second: toStored(second),
      position,
    }))
    const rows = await this.read<StatementRecord & { position: number }>(text, { pairs: asked, revision })
    const instantOf = await this.learnt.instants(this.read, rows)
    const found = groupBy(rows, ({ position }) => position)
    return pairs.map((_, position) =>
      (found.get(position) ?? []).map(row => decodeStatement(row, revision, instantOf)).sort(byId),
    )
  }

  /** All of one direction and limit together: a limit in a text is the same for all its rows. */
  async #links(questions: readonly LinkSelection[], revision: number): Promise<LinkEnd[][]> {
    const found: LinkEnd[][] = questions.map(() => [])
    const streams = questions.map(({ id, property, isInward, minConfidence = 0, after, limit }, position) => {
      const type = relationshipType(property)
      const text = (type === anyLink ? cypher.linksOfAnyProperty : cypher.links)(isInward)
      const bound = after && { entity: toStored(after.entity), statement: toStored(after.statement) }
      return {
        text,
        limit,
        row: { position, id: toStored(id), property: toStored(property), type, minConfidence, ...bound },
      }
    })
    const together = groupBy(streams, ({ text, limit }) => `${limit} ${text}`)
    await Promise.all(
      [...together.values()].map(async group => {
        const { text, limit } = group[0] as (typeof streams)[number]
        const rows = await this.read<{ position: number; entity: string; statement: string }>(text, {
          streams: group.map(({ row }) => row),
          revision,
          ...pageParameters({ limit }),
        })
        for (const { position, entity, statement } of rows)
          found[position]?.push({ entity: fromStored(entity), statement: fromStored(statement) })
      }),
    )
    return found
  }

  /** All of one limit together: a limit in a text is the same for all its rows. */
  async #statementsBySearchKeys(
    questions: readonly QueryOf<'statementsBySearchKeys'>[],
    revision: number,
  ): Promise<Statement[][]> {
    const asked = questions.map(({ keys, limit }, position) => ({
      limit: limitOf(limit),
      row: { position, query: writeKeyQuery(keys, key => key) },
    }))
    const found: Statement[][] = questions.map(() => [])
    const together = [...groupBy(asked, ({ limit }) => limit)].map(async ([limit, group]) => {
      const rows = await this.read<StatementRecord & { position: number }>(cypher.statementsBySearchKeys, {
        index: searchKeyIndex,
        asks: group.map(({ row }) => row),
        limit,
        revision,
      })
      const instantOf = await this.learnt.instants(this.read, rows)
      for (const row of rows) found[row.position]?.push(decodeStatement(row, revision, instantOf))
    })
    await Promise.all(together)
    return found.map(statements => statements.sort(byId))
  }

  #selectStatements(
    { subjects, properties, editions, sources, languages, ranks, minConfidence }: StatementSelection,
    page: Page,
    revision: number,
  ): Promise<Statement[]> {
    const selection = {
      subjects: subjects && stored(subjects),
      properties: properties && stored(properties),
      editions: editions && stored(editions),
      sources: sources && stored(sources),
      languages: languages && stored(languages),
      ranks,
      minConfidence,
    }
    const given = Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined))
    return this.#statements(
      cypher.statements(Object.keys(given), page.reversed ?? false),
      { ...given, ...pageParameters(page) },
      revision,
    )
  }

  async #selectConflicts(
    { subjects, properties, kinds }: ConflictSelection,
    page: Page,
    revision: number,
  ): Promise<Conflict[]> {
    const selection = { subjects: subjects && stored(subjects), properties: properties && stored(properties), kinds }
    const given = Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined))
    const rows = await this.read<ConflictRow>(cypher.conflicts(Object.keys(given), page.reversed ?? false), {
      ...given,
      revision,
      ...pageParameters(page),
    })
    return rows.map(row => decodeConflict(row, revision))
  }

  async #deeds(after: number, revision: number): Promise<RecordedAction[]> {
    const rows = await this.read<{ revision: number; content: string }>(cypher.deeds, { after, revision })
    if (rows.length === 0) return []
    await this.learnt.learnRevisions(this.read, rows.at(-1)?.revision ?? 0)
    const instantOf = this.learnt.instantOf()
    return rows.map(row => ({
      ...(JSON.parse(row.content) as CurationAction),
      madeIn: row.revision,
      at: instantOf(row.revision),
    }))
  }

  /** Sources or editions by id, each in its last version. */
  async #versions<Kept>(text: string, ids: readonly string[], revision: number): Promise<(Kept | undefined)[]> {
    const rows = await this.read<{ id: string; content: string }>(text, { ids: stored(ids), revision })
    const found = new Map(rows.map(({ id, content }) => [fromStored(id), JSON.parse(content) as Kept]))
    return ids.map(id => found.get(id))
  }

  async #pageOfSources(page: Page, revision: number): Promise<Source[]> {
    const rows = await this.read<{ content: string }>(cypher.pageOfSources(page.reversed ?? false), {
      revision,
      ...pageParameters(page),
    })
    return rows.map(({ content }) => JSON.parse(content) as Source)
  }
}

function each<StoreQuery, Answer>(
  questions: readonly StoreQuery[],
  answer: (question: StoreQuery) => Promise<Answer>,
): Promise<Answer[]> {
  return Promise.all(questions.map(answer))
}
