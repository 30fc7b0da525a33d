import type { Conflict } from '../../model/conflict.js'
import type { CurationAction, RecordedAction } from '../../model/curation-action.js'
import type { EntityRecord } from '../../model/entity.js'
import type { Revision } from '../../model/revision.js'
import type { CitedEdition, Edition, Source } from '../../model/source.js'
import type { Statement } from '../../model/statement.js'
import { type AsOf, type ConflictRow, decodeConflict, decodeRevision, type RevisionRow } from '../engine-rows.js'
import {
  byId,
  byIdThenRecorded,
  byRevision,
  groupBy,
  groups,
  idsOf,
  instant,
  nothing,
  statementsIn,
} from '../group-queries.js'
import { decodeAttestations, decodeStatement } from '../statement-record.js'
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
} from '../store.js'
import { fromStored, toStored } from '../stored-text.js'
import { countChanges, readChanges } from './change-feed.js'
import * as texts from './read-sql.js'
import { keyQuery } from './search-key-table.js'
import { searchRows } from './search-rows.js'
import { selectStatements } from './select-statements.js'
import type { Parameter, SqliteConnection } from './sqlite-connection.js'
import { listOfStatements, type StatementRow } from './statement-row.js'

/** Answers every question from one connection whose tables are there. One reading is one transaction, so it sees one state. */
export class SqliteReader {
  /** Instants of published revisions, which never change. */
  readonly #instants = new Map<number, string>()

  /** `statementsInPart`: how many statements one text looks through at most where few of them may be asked for. */
  constructor(
    readonly db: SqliteConnection,
    readonly statementsInPart = 20_000,
  ) {}

