import { isDeepStrictEqual } from 'node:util'
import { expect } from '@jest/globals'
import fc from 'fast-check'
import type { HistoryItem } from '../../src/history/history-item.js'
import { readItem } from '../../src/history/history-schema.js'
import { readHistory } from '../../src/history/read-history.js'
import { replayHistory } from '../../src/history/replay-history.js'
import { conflictKinds, conflictStatuses } from '../../src/model/conflict.js'
import type { CurationAction } from '../../src/model/curation-action.js'
import { SuanliError } from '../../src/model/error.js'
import { ranks } from '../../src/model/rank.js'
import type { KeyExpression } from '../../src/names/key-expression.js'
import type { EntityType } from '../../src/ontology/ontology.js'
import type {
  Attestation,
  Batch,
  NewStatement,
  Page,
  PinnedQuery,
  QueryKind,
  StagedImport,
  Store,
} from '../../src/store/store.js'
import { conflict, described, edition, said, source, statement, typeOf } from '../support/dataset-builder.js'
import { openModelStore } from '../support/model/model-store.js'
import type { TestStore } from '../support/stores.js'
import { withinTime } from '../support/time-limit.js'

/** What `npm run stories` wants instead of what a suite says. */
const { stories: wanted } = globalThis as {
  readonly stories?: Required<Pick<DifferentialOptions, 'runs' | 'seed' | 'seeds' | 'minutes'>>
}
/** How long a test of stories may take. */
export const storyTimeoutMs = (wanted?.minutes ?? 5) * 60_000

export interface DifferentialOptions {
  /** How many random stories are told to both stores. */
  readonly runs?: number
  /** Where to begin: the seed of a failure tells the same stories again. */
  readonly seed?: number
  /** How long all of them may take. */
  readonly minutes?: number
  /** How many seeds, from the first one on, have so many stories each. */
  readonly seeds?: number
  /** Without looking for a shorter story that fails. */
  readonly endOnFailure?: boolean
}

/**
 * Tells the same random stories (imports begun, staged, repeated, published, abandoned, the store closed and opened
 * again; in between, readings at any pin and instant) to an engine and to the model, and demands equal answers to all.
 */
export async function demandEqualAnswers(
  open: () => Promise<TestStore>,
  options: DifferentialOptions = {},
): Promise<void> {
  await tellStories(options, async (commands, note) => {
    const opened = await open()
    try {
      await opened.store.writer.prepare()
      const engine = new Told(opened.store, () => opened.reopen())
      const model = openModelStore()
      const judge = new Told(model, async () => model)
      const compare = async (command: Command) => {
        note(command)
        const [answer, expected] = [await engine.tell(command), await judge.tell(command)]
        // Most are equal, which this says in a tenth of the time.
        if (!isDeepStrictEqual(answer, expected)) expect({ command, answer }).toEqual({ command, answer: expected })
      }
      for (const command of commands) await compare(command)
      await compare({ do: 'readStaged', asks: everything })
      for (let pin = 0; pin <= judge.revisions; pin += 1)
        await compare({ do: 'read', asks: everything, pin: pin / judge.revisions })
    } finally {
      await opened.close()
    }
  })
}

/**
 * Tells random stories to one engine, writes its history down, carries it out on another, and demands equal answers to
 * all, as of every revision; and that to carry it out once more changes nothing.
 */
export async function demandEqualCopies(
  open: () => Promise<TestStore>,
  openCopy: () => Promise<TestStore>,
  options: DifferentialOptions = {},
): Promise<void> {
  await tellStories({ ...options, endOnFailure: true }, async (commands, note) => {
    const [original, copy] = [await open(), await openCopy()]
    try {
      const told = new Told(original.store, () => original.reopen())
      for (const command of commands) {
        note(command)
        await told.tell(command.do === 'stage' ? withSources(command) : command)
      }
      const [from, to] = [told.store, copy.store]
      await to.writer.prepare()
      const { revision } = await from.read([])
      const history: HistoryItem[] = []
      for await (const item of readHistory(from, typesById, revision.number))
        history.push(JSON.parse(JSON.stringify(item)))
      for (const item of history) if (item.type === 'revision') expect(readItem(item)).toEqual({ item })
      const replay = () => replayHistory(readable(history), 'a history', to, importer)
      expect((await replay()).revision).toEqual(revision)
      for (let pin = 0; pin <= revision.number; pin += 1)
        expect(await to.read(everything, { pin })).toEqual(await from.read(everything, { pin }))
      expect(await replay()).toEqual({ revisionsAdded: 0, statementsAdded: 0, revision })
    } finally {
      await Promise.all([original.close(), copy.close()])
    }
  })
}

