import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ask, curatorToken } from '../support/server.js'
import { makeFolder, newsWith, type TestFolder, texts } from '../unit/datasets/news-folder.js'

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const prlimit = '/usr/bin/prlimit'
// Nothing else takes the room of a running process away and gives it back.
const describeWithLimits = existsSync(prlimit) ? describe : describe.skip

describeWithLimits('a running server, after', () => {
  let folder: TestFolder
  let server: ChildProcess
  let url = ''
  beforeAll(async () => {
    const files = Object.fromEntries(
      ['first', 'second', 'third', 'fourth'].flatMap(name => [
        [`datasets/${name}/dataset.yaml`, newsWith().replace('dataset: news', `dataset: ${name}`)],
        [`datasets/${name}/zh.txt`, texts['news/zh.txt'] ?? ''],
        [`datasets/${name}/en.txt`, texts['news/en.txt'] ?? ''],
      ]),
    )
    folder = await makeFolder(files)
    // A write beyond the limit must fail, and not end the process.
    server = spawn('sh', ['-c', `trap '' XFSZ; exec "$0" "$@"`, process.execPath, main, 'serve'], {
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        SUANLI_STORE: join(folder.path, 'store'),
        SUANLI_DATASETS: join(folder.path, 'datasets'),
        SUANLI_CURATOR_TOKEN: curatorToken,
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let printed = ''
    for await (const chunk of server.stdout ?? []) {
      printed += String(chunk)
      url = /^GraphQL +(http:\S+)\/graphql$/m.exec(printed)?.[1] ?? ''
      if (url !== '') break
    }
    expect(await importing('first')).toEqual({ status: 'DONE', error: null })
  }, 120_000)
  afterAll(async () => {
    server.kill('SIGKILL')
    if (server.exitCode === null) await once(server, 'exit')
    await folder.remove()
  })

  const importing = async (dataset: string) => {
    const { body } = await ask(
      url,
      `mutation ($dataset: String!) { importDataset(input: { dataset: $dataset, dryRun: false, waitSeconds: 25 }) {
        job { status error { code message } } } }`,
      { dataset },
      curatorToken,
    )
    return body.data.importDataset.job
  }
  const readiness = async () => {
    const response = await fetch(`${url}/readyz`)
    return { http: response.status, ...((await response.json()) as Readonly<Record<string, unknown>>) }
  }
  const release = async (name: string) =>
    (
      await ask(
        url,
        `mutation { publishRelease(input: { title: "${name}" }) { failure { __typename } } }`,
        {},
        curatorToken,
      )
    ).body

  it('a full disk: writes at once when there is room, and readers notice nothing', async () => {
    execFileSync(prlimit, ['--pid', String(server.pid), '--fsize=1:'])
    const refused = await importing('second')
    expect(refused).toMatchObject({ status: 'FAILED', error: { code: 'STORE_UNAVAILABLE' } })
    expect(refused.error.message).toMatch(/the disk (failed|is full)\.$/)
    expect(await readiness()).toMatchObject({ http: 200, revision: 1 })
    execFileSync(prlimit, ['--pid', String(server.pid), '--fsize=unlimited:'])
    expect(await release('room')).toMatchObject({ data: { publishRelease: { failure: null } } })
    expect(await importing('second')).toEqual({ status: 'DONE', error: null })
    expect(await readiness()).toEqual({ http: 200, status: 'ok', revision: 3 })
  }, 60_000)

  it('a lost database: says so, makes no other one in its place, and writes when it is back', async () => {
    const store = join(folder.path, 'store')
    await mkdir(join(folder.path, 'lost'))
    const names = await readdir(store)
    for (const name of names) await rename(join(store, name), join(folder.path, 'lost', name))
    expect(await readiness()).toMatchObject({ http: 503, reason: expect.stringContaining('suanli.db was removed.') })
    expect(await importing('third')).toMatchObject({ status: 'FAILED', error: { code: 'STORE_UNAVAILABLE' } })
    expect(await readdir(store)).toEqual([])
    for (const name of names) await rename(join(folder.path, 'lost', name), join(store, name))
    expect(await importing('third')).toEqual({ status: 'DONE', error: null })
    expect(await readiness()).toEqual({ http: 200, status: 'ok', revision: 4 })
  }, 60_000)

  it('a dataset whose files went: refuses it, and imports the next', async () => {
    await rename(join(folder.path, 'datasets/fourth/zh.txt'), join(folder.path, 'zh.txt'))
    expect(await importing('fourth')).toEqual({ status: 'DONE', error: null })
    expect(await readiness()).toEqual({ http: 200, status: 'ok', revision: 4 })
    await rename(join(folder.path, 'zh.txt'), join(folder.path, 'datasets/fourth/zh.txt'))
    expect(await importing('fourth')).toEqual({ status: 'DONE', error: null })
    expect(await readiness()).toEqual({ http: 200, status: 'ok', revision: 5 })
  }, 60_000)
})
