import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { applyDatasets, type ImportPlan, planDatasets } from '../../../src/imports/apply-import.js'
import type { ImportStep } from '../../../src/imports/plan-import.js'
import type { Conflict } from '../../../src/model/conflict.js'
import type { Statement } from '../../../src/model/statement.js'
import type { Store } from '../../../src/store/store.js'
import { openSqliteTestStore, type TestStore } from '../../support/stores.js'
import { checkFolder, makeFolder, ontology, type TestFolder } from '../datasets/news-folder.js'

/** What stands beside a value, and the value: a statement as a dataset has it. */
type Stated = Readonly<Record<string, unknown>>

/** Statements by the entity that they are about. */
type Entities = Readonly<Record<string, readonly Stated[]>>

/** A dataset as JSON, which YAML takes. Its sources are the same in each, so that datasets can share them. */
function datasetFile(id: string, entities: Entities): string {
  return JSON.stringify({
    dataset: id,
    sources: [
      {
        id: 'press',
        title: '上观新闻',
        editions: [{ language: 'zh-Hans' }, { language: 'en', translationOf: 'zh-Hans' }],
      },
      { id: 'gazette', title: '公报', editions: [{ language: 'zh-Hans' }] },
    ],
    entities: Object.entries(entities).map(([entity, statements]) => ({
      id: entity,
      type: ontology.findTypeOfId(entity)?.name,
      edition: 'press#zh-Hans',
      statements,
    })),
  })
}

type Datasets = Readonly<Record<string, Entities>>

let clock = 0
const now = () => new Date(Date.UTC(2025, 0, 1) + 60_000 * clock++)

/** A store with a folder that datasets are written to and imported from. */
class Importing {
  constructor(
    readonly store: Store,
    readonly folder: TestFolder,
  ) {}

  async checked(datasets: Datasets) {
    await this.folder.write(
      Object.fromEntries(
        Object.entries(datasets).map(([id, entities]) => [`${id}/dataset.yaml`, datasetFile(id, entities)]),
      ),
    )
    const run = await checkFolder(this.folder, Object.keys(datasets), async () => [])
    expect(run.problems.filter(({ severity }) => severity === 'ERROR')).toEqual([])
    return run.datasets
  }

  async import(datasets: Datasets, progress?: (step: ImportStep) => void) {
    const importer = { now, holder: 'test:1', isAlive: () => false }
    return await applyDatasets(await this.checked(datasets), this.store, ontology, importer, progress)
  }

  async plan(datasets: Datasets): Promise<ImportPlan> {
    return await planDatasets(await this.checked(datasets), this.store, ontology)
  }

  async statements(pin?: number): Promise<readonly Statement[]> {
    const { answers } = await this.store.read([{ question: { kind: 'statements', limit: 10_000 } }], { pin })
    return (answers[0] ?? []) as readonly Statement[]
  }

  async conflicts(pin?: number): Promise<readonly Conflict[]> {
    const { answers } = await this.store.read([{ question: { kind: 'conflicts', limit: 10_000 } }], { pin })
    return (answers[0] ?? []) as readonly Conflict[]
  }

  async history(id: string): Promise<readonly Statement[]> {
    const { answers } = await this.store.read([{ question: { kind: 'history', id } }])
    return (answers[0] ?? []) as readonly Statement[]
  }

  /** All that stands, of these entities or of all, without when it was said. */
  async standing(subjects?: readonly string[]): Promise<unknown> {
    const isMeant = (id: string) => subjects === undefined || subjects.includes(id)
    const statements = (await this.statements())
      .filter(({ subject }) => isMeant(subject))
      .map(({ id, datasets, rank, confidence }) => ({ id, datasets, rank, confidence }))
    const conflicts = (await this.conflicts())
      .filter(conflict => conflict.subjects.some(isMeant))
      .map(({ id, kind, subjects }) => ({ id, kind, subjects }))
    return { statements, conflicts }
  }
}

const nothing = {
  entitiesAdded: 0,
  statementsAdded: 0,
  statementsRetracted: 0,
  reweighted: 0,
  sourcesChanged: 0,
  conflictsClosed: 0,
  withheld: 0,
  newConflicts: [],
}

const name = (value: string, more: Stated = {}): Stated => ({ property: 'name', value, ...more })
const inEnglish = { edition: 'press#en' }
const beijing: Datasets = {
  news: { 'region/beijing': [name('北京'), name('Beijing', inEnglish), { property: 'code', value: '110000' }] },
}