/** Tells every story that is drawn, within a time; the seed is told if that is over, and by the error of a failure. */
async function tellStories(
  { minutes = storyTimeoutMs / 67_000, endOnFailure = false, ...options }: DifferentialOptions,
  tell: (commands: readonly Command[], note: (command: Command) => void) => Promise<void>,
): Promise<void> {
  const { runs = 100, seed: first = Math.trunc(Math.random() * 2 ** 31), seeds = 1 } = { ...options, ...wanted }
  await withinTime(minutes * 60_000, async note => {
    for (let seed = first; seed < first + seeds; seed += 1) {
      let story = 0
      const property = fc.asyncProperty(stories, async commands => {
        story++
        await tell(commands, command => note(`seed ${seed}, story ${story}: ${JSON.stringify(command)}`))
      })
      await fc.assert(property, { numRuns: runs, seed, endOnFailure, examples: [[selfMerge]] })
    }
  })
}

const importer = { now: () => new Date(), holder: 'here:1', isAlive: () => false }
const typesById = { findTypeOfId: (id: string) => ({ name: typeOf(id) }) as EntityType }

async function* readable<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

/** As every import has it: no edition without its source. */
function withSources(command: Command & { readonly do: 'stage' }): Command {
  const { batch } = command
  const hasSources = (batch.editions ?? []).length === 0 || (batch.sources ?? []).length > 0
  return hasSources ? command : { ...command, batch: { ...batch, sources: [source('press'), source('gov')] } }
}

type Command =
  | { readonly do: 'begin'; readonly datasets: readonly string[] }
  | { readonly do: 'stage'; readonly batch: Batch; readonly twice: boolean }
  | { readonly do: 'publish'; readonly at: string; readonly twice: boolean; readonly deed?: CurationAction | undefined }
  | {
      readonly do: 'apply'
      readonly batch: Batch
      readonly deed: CurationAction
      readonly stale: boolean
      readonly at: string
    }
  | { readonly do: 'abandon' | 'reopen' }
  | { readonly do: 'read'; readonly asks: readonly PinnedQuery[]; readonly pin: number | undefined }
  | { readonly do: 'readStaged'; readonly asks: readonly PinnedQuery[] }
  | { readonly do: 'vouched'; readonly dataset: string; readonly subjects: readonly string[]; readonly page: Page }

/** A store that is told commands, and answers in words that are the same for every engine. */
class Told {
  /** Numbers of the published revisions: only their order means something, so commands and answers speak of places in here. */
  readonly #published = [0]
  #staged: StagedImport | undefined
  readonly #reopen: () => Promise<Store>
  #store: Store

  constructor(store: Store, reopen: () => Promise<Store>) {
    this.#store = store
    this.#reopen = reopen
  }

  get store(): Store {
    return this.#store
  }

  /** How many there are, the empty one too. */
  get revisions(): number {
    return this.#published.length
  }

