import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ask, curatorToken, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'
import { makeFolder, newsWith, type TestFolder, texts } from '../unit/datasets/news-folder.js'

describe('a curator who imports over HTTP', () => {
  let opened: TestStore
  let folder: TestFolder
  let server: TestServer
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    folder = await makeFolder({
      'allowed/news/dataset.yaml': newsWith(),
      'allowed/news/zh.txt': texts['news/zh.txt'] ?? '',
      'allowed/news/en.txt': texts['news/en.txt'] ?? '',
      'allowed/bad/dataset.yaml': newsWith('- { id: region/x, type: Regoin }').replace('dataset: news', 'dataset: bad'),
      'allowed/bad/zh.txt': texts['news/zh.txt'] ?? '',
      'allowed/bad/en.txt': texts['news/en.txt'] ?? '',
      'secret/dataset.yaml': newsWith(),
    })
    await symlink(join(folder.path, 'secret'), join(folder.path, 'allowed', 'link'))
    server = await startTestServer(opened.store, { datasets: join(folder.path, 'allowed') })
  }, 300_000)
  afterAll(async () => {
    await server?.close()
    await opened?.close()
    await folder?.remove()
  })

  const importing = (dataset: string, dryRun?: boolean) =>
    ask(
      server.url,
      `mutation ($dataset: String!, $dryRun: Boolean) { importDataset(dataset: $dataset, dryRun: $dryRun) {
        applied entitiesAdded statementsAdded statementsRetracted unchanged withheld newConflicts { id }
        problems { severity file line code message hint } } }`,
      { dataset, dryRun },
      curatorToken,
    )
  const plan = {
    entitiesAdded: 1,
    statementsAdded: 1,
    statementsRetracted: 0,
    unchanged: 0,
    withheld: 0,
    newConflicts: [],
  }

  it('is told what it would do, and does it when that is asked for, once', async () => {
    expect((await importing('news')).body.data?.importDataset).toMatchObject({ ...plan, applied: false, problems: [] })
    expect((await opened.store.read([])).revision.number).toBe(0)
    expect((await importing('news', false)).body.data?.importDataset).toMatchObject({ ...plan, applied: true })
    const again = (await importing('news', false)).body.data?.importDataset
    expect(again).toMatchObject({ applied: true, statementsAdded: 0, unchanged: 1 })
    const { answers } = await opened.store.read<'deeds'>([{ question: { kind: 'deeds' } }])
    expect(answers[0]).toMatchObject([{ kind: 'IMPORT', datasets: ['news'], by: 'curator', reason: 'import of news' }])
  })

  it('is told every problem of a dataset, at its place and without the server’s folders', async () => {
    const { importDataset } = (await importing('bad', false)).body.data
    expect(importDataset).toMatchObject({
      applied: false,
      problems: [{ severity: 'ERROR', file: 'bad/dataset.yaml', code: 'TYPE_UNKNOWN', hint: 'did you mean "Region"?' }],
    })
  })

  it.each(['nowhere', '../secret', 'link', 'news/dataset.yaml', '.', '', '/etc', 'news/../../secret', 'a\u0000b'])(
    'is let into no other folder: %j',
    async name => {
      const { body } = await importing(name, false)
      expect(body.errors?.[0]?.extensions?.code).toBe('NOT_FOUND')
      expect(body.errors?.[0]?.message).not.toContain(folder.path)
    },
  )

  it('takes its turn where several import at once', async () => {
    const all = await Promise.all([1, 2, 3].map(() => importing('news', false)))
    expect(all.map(({ body }) => body.data?.importDataset.applied)).toEqual([true, true, true])
  })

  it('is told where the server allows none', async () => {
    const closed = await startTestServer(opened.store)
    const { body } = await ask(closed.url, 'mutation { importDataset(dataset: "news") { applied } }', {}, curatorToken)
    expect(body.errors?.[0]?.extensions?.code).toBe('DATASETS_CLOSED')
    await closed.close()
  })
})
