import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { openStore } from '../../src/store/open-store.js'
import { startNeo4j, whyNoNeo4j } from '../support/neo4j-server.js'

describe('a Neo4j that fails', () => {
  it('is told apart from one that is not there', async () => {
    await expect(openStore('bolt://127.0.0.1:1')).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: 'Neo4j at bolt://127.0.0.1:1 cannot be reached: nothing answers there.',
    })
  })

  it('is unavailable where a connection ends in the middle of the handshake', async () => {
    const halved = createServer(socket => socket.once('data', () => socket.end(Buffer.from([0, 0]))))
    halved.listen(0, '127.0.0.1')
    await once(halved, 'listening')
    const address = `bolt://127.0.0.1:${(halved.address() as AddressInfo).port}`
    try {
      await expect(openStore(address)).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: `Neo4j at ${address} cannot be reached: the connection broke.`,
      })
    } finally {
      halved.close()
    }
  })

  it('is never named with its password', async () => {
    await expect(openStore('bolt://neo4j:secret@127.0.0.1:1')).rejects.not.toMatchObject({
      message: expect.stringContaining('secret'),
    })
  })

  const why = whyNoNeo4j()
  if (why !== undefined) {
    it.skip(why, () => {})
    return
  }

  it('refuses a wrong password, and no password, in words that help', async () => {
    const server = await startNeo4j({ login: true })
    try {
      for (const login of [{ user: 'neo4j', password: 'wrong' }, {}])
        await expect(openStore(server.uri, login)).rejects.toMatchObject({
          code: 'STORE_REFUSED',
          message: `Neo4j at ${server.uri} refused the login: check NEO4J_USER and NEO4J_PASSWORD.`,
        })
    } finally {
      await server.close()
    }
  }, 300_000)

  it('that goes away while it is used is unavailable, to readers and writers', async () => {
    const server = await startNeo4j()
    const store = await openStore(server.uri)
    try {
      await store.writer.prepare()
      const staged = await store.writer.begin(['news'], 'here:1', () => false)
      await server.close()
      await expect(store.read([])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
      await expect(store.writer.stage(staged, {})).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    } finally {
      await store.close()
    }
  }, 300_000)
})
