import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { isChineseText } from '../support/is-chinese.js'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { serveSeeds } from '../support/serve-seeds.js'
import { ask, curatorToken, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore, type TestStore } from '../support/stores.js'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

async function serve(...given: Parameters<typeof startTestServer>): Promise<TestServer> {
  const server = await startTestServer(...given)
  open.push(server)
  return server
}

/** A client of the official SDK, connected. */
async function connect(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Client> {
  const client = new Client({ name: 'a-test', version: '1' })
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', url), { requestInit: { headers } })
  // Its type asks for a session id, which there is only where there are sessions.
  await client.connect(transport as Parameters<Client['connect']>[0])
  open.push(client)
  return client
}

/** What a tool says, and whether it refused. */
async function call(client: Client, name: string, given: Readonly<Record<string, unknown>>) {
  const { content, isError } = await client.callTool({ name, arguments: given })
  const [{ text } = { text: '' }] = content as readonly { readonly text: string }[]
  return { text, isRefused: isError === true }
}

/** What a tool says to programs. The client holds it against the schema that the tool has declared. */
async function structured(client: Client, name: string, given: Readonly<Record<string, unknown>>) {
  const { structuredContent } = await client.callTool({ name, arguments: given })
  return structuredContent as {
    readonly total?: number
    readonly entities?: readonly { readonly id: string; readonly label: string }[]
    readonly next?: string
    readonly facts: readonly { readonly text: string; readonly sources: readonly number[] }[]
    readonly sources: readonly { readonly number: number; readonly quote: string; readonly url?: string }[]
  }
}

/** A message as it goes over HTTP. */
async function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(new URL('/mcp', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
}

/** What is answered to a page whose name was turned into the address of this machine. */
async function statusAt(url: string, host: string): Promise<number | undefined> {
  const sent = request(new URL('/mcp', url), {
    method: 'POST',
    headers: { host, 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
  })
  sent.end(JSON.stringify(listTools))
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  answer.resume()
  return answer.statusCode
}

const listTools = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
const callOf = (name: string, given: object) => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name, arguments: given },
})
const address = 'https://www.shobserver.com/'

describe('on the embedded store', () => {
  holds(openSqliteTestStore)
})

describeOnNeo4j(uri => {
  holds(() => openNeo4jTestStore(uri()))
})

