import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { scratchPrefix } from '../../src/server/scratch.js'
import { makeZip } from '../support/make-zip.js'
import { ask, curatorToken, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'
import { newsWith, texts } from '../unit/datasets/news-folder.js'

const zipOf = (yaml: string, folder = 'news/') =>
  makeZip([
    { name: `${folder}dataset.yaml`, content: yaml },
    { name: `${folder}zh.txt`, content: texts['news/zh.txt'] as string },
    { name: `${folder}en.txt`, content: texts['news/en.txt'] as string },
  ])
const news = zipOf(newsWith())

const uploadFolders = async () =>
  (await readdir(tmpdir())).filter(name => name.startsWith(scratchPrefix('uploads'))).sort()
/** Of a server that was killed, of one in another container, and of one long ago, before a day and just now. */
const left = join(tmpdir(), `${scratchPrefix('uploads').replace(`-${process.pid}-`, '-999999999-')}left`)
const leftExport = left.replace('-uploads-', '-export-')
const ofContainer = join(tmpdir(), 'suanli-uploads-0123abcd-999999999-busy')
const longLeft = join(tmpdir(), 'suanli-uploads-0123abcd-999999998-old')
const ofEarlierVersion = join(tmpdir(), 'suanli-uploads-999999997-old')

describe('a curator who uploads the zip of a dataset', () => {
  let opened: TestStore
  let server: TestServer
  let sign: (role: string) => Promise<string>
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    const folder = await mkdtemp(join(tmpdir(), 'suanli-keys-'))
    const { publicKey, privateKey } = await generateKeyPair('ES256')
    const keys = [{ ...(await exportJWK(publicKey)), alg: 'ES256' }]
    await writeFile(join(folder, 'keys.json'), JSON.stringify({ keys }))
    sign = role =>
      new SignJWT({ sub: 'tang', roles: [role] })
        .setProtectedHeader({ alg: 'ES256' })
        .setExpirationTime('1h')
        .sign(privateKey)
    for (const folder of [left, leftExport, ofContainer, longLeft, ofEarlierVersion])
      await mkdir(folder, { recursive: true })
    for (const folder of [longLeft, ofEarlierVersion]) await utimes(folder, new Date(0), new Date(0))
    server = await startTestServer(opened.store, {
      maxUploadBytes: 20_000,
      maxUnpackedBytes: 100_000,
      gate: { jwks: join(folder, 'keys.json') },
    })
    await rm(folder, { recursive: true })
  }, 60_000)
  afterAll(async () => {
    await server?.close()
    await opened?.close()
  })

  async function upload(zip: Buffer, { token = curatorToken, type = 'application/zip', url = server.url } = {}) {
    const response = await fetch(new URL('/datasets', url), {
      method: 'POST',
      headers: { 'content-type': type, ...(token !== '' && { authorization: `Bearer ${token}` }) },
      body: new Uint8Array(zip),
    })
    const body = (await response.json()) as {
      dataset: string
      files: number
      bytes: number
      expiresAt: string
      errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
    }
    return { status: response.status, body, code: body.errors?.[0]?.extensions.code }
  }

  async function importing(dataset: string, dryRun: boolean, token = curatorToken) {
    const { body } = await ask(
      server.url,
      `mutation ($dataset: String!, $dryRun: Boolean) {
        importDataset(input: { dataset: $dataset, dryRun: $dryRun, waitSeconds: 25 }) {
          job { plan { applied statementsAdded unchanged problems { severity file code } } }
        } }`,
      { dataset, dryRun },
      token,
    )
    return body.errors?.[0]?.extensions?.code ?? body.data.importDataset.job.plan
  }

  it('is told what it would do, and then has it done', async () => {
    const { status, body } = await upload(news)
    expect([status, body.files]).toEqual([201, 3])
    expect(body.dataset).toMatch(/^upload\/[\w-]{22}$/)
    expect(Date.parse(body.expiresAt)).toBeGreaterThan(Date.now())
    expect(await importing(body.dataset, true)).toEqual({
      applied: false,
      statementsAdded: 1,
      unchanged: 0,
      problems: [],
    })
    expect((await opened.store.read([])).revision.number).toBe(0)
    expect(await importing(body.dataset, false)).toMatchObject({ applied: true, statementsAdded: 1 })
    expect(await importing(body.dataset, false)).toMatchObject({ applied: true, statementsAdded: 0, unchanged: 1 })
    const { answers } = await opened.store.read<'deeds'>([{ question: { kind: 'deeds' } }])
    expect(answers[0]).toMatchObject([{ kind: 'IMPORT', datasets: ['news'], by: 'curator', reason: 'import of news' }])
  })

  it('is told what is wrong with the dataset, in its own files', async () => {
    const bad = newsWith('- { id: region/x, type: Regoin }')
    for (const [folder, file] of [
      ['news/', 'news/dataset.yaml'],
      ['', 'dataset.yaml'],
    ] as const) {
      const { body } = await upload(zipOf(bad, folder))
      expect(await importing(body.dataset, false)).toMatchObject({
        applied: false,
        problems: [{ severity: 'ERROR', file, code: 'TYPE_UNKNOWN' }],
      })
    }
  })

  it('has its uploads for itself, also where two send at once', async () => {
    const tang = await sign('curator')
    const sent = await Promise.all([
      upload(news),
      upload(news, { token: tang }),
      upload(news),
      upload(news, { token: tang }),
    ])
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    const [mine, hers] = [sent[0]?.body.dataset ?? '', sent[1]?.body.dataset ?? '']
    expect(await importing(mine, true, tang)).toBe('UPLOAD_UNKNOWN')
    expect(await importing(hers, true)).toBe('UPLOAD_UNKNOWN')
    const done = await Promise.all([importing(mine, false), importing(hers, false, tang)])
    expect(done).toMatchObject([{ applied: true }, { applied: true }])
  })

  it('has the last five; what is older goes', async () => {
    const ids: string[] = []
    for (let i = 0; i < 6; i += 1) ids.push((await upload(news)).body.dataset)
    expect(await importing(ids[0] ?? '', true)).toBe('UPLOAD_UNKNOWN')
    for (const id of ids.slice(1)) expect(await importing(id, true)).toMatchObject({ unchanged: 1 })
    const [home = ''] = await uploadFolders()
    expect((await readdir(join(tmpdir(), home))).length).toBeLessThanOrEqual(10)
  })

  it.each(['upload/', 'upload/AAAAAAAAAAAAAAAAAAAAAA', 'upload/../../etc'])('finds nothing by %j', async id => {
    expect(await importing(id, true)).toBe('UPLOAD_UNKNOWN')
  })

  it('alone may, and with a zip of a dataset alone', async () => {
    const before = await uploadFolders()
    expect(await upload(news, { token: '' })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
    expect(await upload(news, { token: 'nonsense' })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
    expect(await upload(news, { token: await sign('reader') })).toMatchObject({ status: 403, code: 'FORBIDDEN' })
    expect(await upload(news, { type: 'multipart/form-data; boundary=x' })).toMatchObject({
      status: 415,
      code: 'BAD_REQUEST',
    })
    expect(await upload(Buffer.from('no zip'))).toMatchObject({ status: 400, code: 'ZIP_UNREADABLE' })
    expect(await upload(makeZip([{ name: 'readme.txt' }]))).toMatchObject({ status: 400, code: 'DATASET_MISSING' })
    const edit = makeZip([{ name: 'dataset.yaml' }, { name: '../evil.txt' }])
    expect(await upload(edit)).toMatchObject({ status: 400, code: 'ZIP_ENTRY_REFUSED' })
    const bomb = makeZip([{ name: 'dataset.yaml' }, { name: 'a', content: Buffer.alloc(200_000) }])
    expect(await upload(bomb)).toMatchObject({ status: 413, code: 'ZIP_TOO_LARGE' })
    expect(await upload(Buffer.alloc(300_000))).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' })
    const got = await fetch(new URL('/datasets', server.url))
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST'])
    const closed = await startTestServer(opened.store)
    expect(await upload(news, { url: closed.url })).toMatchObject({ status: 404, code: 'UPLOADS_CLOSED' })
    await closed.close()
    expect(await uploadFolders()).toEqual(before)
    expect(server.log.filter(({ msg }) => msg === 'failure')).toEqual([])
  })

  it('who goes in the middle leaves nothing behind', async () => {
    const [home = ''] = await uploadFolders()
    const before = await readdir(join(tmpdir(), home))
    const client = request(new URL('/datasets', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/zip', 'content-length': 10_000, authorization: `Bearer ${curatorToken}` },
    })
    client.on('error', () => {})
    client.write(news.subarray(0, 500))
    const seen = async (count: number) => {
      while ((await readdir(join(tmpdir(), home))).length !== count)
        await new Promise(resolve => setTimeout(resolve, 10))
    }
    await seen(before.length + 1)
    client.destroy()
    await seen(before.length)
    expect((await upload(news)).status).toBe(201)
  })

  it('can upload again after the folder for temporary files was cleared', async () => {
    const gone = await upload(news)
    for (const home of await uploadFolders()) await rm(join(tmpdir(), home), { recursive: true })
    expect(await importing(gone.body.dataset, true)).toMatchObject({ problems: [{ code: 'FILE_MISSING' }] })
    const again = await upload(news)
    expect(again.status).toBe(201)
    expect(await importing(again.body.dataset, true)).toMatchObject({ problems: [] })
  })

  it('leaves nothing behind where the server stops, or was killed', async () => {
    expect([left, leftExport, longLeft, ofEarlierVersion].filter(folder => existsSync(folder))).toEqual([])
    expect(existsSync(ofContainer)).toBe(true)
    await rm(ofContainer, { recursive: true })
    const before = await uploadFolders()
    const other = await startTestServer(opened.store, { maxUploadBytes: 20_000 })
    await upload(news, { url: other.url })
    expect(await uploadFolders()).toHaveLength(before.length + 1)
    await other.close()
    expect(await uploadFolders()).toEqual(before)
  })
})
