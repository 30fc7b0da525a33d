import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSchema,
  GraphQLString,
  getIntrospectionQuery,
} from 'graphql'
import { SuanliError } from '../../src/model/error.js'
import { openModelStore } from '../support/model/model-store.js'
import { answerOf, ask, curatorToken, type LogLine, startTestServer, type TestServer } from '../support/server.js'

/** Fields that do what a test of the endpoint needs: it takes any schema. */
const query: GraphQLObjectType = new GraphQLObjectType({
  name: 'Query',
  fields: () => ({
    echo: {
      type: GraphQLString,
      args: { text: { type: new GraphQLNonNull(GraphQLString) } },
      resolve: (_, { text }) => text,
    },
    long: {
      type: GraphQLString,
      args: { length: { type: new GraphQLNonNull(GraphQLInt) } },
      resolve: (_, { length }) => '算力'.repeat(length / 2),
    },
    broken: {
      type: GraphQLString,
      resolve: () => {
        throw new Error('SELECT password FROM users', { cause: new Error('disk I/O error') })
      },
    },
    mismatched: {
      type: GraphQLString,
      resolve: (_, __, ___, { fieldName }: GraphQLResolveInfo) => {
        throw new SuanliError('UNIT_MISMATCH', {
          from: fieldName,
          fromKind: 'compute',
          to: 'CNY',
          toKind: 'money',
        })
      },
    },
    slow: { type: GraphQLString, resolve: () => slow.wait() },
    again: { type: new GraphQLList(query), args: { first: { type: GraphQLInt } }, resolve: () => [{}] },
  }),
})
const schema = new GraphQLSchema({
  query,
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: { change: { type: GraphQLString, resolve: () => 'changed' } },
  }),
})

/** A field that answers when the test says so. */
const slow = {
  running: Promise.resolve(),
  hasBegun: () => {},
  answer: (_: string) => {},
  /** From now on `running` fulfils when a request has got to the field. */
  expect() {
    this.running = new Promise(resolve => {
      this.hasBegun = resolve
    })
  },
  wait() {
    this.hasBegun()
    return new Promise<string>(resolve => {
      this.answer = resolve
    })
  },
}

const maxBodyBytes = 100_000
let server: TestServer
beforeAll(async () => {
  server = await startTestServer(openModelStore(), { schema, maxBodyBytes, explorer: 'no/such/folder' })
})
afterAll(() => server.close())

const post = async (body: string | Uint8Array | undefined, headers: Record<string, string> = {}) =>
  answerOf(
    await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: body as string }),
    }),
  )
const get = async (path: string, headers: Record<string, string> = {}) =>
  answerOf(await fetch(server.url + path, { headers }))
const refusal = (status: number, code: string) => ({
  status,
  body: { errors: [{ message: expect.any(String), extensions: { code } }] },
})

