import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { checkDatasets } from '../../src/datasets/check/check-datasets.js'
import { applyDatasets } from '../../src/imports/apply-import.js'
import { markUndone } from '../../src/model/import-owner.js'
import { said, statement } from '../support/dataset-builder.js'
import { ontology } from '../support/export-and-import.js'
import { ask, curatorToken, startTestServer } from '../support/server.js'
import type { TestStore } from '../support/stores.js'
import { makeFolder, newsWith, type TestFolder, texts } from '../unit/datasets/news-folder.js'

/** A fault of the database that lasts until it is ended. */
export interface Fault {
  readonly name: string
  /** What is written once it has ended. */
  readonly next: 'curation' | 'another import'
  begin(store: TestStore): Promise<{ end(): Promise<void> }>
}

const action = { kind: 'REPAIR', by: 'curator', reason: 'a write of any kind' } as const
const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString()
const isAlive = () => true

/** Holds a store to this: whatever makes an import fail, the next write of the same process works. */
export function describeImportLock(name: string, open: () => Promise<TestStore>, faults: readonly Fault[]): void {
  describe(`the import lock of ${name}`, () => {
    let opened: TestStore
    let folder: TestFolder
    beforeEach(async () => {
      opened = await open()
      await opened.store.writer.prepare()
      folder = await makeFolder({ ...texts, 'news/dataset.yaml': newsWith() })
    }, 120_000)
    afterEach(async () => {
      await opened.close()
      await folder.remove()
    }, 120_000)

    const importNews = async (onFailure: 'keep' | 'undo', onStep: () => void) => {
      const { datasets } = await checkDatasets([`${folder.path}/news`], ontology)
      const importer = { now: () => new Date(at(1)), holder: 'here:1', isAlive, onFailure }
      return await applyDatasets(datasets, opened.store, ontology, importer, onStep)
    }
    const write = async () => {
      const { revision } = await opened.store.read([])
      return await opened.store.writer.apply(
        said('news', statement('statement/1', 'region/a')),
        action,
        revision.number,
        at(2),
        isAlive,
      )
    }
    const fail = () => {
      throw new Error('a fault of the program')
    }

    it('is free after an import that failed and is not to be gone on with, and nothing of it is left', async () => {
      await expect(importNews('undo', fail)).rejects.toThrow('a fault of the program')
      expect(await opened.store.writer.importState(isAlive)).toBeUndefined()
      expect(await write()).toMatchObject({ number: 1 })
      expect(
        (await opened.store.read<'statements'>([{ question: { kind: 'statements', limit: 9 } }])).answers[0],
      ).toHaveLength(1)
    }, 120_000)

    it('after one that is kept is open to the same import, and to an abandonment, of any process', async () => {
      await expect(importNews('keep', fail)).rejects.toThrow('a fault of the program')
      expect(await opened.store.writer.importState(isAlive)).toMatchObject({ owner: '', isRunning: false })
      await expect(write()).rejects.toMatchObject({ code: 'IMPORT_UNFINISHED' })
      expect(await importNews('keep', () => {})).toMatchObject({ statementsAdded: 1, revision: { number: 1 } })
      await expect(importNews('keep', fail)).rejects.toThrow('a fault of the program')
      const other = await opened.reopen()
      expect(await other.writer.abandon(isAlive)).toEqual(['news'])
    }, 120_000)

    it('whose owner runs elsewhere is taken by force alone', async () => {
      const lost = await opened.store.writer.begin(['news'], 'gone:1', isAlive)
      await opened.store.writer.stage(lost, said('news', statement('statement/1', 'region/a')))
      await expect(opened.store.writer.abandon(isAlive)).rejects.toMatchObject({ code: 'IMPORT_RUNNING' })
      expect(await opened.store.writer.abandon(isAlive, true)).toEqual(['news'])
      await expect(opened.store.writer.publish(lost, at(3))).resolves.toMatchObject({ number: 0 })
      expect(await write()).toMatchObject({ number: 1 })
    }, 120_000)

    it('of an import that nobody can run again is free once its process has ended, also for other processes', async () => {
      const isGone = (owner: string) => owner !== 'gone:1'
      const { writer } = opened.store
      const lost = await writer.begin(['upload'], markUndone('gone:1'), isAlive)
      await writer.stage(lost, said('upload', statement('statement/2', 'region/b')))
      await expect(write()).rejects.toMatchObject({
        code: 'IMPORT_RUNNING',
        message: expect.stringContaining('(gone:1)'),
      })
      const other = await opened.reopen()
      const { revision } = await other.read([])
      const batch = said('news', statement('statement/1', 'region/a'))
      expect(await other.writer.apply(batch, action, revision.number, at(2), isGone)).toMatchObject({ number: 1 })
      const again = await other.writer.begin(['upload'], markUndone('gone:1'), isGone)
      await other.writer.stage(again, said('upload', statement('statement/2', 'region/b')))
      const next = await other.writer.begin(['news'], 'here:1', isGone)
      expect(next.resumed).toBe(false)
      await other.writer.stage(next, said('news', statement('statement/3', 'region/a')))
      await other.writer.publish(next, at(3))
      const [regions] = (await other.read<'entities'>([{ question: { kind: 'entities', type: 'Region', limit: 9 } }]))
        .answers
      expect(regions).toEqual(['region/a'])
    }, 120_000)

    it.each(faults)(
      'is taken over by the next write after $name',
      async fault => {
        const { writer } = opened.store
        const staged = await writer.begin(['news'], 'here:1', isAlive)
        await writer.stage(staged, said('news', statement('statement/1', 'region/b')))
        const { end } = await fault.begin(opened)
        const failing = writer.stage(staged, said('news', statement('statement/2', 'region/b')))
        await expect(failing).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
        await expect(writer.release(staged, false)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
        await end()
        if (fault.next === 'curation') await write()
        else {
          const other = await writer.begin(['other'], 'here:1', isAlive)
          expect(other.resumed).toBe(false)
          await writer.stage(other, said('other', statement('statement/3', 'region/a')))
          await writer.publish(other, at(4))
        }
        const [regions] = (
          await opened.store.read<'entities'>([{ question: { kind: 'entities', type: 'Region', limit: 9 } }])
        ).answers
        expect(regions).toEqual(['region/a'])
      },
      240_000,
    )

    it('of a server is free after an import that failed there, and /readyz tells who has it before', async () => {
      const server = await startTestServer(opened.store, { datasets: folder.path })
      try {
        await write()
        const gone = await opened.store.writer.begin(['gone'], 'gone:1', isAlive)
        const ready = async () => await (await fetch(`${server.url}/readyz`)).json()
        expect(await ready()).toEqual({
          status: 'ok',
          revision: 1,
          import: { state: 'INTERRUPTED', datasets: ['gone'] },
        })
        await opened.store.writer.release(gone, false)
        expect(await ready()).toEqual({ status: 'ok', revision: 1 })
        const retract = await ask(
          server.url,
          'mutation { retractStatement(input: { statementId: "statement/1", reason: "x" }) { failure { __typename } } }',
          {},
          curatorToken,
        )
        expect(retract.body).toMatchObject({ data: { retractStatement: { failure: null } } })
      } finally {
        await server.close()
      }
    }, 120_000)
  })
}
