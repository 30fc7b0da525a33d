import { rmSync } from 'node:fs'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { importAllowed } from '../../src/imports/import-folder.js'
import { SuanliError } from '../../src/model/error.js'
import { ontology } from '../support/export-and-import.js'
import { ask, curatorToken, startTestServer, type TestServer } from '../support/server.js'
import { follow, openClient } from '../support/socket.js'
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
      `mutation ($dataset: String!, $dryRun: Boolean) {
        importDataset(input: { dataset: $dataset, dryRun: $dryRun, waitSeconds: 25 }) { job { plan {
          applied entitiesAdded statementsAdded statementsRetracted unchanged withheld openedConflicts { kind }
          problems { severity file line code message hint } } } } }`,
      { dataset, dryRun },
      curatorToken,
    )
  const plan = {
    entitiesAdded: 1,
    statementsAdded: 1,
    statementsRetracted: 0,
    unchanged: 0,
    withheld: 0,
    openedConflicts: [],
  }

  it('is told what it would do, and does it when that is asked for, once', async () => {
    expect((await importing('news')).body.data?.importDataset.job.plan).toMatchObject({
      ...plan,
      applied: false,
      problems: [],
    })
    expect((await opened.store.read([])).revision.number).toBe(0)
    expect((await importing('news', false)).body.data?.importDataset.job.plan).toMatchObject({ ...plan, applied: true })
    const again = (await importing('news', false)).body.data?.importDataset.job.plan
    expect(again).toMatchObject({ applied: true, statementsAdded: 0, unchanged: 1 })
    const { answers } = await opened.store.read<'deeds'>([{ question: { kind: 'deeds' } }])
    expect(answers[0]).toMatchObject([{ kind: 'IMPORT', datasets: ['news'], by: 'curator', reason: 'import of news' }])
  })

  it('is told every problem of a dataset, at its place and without the server’s folders', async () => {
    expect((await importing('bad', false)).body.data.importDataset.job.plan).toMatchObject({
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
    expect(all.map(({ body }) => body.data?.importDataset.job.plan.applied)).toEqual([true, true, true])
  })

  describe('as a job', () => {
    const jobFields =
      'jobId status dryRun statementsDone statementCount startedAt endedAt expiresAt plan { applied } error { code }'
    const start = (input: object, token = curatorToken) =>
      ask(
        server.url,
        `mutation ($input: ImportDatasetInput!) { importDataset(input: $input) { job { ${jobFields} } } }`,
        { input },
        token,
      )
    const find = async (id: string, token = curatorToken) => {
      const { body } = await ask(server.url, `query ($id: ID!) { importJob(id: $id) { ${jobFields} } }`, { id }, token)
      return body.errors?.[0]?.extensions?.code ?? body.data.importJob
    }
    const ended = async (id: string) => {
      for (;;) {
        const job = await find(id)
        if (job.endedAt !== null) return job
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    }

    it('it is answered at once, goes on, and its result can be asked for later', async () => {
      const { job } = (await start({ dataset: 'news', waitSeconds: 0 })).body.data.importDataset
      expect(job).toMatchObject({
        jobId: expect.stringMatching(/^import\/[\w-]{22}$/),
        dryRun: true,
        endedAt: null,
        plan: null,
      })
      const done = await ended(job.jobId)
      expect(done).toMatchObject({
        status: 'DONE',
        statementsDone: 1,
        statementCount: 1,
        plan: { applied: false },
        error: null,
      })
      expect(Date.parse(done.expiresAt) - Date.parse(done.endedAt)).toBe(24 * 3_600_000)
      expect(await find(job.jobId)).toEqual(done)
    })

    it('it goes on when its client leaves', async () => {
      const before = (await opened.store.read<'deeds'>([{ question: { kind: 'deeds' } }])).answers[0]?.length
      await folder.write({ 'allowed/later/dataset.yaml': newsWith().replace('dataset: news', 'dataset: later') })
      await folder.write({
        'allowed/later/zh.txt': texts['news/zh.txt'] ?? '',
        'allowed/later/en.txt': texts['news/en.txt'] ?? '',
      })
      const leaving = new AbortController()
      const asked = fetch(new URL('/graphql', server.url), {
        method: 'POST',
        signal: leaving.signal,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${curatorToken}` },
        body: JSON.stringify({
          query:
            'mutation { importDataset(input: { dataset: "later", dryRun: false, waitSeconds: 25 }) { job { jobId } } }',
        }),
      })
      // It has begun by then, and not ended.
      await new Promise(resolve => setTimeout(resolve, 5))
      leaving.abort()
      await asked.catch(() => {})
      for (;;) {
        const [actions] = (await opened.store.read<'deeds'>([{ question: { kind: 'deeds' } }])).answers
        if (actions?.length === (before ?? 0) + 1) break
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    }, 30_000)

    it('its progress comes over WebSocket, up to its end', async () => {
      const { job } = (await start({ dataset: 'news', waitSeconds: 0 })).body.data.importDataset
      const client = openClient(server.url, curatorToken)
      const followed = follow(
        client,
        {
          query: 'subscription ($id: ID!) { importProgress(id: $id) { status statementsDone plan { applied } } }',
          variables: { id: job.jobId },
        },
        ({ data }) => data as unknown as { importProgress: { status: string } },
      )
      await followed.count(1)
      await ended(job.jobId)
      await expect(followed.count(99)).rejects.toThrow('completed')
      expect(followed.values.at(-1)).toEqual({
        importProgress: { status: 'DONE', statementsDone: 1, plan: { applied: false } },
      })
      await client.dispose()
    }, 30_000)

    it('that fails says why, and leaves the import lock free', async () => {
      const lost = await opened.store.writer.begin(['gone'], 'gone:1', () => false)
      const { job } = (await start({ dataset: 'news', dryRun: false, waitSeconds: 25 })).body.data.importDataset
      expect(job).toMatchObject({ status: 'FAILED', plan: null, error: { code: 'IMPORT_UNFINISHED' } })
      await opened.store.writer.release(lost, false)
      expect(
        (await start({ dataset: 'news', dryRun: false, waitSeconds: 25 })).body.data.importDataset.job,
      ).toMatchObject({
        status: 'DONE',
        plan: { applied: true },
      })
    })

    it('whose files go in the middle leaves the import lock free, whether it ends or fails', async () => {
      await folder.write({ 'allowed/going/dataset.yaml': newsWith().replace('dataset: news', 'dataset: going') })
      await folder.write({
        'allowed/going/zh.txt': texts['news/zh.txt'] ?? '',
        'allowed/going/en.txt': texts['news/en.txt'] ?? '',
      })
      const path = join(folder.path, 'allowed/going')
      const importer = { now: () => new Date(), holder: 'test:1', isAlive: () => false, onFailure: 'undo' as const }
      const setting = { store: opened.store, ontology, importer }
      const failure = await importAllowed(setting, { path, name: 'going' }, false, () =>
        rmSync(path, { recursive: true, force: true }),
      ).then(
        () => undefined,
        error => error,
      )
      expect(failure === undefined || failure instanceof SuanliError).toBe(true)
      expect(await opened.store.writer.importState(() => true)).toBeUndefined()
      expect(
        (await start({ dataset: 'news', dryRun: false, waitSeconds: 25 })).body.data.importDataset.job,
      ).toMatchObject({ status: 'DONE' })
    })

    it('is known to nobody else', async () => {
      expect(await find('import/nothing')).toBe('JOB_UNKNOWN')
      expect(await find('import/nothing', '')).toBe('UNAUTHENTICATED')
    })
  })

  it('is told where the server allows none', async () => {
    const closed = await startTestServer(opened.store)
    const { body } = await ask(
      closed.url,
      'mutation { importDataset(input: { dataset: "news" }) { job { jobId } } }',
      {},
      curatorToken,
    )
    expect(body.errors?.[0]?.extensions?.code).toBe('DATASETS_CLOSED')
    await closed.close()
  })
})