  async tell(command: Command): Promise<unknown> {
    try {
      return this.#comparable(await this.#do(command))
    } catch (failure) {
      return failure instanceof SuanliError
        ? { code: failure.code, fields: this.#comparable(failure.fields) }
        : 'refused'
    }
  }

  async #do(command: Command): Promise<unknown> {
    const { writer } = this.#store
    switch (command.do) {
      case 'begin':
        this.#staged = await writer.begin(command.datasets, 'here:1', () => false)
        return this.#staged.resumed
      case 'stage':
        if (!this.#staged) return undefined
        for (const batch of command.twice ? [command.batch, command.batch] : [command.batch])
          await writer.stage(this.#staged, batch)
        return undefined
      case 'publish': {
        if (!this.#staged) return undefined
        const revision = await writer.publish(this.#staged, command.at, command.deed)
        if (command.twice) expect(await writer.publish(this.#staged, '2031-01-01T00:00:00Z')).toEqual(revision)
        this.#staged = undefined
        if (revision.number > (this.#published.at(-1) as number)) this.#published.push(revision.number)
        return { revision }
      }
      case 'apply': {
        const seen = this.#published.at(command.stale ? 0 : -1) as number
        const revision = await writer.apply(command.batch, command.deed, seen, command.at, () => false)
        this.#published.push(revision.number)
        return { revision }
      }
      case 'abandon':
        this.#staged = undefined
        return await writer.abandon(() => false)
      case 'reopen':
        this.#store = await this.#reopen()
        return undefined
      case 'read':
        return await this.#store.read(command.asks, {
          pin: command.pin === undefined ? undefined : this.#pin(command.pin),
        })
      case 'readStaged':
        return this.#staged && (await writer.readStaged(this.#staged, command.asks))
      case 'vouched': {
        const { dataset, subjects, page } = command
        const vouched = this.#staged && (await writer.vouched(this.#staged, dataset, subjects))
        return {
          vouched:
            vouched && [...vouched].sort((a: Attestation, b: Attestation) => (a.statement < b.statement ? -1 : 1)),
          subjects: await writer.attestedSubjects(this.#staged, dataset, page),
          published: await writer.attestedSubjects(undefined, dataset, page),
        }
      }
    }
  }

  /** From 0, the empty store, over every revision to one that is not there yet. */
  #pin(place: number): number {
    const index = Math.round(place * this.#published.length)
    return this.#published[index] ?? (this.#published.at(-1) as number) + 1
  }

  #comparable(value: unknown): unknown {
    if (Array.isArray(value)) return Array.from(value, item => this.#comparable(item))
    if (typeof value !== 'object' || value === null) return value
    const compared: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(value))
      if (member !== undefined) compared[name] = numbers.has(name) ? this.#place(member) : this.#comparable(member)
    // A revision that is not published has no instant, so what stands there in the meantime is the engine's affair.
    if (compared.recordedIn === 'staged') compared.recordedAt = undefined
    if (compared.retractedIn === 'staged') compared.retractedAt = undefined
    if (compared.madeIn === 'staged') compared.at = undefined
    return compared
  }

  #place(number: unknown): number | 'staged' | undefined {
    if (number === undefined) return undefined
    const index = this.#published.indexOf(number as number)
    return index < 0 ? 'staged' : index
  }
}

/** Members that are the number of a revision. */
const numbers = new Set(['number', 'recordedIn', 'retractedIn', 'openedIn', 'closedIn', 'madeIn', 'seen', 'newest'])

const datasets = ['gazette', 'news', '新闻']
const subjects = ['region/a', 'region/b', 'computecentre/上海', 'computecentre/😀', 'computecentre/（x）']
const properties = ['name', 'member', 'code']
const editions = ['press#en', 'press#zh-Hans', 'gov#zh-Hans']
const codes = ['310000', "'; --"]

/** What is said under an id never changes, as ids are made from content. */
const statements: readonly NewStatement[] = Array.from({ length: 14 }, (_, index) => {
  const pick = <Item>(list: readonly Item[], step: number) => list[Math.floor(index / step) % list.length] as Item
  const value = [
    { kind: 'text', text: `上海 ${index}`, language: 'zh-Hans' },
    { kind: 'entity', entity: pick(subjects, 3) },
    { kind: 'code', code: pick(codes, 3) },
  ] as const
  return statement(`statement/${['', '𠮷', '\uff08'][index % 3]}${index}`, pick(subjects, 2), {
    property: pick(properties, 1),
    value: value[index % 3],
    edition: pick(editions, 1),
    language: pick(['zh-Hans', 'en'], 1),
    ...(index % 5 === 0 && { supersedes: 'statement/1', valid: '2024~', derived: '1024 × 8' }),
  })
})

const conflicts = Array.from({ length: 4 }, (_, index) =>
  conflict(`conflict/${index}`, {
    kind: conflictKinds[index],
    subjects: [subjects[index] as string, subjects[index + 1] as string].sort(),
    property: properties[index % 3],
  }),
)

const few = <Item>(items: readonly Item[], maxLength = 4) =>
  fc.subarray([...items], { maxLength: Math.min(maxLength, items.length) })
const one = <Item>(items: readonly Item[]) => fc.constantFrom(...items)
const maybe = <Item>(item: fc.Arbitrary<Item>) => fc.option(item, { nil: undefined, freq: 1 })

const instant = fc
  .integer({ min: 0, max: 40 })
  .map(hours => new Date(Date.UTC(2025, 5, 1) + hours * 3_600_000).toISOString())

/** Often the same, so that a word is given again as it was. */
const word = fc.record({
  dataset: one(datasets),
  rank: one(['NORMAL', 'NORMAL', 'PREFERRED'] as const),
  confidence: one([1, 1, 0.5]),
})

const batch: fc.Arbitrary<Batch> = fc
  .record({
    said: fc.array(fc.tuple(one(statements), word), { maxLength: 6 }),
    again: fc.array(fc.tuple(one(statements), word), { maxLength: 1 }),
    withdrawn: fc.array(fc.tuple(one(statements), one(datasets)), { maxLength: 5 }),
    title: maybe(one(['一', '二'])),
    text: maybe(one(['全文', ''])),
    opened: few(conflicts, 2),
    closed: few(conflicts, 2),
  })
  .map(({ said, again, withdrawn, title, text, opened, closed }) => {
    const content = said.map(([each]) => each)
    const vouches = [...said, ...again].map(([each, given]) => ({
      statement: each.id,
      subject: each.subject,
      ...given,
    }))
    return {
      entities: described(content).entities,
      sources: title === undefined ? [] : [source('press', { title }), source('gov')],
      editions: text === undefined ? [] : [edition('press#en', { text }), edition('press#zh-Hans')],
      statements: content,
      vouches,
      withdrawals: withdrawn.map(([each, dataset]) => ({ statement: each.id, dataset })),
      conflictsOpened: opened,
      conflictsClosed: closed.map(each => each.id),
    }
  })

const byHand = { by: 'curator', reason: '核实' }

type DeedOf<Kind extends CurationAction['kind']> = fc.Arbitrary<Extract<CurationAction, { readonly kind: Kind }>>

/** Of every kind: a kind of which there is no story does not compile. */
const deedsByKind: { readonly [Kind in CurationAction['kind']]: DeedOf<Kind> } = {
  MERGE: fc.tuple(one(subjects), one(subjects)).map(([kept, former]) => ({ kind: 'MERGE', kept, former, ...byHand })),
  SPLIT: fc.tuple(one(subjects), one(subjects)).map(([kept, former]) => ({ kind: 'SPLIT', kept, former, ...byHand })),
  DECISION: fc.tuple(one(conflicts), one(['OPEN', 'DECIDED', 'DISMISSED'] as const)).map(
    ([
      {
        id,
        subjects: about,
        statements: [chosen],
      },
      status,
    ]) => ({
      kind: 'DECISION',
      conflict: id,
      status,
      subjects: about,
      ...(status === 'DECIDED' && chosen !== undefined && { chosen }),
      ...byHand,
    }),
  ),
  RETRACTION: fc.tuple(one(statements), fc.array(word, { maxLength: 2 })).map(([{ id }, vouches]) => ({
    kind: 'RETRACTION',
    statement: id,
    vouches,
    ...byHand,
  })),
  RESTORATION: one(statements).map(({ id }) => ({ kind: 'RESTORATION', statement: id, ...byHand })),
  RELEASE: one(['spring', '春']).map(name => ({
    kind: 'RELEASE',
    release: {
      id: `release/${name}`,
      title: name,
      knownAt: '2025-06-01T00:00:00.000Z',
      validAt: '2025-06-01',
      trust: { languages: [], sources: [], others: 'LAST' as const, minConfidence: 0 },
      statementCount: 3,
      sha256: '00',
    },
    ...byHand,
  })),
  IMPORT: few(datasets).map(of => ({ kind: 'IMPORT', datasets: of, ...byHand })),
  REPAIR: fc.constant({ kind: 'REPAIR', ...byHand }),
}

/** An import makes its revision by publishing; all others are applied. */
const { IMPORT: importDeed, ...appliedDeeds } = deedsByKind

/** Merges and splits are drawn most often: what is one with what shows in nearly every answer. */
const deed: fc.Arbitrary<CurationAction> = fc.oneof(
  { weight: 6, arbitrary: appliedDeeds.MERGE },
  { weight: 6, arbitrary: appliedDeeds.SPLIT },
  ...Object.values(appliedDeeds).map(arbitrary => ({
    weight: 2,
    arbitrary: arbitrary as fc.Arbitrary<CurationAction>,
  })),
)

const page = (ids: readonly string[]) =>
  fc.record({ limit: one([0, 1, 2, 3, 100]), after: maybe(one(ids)), reversed: maybe(fc.boolean()) })
const statementIds = statements.map(each => each.id)
const conflictIds = conflicts.map(each => each.id)
const sourceIds = ['gov', 'press']

/** Of each kind of key, some that names and codes here have, and some that they have not. */
const searchKeys = [
  '上海',
  '海*',
  '上*',
  '京*',
  'pshang',
  'phai',
  'ps*',
  'ish*',
  'w1',
  'w1*',
  'yregion',
  'ycomputecentre',
  'w310000',
  'xnone',
]
const keyExpression: fc.Arbitrary<KeyExpression> = fc.letrec<{ expression: KeyExpression }>(tie => ({
  expression: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    one(searchKeys),
    fc.array(tie('expression'), { minLength: 1, maxLength: 3 }).map(all => ({ all })),
    fc.array(tie('expression'), { minLength: 1, maxLength: 3 }).map(any => ({ any })),
  ),
})).expression

const question: fc.Arbitrary<PinnedQuery['question']> = fc.oneof(
  fc.record({
    kind: fc.constant('entity' as const),
    id: one([...subjects, 'region/none']),
    properties: maybe(few([...properties, 'none'])),
  }),
  fc
    .tuple(one(['Region', 'ComputeCentre', 'None']), page(subjects))
    .map(([type, at]) => ({ kind: 'entities' as const, type, ...at })),
  fc.record({ kind: fc.constant('incomingStatements' as const), id: one(subjects), property: one(properties) }),
  fc.record({
    kind: fc.constant('links' as const),
    id: one(subjects),
    property: one(properties),
    isInward: fc.boolean(),
    minConfidence: maybe(one([0, 0.7, 1])),
    after: maybe(fc.record({ entity: one(subjects), statement: one(statementIds) })),
    limit: one([0, 1, 2, 100]),
  }),
  fc.record({ kind: fc.constant('statementsByCode' as const), property: one(properties), code: one(codes) }),
  fc.record({ kind: fc.constant('statementsBySearchKeys' as const), keys: keyExpression, limit: fc.constant(99) }),
  fc.record({ kind: fc.constant('history' as const), id: one(subjects) }),
  fc.record({ kind: fc.constant('statement' as const), id: one(statementIds) }),
  fc
    .tuple(
      fc.record({
        subjects: maybe(few(subjects)),
        properties: maybe(few(properties)),
        editions: maybe(few(editions)),
        sources: maybe(few(sourceIds)),
        languages: maybe(few(['en', 'zh-Hans'])),
        ranks: maybe(few(ranks)),
        minConfidence: maybe(one([0, 0.5, 0.7, 1])),
      }),
      page(statementIds),
    )
    .map(([selection, at]) => ({ kind: 'statements' as const, ...selection, ...at })),
  fc.record({ kind: fc.constant('conflict' as const), id: one(conflictIds) }),
  fc
    .tuple(
      fc.record({
        subjects: maybe(few(subjects)),
        properties: maybe(few(properties)),
        kinds: maybe(few(conflictKinds)),
        statuses: maybe(few(conflictStatuses)),
      }),
      page(conflictIds),
    )
    .map(([selection, at]) => ({ kind: 'conflicts' as const, ...selection, ...at })),
  fc.record({ kind: fc.constant('source' as const), id: one(sourceIds) }),
  page(sourceIds).map(at => ({ kind: 'sources' as const, ...at })),
  fc.record({ kind: fc.constant('edition' as const), id: one(editions) }),
  fc.record({ kind: fc.constant('editionText' as const), id: one(editions) }),
  fc.constant({ kind: 'changes' as const, limit: 999 }),
  fc.constant({ kind: 'changes' as const, madeAfter: 2, limit: 999 }),
  fc.constant({ kind: 'deeds' as const }),
  fc.constant({ kind: 'changeCount' as const }),
  fc.constant({ kind: 'lastRevision' as const }),
)

/** Optional members are given as undefined, which is the same as absent in every port. */
const asks: fc.Arbitrary<PinnedQuery<QueryKind>[]> = fc.array(fc.record({ question, knownAt: maybe(instant) }), {
  minLength: 1,
  maxLength: 12,
})

const read = fc.record({
  do: fc.constant('read' as const),
  asks,
  pin: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
})

const step: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('stage' as const), batch, twice: fc.boolean() }) },
  { weight: 2, arbitrary: read },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('readStaged' as const), asks }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('vouched' as const),
      dataset: one(datasets),
      subjects: few(subjects),
      page: page(subjects),
    }),
  },
)

