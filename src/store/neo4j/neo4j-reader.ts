import type { Conflict, ConflictContent } from '../../model/conflict.js'
import type { CurationAction, RecordedAction } from '../../model/curation-action.js'
import type { EntityRecord } from '../../model/entity.js'
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
import type { Parameters, ReadDatabase } from './neo4j-session.js'
import * as cypher from './read-cypher.js'
import { anyLink, relationshipType } from './relationship-type.js'
import { searchKeyIndex } from './search-key-index.js'
import { searchRows } from './search-rows.js'

/** As of which revision: a published one (the newest where no pin is given), or the one that is being staged. */
export type AsOf = { readonly pin: number | undefined } | { readonly staged: number }

/** What readers of one database have learnt, for the next ones. */
export class Learnt {
  /** Published revisions, which never change, by number. */
  revisions: readonly Revision[] = []
  /** Who states what, as of the revision that was read last. */
  citedEditions: { readonly revision: number; readonly known: Map<string, CitedEdition | undefined> } = {
    revision: 0,
    known: new Map(),
  }
}

/** Answers one call: every question with one text for each kind; the kinds are asked side by side. */
export class Neo4jReader {
  constructor(
    readonly read: ReadDatabase,
    readonly learnt: Learnt,
  ) {}

  async answer<K extends QueryKind>(asks: readonly PinnedQuery<K>[], asOf: AsOf): Promise<Reading<K>> {
    const published = await this.#published('pin' in asOf ? asOf.pin : undefined)
    if (asks.some(({ knownAt }) => knownAt !== undefined)) await this.#learnRevisions(published.number)
    const answers = new Array<AnswerTo<K>>(asks.length)
    const found = [...groups(asks, knownAt => this.#asOf(asOf, published, knownAt))].sort(byRevision)
    const asked = found.map(async ({ kind, revision, positions }) => {
      const questions = positions.map(position => (asks[position] as PinnedQuery<K>).question)
      const given = await this.#answer(kind, questions, revision)
      for (const [index, position] of positions.entries()) answers[position] = given[index] as AnswerTo<K>
    })
    await Promise.all(asked)
    const citedEditions = new Map<string, CitedEdition>()
    for (const [revision, its] of groupBy(found, each => Math.min(each.revision, published.number))) {
      const given = its.flatMap(({ positions }) => positions.map(position => answers[position] as AnswerTo<K>))
      for (const citedEdition of await this.#citedEditionsOf(given, revision))
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
    const revision = staged ?? (await this.#published(undefined)).number
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
      await this.#learnRevisions(revision)
      const instantOf = this.#instantOf()
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
    const instantOf = await this.#instants(rows.flatMap(({ statements }) => statements.map(lifeOf)))
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
    const instantOf = await this.#instants(rows)
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
    const instantOf = await this.#instants(rows)
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
      const instantOf = await this.#instants(rows)
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
    await this.#learnRevisions(rows.at(-1)?.revision ?? 0)
    const instantOf = this.#instantOf()
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

  /** The editions that the statements of the answers cite; they are few, and kept until a newer revision is read. */
  async #citedEditionsOf(answers: readonly AnswerTo<QueryKind>[], revision: number): Promise<CitedEdition[]> {
    const cited = new Set<string>()
    for (const { edition } of statementsIn(answers)) cited.add(edition)
    if (cited.size === 0) return []
    if (this.learnt.citedEditions.revision !== revision) this.learnt.citedEditions = { revision, known: new Map() }
    const { known } = this.learnt.citedEditions
    const unknown = [...cited].filter(id => !known.has(id))
    if (unknown.length > 0) {
      const rows = await this.read<{ edition: string; source: string }>(cypher.citedEditions, {
        ids: stored(unknown),
        revision,
      })
      for (const id of unknown) known.set(id, undefined)
      for (const row of rows) {
        const edition = JSON.parse(row.edition) as Edition
        known.set(edition.id, { edition, source: JSON.parse(row.source) as Source })
      }
    }
    return [...cited].flatMap(id => known.get(id) ?? [])
  }

  /** The last published revision up to `pin`. */
  async #published(pin: number | undefined): Promise<Revision> {
    const isKnown = pin !== undefined && pin <= (this.learnt.revisions.at(-1)?.number ?? -1)
    if (isKnown) return this.learnt.revisions.findLast(({ number }) => number <= pin) ?? nothing
    const [row] = await this.read<RevisionRow>(cypher.newestRevision, { pin: pin ?? Number.MAX_SAFE_INTEGER })
    return row ? decodeRevision(row) : nothing
  }

  /** Reads the revisions that were published since those that are known, up to `number`. */
  async #learnRevisions(number: number): Promise<void> {
    const last = this.learnt.revisions.at(-1)?.number ?? 0
    if (number <= last) return
    const rows = await this.read<RevisionRow>(cypher.revisionsAfter, { last, number })
    const newer = rows.map(decodeRevision)
    this.learnt.revisions = [
      ...this.learnt.revisions.filter(known => !newer.some(revision => revision.number === known.number)),
      ...newer,
    ].sort((a, b) => a.number - b.number)
  }

  /** The instants of the revisions that the rows name; '' of one that is not published. */
  async #instants(
    rows: readonly Pick<StatementRecord, 'since' | 'retracted'>[],
  ): Promise<(revision: number) => string> {
    let highest = 0
    for (const { since, retracted } of rows) highest = Math.max(highest, since, retracted ?? 0)
    await this.#learnRevisions(highest)
    return this.#instantOf()
  }

  #instantOf(): (revision: number) => string {
    const at = new Map(this.learnt.revisions.map(revision => [revision.number, revision.at]))
    return revision => at.get(revision) ?? ''
  }

  /** The number that an ask reads as of. A staged revision has no instant yet, so `knownAt` means a published one. */
  #asOf(asOf: AsOf, published: Revision, knownAt: string | undefined): number {
    if (knownAt === undefined) return 'staged' in asOf ? asOf.staged : published.number
    const until = new Date(instant(knownAt)).toISOString()
    return this.learnt.revisions.findLast(({ number, at }) => number <= published.number && at <= until)?.number ?? 0
  }
}