function holds(openStore: () => Promise<TestStore>): void {
  const { url, store } = serveSeeds(openStore)

  it('lists its tools, each with a description and of each argument what it means', async () => {
    const { tools } = await (await connect(url())).listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      'find',
      'list_entities',
      'describe',
      'who_supplies',
      'paths',
      'conflicts',
      'compare_views',
    ])
    for (const { description, inputSchema, outputSchema, annotations } of tools) {
      expect(outputSchema?.required).toEqual(['facts', 'sources'])
      expect(description).not.toBe('')
      expect(annotations?.readOnlyHint).toBe(true)
      expect(inputSchema).toHaveProperty('additionalProperties', false)
      for (const argument of Object.values(inputSchema.properties ?? {})) expect(argument).toHaveProperty('description')
    }
  })

  it('finds a person however the name is written, and says who names it', async () => {
    const { text } = await call(await connect(url()), 'find', { query: 'tang jianguo', types: ['OFFICIAL'] })
    expect(text).toMatch(/^- 唐建国 \(official\/tang-jianguo\) OFFICIAL; Conflicts: 1 \[1]\n/)
    expect(text).toMatch(/\nshobserver-768612#zh-Hans, 上观新闻, .*, https:\/\/\S+\n \[1] “总经济师唐建国”/)
  })

  it('says who feeds Beijing’s supply, and on whose word', async () => {
    const { text } = await call(await connect(url()), 'who_supplies', { region: '110000' })
    expect(text).toContain('Regions that feed the supply of Beijing (region/beijing):')
    for (const region of ['region/hebei', 'region/inner-mongolia', 'region/tianjin'])
      expect(text).toContain(`(${region})`)
    expect(text).not.toContain('region/bohai')
    expect(text).toContain('no source says whether it gives or takes')
    expect(text).toContain('] ““京津冀蒙”算力供给走廊”')
    expect(text).toContain(address)
  })

  it('says the same in Chinese', async () => {
    const { text } = await call(await connect(url()), 'who_supplies', { region: 'region/beijing', language: 'zh' })
    expect(text).toMatch(/^向北京市? ?\(region\/beijing\)供给算力的地区：/)
    expect(text).toContain('出处:')
  })

  it('asks on another’s word', async () => {
    const view = { trust: { languages: ['en'], others: 'NEVER' } }
    const { text } = await call(await connect(url()), 'who_supplies', { region: 'region/beijing', view })
    expect(text).toContain('region/bohai')
    expect(text).not.toContain('region/inner-mongolia')
  })

  it('describes a target: what counts, what was said otherwise, each with quote and address', async () => {
    const { text } = await call(await connect(url()), 'describe', { id: 'target/beijing-compute-2025' })
    expect(text).toContain('(target/beijing-compute-2025), target')
    expect(text).toMatch(/- value: 45 EFLOPS.* \[\d+]/)
    expect(text).not.toContain('disputed')
    const facts = text.split('\n').filter(line => line.startsWith('- '))
    for (const fact of facts) expect(fact).toMatch(/( |])\[\d+]$/)
    const [, sources = ''] = text.split('Sources:\n')
    for (const source of sources.split('\n')) expect(source).toMatch(/^( \[\d+] “.+”|shobserver.*, https:\/\/\S+)$/)
  })

  it('finds the way from an official to a region, step by step', async () => {
    const given = { from: 'official/tang-jianguo', to: 'region/inner-mongolia', limit: 1 }
    const { text } = await call(await connect(url()), 'paths', given)
    expect(text).toContain('From official/tang-jianguo to region/inner-mongolia')
    expect(text).toMatch(/\n1\. \d/)
    expect(text).toMatch(/(<-|-).+(-|->) .*\(region\/inner-mongolia\) \[\d+]/)
  })

  it('tells conflicts with each side', async () => {
    const client = await connect(url())
    const { text } = await call(client, 'conflicts', { about: 'corridor/jing-jin-ji-meng', language: 'zh' })
    expect(text).toContain('翻译 未决: 成员地区')
    expect(text).toContain('region/bohai')
    expect(text).toContain('region/inner-mongolia')
    const first = await call(client, 'conflicts', { limit: 1 })
    const after = /after: (\S+)/.exec(first.text)?.[1]
    const second = await call(client, 'conflicts', { limit: 1, after })
    expect(second.text).not.toEqual(first.text)
  })

  it('compares what the Chinese and the English editions make of one corridor', async () => {
    const { text } = await call(await connect(url()), 'compare_views', {
      id: 'corridor/jing-jin-ji-meng',
      a: { trust: { languages: ['zh-Hans'], others: 'NEVER' } },
      b: { trust: { languages: ['en'], others: 'NEVER' } },
    })
    expect(text).toMatch(/a: .*\(region\/inner-mongolia\).* \[\d+]/)
    expect(text).toMatch(/b: .*\(region\/bohai\).* \[\d+]/)
    expect(text).not.toMatch(/b: .*\(region\/inner-mongolia\)/)
    // What counts in an open conflict counts: the default view follows the original.
    const original = await call(await connect(url()), 'compare_views', {
      id: 'corridor/jing-jin-ji-meng',
      a: {},
      b: { trust: { languages: ['en'], others: 'NEVER' } },
    })
    expect(original.text).toMatch(/a: .*\(region\/inner-mongolia\).* \[\d+]/)
    expect(original.text).not.toMatch(/a: .*\(region\/bohai\)/)
    const described = await call(await connect(url()), 'describe', { id: 'corridor/jing-jin-ji-meng' })
    expect(described.text).toMatch(/- member: .*\(region\/inner-mongolia\)/)
    expect(described.text).toMatch(/- member, disputed .*: .*\(region\/bohai\)/)
    const same = await call(await connect(url()), 'compare_views', { id: 'region/beijing', a: {}, b: {} })
    expect(same.text).toContain('The two views show the same.')
  })

  it('keeps to the length that is asked for, and says what is left out', async () => {
    const client = await connect(url())
    const long = await call(client, 'describe', { id: 'corridor/jing-jin-ji-meng' })
    const short = await call(client, 'describe', { id: 'corridor/jing-jin-ji-meng', max_characters: 500 })
    expect(long.text.length).toBeGreaterThan(500)
    expect(short.text.length).toBeLessThanOrEqual(500)
    expect(short.text).toMatch(/\d+ more left out/)
  })

  it('refuses what it does not know, in words', async () => {
    const client = await connect(url())
    expect(await call(client, 'describe', { id: 'official/nobody' })).toEqual({
      text: 'NOT_FOUND: The view has no entity "official/nobody". Use `find` to get its id.',
      isRefused: true,
    })
    expect((await call(client, 'describe', { id: 'nonsense' })).text).toMatch(/^NOT_FOUND: "nonsense" is no id/)
    expect((await call(client, 'who_supplies', { region: '999999' })).text).toMatch(/^NOT_FOUND/)
    expect((await call(client, 'paths', { from: 'region/a', to: 'region/b' })).text).toMatch(
      /^NOT_FOUND: There is no entity "region\/a"/,
    )
    expect((await call(client, 'conflicts', { after: 'x' })).text).toMatch(/^INVALID_CURSOR/)
    expect((await call(client, 'find', { query: 'x', types: ['NO_TYPE'] })).text).toMatch(/^BAD_USER_INPUT/)
    for (const given of [{}, { query: 7 }, { query: 'x', limit: 0 }, { query: 'x', nonsense: 1 }]) {
      const { text, isRefused } = await call(client, 'find', given)
      expect(isRefused).toBe(true)
      expect(text).toContain('Invalid arguments')
    }
    expect((await call(client, 'nonsense', {})).isRefused).toBe(true)
  })

  it('tells programs the same, by a schema', async () => {
    const client = await connect(url())
    await client.listTools()
    const { facts, sources } = await structured(client, 'describe', { id: 'target/beijing-compute-2025' })
    expect(sources.map(({ number }) => number)).toEqual(sources.map((_, i) => i + 1))
    const numbers = new Set(sources.map(({ number }) => number))
    for (const fact of facts) for (const number of fact.sources) expect(numbers).toContain(number)
    expect(facts.find(({ text }) => text.startsWith('value: 45 EFLOPS'))?.sources).not.toEqual([])
    for (const { url } of sources) expect(url).toMatch(/^https:/)
  })

  it('lists and counts by names and by ids, and goes on', async () => {
    const client = await connect(url())
    const where = { parent: '中国' }
    const first = await structured(client, 'list_entities', { type: 'Region', where, limit: 3 })
    const byId = await structured(client, 'list_entities', {
      type: 'regions',
      where: { parent: 'region/china' },
      limit: 500,
    })
    expect(first.total).toBe(byId.total)
    expect(first.entities).toHaveLength(3)
    const next = await structured(client, 'list_entities', { type: 'Region', where, limit: 3, after: first.next })
    expect(next.entities?.[0]?.id).not.toBe(first.entities?.[0]?.id)
    const { text } = await call(client, 'list_entities', { type: 'Region', where, limit: 3, language: 'zh' })
    expect(text).toMatch(/^地区：共 \d+ 个\n（?\(?“中国”理解为 \S+ \(region\/china\)\)/)
    expect(text).toMatch(/\n- \p{Script=Han}+ \(region\/\S+\).* \[\d+\]/u)
    expect((await call(client, 'list_entities', { type: 'Nothing' })).text).toMatch(/^NOT_IN_ONTOLOGY/)
    expect((await call(client, 'list_entities', { type: 'Region', where: { nothing: 'x' } })).text).toMatch(
      /^NOT_IN_ONTOLOGY/,
    )
    expect((await call(client, 'list_entities', { type: 'Region', where: { parent: 'zxqv' } })).text).toMatch(
      /^NOT_FOUND/,
    )
  })

  it('describes what links to an entity, with the number', async () => {
    const { text } = await call(await connect(url()), 'describe', { id: 'region/beijing' })
    expect(text).toMatch(/\n← corridors \(1\): .*\(corridor\/jing-jin-ji-meng\)/)
    const chinese = await call(await connect(url()), 'describe', { id: 'region/beijing', language: 'zh' })
    expect(chinese.text).toMatch(/\n← 走廊 \(1\): /)
  })

  it('leaves no code of the schema in a Chinese answer', async () => {
    const client = await connect(url())
    for (const [name, given] of [
      ['find', { query: '唐建国' }],
      ['describe', { id: 'corridor/jing-jin-ji-meng' }],
      ['conflicts', {}],
      ['who_supplies', { region: '110000' }],
      ['paths', { from: 'official/tang-jianguo', to: 'region/inner-mongolia' }],
      ['list_entities', { type: 'Official' }],
    ] as const) {
      const { text } = await call(client, name, { ...given, language: 'zh' })
      // Quotes, titles and addresses of sources are in their own words.
      const [said = ''] = text.split('\n\n出处:')
      expect([name, said.match(/\b[A-Z]+(_[A-Z]+)+\b|confidence|OPEN|OFFICIAL|MEMBER/g)]).toEqual([name, null])
    }
  })

  it('takes a sentence for what it is, and names what is in it', async () => {
    const client = await connect(url())
    const chinese = await call(client, 'find', { query: '北京有哪些算力中心', language: 'zh' })
    expect(chinese.text).toContain('(region/beijing)')
    expect(chinese.text).toContain('list_entities')
    const english = await call(client, 'find', { query: 'which compute centres are in Beijing' })
    expect(english.text).toContain('(region/beijing)')
    expect((await call(client, 'find', { query: 'zxqv wvxy' })).text).toContain('Nothing was found.')
  })

  it('cuts a limit that is too high', async () => {
    const { text, isRefused } = await call(await connect(url()), 'find', {
      query: '北京',
      limit: 5_000,
      max_characters: 1e9,
    })
    expect(isRefused).toBe(false)
    expect(text.length).toBeLessThanOrEqual(20_000)
  })

  it('has entities, the ontology and the sources as resources, and prompts', async () => {
    const client = await connect(url())
    const { resources } = await client.listResources()
    expect(resources.map(({ uri }) => uri)).toEqual(['suanli://ontology', 'suanli://sources'])
    const read = async (uri: string) => {
      const [content] = (await client.readResource({ uri })).contents as readonly { readonly text: string }[]
      return JSON.parse(content?.text ?? '')
    }
    expect((await read('suanli://ontology')).map(({ name }: { name: string }) => name)).toContain('ComputeCentre')
    expect((await read('suanli://sources')).nodes.length).toBeGreaterThan(0)
    expect(await read('suanli://entity/official/tang-jianguo')).toMatchObject({ zh: '唐建国', type: 'OFFICIAL' })
    for (const id of ['official/nobody', 'nonsense'])
      await expect(read(`suanli://entity/${id}`)).rejects.toMatchObject({
        code: -32002,
        message: expect.stringContaining('NOT_FOUND'),
      })
    const { prompts } = await client.listPrompts()
    expect(prompts.map(({ name }) => name)).toEqual(['fact_check', 'compare_sources'])
    const { messages } = await client.getPrompt({ name: 'fact_check', arguments: { sentence: '北京有算力中心。' } })
    expect(JSON.stringify(messages)).toContain('北京有算力中心。')
  })

  it('keeps to the limits of /graphql', async () => {
    const small = await serve(store(), { limits: { maxCost: 50 }, gate: { rateCostPerMinute: 160 } })
    const client = await connect(small.url)
    expect((await call(client, 'find', { query: 'beijing' })).text).toMatch(/^QUERY_TOO_COSTLY/)
    const again = [1, 2, 3, 4].map(() => post(small.url, listTools))
    const refused = (await Promise.all(again)).find(({ status }) => status === 429)
    expect(refused?.body.error.data.code).toBe('RATE_LIMITED')
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/)
  })
}

