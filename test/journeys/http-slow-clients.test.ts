import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { openModelStore } from '../support/model/model-store.js'
import { answerOf, ask, startTestServer, type TestServer } from '../support/server.js'

let finish = (_: string) => {}
let begun = Promise.resolve()
let hasBegun = () => {}
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      slow: {
        type: GraphQLString,
        resolve: () => {
          hasBegun()
          return new Promise(resolve => {
            finish = resolve
          })
        },
      },
    },
  }),
})

let server: TestServer
beforeAll(async () => {
  server = await startTestServer(openModelStore(), { schema, receiveTimeoutMs: 300 })
})
afterAll(() => server.close())

/** What comes back on a connection on which that is sent, until the server closes it. */
async function answerTo(sent: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.write(sent)
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  return text
}

const head = 'POST /graphql HTTP/1.1\r\nhost: suanli\r\ncontent-type: application/json\r\n'

describe('a client', () => {
  it('that does not end its headers, or its body, is answered 408 and let go', async () => {
    expect(await answerTo(head)).toMatch(/^HTTP\/1\.1 408 /)
    expect(await answerTo(`${head}content-length: 100\r\n\r\n{"query":`)).toMatch(/^HTTP\/1\.1 408 /)
    expect(await ask(server.url, '{ __typename }')).toMatchObject({ status: 200 })
  })

  it('that sends more headers than anybody reads is answered 431', async () => {
    expect(await answerTo(`${head}x-long: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
  })

  it('that puts more into an address than an address holds is told to post it', async () => {
    const query = `{ __typename } # ${'a'.repeat(8_000)}`
    const got = await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`)
    expect(await answerOf(got)).toMatchObject({
      status: 414,
      body: { errors: [{ message: expect.stringContaining('POST'), extensions: { code: 'URL_TOO_LONG' } }] },
    })
    expect(await ask(server.url, query)).toMatchObject({ status: 200 })
  })
})

describe('an answer that is data', () => {
  it('tells a browser that nothing in it runs, and who may read it', async () => {
    for (const path of ['/healthz', '/readyz', '/nothing', '/graphql']) {
      const { headers } = await fetch(server.url + path)
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'access-control-allow-origin': '*',
      })
    }
  })
})

describe('a server that is to stop', () => {
  it('says so to who spreads requests, answers for as long as it was told to, and then finishes what runs', async () => {
    const stopping = await startTestServer(openModelStore(), { schema, stopDelayMs: 500 })
    begun = new Promise(resolve => {
      hasBegun = resolve
    })
    const running = ask(stopping.url, '{ slow }')
    await begun
    const closed = stopping.close()
    const readiness = await fetch(`${stopping.url}/readyz`)
    expect(readiness.status).toBe(503)
    expect(await readiness.json()).toEqual({ status: 'unavailable', reason: 'The server is stopping.' })
    expect(await ask(stopping.url, '{ __typename }')).toMatchObject({ status: 200 })
    const refused = new Promise<void>(resolve => {
      const look = () =>
        void fetch(`${stopping.url}/healthz`).then(
          () => setTimeout(look, 20),
          () => resolve(),
        )
      look()
    })
    await refused
    finish('finished')
    expect(await running).toMatchObject({ status: 200, body: { data: { slow: 'finished' } } })
    await closed
  })
})
