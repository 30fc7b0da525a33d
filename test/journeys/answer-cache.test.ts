import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Store } from '../../src/store/store.js'
import { ask, curatorToken, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'
import { writeRows } from '../support/write-rows.js'

let opened: TestStore
let today = '2026-06-01'
let server: TestServer
/** Reads wait for it. */
let gate: Promise<void> = Promise.resolve()
/** Called at each read. */
let onRead = () => {}
const servers: TestServer[] = []

beforeAll(async () => {
  opened = await openSqliteTestStore()
  await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00.000Z')
  server = await serve()
}, 120_000)
afterAll(async () => {
  for (const each of servers) await each.close()
  await opened.close()
})

async function serve(options: Parameters<typeof startTestServer>[1] = {}): Promise<TestServer> {
  const { store } = opened
  const guarded: Store = {
    description: store.description,
    writer: store.writer,
    read: async (asks, how) => {
      if (asks.length > 0) {
        onRead()
        await gate
      }
      return await store.read(asks, how)
    },
    close: () => store.close(),
  }
  const started = await startTestServer(guarded, { now: () => new Date(`${today}T04:00:00Z`), ...options })
  servers.push(started)
  return started
}

/** What the cache has done for answers since the last call. */
async function outcomes({ url }: TestServer): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const seen = Object.fromEntries(
    [...text.matchAll(/^graphql_answer_cache_total\{outcome="(\w+)"\} (\d+)$/gm)].map(([, name = '', count]) => [
      name,
      Number(count),
    ]),
  )
  const before = counted.get(url) ?? {}
  counted.set(url, seen)
  const since = Object.entries(seen).map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
  return Object.fromEntries(since.filter(([, count]) => count > 0))
}
const counted = new Map<string, Readonly<Record<string, number>>>()

const official = '{ official(id: "official/tang-jianguo") { id label } }'

describe('the cache of answers', () => {
  it('keeps an answer by document, operation, variables, day and view, and not by how the document is written', async () => {
    await outcomes(server)
    const names = 'query A($id: ID!) { region(id: $id) { id } } query B($id: ID!) { region(id: $id) { label } }'
    const twice = async (body: object, headers: Record<string, string> = {}) => {
      const answers = []
      for (const _ of [1, 2]) {
        const response = await fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        })
        answers.push(await response.text())
      }
      expect(answers[1]).toBe(answers[0])
      return JSON.parse(answers[0] ?? '').data
    }
    const id = 'region/beijing'
    const a = await twice({ query: names, operationName: 'A', variables: { id } })
    const b = await twice({ query: names, operationName: 'B', variables: { id } })
    const none = await twice({ query: names, operationName: 'A', variables: { id: 'region/nowhere' } })
    const english = await twice({ query: names, operationName: 'B', variables: { id } }, { 'accept-language': 'en' })
    expect([a, b, none, english]).toEqual([
      { region: { id } },
      { region: { label: '北京市' } },
      { region: null },
      { region: { label: 'Beijing' } },
    ])
    expect(await outcomes(server)).toEqual({ miss: 4, hit: 4 })
    await twice({ query: names.replaceAll(' ', '\n  '), operationName: 'A', variables: { id } })
    expect(await outcomes(server)).toEqual({ hit: 2 })
    expect((await ask(server.url, '{ viewDay }')).body.data).toEqual({ viewDay: '2026-06-01' })
    today = '2026-06-02'
    expect((await ask(server.url, '{ viewDay }')).body.data).toEqual({ viewDay: '2026-06-02' })
    expect(await outcomes(server)).toEqual({ miss: 2 })
  })

  it('keeps no answer with errors, none of a mutation, and none that a field decides for the moment', async () => {
    await outcomes(server)
    const wrong =
      '{ region(id: "region/beijing") { id } entity(id: "region/beijing", view: { release: "none" }) { id } }'
    for (const _ of [1, 2])
      expect((await ask(server.url, wrong)).body).toMatchObject({
        data: { region: { id: 'region/beijing' }, entity: null },
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      })
    expect(await outcomes(server)).toEqual({ miss: 2 })
    const job = 'query { revision ...F } fragment F on Query { job: importJob(id: "import/none") { status } }'
    for (const token of [undefined, curatorToken, undefined])
      expect((await ask(server.url, job, {}, token)).body.errors?.[0]?.extensions?.code).toBe(
        token === undefined ? 'UNAUTHENTICATED' : 'JOB_UNKNOWN',
      )
    expect(await outcomes(server)).toEqual({ bypass: 3 })
    const mutation = 'mutation { publishRelease(input: { title: "spring" }) { release { title } } }'
    expect((await ask(server.url, mutation, {}, curatorToken)).body.data).toBeDefined()
    expect(await outcomes(server)).toEqual({ bypass: 1 })
  })

  it('forgets with the revision', async () => {
    const revision = async () => (await ask(server.url, '{ revision }')).body.data.revision as number
    const before = await revision()
    expect(await revision()).toBe(before)
    await ask(server.url, 'mutation { publishRelease(input: { title: "summer" }) { revision } }', {}, curatorToken)
    expect(await revision()).toBe(before + 1)
  })

  it('costs the client as much, and is logged alike', async () => {
    const priced = await serve({ gate: { rateCostPerMinute: 10_000 } })
    const [computed, kept] = [await ask(priced.url, official), await ask(priced.url, official)]
    expect(await outcomes(priced)).toEqual({ miss: 1, hit: 1 })
    const left = [computed, kept].map(({ headers }) => Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]))
    expect(10_000 - (left[0] ?? 0)).toBe((left[0] ?? 0) - (left[1] ?? 0))
    expect(kept.cost).toEqual(computed.cost)
    const lines = priced.log.filter(({ path }) => path === '/graphql').map(({ ms, time, ...line }) => line)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toEqual(lines[0])
    // Enough for two answers, and for the third request without its operation.
    const cost = Number(kept.cost?.predicted)
    const spent = await serve({ gate: { rateCostPerMinute: 3 * (10 + cost) - 1 } })
    const answers = []
    for (const _ of [1, 2, 3]) answers.push(await ask(spent.url, official))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(answers[2]).toMatchObject({
      cost: { predicted: cost },
      body: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] },
    })
    expect(await outcomes(spent)).toEqual({ miss: 1, hit: 1 })
  })

  it('is not asked for what a client may not ask', async () => {
    const strict = await serve({ limits: { maxDepth: 2 } })
    const deep = '{ officials(first: 1) { nodes { id names { text } } } }'
    for (const _ of [1, 2]) expect((await ask(strict.url, deep)).status).toBe(400)
    expect(await outcomes(strict)).toEqual({})
  })

  it('keeps no answer for which the rows failed: without them less may be found', async () => {
    await writeRows(opened.store)
    const { store } = opened
    let isBroken = true
    const rows = new Proxy(store.rows as object, {
      get: (of, key) => {
        const value: unknown = Reflect.get(of, key, of)
        if (typeof value !== 'function') return value
        return (...given: unknown[]) => (isBroken ? Promise.reject(new Error('broken')) : value.apply(of, given))
      },
    }) as NonNullable<Store['rows']>
    const broken = await startTestServer({
      description: store.description,
      writer: store.writer,
      rows,
      read: (...given) => store.read(...given),
      close: () => store.close(),
    })
    servers.push(broken)
    const listed = '{ regions(first: 3) { totalCount nodes { label } } }'
    const answers = [await ask(broken.url, listed), await ask(broken.url, listed)]
    expect(await outcomes(broken)).toEqual({ miss: 2 })
    isBroken = false
    for (const _ of [1, 2]) answers.push(await ask(broken.url, listed))
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
  })
})

