import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { hostileQueries } from '../judged/hostile-queries.js'
import { said, statement, withdrawal } from '../support/dataset-builder.js'
import { ask, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'
import { writeRows } from '../support/write-rows.js'

const document = `query ($query: String!, $types: [EntityType!], $first: Int, $after: String, $view: ViewInput) {
  search(query: $query, types: $types, first: $first, after: $after, view: $view) {
    totalCount facets { type count } pageInfo { hasNextPage hasPreviousPage endCursor } nodes { id }
    edges { cursor score node { id type } match { text language reason highlights { start end } } }
  } }`

let opened: TestStore
let server: TestServer
beforeAll(async () => {
  opened = await openSqliteTestStore()
  await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00.000Z')
  await writeRows(opened.store)
  server = await startTestServer(opened.store)
})
afterAll(async () => {
  await server.close()
  await opened.close()
})

const search = async (variables: Readonly<Record<string, unknown>>) => await ask(server.url, document, variables)
const found = async (variables: Readonly<Record<string, unknown>>) => {
  const { body } = await search(variables)
  expect(body.errors).toBeUndefined()
  return body.data.search
}
const idsOf = async (variables: Readonly<Record<string, unknown>>): Promise<string[]> =>
  (await found(variables)).nodes.map(({ id }: { id: string }) => id)

describe('a search', () => {
  it('says by what an entity was found, and how', async () => {
    expect(await found({ query: 'jianguo tang', types: ['OFFICIAL'] })).toEqual({
      totalCount: 1,
      facets: [{ type: 'OFFICIAL', count: 1 }],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: expect.any(String) },
      nodes: [{ id: 'official/tang-jianguo' }],
      edges: [
        {
          cursor: expect.any(String),
          score: 0.8,
          node: { id: 'official/tang-jianguo', type: 'OFFICIAL' },
          match: { text: '唐建国', language: 'zh-Hans', reason: 'PINYIN', highlights: [{ start: 0, end: 3 }] },
        },
      ],
    })
  })

  it.each([
    ['Sūzhōu', 'region/cn-320500', 'region/cn-341300'],
    ['Sùzhōu', 'region/cn-341300', 'region/cn-320500'],
    ['shān xī', 'region/shanxi', 'region/shaanxi'],
    ['shǎn xī', 'region/shaanxi', 'region/shanxi'],
  ])('puts names with the tones of %s first, and keeps those with other tones', async (query, same, other) => {
    expect((await idsOf({ query, types: ['REGION'] })).slice(0, 2)).toEqual([same, other])
  })

  it('counts in UTF-16, and gives a code and an id no language', async () => {
    const { edges } = await found({ query: '110000' })
    expect(edges[0].match).toEqual({
      text: '110000',
      language: 'zxx',
      reason: 'EXACT',
      highlights: [{ start: 0, end: 6 }],
    })
    const byId = await found({ query: 'tang-jianguo' })
    expect(byId.edges[0].match).toEqual({
      text: 'official/tang-jianguo',
      language: 'zxx',
      reason: 'EXACT',
      highlights: [{ start: 9, end: 21 }],
    })
  })

  it('gives each hit once on all pages together, in the order of the whole', async () => {
    const whole = await found({ query: 'zhou', first: 100 })
    expect(whole.totalCount).toBeGreaterThan(50)
    expect(whole.totalCount).toBe(whole.edges.length)
    const scores = whole.edges.map(({ score }: { score: number }) => score)
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a))
    const paged: string[] = []
    let after: string | undefined
    do {
      const page = await found({ query: 'zhou', first: 7, after })
      expect(page.totalCount).toBe(whole.totalCount)
      expect(page.pageInfo.hasPreviousPage).toBe(after !== undefined)
      paged.push(...page.nodes.map(({ id }: { id: string }) => id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined
    } while (after !== undefined)
    expect(paged).toEqual(whole.nodes.map(({ id }: { id: string }) => id))
    expect(new Set(paged).size).toBe(whole.totalCount)
  })

  it('gives no rows where none are asked for, and twenty where nobody says how many', async () => {
    expect(await found({ query: 'zhou', first: 0 })).toMatchObject({ edges: [], pageInfo: { hasNextPage: true } })
    expect((await found({ query: 'zhou' })).edges).toHaveLength(20)
  })

  it('counts what it found of each type, also of those that are not asked for', async () => {
    const all = await found({ query: '北京', first: 100 })
    expect(all.facets).toEqual([
      { type: 'COMPUTE_CENTRE', count: 4 },
      { type: 'BUREAU', count: 1 },
      { type: 'REGION', count: 1 },
    ])
    expect(all.totalCount).toBe(6)
    const some = await found({ query: '北京', types: ['BUREAU', 'REGION'] })
    expect(some.facets).toEqual(all.facets)
    expect(some.totalCount).toBe(2)
    expect(some.nodes).toEqual([{ id: 'region/beijing' }, { id: 'bureau/beijing-eit' }])
    expect(await found({ query: '北京', types: ['TARGET'] })).toMatchObject({ totalCount: 0, edges: [] })
  })

  it('finds names that lost in a conflict, and no name that the view does not trust', async () => {
    const trust = (language: string) => ({ trust: { languages: [language], others: 'NEVER' } })
    const tang = ['official/tang-jianguo']
    expect(await idsOf({ query: 'Zhao Jianguo' })).toEqual(tang)
    expect(await idsOf({ query: 'Zhao Jianguo', view: trust('en') })).toEqual(tang)
    expect(await idsOf({ query: 'Zhao Jianguo', view: trust('zh-Hans') })).toEqual([])
    expect(await idsOf({ query: '唐建国', view: trust('en') })).toEqual([])
  })

  it('finds nothing before it was known', async () => {
    expect(await idsOf({ query: '唐建国', view: { knownAt: '2025-12-31T23:59:59Z' } })).toEqual([])
    expect(await idsOf({ query: 'official/tang-jianguo', view: { knownAt: '2025-12-31T23:59:59Z' } })).toEqual([])
    expect(await idsOf({ query: '唐建国', view: { knownAt: '2026-01-01T00:00:00Z' } })).toEqual([
      'official/tang-jianguo',
    ])
  })

  it('finds a name while it stands, and as long as it held', async () => {
    const old = statement('statement/old', 'region/pudong', {
      value: { kind: 'text', text: '川沙县', language: 'zh-Hans' },
      valid: '1949/1992',
    })
    const now = statement('statement/now', 'region/pudong', {
      value: { kind: 'text', text: '浦东新区', language: 'zh-Hans' },
    })
    const store = await openSqliteTestStore()
    const change = async (at: string, batch: Parameters<typeof store.store.writer.stage>[1]) => {
      const staged = await store.store.writer.begin(['news'], 'here:1', () => false)
      await store.store.writer.stage(staged, batch)
      await store.store.writer.publish(staged, at)
    }
    await change('2025-01-01T00:00:00Z', said('news', old, now))
    await change('2025-02-01T00:00:00Z', { withdrawals: [withdrawal(now, 'news')] })
    const other = await startTestServer(store.store)
    const ids = async (query: string, view?: object) =>
      (await ask(other.url, document, { query, view })).body.data.search.nodes.map(({ id }: { id: string }) => id)
    expect(await ids('浦东')).toEqual([])
    expect(await ids('浦东', { knownAt: '2025-01-15T00:00:00Z' })).toEqual(['region/pudong'])
    expect(await ids('川沙')).toEqual([])
    expect(await ids('川沙', { validAt: '1980' })).toEqual(['region/pudong'])
    await other.close()
    await store.close()
  })
})

