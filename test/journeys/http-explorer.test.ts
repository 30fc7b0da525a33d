import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ask, curatorToken, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openAcknowledged } from '../support/socket.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

/** What Vite makes of the explorer, cut down to what the server looks at. */
const bundle = `<!doctype html>
<html lang="en">
<head><title>suanli</title><script type="module" src="./assets/index-a1.js"></script></head>
<body><div id="explorer"></div></body>
</html>`

let opened: TestStore
let folder: string
let server: TestServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanli-explorer-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), bundle)
  await writeFile(join(folder, 'assets/index-a1.js'), 'document.title')
  opened = await openSqliteTestStore()
  await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00.000Z')
  server = await startTestServer(opened.store, { explorer: folder, basePath: '/graph' })
}, 60_000)
afterAll(async () => {
  await server.close()
  await opened.close()
  await rm(folder, { recursive: true })
})

const page = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(server.url + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' })
  const text = await response.text()
  return {
    status: response.status,
    location: response.headers.get('location'),
    title: /<title>(.*?)<\/title>/.exec(text)?.[1],
    language: /<html lang="(.*?)">/.exec(text)?.[1],
    text,
  }
}

describe('the explorer', () => {
  it('answers a wrong address with a page to a browser, and with JSON to a program', async () => {
    expect(await page('/compute-centres?lang=zh')).toMatchObject({ status: 404, title: '未找到 · suanli 算力' })
    expect(await page('/entity')).toMatchObject({ status: 404, language: 'en' })
    const told = await fetch(`${server.url}/compute-centres`)
    expect(told.status).toBe(404)
    expect(await told.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  })

  it('answers a malformed escape with 400: with a page to a browser, with JSON to a program', async () => {
    for (const path of ['/entity/%E0%A4%A', '/graph/entity/official/%', '/source/%zz', '/nowhere/%c3', '/%'])
      expect([path, await page(`${path}?q=%25&lang=zh`)]).toEqual([
        path,
        expect.objectContaining({ status: 400, title: '网址有误 · suanli 算力', language: 'zh-Hans' }),
      ])
    const told = await fetch(`${server.url}/entity/%E0%A4%A`)
    expect(told.status).toBe(400)
    expect(told.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await told.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('/entity/%E0%A4%A'), extensions: { code: 'BAD_REQUEST' } }],
    })
    // An escape of a percent sign is well formed.
    expect(await page('/entity/official/100%25')).toMatchObject({ status: 404 })
  })

  it('answers each of its addresses with the page, under a title of its own, in the language of the reader', async () => {
    const paths = [
      '/search',
      '/conflicts',
      '/supply',
      '/map',
      '/timeline',
      '/targets',
      '/paths',
      '/compare',
      '/ontology',
    ]
    const pages = await Promise.all([...paths, '/changes', '/curate', '/annotate', '/'].map(path => page(path)))
    for (const { status, text } of pages) {
      expect(status).toBe(200)
      expect(text).toContain('id="explorer"')
    }
    expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length)
    expect(await page('/conflicts')).toMatchObject({ title: 'Conflicts · suanli 算力', language: 'en' })
    expect(await page('/conflicts?lang=zh')).toMatchObject({ title: '冲突 · suanli 算力', language: 'zh-Hans' })
    expect(await page('/map', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' })).toMatchObject({ language: 'zh-Hans' })
    expect(await page('/map', { 'accept-language': 'en-GB,zh;q=0.5' })).toMatchObject({ language: 'en' })
  })

  it('names an entity, a source, a statement and a conflict in the title', async () => {
    expect(await page('/entity/official/tang-jianguo?lang=zh')).toMatchObject({
      status: 200,
      title: '唐建国 · suanli 算力',
    })
    const { body } = await ask(
      server.url,
      '{ sources(first: 1) { nodes { id title } } statements(first: 1) { nodes { id } } conflicts(first: 1) { nodes { id } } }',
    )
    const { sources, statements, conflicts } = body.data
    expect(await page(`/source/${sources.nodes[0].id}`)).toMatchObject({
      status: 200,
      title: `${sources.nodes[0].title.replaceAll('&', '&amp;')} · suanli 算力`,
    })
    for (const path of [
      `/statement/${statements.nodes[0].id}`,
      `/conflict/${conflicts.nodes[0].id}`,
      `/${statements.nodes[0].id}`,
      `/${conflicts.nodes[0].id}`,
    ])
      expect(await page(path)).toMatchObject({ status: 200, title: expect.stringMatching(/: .+ · suanli/) })
  })

  it('says with 404 that there is none, with the page to say so', async () => {
    const paths = [
      '/entity/official/nobody',
      '/entity/nonsense',
      '/statement/x',
      '/source/x',
      '/conflict/x',
      '/entity/a/%3Cb%3E',
    ]
    for (const path of paths)
      expect(await page(path)).toMatchObject({
        status: 404,
        title: 'Not found · suanli 算力',
        text: expect.stringContaining('explorer'),
      })
    // A source is no entity.
    const { body } = await ask(server.url, '{ sources(first: 1) { nodes { id } } }')
    expect(await page(`/entity/${body.data.sources.nodes[0].id}`)).toMatchObject({ status: 404 })
  })

  it('works behind a path prefix, whether or not the proxy removes it', async () => {
    for (const prefix of ['', '/graph']) {
      const { status, text } = await page(`${prefix}/map`)
      expect(status).toBe(200)
      expect(text).toContain('<meta name="suanli-base-path" content="/graph">')
      expect(text).toContain('src="/graph/explorer/assets/index-a1.js"')
      const script = await fetch(`${server.url}${prefix}/explorer/assets/index-a1.js`)
      expect(await script.text()).toBe('document.title')
      expect(script.headers.get('cache-control')).toContain('immutable')
      expect(await page(`${prefix}/ide/`)).toMatchObject({ status: 308, location: '/graph/ide' })
    }
    const { text } = await page('/graph/ide')
    const loaded = /src="(\/graph\/ide\/assets\/\S+\.js)"/.exec(text)?.[1]
    expect((await fetch(server.url + loaded)).status).toBe(200)
    expect(await ask(`${server.url}`, '{ revision }')).toMatchObject({ status: 200 })
    for (const prefix of ['', '/graph']) {
      const raw = await openAcknowledged(`${server.url}${prefix}`)
      raw.send({ id: '1', type: 'subscribe', payload: { query: '{ revision }' } })
      expect(await raw.next()).toMatchObject({ id: '1', payload: { data: { revision: 1 } } })
      raw.socket.terminate()
    }
    expect((await fetch(`${server.url}/graphs/map`)).status).toBe(404)
  })

  it('redirects the address of a merged entity to the one it is now', async () => {
    const { body } = await ask(
      server.url,
      'mutation { mergeEntities(input: { keepId: "region/beijing", mergeId: "region/tianjin", reason: "a test" }) { __typename } }',
      {},
      curatorToken,
    )
    expect(body.errors).toBeUndefined()
    expect(await page('/graph/entity/region/tianjin?lang=zh')).toMatchObject({
      status: 302,
      location: '/graph/entity/region/beijing?lang=zh',
    })
  })

  it('is not told what a reader without a token may not read', async () => {
    const closed = await startTestServer(opened.store, { explorer: folder, gate: { read: 'token' } })
    const response = await fetch(`${closed.url}/entity/official/tang-jianguo`)
    expect(response.status).toBe(200)
    expect(await response.text()).not.toContain('唐')
    await closed.close()
  })
})
