import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { CurationAction } from '../../src/model/curation-action.js'
import { conflictId, statementId } from '../../src/model/id.js'
import { checkRows } from '../../src/rows/check-rows.js'
import { keepsRows, refreshRows, type StoreWithRows } from '../../src/rows/refresh-rows.js'
import { followRows, keepFollowing, withRows } from '../../src/rows/with-rows.js'
import type { RowStore } from '../../src/store/rows/resolved-rows.js'
import type { Batch, NewStatement, Store } from '../../src/store/store.js'
import { changeStore } from '../support/change-store.js'
import { edition, said as saidBy, source, statement, vouch } from '../support/dataset-builder.js'
import { ontology } from '../support/export-and-import.js'
import { TwoWays } from '../support/list-answers.js'
import { searchBothWays } from '../support/search-both-ways.js'
import { ask, importInto, runProgram, seedFolder, startTestServer } from '../support/server.js'
import type { TestStore } from '../support/stores.js'
import { sameAnswers, sameRead, schema } from './row-lists.contract.js'

/*
 * The law of rows: after every kind of change, and on every day, each row is what resolution says. Stories are random;
 * what they say is about few entities, so that they merge, disagree, come and go.
 */

const periods = [undefined, undefined, undefined, '2026-01-03/2026-01-06', '2026-01-05/..', '../2026-01-04', '2026-01']
const editions = ['press#zh-Hans', 'press#en', 'gov#zh-Hans']
const regions = ['region/a', 'region/b', 'region/c']

const values: readonly Pick<NewStatement, 'subject' | 'property' | 'value' | 'qualifiers'>[] = [
  ...regions.flatMap(subject => [
    name(subject, `地区${subject.at(-1)}`, 'zh-Hans'),
    name(subject, `Region ${subject.at(-1)}`, 'en'),
  ]),
  ...['110000', '310000'].map(code => said('region/a', 'code', { kind: 'code', code })),
  said('region/b', 'code', { kind: 'code', code: '110000' }),
  ...['region/b', 'region/c'].map(entity => said('region/a', 'parent', { kind: 'entity', entity })),
  name('corridor/k', '走廊', 'zh-Hans'),
  ...regions.flatMap(entity =>
    ['SUPPLIER', 'CONSUMER', 'MEMBER'].map(role => said('corridor/k', 'member', { kind: 'entity', entity }, { role })),
  ),
  name('company/x', '阿里云', 'zh-Hans'),
  name('company/y', 'Aliyun', 'en'),
  name('computecentre/m', '智算中心', 'zh-Hans'),
  ...['company/x', 'company/y'].map(entity => said('computecentre/m', 'operator', { kind: 'entity', entity })),
  said('computecentre/m', 'region', { kind: 'entity', entity: 'region/a' }),
  ...['10', '20'].map(amount =>
    said('computecentre/m', 'capacity', {
      kind: 'quantity',
      amount,
      unit: 'EFLOPS',
      comparator: 'EXACTLY',
      precision: 'FP16',
    }),
  ),
  said('computecentre/m', 'opened', { kind: 'date', edtf: '2024-07~' }),
  said('computecentre/m', 'opened', { kind: 'date', edtf: '2026-01-05' }),
  said('computecentre/m', 'location', { kind: 'geo', latitude: 39.9, longitude: 116.4 }),
  // No engine holds it letter by letter.
  name('company/y', '阿里\0云', 'zh-Hans'),
]

function said(subject: string, property: string, value: NewStatement['value'], qualifiers = {}) {
  return { subject, property, value, qualifiers }
}

function name(subject: string, text: string, language: string) {
  return said(subject, 'name', { kind: 'text', text, language })
}

/** Everything that may be said, by its number. */
const sayable: readonly NewStatement[] = values.flatMap((value, i) =>
  editions.map((each, j) => {
    const valid = periods[(i * 3 + j) % periods.length]
    const content = statement('', value.subject, { ...value, edition: each, asStated: `${i}`, ...(valid && { valid }) })
    return { ...content, id: statementId(content) }
  }),
)