describe('three questions over the seeds of clouds', () => {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    const seeds = ['beijing-2024', 'cn-regions', 'world-regions', 'operators', 'cloud-regions'].map(seedFolder)
    await importInto(opened.store, seeds, '2026-01-01T00:00:00.000Z')
    server = await startTestServer(opened.store)
  }, 300_000)
  afterAll(async () => {
    await server.close()
    await opened.close()
  })

  it.each([
    ['describe', { id: 'nosuch/x' }],
    ['describe', { id: 'region/nosuch' }],
    ['list_entities', { type: 'Nosuch' }],
    ['list_entities', { type: 'ComputeCentre', where: { nosuch: 'x' } }],
    ['list_entities', { type: 'ComputeCentre', where: { capacity: 'x' } }],
    ['list_entities', { type: 'ComputeCentre', where: { operator: 'qqqqqqqq' } }],
    ['list_entities', { type: 'ComputeCentre', after: 'x' }],
    ['conflicts', { property: 'nosuch' }],
    ['find', { query: '' }],
    ['find', { query: 'x'.repeat(300) }],
    ['paths', { from: 'region/beijing', to: 'nosuch' }],
    ['find', { query: 'Beijing', view: { release: 'nosuch' } }],
  ])('refuses in Chinese a model that asks %s for %j', async (name, given) => {
    const client = await connect(server.url)
    const { text, isRefused } = await call(client, name, { ...given, language: 'zh' })
    expect([isRefused, text, isChineseText(text)]).toEqual([true, text, true])
  })

  it('how many centres does Alibaba run in China?', async () => {
    const given = { type: 'ComputeCentre', where: { operator: 'Alibaba', region: 'China' }, limit: 50 }
    const { total = 0, facts } = await structured(await connect(server.url), 'list_entities', given)
    const filter = 'filter: { operator: { id: { eq: "company/alibaba-cloud" } }, region: { within: "region/china" } }'
    const { body } = await ask(server.url, `{ computeCentres(${filter}) { totalCount } }`)
    expect(total).toBe(body.data.computeCentres.totalCount)
    expect(total).toBeGreaterThan(0)
    for (const { sources } of facts.filter(({ text }) => text.includes('(computecentre/')))
      expect(sources).not.toEqual([])
  })

  it('北京有哪些算力中心', async () => {
    const given = { type: 'ComputeCentre', where: { region: '北京' }, language: 'zh' }
    const { text } = await call(await connect(server.url), 'list_entities', given)
    expect(text).toMatch(/^(智)?算力?中心：共 \d+ 个/)
    expect(text).toContain('(computecentre/beijing-east)')
    expect(text).toContain('出处:')
  })

  it('which sources disagree on the location of us-east-1?', async () => {
    const client = await connect(server.url)
    const { text } = await call(client, 'conflicts', { about: 'us-east-1', property: 'location' })
    expect(text).toContain('computecentre/aws-us-east-1')
    expect(text).toMatch(/· 3\d\.\d+.*\[\d+]/)
    const [, sources = ''] = text.split('Sources:\n')
    expect(sources.match(/https:/g)?.length).toBeGreaterThan(1)
    // A cell that holds an id of this graph is no quotation.
    const described = await call(client, 'describe', { id: 'computecentre/aws-us-east-1' })
    expect(described.text).not.toMatch(/“[a-z]+\/[a-z-]+”/)
  })
})

