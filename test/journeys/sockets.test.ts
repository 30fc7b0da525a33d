import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { WebSocket } from 'ws'
import { encodeCursor } from '../../src/graphql/connections/cursor.js'
import { SuanliError } from '../../src/model/error.js'
import type { Store } from '../../src/store/store.js'
import { ask, curatorToken, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { follow, openAcknowledged, openClient, openRaw, socketUrl } from '../support/socket.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'
import { makeFolder, newsWith, texts } from '../unit/datasets/news-folder.js'

let opened: TestStore
let changeCount: number
beforeAll(async () => {
  opened = await openSqliteTestStore()
  await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00.000Z')
  const { answers } = await opened.store.read<'changeCount'>([{ question: { kind: 'changeCount' } }])
  changeCount = answers[0] as number
}, 60_000)
afterAll(() => opened?.close())

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})
async function serve(options: Parameters<typeof startTestServer>[1] = {}): Promise<TestServer> {
  const server = await startTestServer(opened.store, options)
  servers.push(server)
  return server
}

const subscribeTo = (id: string, query: string, more: object = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, ...more },
})
const kinds = 'subscription { changed { kind } }'
const all = 'subscription { changed(after: "") { cursor kind } }'
const beijing = '{ region(code: "110000") { id label } }'

/** The status and code by which an upgrade was refused. */
async function refusalOf(url: string, headers: Record<string, string> = {}): Promise<readonly unknown[]> {
  const socket = new WebSocket(url, 'graphql-transport-ws', { headers })
  const [, response] = await once(socket, 'unexpected-response')
  let text = ''
  for await (const chunk of response) text += chunk
  return [response.statusCode, JSON.parse(text).errors[0].extensions.code]
}