describe('a search by several facts', () => {
  const byFacts = `query ($query: String!, $types: [EntityType!], $view: ViewInput) {
    search(query: $query, types: $types, view: $view) { totalCount ignoredWords edges { node { id } match { text reason }
      matches { words property { id } qualifier { name } entity { id } isDirect isQuote statement { asStated }
        text reason en: description(language: "en") zh: description(language: "zh-Hans") } } } }`
  const search = async (query: string, more: object = {}) => {
    const { body } = await ask(server.url, byFacts, { query, ...more })
    expect(body.errors).toBeUndefined()
    return body.data.search
  }
  const idsOf = async (query: string, more: object = {}): Promise<string[]> =>
    (await search(query, more)).edges.map(({ node }: { node: { id: string } }) => node.id)

  it('names each fact, in both languages', async () => {
    const { edges, ignoredWords } = await search('chief economist Beijing', { types: ['OFFICIAL'] })
    expect(ignoredWords).toEqual([])
    expect(edges).toEqual([
      {
        node: { id: 'official/tang-jianguo' },
        match: { text: 'Chief Economist', reason: 'FACTS' },
        matches: [
          {
            ...{ words: ['chief economist'], property: { id: 'Official.position' }, qualifier: { name: 'title' } },
            ...{ entity: null, isDirect: true, isQuote: false, text: 'Chief Economist', reason: 'WORDS' },
            statement: { asStated: 'Beijing Municipal Economy and Information Technology Bureau' },
            en: 'position, title: Chief Economist',
            zh: '职务（职称）：Chief Economist',
          },
          {
            ...{ words: ['Beijing'], property: { id: 'Official.position' }, qualifier: null },
            ...{ entity: { id: 'region/beijing' }, isDirect: false, isQuote: false, reason: 'EXACT' },
            ...{ statement: { asStated: expect.any(String) }, text: expect.any(String) },
            en: expect.stringMatching(/^position \(within\): /),
            zh: expect.stringMatching(/^职务（上级）：北京/),
          },
        ],
      },
    ])
  })

  it('puts what is called so before who has a longer title with the words', async () => {
    const text = (content: string) => ({ value: { kind: 'text' as const, text: content, language: 'en' } })
    const name = (of: string, content: string) => statement(`statement/${of}`, of, text(content))
    const store = await openSqliteTestStore()
    const staged = await store.store.writer.begin(['news'], 'here:1', () => false)
    const office = statement('statement/office', 'official/han-zhifei', {
      property: 'position',
      value: { kind: 'entity', entity: 'bureau/ministry' },
      qualifiers: { title: 'Minister in Charge of the Development and Reform Commission of the State' },
    })
    const names = [
      name('official/han-zhifei', 'Han Zhifei'),
      name('bureau/ministry', 'Ministry of Plans'),
      name('bureau/commission', 'National Development and Reform Commission'),
    ]
    await store.store.writer.stage(staged, said('news', office, ...names))
    await store.store.writer.publish(staged, '2025-01-01T00:00:00Z')
    await writeRows(store.store)
    const other = await startTestServer(store.store)
    const { body } = await ask(other.url, byFacts, { query: '发改委' })
    expect(body.data.search.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([
      'bureau/commission',
      'official/han-zhifei',
    ])
    await other.close()
    await store.close()
  })

  it('tells the one fact of a query that is a name, an id or a type', async () => {
    const factOf = async (query: string) => (await search(query)).edges[0].matches
    expect(await factOf('唐建国')).toMatchObject([
      { words: ['唐建国'], property: { id: 'Official.name' }, en: 'name: 唐建国' },
    ])
    expect(await factOf('tang-jianguo')).toMatchObject([{ property: null, zh: '标识：official/tang-jianguo' }])
    expect(await factOf('走廊 京津冀')).toMatchObject([{ property: { id: 'Corridor.name' }, reason: 'WORDS' }])
    expect((await factOf('官员'))[0]).toMatchObject({ property: null, en: 'type: 官员', zh: '类型：官员' })
  })

  it('says which words were left out, and leaves out none of what is found as a whole', async () => {
    const { ignoredWords, edges } = await search('北京 总经济师 芭蕾舞')
    expect([ignoredWords, edges[0].node.id]).toEqual([['芭蕾舞'], 'official/tang-jianguo'])
    expect((await search('唐建国')).ignoredWords).toEqual([])
    expect(await search('芭蕾舞 zxqv')).toMatchObject({ totalCount: 0, ignoredWords: [] })
  })

  it('compares facts in the view: of sources that it trusts, and as known then', async () => {
    const trust = (language: string) => ({ view: { trust: { languages: [language], others: 'NEVER' } } })
    expect((await idsOf('总经济师', trust('zh-Hans')))[0]).toBe('official/tang-jianguo')
    expect(await idsOf('北京 总经济师', trust('zh-Hans'))).toContain('official/tang-jianguo')
    expect(await idsOf('Chief Economist', trust('en'))).toContain('official/tang-jianguo')
    expect(await idsOf('唐建国 目标', trust('en'))).toEqual([])
    expect(await idsOf('唐建国 目标')).toContain('target/beijing-compute-2025')
    expect(await idsOf('唐建国 目标', { view: { knownAt: '2026-01-01T00:00:00Z' } })).toContain(
      'target/beijing-compute-2025',
    )
    expect(await idsOf('唐建国 目标', { view: { knownAt: '2025-12-31T00:00:00Z' } })).toEqual([])
    expect(await idsOf('北京 算力中心', { view: { validAt: '2024' } })).toContain('computecentre/beijing-east')
  })
})

describe('a search that is asked for wrongly', () => {
  it.each([
    ['an empty query', { query: '' }, 'BAD_USER_INPUT'],
    ['a blank one', { query: ' \u3000\t' }, 'BAD_USER_INPUT'],
    ['a very long one', { query: '北'.repeat(10_000) }, 'BAD_USER_INPUT'],
    ['fewer than no rows', { query: '北京', first: -1 }, 'BAD_USER_INPUT'],
    ['too many rows', { query: '北京', first: 101 }, 'PAGE_TOO_LARGE'],
    ['a cursor that is none', { query: '北京', after: 'x' }, 'INVALID_CURSOR'],
    [
      'a cursor of another list',
      { query: '北京', after: Buffer.from('["region/beijing"]').toString('base64url') },
      'INVALID_CURSOR',
    ],
    ['a type that is none', { query: '北京', types: ['PLANET'] }, 'BAD_USER_INPUT'],
  ])('%s is refused with a code', async (_, variables, code) => {
    const { status, body } = await search(variables)
    expect(status).toBeLessThan(500)
    expect(body.errors?.map(({ extensions }) => extensions?.code)).toEqual([code])
    if (code !== 'BAD_USER_INPUT' || !('types' in variables)) expect(body.errors?.[0]?.path).toEqual(['search'])
  })

  it.each(hostileQueries)('%j is words and no syntax', async (query, words) => {
    const { totalCount, nodes } = await found({ query, first: 100 })
    if (words === '') return
    const plain = await found({ query: words, first: 100 })
    const sorted = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).sort()
    expect({ totalCount, ids: sorted(nodes) }).toEqual({ totalCount: plain.totalCount, ids: sorted(plain.nodes) })
  })

  it('a forged place in the list is a place like any other', async () => {
    const after = Buffer.from('["zzz","","\\ud800"]').toString('base64url')
    const { status, body } = await search({ query: '北京', after })
    expect(status).toBe(200)
    expect(body.errors?.[0]?.extensions?.code ?? body.data.search.edges).toEqual(body.errors ? 'INVALID_CURSOR' : [])
  })
})