let opened: TestStore
let folder: TestFolder
let importing: Importing
beforeEach(async () => {
  opened = await openSqliteTestStore()
  folder = await makeFolder()
  await opened.store.writer.prepare()
  importing = new Importing(opened.store, folder)
})
afterEach(async () => {
  await opened.close()
  await folder.remove()
})

describe('an import', () => {
  it('adds what its datasets state, in one revision', async () => {
    const { revision, ...plan } = await importing.import(beijing)
    expect(plan).toEqual({ ...nothing, entitiesAdded: 1, statementsAdded: 3, unchanged: 0, sourcesChanged: 5 })
    expect(revision.number).toBe(1)
    expect((await importing.statements()).map(({ property, datasets }) => [property, datasets]).sort()).toEqual([
      ['code', ['news']],
      ['name', ['news']],
      ['name', ['news']],
    ])
  })

  it('that is made again changes nothing, and makes no revision', async () => {
    const first = await importing.import(beijing)
    const again = await importing.import(beijing)
    expect(again).toEqual({ ...nothing, unchanged: 3, revision: first.revision })
  })

  it('does what its plan says, and the plan alone does nothing', async () => {
    await importing.import(beijing)
    const changed = { news: { 'region/beijing': [name('北京市')], 'region/hebei': [name('河北')] } }
    const before = await importing.standing()
    const planned = await importing.plan(changed)
    expect(await importing.standing()).toEqual(before)
    expect(planned).toMatchObject({ entitiesAdded: 1, statementsAdded: 2, statementsRetracted: 3 })
    const { revision: _, ...applied } = await importing.import(changed)
    expect(applied).toEqual(planned)
  })

  it('retracts what a dataset no longer holds; it is not deleted, and what replaces it says so', async () => {
    await importing.import(beijing)
    const { revision } = await importing.import({
      news: { 'region/beijing': [name('北京市'), name('Beijing', inEnglish), { property: 'code', value: '110000' }] },
    })
    const history = await importing.history('region/beijing')
    const [old, anew] = [
      history.find(({ asStated }) => asStated === '北京'),
      history.find(({ asStated }) => asStated === '北京市'),
    ]
    expect(old).toMatchObject({ recordedIn: 1, retractedIn: revision.number, retractedAt: revision.at, datasets: [] })
    expect(anew).toMatchObject({ recordedIn: revision.number, supersedes: old?.id })
    expect((await importing.statements()).map(({ asStated }) => asStated).sort()).toEqual([
      '110000',
      'Beijing',
      '北京市',
    ])
    expect((await importing.statements(1)).map(({ asStated }) => asStated).sort()).toEqual([
      '110000',
      'Beijing',
      '北京',
    ])
  })

  it('retracts all of an entity that a dataset no longer names, and may say it again later', async () => {
    const both = { news: { ...beijing.news, 'region/hebei': [name('河北')] } }
    await importing.import(both)
    const gone = await importing.import(beijing)
    expect(gone).toMatchObject({ statementsRetracted: 1, unchanged: 3 })
    const { answers } = await importing.store.read([{ question: { kind: 'entity', id: 'region/hebei' } }])
    expect(answers).toEqual([undefined])
    expect(await importing.import(both)).toMatchObject({ statementsAdded: 1, entitiesAdded: 1, unchanged: 3 })
    expect(await importing.import(both)).toMatchObject(nothing)
  })

  it('changes the rank and confidence of a statement without making it another', async () => {
    await importing.import(beijing)
    const [first] = await importing.statements()
    const changed = await importing.import({
      news: {
        'region/beijing': [
          name('北京', { rank: 'preferred' }),
          name('Beijing', { ...inEnglish, confidence: 0.5 }),
          { property: 'code', value: '110000' },
        ],
      },
    })
    expect(changed).toMatchObject({ ...nothing, unchanged: 3, reweighted: 2 })
    const statements = await importing.statements()
    expect(statements.map(({ id }) => id)).toContain(first?.id)
    expect(statements.map(({ asStated, rank, confidence }) => [asStated, rank, confidence]).sort()).toEqual([
      ['110000', 'NORMAL', 1],
      ['Beijing', 'NORMAL', 0.5],
      ['北京', 'PREFERRED', 1],
    ])
  })
})

