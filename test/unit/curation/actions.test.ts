import { beforeEach, describe, expect, it } from '@jest/globals'
import { checkGraph, repairConflicts } from '../../../src/curation/check-graph.js'
import type { CurationContext } from '../../../src/curation/curation-context.js'
import { decideConflict, previewDecision } from '../../../src/curation/decide-conflict.js'
import { mergeEntities, splitEntity } from '../../../src/curation/merge-entities.js'
import { PinnedGraph } from '../../../src/curation/pinned-graph.js'
import { publishRelease } from '../../../src/curation/publish-release.js'
import { replayActions } from '../../../src/curation/replay-actions.js'
import { restoreStatement, retractStatement } from '../../../src/curation/retract-statement.js'
import { entityTypes } from '../../../src/entities/index.js'
import type { CurationAction } from '../../../src/model/curation-action.js'
import { SuanliError } from '../../../src/model/error.js'
import { createOntology } from '../../../src/ontology/ontology.js'
import type { AnswerTo, Batch, QueryKind, QueryOf, Store } from '../../../src/store/store.js'
import { conflict, said, statement } from '../../support/dataset-builder.js'
import { openModelStore } from '../../support/model/model-store.js'

const ontology = createOntology(entityTypes)
const byHand = { by: 'curator', reason: '核实' }
const [a, b, c, region] = ['company/a', 'company/b', 'company/c', 'region/r'] as const
const ror = 'https://ror.org/1'

const named = (subject: string) =>
  statement(`statement/name-${subject}`, subject, { value: { kind: 'text', text: subject, language: 'en' } })
const coded = (subject: string) =>
  statement(`statement/code-${subject}`, subject, { property: 'sameAs', value: { kind: 'code', code: ror } })
const founded = (edtf: string, edition: string) =>
  statement(`statement/${edtf}`, a, { property: 'foundingDate', value: { kind: 'date', edtf }, edition })
const [early, late] = [founded('2001', 'press#en'), founded('2002', 'gov#zh-Hans')]
const all = [...[a, b, c, region].map(named), coded(a), coded(b), early, late]

