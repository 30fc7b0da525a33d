import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse, validate } from 'graphql'
import { derivedFields } from '../../src/entities/derived.js'
import { entityTypes } from '../../src/entities/index.js'
import { createExecutor } from '../../src/graphql/execution/create-executor.js'
import { createContext } from '../../src/graphql/request/context.js'
import { buildSchema } from '../../src/graphql/schema/build-schema.js'
import type { Rank } from '../../src/model/rank.js'
import { createOntology } from '../../src/ontology/ontology.js'
import { keepsRows, refreshRows } from '../../src/rows/refresh-rows.js'
import type { Batch, NewStatement, Store } from '../../src/store/store.js'
import type { CacheView } from '../../src/views/cache/cache-view.js'
import { RevisionCache } from '../../src/views/cache/revision-cache.js'
import { conflict, edition, link, source, statement, vouch, withdrawal } from '../support/dataset-builder.js'
import type { TestStore } from '../support/stores.js'

const ontology = createOntology(entityTypes)
const schema = buildSchema(ontology, derivedFields)
const execute = createExecutor(schema)

const typeNames: Readonly<Record<string, string>> = {
  region: 'Region',
  corridor: 'Corridor',
  computecentre: 'ComputeCentre',
  company: 'Company',
}
const regions = ['region/a', 'region/b', 'region/c', 'region/d']
const centres = ['computecentre/a', 'computecentre/b', 'computecentre/c']
const corridors = ['corridor/a', 'corridor/b']
const companies = ['company/a', 'company/b']
const all = [...regions, ...centres, ...corridors, ...companies]
const editions = ['press#zh-Hans', 'press#en', 'yearbook#zh-Hans']

/** All that can be said, each under an id of its own. */
const sayable: readonly NewStatement[] = [
  ...all.flatMap(id =>
    editions.map((of, i) => {
      const language = of.endsWith('en') ? 'en' : 'zh-Hans'
      const text = `${language === 'en' ? 'Name' : '名'} ${(id.length * 7 + i) % 3} ${id}`
      return statement(`statement/name-${id}-${i}`, id, {
        value: { kind: 'text', text, language },
        asStated: text,
        edition: of,
        language,
      })
    }),
  ),
  ...regions.map((id, i) =>
    statement(`statement/code-${id}`, id, { property: 'code', value: { kind: 'code', code: `10000${i % 2}` } }),
  ),
  ...regions.flatMap((id, i) =>
    regions.slice(0, i).map(parent => link(`statement/parent-${id}-${parent}`, id, 'parent', parent)),
  ),
  ...corridors.flatMap(id => regions.map(region => link(`statement/member-${id}-${region}`, id, 'member', region))),
  ...centres.flatMap(id => regions.map(region => link(`statement/region-${id}-${region}`, id, 'region', region))),
  ...centres.flatMap(id =>
    companies.map(company => link(`statement/operator-${id}-${company}`, id, 'operator', company)),
  ),
  ...centres.flatMap(id =>
    ['PLANNED', 'OPERATING'].map(code =>
      statement(`statement/status-${id}-${code}`, id, { property: 'status', value: { kind: 'code', code } }),
    ),
  ),
  ...centres.flatMap(id =>
    ['3', '40'].map(amount =>
      statement(`statement/capacity-${id}-${amount}`, id, {
        property: 'capacity',
        value: { kind: 'quantity', amount, unit: 'EFLOPS', comparator: 'EXACTLY' },
      }),
    ),
  ),
]

