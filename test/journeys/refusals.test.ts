import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { isChineseText } from '../support/is-chinese.js'
import { serveSeeds } from '../support/serve-seeds.js'
import { type Answer, answerOf, ask, curatorToken } from '../support/server.js'
import { openSqliteTestStore } from '../support/stores.js'

const listed = new Set(
  [...readFileSync(new URL('../../schema/error-codes.md', import.meta.url), 'utf8').matchAll(/^\| `(\w+)`/gm)].map(
    ([, code]) => code,
  ),
)

/** What a client that makes a mistake is told: a code of the list, and what it needs to repair its request. */
describe('bad requests', () => {
  const { url } = serveSeeds(openSqliteTestStore)
  const codesOf = ({ body }: Answer) => (body.errors ?? []).map(({ extensions }) => extensions?.code)
  const first = async (query: string, variables?: Readonly<Record<string, unknown>>) => {
    const { status, body } = await ask(url(), query, variables)
    expect(status).toBeLessThan(500)
    for (const error of body.errors ?? []) {
      expect(listed).toContain(error.extensions?.code)
      expect(error.message).not.toMatch(/call stack|RangeError|TypeError|undefined/)
    }
    return body.errors?.[0]?.extensions
  }
  const post = async (body: unknown) =>
    await answerOf(
      await fetch(new URL('/graphql', url()), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )

  it.each([
    ['the view of the field', {}, ', view: { language: "zh-Hans" }'],
    ['the view of the request', { 'suanli-view': '{"language":"zh"}', 'accept-language': 'en' }, ''],
    ['Accept-Language', { 'accept-language': 'fr, zh-CN;q=0.9, en;q=0.8' }, ''],
  ])('are answered in the language of %s', async (_, headers, view) => {
    const messageTo = async (list: string, given: Readonly<Record<string, string>>) => {
      const response = await fetch(new URL('/graphql', url()), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...given },
        body: JSON.stringify({ query: `{ computeCentres(${list}) { totalCount } }` }),
      })
      const { body } = await answerOf(response)
      return body.errors?.[0]?.message
    }
    expect(await messageTo(`first: 101${view}`, headers)).toBe(
      '`first: 101` 超过上限 100：每次最多请求 100 条，再用 `after: endCursor` 继续。',
    )
    expect(await messageTo(`last: 101${view}`, headers)).toBe(
      '`last: 101` 超过上限 100：每次最多请求 100 条，再用 `before: startCursor` 继续。',
    )
    expect(await messageTo(`first: -1${view}`, headers)).toBe('`first: -1` 为负数：请给出 0 到 100。')
    expect(await messageTo('first: -1', { 'suanli-view': '{"language":"en"}', 'accept-language': 'zh' })).toBe(
      '`first: -1` is negative: give 0 to 100.',
    )
  })

  it.each([
    ['no header', {}, '', '北京市'],
    ['Accept-Language', { 'accept-language': 'fr;q=0.9, en-GB;q=0.8, zh;q=0.5' }, '', 'Beijing'],
    ['the view of the request', { 'accept-language': 'en', 'suanli-view': '{"language":"zh-Hans"}' }, '', '北京市'],
    ['the view of the field', { 'accept-language': 'zh' }, ', view: { language: "en" }', 'Beijing'],
    ['a view that is null', { 'accept-language': 'en', 'suanli-view': 'null' }, '', 'Beijing'],
    ['a view without language', { 'accept-language': 'en' }, ', view: { validAt: "2024" }', 'Beijing'],
  ])('and labels are in the language of %s', async (_, headers, view, label) => {
    const query = `{ region(code: "110000"${view}) { label } }`
    const response = await fetch(new URL(`/graphql?query=${encodeURIComponent(query)}`, url()), { headers })
    expect(response.headers.get('vary')).toMatch(/accept-language/i)
    expect((await answerOf(response)).body.data.region.label).toBe(label)
  })

  it.each([
    ['POST', '/nothing', {}, 404],
    ['GET', '/export/nothing', {}, 404],
    ['PUT', '/graphql', {}, 405],
    ['GET', '/graphql?query=mutation{x}', {}, 405],
    ['GET', '/graphql?query={__typename}&variables=x', {}, 400],
    ['GET', '/graphql?query={__typename}&variables=[]', {}, 400],
    ['GET', '/graphql', {}, 400],
    ['GET', '/graphql?query={__typename}', { 'suanli-view': 'x' }, 400],
    ['GET', '/graphql?query={__typename}', { 'suanli-view': '[]' }, 400],
    ['GET', '/graphql?query={__typename}', { 'suanli-view': '{"nosuch":1}' }, 400],
    ['GET', '/graphql?query={__typename}', { authorization: 'Bearer nosuch' }, 401],
    ['GET', '/reconcile?queries=x', {}, 400],
    ['GET', '/reconcile/suggest/nothing', {}, 404],
    ['GET', '/reconcile/properties?limit=x', {}, 400],
  ])('are in Chinese for %s %s with %j', async (method, path, headers, status) => {
    const response = await fetch(new URL(path, url()), { method, headers: { 'accept-language': 'zh-CN', ...headers } })
    const { errors } = (await response.json()) as { readonly errors: readonly { readonly message: string }[] }
    expect(errors.map(({ message }) => [message, isChineseText(message)])).toEqual([[errors[0]?.message, true]])
    expect(response.status).toBe(status)
  })

  it.each([
    ['{ computeCentres(filter: { region: { within: "region/nosuch" } }) { totalCount } }'],
    ['{ computeCentres(filter: { operator: { id: { eq: "official/nosuch" } } }) { totalCount } }'],
    ['{ computeCentres(filter: { operator: null }) { totalCount } }'],
    ['{ region(id: "company/x") { id } }'],
    ['{ paths(from: "__proto__", to: "constructor") { totalCount } }'],
    ['{ region { id } }'],
    ['{ entity(id: "official/tang-jianguo") { resolution(property: "offce") { rule } } }'],
    ['{ regions(after: "x") { totalCount } }'],
    ['{ regions(first: 1, last: 1) { totalCount } }'],
    ['{ search(query: "") { totalCount } }'],
    ['{ paths(from: "region/beijing", to: "region/tianjin", links: ["nosuch"]) { totalCount } }'],
    ['{ paths(from: "region/beijing", to: "region/tianjin", maxHops: 99) { totalCount } }'],
    ['{ candidates(minScore: 5) { totalCount } }'],
    ['{ statements(filter: { property: { eq: "nosuch" } }) { totalCount } }'],
    ['{ regions(view: { trust: { sources: ["nosuch"] } }) { totalCount } }'],
    ['{ regions(view: { trust: { languages: ["sv"] } }) { totalCount } }'],
    ['{ regions(view: { release: "nosuch" }) { totalCount } }'],
    ['{ regions(view: { release: "x", knownAt: "2024-01-01T00:00:00Z" }) { totalCount } }'],
    ['{ computeCentres { aggregate { capacity(unit: CNY) { sum } } } }'],
    ['{ changes(after: "x") { totalCount } }'],
    ['{ _entities(representations: [{ __typename: "Nosuch" }]) { __typename } }'],
    ['{ _entities(representations: [{ __typename: "Region" }]) { __typename } }'],
    ['mutation { reopenConflict(input: { conflictId: "x", reason: "x" }) { revision } }'],
    ['mutation { publishRelease(input: { title: "…" }) { revision } }', curatorToken],
    ['mutation { retractStatement(input: { statementId: "x", reason: " " }) { revision } }', curatorToken],
    ['subscription { changed { cursor } }'],
    [
      '{ a: computeCentres(first: 100) { nodes { statements(first: 100) { nodes { conflicts { subject { names { statement { id } } } } } } } } }',
    ],
  ])('are in Chinese for %s', async (query, token = undefined) => {
    const { status, body } = await answerOf(
      await fetch(new URL('/graphql', url()), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': 'zh',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query }),
      }),
    )
    expect(status).toBeLessThan(500)
    const messages = (body.errors ?? []).map(({ message }) => message)
    expect(messages).not.toEqual([])
    for (const message of messages) expect([message, isChineseText(message)]).toEqual([message, true])
    expect(messages.join()).not.toContain('[object')
    for (const { extensions } of body.errors ?? []) {
      expect(listed).toContain(extensions?.code)
      if (extensions?.code === 'BAD_USER_INPUT') expect(extensions.argument).toMatch(/\w/)
    }
  })

  it('before an operation are answered in the language of the request, and of a limit too', async () => {
    const chinese = { 'content-type': 'application/json', 'accept-language': 'zh' }
    const aliases = Array.from({ length: 300 }, (_, i) => `a${i}: __typename`).join(' ')
    const limited = await fetch(new URL('/graphql', url()), {
      method: 'POST',
      headers: chinese,
      body: JSON.stringify({ query: `{ ${aliases} }` }),
    })
    expect((await answerOf(limited)).body.errors?.[0]?.message).toMatch(/请拆分/)
    const forbidden = await fetch(new URL('/graphql', url()), {
      method: 'POST',
      headers: chinese,
      body: JSON.stringify({ query: 'mutation { publishRelease(input: { title: "x", reason: "x" }) { revision } }' }),
    })
    expect((await answerOf(forbidden)).body.errors?.[0]?.message).toMatch(/令牌/)
  })

  it.each([
    ['{ entity(id: "region/beijing") { suppliers { totalCount } } }', 'Region'],
    ['{ computeCentres(orderBy: [{ field: LABLE }]) { totalCount } }', 'LABEL'],
    ['{ regin { id } }', 'region'],
    ['{ regions }', undefined],
  ])('suggest one name, and no word of the sentence: %s', async (query, suggestion) => {
    expect((await first(query))?.suggestion).toBe(suggestion)
  })

  it.each([
    ['filter: { operator: null }', { code: 'BAD_USER_INPUT', argument: 'filter.operator' }],
    ['filter: { operator: { id: { eq: null } } }', { code: 'BAD_USER_INPUT', argument: 'filter.operator.id.eq' }],
    ['filter: { or: [{ status: null }] }', { code: 'BAD_USER_INPUT', argument: 'filter.or.0.status' }],
    ['filter: { region: { within: "region/nowhere" } }', { code: 'NOT_FOUND', argument: 'filter.region.within' }],
    [
      'filter: { region: { within: "110000" } }',
      { code: 'NOT_FOUND', argument: 'filter.region.within', suggestion: 'region/beijing' },
    ],
    ['filter: { operator: { id: { eq: "company/no" } } }', { code: 'NOT_FOUND', argument: 'filter.operator.id.eq' }],
    ['first: 101', { code: 'PAGE_TOO_LARGE', argument: 'first', seen: 101, max: 100 }],
    ['first: -1', { code: 'BAD_USER_INPUT', argument: 'first', min: 0, max: 100 }],
    ['before: "x"', { code: 'INVALID_CURSOR', argument: 'before' }],
    ['frist: 1', { code: 'GRAPHQL_VALIDATION_FAILED', argument: 'frist', suggestion: 'first' }],
  ])('tell what is wrong with a list: %s', async (given, expected) => {
    expect(await first(`{ computeCentres(${given}) { totalCount } }`)).toEqual(expected)
  })

  it.each([
    ['subject: { eq: "official/nobody" }', { code: 'NOT_FOUND', argument: 'filter.subject.eq' }],
    ['property: { eq: "capcity" }', { code: 'NOT_IN_ONTOLOGY', argument: 'filter.property', suggestion: 'capacity' }],
    [
      'source: { in: ["shobserver-768621"] }',
      { code: 'NOT_FOUND', argument: 'filter.source', suggestion: 'shobserver-768612' },
    ],
    [
      'edition: { eq: "shobserver-768612#fr" }',
      { code: 'NOT_FOUND', argument: 'filter.edition', suggestion: 'shobserver-768612#zh-Hans' },
    ],
    ['language: { eq: "cn" }', { code: 'NOT_FOUND', argument: 'filter.language' }],
    ['minConfidence: 2', { code: 'BAD_USER_INPUT', argument: 'filter.minConfidence', max: 1 }],
  ])('tell what is wrong with a filter of statements: %s', async (filter, expected) => {
    expect(await first(`{ statements(filter: { ${filter} }) { totalCount } }`)).toMatchObject(expected)
  })

  it('tell an id of another type, wherever one type is meant; an id of nothing is null', async () => {
    expect(await first('{ computeCentre(id: "region/beijing") { id } }')).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'id',
    })
    const { body } = await ask(url(), '{ computeCentre(id: "computecentre/none") { id } node(id: "garbage") { id } }')
    expect(body).toEqual({ data: { computeCentre: null, node: null } })
    expect(await first('{ paths(from: "region/beijing", to: "region/none") { totalCount } }')).toEqual({
      code: 'NOT_FOUND',
      argument: 'to',
    })
  })

  it('ask for presence by `exists`, and for what is none of some values by `notIn`', async () => {
    const count = async (filter: string) =>
      (await ask(url(), `{ targets(filter: ${filter}) { totalCount } all: targets { totalCount } }`)).body.data
    const [having, lacking] = [await count('{ due: { exists: true } }'), await count('{ due: { exists: false } }')]
    expect(having.targets.totalCount).toBeGreaterThan(0)
    expect(having.targets.totalCount + lacking.targets.totalCount).toBe(having.all.totalCount)
    const linked = await count('{ announcedBy: { exists: true } }')
    const not = await count('{ announcedBy: { exists: false } }')
    expect(linked.targets.totalCount + not.targets.totalCount).toBe(linked.all.totalCount)
    const regions = (await ask(url(), '{ regions(filter: { level: { notIn: [PROVINCE, COUNTRY] } }) { totalCount } }'))
      .body.data.regions
    const others = (
      await ask(
        url(),
        '{ regions(filter: { level: { in: [PROVINCE, COUNTRY] } }) { totalCount } all: regions { totalCount } none: regions(filter: { level: { exists: false } }) { totalCount } }',
      )
    ).body.data
    expect(regions.totalCount + others.regions.totalCount + others.none.totalCount).toBe(others.all.totalCount)
  })

  it('refuse numbers that have lost digits on their way, and take all others', async () => {
    const query = 'query ($atLeast: QuantityInput!) { targets(filter: { value: { gte: $atLeast } }) { totalCount } }'
    const with_ = (amount: unknown) => first(query, { atLeast: { amount, unit: 'PFLOPS' } })
    for (const amount of ['1.50000000000000000001', 1.5, 10_000, 0.1]) expect(await with_(amount)).toBeUndefined()
    for (const amount of [0.1 + 0.2, 2 ** 60, 1e30, 1e-9, null, true])
      expect(await with_(amount)).toMatchObject({ code: 'BAD_USER_INPUT', argument: '$atLeast' })
  })

  it('refuse what nests too deeply, in documents and in variables', async () => {
    const nested = (open: string, close: string, times: number) => `${open.repeat(times)}${close.repeat(times)}`
    for (const query of [
      `{ computeCentres(filter: ${nested('{ not: ', '}', 3_000).replace('{ not: }', '{}')}) { totalCount } }`,
      `{ computeCentres(filter: { and: ${nested('[', ']', 2_400)} }) { totalCount } }`,
      `query ($v: ${nested('[', ']', 2_000).replace('[]', '[Int]')}) { revision }`,
      `{ ${'region(code: "1") { parent { '.repeat(500)} id ${'} }'.repeat(500)} }`,
    ]) {
      const answer = await ask(url(), query)
      expect(answer.status).toBe(400)
      expect(['QUERY_TOO_DEEP', 'GRAPHQL_PARSE_FAILED']).toContain(codesOf(answer)[0])
      expect(JSON.stringify(answer.body)).not.toMatch(/call stack/)
    }
    let filter: unknown = {}
    for (let depth = 0; depth < 1_000; depth++) filter = { not: filter }
    const query = 'query ($filter: ComputeCentreFilter) { computeCentres(filter: $filter) { totalCount } }'
    const answer = await ask(url(), query, { filter })
    expect([answer.status, codesOf(answer)]).toEqual([400, ['QUERY_TOO_DEEP']])
    expect((await ask(url(), '{ region(code: "[[[[{{{{((((") { id } }')).body).toEqual({ data: { region: null } })
  })

  it('are 400 with a listed code where the document, its operation or its hash is not there', async () => {
    for (const [body, code] of [
      [{ query: 'query A { revision }', operationName: 'B' }, 'OPERATION_RESOLUTION_FAILURE'],
      [{ query: 'query A { revision } query B { revision }' }, 'OPERATION_RESOLUTION_FAILURE'],
      [{ query: '{' }, 'GRAPHQL_PARSE_FAILED'],
      [{ query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
      [{}, 'BAD_REQUEST'],
    ] as const) {
      const answer = await post(body)
      expect([answer.status, codesOf(answer)]).toEqual([400, [code]])
      expect(listed).toContain(code)
    }
    const sha256Hash = 'a'.repeat(64)
    const unknown = await post({ extensions: { persistedQuery: { version: 1, sha256Hash } } })
    expect(codesOf(unknown)).toEqual(['PERSISTED_QUERY_NOT_FOUND'])
    expect(listed).toContain('PERSISTED_QUERY_NOT_FOUND')
    expect(listed).toContain('SETTING_IMPOSSIBLE')
  })
})