describe('two datasets that hold the same statement', () => {
  const more: Datasets = { more: beijing.news as Entities }

  it('both vouch for it, and it stands until the last gives it up', async () => {
    await importing.import(beijing)
    expect(await importing.import(more)).toMatchObject({ ...nothing, unchanged: 3, reweighted: 3 })
    expect(new Set((await importing.statements()).map(({ datasets }) => datasets.join()))).toEqual(
      new Set(['more,news']),
    )
    expect(await importing.import({ news: {} })).toMatchObject({ statementsRetracted: 0 })
    expect(new Set((await importing.statements()).map(({ datasets }) => datasets.join()))).toEqual(new Set(['more']))
    expect(await importing.import({ more: {} })).toMatchObject({ statementsRetracted: 3 })
    expect(await importing.statements()).toEqual([])
  })

  it('may be imported together', async () => {
    expect(await importing.import({ ...beijing, ...more })).toMatchObject({ statementsAdded: 3, entitiesAdded: 1 })
    expect(await importing.import({ ...beijing, ...more })).toMatchObject(nothing)
    expect(await importing.import(more)).toMatchObject(nothing)
  })

  it('leave each other’s other statements alone', async () => {
    await importing.import({ news: { 'region/beijing': [name('北京')] }, more: { 'region/beijing': [name('北京市')] } })
    expect(await importing.import({ more: { 'region/beijing': [] } })).toMatchObject({ statementsRetracted: 1 })
    expect((await importing.statements()).map(({ asStated }) => asStated)).toEqual(['北京'])
  })
})

describe('a conflict', () => {
  const named = (english: string): Datasets => ({
    news: { 'official/tang-jianguo': [name('唐建国'), name(english, inEnglish)] },
  })

  it('is opened where a translation says another name, and closed when that is put right', async () => {
    const { newConflicts } = await importing.import(named('Zhao Jianguo'))
    expect(newConflicts).toMatchObject([{ kind: 'TRANSLATION', property: 'name', subjects: ['official/tang-jianguo'] }])
    expect((await importing.conflicts()).map(({ id, status }) => [id, status])).toEqual([[newConflicts[0]?.id, 'OPEN']])
    expect(await importing.import(named('Zhao Jianguo'))).toMatchObject(nothing)

    const put = await importing.import(named('Tang Jianguo'))
    expect(put).toMatchObject({ conflictsClosed: 1, newConflicts: [] })
    expect(await importing.conflicts()).toEqual([])
    expect(await importing.conflicts(1)).toHaveLength(1)
  })

  it('is none where names differ by their language only', async () => {
    expect((await importing.import(named('Tang Jianguo'))).newConflicts).toEqual([])
  })

  it('is one of IDENTITY where two entities share a code, whichever dataset and import it came by', async () => {
    await importing.import(beijing)
    const { newConflicts } = await importing.import({
      more: { 'region/peking': [name('北平'), { property: 'code', value: '110000' }] },
    })
    expect(newConflicts).toMatchObject([
      { kind: 'IDENTITY', property: 'code', subjects: ['region/beijing', 'region/peking'] },
    ])
    expect(await importing.import({ more: { 'region/peking': [name('北平')] } })).toMatchObject({
      conflictsClosed: 1,
      newConflicts: [],
    })
    expect(await importing.conflicts()).toEqual([])
  })

  it('is planned by the ranks that an import gives: a deprecated code is in conflict with none', async () => {
    const statementsByCode = (rank: string): Entities => ({ 'region/a': [{ property: 'code', value: '110000', rank }] })
    const other: Entities = { 'region/b': [{ property: 'code', value: '110000' }] }
    await importing.import({ news: statementsByCode('deprecated') })
    const opening: Datasets = { news: { ...statementsByCode('normal'), ...other } }
    expect((await importing.plan(opening)).newConflicts).toMatchObject([
      { kind: 'IDENTITY', subjects: ['region/a', 'region/b'] },
    ])
    await importing.import(opening)
    const closing: Datasets = { news: { ...statementsByCode('deprecated'), ...other } }
    expect(await importing.plan(closing)).toMatchObject({ conflictsClosed: 1, newConflicts: [] })
    expect(await importing.import(closing)).toMatchObject({ conflictsClosed: 1 })
    expect(await importing.conflicts()).toEqual([])
  })

  it('is one of IDENTITY where three share it, and stays one while two do', async () => {
    const statementsByCode = { property: 'code', value: '110000' }
    await importing.import({
      news: { 'region/a': [statementsByCode], 'region/b': [statementsByCode], 'region/c': [statementsByCode] },
    })
    expect((await importing.conflicts()).flatMap(({ subjects }) => subjects)).toEqual(
      expect.arrayContaining(['region/a', 'region/b', 'region/c']),
    )
    await importing.import({ news: { 'region/a': [statementsByCode], 'region/b': [statementsByCode] } })
    const left = await importing.conflicts()
    expect(left).toMatchObject([{ kind: 'IDENTITY', subjects: ['region/a', 'region/b'] }])
  })
})

