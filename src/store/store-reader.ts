import type { Conflict, ConflictContent } from '../model/conflict.js'
import type { CurationAction } from '../model/curation-action.js'
import type { Revision } from '../model/revision.js'
import type { CitedEdition, Edition, Source } from '../model/source.js'
import type { Statement } from '../model/statement.js'
import { byId, byIdThenRecorded, byRevision, type Group, groupBy, groups, statementsIn } from './group-queries.js'
import { Learnt } from './learnt.js'
import type { AsOf, ConflictRow, EngineRows, ReadEngine, RowFinders } from './read-engine.js'
import { decodeAttestations, decodeStatement, type StatementRecord } from './statement-record.js'
import type { AnswerTo, Attestation, Page, PinnedQuery, QueryKind, QueryOf, Reading } from './store.js'
import { fromStored } from './stored-text.js'

/** Answers questions from the rows of an engine, the same for every engine. */
export class StoreReader<Engine extends ReadEngine = ReadEngine> {
  constructor(
    readonly engine: Engine,
    readonly learnt = new Learnt(),
  ) {}

  /** All questions of one kind are found together, and the kinds side by side. */
  read<K extends QueryKind>(asks: readonly PinnedQuery<K>[], asOf: AsOf): Promise<Reading<K>> {
    return this.engine.snapshot(() => this.#read(asks, asOf))
  }

  async #read<K extends QueryKind>(asks: readonly PinnedQuery<K>[], asOf: AsOf): Promise<Reading<K>> {
    const { engine, learnt } = this
    const published = await learnt.published(engine, 'pin' in asOf ? asOf.pin : undefined)
    if (asks.length === 0) return { revision: published, answers: [], citedEditions: [] }
    await learnt.learnRevisions(engine, published.number)
    const found = [...groups(asks, knownAt => learnt.revisionOf(asOf, published, knownAt))].sort(byRevision)
    const questionsOf = ({ positions }: Group<K>) =>
      positions.map(position => (asks[position] as PinnedQuery<K>).question)
    const finders: RowFinders = engine
    const rows = await Promise.all(found.map(group => finders[group.kind](questionsOf(group), group.revision)))
    const answers = new Array<AnswerTo<K>>(asks.length)
    for (const [index, group] of found.entries()) {
      const decoding = { revision: group.revision, instantOf: learnt.instantOf }
      const decode = decoders[group.kind] as Decoder<K>
      const questions = questionsOf(group)
      for (const [i, position] of group.positions.entries())
        answers[position] = decode(rows[index]?.[i] as EngineRows[K], decoding, questions[i] as QueryOf<K>)
    }
    return { revision: published, answers, citedEditions: await this.#citedIn(answers, found, published) }
  }

  /** What a dataset attests of these subjects. */
  async vouched(revision: number, dataset: string, subjects: readonly string[]): Promise<readonly Attestation[]> {
    const rows = await this.engine.statementsOf(subjects, revision)
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

  /** `staged`: as of that revision; without it, of the newest one. */
  attestedSubjects(staged: number | undefined, dataset: string, page: Page): Promise<readonly string[]> {
    return this.engine.snapshot(async () => {
      const revision = staged ?? (await this.learnt.published(this.engine, undefined)).number
      return (await this.engine.attestedSubjects(dataset, page, revision)).map(fromStored)
    })
  }

  /** The editions that the statements of the answers cite, sorted; of several revisions, as of the latest. */
  async #citedIn<K extends QueryKind>(
    answers: readonly AnswerTo<K>[],
    found: readonly Group<K>[],
    published: Revision,
  ): Promise<CitedEdition[]> {
    const cited = new Map<string, CitedEdition>()
    for (const [revision, its] of groupBy(found, each => Math.min(each.revision, published.number))) {
      const ids = new Set<string>()
      const given = its.flatMap(({ positions }) => positions.map(position => answers[position] as AnswerTo<K>))
      for (const { edition } of statementsIn(given)) ids.add(edition)
      for (const each of await this.learnt.citedEditions(this.engine, [...ids], revision))
        cited.set(each.edition.id, each)
    }
    return [...cited.values()].sort((a, b) => byId(a.edition, b.edition))
  }
}

interface Decoding {
  readonly revision: number
  readonly instantOf: (revision: number) => string
}

type Decoder<K extends QueryKind> = (rows: EngineRows[K], decoding: Decoding, question: QueryOf<K>) => AnswerTo<K>

/** What the rows of each kind of question mean. */
const decoders: { readonly [K in QueryKind]: Decoder<K> } = {
  entity: (rows, decoding, { id }) =>
    rows && rows.statements.length > 0
      ? {
          id,
          type: fromStored(rows.type),
          formerIds: [],
          statements: decodeStatements(rows.statements, decoding).sort(byId),
          conflicts: rows.conflicts.map(row => decodeConflict(row, decoding)).sort(byId),
        }
      : undefined,
  entities: ids => ids.map(fromStored),
  incomingStatements: (rows, decoding) => decodeStatements(rows, decoding).sort(byId),
  links: rows => rows.map(link => ({ entity: fromStored(link.entity), statement: fromStored(link.statement) })),
  statementsByCode: (rows, decoding) => decodeStatements(rows, decoding).sort(byId),
  statementsBySearchKeys: (rows, decoding) => decodeStatements(rows, decoding).sort(byId),
  entitiesBySearchKeys: ids => ids,
  history: (rows, decoding) => decodeStatements(rows, decoding).sort(byIdThenRecorded),
  statement: (row, decoding) => row && decodeStatement(row, decoding.revision, decoding.instantOf),
  statements: decodeStatements,
  conflict: (row, decoding) => row && decodeConflict(row, decoding),
  conflicts: (rows, decoding) => rows.map(row => decodeConflict(row, decoding)),
  source: content => parse<Source>(content),
  sources: contents => contents.map(content => JSON.parse(content) as Source),
  edition: content => parse<Edition>(content),
  editionText: content => parse<string>(content),
  changes: (rows, { instantOf }) => rows?.map(row => ({ ...row, at: instantOf(row.madeIn) })),
  deeds: (rows, { instantOf }) =>
    rows.map(({ revision, content }) => ({
      ...(JSON.parse(content) as CurationAction),
      madeIn: revision,
      at: instantOf(revision),
    })),
  changeCount: count => count,
  lastRevision: revision => revision,
}

function decodeStatements(rows: readonly StatementRecord[], { revision, instantOf }: Decoding): Statement[] {
  return rows.map(row => decodeStatement(row, revision, instantOf))
}

/** The conflict as of a revision: an end that comes later is not known yet. */
function decodeConflict({ content, opened, closed }: ConflictRow, { revision }: Decoding): Conflict {
  return {
    ...(JSON.parse(content) as ConflictContent),
    status: 'OPEN',
    openedIn: opened,
    ...(closed !== null && closed <= revision && { closedIn: closed }),
  }
}

function parse<Value>(content: string | undefined): Value | undefined {
  return content === undefined ? undefined : (JSON.parse(content) as Value)
}