describe('a request to /graphql', () => {
  it('is answered whether it is posted as JSON or got by its address', async () => {
    const query = 'query Say($text: String!) { echo(text: $text) }'
    const answer = { status: 200, body: { data: { echo: '京津冀蒙' } } }
    expect(await ask(server.url, query, { text: '京津冀蒙' })).toMatchObject(answer)
    expect(
      await post(JSON.stringify({ query, variables: { text: '京津冀蒙' } }), {
        'content-type': 'application/graphql+json; charset=UTF-8',
      }),
    ).toMatchObject(answer)
    const search = new URLSearchParams({ query, variables: '{"text":"京津冀蒙"}', operationName: 'Say' })
    expect(await get(`/graphql?${search}`)).toMatchObject(answer)
  })

  it('is refused where another site could have made a browser send it', async () => {
    const body = '{"query":"{ echo(text: \\"a\\") }"}'
    const ways = [
      await post(body, { 'content-type': 'text/plain' }),
      await post(body, { 'content-type': 'application/x-www-form-urlencoded' }),
      await post(body, { 'content-type': 'multipart/form-data; boundary=x' }),
    ]
    for (const way of ways) {
      expect(way).toMatchObject(refusal(400, 'BAD_REQUEST'))
      expect(way.body.errors?.[0]?.message).toContain('CSRF')
    }
  })

  it('changes nothing when it is got', async () => {
    expect(await get(`/graphql?query=${encodeURIComponent('mutation { change }')}`)).toMatchObject({
      status: 405,
      body: { errors: [{ message: expect.any(String) }] },
    })
    expect(await ask(server.url, 'mutation { change }', {}, curatorToken)).toMatchObject({
      body: { data: { change: 'changed' } },
    })
  })

  it('is refused with 415 where its body is of a type or an encoding that is not read', async () => {
    const types = ['application/xml', 'application/json; charset=gbk', 'application/jsonl', 'image/png', 'nonsense']
    for (const type of types) {
      const answer = await post('{"query":"{ __typename }"}', { 'content-type': type })
      expect(answer).toMatchObject(refusal(415, 'BAD_REQUEST'))
      expect(answer.body.errors?.[0]?.message).toContain(`"${type}"`)
    }
  })

  it('is refused with 400 where its body is malformed', async () => {
    const bodies = [
      '',
      '{',
      'nonsense',
      'null',
      '[]',
      '"{ __typename }"',
      '{}',
      '{"query":5}',
      '{"query":"{ __typename }","variables":"{}"}',
      '{"query":"{ __typename }","variables":[]}',
      '{"variables":{}}',
      new Uint8Array([...Buffer.from('{"query":"{ __typename } #'), 0xff, 0xfe, ...Buffer.from('"}')]),
    ]
    for (const body of bodies) expect(await post(body)).toMatchObject(refusal(400, 'BAD_REQUEST'))
  })

  it('is refused with 400 where its document is malformed or asks what the schema has not', async () => {
    expect(await ask(server.url, '{ echo(')).toMatchObject(refusal(400, 'GRAPHQL_PARSE_FAILED'))
    expect(await ask(server.url, '{ ehco }')).toMatchObject(refusal(400, 'GRAPHQL_VALIDATION_FAILED'))
    expect(await ask(server.url, 'query A { __typename } query B { __typename }')).toMatchObject(
      refusal(400, 'OPERATION_RESOLUTION_FAILURE'),
    )
    for (const variables of [{ text: 5 }, { text: null }, {}])
      expect(await ask(server.url, 'query($text: String!) { echo(text: $text) }', variables)).toMatchObject(
        refusal(400, 'BAD_USER_INPUT'),
      )
    const withNull = await ask(server.url, 'query($text: String = "a") { echo(text: $text) }', { text: null })
    expect(withNull).toMatchObject(refusal(400, 'BAD_USER_INPUT'))
    expect(withNull.body.errors?.[0]?.message).toContain('"text"')
  })

  it('is refused where it holds several operations at once', async () => {
    const answer = await post('[{"query":"{ __typename }"},{"query":"{ __typename }"}]')
    expect(answer).toMatchObject(refusal(400, 'BAD_REQUEST'))
    expect(answer.body.errors?.[0]?.message).toContain('batching')
  })

  it('is refused by any method but GET and POST', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(`${server.url}/graphql`, { method, headers: { 'content-type': 'application/json' } })
      expect(response.headers.get('allow')).toBe('GET, POST')
      expect(await answerOf(response)).toMatchObject(refusal(405, 'BAD_REQUEST'))
    }
  })

  it('may ask for the schema', async () => {
    const { body } = await ask(server.url, getIntrospectionQuery())
    expect(body.data.__schema.queryType).toMatchObject({ name: 'Query' })
  })

  it('is never answered with a page', async () => {
    const response = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } })
    expect(response.status).toBe(406)
    expect(response.headers.get('content-type')).toContain('application/json')
  })

  it('gets 4xx and a code for any bytes that are no request', async () => {
    const json = fc.json({ maxDepth: 3 })
    const wrapped = fc.record({ query: fc.oneof(fc.string(), fc.jsonValue()), variables: fc.jsonValue() })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ minLength: 1, maxLength: 200 }),
          json,
          wrapped.map(value => JSON.stringify(value)),
        ),
        async body => {
          const answer = await post(body)
          expect(answer.status === 200 || (answer.status >= 400 && answer.status < 500)).toBe(true)
          if (answer.status >= 400) expect(answer.body.errors?.[0]?.extensions?.code).toEqual(expect.any(String))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('is refused where it may cost more than is allowed, however that is written', async () => {
    const pages =
      'query($first: Int) { again(first: $first) { again(first: $first) { again(first: $first) { __typename } } } }'
    expect(await ask(server.url, pages, { first: 5 })).toMatchObject({ status: 200 })
    expect(await ask(server.url, pages, { first: 1_000 })).toMatchObject(refusal(400, 'QUERY_TOO_COSTLY'))
    const doubled = Array.from({ length: 18 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)
    const bomb = `{ again { ...F0 } } ${doubled.join(' ')} fragment F18 on Query { __typename }`
    expect(await ask(server.url, bomb)).toMatchObject(refusal(400, 'QUERY_TOO_COSTLY'))
  })

  it('is refused where it asks for too many fields at its root, by fragments as well', async () => {
    const fields = (count: number) => Array.from({ length: count }, () => '__typename').join(' ')
    expect(await ask(server.url, `{ ${fields(20)} }`)).toMatchObject({ status: 200 })
    expect(await ask(server.url, `{ ${fields(21)} }`)).toMatchObject(refusal(400, 'TOO_MANY_ROOT_FIELDS'))
    const spread = `{ ${'...F '.repeat(3)} } fragment F on Query { ... { ${fields(7)} } }`
    expect(await ask(server.url, spread)).toMatchObject(refusal(400, 'TOO_MANY_ROOT_FIELDS'))
    const ring = '{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }'
    expect(await ask(server.url, ring)).toMatchObject({ status: 400 })
  })

  it('is refused where it is nested without end', async () => {
    const { status, body } = await ask(server.url, '{a'.repeat(16_000) + '}'.repeat(16_000))
    expect(status).toBe(400)
    expect(body.errors).toHaveLength(1)
    expect(await ask(server.url, '{ __typename }')).toMatchObject({ status: 200 })
  })
})

