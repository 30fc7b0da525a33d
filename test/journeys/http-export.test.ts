import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse as parseCsv } from 'csv-parse/sync'
import { fromBuffer } from 'yauzl'
import { exportFormats } from '../../src/exports/formats.js'
import { scratchPrefix } from '../../src/server/scratch.js'
import { importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

let opened: TestStore
let server: TestServer
beforeAll(async () => {
  opened = await openSqliteTestStore()
  await importInto(opened.store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00.000Z')
  server = await startTestServer(opened.store)
}, 60_000)
afterAll(async () => {
  await server.close()
  await opened.close()
})

/** An answer with its bytes as they were sent: `fetch` unpacks them. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const asking = request(server.url + path, { headers, method }).end()
  const [response] = (await once(asking, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  return { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) }
}

const namesIn = (zip: Buffer) =>
  new Promise<string[]>((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: false }, (failure, file) => {
      if (failure || !file) return reject(failure)
      const names: string[] = []
      file.on('entry', ({ fileName }) => names.push(fileName)).on('end', () => resolve(names))
    })
  })

describe('/export', () => {
  it('has an address for each format of the command', async () => {
    const list = await get('/export')
    expect(list.headers['content-type']).toBe('application/json; charset=utf-8')
    const { formats } = JSON.parse(list.bytes.toString())
    expect(formats.map(({ name }: { name: string }) => name)).toEqual(exportFormats.map(({ name }) => name))
    for (const { path, mediaType } of formats) {
      const { status, headers, bytes } = await get(path)
      expect([path, status, headers['content-type']]).toEqual([path, 200, mediaType])
      expect(headers.etag).toMatch(/^"\d+-\S+"$/)
      expect(headers['content-disposition']).toMatch(/^attachment; filename="suanli-\d+\.\S+"$/)
      expect(bytes.length).toBeGreaterThan(1_000)
      if (mediaType === 'application/zip') expect((await namesIn(bytes)).length).toBeGreaterThan(1)
      // The same revision gives the same bytes.
      expect((await get(path)).bytes.equals(bytes)).toBe(true)
    }
  })

  it('has an address for each file of a format of several', async () => {
    const { status, headers, bytes } = await get('/export/csv/statements.csv')
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    const rows: Record<string, string>[] = parseCsv(bytes, { columns: true })
    expect(rows.length).toBeGreaterThan(100)
    expect(rows[0]).toHaveProperty('property')
    const missing = await get('/export/csv/nothing.csv')
    expect(missing.status).toBe(404)
    expect(missing.bytes.toString()).toContain('statements.csv')
    expect((await get('/export/csv/..%2f..%2fpackage.json')).status).toBe(404)
    expect((await get('/export/jsonl/x')).status).toBe(404)
  })

  it('compresses as the client takes it', async () => {
    const plain = (await get('/export/jsonl')).bytes
    const gzip = await get('/export/jsonl', { 'accept-encoding': 'gzip' })
    const brotli = await get('/export/jsonl', { 'accept-encoding': 'gzip, br' })
    expect([gzip.headers['content-encoding'], brotli.headers['content-encoding']]).toEqual(['gzip', 'br'])
    expect(gunzipSync(gzip.bytes).equals(plain)).toBe(true)
    expect(brotliDecompressSync(brotli.bytes).equals(plain)).toBe(true)
    expect(gzip.bytes.length).toBeLessThan(plain.length / 3)
    expect(gzip.headers.etag).not.toBe(brotli.headers.etag)
  })

  it('goes on where a download was cut off, and only if that is the same graph', async () => {
    for (const [path, headers] of [
      ['/export/jsonl', {}],
      ['/export/jsonl', { 'accept-encoding': 'gzip' }],
      ['/export/csv', {}],
      ['/export/csv/statements.csv', { 'accept-encoding': 'br' }],
    ] as const) {
      const whole = await get(path, headers)
      const etag = String(whole.headers.etag)
      const size = whole.bytes.length
      const range = (range: string, more = {}) => get(path, { ...headers, range, ...more })
      const rest = await range('bytes=700-', { 'if-range': etag })
      expect([rest.status, rest.headers['content-range']]).toEqual([206, `bytes 700-${size - 1}/${size}`])
      expect(rest.bytes.equals(whole.bytes.subarray(700))).toBe(true)
      expect((await range('bytes=10-19')).bytes.equals(whole.bytes.subarray(10, 20))).toBe(true)
      expect((await range('bytes=-5')).bytes.equals(whole.bytes.subarray(-5))).toBe(true)
      const past = await range(`bytes=${size}-`)
      expect([past.status, past.headers['content-range']]).toEqual([416, `bytes */${size}`])
      for (const ignored of [await range('bytes=700-', { 'if-range': '"1-other"' }), await range('lines=1-2')])
        expect([ignored.status, ignored.bytes.equals(whole.bytes)]).toEqual([200, true])
      expect((await get(path, { ...headers, 'if-none-match': etag })).status).toBe(304)
      const head = await get(path, headers, 'HEAD')
      expect([head.status, head.headers.etag, head.bytes.length]).toEqual([200, etag, 0])
    }
  })

  it('ends when its client leaves, and leaves nothing behind', async () => {
    const before = server.log.length
    for (const path of ['/export/jsonl', '/export/csv']) {
      const asking = request(server.url + path).end()
      const [response] = (await once(asking, 'response')) as [IncomingMessage]
      response.once('error', () => {})
      response.destroy()
      await once(response, 'close')
    }
    await get('/export/jsonl', { range: 'bytes=0-9' })
    // A place is free again for each that has ended.
    for (let i = 0; i < 6; i += 1) expect((await get('/export/ftm')).status).toBe(200)
    const left = (await readdir(tmpdir())).filter(name => name.startsWith(scratchPrefix('export')))
    expect(left).toEqual([])
    expect(server.log.slice(before).filter(({ err }) => err !== undefined)).toEqual([])
  })

  it('runs as many at once as the settings say, and tells of more when to come again', async () => {
    const closed = await startTestServer(opened.store, { maxExports: 0 })
    const refused = await fetch(`${closed.url}/export/jsonl`)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60'])
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'EXPORTS_BUSY' } }] })
    await closed.close()
  })

  it('is for those who may read', async () => {
    const closed = await startTestServer(opened.store, { gate: { read: 'token' } })
    expect((await fetch(`${closed.url}/export/jsonl`)).status).toBe(401)
    await closed.close()
  })
})