/** How an import ends: published, abandoned, or interrupted, so that the next one resumes it or is refused. */
const ending: fc.Arbitrary<readonly Command[]> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({ do: fc.constant('publish' as const), at: instant, twice: fc.boolean(), deed: maybe(importDeed) })
      .map(end => [end]),
  },
  { weight: 2, arbitrary: fc.constant([{ do: 'abandon' as const }]) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        instant,
        fc.array(
          fc.record({
            do: fc.constant('apply' as const),
            batch,
            deed,
            stale: fc.integer({ min: 0, max: 9 }).map(number => number === 0),
            at: instant,
          }),
          { minLength: 1, maxLength: 4 },
        ),
      )
      .map(([at, deeds]): Command[] => [{ do: 'publish', at, twice: false }, ...deeds]),
  },
  { weight: 1, arbitrary: fc.constant([{ do: 'reopen' as const }]) },
  { weight: 1, arbitrary: fc.constant([]) },
)

const stories: fc.Arbitrary<readonly Command[]> = fc
  .array(
    fc
      .tuple(
        one([datasets, datasets, datasets, ['news']]),
        fc.array(step, { maxLength: 5 }),
        ending,
        fc.array(read, { maxLength: 1 }),
      )
      .map(([of, steps, end, after]): Command[] => [{ do: 'begin', datasets: of }, ...steps, ...end, ...after]),
    { minLength: 3, maxLength: 9 },
  )
  .map(imports => imports.flat())

