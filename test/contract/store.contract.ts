import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Change, ChangePlace } from '../../src/model/change.js'
import type { ConflictStatus } from '../../src/model/conflict.js'
import type { CurationAction } from '../../src/model/curation-action.js'
import type { Statement } from '../../src/model/statement.js'
import type { KeyExpression } from '../../src/names/key-expression.js'
import { keysOfName } from '../../src/names/search-keys.js'
import type {
  AnswerTo,
  Batch,
  LinkSelection,
  NewStatement,
  Page,
  QueryKind,
  QueryOf,
  StagedImport,
  Store,
} from '../../src/store/store.js'
import {
  conflict,
  described,
  edition,
  link,
  said,
  source,
  statement,
  vouch,
  withdrawal,
} from '../support/dataset-builder.js'
import type { TestStore } from '../support/stores.js'

const day = (number: number) => `2025-06-${String(number).padStart(2, '0')}T00:00:00.000Z`
const isDead = () => false
const isAlive = () => true

const shanghai = statement('statement/shanghai', 'region/a')
const beijing = statement('statement/beijing', 'region/b', {
  value: { kind: 'text', text: '北京', language: 'zh-Hans' },
  asStated: '北京',
})

/**
 * Every sentence of the port, asked of an engine. `open` gives a store that is empty and not yet prepared; engines that
 * are called with this suite answer alike.
 */