interface RevisionRow {
  readonly number: number
  readonly at: number
}

export function decodeRevision({ number, at }: RevisionRow): Revision {
  return { number, at: new Date(at).toISOString() }
}

/** An entity with what is said of it: lists, as the text gives them. */
interface EntityRow {
  readonly position: number
  readonly type: string
  readonly statements: readonly StatementInList[]
  readonly conflicts: readonly (readonly [id: string, content: string, opened: number, closed: number])[]
}

type StatementInList = readonly [
  id: string,
  property: string,
  edition: string,
  language: string,
  content: string,
  since: number,
  retracted: number | null,
  rank: StatementRecord['rank'],
  confidence: number,
  vouches: string,
]

function lifeOf([, , , , , since, retracted]: StatementInList): Pick<StatementRecord, 'since' | 'retracted'> {
  return { since, retracted }
}

function toRecord(
  of: string,
  [id, property, edition, language, content, since, retracted, rank, confidence, vouches]: StatementInList,
): StatementRecord {
  const subject = toStored(of)
  return { id, subject, property, edition, language, content, since, retracted, rank, confidence, vouches }
}

function toConflictRow([id, content, opened, closed]: EntityRow['conflicts'][number]): ConflictRow {
  return { id, content, opened, closed }
}

/** A conflict's lives: in which revisions it was opened, and in which each of these was closed, -1 where it stands. */
interface ConflictRow {
  readonly id: string
  readonly content: string
  readonly opened: number
  readonly closed: number
}

function decodeConflict({ content, opened, closed }: ConflictRow, revision: number): Conflict {
  return {
    ...(JSON.parse(content) as ConflictContent),
    status: 'OPEN',
    openedIn: opened,
    ...(closed !== -1 && closed <= revision && { closedIn: closed }),
  }
}

function each<StoreQuery, Answer>(
  questions: readonly StoreQuery[],
  answer: (question: StoreQuery) => Promise<Answer>,
): Promise<Answer[]> {
  return Promise.all(questions.map(answer))
}

/** A list's bound: before everything, or behind everything where it runs backwards. */
function pageParameters({ after, limit, reversed = false }: Page): Parameters {
  const open = reversed ? '\u{10FFFF}\u{10FFFF}' : ''
  return {
    after: after === undefined ? open : toStored(after),
    limit: limitOf(limit),
  }
}

/** A negative limit would be none at all. */
function limitOf(limit: number): number {
  return Math.min(Math.max(0, Math.floor(limit)), Number.MAX_SAFE_INTEGER)
}

/** Each once. */
function stored(texts: readonly string[]): string[] {
  return [...new Set(texts)].map(toStored)
}