describe('an answer tells', () => {
  it('what the operation was predicted to cost and how much is allowed, refused or not', async () => {
    expect((await ask(server.url, '{ echo(text: "a") again(first: 3) { __typename } }')).cost).toEqual({
      predicted: 1 + 1 + 3,
      max: 100_000,
    })
    const nested = `${'{ again(first: 100) '.repeat(4)}{ __typename }${' }'.repeat(4)}`
    const refused = await ask(server.url, nested)
    expect(refused).toMatchObject({ status: 400, cost: { predicted: 101_010_101, max: 100_000 } })
    expect(refused.body.errors?.[0]?.message).toContain('most of it is again.again.again.again: ask there for')
  })
})

describe('a body that is too long', () => {
  const tooLong = JSON.stringify({ query: `{ echo(text: "${'算'.repeat(maxBodyBytes / 3)}") }` })

  it('is refused with 413, and what is just short enough is not', async () => {
    const overhead = JSON.stringify({ query: '{ echo(text: "") }' }).length
    const longest = JSON.stringify({ query: `{ echo(text: "${'a'.repeat(maxBodyBytes - overhead)}") }` })
    expect(Buffer.byteLength(longest)).toBe(maxBodyBytes)
    expect((await post(longest)).status).toBe(200)
    expect(await post(`${longest} `)).toMatchObject(refusal(413, 'BODY_TOO_LARGE'))
    expect(await post(tooLong)).toMatchObject(refusal(413, 'BODY_TOO_LARGE'))
  })

  it('is refused with 413 where it comes in chunks of untold length', async () => {
    const answer = await send({ 'transfer-encoding': 'chunked' }, Array(8).fill(Buffer.alloc(maxBodyBytes / 4, ' ')))
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.text)).toMatchObject(refusal(413, 'BODY_TOO_LARGE').body)
  })

  it('leaves the connection to the next request, though the client sends it to its end before it looks at the answer', async () => {
    const length = maxBodyBytes * 15
    const answers = await speak(
      [
        head({ 'content-length': String(length) }),
        Buffer.alloc(length, ' '),
        head({ 'content-length': '26', connection: 'close' }),
        '{"query":"{ __typename }"}',
      ].map(part => Buffer.from(part)),
    )
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200'])
  })

  it('is cut off where it does not end', async () => {
    const sent = await sendWithoutEnd()
    expect(sent.text).toContain('BODY_TOO_LARGE')
    expect(sent.bytes).toBeGreaterThan(maxBodyBytes)
  })
})

