import { isDeepStrictEqual } from 'node:util'
import { type Change, type ChangeKind, changeKinds } from '../../src/model/change.js'
import type { Conflict, ConflictContent } from '../../src/model/conflict.js'
import type { CurationAction } from '../../src/model/curation-action.js'
import { SuanliError } from '../../src/model/error.js'
import type { Rank } from '../../src/model/rank.js'
import type { Revision } from '../../src/model/revision.js'
import type { CitedEdition, Edition, Source } from '../../src/model/source.js'
import type { Statement } from '../../src/model/statement.js'
import type { KeyExpression } from '../../src/names/key-expression.js'
import { changeOfAction } from '../../src/store/action-change.js'
import { withCuration } from '../../src/store/curated-store.js'
import { searchDocumentOf } from '../../src/store/search-document.js'
import type {
  AnswerTo,
  Attestation,
  Batch,
  LinkEnd,
  NewStatement,
  Page,
  PinnedQuery,
  QueryKind,
  QueryOf,
  Reading,
  ReadOptions,
  StagedImport,
  Store,
  StoreWriter,
} from '../../src/store/store.js'

/** The judge of the engines: a store that keeps a whole copy of its state for each revision, and looks at all of it. */
export function openModelStore(): Store {
  return withCuration(new ModelStore())
}

/** All that stands in one revision. */
interface State {
  readonly sources: Map<string, Source>
  readonly editions: Map<string, Edition & { readonly text?: string }>
  readonly entities: Map<string, string>
  /** By statement, by dataset. A statement without a attestation does not stand, and is not in here. */
  readonly vouches: Map<string, Map<string, Word>>
  readonly conflicts: Map<string, ConflictContent>
}

interface Word {
  readonly rank: Rank
  readonly confidence: number
  /** The revision in which it was given. */
  readonly recorded: number
}

/** A time in which a statement stood, or a conflict, without a gap; `last` is the last revision of it up to the one that is read. */
interface Life {
  readonly first: number
  last: number
}

interface Staged {
  readonly revision: number
  readonly datasets: readonly string[]
  holder: string
  state: State
}

class ModelStore implements Store {
  readonly description = 'a model'
  /** What was ever said; it has no revision of its own. */
  readonly contents = new Map<string, NewStatement>()
  readonly conflictContents = new Map<string, ConflictContent>()
  readonly revisions: { readonly revision: Revision; readonly state: State; readonly deed?: CurationAction }[] = [
    { revision: { number: 0, at: '1970-01-01T00:00:00.000Z' }, state: emptyState() },
  ]
  staged: Staged | undefined
  readonly writer: StoreWriter = new ModelWriter(this)

  async read<K extends QueryKind>(
    asks: readonly PinnedQuery<K>[],
    { pin = Number.POSITIVE_INFINITY, signal }: ReadOptions = {},
  ): Promise<Reading<K>> {
    signal?.throwIfAborted()
    const published = this.revisions.filter(({ revision }) => revision.number <= Math.max(0, pin))
    const known = asks.map(({ knownAt }) =>
      published.filter(({ revision }) => knownAt === undefined || isBy(revision.at, knownAt)),
    )
    const answers = asks.map(({ question }, i) => new Reader(this, known[i] ?? []).answer(question))
    const rising = [...answers.keys()].sort((a, b) => (known[a]?.length ?? 0) - (known[b]?.length ?? 0))
    const citedEditions = rising.flatMap(i => citedEditionsOf(answers.slice(i, i + 1), last(known[i] ?? []).state))
    const latest = new Map(citedEditions.map(citedEdition => [citedEdition.edition.id, citedEdition]))
    return {
      revision: last(published).revision,
      answers,
      citedEditions: [...latest.values()].sort((a, b) => compare(a.edition.id, b.edition.id)),
    }
  }

  async readStaged<K extends QueryKind>(
    { revision }: StagedImport,
    asks: readonly PinnedQuery<K>[],
  ): Promise<AnswerTo<K>[]> {
    const staging =
      this.staged === undefined ? [] : [{ revision: { number: revision, at: '' }, state: this.staged.state }]
    return asks.map(({ question, knownAt }) => {
      const known = this.revisions.filter(each => knownAt === undefined || isBy(each.revision.at, knownAt))
      return new Reader(this, knownAt === undefined ? [...known, ...staging] : known).answer(question)
    })
  }