type Step =
  | { readonly kind: 'say'; readonly dataset: string; readonly said: readonly number[]; readonly weight: number }
  | { readonly kind: 'merge' | 'split'; readonly kept: string; readonly former: string }
  | {
      readonly kind: 'disagree' | 'decide' | 'dismiss' | 'agree' | 'retract' | 'restore' | 'release'
      readonly pick: number
    }
  | { readonly kind: 'wait'; readonly days: number }
  | { readonly kind: 'crash' }

const pairs = [
  ['region/a', 'region/b'],
  ['region/b', 'region/c'],
  ['company/x', 'company/y'],
] as const

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      dataset: fc.constantFrom('d', 'e'),
      said: fc.uniqueArray(fc.nat(sayable.length - 1), { maxLength: 40, minLength: 3 }),
      weight: fc.constantFrom(1, 5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('merge' as const, 'split' as const), fc.constantFrom(...pairs), fc.boolean())
      .map(([kind, [a, b], turned]) => ({ kind, kept: turned ? b : a, former: turned ? a : b })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(...(['disagree', 'decide', 'dismiss', 'agree', 'retract', 'restore', 'release'] as const)),
      pick: fc.nat(999),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'crash' as const }) },
)

/** Tells stories to a store. */
class Teller {
  readonly #vouched = new Map<string, Set<string>>()
  #day = Date.UTC(2026, 0, 1)
  #publications = 0

  constructor(readonly store: Store) {}

  get today(): string {
    return new Date(this.#day).toISOString().slice(0, 10)
  }

  async tell(step: Step): Promise<void> {
    switch (step.kind) {
      case 'say':
        return await this.#say(step.dataset, step.said, step.weight)
      case 'merge':
      case 'split': {
        const kind = step.kind === 'merge' ? 'MERGE' : 'SPLIT'
        return await this.#act({ kind, kept: step.kept, former: step.former, ...byHand }, {})
      }
      case 'wait':
        this.#day += step.days * 86_400_000
        return
      case 'crash':
        return await crash(this.store as StoreWithRows, this.today)
      default:
        return await this.#curate(step.kind, step.pick)
    }
  }

  async #say(dataset: string, numbers: readonly number[], weight: number): Promise<void> {
    const { writer } = this.store
    const statements = numbers.flatMap(number => sayable[number] ?? [])
    const before = this.#vouched.get(dataset) ?? new Set()
    const now = new Set(statements.map(({ id }) => id))
    this.#vouched.set(dataset, now)
    const staged = await writer.begin([dataset], 'test:1', () => false)
    await writer.stage(staged, {
      sources: ['press', 'gov'].map(id => source(id, { weight: id === 'gov' ? weight : 1 })),
      editions: editions.map(id => edition(id, id === 'press#en' ? { translationOf: 'press#zh-Hans' } : {})),
      entities: [...new Set(statements.map(({ subject }) => subject))].map(id => ({
        id,
        type: ontology.findTypeOfId(id)?.name ?? '',
      })),
      statements,
      vouches: statements.map((each, i) => vouch(each, dataset, { confidence: i % 2 ? 1 : 0.5 })),
      withdrawals: [...before].filter(id => !now.has(id)).map(id => ({ statement: id, dataset })),
    })
    await writer.publish(staged, this.#instant())
  }

  async #curate(kind: string, pick: number): Promise<void> {
    const [statements = [], conflicts = []] = await this.#read()
    const one = statements[pick % Math.max(1, statements.length)]
    const conflict = conflicts[pick % Math.max(1, conflicts.length)]
    if (kind === 'disagree' && one) {
      const other = statements.find(
        ({ id, subject, property }) => id !== one.id && subject === one.subject && property === one.property,
      )
      if (!other) return
      const found = {
        kind: 'VALUE',
        subjects: [one.subject],
        property: one.property,
        statements: [one.id, other.id].sort(),
      } as const
      await this.#act({ kind: 'REPAIR', ...byHand }, { conflictsOpened: [{ ...found, id: conflictId(found) }] })
    }
    if (kind === 'agree' && conflict) await this.#act({ kind: 'REPAIR', ...byHand }, { conflictsClosed: [conflict.id] })
    if ((kind === 'decide' || kind === 'dismiss') && conflict) {
      const chosen = conflict.statements[pick % conflict.statements.length] ?? ''
      const { id, subjects } = conflict
      const decided = kind === 'decide' ? ({ status: 'DECIDED', chosen } as const) : ({ status: 'DISMISSED' } as const)
      await this.#act({ kind: 'DECISION', conflict: id, subjects, ...decided, ...byHand }, {})
    }
    if (kind === 'retract' && one) {
      const withdrawals = one.datasets.map(dataset => ({ statement: one.id, dataset }))
      for (const dataset of one.datasets) this.#vouched.get(dataset)?.delete(one.id)
      await this.#act({ kind: 'RETRACTION', statement: one.id, vouches: [], ...byHand }, { withdrawals })
    }
    if (kind === 'restore' && one) await this.#act({ kind: 'RESTORATION', statement: one.id, ...byHand }, {})
    if (kind === 'release') {
      const { revision } = await this.store.read([])
      const trust = { languages: [], sources: [], others: 'LAST', minConfidence: 0 } as const
      const release = {
        id: `release/${revision.number}`,
        title: 'x',
        knownAt: revision.at,
        validAt: this.today,
        trust,
        statementCount: 1,
        sha256: '',
      }
      await this.#act({ kind: 'RELEASE', release, ...byHand }, {})
    }
  }