describe('requests for one answer that come at once', () => {
  const query = (n: number) => `{ official(id: "official/tang-jianguo") { id n${n}: label } }`
  let reads = 0
  const held = () => {
    let release = () => {}
    gate = new Promise(resolve => {
      release = () => {
        resolve()
        gate = Promise.resolve()
      }
    })
    reads = 0
    const isRead = new Promise<void>(resolve => {
      onRead = () => {
        reads += 1
        resolve()
      }
    })
    return { release, isRead }
  }

  it('are computed once', async () => {
    const own = await serve()
    const { release, isRead } = held()
    const first = ask(own.url, query(1))
    await isRead
    const others = [1, 2, 3].map(() => ask(own.url, query(1)))
    // Long enough for each to read as well, if it did.
    await new Promise(resolve => setTimeout(resolve, 100))
    release()
    const answers = await Promise.all([first, ...others])
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
    expect(reads).toBe(1)
    expect(await outcomes(own)).toMatchObject({ miss: 1 })
  })

  it('are computed by another one if the client of the first leaves', async () => {
    const own = await serve()
    const { release, isRead } = held()
    const leaving = new AbortController()
    const first = fetch(`${own.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: query(2) }),
      signal: leaving.signal,
    })
    first.catch(() => {})
    await isRead
    const second = ask(own.url, query(2))
    leaving.abort()
    await expect(first).rejects.toThrow()
    release()
    expect((await second).body.data).toEqual({ official: { id: 'official/tang-jianguo', n2: '唐建国' } })
  })

  it('wait no longer than their own time', async () => {
    const own = await serve({ timeoutMs: 300 })
    const { release, isRead } = held()
    const first = ask(own.url, query(3))
    await isRead
    const second = ask(own.url, query(3))
    const codes = (await Promise.all([first, second])).map(({ body }) => body.errors?.[0]?.extensions?.code)
    expect(codes).toEqual(['TIMEOUT', 'TIMEOUT'])
    release()
    expect((await ask(own.url, query(3))).body.errors).toBeUndefined()
  })
})