describe('an import that is interrupted', () => {
  const failing = () => {
    throw new Error('the power fails')
  }

  it('has changed nothing for readers, and is finished by making it again', async () => {
    await importing.import(beijing)
    const before = await importing.standing()
    const changed: Datasets = { news: { 'region/beijing': [name('北京市')], 'region/hebei': [name('河北')] } }
    let steps = 0
    await expect(importing.import(changed, () => (++steps === 2 ? failing() : undefined))).rejects.toThrow(
      'the power fails',
    )
    expect(await importing.standing()).toEqual(before)
    // The counts are of what changes for readers, although much of it is staged already.
    expect(await importing.import(changed)).toMatchObject({
      entitiesAdded: 1,
      statementsAdded: 2,
      statementsRetracted: 3,
    })
    expect((await importing.statements()).map(({ asStated }) => asStated).sort()).toEqual(['北京市', '河北'])
    expect(await importing.import(changed)).toMatchObject(nothing)
  })

  it('stands in the way of others until it is finished or abandoned', async () => {
    await expect(importing.import(beijing, failing)).rejects.toThrow('the power fails')
    const others: Datasets = { others: { 'region/hebei': [name('河北')] } }
    await expect(importing.import(others)).rejects.toMatchObject({
      code: 'IMPORT_UNFINISHED',
      fields: { datasets: 'news' },
    })
    expect(await importing.store.writer.abandon(() => false)).toEqual(['news'])
    await importing.import(others)
    expect((await importing.statements()).map(({ asStated }) => asStated)).toEqual(['河北'])
  })

  it('may be gone on with after its dataset was changed', async () => {
    await expect(importing.import(beijing, ({ done }) => (done > 0 ? failing() : undefined))).rejects.toThrow(
      'the power fails',
    )
    await importing.import({ news: { 'region/hebei': [name('河北')] } })
    expect((await importing.statements()).map(({ asStated }) => asStated)).toEqual(['河北'])
    expect(await importing.history('region/beijing')).toEqual([])
  })
})

// Few entities, names and codes, so that datasets meet often.
const regions = ['region/a', 'region/b', 'region/c'] as const
const stated: fc.Arbitrary<Stated> = fc.oneof(
  fc.record({
    property: fc.constant('name'),
    value: fc.constantFrom('北京', '上海', 'Beijing'),
    edition: fc.constantFrom('press#zh-Hans', 'press#en', 'gazette#zh-Hans'),
  }),
  fc.record({ property: fc.constant('code'), value: fc.constantFrom('110000', '310000') }),
  fc.record({ property: fc.constant('level'), value: fc.constantFrom('province', 'county') }),
  fc.record({ property: fc.constant('parent'), value: fc.constantFrom(...regions) }),
)
const weight = fc.record(
  { rank: fc.constantFrom('preferred', 'normal', 'deprecated'), confidence: fc.constantFrom(1, 0.5) },
  { requiredKeys: [] },
)
const entitiesOf = (statements: fc.Arbitrary<Stated>) =>
  fc.dictionary(
    fc.constantFrom(...regions),
    fc.uniqueArray(statements, {
      maxLength: 4,
      selector: ({ property, value, edition }) => `${property} ${value} ${edition}`,
    }),
    { noNullPrototype: true },
  )
const weighted = entitiesOf(fc.tuple(stated, weight).map(([statement, beside]) => ({ ...statement, ...beside })))
const runs = { numRuns: 25 }

let run = 0

/** The same entities and codes under names that no other run uses, so that all runs can share their stores. */
function inRun(entities: Entities): Entities {
  const renamed = ({ property, value, ...beside }: Stated): Stated => ({
    property,
    value: property === 'code' || property === 'parent' ? `${value}-${run}` : value,
    ...beside,
  })
  return Object.fromEntries(
    Object.entries(entities).map(([id, statements]) => [`${id}-${run}`, statements.map(renamed)]),
  )
}