  async #read() {
    const { answers } = await this.store.read<'statements' | 'conflicts'>([
      { question: { kind: 'statements', limit: 999 }, asSaid: true },
      { question: { kind: 'conflicts', limit: 99 }, asSaid: true },
    ] as never)
    return answers as unknown as [
      readonly { id: string; subject: string; property: string; datasets: readonly string[] }[],
      readonly { id: string; subjects: readonly string[]; statements: readonly string[] }[],
    ]
  }

  /** What is impossible is refused, and then nothing happened. */
  async #act(action: CurationAction, batch: Batch): Promise<void> {
    const { revision } = await this.store.read([])
    await this.store.writer.apply(batch, action, revision.number, this.#instant(), () => false).catch(() => {})
  }

  #instant(): string {
    return new Date(Date.UTC(2026, 0, 1) + 1_000 * ++this.#publications).toISOString()
  }
}

/** Of the centre: its operator, its region, and the region above, each of which comes and goes. */
const severalFacts = ['阿里云 智算中心', 'Region b compute centre', '地区c Aliyun', 'Region a 走廊 qqqq']

/** One former id of region/c is split from another one, with what it brought. */
const splitOfFormerIds: readonly Step[] = [
  { kind: 'merge', kept: 'region/c', former: 'region/b' },
  { kind: 'say', dataset: 'd', said: [0, 25, 1], weight: 1 },
  { kind: 'merge', kept: 'region/b', former: 'region/a' },
  { kind: 'split', kept: 'region/a', former: 'region/b' },
  { kind: 'say', dataset: 'd', said: [0, 1, 2], weight: 1 },
]

/** After the merge no region is called b, so the query has words for types alone. The centre has no name. */
const centreWithoutName: Step[] = [
  { kind: 'say', dataset: 'd', said: [72, 0, 1], weight: 1 },
  { kind: 'merge', kept: 'region/a', former: 'region/b' },
]

const byHand = { by: 'curator', reason: 'x' }

