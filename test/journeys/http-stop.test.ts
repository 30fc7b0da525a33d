import { EventEmitter, once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { ReadOptions, Store } from '../../src/store/store.js'
import { ask, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

const query = '{ slow: region(code: "110000") { id label } }'

describe('a request that is not to go on', () => {
  let opened: TestStore
  let server: TestServer
  let isSlow: boolean
  /** Says `read` with the options of each call that the store has been asked, and `settled` when that has ended. */
  let seen: EventEmitter
  beforeEach(async () => {
    opened = await openSqliteTestStore()
    await importInto(opened.store, [seedFolder('cn-regions')], '2026-01-01T00:00:00Z')
    isSlow = true
    seen = new EventEmitter()
  })
  afterEach(async () => {
    await server.close()
    await opened.close()
  })

  /** The real store, which while it is slow begins to work only when it is told to stop. */
  async function serve(timeoutMs?: number): Promise<void> {
    const { description, writer, close } = opened.store
    const store: Store = {
      description,
      writer,
      close,
      read: async (asks, options: ReadOptions = {}) => {
        const { signal } = options
        seen.emit('read', options)
        if (isSlow && signal && !signal.aborted) await once(signal, 'abort')
        const reading = opened.store.read(asks, options)
        reading.then(
          () => seen.emit('settled', undefined),
          failure => seen.emit('settled', failure),
        )
        return await reading
      },
    }
    server = await startTestServer(store, { cacheBytes: 0, ...(timeoutMs !== undefined && { timeoutMs }) })
  }

  const answersNow = async () => {
    isSlow = false
    const { body } = await ask(server.url, query)
    expect(body).toEqual({ data: { slow: { id: 'region/beijing', label: '北京市' } } })
  }

  it('ends in TIMEOUT at its field when its time is over, and the store stops', async () => {
    await serve(20)
    const [[failure], { status, body }] = await Promise.all([once(seen, 'settled'), ask(server.url, query)])
    expect(failure).toMatchObject({ code: 'TIMEOUT' })
    expect([status, body]).toEqual([
      200,
      {
        data: { slow: null },
        errors: [
          expect.objectContaining({
            message: 'The request took longer than 20 ms: request less.',
            path: ['slow'],
            extensions: { code: 'TIMEOUT' },
          }),
        ],
      },
    ])
  })

  it('stops the store when the client goes, tells the log, and the server goes on', async () => {
    await serve()
    const client = new AbortController()
    const reading = once(seen, 'read')
    const settled = once(seen, 'settled')
    const asked = fetch(new URL('/graphql', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: client.signal,
    })
    await reading
    client.abort()
    await expect(asked).rejects.toThrow()
    expect((await settled)[0]).toMatchObject({ code: 'CLIENT_GONE' })
    await answersNow()
    expect(server.log.filter(({ gone }) => gone === true)).toHaveLength(1)
    expect(server.log.filter(({ msg }) => msg === 'failure')).toEqual([])
  })

  it('asks the store nothing more once the client has gone', async () => {
    await serve()
    let calls = 0
    seen.on('read', () => calls++)
    const client = new AbortController()
    const reading = once(seen, 'read')
    const settled = once(seen, 'settled')
    const asked = fetch(new URL('/graphql', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ regions(first: 5) { nodes { parent { parent { id } } } } }' }),
      signal: client.signal,
    })
    await reading
    client.abort()
    await expect(asked).rejects.toThrow()
    await settled
    await answersNow()
    // One for the request that was left, and two for the next: by code, then the entity.
    expect(calls).toBe(3)
  })

  it('is not stopped once it has been answered', async () => {
    await serve()
    isSlow = false
    const reading = once(seen, 'read')
    await ask(server.url, query)
    const [{ signal }] = (await reading) as [ReadOptions]
    await server.close()
    expect(signal?.aborted).toBe(false)
  })
})
