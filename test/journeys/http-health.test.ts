import { afterEach, describe, expect, it } from '@jest/globals'
import { SuanliError } from '../../src/model/error.js'
import type { Store } from '../../src/store/store.js'
import { said, statement } from '../support/dataset-builder.js'
import { openModelStore } from '../support/model/model-store.js'
import { startNeo4j, whyNoNeo4j } from '../support/neo4j-server.js'
import { ask, startTestServer, type TestServer } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore } from '../support/stores.js'

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serve(store: Store): Promise<TestServer> {
  const server = await startTestServer(store)
  servers.push(server)
  return server
}

async function probe({ url }: TestServer, path: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(url + path)
  return { status: response.status, body: await response.json() }
}

/** Publishes a revision with one statement in it. */
async function seed({ writer }: Store): Promise<void> {
  const staged = await writer.begin(['news'], 'here:1', () => false)
  await writer.stage(staged, said('news', statement('statement/1', 'region/shanghai')))
  await writer.publish(staged, '2026-01-01T00:00:00.000Z')
}

const alive = { status: 200, body: { status: 'ok' } }
const unready = (reason: unknown) => ({ status: 503, body: { status: 'unavailable', reason } })
const question = '{ region(id: "region/shanghai") { id } }'

describe('a server', () => {
  it('is ready once its store holds something, and not before', async () => {
    const { store, close } = await openSqliteTestStore()
    const server = await serve(store)
    expect(await probe(server, '/healthz')).toEqual(alive)
    expect(await probe(server, '/readyz')).toEqual(unready(`${store.description} is empty: import a dataset.`))
    expect(await ask(server.url, question)).toMatchObject({ status: 200, body: { data: { region: null } } })
    await store.writer.prepare()
    expect(await probe(server, '/readyz')).toMatchObject({ status: 503 })
    await seed(store)
    expect(await probe(server, '/readyz')).toEqual({ status: 200, body: { status: 'ok', revision: 1 } })
    await close()
  })

  it('whose store went away lives on, is not ready, and says so to whoever asks', async () => {
    const { store, close } = await openSqliteTestStore()
    await seed(store)
    const server = await serve(store)
    expect(await probe(server, '/readyz')).toMatchObject({ status: 200 })
    await close()
    const message = `${store.description} cannot be reached: it was closed.`
    expect(await probe(server, '/healthz')).toEqual(alive)
    expect(await probe(server, '/readyz')).toEqual(unready(message))
    expect((await ask(server.url, question)).body).toEqual({
      data: { region: null },
      errors: [expect.objectContaining({ message, path: ['region'], extensions: { code: 'STORE_UNAVAILABLE' } })],
    })
  })

  it('whose store does not answer says within seconds that it is not ready', async () => {
    const model = openModelStore()
    const server = await serve({
      ...model,
      description: 'a sleeper',
      writer: model.writer,
      read: () => new Promise(() => {}),
    })
    expect(await probe(server, '/readyz')).toEqual(unready('a sleeper has not answered for 2000 ms.'))
    expect(await probe(server, '/healthz')).toEqual(alive)
  })

  it('whose store fails in its own words keeps them to itself', async () => {
    const model = openModelStore()
    const failing = (failure: unknown) =>
      serve({ ...model, description: 'a store', writer: model.writer, read: () => Promise.reject(failure) })
    const unforeseen = await failing(new Error('no such table: users; password=secret'))
    expect(await probe(unforeseen, '/readyz')).toEqual(unready('a store cannot be asked.'))
    const { body } = await ask(unforeseen.url, question)
    expect(JSON.stringify(body)).not.toContain('secret')
    expect(body.errors?.[0]?.extensions?.code).toBe('INTERNAL_SERVER_ERROR')
    const foreseen = await failing(new SuanliError('STORE_REFUSED', { store: 'Neo4j at bolt://db' }))
    expect(await probe(foreseen, '/readyz')).toEqual(
      unready('Neo4j at bolt://db refused the login: check NEO4J_USER and NEO4J_PASSWORD.'),
    )
  })

  const why = whyNoNeo4j()
  if (why !== undefined) {
    it.skip(why, () => {})
    return
  }

  it('whose Neo4j ends lives on, and is not ready', async () => {
    const neo4j = await startNeo4j()
    const { store, close } = await openNeo4jTestStore(neo4j.uri)
    try {
      await seed(store)
      const server = await serve(store)
      expect(await probe(server, '/readyz')).toEqual({ status: 200, body: { status: 'ok', revision: 1 } })
      await neo4j.close()
      const message = `Neo4j at ${neo4j.uri} cannot be reached: nothing answers there.`
      expect(await probe(server, '/readyz')).toEqual(unready(message))
      expect(await probe(server, '/healthz')).toEqual(alive)
      expect((await ask(server.url, question)).body.errors).toEqual([
        expect.objectContaining({ message, extensions: { code: 'STORE_UNAVAILABLE' } }),
      ])
    } finally {
      await close()
    }
  }, 300_000)
})
