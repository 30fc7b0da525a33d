import { groupBy, idsOf, limitOf, listsById, listsByPosition, rowsById } from '../group-queries.js'
import type { CitedEditionRow, ConflictRow, DeedRow, EngineRows, ReadEngine, RevisionRow } from '../read-engine.js'
import { writeKeyQuery } from '../search/key-query.js'
import type { StatementRecord } from '../statement-record.js'
import type { AnswerTo, LinkEnd, Page, QueryOf } from '../store.js'
import { toStored } from '../stored-text.js'
import { countChanges, readChanges } from './change-feed.js'
import type { Parameters, ReadDatabase, Row } from './neo4j-session.js'
import * as cypher from './read-cypher.js'
import { type EntityRow, pageParameters, selected, stored, toEntityRows } from './read-rows.js'
import { anyLink, relationshipType } from './relationship-type.js'
import { searchRows } from './rows/search-rows.js'
import { searchKeyIndex } from './search-key-index.js'

/** Finds rows with one text for each kind of question. */
export class Neo4jReader implements ReadEngine {
  constructor(readonly read: ReadDatabase) {}

  /** Every text names its revision, so no transaction is needed. */
  snapshot<Result>(work: () => Promise<Result>): Promise<Result> {
    return work()
  }

  async newestRevision(upTo: number): Promise<RevisionRow | undefined> {
    return (await this.read<RevisionRow>(cypher.newestRevision, { pin: upTo }))[0]
  }

  revisionsAfter(last: number, upTo: number): Promise<RevisionRow[]> {
    return this.read<RevisionRow>(cypher.revisionsAfter, { last, number: upTo })
  }

  citedEditions(ids: readonly string[], revision: number): Promise<CitedEditionRow[]> {
    return this.read<CitedEditionRow>(cypher.citedEditions, { ids: stored(ids), revision })
  }

  statementsOf(subjects: readonly string[], revision: number): Promise<StatementRecord[]> {
    return this.read<StatementRecord>(cypher.statementsOf, { ids: stored(subjects), revision })
  }

  attestedSubjects(dataset: string, page: Page, revision: number): Promise<string[]> {
    return this.#page(cypher.attestedSubjects, page, { dataset: toStored(dataset), revision })
  }

  async entity(questions: readonly QueryOf<'entity'>[], revision: number): Promise<EngineRows['entity'][]> {
    const ids = idsOf(questions).map(toStored)
    const properties = questions[0]?.properties
    const rows = await this.read<EntityRow>(cypher.entities(properties !== undefined), {
      ids,
      ...(properties && { properties: stored(properties) }),
      revision,
    })
    return listsByPosition(questions, rows).map(([row]) => row && toEntityRows(ids[row.position] as string, row))
  }

  entities(questions: readonly QueryOf<'entities'>[], revision: number): Promise<string[][]> {
    return each(questions, ({ type, ...page }) =>
      this.#page(cypher.entitiesOfType, page, { type: toStored(type), revision }),
    )
  }

  incomingStatements(questions: readonly QueryOf<'incomingStatements'>[], revision: number) {
    const pairs = questions.map(({ id, property }) => [id, property] as const)
    return this.#statementsByPair(cypher.incomingStatements, pairs, revision)
  }

  /** All of one direction together. */
  async links(questions: readonly QueryOf<'links'>[], revision: number): Promise<LinkEnd[][]> {
    const streams = questions.map(({ id, property, isInward, minConfidence = 0, after }, position) => {
      const type = relationshipType(property)
      const text = (type === anyLink ? cypher.linksOfAnyProperty : cypher.links)(isInward)
      const bound = after && { entity: toStored(after.entity), statement: toStored(after.statement) }
      return { text, row: { position, id: toStored(id), property: toStored(property), type, minConfidence, ...bound } }
    })
    const limit = limitOf(questions[0]?.limit ?? 0)
    const found = await each([...groupBy(streams, ({ text }) => text)], ([text, its]) =>
      this.read<LinkEnd & { position: number }>(text, { streams: its.map(({ row }) => row), revision, limit }),
    )
    return listsByPosition(questions, found.flat())
  }

  statementsByCode(questions: readonly QueryOf<'statementsByCode'>[], revision: number) {
    const pairs = questions.map(({ code, property }) => [code, property] as const)
    return this.#statementsByPair(cypher.statementsByCode, pairs, revision)
  }

  async statementsBySearchKeys(questions: readonly QueryOf<'statementsBySearchKeys'>[], revision: number) {
    const rows = await this.read<StatementRecord & { position: number }>(cypher.statementsBySearchKeys, {
      index: searchKeyIndex,
      asks: questions.map(({ keys }, position) => ({ position, query: writeKeyQuery(keys, key => key) })),
      limit: limitOf(questions[0]?.limit ?? 0),
      revision,
    })
    return listsByPosition(questions, rows)
  }