/** Two datasets of this run; one that is not given is not imported. */
function datasetsOfRun({ news, more }: { readonly news?: Entities; readonly more?: Entities }): Datasets {
  return { ...(news && { [`news-${run}`]: inRun(news) }), ...(more && { [`more-${run}`]: inRun(more) }) }
}

describe('any datasets', () => {
  const opened: TestStore[] = []
  let [one, other, third]: Importing[] = []
  let folder: TestFolder
  beforeAll(async () => {
    folder = await makeFolder()
    const importings: Importing[] = []
    for (let count = 0; count < 3; count++) {
      const store = await openSqliteTestStore()
      opened.push(store)
      await store.store.writer.prepare()
      importings.push(new Importing(store.store, folder))
    }
    ;[one, other, third] = importings
  })
  afterAll(async () => {
    for (const store of opened) await store.close()
    await folder.remove()
  })

  /** Begins a run, free of what a run that failed left staged. */
  async function begin(): Promise<[Importing, Importing, Importing]> {
    run++
    for (const { store } of opened) await store.writer.abandon(() => false)
    return [one, other, third] as [Importing, Importing, Importing]
  }

  const versionOf = (importing: Importing) => importing.standing(regions.map(id => `${id}-${run}`))

  it('that are imported again change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(weighted, weighted, async (news, more) => {
        const [store] = await begin()
        await store.import(datasetsOfRun({ news }))
        const { revision } = await store.import(datasetsOfRun({ news, more }))
        const again = await store.import(datasetsOfRun({ news, more }))
        expect(again).toMatchObject({ ...nothing, revision })
        expect(await store.import(datasetsOfRun({ more }))).toMatchObject({ ...nothing, revision })
      }),
      runs,
    )
  })

  it('leave what they would have left in an empty store, whatever they said before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(weighted, { minLength: 1, maxLength: 3 }), weighted, async (before, last) => {
        const [store, fresh] = await begin()
        for (const news of before) await store.import(datasetsOfRun({ news }))
        const planned = await store.plan(datasetsOfRun({ news: last }))
        const { revision: _, ...applied } = await store.import(datasetsOfRun({ news: last }))
        expect(applied).toEqual(planned)
        await fresh.import(datasetsOfRun({ news: last }))
        expect(await versionOf(store)).toEqual(await versionOf(fresh))
      }),
      runs,
    )
  })

  it('may be imported together or one after the other, in either order', async () => {
    // Without weights: of two datasets that weigh a statement differently, the word of the last counts.
    const plain = entitiesOf(stated)
    await fc.assert(
      fc.asyncProperty(plain, plain, async (news, more) => {
        const [together, forth, back] = await begin()
        await together.import(datasetsOfRun({ news, more }))
        await forth.import(datasetsOfRun({ news }))
        await forth.import(datasetsOfRun({ more }))
        await back.import(datasetsOfRun({ more }))
        await back.import(datasetsOfRun({ news }))
        const standing = await versionOf(together)
        expect(await versionOf(forth)).toEqual(standing)
        expect(await versionOf(back)).toEqual(standing)
      }),
      runs,
    )
  })

  it('may be interrupted anywhere: made again, the import leaves what it would have left at once', async () => {
    await fc.assert(
      fc.asyncProperty(weighted, weighted, weighted, fc.nat(3), async (before, begun, last, steps) => {
        const [store, fresh] = await begin()
        await store.import(datasetsOfRun({ news: before }))
        const stood = await versionOf(store)
        let left = steps
        const failAfter = () => {
          if (left-- === 0) throw new Error('the power fails')
        }
        const failure = await store.import(datasetsOfRun({ news: begun }), failAfter).then(
          () => undefined,
          (error: unknown) => String(error),
        )
        expect([undefined, 'Error: the power fails']).toContain(failure)
        if (failure) expect(await versionOf(store)).toEqual(stood)
        const planned = failure ? await store.plan(datasetsOfRun({ news: last })) : undefined
        const { revision: _, ...applied } = await store.import(datasetsOfRun({ news: last }))
        if (planned) expect(applied).toEqual(planned)
        await fresh.import(datasetsOfRun({ news: last }))
        expect(await versionOf(store)).toEqual(await versionOf(fresh))
      }),
      runs,
    )
  })
})