describe('a curation action', () => {
  let store: Store
  let context: CurationContext
  let day: number
  beforeEach(async () => {
    store = openModelStore()
    day = 0
    context = { store, ontology, now: () => new Date(Date.UTC(2026, 0, ++day)), isAlive: () => false }
    const staged = await store.writer.begin(['news'], 'here:1', () => false)
    await store.writer.stage(staged, said('news', ...all))
    await store.writer.publish(staged, '2025-12-01T00:00:00Z')
    await repairConflicts(context, byHand)
  })

  const ask = async <K extends QueryKind>(question: QueryOf<K>): Promise<AnswerTo<K>> =>
    (await store.read<K>([{ question }])).answers[0] as AnswerTo<K>
  const conflicts = () => ask<'conflicts'>({ kind: 'conflicts', limit: 99 })
  const revision = async () => (await store.read([])).revision.number
  const find = async (property: string) => {
    const found = (await conflicts()).find(each => each.property === property)
    if (!found) throw new Error(property)
    return found
  }
  const apply = async (deed: CurationAction, batch: Batch = {}) =>
    await store.writer.apply(batch, deed, await revision(), context.now().toISOString(), () => false)
  const refusal = (code: string, fields: object = {}) =>
    expect.objectContaining({ code, fields: expect.objectContaining(fields) })

  describe('of any kind', () => {
    it.each(['', ' \n'])('needs a reason: %j', async reason => {
      await expect(retractStatement(context, early.id, { ...byHand, reason })).rejects.toEqual(
        refusal('BAD_USER_INPUT', { argument: 'input.reason' }),
      )
    })

    it('is refused if the graph is newer than what the curator has seen', async () => {
      const seen = await revision()
      await publishRelease(context, 'one', byHand)
      const retraction = retractStatement(context, early.id, { ...byHand, expectedRevision: seen })
      await expect(retraction).rejects.toEqual(refusal('REVISION_STALE', { seen, newest: seen + 1 }))
      const { revision: made } = await retractStatement(context, early.id, { ...byHand, expectedRevision: seen + 1 })
      expect(made).toBe(seen + 2)
    })

    it('is planned again if another process was quicker, unless the curator names a revision', async () => {
      const stale = new SuanliError('REVISION_STALE', { seen: 1, newest: 2 })
      const { writer } = store
      const { apply } = writer
      const overtaken = (times: number, failure = stale) => {
        let left = times
        writer.apply = async (...given) => {
          left -= 1
          if (left >= 0) throw failure
          return await apply.apply(writer, given)
        }
        return context
      }
      const before = await revision()
      await expect(retractStatement(overtaken(99), early.id, byHand)).rejects.toBe(stale)
      const seen = { ...byHand, expectedRevision: before }
      await expect(retractStatement(overtaken(1), early.id, seen)).rejects.toBe(stale)
      const broken = new SuanliError('STORE_UNAVAILABLE', { store: '', reason: '' })
      await expect(retractStatement(overtaken(1, broken), early.id, byHand)).rejects.toBe(broken)
      expect(await revision()).toBe(before)
      expect((await retractStatement(overtaken(19), early.id, byHand)).revision).toBe(before + 1)
    })

    it('changes nothing as a dry run', async () => {
      const before = await revision()
      const dry = { ...byHand, dryRun: true }
      await retractStatement(context, early.id, dry)
      await publishRelease(context, 'one', dry)
      await decideConflict(context, { conflict: (await find('foundingDate')).id, status: 'DISMISSED' }, dry)
      expect(await revision()).toBe(before)
    })
  })

  describe('that merges or splits', () => {
    it('is refused for what is not there, is one already, or is of another type', async () => {
      const merge = (keep: string, merged: string) => mergeEntities(context, { keep, merge: merged }, byHand)
      await expect(merge('company/none', a)).rejects.toEqual(refusal('NOT_FOUND', { id: 'company/none' }))
      await expect(merge(a, 'company/none')).rejects.toEqual(refusal('NOT_FOUND', { id: 'company/none' }))
      await expect(merge(a, a)).rejects.toEqual(refusal('ALREADY_MERGED', { keep: a, merge: a }))
      await expect(merge(a, region)).rejects.toEqual(
        refusal('TYPES_DIFFER', { keepType: 'Company', mergeType: 'Region' }),
      )
    })

    it('splits what was merged and nothing else, and says what can be split', async () => {
      const split = (id: string, restore: string) => splitEntity(context, { id, restore }, byHand)
      await expect(split('company/none', b)).rejects.toEqual(refusal('NOT_FOUND', { id: 'company/none' }))
      await expect(split(a, b)).rejects.toEqual(refusal('NOT_MERGED', { hint: ', nor was any other.' }))
      await mergeEntities(context, { keep: a, merge: b }, byHand)
      await mergeEntities(context, { keep: a, merge: c }, byHand)
      await expect(split(a, region)).rejects.toEqual(
        refusal('NOT_MERGED', { hint: `: choose one of ${b}, ${c}.`, hintZh: `：请从 ${b}、${c} 中选择。` }),
      )
      expect(await split(a, b)).toMatchObject({ entity: a, revision: await revision() })
      expect((await ask<'entity'>({ kind: 'entity', id: a }))?.formerIds).toEqual([c])
    })

    it('names the actions in force that say that the two are two', async () => {
      const contradicts = async (keep: string, merge: string) => {
        const { effect } = await mergeEntities(context, { keep, merge }, { ...byHand, dryRun: true })
        return effect.contradicts?.map(({ kind }) => kind)
      }
      expect(await contradicts(a, b)).toEqual([])
      const { id } = await find('sameAs')
      await decideConflict(context, { conflict: id, status: 'DECIDED', chosen: coded(a).id }, byHand)
      await decideConflict(context, { conflict: id, status: 'DISMISSED' }, byHand)
      expect(await contradicts(a, b)).toEqual(['DECISION'])
      expect(await contradicts(a, c)).toEqual([])
      await decideConflict(context, { conflict: id, status: 'OPEN' }, byHand)
      await mergeEntities(context, { keep: a, merge: b }, byHand)
      await splitEntity(context, { id: a, restore: b }, byHand)
      expect(await contradicts(b, a)).toEqual(['SPLIT'])
      expect(await contradicts(c, a)).toEqual([])
    })
  })

  describe('that decides a conflict', () => {
    it('is refused for what is not there, is gone, is not in it, or was never decided', async () => {
      const { id, statements } = await find('foundingDate')
      const decide = (conflict: string, given: Partial<Parameters<typeof decideConflict>[1]>) =>
        decideConflict(context, { conflict, status: 'DISMISSED', ...given }, byHand)
      await expect(decide('conflict/none', {})).rejects.toEqual(refusal('NOT_FOUND', { id: 'conflict/none' }))
      await expect(decide(id, { status: 'DECIDED', chosen: coded(a).id })).rejects.toEqual(
        refusal('NOT_IN_CONFLICT', { chosen: coded(a).id, statements: statements.join(', ') }),
      )
      await expect(decide(id, { status: 'OPEN' })).rejects.toEqual(refusal('NOT_DECIDED', { id }))
      await retractStatement(context, early.id, byHand)
      await expect(decide(id, {})).rejects.toEqual(refusal('CONFLICT_GONE', { id }))
    })

    it('says which value is shown instead, and after a dismissal which one is shown still', async () => {
      const { id } = await find('foundingDate')
      const shown = [early, late].find(({ id: each }) => each === late.id)
      const [before, preview] = [
        await revision(),
        await previewDecision(context, { conflict: id, status: 'DECIDED', chosen: late.id }),
      ]
      const other = await previewDecision(context, { conflict: id, status: 'DECIDED', chosen: early.id })
      const flips = [...preview.flips, ...other.flips].map(flip => [flip.before?.id, flip.after?.id])
      // One of the two was shown already.
      expect([[[late.id, early.id]], [[early.id, late.id]]]).toContainEqual(flips)
      expect(await revision()).toBe(before)
      const dismissal = await previewDecision(context, { conflict: id, status: 'DISMISSED' })
      expect(dismissal.flips).toEqual([])
      expect(dismissal.shown?.id).toBe(flips[0]?.[0])
      expect(preview.shown).toBeUndefined()
      expect(shown).toBeDefined()
      const shared = await find('sameAs')
      expect((await previewDecision(context, { conflict: shared.id, status: 'DISMISSED' })).shown).toBeUndefined()
    })

    it('can be taken back', async () => {
      const { id } = await find('foundingDate')
      await decideConflict(context, { conflict: id, status: 'DECIDED', chosen: late.id }, byHand)
      expect(await find('foundingDate')).toMatchObject({ status: 'DECIDED', decision: { chosen: late.id } })
      await decideConflict(context, { conflict: id, status: 'OPEN' }, byHand)
      expect(await find('foundingDate')).toMatchObject({ status: 'OPEN' })
    })
  })

  describe('that retracts a statement', () => {
    it('is refused for what is not there, is retracted, or was retracted by no curator', async () => {
      await expect(retractStatement(context, 'statement/none', byHand)).rejects.toEqual(refusal('NOT_FOUND'))
      await expect(restoreStatement(context, 'statement/none', byHand)).rejects.toEqual(refusal('NOT_FOUND'))
      await expect(restoreStatement(context, early.id, byHand)).rejects.toEqual(refusal('NOT_WITHDRAWN'))
      await retractStatement(context, early.id, byHand)
      await expect(retractStatement(context, early.id, byHand)).rejects.toEqual(refusal('ALREADY_RETRACTED'))
      await restoreStatement(context, early.id, byHand)
      await expect(restoreStatement(context, early.id, byHand)).rejects.toEqual(refusal('NOT_WITHDRAWN'))
    })

    it('closes its conflicts, and opens them again as they were when it is taken back', async () => {
      const before = await ask<'entity'>({ kind: 'entity', id: a })
      const { id } = await find('foundingDate')
      const { effect } = await retractStatement(context, early.id, byHand)
      expect(effect.closedConflicts).toEqual([id])
      expect((await conflicts()).map(each => each.id)).not.toContain(id)
      const restored = await restoreStatement(context, early.id, byHand)
      expect(restored.effect.openedConflicts.map(each => each.id)).toEqual([id])
      const after = await ask<'entity'>({ kind: 'entity', id: a })
      expect(after?.statements.map(each => [each.id, each.datasets, each.rank, each.confidence])).toEqual(
        before?.statements.map(each => [each.id, each.datasets, each.rank, each.confidence]),
      )
    })

    it('reaches a statement of a former id, and leaves an entity of which nothing is said', async () => {
      await mergeEntities(context, { keep: a, merge: c }, byHand)
      await retractStatement(context, named(c).id, byHand)
      await restoreStatement(context, named(c).id, byHand)
      await splitEntity(context, { id: a, restore: c }, byHand)
      await retractStatement(context, named(c).id, byHand)
      expect(await ask<'entity'>({ kind: 'entity', id: c })).toBeUndefined()
      await restoreStatement(context, named(c).id, byHand)
      expect((await ask<'entity'>({ kind: 'entity', id: c }))?.statements).toHaveLength(1)
    })
  })

  describe('that publishes a release', () => {
    it('makes its id of the letters and digits of the title', async () => {
      const { release } = await publishRelease(context, ' Spring ２０２６: 春. ', byHand)
      expect(release).toMatchObject({ id: 'release/spring-2026-春', statementCount: all.length })
      await expect(publishRelease(context, 'spring 2026 春', byHand)).rejects.toEqual(
        refusal('RELEASE_EXISTS', { id: 'release/spring-2026-春' }),
      )
    })

    it.each(['', ' -. ', 'a'.repeat(101)])('is refused if the title has no letter or is too long: %j', async title => {
      await expect(publishRelease(context, title, byHand)).rejects.toEqual(refusal('BAD_USER_INPUT'))
    })

    it('takes a title of a hundred characters', async () => {
      expect((await publishRelease(context, 'a'.repeat(100), byHand)).release.title).toHaveLength(100)
    })
  })

  describe('of another store is repeated', () => {
    it('once, in its order and under the name of its author', async () => {
      const { id, subjects } = await find('sameAs')
      const merge = { kind: 'MERGE', kept: a, former: c, by: 'lin', reason: '同一' } as const
      const decision = { kind: 'DECISION', conflict: id, subjects, status: 'DISMISSED', ...byHand } as const
      const retraction = { kind: 'RETRACTION', statement: early.id, ...byHand } as const
      const unknown = { kind: 'RETRACTION', statement: 'statement/later', ...byHand } as const
      const actions = [merge, decision, retraction, unknown]
      expect(await replayActions(context, actions)).toBe(4)
      expect(await replayActions(context, actions)).toBe(0)
      const deeds = await ask<'deeds'>({ kind: 'deeds' })
      expect(deeds.slice(-4)).toMatchObject([
        merge,
        decision,
        { ...retraction, vouches: [{ dataset: 'news' }] },
        { ...unknown, vouches: [] },
      ])
      expect((await find('sameAs')).status).toBe('DISMISSED')
    })

    it('is refused if the id was merged into another entity here', async () => {
      await mergeEntities(context, { keep: a, merge: c }, byHand)
      const merge = { kind: 'MERGE', kept: b, former: c, ...byHand } as const
      await expect(replayActions(context, [merge])).rejects.toEqual(refusal('ALREADY_MERGED', { keep: a, merge: c }))
    })

    it('counts a decision from when its conflict is found', async () => {
      const { id, subjects } = await find('foundingDate')
      await retractStatement(context, early.id, byHand)
      const decision = { kind: 'DECISION', conflict: id, subjects, status: 'DISMISSED', ...byHand } as const
      expect(await replayActions(context, [decision])).toBe(1)
      await restoreStatement(context, early.id, byHand)
      expect((await find('foundingDate')).status).toBe('DISMISSED')
      const none = { ...decision, conflict: 'conflict/unknown', subjects: [] }
      expect(await replayActions(context, [none, { ...none, subjects: [region] }])).toBe(1)
    })
  })

  describe('is checked', () => {
    const faults = async () => {
      const { revision: newest } = await store.read([])
      const found: (readonly string[])[] = []
      for await (const { fault } of checkGraph(new PinnedGraph(context, newest)))
        found.push([fault.code, fault.where, fault.message])
      return found
    }

    it('and nothing is found in what this program did', async () => {
      await mergeEntities(context, { keep: a, merge: c }, byHand)
      await splitEntity(context, { id: a, restore: c }, byHand)
      await retractStatement(context, early.id, byHand)
      await restoreStatement(context, early.id, byHand)
      await publishRelease(context, 'one', byHand)
      expect(await faults()).toEqual([])
    })

    it('for conflicts that are missing or groundless, and a repair mends those', async () => {
      const { id } = await find('foundingDate')
      const groundless = conflict('conflict/none', {
        subjects: [b],
        property: 'foundingDate',
        statements: [named(b).id],
      })
      const gone = conflict('conflict/gone', { subjects: [a, b], statements: ['statement/gone', named(b).id] })
      await apply({ kind: 'REPAIR', ...byHand }, { conflictsClosed: [id], conflictsOpened: [groundless, gone] })
      expect((await faults()).map(([code, where]) => [code, where]).sort()).toEqual([
        ['CONFLICT_GROUNDLESS', 'conflict/gone'],
        ['CONFLICT_GROUNDLESS', 'conflict/none'],
        ['CONFLICT_MISSING', id],
      ])
      expect(await repairConflicts(context, byHand)).toEqual({ opened: 1, closed: 2 })
      expect(await faults()).toEqual([])
      expect((await find('foundingDate')).id).toBe(id)
    })

    it('for actions on what is not there, and merges that cannot be', async () => {
      const made = await revision()
      await apply({
        kind: 'DECISION',
        conflict: 'conflict/none',
        status: 'DECIDED',
        chosen: 'statement/none',
        subjects: [a],
        ...byHand,
      })
      await apply({ kind: 'RETRACTION', statement: 'statement/none', vouches: [], ...byHand })
      await apply({ kind: 'MERGE', kept: a, former: region, ...byHand })
      await apply({ kind: 'SPLIT', kept: 'company/none', former: b, ...byHand }).catch(() => {})
      const found = await faults()
      const deed = (nth: number) => `deed of revision ${made + nth}`
      expect(found.map(([code, where]) => [code, where])).toEqual(
        expect.arrayContaining([
          ['DEED_DANGLING', deed(1)],
          ['DEED_DANGLING', deed(2)],
          ['MERGE_IMPOSSIBLE', deed(3)],
        ]),
      )
      expect(found.filter(([, where]) => where === deed(1))).toHaveLength(2)
      expect(found.find(([code]) => code === 'MERGE_IMPOSSIBLE')?.[2]).toContain('They have different types.')
    })

    it('for a release whose content is another one', async () => {
      const { release } = await publishRelease(context, 'one', { ...byHand, dryRun: true })
      await apply({ kind: 'RELEASE', release: { ...release, sha256: '0'.repeat(64) }, ...byHand })
      expect(await faults()).toEqual([['RELEASE_CHANGED', release.id, expect.stringContaining(release.sha256)]])
    })
  })
})