describe('a client that goes', () => {
  it('in the middle of its body leaves the server as it was, and is no failure', async () => {
    const gone = await logAfter(async () => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
      socket.write(`${head({ 'content-length': '500' })}{"query":`)
      await new Promise(resolve => setTimeout(resolve, 50))
      socket.destroy()
    })
    expect(gone).toMatchObject({ path: '/graphql', gone: true })
    expect(gone).not.toHaveProperty('status')
  })

  it('in the middle of its answer leaves the server as it was, and is no failure', async () => {
    slow.expect()
    const gone = await logAfter(async () => {
      const leaving = new AbortController()
      const answer = fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ slow }"}',
        signal: leaving.signal,
      }).catch(() => {})
      await slow.running
      leaving.abort()
      await answer
    })
    slow.answer('too late')
    expect(gone).toMatchObject({ path: '/graphql', gone: true })
    expect(await ask(server.url, '{ __typename }')).toMatchObject({ status: 200 })
    expect(server.log.filter(({ err }) => JSON.stringify(err ?? '').includes('aborted'))).toEqual([])
  })

  /** The next line about a request that has gone. */
  async function logAfter(leave: () => Promise<void>): Promise<LogLine> {
    const before = server.log.length
    await leave()
    for (;;) {
      const line = server.log.slice(before).find(({ gone }) => gone)
      if (line) return line
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  }
})

describe('an error in a field', () => {
  it('that has a code is told as it is, with its path, beside the rest of the answer', async () => {
    expect(await ask(server.url, '{ echo(text: "a") mismatched }')).toMatchObject({
      status: 200,
      body: {
        data: { echo: 'a', mismatched: null },
        errors: [
          {
            message: 'Cannot convert mismatched to CNY: mismatched measures compute, CNY measures money.',
            path: ['mismatched'],
            extensions: { code: 'UNIT_MISMATCH' },
          },
        ],
      },
    })
  })

  it('that nobody foresaw is told by an id alone, under which the log has all of it', async () => {
    const { status, body } = await ask(server.url, 'query Ask { broken }')
    const error = body.errors?.[0]
    const id = error?.extensions?.id
    expect(status).toBe(200)
    expect(body).toEqual({
      data: { broken: null },
      errors: [
        {
          message: `Internal server error; the log has it as ${id}.`,
          path: ['broken'],
          locations: [{ line: 1, column: 13 }],
          extensions: { code: 'INTERNAL_SERVER_ERROR', id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
        },
      ],
    })
    const failure = server.log.find(line => line.id === id)
    expect(failure).toMatchObject({ level: 50, err: { message: expect.stringContaining('SELECT password') } })
    expect(JSON.stringify(failure)).toContain('disk I/O error')
    expect(server.log).toContainEqual(
      expect.objectContaining({ operation: 'Ask', codes: ['INTERNAL_SERVER_ERROR'], failures: [id] }),
    )
  })
})

describe('an answer', () => {
  const answer = (encoding: string, length: number) =>
    new Promise<{ headers: IncomingHttpHeaders; bytes: Buffer }>((resolve, reject) => {
      const asked = httpRequest(
        `${server.url}/graphql`,
        { method: 'POST', headers: { 'content-type': 'application/json', 'accept-encoding': encoding } },
        response => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }))
        },
      )
      asked.on('error', reject)
      asked.end(JSON.stringify({ query: `{ long(length: ${length}) }` }))
    })
  const full = { data: { long: '算力'.repeat(5_000) }, extensions: { cost: { predicted: 1, max: 100_000 } } }

  it('is compressed as the client takes it', async () => {
    const brotli = await answer('gzip, deflate, br', 10_000)
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      vary: 'accept-encoding',
      'content-length': String(brotli.bytes.length),
    })
    expect(JSON.parse(brotliDecompressSync(brotli.bytes).toString())).toEqual(full)
    const gzip = await answer('gzip', 10_000)
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(JSON.parse(gunzipSync(gzip.bytes).toString())).toEqual(full)
    expect(gzip.bytes.length).toBeLessThan(1_000)
  })

  it('is not compressed for a client that does not want it, nor where it is short', async () => {
    // Zstandard is there since Node 22.15.
    for (const encoding of ['identity', 'br;q=0, gzip;q=0', 'zstd;q=0', 'compress', '']) {
      const plain = await answer(encoding, 10_000)
      expect(plain.headers).not.toHaveProperty('content-encoding')
      expect(JSON.parse(plain.bytes.toString())).toEqual(full)
    }
    expect((await answer('br;q=0, gzip', 10_000)).headers['content-encoding']).toBe('gzip')
    expect((await answer('gzip, br', 10)).headers).not.toHaveProperty('content-encoding')
  })

  it('may be read by a page of any origin, which may ask first', async () => {
    const origin = 'https://example.org'
    const read = await fetch(`${server.url}/readyz`, { headers: { origin } })
    expect(read.headers.get('access-control-allow-origin')).toBe('*')
    const preflight = await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,traceparent',
      },
    })
    expect(preflight.status).toBe(204)
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': '*, authorization',
    })
    // With credentials a page of another site could ask in a visitor's name.
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
  })
})