  async close(): Promise<void> {}
}

/** Answers as of the last of the revisions that it is given. */
class Reader {
  readonly #now: State

  constructor(
    readonly store: ModelStore,
    readonly revisions: readonly {
      readonly revision: Revision
      readonly state: State
      readonly deed?: CurationAction
    }[],
  ) {
    this.#now = last(revisions).state
  }

  answer<K extends QueryKind>(question: QueryOf<K>): AnswerTo<K> {
    return this.#answer(question as QueryOf<QueryKind>) as AnswerTo<K>
  }

  #answer(question: QueryOf<QueryKind>): AnswerTo<QueryKind> {
    const standing = this.#standing()
    switch (question.kind) {
      case 'entity': {
        const type = this.#now.entities.get(question.id)
        const { properties } = question
        const statements = standing.filter(
          each => each.subject === question.id && (properties === undefined || properties.includes(each.property)),
        )
        if (type === undefined || statements.length === 0) return undefined
        const conflicts = this.#standingConflicts().filter(each => each.subjects.includes(question.id))
        return { id: question.id, type, formerIds: [], statements, conflicts }
      }
      case 'entities': {
        const described = new Set(standing.map(each => each.subject))
        const ids = [...this.#now.entities]
          .filter(([id, type]) => type === question.type && described.has(id))
          .map(([id]) => id)
        return paged(ids, id => id, question)
      }
      case 'incomingStatements':
        return standing.filter(
          ({ property, value }) =>
            property === question.property && value.kind === 'entity' && value.entity === question.id,
        )
      case 'links': {
        const { id, property, isInward, minConfidence = 0, after, limit } = question
        return standing
          .flatMap(each => {
            const { value, subject } = each
            if (value.kind !== 'entity' || each.property !== property || each.confidence < minConfidence) return []
            const [own, entity] = isInward ? [value.entity, subject] : [subject, value.entity]
            return own === id ? [{ entity, statement: each.id }] : []
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
        return standing
          .filter(each => hasKeys(question.keys, searchDocumentOf(each)?.split(' ') ?? []))
          .slice(0, question.limit)
      case 'history':
        return [...this.store.contents.values()]
          .filter(each => each.subject === question.id)
          .sort((a, b) => compare(a.id, b.id))
          .flatMap(each => this.#lives(each))
      case 'statement': {
        const content = this.store.contents.get(question.id)
        return content && this.#lives(content).at(-1)
      }
      case 'statements': {
        const { subjects, properties, editions, sources, languages, ranks, minConfidence = 0 } = question
        const passing = standing.filter(
          each =>
            among(subjects, each.subject) &&
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
        return content && this.#conflictLives(content).at(-1)
      }
      case 'conflicts': {
        const { subjects, properties, kinds } = question
        const passing = this.#standingConflicts().filter(
          each =>
            (subjects === undefined || each.subjects.some(id => subjects.includes(id))) &&
            among(properties, each.property) &&
            among(kinds, each.kind),
        )
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
        return this.revisions.flatMap(({ revision, deed }) =>
          deed && revision.number > (question.after ?? 0)
            ? [{ ...deed, madeIn: revision.number, at: revision.at }]
            : [],
        )
      case 'changes': {
        const { after, madeAfter = -1, limit } = question
        const changes = this.#changes().filter(({ madeIn }) => after !== undefined || madeIn > madeAfter)
        const place = changes.findIndex(each => isAt(each, after))
        return after && place < 0 ? undefined : changes.slice(place + 1).slice(0, limit)
      }
      case 'changeCount':
        return this.#changes().length
    }
  }

  /** Every change from each revision to the next, found by comparing all that they hold. */
  #changes(): Change[] {
    return this.revisions.slice(1).flatMap(({ revision, state, deed }, index) => {
      const before = last(this.revisions.slice(0, index + 1)).state
      const made = changesBetween(before, state).map(([kind, id]) => {
        const content = this.store.contents.get(id)
        const target = content?.value.kind === 'entity' ? [content.value.entity] : []
        const conflict = this.store.conflictContents.get(id)
        const entities = kind === 'ENTITY_ADDED' ? [id] : content ? [content.subject, ...target] : conflict?.subjects
        return { madeIn: revision.number, at: revision.at, kind, id, entities: [...new Set(entities)].sort() }
      })
      const done = deed && changeOfAction(deed)
      if (done) made.push({ madeIn: revision.number, at: revision.at, ...done, entities: [...done.entities] })
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

class ModelWriter implements StoreWriter {
  constructor(readonly store: ModelStore) {}

  async prepare(): Promise<void> {}

  async begin(
    datasets: readonly string[],
    holder: string,
    isAlive: (holder: string) => boolean,
  ): Promise<StagedImport> {
    const wanted = [...new Set(datasets)].sort()
    const { staged } = this.store
    if (staged) {
      if (isAlive(staged.holder)) throw running(staged)
      if (!isDeepStrictEqual(staged.datasets, wanted)) {
        throw new SuanliError('IMPORT_UNFINISHED', { datasets: staged.datasets.join(', '), holder: staged.holder })
      }
      staged.holder = holder
      return { revision: staged.revision, resumed: true }
    }
    const { revision, state } = last(this.store.revisions)
    this.store.staged = { revision: revision.number + 1, datasets: wanted, holder, state: copyOf(state) }
    return { revision: revision.number + 1, resumed: false }
  }

  async vouched(_: StagedImport, dataset: string, subjects: readonly string[]): Promise<Attestation[]> {
    return this.#vouches(this.#state(), dataset).filter(each => subjects.includes(each.subject))
  }

  async attestedSubjects(staged: StagedImport | undefined, dataset: string, page: Page): Promise<string[]> {
    const state = staged ? this.#state() : last(this.store.revisions).state
    return paged([...new Set(this.#vouches(state, dataset).map(each => each.subject))], id => id, page)
  }

  async readStaged<K extends QueryKind>(staged: StagedImport, asks: readonly PinnedQuery<K>[]): Promise<AnswerTo<K>[]> {
    return await this.store.readStaged(staged, asks)
  }

  async stage({ revision }: StagedImport, batch: Batch): Promise<void> {
    const { vouches = [], statements = [] } = batch
    const said = new Set([...this.store.contents.keys(), ...statements.map(each => each.id)])
    if (vouches.some(each => !said.has(each.statement))) throw new Error('a vouch for a statement that is nowhere')
    const state = this.#state()
    const published = last(this.store.revisions).state
    for (const each of batch.sources ?? []) state.sources.set(each.id, present(each))
    for (const each of batch.editions ?? []) state.editions.set(each.id, present(each))
    for (const { id, type } of batch.entities ?? []) if (!state.entities.has(id)) state.entities.set(id, type)
    for (const each of statements) if (!this.store.contents.has(each.id)) this.store.contents.set(each.id, each)
    for (const { statement, dataset, rank, confidence } of vouches) {
      const before = published.vouches.get(statement)?.get(dataset)
      const isSame = before?.rank === rank && before.confidence === confidence
      const words = state.vouches.get(statement) ?? new Map<string, Word>()
      state.vouches.set(statement, words.set(dataset, isSame ? before : { rank, confidence, recorded: revision }))
    }
    for (const { statement, dataset } of batch.withdrawals ?? []) {
      const words = state.vouches.get(statement)
      words?.delete(dataset)
      if (words?.size === 0) state.vouches.delete(statement)
    }
    for (const each of batch.conflictsOpened ?? []) {
      if (!this.store.conflictContents.has(each.id)) this.store.conflictContents.set(each.id, each)
      state.conflicts.set(each.id, this.store.conflictContents.get(each.id) as ConflictContent)
    }
    for (const id of batch.conflictsClosed ?? []) state.conflicts.delete(id)
    this.#forget(state, new Set(batch.withdrawals?.map(each => each.statement)))
  }

  async publish({ revision }: StagedImport, at: string, deed?: CurationAction): Promise<Revision> {
    const newest = last(this.store.revisions)
    if (this.store.staged?.revision !== revision) {
      return (this.store.revisions.find(each => each.revision.number === revision) ?? newest).revision
    }
    const { state } = this.store.staged
    this.store.staged = undefined
    if (isDeepStrictEqual(state, newest.state)) return newest.revision
    return this.#add(revision, state, at, deed)
  }

  async apply(
    batch: Batch,
    deed: CurationAction,
    seen: number,
    at: string,
    isAlive: (holder: string) => boolean,
  ): Promise<Revision> {
    const { staged } = this.store
    if (staged && isAlive(staged.holder)) throw running(staged)
    if (staged)
      throw new SuanliError('IMPORT_UNFINISHED', { datasets: staged.datasets.join(', '), holder: staged.holder })
    const { revision, state } = last(this.store.revisions)
    if (revision.number !== seen) throw new SuanliError('REVISION_STALE', { seen, newest: revision.number })
    const next = { revision: seen + 1, datasets: [], holder: '', state: copyOf(state) }
    this.store.staged = next
    try {
      await this.stage({ revision: seen + 1, resumed: false }, batch)
    } finally {
      this.store.staged = undefined
    }
    return this.#add(seen + 1, next.state, at, deed)
  }

  #add(number: number, state: State, at: string, deed: CurationAction | undefined): Revision {
    const instant = Math.max(Date.parse(at), Date.parse(last(this.store.revisions).revision.at) + 1)
    const made = { number, at: new Date(instant).toISOString() }
    this.store.revisions.push({ revision: made, state, ...(deed && { deed }) })
    return made
  }

  async abandon(isAlive: (holder: string) => boolean): Promise<readonly string[] | undefined> {
    const { staged } = this.store
    if (!staged) return undefined
    if (isAlive(staged.holder)) throw running(staged)
    this.store.staged = undefined
    this.#forget(emptyState(), new Set(this.store.contents.keys()))
    return staged.datasets
  }

  #state(): State {
    if (!this.store.staged) throw new Error('nothing is being staged')
    return this.store.staged.state
  }

  #vouches(state: State, dataset: string): Attestation[] {
    return [...state.vouches]
      .sort(([a], [b]) => compare(a, b))
      .flatMap(([statement, words]) => {
        const word = words.get(dataset)
        const { subject } = this.store.contents.get(statement) as NewStatement
        return word ? [{ statement, subject, dataset, rank: word.rank, confidence: word.confidence }] : []
      })
  }

  /** Of these statements, and of the conflicts, what stands neither in `state` nor in any revision was never said. */
  #forget(state: State, statements: ReadonlySet<string>): void {
    const states = [state, ...this.store.revisions.map(each => each.state)]
    for (const id of statements) {
      if (!states.some(each => each.vouches.has(id))) this.store.contents.delete(id)
    }
    for (const id of this.store.conflictContents.keys()) {
      if (!states.some(each => each.conflicts.has(id))) this.store.conflictContents.delete(id)
    }
  }
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

function emptyState(): State {
  return { sources: new Map(), editions: new Map(), entities: new Map(), vouches: new Map(), conflicts: new Map() }
}

function copyOf({ sources, editions, entities, vouches, conflicts }: State): State {
  return {
    sources: new Map(sources),
    editions: new Map(editions),
    entities: new Map(entities),
    vouches: new Map([...vouches].map(([statement, words]) => [statement, new Map(words)])),
    conflicts: new Map(conflicts),
  }
}

function running({ datasets, holder }: Staged): SuanliError {
  return new SuanliError('IMPORT_RUNNING', { datasets: datasets.join(', '), holder })
}

function citedEditionsOf(answers: readonly AnswerTo<QueryKind>[], state: State): CitedEdition[] {
  const cited = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('asStated' in value && 'edition' in value) cited.add(String(value.edition))
    else for (const member of Object.values(value)) look(member)
  }
  look(answers)
  return [...cited].sort(compare).flatMap(id => {
    const edition = state.editions.get(id)
    const source = edition && state.sources.get(edition.source)
    return edition && source ? [{ edition: withoutText(edition), source }] : []
  })
}

/** Without members that are undefined, which is the same as absent. */
function present<Item extends object>(record: Item): Item {
  return Object.fromEntries(Object.entries(record).filter(([, member]) => member !== undefined)) as Item
}

function withoutText({ text: _, ...edition }: Edition & { readonly text?: string }): Edition {
  return edition
}

function paged<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  { after, limit, reversed = false }: Page,
): Item[] {
  const rising = [...items].sort((a, b) => compare(idOf(a), idOf(b)))
  return (reversed ? rising.reverse() : rising)
    .filter(item => after === undefined || (reversed ? compare(idOf(item), after) < 0 : compare(idOf(item), after) > 0))
    .slice(0, limit)
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

/** JavaScript compares code units. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isBy(at: string, knownAt: string): boolean {
  return Date.parse(at) <= Date.parse(knownAt)
}

function last<Item>(items: readonly Item[]): Item {
  return items.at(-1) as Item
}