/** A refresh that ends after its first transaction, as one does whose process is killed. */
async function crash(store: StoreWithRows, today: string): Promise<void> {
  const { rows } = store
  const dying: StoreWithRows = {
    description: store.description,
    writer: store.writer,
    read: (...given) => store.read(...given),
    close: () => store.close(),
    rows: {
      stamp: () => rows.stamp(),
      layOut: layout => rows.layOut(layout),
      begin: () => rows.begin(),
      keep: token => rows.keep(token),
      giveUp: async () => {},
      read: ids => rows.read(ids),
      linkingTo: ids => rows.linkingTo(ids),
      due: day => rows.due(day),
      count: () => rows.count(),
      ids: (...given) => rows.ids(...given),
      select: (...given) => rows.select(...given),
      async write(token, batch) {
        const half = batch.rows.slice(0, Math.ceil(batch.rows.length / 2))
        await rows.write(token, { ...batch, rows: half, absent: [], isLast: false })
        throw new Error('killed')
      },
    },
  }
  await refreshRows(dying, { ontology, today, rebuild: 'missing' }).catch(() => {})
}

/** Holds a store to the law of rows, in so many random stories. */
export function holdsRows(
  open: () => Promise<TestStore>,
  /** `lists`: after which steps lists by rows and by statements are compared. */
  options: { readonly runs: number; readonly steps: number; readonly lists: 'EVERY_STEP' | 'LAST_STEP' },
): void {
  it('are what resolution says after every kind of change, on every day, and after a crash; searches find the same without them', async () => {
    const told = fc.array(step, { minLength: 4, maxLength: options.steps })
    // Rows that are published with their revision, where the engine can do that, or that follow later.
    const stories = fc.asyncProperty(fc.boolean(), told, async (areWithRevision, steps) => {
      const opened = await open()
      const { store } = opened
      if (!keepsRows(store)) throw new Error('This store keeps no rows.')
      const failures: unknown[] = []
      const settings = {
        ontology,
        today: () => teller.today,
        report: (failure: unknown) => void failures.push(failure),
      }
      const teller: Teller = new Teller(areWithRevision ? withRows(store, settings) : store)
      const ways = new TwoWays(store, schema, ontology, () => teller.today)
      try {
        for (const [i, each] of steps.entries()) {
          await teller.tell(each)
          expect(failures).toEqual([])
          const asksLists = options.lists === 'EVERY_STEP' || i === steps.length - 1
          if (asksLists) await sameLists(ways)
          await refreshRows(store, { ontology, today: teller.today, rebuild: 'missing' })
          const differences = []
          for await (const difference of checkRows(store, ontology, teller.today)) differences.push(difference)
          expect(differences).toEqual([])
          const { passedOver } = ways.calls
          if (asksLists) await sameLists(ways)
          expect(ways.calls.passedOver).toBe(passedOver)
          for (const query of severalFacts) {
            const { byRows, byLinks } = await searchBothWays(store, teller.today, query)
            expect(byRows).toEqual(byLinks)
          }
        }
      } finally {
        await opened.close()
      }
    })
    await fc.assert(stories, {
      numRuns: options.runs,
      endOnFailure: false,
      examples: [
        [true, centreWithoutName],
        [false, splitOfFormerIds],
      ],
    })
  }, 570_000)
}

/** Lists of what the stories are about: whether the rows are of the last step already or not, they say the same. */
async function sameLists(ways: TwoWays): Promise<void> {
  const asked = [
    ['Region', { filter: { within: 'region/c' }, orderBy: [{ field: 'CODE', direction: 'DESC' }] }],
    ['Corridor', { filter: { member: { parent: { exists: true } } } }],
    ['ComputeCentre', { filter: { operator: { name: { contains: '云' } } }, orderBy: [{ field: 'CAPACITY' }] }],
    ['ComputeCentre', { filter: { existence: { in: ['EXISTING'] }, region: { within: 'region/b' } } }],
    ['Company', { filter: { or: [{ openConflictCount: { gt: 0 } }, { id: { eq: 'company/y' } }] } }],
  ] as const
  for (const [name, variables] of asked) {
    const type = ontology.findType(name)
    if (type) await sameAnswers(ways, type, variables, false)
  }
  for (const query of nested) await sameRead(ways, query)
}