/** A merged id is merged with itself: a story that was once drawn, and never ended. */
const selfMerge: readonly Command[] = [
  { do: 'begin', datasets: ['news'] },
  { do: 'stage', batch: said('news', ...statements), twice: false },
  { do: 'publish', at: '2025-06-01T00:00:00Z', twice: false },
  ...[
    { kept: 'computecentre/😀', former: 'computecentre/上海' },
    { kept: 'computecentre/上海', former: 'computecentre/上海' },
    { kept: 'computecentre/上海', former: 'computecentre/😀' },
    { kept: 'computecentre/（x）', former: 'computecentre/上海' },
  ].map(
    (merge): Command => ({
      do: 'apply',
      batch: {},
      deed: { kind: 'MERGE', ...merge, ...byHand },
      stale: false,
      at: '2025-06-02T00:00:00Z',
    }),
  ),
]

/** All that can be asked in this small world. */
const everything: readonly PinnedQuery[] = [
  ...subjects.flatMap(id => [
    { kind: 'entity', id } as const,
    { kind: 'history', id } as const,
    ...properties.map(property => ({ kind: 'incomingStatements', id, property }) as const),
    ...properties.flatMap(property =>
      [true, false].map(isInward => ({ kind: 'links', id, property, isInward, limit: 99 }) as const),
    ),
  ]),
  ...['Region', 'ComputeCentre'].map(type => ({ kind: 'entities', type, limit: 99 }) as const),
  ...codes.flatMap(code => properties.map(property => ({ kind: 'statementsByCode', property, code }) as const)),
  ...searchKeys.map(keys => ({ kind: 'statementsBySearchKeys', keys, limit: 99 }) as const),
  ...statementIds.map(id => ({ kind: 'statement', id }) as const),
  { kind: 'statements', limit: 99 } as const,
  ...conflictIds.map(id => ({ kind: 'conflict', id }) as const),
  { kind: 'conflicts', limit: 99 } as const,
  { kind: 'sources', limit: 99 } as const,
  ...editions.flatMap(id => [{ kind: 'edition', id } as const, { kind: 'editionText', id } as const]),
  { kind: 'changes', limit: 999 } as const,
  { kind: 'changeCount' } as const,
  { kind: 'lastRevision' } as const,
  { kind: 'deeds' } as const,
  ...conflictStatuses.map(status => ({ kind: 'conflicts', statuses: [status], limit: 99 }) as const),
].map(each => ({ question: each }))