  read<K extends QueryKind>(asks: readonly PinnedQuery<K>[], asOf: AsOf): Reading<K> {
    return this.db.cache(() => {
      const published = this.#published('pin' in asOf ? asOf.pin : undefined)
      const answers = new Array<AnswerTo<K>>(asks.length)
      const citedEditions = new Map<string, CitedEdition>()
      const asked = [...groups(asks, knownAt => this.#asOf(asOf, published, knownAt))].sort(byRevision)
      for (const { kind, revision, positions } of asked) {
        const given = this.#answer(
          kind,
          positions.map(position => (asks[position] as PinnedQuery<K>).question),
          revision,
        )
        positions.forEach((position, index) => {
          answers[position] = given[index] as AnswerTo<K>
        })
        for (const citedEdition of this.#citedEditions(given, Math.min(revision, published.number)))
          citedEditions.set(citedEdition.edition.id, citedEdition)
      }
      return {
        revision: published,
        answers,
        citedEditions: [...citedEditions.values()].sort((a, b) => byId(a.edition, b.edition)),
      }
    })
  }

  vouched(revision: number, dataset: string, subjects: readonly string[]): Attestation[] {
    return this.db
      .all<StatementRow>(texts.statementsOf, texts.list(subjects), revision)
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

  attestedSubjects(staged: number | undefined, dataset: string, page: Page): string[] {
    return this.db.cache(() => {
      const { condition, order, parameters } = texts.paged('v.subject', page)
      const sql = `
        SELECT v.subject AS id FROM vouched v
        WHERE v.dataset = ? AND EXISTS (
          SELECT 1 FROM statement s JOIN standing t ON t.statement = s.key
          WHERE s.subject = v.subject AND t.recorded <= ? AND (t.retracted IS NULL OR t.retracted > ?)
            AND EXISTS (SELECT 1 FROM json_each(t.vouches) w WHERE w.value ->> 0 = v.dataset)
        ) AND ${condition} ${order}`
      const revision = staged ?? this.#published(undefined).number
      return this.db
        .all<{ id: string }>(sql, toStored(dataset), revision, revision, ...parameters)
        .map(row => fromStored(row.id))
    })
  }

  #answer<K extends QueryKind>(kind: K, questions: readonly QueryOf<K>[], revision: number): readonly AnswerTo<K>[] {
    const answer = this.#answers[kind] as (questions: readonly QueryOf<K>[], revision: number) => readonly AnswerTo<K>[]
    return answer(questions, revision)
  }

  /** How each kind of question is answered: all of a kind together. */
  readonly #answers: {
    [K in QueryKind]: (questions: readonly QueryOf<K>[], revision: number) => readonly AnswerTo<K>[]
  } = {
    entity: (questions, revision) =>
      together(
        questions,
        ({ properties }) => JSON.stringify(properties),
        some => this.#entities(idsOf(some), revision, some[0]?.properties),
      ),
    entities: (questions, revision) => questions.map(({ type, ...page }) => this.#idsOfType(type, page, revision)),
    incomingStatements: (questions, revision) =>
      this.#statementsByPair(
        texts.incomingStatements,
        questions.map(({ id, property }) => [id, property]),
        revision,
      ),
    links: (questions, revision) => questions.map(question => this.#selectLinks(question, revision)),
    statementsByCode: (questions, revision) =>
      this.#statementsByPair(
        texts.statementsByCode,
        questions.map(({ code, property }) => [code, property]),
        revision,
      ),
    statementsBySearchKeys: (questions, revision) =>
      questions.map(({ keys, limit }) =>
        this.#decode(
          this.db.all<StatementRow>(texts.statementsBySearchKeys, keyQuery(keys), revision, texts.limitOf({ limit })),
          revision,
        ).sort(byId),
      ),
    entitiesBySearchKeys: (questions, revision) => questions.map(question => searchRows(this.db, question, revision)),
    history: (questions, revision) => {
      const bySubject = this.#statementsBySubject(texts.historyOf, idsOf(questions), revision)
      return questions.map(({ id }) => (bySubject.get(id) ?? []).sort(byIdThenRecorded))
    },
    statement: (questions, revision) => {
      const rows = this.db.all<StatementRow>(texts.statement, listOfStatements(idsOf(questions)), revision)
      const byId = new Map(this.#decode(rows, revision).map(found => [found.id, found]))
      return questions.map(({ id }) => byId.get(id))
    },
    statements: (questions, revision) =>
      questions.map(question =>
        this.#decode(selectStatements(this.db, question, revision, this.statementsInPart), revision),
      ),
    conflict: (questions, revision) => {
      const rows = this.db.all<ConflictRow>(texts.conflict, texts.list(idsOf(questions)), revision)
      const byId = new Map(rows.map(row => [fromStored(row.id), decodeConflict(row, revision)]))
      return questions.map(({ id }) => byId.get(id))
    },
    conflicts: (questions, revision) => questions.map(question => this.#selectConflicts(question, question, revision)),
    source: (questions, revision) => this.#records(texts.sources, idsOf(questions), revision),
    sources: (questions, revision) => questions.map(page => this.#pageOfSources(page, revision)),
    edition: (questions, revision) => this.#records(texts.editions, idsOf(questions), revision),
    editionText: (questions, revision) => this.#records(texts.editionTexts, idsOf(questions), revision),
    deeds: (questions, revision) => questions.map(({ after = 0 }) => this.#deeds(after, revision)),
    changes: (questions, revision) =>
      questions.map(({ after, madeAfter, limit }) =>
        readChanges(this.db, {
          after,
          madeAfter,
          limit: texts.limitOf({ limit }),
          until: revision,
          instantOf: this.#instantOf,
        }),
      ),
    changeCount: (questions, revision) => {
      const count = countChanges(this.db, revision)
      return questions.map(() => count)
    },
  }

  #entities(
    ids: readonly string[],
    revision: number,
    properties: readonly string[] | undefined,
  ): (EntityRecord | undefined)[] {
    const wanted = texts.list(ids)
    const types = new Map(
      this.db
        .all<{ id: string; type: string }>(texts.entityTypes, wanted, revision)
        .map(row => [fromStored(row.id), fromStored(row.type)]),
    )
    const statements = properties
      ? this.#statementsBySubject(texts.someStatementsOf, ids, revision, texts.list(properties))
      : this.#statementsBySubject(texts.statementsOf, ids, revision)
    const conflicts = groupBy(
      this.db.all<ConflictRow & { subject: string }>(texts.conflictsOf, wanted, revision),
      row => fromStored(row.subject),
    )
    return ids.map(id => {
      const type = types.get(id)
      const itsStatements = statements.get(id)
      if (type === undefined || itsStatements === undefined) return undefined
      return {
        id,
        type,
        formerIds: [],
        statements: itsStatements.sort(byId),
        conflicts: (conflicts.get(id) ?? []).map(row => decodeConflict(row, revision)).sort(byId),
      }
    })
  }

  #idsOfType(type: string, page: Page, revision: number): string[] {
    const { condition, order, parameters } = texts.paged('e.id', page)
    const sql = `
      SELECT e.id FROM entity e
      WHERE e.type = ? AND e.recorded <= ? AND EXISTS (
        SELECT 1 FROM statement s JOIN standing t ON t.statement = s.key
        WHERE s.subject = e.id AND t.recorded <= ? AND (t.retracted IS NULL OR t.retracted > ?)
      ) AND ${condition} ${order}`
    return this.db
      .all<{ id: string }>(sql, toStored(type), revision, revision, revision, ...parameters)
      .map(row => fromStored(row.id))
  }

  #statementsBySubject(
    sql: string,
    ids: readonly string[],
    revision: number,
    ...more: readonly Parameter[]
  ): Map<string, Statement[]> {
    const rows = this.db.all<StatementRow>(sql, texts.list(ids), revision, ...more)
    return groupBy(this.#decode(rows, revision), found => found.subject)
  }

  #statementsByPair(sql: string, pairs: readonly (readonly [string, string])[], revision: number): Statement[][] {
    const parameter = JSON.stringify(
      pairs.map(([first, second], position) => [toStored(first), toStored(second), position]),
    )
    const rows = groupBy(
      this.db.all<StatementRow & { position: number }>(sql, parameter, revision),
      row => row.position,
    )
    return pairs.map((_, position) => this.#decode(rows.get(position) ?? [], revision).sort(byId))
  }

  #selectLinks(
    { id, property, isInward, minConfidence = 0, after, limit }: LinkSelection,
    revision: number,
  ): LinkEnd[] {
    const bound = after && [toStored(after.entity), toStored(after.entity), toStored(after.statement)]
    const sql = texts.linksOf(isInward, bound !== undefined)
    return this.db
      .all<{ entity: string; statement: string }>(
        sql,
        toStored(id),
        toStored(property),
        revision,
        revision,
        minConfidence,
        ...(bound ?? []),
        texts.limitOf({ limit }),
      )
      .map(({ entity, statement }) => ({ entity: fromStored(entity), statement: fromStored(statement) }))
  }

  #selectConflicts(selection: ConflictSelection, page: Page, revision: number): Conflict[] {
    const conditions: string[] = []
    const parameters: Parameter[] = []
    if (selection.subjects !== undefined) {
      conditions.push(
        'EXISTS (SELECT 1 FROM conflict_subject cs WHERE cs.conflict = c.key AND cs.subject IN (SELECT value FROM json_each(?)))',
      )
      parameters.push(texts.list(selection.subjects))
    }
    if (selection.properties !== undefined) {
      conditions.push('c.property IN (SELECT value FROM json_each(?))')
      parameters.push(texts.list(selection.properties))
    }
    if (selection.kinds !== undefined) {
      conditions.push('c.kind IN (SELECT value FROM json_each(?))')
      parameters.push(texts.list(selection.kinds))
    }
    const paging = texts.paged('c.id', page)
    const sql = `
      SELECT ${texts.conflictColumns} FROM conflict c INDEXED BY conflict_id JOIN conflict_life l ON l.conflict = c.key
      WHERE l.opened <= ? AND (l.closed IS NULL OR l.closed > ?) AND ${[...conditions, paging.condition].join(' AND ')}
      ${paging.order}`
    return this.db
      .all<ConflictRow>(sql, revision, revision, ...parameters, ...paging.parameters)
      .map(row => decodeConflict(row, revision))
  }