describe('the endpoint', () => {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    server = await startTestServer(opened.store, { mcpOrigins: ['https://chat.example'] })
  })
  afterAll(async () => {
    await server.close()
    await opened.close()
  })

  it('asks for a token where reading does', async () => {
    const closed = await serve(opened.store, { gate: { read: 'token' } })
    const refused = await post(closed.url, listTools)
    expect([refused.status, refused.body.error.data.code]).toEqual([401, 'UNAUTHENTICATED'])
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="suanli"')
    await expect(connect(closed.url)).rejects.toThrow()
    const { tools } = await (await connect(closed.url, { authorization: `Bearer ${curatorToken}` })).listTools()
    expect(tools).toHaveLength(7)
  })

  it('takes nothing from web pages of other places, nor under another name', async () => {
    const from = async (headers: Readonly<Record<string, string>>) =>
      (await post(server.url, listTools, headers)).status
    expect(await from({})).toBe(200)
    expect(await from({ origin: 'http://localhost:6274' })).toBe(200)
    expect(await from({ origin: 'https://chat.example' })).toBe(200)
    expect(await from({ origin: 'https://evil.example' })).toBe(403)
    expect(await from({ origin: 'null' })).toBe(403)
    expect(await from({ origin: 'http://localhost.evil.example' })).toBe(403)
    expect(await statusAt(server.url, 'evil.example:4000')).toBe(403)
    expect(await statusAt(server.url, 'localhost:4000')).toBe(200)
  })

  it('takes a message at a time, of a length that is read, and nothing else', async () => {
    expect(await post(server.url, [listTools, listTools])).toMatchObject({
      status: 400,
      body: { error: { code: -32600 } },
    })
    const noJson = await fetch(new URL('/mcp', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: '{',
    })
    expect(await noJson.json()).toMatchObject({ id: null, error: { code: -32700 } })
    expect((await post(server.url, { no: 'message' })).status).toBe(400)
    expect((await post(server.url, { ...listTools, id: 'x'.repeat(200_000) })).status).toBe(413)
    expect((await post(server.url, listTools, { 'content-type': 'text/css' })).status).toBe(415)
    expect((await post(server.url, listTools, { accept: 'application/json' })).status).toBe(406)
    const got = await fetch(new URL('/mcp', server.url), { headers: { accept: 'text/event-stream' } })
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST'])
    const unknown = await post(server.url, { jsonrpc: '2.0', id: 1, method: 'nothing/list' })
    expect(unknown.body.error.code).toBe(-32601)
    expect((await post(server.url, { jsonrpc: '2.0', method: 'notifications/initialized' })).status).toBe(202)
  })

  it('is counted, and logged without what was asked', async () => {
    await post(server.url, callOf('find', { query: '某人的秘密' }))
    await post(server.url, callOf('describe', { id: 'official/nobody' }))
    await post(server.url, callOf('a-clients-word', {}))
    const metrics = await (await fetch(new URL('/metrics', server.url))).text()
    expect(metrics).toContain('mcp_requests_total{tool="find",code="OK"} 1')
    expect(metrics).toContain('mcp_requests_total{tool="describe",code="NOT_FOUND"} 1')
    expect(metrics).toMatch(/http_server_request_duration_seconds_count{method="POST",route="\/mcp",status="200"} \d/)
    expect(metrics).not.toContain('a-clients-word')
    const lines = server.log.filter(({ path }) => path === '/mcp')
    expect(lines.find(({ tool }) => tool === 'find')).toMatchObject({
      operation: 'McpFind',
      type: 'query',
      status: 200,
    })
    expect(JSON.stringify(lines)).not.toContain('某人的秘密')
  })

  it('can be switched off', async () => {
    const without = await serve(opened.store, { mcp: 'off' })
    expect((await post(without.url, listTools)).status).toBe(404)
  })
})