describe('a WebSocket at /graphql', () => {
  it('answers queries as they are answered over HTTP, and mutations of curators alone', async () => {
    const { url, log } = await serve()
    const raw = await openAcknowledged(url)
    raw.send(subscribeTo('1', beijing, { operationName: null }))
    const { body, cost } = await ask(url, beijing)
    expect(await raw.next()).toEqual({ id: '1', type: 'next', payload: { ...body, extensions: { cost } } })
    expect(await raw.next()).toEqual({ id: '1', type: 'complete' })

    const publish = (title: string) =>
      `mutation Publish { publishRelease(input: { title: "${title}" }) { release { title } } }`
    raw.send(subscribeTo('2', publish('by nobody')))
    expect(await raw.next()).toMatchObject({
      id: '2',
      type: 'error',
      payload: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    })
    for (const [title, params] of [
      ['one', { authorization: `Bearer ${curatorToken}` }],
      ['two', { Authorization: `Bearer ${curatorToken}` }],
    ] as const) {
      const curator = await openAcknowledged(url, params)
      curator.send(subscribeTo('1', publish(title)))
      expect(await curator.next()).toMatchObject({ payload: { data: { publishRelease: { release: { title } } } } })
      curator.socket.close(1000)
      await curator.closed
    }
    raw.socket.close(1000)
    await raw.closed
    const lines = log.filter(({ msg }) => msg === 'operation')
    expect(lines).toMatchObject([
      { path: '/graphql', type: 'query', cost: cost?.predicted, principal: 'anonymous' },
      { operation: 'Publish', type: 'mutation', codes: ['UNAUTHENTICATED'] },
      { operation: 'Publish', type: 'mutation', principal: 'local' },
      { operation: 'Publish', type: 'mutation', principal: 'local' },
    ])
  })

  it.each([
    ['what is not GraphQL', '{ region(', 'GRAPHQL_PARSE_FAILED'],
    ['what is not in the schema', 'subscription { changes { kind } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two subscriptions in one',
      'subscription { a: changed { kind } b: changed { kind } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'what is too deep',
      `{ region(code: "110000") ${'{ parent '.repeat(30)}{ id }${' }'.repeat(30)} }`,
      'QUERY_TOO_DEEP',
    ],
    [
      'what costs too much',
      'subscription { changed { statement { subject { statements(first: 100) { nodes { id } } } } } }',
      'QUERY_TOO_COSTLY',
    ],
    ['no cursor at all', 'subscription { changed(after: "abc") { kind } }', 'INVALID_CURSOR'],
    [
      'a stale cursor',
      `subscription { changed(after: "${encodeCursor({ name: 'changes' }, ['9', 'MERGED', 'region/x'])}") { kind } }`,
      'CURSOR_EXPIRED',
    ],
    ['a type that is none', 'subscription { changed(types: [REGOIN]) { kind } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('refuses %s by its code, and goes on', async (_, query, code) => {
    const { url } = await serve({ limits: { maxCost: 100 } })
    const raw = await openAcknowledged(url)
    raw.send(subscribeTo('1', query))
    expect(await raw.next()).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code } }] })
    raw.send(subscribeTo('1', beijing))
    expect(await raw.next()).toMatchObject({ id: '1', type: 'next' })
    raw.socket.close()
  })

  it('takes registered documents by their ids, and no others where only these are allowed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'suanli-documents-'))
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ beijing, all }))
    const { url } = await serve({ documents: folder, documentsOnly: true })
    await rm(folder, { recursive: true })
    const raw = await openAcknowledged(url)
    raw.send({ id: '1', type: 'subscribe', payload: { documentId: 'beijing' } })
    expect(await raw.next()).toMatchObject({ payload: { data: { region: { id: 'region/beijing' } } } })
    await raw.next()
    raw.send(subscribeTo('2', kinds))
    expect(await raw.next()).toMatchObject({ id: '2', payload: [{ extensions: { code: 'DOCUMENT_NOT_REGISTERED' } }] })
    raw.send({ id: '3', type: 'subscribe', payload: { documentId: 'all' } })
    expect(await raw.next()).toMatchObject({ id: '3', payload: { data: { changed: { kind: 'ENTITY_ADDED' } } } })
    raw.socket.terminate()
  })

  it('closes by the protocol’s code on whoever does not keep to it', async () => {
    const { url } = await serve({ receiveTimeoutMs: 600, maxBodyBytes: 10_000 })
    const init = { type: 'connection_init' }
    const asking = { id: '1', type: 'subscribe', payload: { query: kinds } }
    const cases: [code: number, ...messages: unknown[]][] = [
      [4400, 'no JSON'],
      [4400, 'null'],
      [4400, { type: 'hello' }],
      [4400, init, { id: '1', type: 'subscribe', payload: null }],
      [4400, init, { id: 1, type: 'subscribe', payload: { query: kinds } }],
      [4400, { type: 'connection_init', payload: 'text' }],
      [4401, asking],
      [4429, init, init],
      [4409, init, asking, asking],
      [4408],
      [1009, init, { ...asking, payload: { query: `#${'x'.repeat(20_000)}` } }],
      [4401, { type: 'connection_init', payload: { authorization: 'Bearer a-token-that-is-none' } }],
    ]
    for (const [code, ...messages] of cases) {
      const raw = await openRaw(url)
      for (const [i, message] of messages.entries()) {
        raw.send(message)
        if (message === init && messages[i + 1] !== undefined && messages[i + 1] !== init) await raw.next()
      }
      expect([(await raw.closed)[0], messages]).toEqual([code, messages])
    }
    expect((await (await openRaw(url, { protocols: [] })).closed)[0]).toBe(4406)
    await expect(openRaw(url, { protocols: ['graphql-ws'] })).rejects.toThrow('no subprotocol')
    // Nobody else is closed by it.
    const raw = await openAcknowledged(url)
    raw.send(subscribeTo('1', beijing))
    expect((await raw.next()).type).toBe('next')
    raw.socket.close()
  })

  it('is refused, before it is one, to bad tokens, at other places, and to whoever has enough', async () => {
    const { url } = await serve({ sockets: { maxSocketsPerClient: 2 } })
    expect(await refusalOf(socketUrl(url), { authorization: 'Bearer nonsense' })).toEqual([401, 'UNAUTHENTICATED'])
    expect(await refusalOf(url.replace('http', 'ws'))).toEqual([404, 'NOT_FOUND'])
    const two = [await openRaw(url), await openRaw(url)]
    expect(await refusalOf(socketUrl(url))).toEqual([429, 'TOO_MANY_SOCKETS'])
    two[0]?.socket.terminate()
    await two[0]?.closed
    const again = await openAcknowledged(url)
    again.socket.close()

    const full = await serve({ sockets: { maxSockets: 0 } })
    expect(await refusalOf(socketUrl(full.url))).toEqual([429, 'TOO_MANY_SOCKETS'])
    const metrics = await (await fetch(new URL('/metrics', url))).text()
    expect(metrics).toContain('graphql_sockets_refused_total 3')
  })

  it('needs a token where reading does, in a header or in the first message', async () => {
    const { url } = await serve({ gate: { read: 'token' } })
    const nobody = await openRaw(url)
    nobody.send({ type: 'connection_init' })
    expect(await nobody.closed).toEqual([4401, 'UNAUTHENTICATED'])
    const byHeader = await openRaw(url, { headers: { authorization: `Bearer ${curatorToken}` } })
    byHeader.send({ type: 'connection_init' })
    expect((await byHeader.next()).type).toBe('connection_ack')
    byHeader.socket.close()
    const byMessage = await openAcknowledged(url, { authorization: `Bearer ${curatorToken}` })
    byMessage.socket.close()
  })

  it('ends with the token that opened it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'suanli-keys-'))
    const { publicKey, privateKey } = await generateKeyPair('ES256')
    await writeFile(
      join(folder, 'keys.json'),
      JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] }),
    )
    const { url } = await serve({
      gate: { jwks: join(folder, 'keys.json'), read: 'token' },
      sockets: { keepAliveMs: 50 },
    })
    await rm(folder, { recursive: true })
    // It is good for a second more: clocks may differ by five.
    const sign = (role: string, seconds: number) =>
      new SignJWT({ sub: 'reader', roles: [role], exp: Math.floor(Date.now() / 1000) + seconds })
        .setProtectedHeader({ alg: 'ES256' })
        .sign(privateKey)
    const stranger = await openRaw(url)
    stranger.send({ type: 'connection_init', payload: { authorization: `Bearer ${await sign('none', 60)}` } })
    expect(await stranger.closed).toEqual([4403, 'FORBIDDEN'])
    const raw = await openAcknowledged(url, { authorization: `Bearer ${await sign('reader', -3)}` })
    raw.send(subscribeTo('1', kinds))
    expect(await raw.closed).toEqual([4401, 'UNAUTHENTICATED'])
  })

  it('runs so many operations at once, and others when these are done', async () => {
    const { url } = await serve({ sockets: { maxOperationsPerSocket: 2 } })
    const raw = await openAcknowledged(url)
    for (const id of ['1', '2', '3']) raw.send(subscribeTo(id, kinds))
    expect(await raw.next()).toMatchObject({
      id: '3',
      type: 'error',
      payload: [{ extensions: { code: 'TOO_MANY_OPERATIONS' } }],
    })
    raw.send({ id: '1', type: 'complete' })
    raw.send(subscribeTo('1', beijing))
    expect(await raw.next()).toMatchObject({ id: '1', type: 'next' })
    raw.socket.close()
  })

  it('gives a client what it may spend and no more, and goes on when it may', async () => {
    const { url } = await serve({ gate: { rateCostPerMinute: 1_000 } })
    const raw = await openAcknowledged(url)
    const followed = follow(openClient(url), { query: all }, result => result)
    // A page of fifty changes, three fields each, costs 160.
    await followed.count(250)
    raw.send(subscribeTo('1', '{ regions(first: 100) { nodes { id label } } }'))
    expect(await raw.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] })
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(followed.values).toHaveLength(250)
    raw.socket.close()
    followed.stop()
  })

  it('reads no further than a client that does not read, and gives it all when it does', async () => {
    const { url } = await serve()
    const raw = await openAcknowledged(url)
    // Ten thousand bytes a row: more in all than what lies between two sockets holds.
    const long = Array.from({ length: 40 }, (_, i) => `${'x'.repeat(220)}${i}: __typename`).join(' ')
    raw.socket.pause()
    raw.send(subscribeTo('1', `subscription { changed(after: "") { cursor ${long} } }`))
    const sent = async () => {
      const metrics = await (await fetch(new URL('/metrics', url))).text()
      return Number(/^graphql_subscription_events_total (\d+)$/m.exec(metrics)?.[1])
    }
    let before = -1
    for (let now = 0; now !== before; now = await sent()) {
      before = now
      await new Promise(resolve => setTimeout(resolve, 300))
    }
    expect(before).toBeLessThan(changeCount)
    raw.socket.resume()
    const cursors = new Set<unknown>()
    while (cursors.size < changeCount) {
      const { payload } = (await raw.next()) as { payload: { data: { changed: { cursor: string } } } }
      expect(cursors.has(payload.data.changed.cursor)).toBe(false)
      cursors.add(payload.data.changed.cursor)
    }
    raw.socket.close()
  }, 60_000)

  it('is not flooded by a client that asks and does not read', async () => {
    const { url } = await serve()
    const raw = await openAcknowledged(url)
    raw.socket.pause()
    const ping = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(50_000) } })
    let sent = 0
    const sending = (async () => {
      for (; sent < 1_000; sent++) await new Promise(done => raw.socket.send(ping, done))
    })()
    // What it has to say waits on its own side; others are served.
    for (let before = -1; before !== sent; ) {
      before = sent
      await new Promise(resolve => setTimeout(resolve, 500))
    }
    expect(sent).toBeLessThan(1_000)
    expect((await ask(url, beijing)).body.data.region.id).toBe('region/beijing')
    raw.socket.resume()
    await sending
    for (let i = 0; i < 1_000; i++) expect((await raw.next()).type).toBe('pong')
    raw.socket.close()
  }, 60_000)

  it('cuts off whoever answers no ping', async () => {
    const { url } = await serve({ sockets: { keepAliveMs: 30 } })
    const raw = await openRaw(url)
    const mute = new WebSocket(socketUrl(url), 'graphql-transport-ws', { autoPong: false })
    expect((await once(mute, 'close'))[0]).toBe(1006)
    expect(raw.socket.readyState).toBe(WebSocket.OPEN)
    raw.socket.close()
  })

  it('is closed when the server stops, once what runs on it is answered', async () => {
    const server = await startTestServer(opened.store)
    const raw = await openAcknowledged(server.url)
    raw.send(subscribeTo('1', kinds))
    raw.send(
      subscribeTo('2', '{ regions(first: 100) { aggregate { count } nodes { id statements { nodes { id } } } } }'),
    )
    // Behind both, so that they have been taken.
    raw.send({ type: 'ping' })
    expect((await raw.next()).type).toBe('pong')
    const [, next] = await Promise.all([server.close(), raw.next()])
    expect(next).toMatchObject({ id: '2', type: 'next' })
    expect(await raw.closed).toEqual([1001, 'STOPPING'])
    expect(server.log.filter(({ msg }) => msg === 'socket')).toMatchObject([{ code: 1001, operations: 2 }])
    expect(server.log.filter(({ msg }) => msg === 'failure')).toEqual([])
  })

  it('leaves HTTP as it is: a subscription is refused there, and who asks for HTTP/2 is answered', async () => {
    const { url } = await serve()
    const { status, body } = await ask(url, kinds)
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([400, 'SOCKET_NEEDED'])

    const { port } = new URL(url)
    const query = JSON.stringify({ query: beijing })
    const socket = connect(Number(port), '127.0.0.1')
    const head = 'Host: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQ\r\n'
    socket.write(
      `POST /graphql HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: ${query.length}\r\n\r\n${query}`,
    )
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1.1 200 OK[\s\S]*"region\/beijing"/)
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1.1 200 OK/)
    socket.destroy()
  })

  it('waits with its subscribers for a store that cannot be reached, and goes on when it can', async () => {
    const { description, writer, close } = opened.store
    let isGone = false
    const read: Store['read'] = (asks, options) =>
      // It says that there is something new, and then not what.
      isGone && asks.length > 0
        ? Promise.reject(new SuanliError('STORE_UNAVAILABLE', { store: description, reason: 'gone' }))
        : opened.store.read(asks, options)
    const server = await startTestServer({ description, writer, close, read })
    servers.push(server)
    const followed = follow(openClient(server.url), { query: all }, result => result)
    await followed.count(changeCount)
    isGone = true
    const folder = await makeFolder({ 'news/dataset.yaml': newsWith(), ...texts })
    await importInto(opened.store, [join(folder.path, 'news')], '2026-01-02T00:00:00.000Z')
    await folder.remove()
    expect((await ask(server.url, beijing)).body.errors?.[0]?.extensions?.code).toBe('STORE_UNAVAILABLE')
    await new Promise(resolve => setTimeout(resolve, 100))
    isGone = false
    await followed.count(changeCount + 1)
    followed.stop()
  })
})