export function storeContract(name: string, open: () => Promise<TestStore>): void {
  describe(`the store ${name}`, () => {
    let opened: TestStore
    let store: Store

    beforeEach(async () => {
      opened = await open()
      store = opened.store
    })
    afterEach(async () => {
      await opened.close()
    })

    const begin = (...datasets: string[]) => store.writer.begin(datasets, 'here:1', isDead)

    /** Stages the batches of one change and publishes it. */
    async function change(dataset: string, at: string, ...batches: readonly Batch[]) {
      const staged = await begin(dataset)
      for (const batch of batches) await store.writer.stage(staged, batch)
      return await store.writer.publish(staged, at)
    }

    async function ask<K extends QueryKind>(
      question: QueryOf<K>,
      pin?: number,
      knownAt?: string,
    ): Promise<AnswerTo<K>> {
      const { answers } = await store.read([{ question, knownAt }], { pin })
      return answers[0] as AnswerTo<K>
    }

    async function askStaged<K extends QueryKind>(staged: StagedImport, question: QueryOf<K>): Promise<AnswerTo<K>> {
      return (await store.writer.readStaged(staged, [{ question }]))[0] as AnswerTo<K>
    }

    const statementOf = (id: string, pin?: number, knownAt?: string) => ask({ kind: 'statement', id }, pin, knownAt)
    const idsOf = async (pin?: number) => (await ask({ kind: 'statements', limit: 1_000 }, pin)).map(each => each.id)

    describe('a reading that is told to stop', () => {
      const enough = new Error('enough')

      it('does not begin where it was told before, and ends with the reason', async () => {
        await change('news', day(1), said('news', shanghai))
        await expect(store.read([], { signal: AbortSignal.abort(enough) })).rejects.toBe(enough)
      })

      it('ends with the reason where it is told meanwhile, and the store goes on', async () => {
        await change('news', day(1), said('news', shanghai))
        const controller = new AbortController()
        const asks = Array.from({ length: 2_000 }, (_, i) => ({
          question: { kind: 'statements', subjects: ['region/a', `region/${i}`], limit: 9 } as const,
        }))
        const reading = store.read(asks, { signal: controller.signal })
        controller.abort(enough)
        await expect(reading).rejects.toBe(enough)
        expect(await idsOf()).toEqual([shanghai.id])
      })

      it('is not disturbed by a signal that comes after its end', async () => {
        await change('news', day(1), said('news', shanghai))
        const controller = new AbortController()
        const { revision } = await store.read([], { signal: controller.signal })
        controller.abort(enough)
        expect((await store.read([])).revision).toEqual(revision)
      })
    })

    describe('before anything was imported', () => {
      it('reads as revision 0, in which there is nothing', async () => {
        await store.writer.prepare()
        const reading = await store.read([
          { question: { kind: 'entity', id: 'region/a' } },
          { question: { kind: 'entities', type: 'Region', limit: 5 } },
          { question: { kind: 'incomingStatements', id: 'region/a', property: 'member' } },
          { question: { kind: 'links', id: 'region/a', property: 'member', isInward: true, limit: 5 } },
          { question: { kind: 'statementsByCode', property: 'code', code: '310000' } },
          { question: { kind: 'statementsBySearchKeys', keys: '上海', limit: 5 } },
          { question: { kind: 'history', id: 'region/a' } },
          { question: { kind: 'statement', id: 'statement/1' } },
          { question: { kind: 'statements', limit: 5 } },
          { question: { kind: 'conflict', id: 'conflict/1' } },
          { question: { kind: 'conflicts', limit: 5 } },
          { question: { kind: 'source', id: 'press' } },
          { question: { kind: 'sources', limit: 5 } },
          { question: { kind: 'edition', id: 'press#en' } },
          { question: { kind: 'editionText', id: 'press#en' } },
          { question: { kind: 'changes', limit: 5 } },
          { question: { kind: 'changes', limit: 5, after: { madeIn: 1, kind: 'ENTITY_ADDED', id: 'region/a' } } },
          { question: { kind: 'changeCount' } },
        ])
        const none = undefined
        expect(reading).toEqual({
          revision: { number: 0, at: '1970-01-01T00:00:00.000Z' },
          answers: [none, [], [], [], [], [], [], none, [], none, [], none, [], none, none, [], none, 0],
          citedEditions: [],
        })
      })

      it('reads the same where it was never prepared', async () => {
        expect(
          await store.read([
            { question: { kind: 'entity', id: 'region/a' } },
            { question: { kind: 'sources', limit: 5 } },
            { question: { kind: 'changes', limit: 5 } },
            { question: { kind: 'changes', limit: 5, after: { madeIn: 1, kind: 'ENTITY_ADDED', id: 'region/a' } } },
            { question: { kind: 'changeCount' } },
          ]),
        ).toEqual({
          revision: { number: 0, at: '1970-01-01T00:00:00.000Z' },
          answers: [undefined, [], [], undefined, 0],
          citedEditions: [],
        })
      })

      it('can be prepared again and again', async () => {
        await store.writer.prepare()
        await change('news', day(1), said('news', shanghai))
        await store.writer.prepare()
        expect(await idsOf()).toEqual([shanghai.id])
      })

      it('has no unfinished import to abandon', async () => {
        expect(await store.writer.abandon(isDead)).toBeUndefined()
      })

      it('reads as revision 0 at every pin', async () => {
        await change('news', day(1), said('news', shanghai))
        const { revision, answers } = await store.read([{ question: { kind: 'entity', id: 'region/a' } }], { pin: 0 })
        expect({ revision, answers }).toEqual({
          revision: { number: 0, at: '1970-01-01T00:00:00.000Z' },
          answers: [undefined],
        })
      })
    })

    describe('a reading', () => {
      it('gives an entity with its statements and its conflicts, and who states them', async () => {
        const capacity = statement('statement/capacity', 'region/a', {
          property: 'capacity',
          value: { kind: 'quantity', amount: '45', unit: 'EFLOPS', comparator: 'ABOUT', precision: 'UNSTATED' },
          qualifiers: { role: 'SUPPLIER', title: '总经济师' },
          asStated: '45EFLOPS',
          language: 'en',
          edition: 'press#en',
          quote: { exact: '45EFLOPS', prefix: 'about ', start: 6, end: 14 },
          valid: '2024-07~',
          supersedes: 'statement/older',
        })
        const found = conflict('conflict/1', { statements: ['statement/capacity', 'statement/shanghai'] })
        const revision = await change('news', day(1), said('news', capacity, shanghai), { conflictsOpened: [found] })
        const recorded = {
          rank: 'NORMAL',
          confidence: 1,
          datasets: ['news'],
          recordedIn: revision.number,
          recordedAt: day(1),
        } as const
        expect(await store.read([{ question: { kind: 'entity', id: 'region/a' } }])).toEqual({
          revision: { number: revision.number, at: day(1) },
          answers: [
            {
              id: 'region/a',
              type: 'Region',
              formerIds: [],
              statements: [
                { ...capacity, ...recorded },
                { ...shanghai, ...recorded },
              ],
              conflicts: [{ ...found, status: 'OPEN', openedIn: revision.number }],
            },
          ],
          citedEditions: [
            { edition: edition('press#en'), source: source('press') },
            { edition: edition('press#zh-Hans'), source: source('press') },
          ],
        })
      })

      it('keeps every kind of value as it was given', async () => {
        const values: NewStatement['value'][] = [
          { kind: 'text', text: 'Pudong 浦东 𠮷 \u0000 \\ " \n', language: 'zh-Hans' },
          { kind: 'quantity', comparator: 'ABOUT' },
          { kind: 'quantity', amount: '0.1', upper: '20', unit: 'PERCENT', comparator: 'BETWEEN' },
          { kind: 'date', edtf: '2024-07~/..' },
          { kind: 'entity', entity: 'region/b' },
          { kind: 'geo', latitude: 31.2304, longitude: -121.4737 },
          { kind: 'code', code: '310000' },
        ]
        const statements = values.map((value, index) => statement(`statement/${index}`, 'region/a', { value }))
        await change('news', day(1), said('news', ...statements))
        expect((await ask({ kind: 'entity', id: 'region/a' }))?.statements.map(each => each.value)).toEqual(values)
      })

      it('answers no asks with the revision alone', async () => {
        const revision = await change('news', day(1), said('news', shanghai))
        expect(await store.read([])).toEqual({ revision, answers: [], citedEditions: [] })
      })

      it('answers in the order of the asks, of all kinds, and the same ask twice', async () => {
        await change('news', day(1), said('news', shanghai, beijing))
        const { answers } = await store.read([
          { question: { kind: 'entity', id: 'region/b' } },
          { question: { kind: 'statement', id: beijing.id } },
          { question: { kind: 'entity', id: 'region/none' } },
          { question: { kind: 'entity', id: 'region/a' } },
          { question: { kind: 'entities', type: 'Region', limit: 9 } },
          { question: { kind: 'entity', id: 'region/b' } },
        ])
        const idOf = (answer: unknown) => (Array.isArray(answer) ? answer : (answer as { id: string } | undefined)?.id)
        expect(answers.map(idOf)).toEqual([
          'region/b',
          beijing.id,
          undefined,
          'region/a',
          ['region/a', 'region/b'],
          'region/b',
        ])
      })

      it('gives of an entity what has the properties that are asked for, with its conflicts, beside others that are read whole', async () => {
        const code = statement('statement/code', 'region/a', {
          property: 'code',
          value: { kind: 'code', code: '310000' },
        })
        await change('news', day(1), said('news', shanghai, beijing, code), {
          conflictsOpened: [conflict('conflict/1', { subjects: ['region/a'] })],
        })
        const { answers } = await store.read<'entity'>([
          { question: { kind: 'entity', id: 'region/a', properties: ['code', 'none'] } },
          { question: { kind: 'entity', id: 'region/a' } },
          { question: { kind: 'entity', id: 'region/a', properties: ['none'] } },
          { question: { kind: 'entity', id: 'region/b', properties: ['code', 'none'] } },
          { question: { kind: 'entity', id: 'region/a', properties: [] } },
        ])
        const whole = answers[1]
        expect(whole?.statements.map(({ id }) => id).sort()).toEqual([code.id, shanghai.id].sort())
        expect(whole?.conflicts).toHaveLength(1)
        expect(answers[0]).toEqual({ ...whole, statements: whole?.statements.filter(({ id }) => id === code.id) })
        expect(answers.slice(2)).toEqual([undefined, undefined, undefined])
      })

      it('answers 5,000 asks at once', async () => {
        const ids = Array.from({ length: 5_000 }, (_, index) => `region/${String(index).padStart(4, '0')}`)
        const every = ids.filter((_, index) => index % 50 === 0)
        await change('news', day(1), said('news', ...every.map(id => statement(`statement/of-${id}`, id))))
        const { answers } = await store.read(ids.map(id => ({ question: { kind: 'entity', id } as const })))
        expect(answers.map(answer => answer?.id)).toEqual(ids.map((id, index) => (index % 50 === 0 ? id : undefined)))
      })

      it('names each edition that its statements cite once, and none that they do not', async () => {
        const english = statement('statement/en', 'region/a', { edition: 'press#en', language: 'en' })
        const other = statement('statement/other', 'region/b', { edition: 'gazette#zh-Hans' })
        await change('news', day(1), said('news', shanghai, english, other))
        const citedEditionsOf = async (...questions: QueryOf<QueryKind>[]) =>
          (await store.read(questions.map(question => ({ question })))).citedEditions.map(each => [
            each.edition.id,
            each.source.id,
          ])
        const press = [
          ['press#en', 'press'],
          ['press#zh-Hans', 'press'],
        ]
        expect(await citedEditionsOf({ kind: 'entity', id: 'region/a' }, { kind: 'history', id: 'region/a' })).toEqual(
          press,
        )
        expect(await citedEditionsOf({ kind: 'statement', id: other.id })).toEqual([['gazette#zh-Hans', 'gazette']])
        expect(await citedEditionsOf({ kind: 'statements', limit: 9 })).toEqual([
          ['gazette#zh-Hans', 'gazette'],
          ...press,
        ])
        expect(
          await citedEditionsOf({ kind: 'entities', type: 'Region', limit: 9 }, { kind: 'sources', limit: 9 }),
        ).toEqual([])
      })

      it('leaves out witnesses that the store does not know', async () => {
        await change('news', day(1), { ...said('news', shanghai), editions: [] })
        const { citedEditions } = await store.read([{ question: { kind: 'entity', id: 'region/a' } }])
        expect(citedEditions).toEqual([])
      })

      it('takes a pin that is not a revision for the last one before it', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        const second = await change('news', day(2), said('news', beijing))
        expect((await store.read([], { pin: first.number + 0.5 })).revision).toEqual(first)
        expect((await store.read([], { pin: second.number + 100 })).revision).toEqual(second)
      })
    })

    describe('revisions', () => {
      it('can each be read again as they were', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        const second = await change('news', day(2), said('news', beijing), {
          withdrawals: [withdrawal(shanghai, 'news')],
        })
        expect(first.number).toBeLessThan(second.number)
        expect(await idsOf(first.number)).toEqual([shanghai.id])
        expect(await idsOf(second.number)).toEqual([beijing.id])
        expect(await idsOf()).toEqual([beijing.id])
        expect((await store.read([], { pin: first.number })).revision).toEqual(first)
        expect((await store.read([])).revision).toEqual(second)
      })

      it('are found by an instant, in any time zone', async () => {
        const first = await change('news', '2025-06-01T00:00:00.500Z', said('news', shanghai))
        const second = await change('news', '2025-06-02T00:00:00Z', said('news', beijing))
        const known = async (knownAt: string, pin?: number) => (await statementOf(beijing.id, pin, knownAt))?.recordedIn
        const knownFirst = async (knownAt: string) => (await statementOf(shanghai.id, undefined, knownAt))?.recordedIn
        expect(await knownFirst('2025-06-01T00:00:00.499Z')).toBeUndefined()
        expect(await knownFirst('2025-06-01T00:00:00.500Z')).toBe(first.number)
        expect(await known('2025-06-01T23:59:59.999Z')).toBeUndefined()
        expect(await known('2025-06-02T00:00:00Z')).toBe(second.number)
        expect(await known('2025-06-02T07:59:59+08:00')).toBeUndefined()
        expect(await known('2025-06-02T08:00:00+08:00')).toBe(second.number)
        expect(await known('2030-01-01T00:00:00Z')).toBe(second.number)
      })

      it('are not read beyond the pin by a later instant', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        await change('news', day(2), said('news', beijing))
        expect(await statementOf(beijing.id, first.number, day(3))).toBeUndefined()
      })

      it('can be mixed in one reading by their instants', async () => {
        await change('news', day(1), said('news', shanghai))
        const newest = await change('news', day(2), { withdrawals: [withdrawal(shanghai, 'news')] })
        const question = { kind: 'entity', id: 'region/a' } as const
        const reading = await store.read([
          { question },
          { question, knownAt: day(1) },
          { question, knownAt: '2020-01-01T00:00:00Z' },
        ])
        expect(reading.revision).toEqual(newest)
        expect(reading.answers.map(answer => answer?.statements.map(each => each.id))).toEqual([
          undefined,
          [shanghai.id],
          undefined,
        ])
        expect(reading.citedEditions.map(each => each.edition.id)).toEqual(['press#zh-Hans'])
      })

      it('are written in UTC with milliseconds', async () => {
        const { at } = await change('news', '2025-06-01T08:00:00+08:00', said('news', shanghai))
        expect(at).toBe('2025-06-01T00:00:00.000Z')
      })

      it('are each later than the one before, also where the clock stood still or went back', async () => {
        const instants = []
        for (const [at, id] of [
          [day(5), 'a'],
          [day(5), 'b'],
          [day(4), 'c'],
          [day(6), 'd'],
        ] as const) {
          instants.push((await change('news', at, said('news', statement(`statement/${id}`, 'region/a')))).at)
        }
        expect(instants).toEqual([day(5), '2025-06-05T00:00:00.001Z', '2025-06-05T00:00:00.002Z', day(6)])
      })

      it('are not made where nothing was staged', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        expect(await change('news', day(2))).toEqual(first)
        expect(await change('news', day(3), {})).toEqual(first)
      })

      it('are not made where what was staged is there already', async () => {
        const all = { ...said('news', shanghai), conflictsOpened: [conflict('conflict/1')] }
        const first = await change('news', day(1), all)
        expect(await change('news', day(2), all)).toEqual(first)
        expect(await statementOf(shanghai.id)).toMatchObject({ recordedIn: first.number })
      })

      it('are not made where what was staged was taken back', async () => {
        const first = await change('news', day(1), said('news', shanghai), {
          conflictsOpened: [conflict('conflict/1')],
        })
        const second = await change(
          'news',
          day(2),
          { withdrawals: [withdrawal(shanghai, 'news')], conflictsClosed: ['conflict/1'] },
          { vouches: [vouch(beijing, 'news')], statements: [beijing], conflictsOpened: [conflict('conflict/2')] },
          { vouches: [vouch(shanghai, 'news')], conflictsOpened: [conflict('conflict/1')] },
          { withdrawals: [withdrawal(beijing, 'news')], conflictsClosed: ['conflict/2'] },
        )
        expect(second).toEqual(first)
        expect(await idsOf()).toEqual([shanghai.id])
      })
    })

    describe('a statement', () => {
      it('stands from the revision that recorded it to the one that retracts it', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        const second = await change('news', day(2), { withdrawals: [withdrawal(shanghai, 'news')] })
        const third = await change('news', day(3), said('news', beijing))
        const standing = {
          ...shanghai,
          rank: 'NORMAL',
          confidence: 1,
          datasets: ['news'],
          recordedIn: first.number,
          recordedAt: day(1),
        }
        const retracted = { ...standing, datasets: [], retractedIn: second.number, retractedAt: day(2) }
        expect(await statementOf(shanghai.id, 0)).toBeUndefined()
        expect(await statementOf(shanghai.id, first.number)).toEqual(standing)
        expect(await statementOf(shanghai.id, second.number)).toEqual(retracted)
        expect(await statementOf(shanghai.id, third.number)).toEqual(retracted)
        expect(await ask({ kind: 'entity', id: 'region/a' })).toBeUndefined()
        expect(await ask({ kind: 'history', id: 'region/a' })).toEqual([retracted])
      })

      it('can be recorded again, and then has two lives', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        const second = await change('news', day(2), { withdrawals: [withdrawal(shanghai, 'news')] })
        const third = await change('news', day(3), { vouches: [vouch(shanghai, 'news', { rank: 'PREFERRED' })] })
        const again = { rank: 'PREFERRED', datasets: ['news'], recordedIn: third.number, recordedAt: day(3) }
        expect(await statementOf(shanghai.id)).toEqual({ ...shanghai, ...again, confidence: 1 })
        expect(await statementOf(shanghai.id, second.number)).toMatchObject({
          recordedIn: first.number,
          retractedIn: second.number,
        })
        expect(await ask({ kind: 'history', id: 'region/a' })).toEqual([
          expect.objectContaining({
            rank: 'NORMAL',
            datasets: [],
            recordedIn: first.number,
            retractedIn: second.number,
          }),
          expect.objectContaining(again),
        ])
        expect(await ask({ kind: 'history', id: 'region/a' }, second.number)).toHaveLength(1)
        expect(await idsOf(second.number)).toEqual([])
      })

      it('keeps its content when its id comes again with another', async () => {
        await change('news', day(1), said('news', shanghai))
        await change('news', day(2), said('news', { ...shanghai, asStated: 'Shanghai', supersedes: 'statement/x' }))
        expect(await statementOf(shanghai.id)).toMatchObject({ asStated: '上海' })
        expect((await statementOf(shanghai.id))?.supersedes).toBeUndefined()
      })

      it('is not retracted by a change of rank or confidence', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        const second = await change('news', day(2), {
          vouches: [vouch(shanghai, 'news', { rank: 'DEPRECATED', confidence: 0.4 })],
        })
        const third = await change('news', day(3), {
          vouches: [vouch(shanghai, 'news', { rank: 'DEPRECATED', confidence: 0.5 })],
        })
        const seen = async (pin?: number) => {
          const { rank, confidence, recordedIn, recordedAt, retractedIn } = (await statementOf(
            shanghai.id,
            pin,
          )) as Statement
          return { rank, confidence, recordedIn, recordedAt, retractedIn }
        }
        const since = { recordedIn: first.number, recordedAt: day(1), retractedIn: undefined }
        expect(await seen(first.number)).toEqual({ rank: 'NORMAL', confidence: 1, ...since })
        expect(await seen(second.number)).toEqual({ rank: 'DEPRECATED', confidence: 0.4, ...since })
        expect(await seen(third.number)).toEqual({ rank: 'DEPRECATED', confidence: 0.5, ...since })
        expect(await ask({ kind: 'history', id: 'region/a' })).toHaveLength(1)
      })

      it('is found by its rank and confidence as of each revision', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        await change('news', day(2), { vouches: [vouch(shanghai, 'news', { rank: 'DEPRECATED', confidence: 0.4 })] })
        const found = async (pin: number | undefined, selection: object) =>
          (await ask({ kind: 'statements', limit: 9, ...selection }, pin)).length
        expect(await found(undefined, { ranks: ['DEPRECATED'] })).toBe(1)
        expect(await found(first.number, { ranks: ['DEPRECATED'] })).toBe(0)
        expect(await found(undefined, { minConfidence: 0.4 })).toBe(1)
        expect(await found(undefined, { minConfidence: 0.41 })).toBe(0)
        expect(await found(first.number, { minConfidence: 0.41 })).toBe(1)
      })
    })

    describe('two datasets', () => {
      it('vouch for one statement, which stands until the last of them withdraws', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        const second = await change('gazette', day(2), said('gazette', shanghai))
        const third = await change('news', day(3), { withdrawals: [withdrawal(shanghai, 'news')] })
        const fourth = await change('gazette', day(4), { withdrawals: [withdrawal(shanghai, 'gazette')] })
        const seen = async (pin: number) => {
          const { datasets, recordedIn, retractedIn } = (await statementOf(shanghai.id, pin)) as Statement
          return { datasets, recordedIn, retractedIn }
        }
        const since = { recordedIn: first.number, retractedIn: undefined }
        expect(await seen(first.number)).toEqual({ datasets: ['news'], ...since })
        expect(await seen(second.number)).toEqual({ datasets: ['gazette', 'news'], ...since })
        expect(await seen(third.number)).toEqual({ datasets: ['gazette'], ...since })
        expect(await seen(fourth.number)).toEqual({ datasets: [], ...since, retractedIn: fourth.number })
      })

      it('weigh it by the vouch that was recorded last', async () => {
        await change('news', day(1), {
          ...described([shanghai]),
          statements: [shanghai],
          vouches: [vouch(shanghai, 'news', { confidence: 0.9 })],
        })
        await change('gazette', day(2), {
          vouches: [vouch(shanghai, 'gazette', { rank: 'PREFERRED', confidence: 0.5 })],
        })
        expect(await statementOf(shanghai.id)).toMatchObject({ rank: 'PREFERRED', confidence: 0.5 })
        await change('news', day(3), { vouches: [vouch(shanghai, 'news', { confidence: 0.7 })] })
        expect(await statementOf(shanghai.id)).toMatchObject({ rank: 'NORMAL', confidence: 0.7 })
        await change('news', day(4), { withdrawals: [withdrawal(shanghai, 'news')] })
        expect(await statementOf(shanghai.id)).toMatchObject({ rank: 'PREFERRED', confidence: 0.5 })
      })

      it('weigh it, within one revision, by the dataset that sorts last, whatever the order of batches', async () => {
        const staged = await begin('news', 'gazette')
        await store.writer.stage(staged, {
          ...said('news', shanghai),
          vouches: [vouch(shanghai, 'news', { confidence: 0.2 })],
        })
        await store.writer.stage(staged, { vouches: [vouch(shanghai, 'gazette', { confidence: 0.3 })] })
        await store.writer.publish(staged, day(1))
        expect(await statementOf(shanghai.id)).toMatchObject({ confidence: 0.2, datasets: ['gazette', 'news'] })
      })

      it('do not make a vouch newer by giving it again as it was', async () => {
        await change('news', day(1), {
          ...said('news', shanghai),
          vouches: [vouch(shanghai, 'news', { confidence: 0.2 })],
        })
        await change('gazette', day(2), { vouches: [vouch(shanghai, 'gazette', { confidence: 0.3 })] })
        await change('news', day(3), { vouches: [vouch(shanghai, 'news', { confidence: 0.2 })] }, said('news', beijing))
        expect(await statementOf(shanghai.id)).toMatchObject({ confidence: 0.3 })
      })
    })

    describe('an import that is being staged', () => {
      it('is seen by no reader before it is published', async () => {
        const first = await change('news', day(1), said('news', shanghai), {
          conflictsOpened: [conflict('conflict/1')],
        })
        const staged = await begin('news')
        await store.writer.stage(staged, {
          ...said('news', beijing),
          sources: [source('press', { title: 'other' })],
          withdrawals: [withdrawal(shanghai, 'news')],
          conflictsClosed: ['conflict/1'],
          conflictsOpened: [conflict('conflict/2')],
        })
        for (const pin of [undefined, staged.revision, staged.revision + 1]) {
          const reading = await store.read(
            [
              { question: { kind: 'statements', limit: 9 } },
              { question: { kind: 'entities', type: 'Region', limit: 9 } },
              { question: { kind: 'conflicts', limit: 9 } },
              { question: { kind: 'source', id: 'press' } },
              { question: { kind: 'statement', id: beijing.id } },
              { question: { kind: 'entity', id: 'region/b' } },
              { question: { kind: 'conflict', id: 'conflict/2' } },
            ],
            { pin },
          )
          expect(reading.revision).toEqual(first)
          expect(reading.answers).toEqual([
            [expect.objectContaining({ id: shanghai.id, datasets: ['news'] })],
            ['region/a'],
            [expect.objectContaining({ id: 'conflict/1', status: 'OPEN' })],
            source('press'),
            undefined,
            undefined,
            undefined,
          ])
          expect((await statementOf(shanghai.id, pin))?.retractedIn).toBeUndefined()
          expect((await ask({ kind: 'conflict', id: 'conflict/1' }, pin))?.closedIn).toBeUndefined()
        }
      })

      it('is read by its writer together with what is there', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        const staged = await begin('news')
        await store.writer.stage(staged, said('news', beijing))
        await store.writer.stage(staged, { withdrawals: [withdrawal(shanghai, 'news')] })
        const both = await store.writer.readStaged(staged, [
          { question: { kind: 'entity', id: 'region/b' } },
          { question: { kind: 'entity', id: 'region/a' } },
          { question: { kind: 'statement', id: shanghai.id } },
          { question: { kind: 'entity', id: 'region/a' }, knownAt: day(9) },
        ])
        expect(both).toEqual([
          expect.objectContaining({
            statements: [expect.objectContaining({ id: beijing.id, recordedIn: staged.revision })],
          }),
          undefined,
          expect.objectContaining({ recordedIn: first.number, retractedIn: staged.revision, datasets: [] }),
          // Its instant is not known yet, so an instant only ever means what is published.
          expect.objectContaining({ statements: [expect.objectContaining({ id: shanghai.id, datasets: ['news'] })] }),
        ])
      })

      it('becomes the revision that it was told', async () => {
        const staged = await begin('news')
        await store.writer.stage(staged, said('news', shanghai))
        expect(await store.writer.publish(staged, day(1))).toEqual({ number: staged.revision, at: day(1) })
        expect(await statementOf(shanghai.id)).toMatchObject({ recordedIn: staged.revision, recordedAt: day(1) })
      })

      it('is published once, however often that is asked', async () => {
        const staged = await begin('news')
        await store.writer.stage(staged, said('news', shanghai))
        const revision = await store.writer.publish(staged, day(1))
        expect(await store.writer.publish(staged, day(2))).toEqual(revision)
        await change('news', day(3), said('news', beijing))
        expect(await store.writer.publish(staged, day(4))).toEqual(revision)
      })

      it('holds a batch once that is staged twice', async () => {
        const staged = await begin('news')
        const batch = { ...said('news', shanghai, beijing), conflictsOpened: [conflict('conflict/1')] }
        await store.writer.stage(staged, batch)
        await store.writer.stage(staged, batch)
        await store.writer.publish(staged, day(1))
        const entity = await ask({ kind: 'entity', id: 'region/a' })
        expect(entity?.statements).toHaveLength(1)
        expect(entity?.conflicts).toHaveLength(1)
        expect(await ask({ kind: 'history', id: 'region/a' })).toHaveLength(1)
        expect(await ask({ kind: 'entities', type: 'Region', limit: 9 })).toEqual(['region/a', 'region/b'])
      })

      it('takes statements before their vouches', async () => {
        const staged = await begin('news')
        await store.writer.stage(staged, { ...described([shanghai]), statements: [shanghai] })
        expect(await askStaged(staged, { kind: 'entity', id: 'region/a' })).toBeUndefined()
        await store.writer.stage(staged, { vouches: [vouch(shanghai, 'news')] })
        await store.writer.publish(staged, day(1))
        expect(await idsOf()).toEqual([shanghai.id])
      })

      it('adds a batch whole or not at all', async () => {
        const staged = await begin('news')
        const unknown = statement('statement/unknown', 'region/c')
        const batch = { ...said('news', shanghai), vouches: [vouch(shanghai, 'news'), vouch(unknown, 'news')] }
        await expect(store.writer.stage(staged, batch)).rejects.toThrow()
        expect(await askStaged(staged, { kind: 'statements', limit: 9 })).toEqual([])
        expect(await askStaged(staged, { kind: 'sources', limit: 9 })).toEqual([])
        await store.writer.stage(staged, said('news', beijing))
        await store.writer.publish(staged, day(1))
        expect(await idsOf()).toEqual([beijing.id])
      })

      it('drops a statement that was never published when its last vouch ends', async () => {
        const staged = await begin('news')
        await store.writer.stage(staged, said('news', shanghai, beijing))
        await store.writer.stage(staged, { withdrawals: [withdrawal(shanghai, 'news')] })
        await store.writer.publish(staged, day(1))
        expect(await statementOf(shanghai.id)).toBeUndefined()
        expect(await ask({ kind: 'history', id: 'region/a' })).toEqual([])
        await change('news', day(2), said('news', { ...shanghai, asStated: 'Shanghai' }))
        expect(await statementOf(shanghai.id)).toMatchObject({ asStated: 'Shanghai' })
      })

      it('goes on with a life that it had ended before', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        await change(
          'news',
          day(2),
          { withdrawals: [withdrawal(shanghai, 'news')] },
          said('gazette', shanghai, beijing),
        )
        expect(await statementOf(shanghai.id)).toMatchObject({ recordedIn: first.number, datasets: ['gazette'] })
        expect((await statementOf(shanghai.id))?.retractedIn).toBeUndefined()
        expect(await ask({ kind: 'history', id: 'region/a' })).toHaveLength(1)
      })

      it('takes no harm from withdrawals and closings of what is not there', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        const second = await change('news', day(2), {
          withdrawals: [
            { statement: 'statement/none', dataset: 'news' },
            { statement: shanghai.id, dataset: 'gazette' },
          ],
          conflictsClosed: ['conflict/none'],
        })
        expect(second).toEqual(first)
      })

      it('says what a dataset vouches for, counting in what is staged', async () => {
        await change('news', day(1), said('news', shanghai, beijing))
        await change('gazette', day(2), said('gazette', beijing))
        const third = statement('statement/third', 'region/a')
        const staged = await begin('news')
        await store.writer.stage(staged, { ...said('news', third), withdrawals: [withdrawal(shanghai, 'news')] })
        await store.writer.stage(staged, {
          vouches: [vouch(beijing, 'news', { rank: 'DEPRECATED', confidence: 0.25 })],
        })
        const vouched = async (dataset: string, ...subjects: string[]) =>
          [...(await store.writer.vouched(staged, dataset, subjects))].sort((a, b) =>
            a.statement < b.statement ? -1 : 1,
          )
        expect(await vouched('news', 'region/a', 'region/b', 'region/none')).toEqual([
          vouch(beijing, 'news', { rank: 'DEPRECATED', confidence: 0.25 }),
          vouch(third, 'news'),
        ])
        expect(await vouched('gazette', 'region/a', 'region/b')).toEqual([vouch(beijing, 'gazette')])
        expect(await vouched('news')).toEqual([])
        expect(await vouched('none', 'region/a')).toEqual([])
      })

      it('lists the subjects of a dataset, before and after what is staged', async () => {
        const of = (...ids: string[]) => ids.map(id => statement(`statement/${id}`, id))
        await change('news', day(1), said('news', ...of('region/b', 'region/d', 'region/a', 'region/c')))
        await change('gazette', day(2), said('gazette', ...of('region/x', 'region/a')))
        const staged = await begin('news')
        await store.writer.stage(staged, said('news', ...of('region/e')))
        await store.writer.stage(staged, { withdrawals: of('region/b').map(each => withdrawal(each, 'news')) })
        const list = (from: StagedImport | undefined, dataset: string, page: Page) =>
          store.writer.attestedSubjects(from, dataset, page)
        expect(await list(undefined, 'news', { limit: 9 })).toEqual(['region/a', 'region/b', 'region/c', 'region/d'])
        expect(await list(staged, 'news', { limit: 9 })).toEqual(['region/a', 'region/c', 'region/d', 'region/e'])
        expect(await list(staged, 'news', { limit: 2 })).toEqual(['region/a', 'region/c'])
        expect(await list(staged, 'news', { limit: 2, after: 'region/c' })).toEqual(['region/d', 'region/e'])
        expect(await list(staged, 'news', { limit: 2, after: 'region/d', reversed: true })).toEqual([
          'region/c',
          'region/a',
        ])
        expect(await list(undefined, 'gazette', { limit: 9 })).toEqual(['region/a', 'region/x'])
        expect(await list(undefined, 'none', { limit: 9 })).toEqual([])
      })

      it('lists no subject of statements that were retracted', async () => {
        await change('news', day(1), said('news', shanghai, beijing))
        await change('news', day(2), { withdrawals: [withdrawal(shanghai, 'news')] })
        expect(await store.writer.attestedSubjects(undefined, 'news', { limit: 9 })).toEqual(['region/b'])
      })

      it('is staged in large batches', async () => {
        const many = Array.from({ length: 3_000 }, (_, index) =>
          statement(`statement/${index}`, `region/${index % 300}`),
        )
        const staged = await begin('news')
        await store.writer.stage(staged, said('news', ...many))
        await store.writer.publish(staged, day(1))
        expect(await ask({ kind: 'entities', type: 'Region', limit: 1_000 })).toHaveLength(300)
        expect((await ask({ kind: 'entity', id: 'region/7' }))?.statements).toHaveLength(10)
      })

      it('is paged the same by filters that many statements pass as by those that few do', async () => {
        const many = Array.from({ length: 3_000 }, (_, index) =>
          statement(`statement/${index}`, `region/${index % 300}`, index % 1_000 === 7 ? { language: 'ja' } : {}),
        )
        const rank = (index: number) => (index % 600 === 5 ? 'DEPRECATED' : 'NORMAL')
        const batch = { ...described(many), statements: many }
        const vouches = many.map((each, index) =>
          vouch(each, 'news', { rank: rank(index), confidence: index < 1_500 ? 0.5 : 1 }),
        )
        const first = await change('news', day(1), { ...batch, vouches })
        await change('news', day(2), { vouches: [vouch(many[5] as NewStatement, 'news', { confidence: 0.5 })] })
        const ids = (of: readonly NewStatement[]) => of.map(each => each.id).sort()
        const page = async (selection: object, of: Page, pin?: number) =>
          (await ask({ kind: 'statements', ...selection, ...of }, pin)).map(each => each.id)
        const all = ids(many)
        for (const selection of [
          {},
          { properties: ['name'] },
          { subjects: many.map(each => each.subject) },
          { editions: ['press#zh-Hans'] },
          { sources: ['press'], minConfidence: 0.5 },
          { languages: ['zh-Hans', 'ja'], ranks: ['NORMAL', 'DEPRECATED'] },
        ]) {
          expect(await page(selection, { limit: 3 })).toEqual(all.slice(0, 3))
          expect(await page(selection, { limit: 3, after: all[1_499] })).toEqual(all.slice(1_500, 1_503))
          expect(await page(selection, { limit: 2, after: 'statement/15' })).toEqual(
            all.filter(id => id > 'statement/15').slice(0, 2),
          )
          expect(await page(selection, { limit: 3, reversed: true })).toEqual(all.slice(-3).reverse())
          expect(await page(selection, { limit: 3, reversed: true, after: all[1_500] })).toEqual(
            all.slice(1_497, 1_500).reverse(),
          )
          expect(await page(selection, { limit: 5_000 })).toEqual(all)
        }
        const deprecated = many.filter((_, index) => rank(index) === 'DEPRECATED')
        expect(await page({ ranks: ['DEPRECATED'] }, { limit: 9 }, first.number)).toEqual(ids(deprecated))
        expect(await page({ ranks: ['DEPRECATED'] }, { limit: 9 })).toEqual(ids(deprecated.slice(1)))
        expect(await page({ ranks: ['DEPRECATED'], languages: ['zh-Hans'], minConfidence: 0.6 }, { limit: 9 })).toEqual(
          ids(deprecated.slice(3)),
        )
        expect(await page({ languages: ['ja'] }, { limit: 9 })).toEqual([
          'statement/1007',
          'statement/2007',
          'statement/7',
        ])
        expect(await page({ languages: ['ja'], properties: ['name'] }, { limit: 1, after: 'statement/2' })).toEqual([
          'statement/2007',
        ])
        expect(await page({ minConfidence: 0.7 }, { limit: 5_000 })).toEqual(ids(many.slice(1_500)))
      })

      it('lets readers go on, each seeing one state', async () => {
        await change('news', day(1), said('news', shanghai))
        const ids = (await store.read([])).revision.number
        const questions = [
          { question: { kind: 'statements', limit: 1_000 } },
          { question: { kind: 'entities', type: 'Region', limit: 1_000 } },
        ] as const
        const seen: { revision: number; statements: number; entities: number }[] = []
        let isStaging = true
        const reading = (async () => {
          while (isStaging) {
            const { revision, answers } = await store.read(questions)
            seen.push({
              revision: revision.number,
              statements: answers[0]?.length ?? 0,
              entities: answers[1]?.length ?? 0,
            })
          }
        })()
        const staged = await begin('news')
        for (let batch = 0; batch < 10; batch += 1) {
          const of = Array.from({ length: 20 }, (_, index) =>
            statement(`statement/${batch}-${index}`, `region/${batch}-${index}`),
          )
          await store.writer.stage(staged, said('news', ...of))
        }
        const published = await store.writer.publish(staged, day(2))
        isStaging = false
        await reading
        expect(seen.length).toBeGreaterThan(0)
        for (const each of seen) {
          const expected = each.revision === ids ? 1 : 201
          expect(each).toEqual({ revision: each.revision, statements: expected, entities: expected })
        }
        expect((await store.read([])).revision).toEqual(published)
      })
    })

    describe('the staging place', () => {
      it('is refused while its holder is alive', async () => {
        await store.writer.begin(['news'], 'there:7', isDead)
        const asked: string[] = []
        const again = store.writer.begin(['news'], 'here:1', holder => {
          asked.push(holder)
          return true
        })
        await expect(again).rejects.toMatchObject({
          code: 'IMPORT_RUNNING',
          fields: { datasets: 'news', holder: 'there:7' },
        })
        expect(asked).toEqual(['there:7'])
        await expect(store.writer.begin(['other'], 'here:1', isAlive)).rejects.toMatchObject({ code: 'IMPORT_RUNNING' })
        await expect(store.writer.abandon(isAlive)).rejects.toMatchObject({ code: 'IMPORT_RUNNING' })
      })

      it('is taken up again by an import of the same datasets, in any order, with what was staged', async () => {
        const before = await begin('news', 'gazette')
        expect(before.resumed).toBe(false)
        await store.writer.stage(before, said('news', shanghai))
        const after = await begin('gazette', 'news', 'news')
        expect(after).toMatchObject({ revision: before.revision, resumed: true })
        expect(await store.writer.vouched(after, 'news', ['region/a'])).toEqual([vouch(shanghai, 'news')])
        await store.writer.stage(after, said('news', shanghai, beijing))
        const revision = await store.writer.publish(after, day(1))
        expect(revision.number).toBe(before.revision)
        expect(await idsOf()).toEqual([beijing.id, shanghai.id])
        expect((await begin('gazette', 'news')).resumed).toBe(false)
      })

      it('is refused to other datasets as long as an import is unfinished', async () => {
        await begin('news')
        await expect(begin('gazette')).rejects.toMatchObject({
          code: 'IMPORT_UNFINISHED',
          fields: { datasets: 'news' },
        })
        await expect(begin('news', 'gazette')).rejects.toMatchObject({ code: 'IMPORT_UNFINISHED' })
        expect(await begin('news')).toMatchObject({ resumed: true })
      })

      it('names the holder that took it up last', async () => {
        await store.writer.begin(['news'], 'there:7', isDead)
        await store.writer.begin(['news'], 'here:8', isDead)
        await expect(store.writer.begin(['news'], 'x:1', isAlive)).rejects.toMatchObject({
          fields: { holder: 'here:8' },
        })
      })

      it('is lost to whoever another one took it from', async () => {
        const lost = await store.writer.begin(['news'], 'there:7', isDead)
        const held = await store.writer.begin(['news'], 'here:8', isDead)
        await expect(store.writer.stage(lost, said('news', shanghai))).rejects.toMatchObject({ code: 'IMPORT_RUNNING' })
        await expect(store.writer.publish(lost, day(1))).rejects.toMatchObject({ code: 'IMPORT_RUNNING' })
        await store.writer.stage(held, said('news', beijing))
        await store.writer.publish(held, day(1))
        expect(await idsOf()).toEqual([beijing.id])
      })

      it('is free after a publication', async () => {
        await change('news', day(1), said('news', shanghai))
        expect(await store.writer.abandon(isAlive)).toBeUndefined()
        expect(await store.writer.begin(['gazette'], 'here:1', isAlive)).toMatchObject({ resumed: false })
      })

      it('is free after a publication of nothing', async () => {
        await change('news', day(1))
        expect(await store.writer.begin(['gazette'], 'here:1', isAlive)).toMatchObject({ resumed: false })
      })

      it('is free after an abandonment, which leaves nothing of what was staged', async () => {
        const first = await change('news', day(1), said('news', shanghai), {
          conflictsOpened: [conflict('conflict/1')],
        })
        await change('gazette', day(2), said('gazette', shanghai))
        const newest = await store.read([{ question: { kind: 'entity', id: 'region/a' } }])
        const staged = await begin('news', 'gazette')
        await store.writer.stage(staged, {
          ...said('news', beijing),
          sources: [source('press', { title: 'other' }), source('new')],
          editions: [edition('press#zh-Hans', { sha256: 'ff', text: '全文' })],
          withdrawals: [withdrawal(shanghai, 'news')],
          conflictsClosed: ['conflict/1'],
          conflictsOpened: [conflict('conflict/2')],
        })
        await store.writer.stage(staged, { withdrawals: [withdrawal(shanghai, 'gazette')] })
        expect(await store.writer.abandon(isDead)).toEqual(['gazette', 'news'])
        expect(await store.writer.abandon(isDead)).toBeUndefined()
        expect(await store.read([{ question: { kind: 'entity', id: 'region/a' } }])).toEqual(newest)
        const after = await begin('other')
        expect(after).toMatchObject({ resumed: false })
        expect(
          await store.writer.readStaged(after, [
            { question: { kind: 'statements', limit: 9 } },
            { question: { kind: 'sources', limit: 9 } },
            { question: { kind: 'editionText', id: 'press#zh-Hans' } },
            { question: { kind: 'conflicts', limit: 9 } },
            { question: { kind: 'entities', type: 'Region', limit: 9 } },
          ]),
        ).toEqual([
          [expect.objectContaining({ id: shanghai.id, datasets: ['gazette', 'news'], recordedIn: first.number })],
          [source('press')],
          undefined,
          [expect.objectContaining({ id: 'conflict/1' })],
          ['region/a'],
        ])
        expect(await store.writer.attestedSubjects(after, 'news', { limit: 9 })).toEqual(['region/a'])
        await store.writer.stage(after, said('other', { ...beijing, asStated: 'Peking' }))
        await store.writer.publish(after, day(3))
        expect(await statementOf(beijing.id)).toMatchObject({ asStated: 'Peking', datasets: ['other'] })
      })

      it('refuses a batch of an import that was abandoned', async () => {
        const staged = await begin('news')
        await store.writer.abandon(isDead)
        await expect(store.writer.stage(staged, said('news', shanghai))).rejects.toMatchObject({
          code: 'STORE_UNAVAILABLE',
        })
        expect(await idsOf()).toEqual([])
      })
    })

    describe('conflicts', () => {
      const first = conflict('conflict/1', { subjects: ['region/a', 'region/b'], kind: 'IDENTITY', property: 'code' })
      const second = conflict('conflict/2', { kind: 'DATE', property: 'due' })

      it('stand from the revision that opened them to the one that closed them', async () => {
        const opened = await change('news', day(1), said('news', shanghai, beijing), { conflictsOpened: [first] })
        const closed = await change('news', day(2), { conflictsClosed: [first.id] })
        const standing = { ...first, status: 'OPEN', openedIn: opened.number }
        const read = (pin?: number) => ask({ kind: 'conflict', id: first.id }, pin)
        expect(await read(0)).toBeUndefined()
        expect(await read(opened.number)).toEqual(standing)
        expect(await read()).toEqual({ ...standing, closedIn: closed.number })
        expect(await ask({ kind: 'conflicts', limit: 9 })).toEqual([])
        expect(await ask({ kind: 'conflicts', limit: 9 }, opened.number)).toEqual([standing])
        expect((await ask({ kind: 'entity', id: 'region/b' }, opened.number))?.conflicts).toEqual([standing])
        expect((await ask({ kind: 'entity', id: 'region/b' }))?.conflicts).toEqual([])
      })

      it('can be opened again', async () => {
        const opened = await change('news', day(1), { conflictsOpened: [first] })
        const closed = await change('news', day(2), { conflictsClosed: [first.id] })
        const again = await change('news', day(3), { conflictsOpened: [first] })
        const read = (pin?: number) => ask({ kind: 'conflict', id: first.id }, pin)
        expect(await read()).toEqual({ ...first, status: 'OPEN', openedIn: again.number })
        expect(await read(closed.number)).toMatchObject({ openedIn: opened.number, closedIn: closed.number })
        expect(await ask({ kind: 'conflicts', limit: 9 })).toHaveLength(1)
      })

      it('are opened once', async () => {
        const opened = await change('news', day(1), { conflictsOpened: [first] })
        await change('news', day(2), { conflictsOpened: [first, second] })
        expect(await ask({ kind: 'conflict', id: first.id })).toMatchObject({ openedIn: opened.number })
        expect((await ask({ kind: 'conflicts', limit: 9 })).map(each => each.id)).toEqual([first.id, second.id])
      })

      it('that are closed before they are published never were', async () => {
        await change('news', day(1), { conflictsOpened: [first, second] }, { conflictsClosed: [first.id] })
        expect(await ask({ kind: 'conflict', id: first.id })).toBeUndefined()
      })

      it('are selected by subject, property, kind and status', async () => {
        await change('news', day(1), { conflictsOpened: [first, second] })
        const select = async (selection: object) =>
          (await ask({ kind: 'conflicts', limit: 9, ...selection })).map(each => each.id)
        expect(await select({})).toEqual([first.id, second.id])
        expect(await select({ subjects: ['region/b', 'region/none'] })).toEqual([first.id])
        expect(await select({ subjects: ['region/a', 'region/b'] })).toEqual([first.id, second.id])
        expect(await select({ properties: ['due', 'none'] })).toEqual([second.id])
        expect(await select({ kinds: ['IDENTITY'] })).toEqual([first.id])
        expect(await select({ kinds: ['DATE'], subjects: ['region/b'] })).toEqual([])
        expect(await select({ statuses: ['OPEN', 'DECIDED'] })).toEqual([first.id, second.id])
        expect(await select({ statuses: ['DECIDED', 'DISMISSED'] })).toEqual([])
        expect(await select({ kinds: [] })).toEqual([])
      })
    })

    describe('the changes', () => {
      const found = conflict('conflict/1')
      const changes = async (after?: ChangePlace, limit = 1_000, pin?: number) =>
        await ask({ kind: 'changes', limit, ...(after && { after }) }, pin)
      const told = (of: readonly Change[] | undefined) => of?.map(({ kind, id }) => `${kind} ${id}`)

      it('tell of each revision what it added, ended and weighed otherwise, in this order', async () => {
        const one = link('statement/link', 'region/a', 'member', 'region/z')
        const first = await change('news', day(1), said('news', shanghai, one), { conflictsOpened: [found] })
        const second = await change('news', day(2), {
          ...said('news', beijing),
          vouches: [vouch(beijing, 'news'), vouch(shanghai, 'news', { rank: 'PREFERRED' })],
          withdrawals: [withdrawal(one, 'news')],
          editions: [edition('press#zh-Hans', { sha256: '11' })],
          conflictsClosed: [found.id],
        })
        const [early, late] = [
          { madeIn: first.number, at: day(1) },
          { madeIn: second.number, at: day(2) },
        ]
        expect(await changes()).toEqual([
          { ...early, kind: 'ENTITY_ADDED', id: 'region/a', entities: ['region/a'] },
          { ...early, kind: 'STATEMENT_ADDED', id: one.id, entities: ['region/a', 'region/z'] },
          { ...early, kind: 'STATEMENT_ADDED', id: shanghai.id, entities: ['region/a'] },
          { ...early, kind: 'CONFLICT_OPENED', id: found.id, entities: ['region/a'] },
          { ...early, kind: 'SOURCE_CHANGED', id: 'press', entities: [] },
          { ...late, kind: 'ENTITY_ADDED', id: 'region/b', entities: ['region/b'] },
          { ...late, kind: 'STATEMENT_RETRACTED', id: one.id, entities: ['region/a', 'region/z'] },
          { ...late, kind: 'STATEMENT_ADDED', id: beijing.id, entities: ['region/b'] },
          { ...late, kind: 'STATEMENT_REWEIGHTED', id: shanghai.id, entities: ['region/a'] },
          { ...late, kind: 'CONFLICT_CLOSED', id: found.id, entities: ['region/a'] },
          { ...late, kind: 'SOURCE_CHANGED', id: 'press', entities: [] },
        ])
        expect(await ask({ kind: 'changeCount' })).toBe(11)
        expect(await ask({ kind: 'changeCount' }, first.number)).toBe(5)
        expect(told(await changes(undefined, 1_000, first.number))).toHaveLength(5)
        const madeLater = await ask({ kind: 'changes', limit: 1_000, madeAfter: first.number })
        expect(madeLater).toEqual((await changes())?.slice(5))
        expect(await ask({ kind: 'changes', limit: 1_000, madeAfter: second.number })).toEqual([])
      })

      it('tell that what was retracted was added again', async () => {
        await change('news', day(1), said('news', shanghai))
        const { number } = await change('news', day(2), { withdrawals: [withdrawal(shanghai, 'news')] })
        await change('news', day(3), said('news', shanghai))
        const later = (await changes())?.filter(({ madeIn }) => madeIn >= number)
        expect(told(later)).toEqual([`STATEMENT_RETRACTED ${shanghai.id}`, `STATEMENT_ADDED ${shanghai.id}`])
      })

      it('are read page by page, each once, whatever is published in between', async () => {
        const statements = Array.from({ length: 25 }, (_, index) =>
          statement(`statement/${index}`, `region/${index % 3}`),
        )
        await change('news', day(1), said('news', ...statements.slice(0, 10)), { conflictsOpened: [found] })
        const read: Change[] = []
        let published = 10
        for (let after: ChangePlace | undefined; ; after = read.at(-1)) {
          const page = (await changes(after, 3)) ?? []
          expect(page.length).toBeLessThanOrEqual(3)
          read.push(...page)
          if (page.length === 0 && published === statements.length) break
          if (published < statements.length) {
            const next = statements.slice(published, published + 1)
            await change('news', day(2), said('news', ...next), {
              withdrawals: [withdrawal(statements[0] as NewStatement, 'news')],
            })
            published += 1
          }
        }
        expect(read).toEqual(await changes())
        expect(new Set(told(read)).size).toBe(read.length)
        expect(read.filter(({ kind }) => kind === 'STATEMENT_ADDED')).toHaveLength(25)
      })

      it('go on behind a change over revisions that follow, also where there are many', async () => {
        const revisions = Array.from({ length: 130 }, (_, index) => index)
        for (const index of revisions)
          await change('news', day(1), said('news', statement(`statement/${index}`, 'region/a')))
        const all = (await changes()) ?? []
        expect(all).toHaveLength(132)
        expect(await changes(all[4], 200)).toEqual(all.slice(5))
        expect(await changes(all.at(-1))).toEqual([])
      })

      it('are not there behind a place that is none of this store’s', async () => {
        const { number: madeIn } = await change('news', day(1), said('news', shanghai))
        const there: ChangePlace = { madeIn, kind: 'STATEMENT_ADDED', id: shanghai.id }
        expect(told(await changes(there))).toEqual(['SOURCE_CHANGED press'])
        for (const place of [
          { ...there, madeIn: madeIn + 1 },
          { ...there, kind: 'STATEMENT_RETRACTED' as const },
          { ...there, id: beijing.id },
          { ...there, kind: 'ENTITY_ADDED' as const, id: 'region/none' },
          { ...there, kind: 'CONFLICT_OPENED' as const, id: found.id },
        ])
          expect(await changes(place)).toBeUndefined()
      })

      it('of an import that is being staged are seen by its writer alone, and of one that was abandoned by nobody', async () => {
        await change('news', day(1), said('news', shanghai), { conflictsOpened: [found] })
        const before = await changes()
        const staged = await begin('news')
        await store.writer.stage(staged, { ...said('news', beijing), conflictsClosed: [found.id] })
        expect(await changes()).toEqual(before)
        expect(
          told(
            await askStaged(staged, { kind: 'changes', limit: 99, ...(before?.at(-1) && { after: before.at(-1) }) }),
          ),
        ).toEqual(['ENTITY_ADDED region/b', `STATEMENT_ADDED ${beijing.id}`, `CONFLICT_CLOSED ${found.id}`])
        await store.writer.abandon(isDead)
        expect(await changes()).toEqual(before)
      })
    })

    describe('deeds', () => {
      const byHand = { by: 'curator', reason: '核实' }
      const found = conflict('conflict/1', { subjects: ['region/a'] })
      const other = conflict('conflict/2', { subjects: ['region/a', 'region/b'] })
      const member = link('statement/member', 'region/c', 'member', 'region/b')
      const newest = async () => (await store.read([])).revision.number
      const apply = async (deed: CurationAction, at = day(9), batch: Batch = {}) =>
        await store.writer.apply(batch, deed, await newest(), at, isDead)
      const merge: CurationAction = { kind: 'MERGE', kept: 'region/a', former: 'region/b', ...byHand }
      const split: CurationAction = { ...merge, kind: 'SPLIT' }
      const undecided = { kind: 'DECISION', conflict: found.id, subjects: found.subjects, ...byHand } as const
      const decision: CurationAction = { ...undecided, status: 'DECIDED', chosen: 'statement/1' }

      it('make a revision each, with what they come to, and are told of', async () => {
        const first = await change('news', day(1), said('news', shanghai), { conflictsOpened: [found] })
        const second = await apply(decision, day(2), { conflictsOpened: [other], ...said('gov', beijing) })
        expect(second.at).toBe(day(2))
        expect(second.number).toBeGreaterThan(first.number)
        const retraction: CurationAction = { kind: 'RETRACTION', statement: beijing.id, vouches: [], ...byHand }
        const third = await apply(retraction, day(3), { withdrawals: [withdrawal(beijing, 'gov')] })
        expect(await ask({ kind: 'deeds' })).toEqual([
          { ...decision, madeIn: second.number, at: day(2) },
          { ...retraction, madeIn: third.number, at: day(3) },
        ])
        expect(await ask({ kind: 'deeds', after: second.number })).toHaveLength(1)
        expect(await ask({ kind: 'deeds' }, first.number)).toEqual([])
        expect(await idsOf()).toEqual([shanghai.id])
        const changes = await ask({ kind: 'changes', limit: 99 })
        expect(changes?.filter(({ madeIn }) => madeIn > first.number).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
          'ENTITY_ADDED region/b',
          `STATEMENT_ADDED ${beijing.id}`,
          `CONFLICT_OPENED ${other.id}`,
          `CONFLICT_DECIDED ${found.id}`,
          `STATEMENT_RETRACTED ${beijing.id}`,
        ])
      })

      it('are refused, and change nothing, where the graph is no longer as it was seen', async () => {
        const { number } = await change('news', day(1), said('news', shanghai))
        await apply(decision)
        const newer = await newest()
        await expect(store.writer.apply(said('news', beijing), merge, number, day(9), isDead)).rejects.toMatchObject({
          code: 'REVISION_STALE',
          fields: { seen: number, newest: newer },
        })
        expect([await newest(), await idsOf()]).toEqual([newer, [shanghai.id]])
      })

      it('are refused, and change nothing, where a merge or split cannot follow on those before it', async () => {
        const merges = (former: string, kept: string): CurationAction => ({ ...merge, kept, former })
        await change('news', day(1), said('news', shanghai, beijing))
        await apply(merges('region/a', 'region/b'))
        const before = [await newest(), await ask({ kind: 'deeds' })]
        for (const [deed, code] of [
          [merges('region/a', 'region/a'), 'ALREADY_MERGED'],
          [merges('region/b', 'region/a'), 'ALREADY_MERGED'],
          [merges('region/b', 'region/b'), 'ALREADY_MERGED'],
          [merges('region/a', 'region/c'), 'ALREADY_MERGED'],
          [{ ...split, kept: 'region/a', former: 'region/b' }, 'NOT_MERGED'],
          [{ ...split, kept: 'region/c', former: 'region/a' }, 'NOT_MERGED'],
        ] as const)
          await expect(apply(deed)).rejects.toMatchObject({ code })
        expect([await newest(), await ask({ kind: 'deeds' })]).toEqual(before)
        expect(await ask({ kind: 'entity', id: 'region/a' })).toMatchObject({ id: 'region/b', formerIds: ['region/a'] })
      })

      it('are done once where three do one at once', async () => {
        await change('news', day(1), said('news', shanghai))
        const seen = await newest()
        const outcomes = await Promise.allSettled(
          [merge, decision, split].map(deed => store.writer.apply({}, deed, seen, day(2), isDead)),
        )
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        expect(await ask({ kind: 'deeds' })).toHaveLength(1)
      })

      it('wait for an import to end', async () => {
        const staged = await begin('news')
        await store.writer.stage(staged, said('news', shanghai))
        for (const [alive, code] of [
          [isAlive, 'IMPORT_RUNNING'],
          [isDead, 'IMPORT_UNFINISHED'],
        ] as const)
          await expect(store.writer.apply({}, merge, 0, day(9), alive)).rejects.toMatchObject({ code })
        await store.writer.publish(staged, day(1))
        await apply(merge)
        expect(await ask({ kind: 'deeds' })).toHaveLength(1)
      })

      it('stand beside an import that somebody made by hand, and not beside one that changed nothing', async () => {
        const deed: CurationAction = { kind: 'IMPORT', datasets: ['news'], ...byHand }
        for (const at of [day(1), day(2)]) {
          const staged = await begin('news')
          await store.writer.stage(staged, said('news', shanghai))
          await store.writer.publish(staged, at, deed)
        }
        expect(await ask({ kind: 'deeds' })).toEqual([{ ...deed, madeIn: await newest(), at: day(1) }])
      })

      it('merge two ids into one entity, which both find, and split them again', async () => {
        const before = await change('news', day(1), said('news', shanghai, beijing, member), {
          conflictsOpened: [found, other],
        })
        const asked: readonly QueryOf<QueryKind>[] = [
          { kind: 'entity', id: 'region/a' },
          { kind: 'entity', id: 'region/b' },
          { kind: 'entities', type: 'Region', limit: 2 },
          { kind: 'incomingStatements', id: 'region/a', property: 'member' },
          { kind: 'incomingStatements', id: 'region/b', property: 'member' },
          { kind: 'history', id: 'region/b' },
          { kind: 'statements', subjects: ['region/a'], limit: 9 },
          { kind: 'conflicts', subjects: ['region/b'], limit: 9 },
        ]
        const askEach = async (pin?: number) =>
          (
            await store.read(
              asked.map(question => ({ question })),
              { pin },
            )
          ).answers
        const apart = await askEach()
        await apply(merge, day(2))

        const [one, same, ids, links, sameLinks, history, statements, conflicts] = await askEach()
        expect(one).toMatchObject({
          id: 'region/a',
          type: 'Region',
          formerIds: ['region/b'],
          statements: [
            { id: beijing.id, subject: 'region/a' },
            { id: shanghai.id, subject: 'region/a' },
          ],
          conflicts: [
            { id: found.id, subjects: ['region/a'] },
            { id: other.id, subjects: ['region/a'] },
          ],
        })
        expect(same).toEqual(one)
        expect(ids).toEqual(['region/a', 'region/c'])
        expect(links).toMatchObject([{ id: member.id, value: { kind: 'entity', entity: 'region/a' } }])
        expect(sameLinks).toEqual(links)
        expect(history).toMatchObject([{ id: beijing.id }, { id: shanghai.id }])
        expect(statements).toEqual(history)
        expect(conflicts).toMatchObject([{ id: found.id }, { id: other.id }])

        const uncurated = { question: { kind: 'entity', id: 'region/b' }, uncurated: true } as const
        expect((await store.read([uncurated])).answers).toEqual([apart[1]])
        expect(await askEach(before.number)).toEqual(apart)
        const known = asked.map(question => ({ question, knownAt: day(1) }))
        expect((await store.read(known)).answers).toEqual(apart)

        await apply(split, day(3))
        expect(await askEach()).toEqual(apart)
      })

      it('list an entity of which only a former id is described', async () => {
        await change('news', day(1), said('news', shanghai, beijing, member))
        await apply(merge, day(2))
        await change('news', day(3), { withdrawals: [withdrawal(shanghai, 'news')] })
        const list = async (at: Page) => await ask({ kind: 'entities', type: 'Region', ...at })
        expect(await list({ limit: 9 })).toEqual(['region/a', 'region/c'])
        expect(await list({ limit: 1 })).toEqual(['region/a'])
        expect(await list({ limit: 1, after: 'region/a' })).toEqual(['region/c'])
        expect(await list({ limit: 9, reversed: true })).toEqual(['region/c', 'region/a'])
        expect(await ask({ kind: 'entity', id: 'region/b' })).toMatchObject({ id: 'region/a' })
      })

      it('take part of a chain of merges apart', async () => {
        await change('news', day(1), said('news', shanghai, beijing, member))
        await apply({ ...merge, former: 'region/a', kept: 'region/b' })
        await apply({ ...merge, former: 'region/b', kept: 'region/c' })
        expect(await ask({ kind: 'entity', id: 'region/a' })).toMatchObject({
          id: 'region/c',
          formerIds: ['region/a', 'region/b'],
        })
        await apply({ ...merge, kind: 'SPLIT', former: 'region/b', kept: 'region/c' })
        expect(await ask({ kind: 'entity', id: 'region/a' })).toMatchObject({ id: 'region/b', formerIds: ['region/a'] })
        expect(await ask({ kind: 'entity', id: 'region/c' })).toMatchObject({ id: 'region/c', formerIds: [] })
      })

      it('decide a conflict, from then on, and take that back', async () => {
        await change('news', day(1), said('news', shanghai), { conflictsOpened: [found, other] })
        const { number } = await apply(decision, day(2))
        const decided = {
          status: 'DECIDED',
          decision: { chosen: 'statement/1', reason: '核实', by: 'curator', at: day(2) },
        }
        const idsWith = async (...statuses: ConflictStatus[]) =>
          (await ask({ kind: 'conflicts', statuses, limit: 9 })).map(({ id }) => id)
        expect(await ask({ kind: 'conflict', id: found.id })).toMatchObject(decided)
        expect((await ask({ kind: 'entity', id: 'region/a' }))?.conflicts).toMatchObject([decided, { status: 'OPEN' }])
        expect([await idsWith('OPEN'), await idsWith('DECIDED'), await idsWith('OPEN', 'DECIDED')]).toEqual([
          [other.id],
          [found.id],
          [found.id, other.id],
        ])
        expect(await ask({ kind: 'conflict', id: found.id }, number - 1)).toMatchObject({ status: 'OPEN' })
        expect(await ask({ kind: 'conflict', id: found.id }, undefined, day(1))).not.toHaveProperty('decision')

        await change('news', day(3), { conflictsClosed: [found.id] })
        expect(await idsWith('DECIDED')).toEqual([])
        await change('news', day(4), { conflictsOpened: [found] })
        expect(await idsWith('DECIDED')).toEqual([found.id])
        await apply({ ...undecided, status: 'OPEN' }, day(5))
        expect(await idsWith('OPEN')).toEqual([found.id, other.id])
        expect(await ask({ kind: 'conflict', id: found.id })).not.toHaveProperty('decision')
      })

      it('are seen by every store that has the same database open', async () => {
        await change('news', day(1), said('news', shanghai, beijing))
        await ask({ kind: 'entity', id: 'region/a' })
        await apply(merge)
        store = await opened.reopen()
        expect(await ask({ kind: 'entity', id: 'region/b' })).toMatchObject({ id: 'region/a' })
      })
    })

    describe('sources and editions', () => {
      it('are read as of each revision', async () => {
        const first = await change('news', day(1), {
          sources: [source('press')],
          editions: [edition('press#en', { text: 'about 45' })],
        })
        const second = await change('news', day(2), {
          sources: [source('press', { title: '新题', weight: 0.5 })],
          editions: [edition('press#en', { sha256: 'ff', retrieved: '2025-06-02', text: 'about 46' })],
        })
        expect(await ask({ kind: 'source', id: 'press' }, first.number)).toEqual(source('press'))
        expect(await ask({ kind: 'source', id: 'press' }, second.number)).toEqual(
          source('press', { title: '新题', weight: 0.5 }),
        )
        expect(await ask({ kind: 'sources', limit: 9 }, first.number)).toEqual([source('press')])
        expect(await ask({ kind: 'sources', limit: 9 })).toEqual([source('press', { title: '新题', weight: 0.5 })])
        expect(await ask({ kind: 'edition', id: 'press#en' }, first.number)).toEqual(edition('press#en'))
        expect(await ask({ kind: 'edition', id: 'press#en' })).toEqual(
          edition('press#en', { sha256: 'ff', retrieved: '2025-06-02' }),
        )
        expect(await ask({ kind: 'editionText', id: 'press#en' }, first.number)).toBe('about 45')
        expect(await ask({ kind: 'editionText', id: 'press#en' })).toBe('about 46')
        expect(await ask({ kind: 'edition', id: 'press#en' }, 0)).toBeUndefined()
      })

      it('make a revision by a change of their own', async () => {
        const revisions = []
        for (const batch of [
          { sources: [source('press')] },
          { editions: [edition('press#en')] },
          { editions: [edition('press#en', { text: '全文' })] },
          { editions: [edition('press#en')] },
          { entities: [{ id: 'region/a', type: 'Region' }] },
        ]) {
          revisions.push((await change('news', day(1), batch)).number)
        }
        expect(new Set(revisions).size).toBe(5)
        expect(await ask({ kind: 'editionText', id: 'press#en' })).toBeUndefined()
        expect(await ask({ kind: 'editionText', id: 'press#en' }, revisions[2])).toBe('全文')
      })

      it('change nothing where they come again as they are', async () => {
        const batch = { sources: [source('press')], editions: [edition('press#en', { text: '全文\u0000𠮷' })] }
        const first = await change('news', day(1), batch)
        expect(await change('news', day(2), batch)).toEqual(first)
        const reordered = Object.fromEntries(Object.entries(source('press')).reverse()) as never
        expect(await change('news', day(3), { sources: [reordered] })).toEqual(first)
        expect(await change('news', day(4), { sources: [source('press', { title: 'x' })] }, batch)).toEqual(first)
        expect(await ask({ kind: 'editionText', id: 'press#en' })).toBe('全文\u0000𠮷')
      })

      it('keep what is absent absent', async () => {
        await change('news', day(1), { sources: [source('press')], editions: [edition('press#en')] })
        expect(await ask({ kind: 'editionText', id: 'press#en' })).toBeUndefined()
        const read = await ask({ kind: 'source', id: 'press' })
        expect(read?.publisher).toBeUndefined()
      })

      it('are listed page by page', async () => {
        await change('news', day(1), { sources: ['c', 'a', 'd', 'b'].map(id => source(id)) })
        const page = async (of: Page) => (await ask({ kind: 'sources', ...of })).map(each => each.id)
        expect(await page({ limit: 3 })).toEqual(['a', 'b', 'c'])
        expect(await page({ limit: 3, after: 'b' })).toEqual(['c', 'd'])
        expect(await page({ limit: 2, after: 'c', reversed: true })).toEqual(['b', 'a'])
      })
    })

    describe('links and codes', () => {
      it('are found from the other end, by property, whatever the type of the subject', async () => {
        const member = link('statement/member', 'corridor/x', 'member', 'region/a')
        const region = link('statement/region', 'computecentre/y', 'member', 'region/a')
        const other = link('statement/other', 'computecentre/y', 'operator', 'region/a')
        const elsewhere = link('statement/elsewhere', 'computecentre/y', 'member', 'region/b')
        const text = statement('statement/text', 'computecentre/z', {
          property: 'member',
          value: { kind: 'text', text: 'region/a', language: 'en' },
        })
        const first = await change('news', day(1), said('news', region, member, other, elsewhere, text))
        await change('news', day(2), { withdrawals: [withdrawal(region, 'news')] })
        const incomingStatements = async (id: string, property: string, pin?: number) =>
          (await ask({ kind: 'incomingStatements', id, property }, pin)).map(each => each.id)
        expect(await incomingStatements('region/a', 'member', first.number)).toEqual([member.id, region.id])
        expect(await incomingStatements('region/a', 'member')).toEqual([member.id])
        expect(await incomingStatements('region/a', 'operator')).toEqual([other.id])
        expect(await incomingStatements('region/none', 'member')).toEqual([])
        const { answers } = await store.read([
          { question: { kind: 'incomingStatements', id: 'region/b', property: 'member' } },
          { question: { kind: 'incomingStatements', id: 'region/none', property: 'member' } },
          { question: { kind: 'incomingStatements', id: 'region/a', property: 'operator' } },
          { question: { kind: 'incomingStatements', id: 'region/b', property: 'member' } },
        ])
        expect(answers.map(list => list.map(each => each.id))).toEqual([[elsewhere.id], [], [other.id], [elsewhere.id]])
      })

      it('are read page by page from either end, each with the other end', async () => {
        const links = ['d', 'a', 'c', 'b'].flatMap((subject, i) => [
          link(`statement/${i}1`, `corridor/${subject}`, 'member', 'region/hub'),
          link(`statement/${i}0`, `corridor/${subject}`, 'member', 'region/hub'),
          link(`statement/${i}2`, `corridor/${subject}`, 'serves', 'region/hub'),
        ])
        const weak = link('statement/weak', 'corridor/a', 'member', 'region/hub')
        const first = await change('news', day(1), {
          ...said('news', ...links, weak),
          vouches: [...links.map(each => vouch(each, 'news')), vouch(weak, 'news', { confidence: 0.4 })],
        })
        await change('news', day(2), { withdrawals: [withdrawal(links[3] as NewStatement, 'news')] })
        const hub = { kind: 'links', id: 'region/hub', property: 'member', isInward: true } as const
        const ends = async (selection: Partial<LinkSelection>, pin?: number) =>
          (await ask({ ...hub, limit: 99, ...selection }, pin)).map(({ entity, statement }) => `${entity} ${statement}`)
        const all = [
          'corridor/a statement/10',
          'corridor/a statement/weak',
          'corridor/b statement/30',
          'corridor/b statement/31',
          'corridor/c statement/20',
          'corridor/c statement/21',
          'corridor/d statement/00',
          'corridor/d statement/01',
        ]
        expect(await ends({})).toEqual(all)
        expect(await ends({}, first.number)).toEqual([all[0], 'corridor/a statement/11', ...all.slice(1)])
        expect(await ends({ minConfidence: 0.5 })).toEqual([all[0], ...all.slice(2)])
        expect(await ends({ limit: 3 })).toEqual(all.slice(0, 3))
        expect(await ends({ limit: 3, after: { entity: 'corridor/b', statement: 'statement/30' } })).toEqual(
          all.slice(3, 6),
        )
        expect(await ends({ after: { entity: 'corridor/b', statement: 'statement/x' } })).toEqual(all.slice(4))
        expect(await ends({ property: 'serves', limit: 1 })).toEqual(['corridor/a statement/12'])
        expect(await ends({ isInward: false })).toEqual([])
        expect(await ends({ id: 'corridor/a', isInward: false })).toEqual([
          'region/hub statement/10',
          'region/hub statement/weak',
        ])
        expect(await ends({ id: 'corridor/a', isInward: false, limit: 0 })).toEqual([])
      })

      it('are told apart where properties differ in the case of their letters alone', async () => {
        const properties = ['partOf', 'partof', 'PartOf', 'part_of', 'link', 'about']
        const links = properties.map(property => link(`statement/${property}`, 'region/b', property, 'region/a'))
        await change('news', day(1), said('news', ...links))
        for (const property of properties) {
          const from = { kind: 'links', property, limit: 9 } as const
          expect(await ask({ ...from, id: 'region/a', isInward: true })).toEqual([
            { entity: 'region/b', statement: `statement/${property}` },
          ])
          expect(await ask({ ...from, id: 'region/b', isInward: false })).toEqual([
            { entity: 'region/a', statement: `statement/${property}` },
          ])
        }
      })

      it('find the statements with a code', async () => {
        const code = statement('statement/code', 'region/a', {
          property: 'code',
          value: { kind: 'code', code: '310000' },
        })
        const same = statement('statement/same', 'region/a', {
          property: 'sameAs',
          value: { kind: 'code', code: '310000' },
        })
        await change('news', day(1), said('news', code, same))
        const statementsByCode = async (property: string, given: string) =>
          (await ask({ kind: 'statementsByCode', property, code: given })).map(each => each.id)
        expect(await statementsByCode('code', '310000')).toEqual([code.id])
        expect(await statementsByCode('sameAs', '310000')).toEqual([same.id])
        expect(await statementsByCode('code', '31000')).toEqual([])
      })
    })

    describe('search keys', () => {
      const named = (id: string, text: string, subject = 'region/a') =>
        statement(`statement/${id}`, subject, { value: { kind: 'text', text, language: 'zh-Hans' }, asStated: text })
      const statementsBySearchKeys = async (keys: KeyExpression, pin?: number, limit = 99) =>
        (await ask({ kind: 'statementsBySearchKeys', keys, limit }, pin)).map(each => each.id)

      it('find the statements of names and codes, one by one, all together, any of them, and by how they begin', async () => {
        const tang = named('tang', '唐建国', 'official/tang-jianguo')
        const code = statement('statement/code', 'region/b', {
          property: 'code',
          value: { kind: 'code', code: '310000' },
        })
        await change('news', day(1), said('news', tang, named('mongolia', 'Inner Mongolia'), code))
        expect(await statementsBySearchKeys('建国')).toEqual([tang.id])
        expect(await statementsBySearchKeys('建唐')).toEqual([])
        expect(await statementsBySearchKeys('国*')).toEqual([tang.id])
        expect(await statementsBySearchKeys('唐*')).toEqual([tang.id])
        expect(await statementsBySearchKeys('winner')).toEqual(['statement/mongolia'])
        expect(await statementsBySearchKeys('winne')).toEqual([])
        expect(await statementsBySearchKeys('winne*')).toEqual(['statement/mongolia'])
        expect(await statementsBySearchKeys('w310000')).toEqual([code.id])
        expect(await statementsBySearchKeys({ any: ['w310000', 'ptang'] })).toEqual([code.id, tang.id])
        expect(await statementsBySearchKeys({ all: ['ptang', { any: ['winner', 'pgu*'] }, 'yofficial'] })).toEqual([
          tang.id,
        ])
        expect(await statementsBySearchKeys({ all: ['ptang', 'winner'] })).toEqual([])
      })

      it('find words that full-text indexes leave out or take for their own: the, and, or, not, near', async () => {
        await change('news', day(1), said('news', named('1', 'The And OR not NEAR')))
        for (const word of ['the', 'and', 'or', 'not', 'near'])
          expect(await statementsBySearchKeys(`w${word}`)).toEqual(['statement/1'])
      })

      it('find rare characters, other scripts and long words', async () => {
        const long = 'ä'.repeat(500)
        await change('news', day(1), said('news', named('1', '㐀野𠮷家'), named('2', 'Москва'), named('3', long)))
        for (const [text, id] of [
          ['㐀野', '1'],
          ['野𠮷', '1'],
          ['𠮷家', '1'],
          ['москва', '2'],
          [long, '3'],
        ] as const)
          expect(
            await statementsBySearchKeys({
              all: keysOfName(text)
                .filter(key => !/^[xdi]/.test(key))
                .slice(0, 1),
            }),
          ).toEqual([`statement/${id}`])
      })

      it('are of the statements that stand in the revision, be it old, new or staged', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        const staged = await begin('news')
        const pudong = named('pudong', '浦东', 'region/b')
        await store.writer.stage(staged, { ...said('news', pudong), withdrawals: [withdrawal(shanghai, 'news')] })
        const both = { any: ['上海', '浦东'] }
        expect(await statementsBySearchKeys(both)).toEqual([shanghai.id])
        expect(
          (await askStaged(staged, { kind: 'statementsBySearchKeys', keys: both, limit: 9 })).map(each => each.id),
        ).toEqual([pudong.id])
        await store.writer.publish(staged, day(2))
        expect(await statementsBySearchKeys(both)).toEqual([pudong.id])
        expect(await statementsBySearchKeys(both, first.number)).toEqual([shanghai.id])
        expect(await statementsBySearchKeys(both, 0)).toEqual([])
      })

      it('are gone with a statement that was never published', async () => {
        await change('news', day(1), said('news', shanghai))
        const staged = await begin('news')
        await store.writer.stage(staged, said('news', beijing))
        await store.writer.stage(staged, { withdrawals: [withdrawal(beijing, 'news')] })
        await store.writer.stage(staged, said('news', named('tianjin', '天津', 'region/c')))
        await store.writer.abandon(isDead)
        await change('news', day(2), said('news', named('hebei', '河北', 'region/d')))
        expect(await statementsBySearchKeys({ any: ['北京', '天津', '河北', '上海'] })).toEqual([
          'statement/hebei',
          shanghai.id,
        ])
      })

      it('give no more than were asked for', async () => {
        await change('news', day(1), said('news', ...['1', '2', '3'].map(id => named(id, '上海', `region/${id}`))))
        expect(await statementsBySearchKeys('上海', undefined, 2)).toHaveLength(2)
        expect(await statementsBySearchKeys('上海', undefined, 0)).toEqual([])
      })

      it.each(['', '*', '"', 'w"', 'wa OR wb', 'w*:^~()', '上海市', 'W', 'wä', 'w\u0000', 'NEAR'])(
        'hold nothing that an index would read as anything but a key: %j',
        async key => {
          await store.writer.prepare()
          await expect(ask({ kind: 'statementsBySearchKeys', keys: key, limit: 1 })).rejects.toThrow('search key')
        },
      )
    })

    describe('lists', () => {
      const names = ['a', 'b', 'c', 'd', 'e']
      const all = names.map(each => statement(`statement/${each}`, `region/${each}`))

      it('of entities hold the type that was asked for, as far as something stands', async () => {
        await change('news', day(1), said('news', ...all, statement('statement/x', 'computecentre/x')))
        await change('news', day(2), { withdrawals: [withdrawal(all[1] as NewStatement, 'news')] })
        await change('news', day(3), { entities: [{ id: 'region/never', type: 'Region' }] })
        expect(await ask({ kind: 'entities', type: 'Region', limit: 9 })).toEqual([
          'region/a',
          'region/c',
          'region/d',
          'region/e',
        ])
        expect(await ask({ kind: 'entities', type: 'ComputeCentre', limit: 9 })).toEqual(['computecentre/x'])
        expect(await ask({ kind: 'entities', type: 'region', limit: 9 })).toEqual([])
        expect(await ask({ kind: 'entity', id: 'region/never' })).toBeUndefined()
      })

      it('are paged in both directions', async () => {
        await change('news', day(1), said('news', ...all))
        const pages: [Page, string[]][] = [
          [{ limit: 0 }, []],
          [{ limit: 2 }, ['a', 'b']],
          [{ limit: 2, after: 'b' }, ['c', 'd']],
          [{ limit: 2, after: 'd' }, ['e']],
          [{ limit: 2, after: 'e' }, []],
          [{ limit: 9, after: 'bb' }, ['c', 'd', 'e']],
          [{ limit: 2, reversed: true }, ['e', 'd']],
          [{ limit: 2, reversed: true, after: 'd' }, ['c', 'b']],
          [{ limit: 9, reversed: true, after: 'a' }, []],
        ]
        for (const [page, expected] of pages) {
          const from = (prefix: string) => ({
            ...page,
            ...(page.after !== undefined && { after: prefix + page.after }),
          })
          const entities = await ask({ kind: 'entities', type: 'Region', ...from('region/') })
          expect(entities).toEqual(expected.map(each => `region/${each}`))
          for (const selection of [
            {},
            { properties: ['name'] },
            { subjects: all.map(each => each.subject) },
            { sources: ['press'] },
          ]) {
            const statements = await ask({ kind: 'statements', ...selection, ...from('statement/') })
            expect(statements.map(each => each.id)).toEqual(expected.map(each => `statement/${each}`))
          }
        }
      })

      it('of conflicts are paged in both directions', async () => {
        await change('news', day(1), { conflictsOpened: names.map(each => conflict(`conflict/${each}`)) })
        const page = async (of: Page) => (await ask({ kind: 'conflicts', ...of })).map(each => each.id.slice(-1))
        expect(await page({ limit: 2 })).toEqual(['a', 'b'])
        expect(await page({ limit: 2, after: 'conflict/d' })).toEqual(['e'])
        expect(await page({ limit: 2, reversed: true, after: 'conflict/d' })).toEqual(['c', 'b'])
      })

      it('of statements are selected by every key together', async () => {
        const chosen = statement('statement/chosen', 'region/a', {
          property: 'due',
          language: 'en',
          edition: 'press#en',
        })
        const source2 = statement('statement/source', 'region/a', { property: 'due', edition: 'press#x#en' })
        await change('news', day(1), said('news', ...all, chosen, source2))
        const select = async (selection: object) =>
          (await ask({ kind: 'statements', limit: 99, ...selection })).map(each => each.id)
        const ids = [...all.map(each => each.id), chosen.id, source2.id].sort()
        expect(await select({})).toEqual(ids)
        expect(await select({ subjects: ['region/a'] })).toEqual(['statement/a', chosen.id, source2.id])
        expect(await select({ subjects: ['region/b', 'region/a'], properties: ['name'] })).toEqual([
          'statement/a',
          'statement/b',
        ])
        expect(await select({ properties: ['due', 'none'] })).toEqual([chosen.id, source2.id])
        expect(await select({ editions: ['press#en'] })).toEqual([chosen.id])
        expect(await select({ editions: ['press#en', 'press#zh-Hans'] })).toHaveLength(6)
        expect(await select({ sources: ['press'] })).toHaveLength(6)
        expect(await select({ sources: ['press#x', 'none'] })).toEqual([source2.id])
        expect(await select({ sources: ['press'], editions: ['press#x#en'] })).toEqual([])
        expect(await select({ languages: ['en'] })).toEqual([chosen.id])
        expect(await select({ ranks: ['NORMAL', 'PREFERRED'], minConfidence: 1 })).toHaveLength(7)
        expect(await select({ ranks: ['PREFERRED'] })).toEqual([])
        expect(await select({ languages: [] })).toEqual([])
        expect(await select({ subjects: [], properties: ['name'] })).toEqual([])
        expect(
          await select({
            subjects: ['region/a'],
            properties: ['due'],
            editions: ['press#en'],
            sources: ['press'],
            languages: ['en'],
            ranks: ['NORMAL'],
            minConfidence: 0.5,
          }),
        ).toEqual([chosen.id])
      })
    })

    describe('text of any kind', () => {
      /** Sorted by code unit: U+1F600 stands as U+D83D U+DE00, before U+FF08. */
      const odd = [
        ' ',
        '"double"',
        '$x {y} (z:Label)-[:R]->()',
        "'; DROP TABLE statement; --",
        '*',
        '\\back\\u0041',
        '`tick`',
        'NEAR(a b) AND "c"*',
        'a\u0000b',
        'a\u0001b',
        'ab',
        'e\u0301',
        '\u00e9',
        '上海（市）',
        '中文',
        '😀',
        '𠮷野家',
        '\u{10ffff}',
        '\ue000',
        '\ufb01',
        '（括号）',
        '\uffff',
      ].sort()

      it('is an id, a property, a code and a dataset like any other', async () => {
        const statements = odd.map(text =>
          statement(`statement/${text}`, `region/${text}`, {
            property: text,
            value: { kind: 'code', code: text },
            edition: `${text}#${text}`,
            language: text,
          }),
        )
        const staged = await begin(...odd)
        for (const [index, each] of statements.entries())
          await store.writer.stage(staged, said(odd[index] as string, each))
        await store.writer.publish(staged, day(1))
        expect((await ask({ kind: 'statements', limit: 99 })).map(each => each.id)).toEqual(
          statements.map(each => each.id),
        )
        expect(await ask({ kind: 'entities', type: 'Region', limit: 99 })).toEqual(statements.map(each => each.subject))
        expect((await ask({ kind: 'sources', limit: 99 })).map(each => each.id)).toEqual(odd)
        for (const [index, text] of odd.entries()) {
          const expected = [
            {
              ...statements[index],
              rank: 'NORMAL',
              confidence: 1,
              datasets: [text],
              recordedIn: staged.revision,
              recordedAt: day(1),
            },
          ]
          const reading = await store.read([
            { question: { kind: 'entity', id: `region/${text}` } },
            { question: { kind: 'statement', id: `statement/${text}` } },
            { question: { kind: 'statementsByCode', property: text, code: text } },
            {
              question: {
                kind: 'statements',
                limit: 9,
                properties: [text],
                editions: [`${text}#${text}`],
                languages: [text],
              },
            },
            { question: { kind: 'statements', limit: 1, after: `statement/${text}`, reversed: true } },
            { question: { kind: 'edition', id: `${text}#${text}` } },
          ])
          expect(reading.answers.slice(0, 4)).toEqual([
            expect.objectContaining({ statements: expected }),
            expected[0],
            expected,
            expected,
          ])
          expect(reading.answers.slice(4)).toEqual([
            index === 0 ? [] : [expect.objectContaining({ id: statements[index - 1]?.id })],
            edition(`${text}#${text}`),
          ])
          expect(await store.writer.attestedSubjects(undefined, text, { limit: 9 })).toEqual([`region/${text}`])
        }
      })

      it('finds nothing where it is not there, and does no harm', async () => {
        await change('news', day(1), said('news', shanghai, statement('statement/\ufffd', 'region/\ufffd')))
        for (const text of [...odd, '\ud800', 'region/\udfff', 'region/\ud800', '']) {
          const { answers } = await store.read([
            { question: { kind: 'entity', id: text } },
            { question: { kind: 'statement', id: text } },
            { question: { kind: 'incomingStatements', id: text, property: text } },
            { question: { kind: 'links', id: text, property: text, isInward: true, limit: 9 } },
            {
              question: {
                kind: 'links',
                id: text,
                property: text,
                isInward: false,
                after: { entity: text, statement: text },
                limit: 9,
              },
            },
            { question: { kind: 'statementsByCode', property: text, code: text } },
            { question: { kind: 'entities', type: text, limit: 9 } },
            { question: { kind: 'statements', subjects: [text], properties: [text], limit: 9 } },
            { question: { kind: 'conflict', id: text } },
            { question: { kind: 'conflicts', subjects: [text], limit: 9 } },
            { question: { kind: 'source', id: text } },
            { question: { kind: 'edition', id: text } },
            { question: { kind: 'history', id: text } },
          ])
          expect(answers).toEqual([
            ...[undefined, undefined, [], [], [], [], [], []],
            ...[undefined, [], undefined, undefined, []],
          ])
        }
        expect(await idsOf()).toEqual([shanghai.id, 'statement/\ufffd'])
      })
    })

    describe('a store that is closed', () => {
      it('answers no more', async () => {
        await store.read([])
        await opened.reopen()
        await expect(store.read([])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
      })

      it('is opened again with all that was published and all that was staged', async () => {
        const first = await change('news', day(1), said('news', shanghai))
        const before = await begin('news')
        await store.writer.stage(before, said('news', beijing))
        store = await opened.reopen()
        const reading = await store.read([{ question: { kind: 'statements', limit: 9 } }])
        expect(reading.revision).toEqual(first)
        expect(reading.answers[0]?.map(each => each.id)).toEqual([shanghai.id])
        const after = await begin('news')
        expect(after).toMatchObject({ revision: before.revision, resumed: true })
        expect(await store.writer.vouched(after, 'news', ['region/b'])).toEqual([vouch(beijing, 'news')])
        await store.writer.publish(after, day(2))
        store = await opened.reopen()
        expect(await idsOf()).toEqual([beijing.id, shanghai.id])
      })

      it('names itself without a password', () => {
        expect(store.description).toMatch(/^\S.* (?:in|at) \S/)
        expect(store.description).not.toMatch(/:\/\/[^/]*@/)
      })
    })
  })
}