describe('another address', () => {
  it('/ says in both languages what there is', async () => {
    const response = await fetch(server.url)
    const text = await response.text()
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    for (const word of ['/graphql', '/healthz', '/readyz', '知识图谱', 'knowledge graph']) expect(text).toContain(word)
    // Whatever it names is there.
    for (const [path] of text.matchAll(/(?<=\s)\/[a-z.]+/g))
      expect((await fetch(server.url + path)).status).not.toBe(404)
    expect(await (await fetch(server.url, { method: 'HEAD' })).text()).toBe('')
  })

  it('that is not there is refused with 404', async () => {
    for (const path of ['/nothing', '/graphql/', '/GRAPHQL', '/%00', `/${'a'.repeat(5_000)}`, '/../etc/passwd'])
      expect(await get(path)).toMatchObject(refusal(404, 'NOT_FOUND'))
  })

  it('that is only read is refused by other methods', async () => {
    for (const path of ['/', '/healthz', '/readyz']) {
      const response = await fetch(server.url + path, { method: 'POST' })
      expect(response.headers.get('allow')).toBe('GET, HEAD')
      expect(await answerOf(response)).toMatchObject(refusal(405, 'BAD_REQUEST'))
    }
  })
})

describe('the log', () => {
  it('has one line for each request, with what it is called and how it ended, and nothing of its contents', async () => {
    const before = server.log.length
    await ask(
      server.url,
      'query TheName($text: String!) { echo(text: $text) secret: echo(text: "written in") mismatched }',
      {
        text: 'given beside',
      },
    )
    await get(`/graphql?query=${encodeURIComponent('{ echo(text: "in the address") }')}`)
    await post('{"query":"in a broken body"')
    await ask(server.url, 'query Unfit { inADocument }')
    const lines = server.log.slice(before)
    expect(lines).toEqual(
      [
        { operation: 'TheName', type: 'query', status: 200, cost: 3, codes: ['UNIT_MISMATCH'] },
        { method: 'GET', type: 'query', status: 200, cost: 1 },
        { status: 400, codes: ['BAD_REQUEST'] },
        { status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] },
      ].map(line => ({
        level: 30,
        time: expect.any(Number),
        pid: expect.any(Number),
        hostname: expect.any(String),
        msg: 'request',
        method: 'POST',
        path: '/graphql',
        principal: 'anonymous',
        ms: expect.any(Number),
        ...line,
      })),
    )
    const text = JSON.stringify(lines)
    for (const content of ['written', 'given', 'address', 'broken', 'inADocument', 'secret'])
      expect(text).not.toContain(content)
  })

  it('tells of probes only where it is asked to tell all', async () => {
    const before = server.log.length
    await fetch(`${server.url}/healthz`)
    expect(server.log.slice(before)).toEqual([expect.objectContaining({ level: 20, path: '/healthz', status: 200 })])
  })
})

