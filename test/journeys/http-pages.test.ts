import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openModelStore } from '../support/model/model-store.js'
import { startTestServer, type TestServer } from '../support/server.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer(openModelStore())
})
afterAll(() => server.close())

describe('/', () => {
  it('is a page to who asks for one', async () => {
    const response = await fetch(server.url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; /)
    const page = await response.text()
    for (const part of ['<html lang="en">', '<title>suanli 算力: ', 'lang="zh-Hans"', 'src="/explorer/assets/'])
      expect(page).toContain(part)
  })

  it('is text to who does not care', async () => {
    for (const accept of ['*/*', 'text/plain', 'application/json'])
      expect((await fetch(server.url, { headers: { accept } })).headers.get('content-type')).toMatch(/^text\/plain/)
  })
})

describe('the explorer', () => {
  it('has a page at each of its addresses, which loads from the root', async () => {
    for (const [path, status] of [
      ['/search', 200],
      ['/supply', 200],
      ['/sources', 200],
      // The graph is empty: the page says that there is no such thing.
      ['/entity/official/tang-jianguo', 404],
      ['/conflict/x', 404],
      ['/statement/x', 404],
    ] as const) {
      const response = await fetch(server.url + path)
      expect([path, response.status]).toEqual([path, status])
      expect(await response.text()).toContain('src="/explorer/assets/')
    }
    expect((await fetch(`${server.url}/nowhere`)).status).toBe(404)
  })
})

describe('/ without the explorer', () => {
  it('is a page that leads to the IDE, to who asks for one', async () => {
    const bare = await startTestServer(openModelStore(), { explorer: 'no/such/folder' })
    const response = await fetch(bare.url, { headers: { accept: 'text/html,*/*;q=0.8' } })
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-\S+';/)
    expect(await response.text()).toContain('href="/ide"')
    expect((await fetch(`${bare.url}/search`)).status).toBe(404)
    await bare.close()
  })
})

describe('/ide', () => {
  it('is a page that no other site may frame and that loads from here only', async () => {
    const response = await fetch(`${server.url}/ide`)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = response.headers.get('content-security-policy')?.split('; ')
    for (const directive of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(directive)
  })

  it('is asked for anew, and not sent again to who has it', async () => {
    const response = await fetch(`${server.url}/ide`)
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const known = { 'if-none-match': response.headers.get('etag') ?? '' }
    expect(await statusOf('/ide', known)).toBe(304)
  })

  it('loads files that never change, compressed as the client takes them', async () => {
    const script = /src="(\/ide\/assets\/\S+\.js)"/.exec(await (await fetch(`${server.url}/ide`)).text())?.[1]
    const texts = ['br', 'gzip', 'identity'].map(async encoding => {
      const sent = await fetch(server.url + script, { headers: { 'accept-encoding': encoding } })
      expect(sent.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
      expect(sent.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
      expect(sent.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(sent.headers.get('vary')).toBe('accept-encoding')
      return await sent.text()
    })
    const [brotli, gzip, identity] = await Promise.all(texts)
    expect(identity).toContain('createRoot')
    expect([brotli, gzip]).toEqual([identity, identity])
  })

  it('has below it the files of the bundle and nothing else', async () => {
    const names = ['index.html', 'nothing.js', '../main.js', '%2e%2e/main.js', 'assets', '.built-from', 'index.html.br']
    const statuses = await Promise.all(names.map(name => statusOf(`/ide/${name}`)))
    expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404])
  })

  it('is only read', async () => {
    const response = await fetch(`${server.url}/ide`, { method: 'POST' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect(await (await fetch(`${server.url}/ide`, { method: 'HEAD' })).text()).toBe('')
  })
})

/** Of a request as it stands: `fetch` takes dots out of paths, and asks past every cache where an ETag is given. */
async function statusOf(path: string, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  const asking = request(server.url, { path, headers }).end()
  const [response] = (await once(asking, 'response')) as [IncomingMessage]
  response.resume()
  return response.statusCode
}
