import type { Conflict, ConflictContent } from '../../model/conflict.js'
import type { CurationAction, RecordedAction } from '../../model/curation-action.js'
import type { EntityRecord } from '../../model/entity.js'
import type { Rank } from '../../model/rank.js'
import type { Revision } from '../../model/revision.js'
import type { CitedEdition, Edition, Source } from '../../model/source.js'
import type { Statement } from '../../model/statement.js'
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
import { decodeAttestations, decodeStatement, sourceOf } from '../statement-record.js'
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
import { idOrder } from './id-order.js'
import { keyQuery } from './search-key-table.js'
import { searchRows } from './search-rows.js'
import type { Parameter, SqliteConnection } from './sqlite-connection.js'
import { isStatement, listOfStatements, type StatementRow, statementColumns } from './statement-row.js'

/** As of which revision: a published one (the newest where no pin is given), or the one that is being staged. */
export type AsOf = { readonly pin: number | undefined } | { readonly staged: number }

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
      .all<StatementRow>(statementsOf, list(subjects), revision)
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
      const { condition, order, parameters } = paged('v.subject', page)
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
        incomingStatements,
        questions.map(({ id, property }) => [id, property]),
        revision,
      ),
    links: (questions, revision) => questions.map(question => this.#selectLinks(question, revision)),
    statementsByCode: (questions, revision) =>
      this.#statementsByPair(
        statementsByCode,
        questions.map(({ code, property }) => [code, property]),
        revision,
      ),
    statementsBySearchKeys: (questions, revision) =>
      questions.map(({ keys, limit }) =>
        this.#decode(
          this.db.all<StatementRow>(statementsBySearchKeys, keyQuery(keys), revision, limitOf({ limit })),
          revision,
        ).sort(byId),
      ),
    entitiesBySearchKeys: (questions, revision) => questions.map(question => searchRows(this.db, question, revision)),
    history: (questions, revision) => {
      const bySubject = this.#statementsBySubject(historyOf, idsOf(questions), revision)
      return questions.map(({ id }) => (bySubject.get(id) ?? []).sort(byIdThenRecorded))
    },
    statement: (questions, revision) => {
      const rows = this.db.all<StatementRow>(statement, listOfStatements(idsOf(questions)), revision)
      const byId = new Map(this.#decode(rows, revision).map(found => [found.id, found]))
      return questions.map(({ id }) => byId.get(id))
    },
    statements: (questions, revision) =>
      questions.map(question => this.#selectStatements(question, question, revision)),
    conflict: (questions, revision) => {
      const rows = this.db.all<ConflictRow>(conflict, list(idsOf(questions)), revision)
      const byId = new Map(rows.map(row => [fromStored(row.id), decodeConflict(row, revision)]))
      return questions.map(({ id }) => byId.get(id))
    },
    conflicts: (questions, revision) => questions.map(question => this.#selectConflicts(question, question, revision)),
    source: (questions, revision) => this.#records(sources, idsOf(questions), revision),
    sources: (questions, revision) => questions.map(page => this.#pageOfSources(page, revision)),
    edition: (questions, revision) => this.#records(editions, idsOf(questions), revision),
    editionText: (questions, revision) => this.#records(editionTexts, idsOf(questions), revision),
    deeds: (questions, revision) => questions.map(({ after = 0 }) => this.#deeds(after, revision)),
    changes: (questions, revision) =>
      questions.map(({ after, madeAfter, limit }) =>
        readChanges(this.db, {
          after,
          madeAfter,
          limit: limitOf({ limit }),
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
    const wanted = list(ids)
    const types = new Map(
      this.db
        .all<{ id: string; type: string }>(entityTypes, wanted, revision)
        .map(row => [fromStored(row.id), fromStored(row.type)]),
    )
    const statements = properties
      ? this.#statementsBySubject(someStatementsOf, ids, revision, list(properties))
      : this.#statementsBySubject(statementsOf, ids, revision)
    const conflicts = groupBy(this.db.all<ConflictRow & { subject: string }>(conflictsOf, wanted, revision), row =>
      fromStored(row.subject),
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
    const { condition, order, parameters } = paged('e.id', page)
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
    const rows = this.db.all<StatementRow>(sql, list(ids), revision, ...more)
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
    const sql = linksOf(isInward, bound !== undefined)
    return this.db
      .all<{ entity: string; statement: string }>(
        sql,
        toStored(id),
        toStored(property),
        revision,
        revision,
        minConfidence,
        ...(bound ?? []),
        limitOf({ limit }),
      )
      .map(({ entity, statement }) => ({ entity: fromStored(entity), statement: fromStored(statement) }))
  }

  #selectStatements(selection: StatementSelection, page: Page, revision: number): Statement[] {
    const all = filtersOf(selection)
    const narrow = this.#narrowest(all, page)
    const filters = all.filter(({ isHint, path }) => !isHint || path === narrow)
    // The unary plus keeps the database from an index that was not chosen here.
    const conditions = filters.map(({ test, path }) => (path !== undefined && path === narrow ? test : `+${test}`))
    const parameters = filters.flatMap(filter => filter.parameters)
    const read = (limit: number, part?: OrdinalRange) => {
      const paging = pagedById({ ...page, limit })
      const sql = `
        SELECT ${statementColumns}
        FROM statement s ${narrow ?? 'INDEXED BY statement_ordinal'} JOIN standing t ON t.statement = s.key
        WHERE t.recorded <= ? AND (t.retracted IS NULL OR t.retracted > ?)
          AND ${[...conditions, part ? 's.ordinal BETWEEN ? AND ?' : 'TRUE', paging.condition].join(' AND ')}
        ${paging.order}`
      const range = part ? [part.least, part.greatest] : []
      return this.db.all<StatementRow>(sql, revision, revision, ...parameters, ...range, ...paging.parameters)
    }
    if (narrow !== undefined || filters.length === 0) return this.#decode(read(page.limit), revision)
    const rows: StatementRow[] = []
    for (const part of this.#parts(page)) {
      if (rows.length >= page.limit) break
      rows.push(...read(page.limit - rows.length, part))
    }
    return this.#decode(rows, revision)
  }

  /**
   * The ordinals from where a page begins to the end, in its direction, in ranges of so few statements that who is
   * to stop need not wait long for a text that looks at all of one.
   */
  *#parts({ after, reversed = false }: Page): Iterable<OrdinalRange> {
    const [beyond, direction] = reversed ? ['<=', 'DESC'] : ['>=', 'ASC']
    let from = after === undefined ? (reversed ? Number.MAX_SAFE_INTEGER : 0) : idOrder(after)
    for (;;) {
      const last = this.db.get<{ ordinal: number }>(
        `SELECT s.ordinal FROM statement s WHERE s.ordinal ${beyond} ? ORDER BY s.ordinal ${direction} LIMIT 1 OFFSET ?`,
        from,
        this.statementsInPart,
      )?.ordinal
      const to = last ?? (reversed ? 0 : Number.MAX_SAFE_INTEGER)
      yield reversed ? { least: to, greatest: from } : { least: from, greatest: to }
      if (last === undefined) return
      from = reversed ? last - 1 : last + 1
    }
  }

  /**
   * Statements are sorted by id, so a page is read along that index, unless a filter leaves so few that fetching them
   * all is quicker. Statistics of the database would not do: they know how common a property is on average, not this one.
   */
  #narrowest(filters: readonly Filter[], page: Page): string | undefined {
    const few = 2_000 + 20 * page.limit
    const paths = new Set(filters.flatMap(filter => filter.path ?? []))
    for (const path of paths) {
      const its = filters.filter(filter => filter.path === path)
      const found = this.db.get<{ count: number }>(
        `SELECT count(*) AS count FROM (
          SELECT 1 FROM statement s ${path} WHERE ${its.map(({ test }) => test).join(' AND ')} LIMIT ?
        )`,
        ...its.flatMap(filter => filter.parameters),
        few + 1,
      )
      if (found !== undefined && found.count <= few) return path
    }
    return undefined
  }

  #selectConflicts(selection: ConflictSelection, page: Page, revision: number): Conflict[] {
    const conditions: string[] = []
    const parameters: Parameter[] = []
    if (selection.subjects !== undefined) {
      conditions.push(
        'EXISTS (SELECT 1 FROM conflict_subject cs WHERE cs.conflict = c.key AND cs.subject IN (SELECT value FROM json_each(?)))',
      )
      parameters.push(list(selection.subjects))
    }
    if (selection.properties !== undefined) {
      conditions.push('c.property IN (SELECT value FROM json_each(?))')
      parameters.push(list(selection.properties))
    }
    if (selection.kinds !== undefined) {
      conditions.push('c.kind IN (SELECT value FROM json_each(?))')
      parameters.push(list(selection.kinds))
    }
    const paging = paged('c.id', page)
    const sql = `
      SELECT ${conflictColumns} FROM conflict c INDEXED BY conflict_id JOIN conflict_life l ON l.conflict = c.key
      WHERE l.opened <= ? AND (l.closed IS NULL OR l.closed > ?) AND ${[...conditions, paging.condition].join(' AND ')}
      ${paging.order}`
    return this.db
      .all<ConflictRow>(sql, revision, revision, ...parameters, ...paging.parameters)
      .map(row => decodeConflict(row, revision))
  }

  /** Sources or editions by id, each in its last version. */
  #records<Kept>(sql: string, ids: readonly string[], revision: number): (Kept | undefined)[] {
    const rows = this.db.all<{ id: string; content: string }>(sql, list(ids), revision)
    const byStoredId = new Map(rows.map(row => [row.id, JSON.parse(row.content) as Kept]))
    return ids.map(id => byStoredId.get(toStored(id)))
  }

  #pageOfSources<Kept>(page: Page, revision: number): Kept[] {
    const { condition, order, parameters } = paged('r.id', page)
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
    const rows = this.db.all<{ edition: string; source: string }>(citedEditions, list([...cited]), revision)
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

/** Both ends are in it. */
interface OrdinalRange {
  readonly least: number
  readonly greatest: number
}

interface RevisionRow {
  readonly number: number
  readonly at: number
}

export function decodeRevision({ number, at }: RevisionRow): Revision {
  return { number, at: new Date(at).toISOString() }
}

interface ConflictRow {
  readonly id: string
  readonly content: string
  readonly opened: number
  readonly closed: number | null
}

function decodeConflict({ content, opened, closed }: ConflictRow, revision: number): Conflict {
  return {
    ...(JSON.parse(content) as ConflictContent),
    status: 'OPEN',
    openedIn: opened,
    ...(closed !== null && closed <= revision && { closedIn: closed }),
  }
}

const standing = 't.recorded <= ?2 AND (t.retracted IS NULL OR t.retracted > ?2)'

const entityTypes = `
  SELECT e.id, e.type FROM json_each(?1) a CROSS JOIN entity e ON e.id = a.value
  WHERE e.recorded <= ?2`

const statementsOf = `
  SELECT ${statementColumns}
  FROM json_each(?1) a CROSS JOIN statement s ON s.subject = a.value JOIN standing t ON t.statement = s.key
  WHERE ${standing}`

const someStatementsOf = `${statementsOf} AND s.property IN (SELECT value FROM json_each(?3))`

/** The last state of every life. */
const historyOf = `
  SELECT ${statementColumns}
  FROM json_each(?1) a CROSS JOIN statement s ON s.subject = a.value JOIN standing t ON t.statement = s.key
  WHERE t.recorded <= ?2 AND NOT EXISTS (
    SELECT 1 FROM standing n
    WHERE n.statement = t.statement AND n.recorded > t.recorded AND n.recorded <= ?2 AND n.since = t.since
  )`

/** The last state of the last life. */
const statement = `
  SELECT ${statementColumns}
  FROM json_each(?1) a CROSS JOIN statement s ON ${isStatement} JOIN standing t ON t.statement = s.key
  WHERE t.recorded = (SELECT max(n.recorded) FROM standing n WHERE n.statement = s.key AND n.recorded <= ?2)`

const pairs = `json_each(?1) a CROSS JOIN`
const incomingStatements = `
  SELECT ${statementColumns}, a.value ->> 2 AS position
  FROM ${pairs} statement s ON s.target = a.value ->> 0 AND s.property = a.value ->> 1
  JOIN standing t ON t.statement = s.key
  WHERE ${standing}`

/** Inward links are read along their index, a page in the time of its rows however many there are. */
function linksOf(isInward: boolean, isBounded: boolean): string {
  const [own, other, index] = isInward
    ? ['s.target', 's.subject', 'statement_target']
    : ['s.subject', 's.target', 'statement_subject']
  const bound = `AND ${other} >= ? AND (${other} > ? OR s.id > ?)`
  return `
    SELECT ${other} AS entity, s.id AS statement
    FROM statement s INDEXED BY ${index} JOIN standing t ON t.statement = s.key
    WHERE ${own} = ? AND s.property = ? AND s.target IS NOT NULL
      AND t.recorded <= ? AND (t.retracted IS NULL OR t.retracted > ?) AND t.confidence >= ?
      ${isBounded ? bound : ''}
    ORDER BY ${other}, s.id LIMIT ?`
}

const statementsByCode = `
  SELECT ${statementColumns}, a.value ->> 2 AS position
  FROM ${pairs} statement s ON s.code = a.value ->> 0 AND s.property = a.value ->> 1
  JOIN standing t ON t.statement = s.key
  WHERE ${standing}`

const statementsBySearchKeys = `
  SELECT ${statementColumns}
  FROM search_key CROSS JOIN statement s ON s.key = search_key.rowid JOIN standing t ON t.statement = s.key
  WHERE search_key MATCH ?1 AND ${standing}
  ORDER BY search_key.rowid LIMIT ?3`

const conflictColumns = 'c.id, c.content, l.opened, l.closed'

const conflictsOf = `
  SELECT ${conflictColumns}, cs.subject
  FROM json_each(?1) a CROSS JOIN conflict_subject cs ON cs.subject = a.value
  JOIN conflict c ON c.key = cs.conflict JOIN conflict_life l ON l.conflict = c.key
  WHERE l.opened <= ?2 AND (l.closed IS NULL OR l.closed > ?2)`

const conflict = `
  SELECT ${conflictColumns}
  FROM json_each(?1) a CROSS JOIN conflict c ON c.id = a.value JOIN conflict_life l ON l.conflict = c.key
  WHERE l.opened = (SELECT max(n.opened) FROM conflict_life n WHERE n.conflict = c.key AND n.opened <= ?2)`

const lastVersions = (table: 'source' | 'edition', column = 'content') => `
  SELECT r.id, r.${column} AS content
  FROM json_each(?1) a CROSS JOIN ${table} r ON r.id = a.value
  WHERE r.recorded = (SELECT max(x.recorded) FROM ${table} x WHERE x.id = r.id AND x.recorded <= ?2)
    AND r.${column} IS NOT NULL`

const sources = lastVersions('source')
const editions = lastVersions('edition')
const editionTexts = lastVersions('edition', 'text')

/** The edition says which source it is of. */
const citedEditions = `
  SELECT e.content AS edition, r.content AS source
  FROM json_each(?1) a CROSS JOIN edition e ON e.id = a.value JOIN source r ON r.id = e.source
  WHERE e.recorded = (SELECT max(x.recorded) FROM edition x WHERE x.id = e.id AND x.recorded <= ?2)
    AND r.recorded = (SELECT max(x.recorded) FROM source x WHERE x.id = r.id AND x.recorded <= ?2)`

/** A condition, and the access path that finds what meets it, as SQL names it. */
interface Filter {
  readonly test: string
  readonly parameters: readonly Parameter[]
  readonly path?: string
  /** Holds of more than is asked for: it only helps to find it. */
  readonly isHint?: boolean
}

function filtersOf(selection: StatementSelection): Filter[] {
  const { subjects, properties, editions, sources, languages, ranks, minConfidence } = selection
  const among = (column: string, values: readonly string[] | undefined, index?: string): Filter[] =>
    values === undefined
      ? []
      : [
          {
            test: `${column} IN (SELECT value FROM json_each(?))`,
            parameters: [list(values)],
            path: index && `INDEXED BY ${index}`,
          },
        ]
  return [
    ...among('s.subject', subjects, 'statement_subject'),
    // An edition has one source, by which the index begins.
    ...among('s.source', sources ?? editions?.map(sourceOf), 'statement_edition'),
    ...among('s.edition', editions, 'statement_edition'),
    ...among('s.property', properties, 'statement_property'),
    ...among('s.language', languages, 'statement_language'),
    ...among('t.rank', ranks),
    ...(ranks === undefined || ranks.includes('NORMAL') ? [] : [everOf(ranks)]),
    ...(minConfidence === undefined ? [] : [{ test: 't.confidence >= ?', parameters: [minConfidence] }]),
  ]
}

/** Statements that ever had a rank that is not the usual one: found by their keys, for which there is no index to name. */
function everOf(ranks: readonly Rank[]): Filter {
  return {
    test: `s.key IN (
      SELECT r.statement FROM standing r INDEXED BY standing_rank
      WHERE r.rank IN (SELECT value FROM json_each(?)) AND r.rank <> 'NORMAL'
    )`,
    parameters: [list(ranks)],
    path: 'NOT INDEXED',
    isHint: true,
  }
}

/** A page of statements, along the index of their ordinals. */
function pagedById({ after, ...page }: Page): { condition: string; order: string; parameters: Parameter[] } {
  const [beyond, direction] = page.reversed ? ['<', 'DESC'] : ['>', 'ASC']
  const from = after === undefined ? [] : [idOrder(after), idOrder(after), toStored(after)]
  return {
    condition: after === undefined ? 'TRUE' : `s.ordinal ${beyond}= ? AND (s.ordinal ${beyond} ? OR s.id ${beyond} ?)`,
    order: `ORDER BY s.ordinal ${direction}, s.id ${direction} LIMIT ?`,
    parameters: [...from, limitOf(page)],
  }
}

function paged(
  column: string,
  { after, limit, reversed = false }: Page,
): { condition: string; order: string; parameters: Parameter[] } {
  const bound = after === undefined ? [] : [toStored(after)]
  return {
    condition: after === undefined ? 'TRUE' : `${column} ${reversed ? '<' : '>'} ?`,
    order: `ORDER BY ${column} ${reversed ? 'DESC' : 'ASC'} LIMIT ?`,
    parameters: [...bound, limitOf({ limit })],
  }
}

/** A negative limit would be none at all. */
function limitOf({ limit }: Pick<Page, 'limit'>): number {
  return Math.min(Math.max(0, Math.floor(limit)), Number.MAX_SAFE_INTEGER)
}

/** Texts as one parameter, for json_each; each once. */
function list(texts: readonly string[]): string {
  return JSON.stringify([...new Set(texts)].map(toStored))
}