describe('why a value is shown', () => {
  const { url } = serveSeeds(openSqliteTestStore)
  const data = async (query: string) => {
    const { body } = await ask(url(), query)
    expect(body.errors).toBeUndefined()
    return body.data
  }

  it('is told for all properties at once, with what supports and what contradicts', async () => {
    const parts =
      'property { name } chosen { id } rule alternatives { id } supporting { id } contradicting { id asStated }'
    const { official, entity, one } = await data(
      `{ official(id: "official/tang-jianguo") { resolutions { ${parts} } resolution(property: "name") { ${parts} } }
         entity(id: "official/tang-jianguo") { resolutions { property { name } } }
         one: official(id: "official/tang-jianguo") { resolutions(properties: [NAME]) { ${parts} } } }`,
    )
    const [name] = official.resolutions
    expect(name).toEqual(official.resolution)
    expect(one.resolutions).toEqual([name])
    expect(entity.resolutions).toEqual(official.resolutions.map(({ property }: { property: object }) => ({ property })))
    expect(name.contradicting).toContainEqual(expect.objectContaining({ asStated: 'Zhao Jianguo' }))
    const ids = (list: { id: string }[]) => list.map(({ id }) => id)
    for (const { alternatives, supporting, contradicting } of official.resolutions)
      expect(ids(alternatives)).toEqual(expect.arrayContaining([...ids(supporting), ...ids(contradicting)]))
  })

  it('is told in the language of the view, and a label says its own', async () => {
    const query = (view: string) =>
      `{ official(id: "official/tang-jianguo"${view}) { label labelLanguage resolution(property: "name") { explanation english: explanation(language: "en") } } }`
    const { official: chinese } = await data(query(', view: { language: "zh-Hans" }'))
    const { official: english } = await data(query(', view: { language: "en" }'))
    expect(chinese).toMatchObject({ label: '唐建国', labelLanguage: 'zh-Hans' })
    expect(chinese.resolution.explanation).toMatch(/[\u4e00-\u9fff]/)
    expect(chinese.resolution.explanation).not.toBe(chinese.resolution.english)
    expect(english.resolution.explanation).toBe(english.resolution.english)
    const { region } = await data(
      '{ region(code: "110000") { french: labelLanguage(language: "fr") english: labelLanguage(language: "en") } }',
    )
    expect(region.french).not.toBe('fr')
    expect(region.english).toBe('en')
  })

  it('comes with the first and the last day of a date', async () => {
    const { target } = await data('{ target(id: "target/beijing-compute-2025") { due dueBounds { earliest latest } } }')
    expect(target).toEqual({ due: '2025', dueBounds: { earliest: '2025-01-01', latest: '2025-12-31' } })
  })
})