const views = fc.constantFrom(
  '',
  'view: { trust: { languages: ["en"] } }',
  'view: { trust: { languages: ["en"], others: NEVER } }',
  'view: { trust: { sources: ["yearbook"], minConfidence: 0.5 } }',
  // Before any revision, among the revisions that the writer makes, and after all of them.
  ...[
    '2025-12-31t00:00:00z',
    '2026-01-03T12:00:00Z',
    '2026-01-05T00:00:00Z',
    '2026-02-12T06:00:00Z',
    '2099-01-01T00:00:00Z',
  ].map(knownAt => `view: { knownAt: "${knownAt}" }`),
  'view: { knownAt: "2026-01-05T00:00:00Z", trust: { languages: ["en"] } }',
)
const selections = fc.constantFrom(
  'corridors(first: 2 VIEW) { totalCount nodes { id label members(first: 2) { totalCount edges { role cursor node { label centres(first: 2) { totalCount nodes { label capacity { amount } operator { label } } } } } } } }',
  'regions(first: 3 VIEW) { nodes { id label(language: "en") children { nodes { id } } corridors { nodes { id } } suppliers { nodes { id } } centres(filter: { status: { eq: OPERATING } }) { totalCount nodes { id } } } pageInfo { hasNextPage endCursor } }',
  'computeCentres(filter: { status: { eq: OPERATING } } VIEW) { totalCount nodes { id label } aggregate { count byStatus { status count } capacity { sum count } byRegion(level: PROVINCE) { count } } }',
  'computeCentres(orderBy: [{ field: CAPACITY, direction: DESC }, { field: LABEL }], first: 2 VIEW) { nodes { id } pageInfo { hasNextPage } aggregate { capacity { max } } }',
  'computeCentres(filter: { region: { within: "region/a" } } VIEW) { nodes { id region { label parent { label } } } }',
  'region(code: "100001" VIEW) { id names { text statement { rank confidence datasets edition { id source { title } } } } conflicts { nodes { kind } } resolution(property: "name") { rule } }',
  'paths(from: "computecentre/a", to: "company/b", maxHops: 4 VIEW) { totalCount paths { length confidence } }',
  'nodes(ids: ["region/a", "corridor/b", "company/a", "region/none"]) { id ... on Entity { label statements { totalCount } } }',
)
const query = fc.tuple(selections, views).map(([selection, view]) => {
  const inside = view === '' ? '' : /\( *VIEW/.test(selection) ? view : `, ${view}`
  return `{ ${selection.replace(/ ?VIEW/, inside)} }`
})

interface Write {
  readonly given: readonly (readonly [place: number, dataset: string, rank: Rank, confidence: number])[]
  readonly taken: readonly (readonly [place: number, dataset: string])[]
  readonly weight: number | undefined
  readonly opened: boolean
}

const place = fc.nat(sayable.length - 1)
const datasets = fc.constantFrom('news', 'register')
const write: fc.Arbitrary<Write> = fc.record({
  given: fc.array(
    fc.tuple(place, datasets, fc.constantFrom<Rank>('NORMAL', 'PREFERRED', 'DEPRECATED'), fc.constantFrom(1, 0.4)),
    { maxLength: 8 },
  ),
  taken: fc.array(fc.tuple(place, datasets), { maxLength: 3 }),
  weight: fc.option(fc.constantFrom(1, 2), { nil: undefined, freq: 5 }),
  opened: fc.boolean(),
})

/** A store, and the kinds of the questions that it was asked. */
function countingStore(store: Store): { readonly counting: Store; readonly asked: string[] } {
  const asked: string[] = []
  const counting: Store = {
    description: store.description,
    writer: store.writer,
    read: (asks, options) => {
      asked.push(...asks.map(({ question }) => question.kind))
      return store.read(asks, options)
    },
    close: () => store.close(),
  }
  return { counting, asked }
}

/** Keeps nothing: reads the store as of a revision. */
function nothingAsOf(revision: number): CacheView {
  return {
    revision,
    hasRoom: false,
    entity: () => undefined,
    incomingStatements: () => undefined,
    answer: () => undefined,
    citedEdition: () => undefined,
    derived: () => undefined,
    keep: () => {},
    keepDerived: () => {},
    numberOf: () => 0,
    asKnownAt: () => undefined,
    learnKnownAt: () => {},
  }
}

interface Pages {
  readonly id: string
  readonly page: unknown
  readonly whole: unknown
}

const now = () => new Date('2026-02-01T00:00:00Z')

async function answer(store: Store, cache: { current: RevisionCache['current'] }, asked: string) {
  const view = await cache.current()
  if (!view) throw new Error('The store could not be read.')
  const context = createContext({ store, ontology, now }, { cache: view })
  const { data, errors } = await execute({ document: parse(asked), context })
  return { revision: view.revision, data: JSON.parse(JSON.stringify({ data, errors })) as unknown }
}

export function describeSnapshot(engine: string, open: () => Promise<TestStore>, { runs }: { runs: number }): void {
  describe(`a snapshot of ${engine}`, () => {
    let opened: TestStore
    let day = 0
    beforeAll(async () => {
      opened = await open()
      await opened.store.writer.prepare()
      await change(opened.store, {
        sources: [source('press'), source('yearbook')],
        editions: editions.map(id => edition(id, id === 'press#en' ? { translationOf: 'press#zh-Hans' } : {})),
        entities: all.map(id => ({ id, type: typeNames[id.slice(0, id.indexOf('/'))] ?? '' })),
        statements: sayable,
        vouches: sayable.filter((_, i) => i % 2 === 0).map(each => vouch(each, 'news')),
      })
    })
    afterAll(() => opened.close())

    async function change(store: Store, batch: Batch): Promise<void> {
      const staged = await store.writer.begin(['news', 'register'], 'test:1', () => false)
      await store.writer.stage(staged, batch)
      day += 1
      await store.writer.publish(staged, new Date(Date.UTC(2026, 0, 1, day)).toISOString())
    }

    function toBatch({ given, taken, weight, opened: isOpened }: Write): Batch {
      const said = given.flatMap(([at, dataset, rank, confidence]) => {
        const of = sayable[at]
        return of ? [{ of, dataset, rank, confidence }] : []
      })
      const [one, other] = said.filter(({ of }) => of.property === 'name')
      return {
        ...(weight !== undefined && { sources: [source('yearbook', { weight, title: `weighs ${weight}` })] }),
        statements: said.map(({ of }) => of),
        vouches: said.map(({ of, dataset, rank, confidence }) => vouch(of, dataset, { rank, confidence })),
        withdrawals: taken.flatMap(([at, dataset]) => (sayable[at] ? [withdrawal(sayable[at], dataset)] : [])),
        ...(isOpened &&
          one &&
          other && {
            conflictsOpened: [
              conflict(`conflict/${one.of.id}`, {
                subjects: [one.of.subject],
                statements: [one.of.id, other.of.id],
              }),
            ],
          }),
      }
    }

    it('answers as the store does, kept whole or hardly kept, whatever a writer does meanwhile', async () => {
      const { store } = opened
      const options = { freshMs: 0, clock: () => performance.now() }
      const large = new RevisionCache(store, ontology, { ...options, maxBytes: 100_000_000 })
      const small = new RevisionCache(store, ontology, { ...options, maxBytes: 20_000 })
      // The same is asked again and again: what was kept of it must not outlive what changes it.
      await fc.assert(
        fc.asyncProperty(
          fc.array(query, { minLength: 1, maxLength: 4 }),
          fc.array(write, { minLength: 1, maxLength: 5 }),
          async (texts, writes) => {
            for (const written of writes) {
              const writing = change(store, toBatch(written))
              await demandAnswers(texts, [large, small, large])
              await writing
              await demandAnswers(texts, [large, small])
              await demandEqualPages()
            }
          },
        ),
        { numRuns: runs },
      )

      /** A page at the beginning is found without the rest of its list; a filter that lets all pass reads the whole. */
      async function demandEqualPages(): Promise<void> {
        const page = '{ totalCount nodes { id } pageInfo { hasNextPage } }'
        const text = `{ regions { nodes { id page: centres(first: 1) ${page} whole: centres(first: 1, filter: {}) ${page} } } }`
        const { data } = (await answer(store, large, text)).data as { data: { regions: { nodes: Pages[] } } }
        for (const { id, page, whole } of data.regions.nodes) expect({ id, page }).toEqual({ id, page: whole })
      }

      async function demandAnswers(texts: readonly string[], snapshots: readonly RevisionCache[]): Promise<void> {
        const asked = texts.flatMap(text => snapshots.map(cache => ({ text, cache })))
        const answers = await Promise.all(asked.map(({ text, cache }) => answer(store, cache, text)))
        for (const [i, { revision, data }] of answers.entries()) {
          const text = asked[i]?.text ?? ''
          const expected = await answer(store, { current: () => nothingAsOf(revision) }, text)
          expect({ text, revision, data }).toEqual({ text, ...expected })
        }
      }
    }, 300_000)

    it('is asked in documents that the schema knows', () => {
      for (const text of fc.sample(query, 200)) expect(validate(schema, parse(text))).toEqual([])
    })

    it('sees what was published before it is asked, and answers again without the store', async () => {
      const { store } = opened
      const { counting, asked } = countingStore(store)
      const cache = new RevisionCache(counting, ontology, { maxBytes: 10_000_000, freshMs: 0, clock: () => 0 })
      const name = sayable.find(({ subject }) => subject === 'company/a') as NewStatement
      // The random writer before may not have stated the name.
      const confident = (confidence: number) =>
        change(store, { statements: [name], vouches: [vouch(name, 'news', { confidence })] })
      const text = '{ company(id: "company/a") { names { statement { id confidence } } } companies { totalCount } }'
      await confident(0.25)
      const first = await answer(counting, cache, text)
      asked.length = 0
      expect((await answer(counting, cache, text)).data).toEqual(first.data)
      expect(asked).toEqual([])
      await confident(0.75)
      const later = await answer(counting, cache, text)
      expect(JSON.stringify(first.data)).toContain('0.25')
      expect(JSON.stringify(later.data)).toContain('0.75')
      expect(later.revision).toBe(first.revision + 1)
    })

    it('keeps the past by its revision, for every instant after which that revision was the last one', async () => {
      const { store } = opened
      const { counting, asked } = countingStore(store)
      const cache = new RevisionCache(counting, ontology, { maxBytes: 10_000_000, freshMs: 0, clock: () => 0 })
      const name = sayable.find(({ subject }) => subject === 'company/a') as NewStatement
      const confident = (confidence: number) =>
        change(store, { statements: [name], vouches: [vouch(name, 'news', { confidence })] })
      await confident(0.25)
      const then = Date.UTC(2026, 0, 1, day)
      await confident(0.75)
      const ask = async (knownAt: string) => {
        const text = `{ company(id: "company/a", view: { knownAt: "${knownAt}" }) { names { statement { confidence } } } companies(view: { knownAt: "${knownAt}" }) { totalCount } }`
        asked.length = 0
        return JSON.stringify((await answer(counting, cache, text)).data)
      }
      const first = await ask(new Date(then).toISOString())
      expect(first).toContain('0.25')
      expect(asked).not.toEqual([])
      // The first question of another instant says which revision was the last one; the rest is kept.
      expect(await ask(new Date(then + 1).toISOString())).toBe(first)
      expect(asked.filter(kind => kind === 'lastRevision')).toHaveLength(1)
      expect(await ask(new Date(then + 1).toISOString())).toBe(first)
      expect(asked).toEqual([])
      // What is published later is not known then.
      await confident(0.5)
      expect(await ask(new Date(then + 1).toISOString())).toBe(first)
      expect(asked.filter(kind => kind === 'entity')).toEqual([])
      const newest = await ask('2099-01-01T00:00:00Z')
      expect(newest).toContain('0.5')
    })

    it('asks rows where all that is known was known at the instant, and never for the past', async () => {
      const { store } = opened
      if (!keepsRows(store)) throw new Error('This store keeps no rows.')
      await refreshRows(store, { ontology, today: '2026-02-01', rebuild: 'missing' })
      let asked = 0
      const select: typeof store.rows.select = async (...given) => {
        const answers = await store.rows.select(...given)
        if (answers) asked += given[0].length
        return answers
      }
      const rows = new Proxy(store.rows, {
        get: (of, key) => (key === 'select' ? select : Reflect.get(of, key, of)),
      })
      const seen: Store = {
        description: store.description,
        writer: store.writer,
        rows,
        read: (...given) => store.read(...given),
        close: () => store.close(),
      }
      const newest = Date.UTC(2026, 0, 1, day)
      for (const [instant, isByRows] of [
        [newest, true],
        [newest + 1, true],
        [newest - 1, false],
      ] as const) {
        const knownAt = new Date(instant).toISOString()
        const text = `{ computeCentres(orderBy: [{ field: CAPACITY }], view: { knownAt: "${knownAt}" }) { totalCount nodes { id label status } aggregate { capacity { sum } } } }`
        const cache = new RevisionCache(seen, ontology, { maxBytes: 10_000_000, freshMs: 0, clock: () => 0 })
        asked = 0
        const { revision, data } = await answer(seen, cache, text)
        expect({ knownAt, isByRows: asked > 0 }).toEqual({ knownAt, isByRows })
        expect(data).toEqual((await answer(seen, { current: () => nothingAsOf(revision) }, text)).data)
      }
    })

    it('answers a request that began earlier as of its own revision, though a later one was read in between', async () => {
      const { store } = opened
      const cache = new RevisionCache(store, ontology, { maxBytes: 10_000_000, freshMs: 0, clock: () => 0 })
      const name = sayable.find(({ subject }) => subject === 'company/b') as NewStatement
      const text = '{ company(id: "company/b") { names { statement { id confidence } } } }'
      const confident = (confidence: number) =>
        change(store, { statements: [name], vouches: [vouch(name, 'news', { confidence })] })
      await confident(0.125)
      const early = await cache.current()
      await confident(0.875)
      expect(JSON.stringify(await answer(store, cache, text))).toContain('0.875')
      expect(JSON.stringify(await answer(store, { current: () => early }, text))).toContain('0.125')
      expect(JSON.stringify(await answer(store, cache, text))).toContain('0.875')
    })
  })
}
