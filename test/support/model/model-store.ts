import { isDeepStrictEqual } from 'node:util'
import type { ConflictContent } from '../../../src/model/conflict.js'
import type { CurationAction } from '../../../src/model/curation-action.js'
import { SuanliError } from '../../../src/model/error.js'
import type { Revision } from '../../../src/model/revision.js'
import type { CitedEdition } from '../../../src/model/source.js'
import type {
  AnswerTo,
  Attestation,
  Batch,
  ImportState,
  NewStatement,
  Page,
  PinnedQuery,
  QueryKind,
  Reading,
  ReadOptions,
  StagedImport,
  Store,
  StoreWriter,
} from '../../../src/store/store.js'
import { ModelCuration } from './model-curation.js'
import { ModelReader, withoutText } from './model-reader.js'
import { compare, copyOf, deedsOf, emptyState, last, type Made, paged, type State, type Word } from './model-state.js'

/** The judge of the engines: a store that keeps a whole copy of its state for each revision, and looks at all of it. */
export function openModelStore(): Store {
  return new ModelStore()
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
  readonly revisions: Made[] = [{ revision: { number: 0, at: '1970-01-01T00:00:00.000Z' }, state: emptyState() }]
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
    const readerOf = this.#readers()
    const answers = asks.map(({ question, uncurated }, i) => readerOf(known[i] ?? []).answer(question, uncurated))
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
    const readerOf = this.#readers()
    return asks.map(({ question, knownAt, uncurated }) => {
      const known = this.revisions.filter(each => knownAt === undefined || isBy(each.revision.at, knownAt))
      return readerOf(knownAt === undefined ? [...known, ...staging] : known).answer(question, uncurated)
    })
  }

  /** One reader for all questions of a call that see the same last revision. */
  #readers(): (revisions: readonly Made[]) => ModelReader {
    const readers = new Map<Made, ModelReader>()
    return revisions => {
      const reader = readers.get(last(revisions)) ?? new ModelReader(this, revisions)
      readers.set(last(revisions), reader)
      return reader
    }
  }

  async close(): Promise<void> {}
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
      if (isHeld(staged.holder, isAlive)) throw running(staged)
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

  /** Of what is staged, or of a revision that is published. */
  async vouched({ revision }: StagedImport, dataset: string, subjects: readonly string[]): Promise<Attestation[]> {
    const { staged, revisions } = this.store
    const made = staged?.revision === revision ? staged : revisions.findLast(each => each.revision.number <= revision)
    return this.#vouches(made?.state ?? emptyState(), dataset).filter(each => subjects.includes(each.subject))
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
    const deeds = deedsOf(this.store.revisions)
    const refusal =
      seen === last(this.store.revisions).revision.number ? new ModelCuration(deeds).refusalOf(deed) : undefined
    if (refusal) throw refusal
    if (staged && isHeld(staged.holder, isAlive)) throw running(staged)
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

  async release({ revision }: StagedImport, keep: boolean): Promise<void> {
    const { staged } = this.store
    if (staged?.revision !== revision) return
    if (keep) staged.holder = ''
    else await this.abandon(() => false)
  }

  async importState(isAlive: (holder: string) => boolean): Promise<ImportState | undefined> {
    const { staged } = this.store
    return staged && { datasets: staged.datasets, owner: staged.holder, isRunning: isHeld(staged.holder, isAlive) }
  }

  async abandon(isAlive: (holder: string) => boolean, force = false): Promise<readonly string[] | undefined> {
    const { staged } = this.store
    if (!staged) return undefined
    if (!force && isHeld(staged.holder, isAlive)) throw running(staged)
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

function isBy(at: string, knownAt: string): boolean {
  return Date.parse(at) <= Date.parse(knownAt)
}

function isHeld(holder: string, isAlive: (holder: string) => boolean): boolean {
  return holder !== '' && isAlive(holder)
}