/** What the stories are about, with what it is linked to. */
const nested = [
  `{ corridors { nodes { label members(first: 2) { totalCount nodes { id label code centres(first: 2) { totalCount
      edges { cursor node { label(language: "zh-Hans") opened existence capacity { amount unit asStated precision }
        location { latitude longitude } operator { label } operators { totalCount nodes { label } } region { label }
      } } } } } } } }`,
  `{ region(id: "region/a") { label formerIds conflictCount parent { label } children { nodes { id } } }
    entity(id: "region/b") { id label ... on Region { code centres(first: 1) { nodes { id } } corridors { totalCount } } }
    company(id: "company/x") { label operates { nodes { label openConflictCount region { names { text } } } } } }`,
  `{ statements(first: 2) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id } }
    last: statements(last: 1) { pageInfo { hasPreviousPage } nodes { id } } }`,
  // Ids of regions that come, go, are merged and split.
  `{ whole: search(query: "region/b") { edges { score match { text reason } node { id label } } }
    part: search(query: "a", first: 4) { facets { type count } nodes { id label ... on Region { code parent { label } } } }
    names: search(query: "Region c", first: 2) { totalCount edges { matches { words } node { label(language: "zh-Hans") type } } }
    facts: search(query: "阿里云 智算中心") { nodes { ... on ComputeCentre { operator { label } capacity { amount } } } } }`,
]

/** Tells some of the data that come with the package. */
async function seeded(opened: TestStore, seeds = ['cn-regions', 'beijing-2024']): Promise<StoreWithRows> {
  await importInto(opened.store, seeds.map(seedFolder), '2026-01-01T00:00:00Z')
  if (!keepsRows(opened.store)) throw new Error('This store keeps no rows.')
  await refreshRows(opened.store, { ontology, today: '2026-01-02', rebuild: 'missing' })
  return opened.store
}

