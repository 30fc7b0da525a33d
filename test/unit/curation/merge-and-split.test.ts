import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { CurationContext } from '../../../src/curation/curation-context.js'
import { decideConflict } from '../../../src/curation/decide-conflict.js'
import { mergeEntities, splitEntity } from '../../../src/curation/merge-entities.js'
import { publishRelease } from '../../../src/curation/publish-release.js'
import { replayActions } from '../../../src/curation/replay-actions.js'
import type { CheckedDataset } from '../../../src/datasets/check/check-dataset.js'
import { StatementSpool } from '../../../src/datasets/spool/statement-spool.js'
import { entityTypes } from '../../../src/entities/index.js'
import { applyDatasets } from '../../../src/imports/apply-import.js'
import { conflictId, statementId } from '../../../src/model/id.js'
import type { StatementContent } from '../../../src/model/statement.js'
import { createOntology } from '../../../src/ontology/ontology.js'
import type { PinnedQuery } from '../../../src/store/store.js'
import { edition, source } from '../../support/dataset-builder.js'
import { openSqliteTestStore, type TestStore } from '../../support/stores.js'

const ontology = createOntology(entityTypes)
const now = () => new Date('2026-01-01T00:00:00Z')
const importer = { now, holder: 'test:1', isAlive: () => false }
const byHand = { by: 'curator', reason: '核实' }

const companies = ['company/a', 'company/b', 'company/c']
const sites = ['https://a.example', 'https://b.example']

/** One of the things that papers say of three companies and the centre that one of them runs. */
const said: fc.Arbitrary<StatementContent> = fc
  .record({
    of: fc.constantFrom(...companies),
    what: fc.constantFrom('name', 'website', 'sameAs', 'parent', 'operator'),
    pick: fc.nat({ max: 2 }),
    language: fc.constantFrom('zh-Hans', 'en'),
  })
  .map(({ of, what, pick, language }) => {
    const value = {
      name: { kind: 'text', text: `云海 ${pick}`, language: 'zh-Hans' },
      website: { kind: 'code', code: sites[pick % 2] as string },
      sameAs: { kind: 'code', code: sites[pick % 2] as string },
      parent: { kind: 'entity', entity: companies[pick] as string },
      operator: { kind: 'entity', entity: of },
    } as const
    const subject = what === 'operator' ? 'computecentre/east' : of
    const asStated = `${what} ${pick}`
    return {
      subject,
      property: what,
      value: value[what],
      qualifiers: {},
      asStated,
      language,
      edition: `press#${language}`,
    }
  })

/** A day of foundation or one of two ids of a catalogue, of which a company has one. */
const contested: fc.Arbitrary<StatementContent> = fc
  .record({ of: fc.constantFrom(...companies), pick: fc.nat({ max: 2 }), isCode: fc.boolean() })
  .map(({ of, pick, isCode }) => ({
    subject: of,
    property: isCode ? 'sameAs' : 'foundingDate',
    value: isCode ? { kind: 'code', code: `https://ids.example/${pick}` } : { kind: 'date', edtf: `200${pick}` },
    qualifiers: {},
    asStated: `${pick}`,
    language: 'en',
    edition: 'press#en',
  }))

function datasetOf(statements: readonly StatementContent[], id = 'papers'): CheckedDataset {
  const names = [...companies, 'computecentre/east'].map(
    (subject): StatementContent => ({
      subject,
      property: 'name',
      value: { kind: 'text', text: subject, language: 'en' },
      qualifiers: {},
      asStated: subject,
      language: 'en',
      edition: 'press#en',
    }),
  )
  const all = new Map([...names, ...statements].map(each => [statementId(each), each]))
  return {
    id,
    title: 'Papers',
    sources: [source('press')],
    editions: [edition('press#zh-Hans'), edition('press#en', { translationOf: 'press#zh-Hans' })],
    tables: [],
    statements: new StatementSpool(
      [...all].map(([id, content]) => ({
        statement: { id, ...content },
        rank: 'NORMAL',
        confidence: 1,
        describes: content.subject,
      })),
    ),
  }
}