describe('a server', () => {
  it('that is to stop takes no more connections, and finishes what runs', async () => {
    const stopping = await startTestServer(openModelStore(), { schema })
    slow.expect()
    const answer = ask(stopping.url, '{ slow }')
    await slow.running
    let isClosed = false
    const closed = stopping.close().then(() => {
      isClosed = true
    })
    await new Promise(resolve => setTimeout(resolve, 50))
    await expect(fetch(`${stopping.url}/healthz`)).rejects.toThrow()
    expect(isClosed).toBe(false)
    slow.answer('finished')
    expect(await answer).toMatchObject({ status: 200, body: { data: { slow: 'finished' } } })
    await closed
    await stopping.close()
  })

  it('says where it cannot listen, and why', async () => {
    const port = Number(new URL(server.url).port)
    await expect(startTestServer(openModelStore(), { schema, port })).rejects.toMatchObject({
      code: 'ADDRESS_TAKEN',
      message: `Cannot listen at 127.0.0.1:${port}: another program listens there. Set HOST and PORT to others.`,
    })
    await expect(startTestServer(openModelStore(), { schema, host: '192.0.2.1' })).rejects.toMatchObject({
      message: 'Cannot listen at 192.0.2.1:0: this machine has no such address. Set HOST and PORT to others.',
    })
    await expect(startTestServer(openModelStore(), { schema, host: 'nowhere.invalid' })).rejects.toMatchObject({
      code: 'ADDRESS_TAKEN',
    })
  })

  it('names its address as it is used', async () => {
    const other = await startTestServer(openModelStore(), { schema, host: '::1' })
    expect(other.url).toMatch(/^http:\/\/\[::1\]:\d+$/)
    expect(await ask(other.url, '{ __typename }')).toMatchObject({ status: 200 })
    await other.close()
  })
})

function head(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ host: 'suanli', 'content-type': 'application/json', ...headers })
  return `POST /graphql HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}

/** Writes all of it on one connection before it reads, and gives all that came back until it was closed. */
async function speak(parts: readonly Buffer[]): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.pause()
  for (const part of parts) if (!socket.write(part)) await new Promise(resolve => socket.once('drain', resolve))
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  return text
}

/** Sends a body in pieces. */
function send(
  headers: Readonly<Record<string, string>>,
  pieces: readonly Buffer[],
): Promise<{ readonly status: number | undefined; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const sending = httpRequest(
      `${server.url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      response => {
        let text = ''
        response.setEncoding('utf8').on('data', part => {
          text += part
        })
        response.on('end', () => resolve({ status: response.statusCode, text }))
      },
    )
    sending.on('error', reject)
    for (const piece of pieces) sending.write(piece)
    sending.end()
  })
}

/** Sends a body until the server closes the connection. */
function sendWithoutEnd(): Promise<{ readonly text: string; readonly bytes: number }> {
  return new Promise(resolve => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    let text = ''
    socket.on('data', chunk => {
      text += String(chunk)
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve({ text, bytes: socket.bytesWritten }))
    socket.write(head({ 'transfer-encoding': 'chunked' }))
    const piece = `8000\r\n${' '.repeat(0x8000)}\r\n`
    const write = (error?: Error | null) => {
      if (!error) socket.write(piece, write)
    }
    write()
  })
}