/** A store whose calls of the rows are counted; `beforeFirstWrite` happens before its first write. */
function watched(store: StoreWithRows, beforeFirstWrite = async () => {}) {
  const calls = { stamp: 0, begin: 0, write: 0 }
  const { rows } = store
  const counted: Pick<RowStore, keyof typeof calls> = {
    stamp: async () => {
      calls.stamp += 1
      return await rows.stamp()
    },
    begin: async () => {
      calls.begin += 1
      return await rows.begin()
    },
    write: async (...given) => {
      calls.write += 1
      if (calls.write === 1) await beforeFirstWrite()
      return await rows.write(...given)
    },
  }
  const watchedRows = new Proxy(rows, {
    get(target, key) {
      const value: unknown = Reflect.get(key in counted ? counted : target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return {
    calls,
    store: {
      description: store.description,
      writer: store.writer,
      read: store.read.bind(store),
      close: async () => {},
      rows: watchedRows,
    },
    async looksAgain() {
      const { stamp } = calls
      while (calls.stamp < stamp + 2) await new Promise(done => setTimeout(done, 10))
    },
  }
}

/** Holds a store to the question that the project is about, asked in its own language, and to the doctor. */
export function answersByRows(
  open: () => Promise<TestStore>,
  database: {
    /** Which regions feed Beijing, by its code: Chinese label and statement of each, in the database's language. */
    readonly suppliers: (address: string) => Promise<readonly (readonly [label: string, statement: string])[]>
    /** Spoils the row of region/hebei, removes that of region/tianjin, and adds one of region/nowhere. */
    readonly spoil: (address: string) => Promise<void>
  },
): void {
  it('answer which regions feed Beijing as GraphQL does', async () => {
    const opened = await open()
    try {
      const store = await seeded(opened)
      const server = await startTestServer(store)
      const { body } = await ask(
        server.url,
        '{ region(code: "110000") { suppliers { edges { statement { id } node { label(language: "zh") } } } } }',
      )
      await server.close()
      const edges: readonly { statement: { id: string }; node: { label: string } }[] = body.data.region.suppliers.edges
      const expected = edges.map(({ statement: { id }, node: { label } }) => [label, id]).sort()
      expect(expected.length).toBeGreaterThan(2)
      expect([...(await database.suppliers(opened.address))].sort()).toEqual(expected)
    } finally {
      await opened.close()
    }
  }, 240_000)

  it('are written by one process at a time: another waits while the first shows that it goes on, and begins again when it was overtaken', async () => {
    const opened = await open()
    try {
      const { store } = opened
      if (!keepsRows(store)) throw new Error('This store keeps no rows.')
      await store.writer.prepare()
      const say = async (id: string) =>
        await changeStore(store, id, '2026-01-01T00:00:00Z', saidBy(id, statement(`statement/${id}`, id)))
      const settings = {
        ontology,
        today: () => '2026-01-01',
        report: (failure: unknown) => {
          throw failure
        },
      }
      await say('region/a')
      expect(await followRows(store, settings)).toEqual({ revision: 1, written: 1 })

      await say('region/b')
      let token = await store.rows.begin()
      const waiting = watched(store)
      const following = followRows(waiting.store, { ...settings, patienceMs: 60_000 })
      for (let kept = 0; kept < 3; kept += 1) {
        await waiting.looksAgain()
        token = (await store.rows.keep(token)) ?? 0
      }
      expect(waiting.calls).toMatchObject({ begin: 0 })
      await store.rows.giveUp(token)
      expect(await following).toEqual({ revision: 2, written: 1 })

      await say('region/c')
      const killed = await store.rows.begin()
      const overtaken = watched(store, async () => {
        // Another process takes over, and fails.
        await store.rows.giveUp(await store.rows.begin())
      })
      expect(await followRows(overtaken.store, { ...settings, patienceMs: 1 })).toEqual({ revision: 3, written: 1 })
      expect(overtaken.calls).toMatchObject({ begin: 2, write: 2 })
      expect(await store.rows.keep(killed)).toBeUndefined()
    } finally {
      await opened.close()
    }
  }, 120_000)

  it('follow what another process published, also after a refresh that failed, without a further write', async () => {
    const opened = await open()
    const { store } = opened
    if (!keepsRows(store)) throw new Error('This store keeps no rows.')
    const failures: unknown[] = []
    const failing = watched(store, async () => {
      throw new Error('the disk is full')
    })
    const report = (failure: unknown) => failures.push(failure)
    const settings = { ontology, today: () => '2026-01-01', report }
    await store.writer.prepare()
    const end = keepFollowing(failing.store, settings, { everyMs: 10 })
    try {
      for (const [i, id] of ['region/a', 'region/b'].entries()) {
        // As by a process that was killed before it wrote the rows.
        await changeStore(store, id, '2026-01-01T00:00:00Z', saidBy(id, statement(`statement/${id}`, id)))
        while ((await store.rows.stamp())?.revision !== i + 1) await new Promise(done => setTimeout(done, 10))
        expect((await store.rows.read([id])).map(row => row.id)).toEqual([id])
      }
      expect(failures).toHaveLength(1)
    } finally {
      end()
      await opened.close()
    }
  }, 120_000)

  it('that are spoilt are found by the doctor, and mended', async () => {
    const opened = await open()
    try {
      await seeded(opened, ['beijing-2024'])
      const settings = { SUANLI_STORE: opened.address }
      expect(await runProgram(['doctor'], settings)).toMatchObject({ code: 0 })
      await database.spoil(opened.address)
      const found = await runProgram(['doctor', '--json'], settings)
      const { counts } = JSON.parse(found.stdout) as { counts: readonly { code: string; found: number }[] }
      expect(counts).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ code: 'ROW_STALE' }),
          expect.objectContaining({ code: 'ROW_MISSING', found: 1 }),
          expect.objectContaining({ code: 'ROW_SURPLUS', found: 1 }),
        ]),
      )
      expect(await runProgram(['doctor', '--repair'], settings)).toMatchObject({ code: 0 })
      expect(await runProgram(['doctor'], settings)).toMatchObject({ code: 0 })
    } finally {
      await opened.close()
    }
  }, 240_000)
}