  /** Sources or editions by id, each in its last version. */
  #records<Kept>(sql: string, ids: readonly string[], revision: number): (Kept | undefined)[] {
    const rows = this.db.all<{ id: string; content: string }>(sql, texts.list(ids), revision)
    const byStoredId = new Map(rows.map(row => [row.id, JSON.parse(row.content) as Kept]))
    return ids.map(id => byStoredId.get(toStored(id)))
  }

  #pageOfSources<Kept>(page: Page, revision: number): Kept[] {
    const { condition, order, parameters } = texts.paged('r.id', page)
    const sql = `
      SELECT r.content FROM source r
      WHERE r.recorded = (SELECT max(x.recorded) FROM source x WHERE x.id = r.id AND x.recorded <= ?) AND ${condition} ${order}`
    return this.db.all<{ content: string }>(sql, revision, ...parameters).map(row => JSON.parse(row.content) as Kept)
  }

  #deeds(after: number, revision: number): RecordedAction[] {
    const sql = 'SELECT revision, content FROM deed WHERE revision > ? AND revision <= ? ORDER BY revision'
    return this.db.all<{ revision: number; content: string }>(sql, after, revision).map(row => ({
      ...(JSON.parse(row.content) as CurationAction),
      madeIn: row.revision,
      at: this.#instantOf(row.revision),
    }))
  }

  /** The editions that the statements of the answers cite. */
  #citedEditions(answers: readonly AnswerTo<QueryKind>[], revision: number): CitedEdition[] {
    const cited = new Set<string>()
    for (const statement of statementsIn(answers)) cited.add(statement.edition)
    if (cited.size === 0) return []
    const rows = this.db.all<{ edition: string; source: string }>(texts.citedEditions, texts.list([...cited]), revision)
    return rows.map(({ edition, source }) => ({
      edition: JSON.parse(edition) as Edition,
      source: JSON.parse(source) as Source,
    }))
  }

  #decode(rows: readonly StatementRow[], revision: number): Statement[] {
    return rows.map(row => decodeStatement(row, revision, this.#instantOf))
  }

  /** The revision's instant; '' of one that is not published. */
  readonly #instantOf = (number: number): string => {
    const known = this.#instants.get(number)
    if (known !== undefined) return known
    const row = this.db.get<RevisionRow>('SELECT number, at FROM revision WHERE number = ?', number)
    if (!row) return ''
    const { at } = decodeRevision(row)
    this.#instants.set(number, at)
    return at
  }

  /** The last published revision up to `pin`. */
  #published(pin: number | undefined): Revision {
    const row = this.db.get<RevisionRow>(
      'SELECT number, at FROM revision WHERE number <= ? ORDER BY number DESC LIMIT 1',
      pin ?? Number.MAX_SAFE_INTEGER,
    )
    return row ? decodeRevision(row) : nothing
  }

  /** The number that an ask reads as of. A staged revision has no instant yet, so `knownAt` means a published one. */
  #asOf(asOf: AsOf, published: Revision, knownAt: string | undefined): number {
    if (knownAt === undefined) return 'staged' in asOf ? asOf.staged : published.number
    const row = this.db.get<{ number: number }>(
      'SELECT number FROM revision WHERE number <= ? AND at <= ? ORDER BY number DESC LIMIT 1',
      published.number,
      instant(knownAt),
    )
    return row?.number ?? 0
  }
}

/** Answers in the order of the questions, of which those with one key are answered together. */
function together<StoreQuery, Answer>(
  questions: readonly StoreQuery[],
  keyOf: (question: StoreQuery) => string | undefined,
  answer: (some: readonly StoreQuery[]) => readonly Answer[],
): Answer[] {
  const answers = new Array<Answer>(questions.length)
  const groups = groupBy([...questions.keys()], position => keyOf(questions[position] as StoreQuery))
  for (const positions of groups.values()) {
    const given = answer(positions.map(position => questions[position] as StoreQuery))
    for (const [i, position] of positions.entries()) answers[position] = given[i] as Answer
  }
  return answers
}
