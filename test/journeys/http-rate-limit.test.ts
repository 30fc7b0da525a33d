import { afterEach, describe, expect, it } from '@jest/globals'
import { GraphQLInt, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { readConfig } from '../../src/config/config.js'
import type { GateSettings } from '../../src/server/auth/admission.js'
import { openModelStore } from '../support/model/model-store.js'
import { type Answer, answerOf, ask, curatorToken, startTestServer, type TestServer } from '../support/server.js'

const query: GraphQLObjectType = new GraphQLObjectType({
  name: 'Query',
  fields: () => ({
    word: { type: GraphQLString, resolve: () => '算力' },
    rows: { type: new GraphQLList(query), args: { first: { type: GraphQLInt } }, resolve: () => [{}] },
  }),
})
const schema = new GraphQLSchema({ query })

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serve(gate: Partial<GateSettings>): Promise<TestServer> {
  const server = await startTestServer(openModelStore(), { schema, gate })
  servers.push(server)
  return server
}

/** A query of that cost, which is at least 2. */
const costing = (cost: number) => `{ rows(first: ${cost - 1}) { word } }`
const from = async (url: string, address: string, query = costing(80)): Promise<Answer> =>
  answerOf(
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ query }),
    }),
  )

describe('a client', () => {
  it('may spend so much in a minute, is told what is left, and when to come again', async () => {
    const { url, log } = await serve({ rateCostPerMinute: 200 })
    const first = await ask(url, costing(80))
    expect(first.status).toBe(200)
    expect(first.headers.get('ratelimit-policy')).toBe('"cost";q=200;w=60')
    // 10 for the request itself.
    expect(first.headers.get('ratelimit')).toMatch(/^"cost";r=110;t=(59|60)$/)
    const tooMuch = await ask(url, costing(101))
    expect(tooMuch).toMatchObject({ status: 429, cost: { predicted: 101 } })
    expect(tooMuch.body.errors).toEqual([
      {
        message: expect.stringMatching(
          /^This client has used its cost limit of 200 a minute: wait \d+ s, or request less\.$/,
        ),
        extensions: { code: 'RATE_LIMITED', max: 200, seconds: expect.any(Number) },
      },
    ])
    expect(Number(tooMuch.headers.get('retry-after'))).toBeGreaterThan(50)
    expect(tooMuch.headers.get('ratelimit')).toMatch(/^"cost";r=\d+;t=(59|60)$/)
    expect(log.at(-1)).toMatchObject({ status: 429, codes: ['RATE_LIMITED'], cost: 101 })
  })

  it('that has little left may still ask for that little, and with nothing left is not even read', async () => {
    const { url } = await serve({ rateCostPerMinute: 100 })
    expect((await ask(url, costing(60))).status).toBe(200)
    expect((await ask(url, costing(60))).status).toBe(429)
    expect((await ask(url, '{ word }')).status).toBe(200)
    expect((await ask(url, '{ nonsense }')).status).toBe(429)
  })

  it('pays for what is refused, and for each token that is wrong', async () => {
    const { url } = await serve({ rateCostPerMinute: 250 })
    const status = async (query: string, token?: string) => (await ask(url, query, {}, token)).status
    expect([await status('{ nonsense }'), await status('{ nonsense }'), await status('{ nonsense }')]).toEqual([
      400, 400, 400,
    ])
    expect(await status('{ word }')).toBe(200)
    const other = await serve({ rateCostPerMinute: 250 })
    const guess = async (token: string) => (await ask(other.url, '{ word }', {}, token)).status
    expect([await guess('a'), await guess('b'), await guess('c')]).toEqual([401, 401, 429])
  })

  it('may ask once for what costs more than its minute', async () => {
    const { url } = await serve({ rateCostPerMinute: 50 })
    expect((await ask(url, costing(90))).status).toBe(200)
    expect((await ask(url, costing(2))).status).toBe(429)
    const larger = await serve({ rateCostPerMinute: 0 })
    expect((await ask(larger.url, costing(90))).headers.get('ratelimit')).toBeNull()
  })

  it('is who its token says, wherever it comes from', async () => {
    const { url } = await serve({ rateCostPerMinute: 100 })
    expect((await ask(url, costing(80))).status).toBe(200)
    expect((await ask(url, costing(80))).status).toBe(429)
    expect((await ask(url, costing(80), {}, curatorToken)).status).toBe(200)
    expect((await ask(url, costing(80), {}, curatorToken)).status).toBe(429)
  })

  it('is not who it says it comes from, unless a proxy that is trusted says so', async () => {
    const untrusting = await serve({ rateCostPerMinute: 100 })
    expect((await from(untrusting.url, '192.0.2.1')).status).toBe(200)
    expect((await from(untrusting.url, '192.0.2.2')).status).toBe(429)
    const { url } = await serve({ rateCostPerMinute: 100, trustedProxies: ['loopback'] })
    expect((await from(url, '192.0.2.1')).status).toBe(200)
    expect((await from(url, '192.0.2.2')).status).toBe(200)
    // What stands before the address that the proxy saw, the client wrote.
    expect((await from(url, '198.51.100.7, 192.0.2.2')).status).toBe(429)
  })

  it('has one allowance for all addresses of its network of IPv6, and for an address in either form', async () => {
    const { url } = await serve({ rateCostPerMinute: 100, trustedProxies: ['loopback'] })
    expect((await from(url, '2001:db8:1:2::1')).status).toBe(200)
    expect((await from(url, '2001:db8:1:2:ffff::9')).status).toBe(429)
    expect((await from(url, '2001:db8:1:3::1')).status).toBe(200)
    expect((await from(url, '192.0.2.9')).status).toBe(200)
    expect((await from(url, '::ffff:192.0.2.9')).status).toBe(429)
    expect((await from(url, 'unknown')).status).toBe(200)
  })
})

describe('the settings', () => {
  it('name proxies by address, network or kind, and nothing else', () => {
    expect(readConfig({ SUANLI_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8' }).trustedProxies).toEqual([
      'loopback',
      '10.0.0.0/8',
    ])
    expect(readConfig({}).trustedProxies).toEqual([])
    expect(() => readConfig({ SUANLI_TRUSTED_PROXIES: 'proxy.example' })).toThrow(/SUANLI_TRUSTED_PROXIES/)
  })

  it('limit a server that others can reach, and not one that only this machine can', async () => {
    const limited = (answer: Answer) => answer.headers.get('ratelimit-policy')
    const local = await serve({ rateCostPerMinute: undefined })
    expect(limited(await ask(local.url, '{ word }'))).toBeNull()
    const open = await serve({ rateCostPerMinute: undefined, host: '0.0.0.0' })
    expect(limited(await ask(open.url, '{ word }'))).toBe('"cost";q=1000000;w=60')
  })
})
