import { idsOf, limitOf, listsById, listsByPosition, rowsById } from '../group-queries.js'
import type { CitedEditionRow, ConflictRow, DeedRow, EngineRows, ReadEngine, RevisionRow } from '../read-engine.js'
import type { AnswerTo, LinkEnd, Page, QueryOf } from '../store.js'
import { toStored } from '../stored-text.js'
import { countChanges, readChanges } from './change-feed.js'
import * as texts from './read-sql.js'
import { searchRows } from './rows/search-rows.js'
import { keyQuery } from './search-key-table.js'
import { selectStatements } from './select-statements.js'
import type { Parameter, SqliteConnection } from './sqlite-connection.js'
import { listOfStatements, type StatementRow } from './statement-row.js'

/** Finds rows through one connection whose tables are there. */
export class SqliteReader implements ReadEngine {
  /** `statementsInPart`: how many statements one text looks through at most where few of them may be asked for. */
  constructor(
    readonly db: SqliteConnection,
    readonly statementsInPart = 20_000,
  ) {}

  snapshot<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.db.snapshot(work)
  }

  newestRevision(upTo: number): RevisionRow | undefined {
    return this.db.get(texts.newestRevision, upTo)
  }

  revisionsAfter(last: number, upTo: number): RevisionRow[] {
    return this.db.all(texts.revisionsAfter, last, upTo)
  }

  citedEditions(ids: readonly string[], revision: number): CitedEditionRow[] {
    return this.db.all(texts.citedEditions, texts.list(ids), revision)
  }

  statementsOf(subjects: readonly string[], revision: number): StatementRow[] {
    return this.db.all(texts.statementsOf, texts.list(subjects), revision)
  }

  attestedSubjects(dataset: string, page: Page, revision: number): string[] {
    const { text, parameters } = texts.attestedSubjects(page)
    return this.#ids(text, toStored(dataset), revision, revision, ...parameters)
  }

  entity(questions: readonly QueryOf<'entity'>[], revision: number): EngineRows['entity'][] {
    const ids = idsOf(questions)
    const [wanted, properties] = [texts.list(ids), questions[0]?.properties]
    const types = this.db.all<{ id: string; type: string }>(texts.entityTypes, wanted, revision)
    const found = properties
      ? this.db.all<StatementRow>(texts.someStatementsOf, wanted, revision, texts.list(properties))
      : this.db.all<StatementRow>(texts.statementsOf, wanted, revision)
    const statements = listsById(ids, found, row => row.subject)
    const conflicts = listsById(
      ids,
      this.db.all<ConflictRow & { subject: string }>(texts.conflictsOf, wanted, revision),
      row => row.subject,
    )
    return rowsById(ids, types).map(
      (row, i) => row && { type: row.type, statements: statements[i] ?? [], conflicts: conflicts[i] ?? [] },
    )
  }

  entities(questions: readonly QueryOf<'entities'>[], revision: number): string[][] {
    return questions.map(({ type, ...page }) => {
      const { text, parameters } = texts.entitiesOfType(page)
      return this.#ids(text, toStored(type), revision, revision, revision, ...parameters)
    })
  }

  incomingStatements(questions: readonly QueryOf<'incomingStatements'>[], revision: number): StatementRow[][] {
    const pairs = questions.map(({ id, property }) => [id, property] as const)
    return this.#statementsByPair(texts.incomingStatements, pairs, revision)
  }

  links(questions: readonly QueryOf<'links'>[], revision: number): LinkEnd[][] {
    return questions.map(({ id, property, isInward, minConfidence = 0, after, limit }) => {
      const bound = after ? [toStored(after.entity), toStored(after.entity), toStored(after.statement)] : []
      const text = texts.linksOf(isInward, after !== undefined)
      const whose = [toStored(id), toStored(property), revision, revision, minConfidence]
      return this.db.all<LinkEnd>(text, ...whose, ...bound, limitOf(limit))
    })
  }

  statementsByCode(questions: readonly QueryOf<'statementsByCode'>[], revision: number): StatementRow[][] {
    const pairs = questions.map(({ code, property }) => [code, property] as const)
    return this.#statementsByPair(texts.statementsByCode, pairs, revision)
  }

  statementsBySearchKeys(questions: readonly QueryOf<'statementsBySearchKeys'>[], revision: number): StatementRow[][] {
    return questions.map(({ keys, limit }) =>
      this.db.all(texts.statementsBySearchKeys, keyQuery(keys), revision, limitOf(limit)),
    )
  }

  entitiesBySearchKeys(
    questions: readonly QueryOf<'entitiesBySearchKeys'>[],
    revision: number,
  ): AnswerTo<'entitiesBySearchKeys'>[] {
    return questions.map(question => searchRows(this.db, question, revision))
  }

  history(questions: readonly QueryOf<'history'>[], revision: number): StatementRow[][] {
    const ids = idsOf(questions)
    return listsById(
      ids,
      this.db.all<StatementRow>(texts.historyOf, texts.list(ids), revision),
      ({ subject }) => subject,
    )
  }

  statement(questions: readonly QueryOf<'statement'>[], revision: number): (StatementRow | undefined)[] {
    const ids = idsOf(questions)
    return rowsById(ids, this.db.all<StatementRow>(texts.statement, listOfStatements(ids), revision))
  }

  statements(questions: readonly QueryOf<'statements'>[], revision: number): StatementRow[][] {
    return questions.map(question => selectStatements(this.db, question, revision, this.statementsInPart))
  }

  conflict(questions: readonly QueryOf<'conflict'>[], revision: number): (ConflictRow | undefined)[] {
    const ids = idsOf(questions)
    return rowsById(ids, this.db.all<ConflictRow>(texts.conflict, texts.list(ids), revision))
  }

  conflicts(questions: readonly QueryOf<'conflicts'>[], revision: number): ConflictRow[][] {
    return questions.map(question => {
      const { text, parameters } = texts.conflicts(question)
      return this.db.all(text, revision, revision, ...parameters)
    })
  }

  source(questions: readonly QueryOf<'source'>[], revision: number): (string | undefined)[] {
    return this.#contents(texts.sources, questions, revision)
  }

  sources(questions: readonly QueryOf<'sources'>[], revision: number): string[][] {
    return questions.map(page => {
      const { text, parameters } = texts.pageOfSources(page)
      return this.db.all<{ content: string }>(text, revision, ...parameters).map(({ content }) => content)
    })
  }

  edition(questions: readonly QueryOf<'edition'>[], revision: number): (string | undefined)[] {
    return this.#contents(texts.editions, questions, revision)
  }

  editionText(questions: readonly QueryOf<'editionText'>[], revision: number): (string | undefined)[] {
    return this.#contents(texts.editionTexts, questions, revision)
  }

  deeds(questions: readonly QueryOf<'deeds'>[], revision: number): DeedRow[][] {
    return questions.map(({ after = 0 }) => this.db.all(texts.deeds, after, revision))
  }

  changes(questions: readonly QueryOf<'changes'>[], revision: number): EngineRows['changes'][] {
    return questions.map(question => readChanges(this.db, question, revision))
  }

  changeCount(questions: readonly QueryOf<'changeCount'>[], revision: number): number[] {
    const count = countChanges(this.db, revision)
    return questions.map(() => count)
  }

  lastRevision(questions: readonly QueryOf<'lastRevision'>[], revision: number): number[] {
    return questions.map(() => revision)
  }

  #ids(text: string, ...parameters: readonly Parameter[]): string[] {
    return this.db.all<{ id: string }>(text, ...parameters).map(({ id }) => id)
  }

  /** Each pair is a row of the parameter, with its position. */
  #statementsByPair(text: string, pairs: readonly (readonly [string, string])[], revision: number): StatementRow[][] {
    const parameter = pairs.map(([first, second], position) => [toStored(first), toStored(second), position])
    return listsByPosition(
      pairs,
      this.db.all<StatementRow & { position: number }>(text, JSON.stringify(parameter), revision),
    )
  }

  /** Sources or editions, each in its last version. */
  #contents(text: string, questions: readonly { readonly id: string }[], revision: number): (string | undefined)[] {
    const ids = idsOf(questions)
    const rows = this.db.all<{ id: string; content: string }>(text, texts.list(ids), revision)
    return rowsById(ids, rows).map(row => row?.content)
  }
}