describe('a merge', () => {
  let opened: TestStore
  let curationContext: CurationContext
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    curationContext = { store: opened.store, ontology, now, isAlive: () => false }
  })
  afterAll(() => opened.close())

  /** All that can be seen of them, without when conflicts were found. */
  async function picture(): Promise<unknown> {
    const asks: PinnedQuery[] = [
      ...[...companies, 'computecentre/east'].flatMap(id => [
        { question: { kind: 'entity', id } } as const,
        { question: { kind: 'incomingStatements', id, property: 'parent' } } as const,
        { question: { kind: 'incomingStatements', id, property: 'operator' } } as const,
      ]),
      { question: { kind: 'entities', type: 'Company', limit: 9 } },
      { question: { kind: 'conflicts', limit: 99 } },
      { question: { kind: 'statements', limit: 99 } },
    ]
    const { answers } = await opened.store.read(asks)
    return JSON.parse(JSON.stringify(answers, (name, value) => (name === 'openedIn' ? undefined : value)))
  }

  /** Where a run failed, for the next one. */
  async function splitAll(): Promise<void> {
    for (const id of companies) {
      const { answers } = await opened.store.read<'entity'>([{ question: { kind: 'entity', id } }])
      const [restore] = answers[0]?.formerIds ?? []
      if (!answers[0] || restore === undefined) continue
      await splitEntity(curationContext, { id: answers[0].id, restore }, byHand)
      return await splitAll()
    }
  }

  async function expectPicture(expected: unknown): Promise<void> {
    expect(await picture()).toEqual(expected)
  }

  it('is foreseen exactly, and taken back comes to nothing, whatever is said', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(said, { maxLength: 12 }), fc.boolean(), async (statements, isChain) => {
        await splitAll()
        await applyDatasets([datasetOf(statements)], opened.store, ontology, importer)
        const apart = await picture()
        const pairs = [['company/a', 'company/b'], ...(isChain ? [['company/c', 'company/a']] : [])] as const
        const pictures = [apart]
        for (const [keep = '', merge = ''] of pairs) {
          const foreseen = await mergeEntities(curationContext, { keep, merge }, { ...byHand, dryRun: true })
          await expectPicture(pictures.at(-1))
          const { revision, ...done } = await mergeEntities(curationContext, { keep, merge }, byHand)
          expect({ ...done, revision: revision - 1 }).toEqual(foreseen)
          pictures.push(await picture())
          // An import of what was said already changes nothing, though it names ids that were merged.
          await applyDatasets([datasetOf(statements)], opened.store, ontology, importer)
          await expectPicture(pictures.at(-1))
        }
        for (const [keep = '', merge = ''] of [...pairs].reverse()) {
          pictures.pop()
          const restoring = { id: keep, restore: merge }
          const foreseen = await splitEntity(curationContext, restoring, { ...byHand, dryRun: true })
          const { revision, ...done } = await splitEntity(curationContext, restoring, byHand)
          expect({ ...done, revision: revision - 1 }).toEqual(foreseen)
          await expectPicture(pictures.at(-1))
        }
      }),
      { numRuns: 40 },
    )
  }, 300_000)

  it('gives a conflict the same id before and after imports, so a dismissal holds in any order', async () => {
    const merges = [
      { keep: 'company/a', merge: 'company/b' },
      { keep: 'company/c', merge: 'company/a' },
    ]
    const conflicts = async () => {
      const { answers } = await opened.store.read<'conflicts'>([{ question: { kind: 'conflicts', limit: 99 } }])
      return answers[0] ?? []
    }
    const begin = async () => {
      await splitAll()
      await applyDatasets([datasetOf([]), datasetOf([], 'others')], opened.store, ontology, importer)
    }
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })
    const statements = fc.array(fc.oneof(said, contested), { minLength: 4, maxLength: 12 })
    let dismissed = 0
    await fc.assert(
      fc.asyncProperty(
        statements,
        statements,
        order,
        order,
        fc.boolean(),
        async (ours, theirs, first, second, isChain) => {
          const steps = [
            () => applyDatasets([datasetOf(ours)], opened.store, ontology, importer),
            () => applyDatasets([datasetOf(theirs, 'others')], opened.store, ontology, importer),
            ...merges.slice(0, isChain ? 2 : 1).map(pair => () => mergeEntities(curationContext, pair, byHand)),
          ]
          const seen: unknown[] = []
          for (const run of [first, second]) {
            await begin()
            for (const step of run) await steps[step]?.()
            for (const { id, status } of await conflicts()) {
              if (status === 'DISMISSED') continue
              expect(seen).toEqual([])
              await decideConflict(curationContext, { conflict: id, status: 'DISMISSED' }, byHand)
              dismissed++
            }
            seen.push((await conflicts()).map(({ openedIn: _, ...conflict }) => conflict))
          }
          expect(seen[1]).toEqual(seen[0])
        },
      ),
      { numRuns: 12, seed: 17 },
    )
    expect(dismissed).toBeGreaterThan(0)

    await begin()
  }, 300_000)

  it('lets a decision with an id of an earlier version find its conflict', async () => {
    const two = ['company/a', 'company/b'].map((subject, i) => ({
      subject,
      property: 'parent',
      value: { kind: 'entity', entity: i === 0 ? 'company/c' : 'company/d' } as const,
      qualifiers: {},
      asStated: 'parent',
      language: 'en',
      edition: i === 0 ? 'press#en' : 'press#zh-Hans',
    }))
    await applyDatasets([datasetOf(two)], opened.store, ontology, importer)
    await mergeEntities(curationContext, { keep: 'company/a', merge: 'company/b' }, byHand)
    const conflicts = async () =>
      (await opened.store.read<'conflicts'>([{ question: { kind: 'conflicts', limit: 9 } }])).answers[0] ?? []
    const [conflict, ...others] = await conflicts()
    expect(others).toEqual([])
    if (!conflict) throw new Error('no conflict')
    // Earlier versions derived the id from the present subject if the import came after the merge.
    const earlier = conflictId(conflict)
    expect(earlier).not.toBe(conflict.id)
    const dismissal = { kind: 'DECISION', conflict: earlier, status: 'DISMISSED', ...byHand } as const
    const actions = [{ ...dismissal, subjects: ['company/b'] }]
    expect(await replayActions(curationContext, actions)).toBe(1)
    expect(await conflicts()).toMatchObject([{ id: conflict.id, status: 'DISMISSED' }])
    expect(await replayActions(curationContext, actions)).toBe(0)
    await splitEntity(curationContext, { id: 'company/a', restore: 'company/b' }, byHand)
  })

  it('and decisions that many curators take at once are all kept, one after the other', async () => {
    // An edition and its translation: what one edition states jointly is no conflict.
    const differing = ['company/a', 'company/b'].map((entity, i) => ({
      subject: 'company/c',
      property: 'parent',
      value: { kind: 'entity', entity } as const,
      qualifiers: {},
      asStated: entity,
      language: 'en',
      edition: i === 0 ? 'press#en' : 'press#zh-Hans',
    }))
    await applyDatasets([datasetOf(differing)], opened.store, ontology, importer)
    const { answers } = await opened.store.read<'conflicts'>([{ question: { kind: 'conflicts', limit: 9 } }])
    const [conflict] = answers[0] ?? []
    expect(conflict).toMatchObject({ status: 'OPEN', property: 'parent' })
    const before = (await opened.store.read<'deeds'>([{ question: { kind: 'deeds' } }])).answers[0]?.length ?? 0
    const curators = Array.from({ length: 30 }, (_, i) => `编者 ${i}`)
    await Promise.all([
      ...curators.map(by =>
        decideConflict(curationContext, { conflict: conflict?.id ?? '', status: 'DISMISSED' }, { by, reason: '无妨' }),
      ),
      publishRelease(curationContext, '2026', byHand),
    ])
    const deeds = (await opened.store.read<'deeds'>([{ question: { kind: 'deeds' } }])).answers[0]?.slice(before) ?? []
    expect(deeds.map(({ by }) => by).sort()).toEqual(['curator', ...curators].sort())
  })
})