  entitiesBySearchKeys(
    questions: readonly QueryOf<'entitiesBySearchKeys'>[],
    revision: number,
  ): Promise<AnswerTo<'entitiesBySearchKeys'>[]> {
    return each(questions, question => searchRows(this.read, question, revision))
  }

  async history(questions: readonly QueryOf<'history'>[], revision: number): Promise<StatementRecord[][]> {
    const ids = idsOf(questions)
    const rows = await this.read<StatementRecord>(cypher.historyOf, { ids: stored(ids), revision })
    return listsById(ids, rows, ({ subject }) => subject)
  }

  statement(questions: readonly QueryOf<'statement'>[], revision: number) {
    return this.#byId<StatementRecord>(cypher.statement, questions, revision)
  }

  statements(questions: readonly QueryOf<'statements'>[], revision: number): Promise<StatementRecord[][]> {
    return each(questions, ({ kind: _, after, limit, reversed = false, ...selection }) => {
      const given = selected(selection)
      const parameters = { ...given, revision, ...pageParameters({ after, limit, reversed }) }
      return this.read<StatementRecord>(cypher.statements(Object.keys(given), reversed), parameters)
    })
  }

  conflict(questions: readonly QueryOf<'conflict'>[], revision: number) {
    return this.#byId<ConflictRow>(cypher.conflict, questions, revision)
  }

  conflicts(questions: readonly QueryOf<'conflicts'>[], revision: number): Promise<ConflictRow[][]> {
    return each(questions, ({ subjects, properties, kinds, after, limit, reversed = false }) => {
      const given = selected({ subjects, properties, kinds })
      const parameters = { ...given, revision, ...pageParameters({ after, limit, reversed }) }
      return this.read<ConflictRow>(cypher.conflicts(Object.keys(given), reversed), parameters)
    })
  }

  source(questions: readonly QueryOf<'source'>[], revision: number) {
    return this.#contents(cypher.sources, questions, revision)
  }

  sources(questions: readonly QueryOf<'sources'>[], revision: number): Promise<string[][]> {
    return each(questions, async page => {
      const text = cypher.pageOfSources(page.reversed ?? false)
      const rows = await this.read<{ content: string }>(text, { revision, ...pageParameters(page) })
      return rows.map(({ content }) => content)
    })
  }

  edition(questions: readonly QueryOf<'edition'>[], revision: number) {
    return this.#contents(cypher.editions, questions, revision)
  }

  editionText(questions: readonly QueryOf<'editionText'>[], revision: number) {
    return this.#contents(cypher.editionTexts, questions, revision)
  }

  deeds(questions: readonly QueryOf<'deeds'>[], revision: number): Promise<DeedRow[][]> {
    return each(questions, ({ after = 0 }) => this.read<DeedRow>(cypher.deeds, { after, revision }))
  }

  changes(questions: readonly QueryOf<'changes'>[], revision: number): Promise<EngineRows['changes'][]> {
    return each(questions, question => readChanges(this.read, question, revision))
  }

  async changeCount(questions: readonly QueryOf<'changeCount'>[], revision: number): Promise<number[]> {
    const count = await countChanges(this.read, revision)
    return questions.map(() => count)
  }

  lastRevision(questions: readonly QueryOf<'lastRevision'>[], revision: number): number[] {
    return questions.map(() => revision)
  }

  async #page(text: (reversed: boolean) => string, page: Page, parameters: Parameters): Promise<string[]> {
    const given = { ...parameters, ...pageParameters(page) }
    return (await this.read<{ id: string }>(text(page.reversed ?? false), given)).map(({ id }) => id)
  }

  async #byId<Found extends Row & { readonly id: string }>(
    text: string,
    questions: readonly { readonly id: string }[],
    revision: number,
  ): Promise<(Found | undefined)[]> {
    const ids = idsOf(questions)
    return rowsById(ids, await this.read<Found>(text, { ids: stored(ids), revision }))
  }

  async #statementsByPair(text: string, pairs: readonly (readonly [string, string])[], revision: number) {
    const asked = pairs.map(([first, second], position) => ({
      first: toStored(first),
      second: toStored(second),
      position,
    }))
    const rows = await this.read<StatementRecord & { position: number }>(text, { pairs: asked, revision })
    return listsByPosition(pairs, rows)
  }

  /** Sources or editions, each in its last version. */
  async #contents(text: string, questions: readonly { readonly id: string }[], revision: number) {
    const found = await this.#byId<{ id: string; content: string }>(text, questions, revision)
    return found.map(row => row?.content)
  }
}

function each<StoreQuery, Answer>(
  questions: readonly StoreQuery[],
  answer: (question: StoreQuery) => Promise<Answer>,
): Promise<Answer[]> {
  return Promise.all(questions.map(answer))
}
