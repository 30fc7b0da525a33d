import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ask, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

describe('sums, targets and paths', () => {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    const folders = ['test/fixtures/shengang', seedFolder('beijing-2024'), seedFolder('cn-regions')]
    await importInto(opened.store, folders, '2026-01-01T00:00:00Z')
    server = await startTestServer(opened.store)
  })
  afterAll(async () => {
    await server.close()
    await opened.close()
  })
  const data = async (query: string) => (await ask(server.url, query)).body.data

  it('counts like with like towards a target, and says of the rest why it is not counted', async () => {
    const { target } = await data(`{ target(id: "target/shengang-2030") { progress {
      achieved { amount unit comparator precision statement { id } } gap { amount unit comparator } counted { id }
      notComparable { entity { id } reason statement { asStated } } } } }`)
    expect(target.progress).toEqual({
      achieved: { amount: '15', unit: 'EFLOPS', comparator: 'AT_LEAST', precision: 'UNSTATED', statement: null },
      gap: { amount: '30', unit: 'EFLOPS', comparator: 'AT_MOST' },
      counted: [{ id: 'computecentre/a' }, { id: 'computecentre/b' }],
      notComparable: [
        {
          entity: { id: 'computecentre/c' },
          reason: 'It is stated for FP16, the target without a number format: unlike formats are not added up.',
          statement: { asStated: '3 EFLOPS @FP16' },
        },
        {
          entity: { id: 'computecentre/d' },
          reason: 'The centre is planned: it does not compute yet, or no longer.',
          statement: { asStated: '7 EFLOPS' },
        },
        {
          entity: { id: 'computecentre/e' },
          reason: '“亿级以上” gives no number in a known unit, so it cannot be counted in EFLOPS.',
          statement: { asStated: '亿级以上' },
        },
      ],
    })
  })

  it('tells of a region that centres or bureaus are counted in whatever a region has, in any view', async () => {
    const { bureaus } = await data(`{ bureaus(view: { knownAt: "9999-12-31T23:59:59Z" }) { aggregate { byJurisdiction {
      region { label parent { id } suppliers { totalCount } } count } } } }`)
    expect(bureaus.aggregate.byJurisdiction).toEqual([
      { region: { label: '北京市', parent: { id: 'region/china' }, suppliers: { totalCount: 3 } }, count: 1 },
    ])
  })

  it('sums a list up by number format, and counts it by status and by region of the level asked for', async () => {
    const { region } = await data(`{ region(id: "region/shengang") { centres(first: 1) { totalCount nodes { id }
      aggregate { count byStatus { status count }
        inEflops: capacity { precision unit count sum min max } inPflops: capacity(unit: PFLOPS) { precision sum }
        byProvince: byRegion { region { id } count } byCity: byRegion(level: PREFECTURE) { region { id } count } } } } }`)
    expect(region.centres).toEqual({
      totalCount: 5,
      nodes: [{ id: 'computecentre/a' }],
      aggregate: {
        count: 5,
        byStatus: [
          { status: 'OPERATING', count: 3 },
          { status: 'PLANNED', count: 1 },
        ],
        inEflops: [
          { precision: 'FP16', unit: 'EFLOPS', count: 1, sum: '3', min: '3', max: '3' },
          { precision: 'UNSTATED', unit: 'EFLOPS', count: 3, sum: '22', min: '5', max: '10' },
        ],
        inPflops: [
          { precision: 'FP16', sum: '3000' },
          { precision: 'UNSTATED', sum: '22000' },
        ],
        byProvince: [{ region: { id: 'region/shengang' }, count: 5 }],
        byCity: [{ region: { id: 'region/nanwan' }, count: 4 }],
      },
    })
  })

  it('sums a quantity up in each group, and puts the groups in the order asked for', async () => {
    const { region } = await data(`{ region(id: "region/shengang") { centres(first: 1) { aggregate {
      capacity { precision sum upper average averageUpper comparator }
      bySum: byStatus(sum: CAPACITY, unit: PFLOPS, orderBy: { field: SUM, direction: ASC }) { status count
        sums { precision sum unit count } }
      byValue: byStatus(orderBy: { field: VALUE, direction: ASC }) { status sums { sum } }
      first: byRegion(direct: true, first: 1, orderBy: { field: VALUE }) { region { id } count } } } } }`)
    expect(region.centres.aggregate).toEqual({
      capacity: [
        { precision: 'FP16', sum: '3', upper: null, average: '3', averageUpper: null, comparator: 'EXACTLY' },
        {
          precision: 'UNSTATED',
          sum: '22',
          upper: null,
          average: '7.333333333333333333333333333333333',
          averageUpper: null,
          comparator: 'AT_LEAST',
        },
      ],
      bySum: [
        { status: 'PLANNED', count: 1, sums: [{ precision: 'UNSTATED', sum: '7000', unit: 'PFLOPS', count: 1 }] },
        {
          status: 'OPERATING',
          count: 3,
          sums: [
            { precision: 'FP16', sum: '3000', unit: 'PFLOPS', count: 1 },
            { precision: 'UNSTATED', sum: '15000', unit: 'PFLOPS', count: 2 },
          ],
        },
      ],
      byValue: [
        { status: 'PLANNED', sums: [] },
        { status: 'OPERATING', sums: [] },
      ],
      first: [{ region: { id: 'region/shengang' }, count: 1 }],
    })
  })

  it.each([
    ['byStatus(orderBy: { field: SUM }) { count }', 'BAD_USER_INPUT', { argument: 'orderBy' }],
    ['byStatus(unit: MW) { count }', 'BAD_USER_INPUT', { argument: 'unit' }],
    ['byStatus(sum: CAPACITY, unit: CNY) { count }', 'UNIT_MISMATCH', {}],
    ['byStatus(first: -1) { count }', 'BAD_USER_INPUT', { argument: 'first', min: 0, max: 1000 }],
    ['byStatus(first: 1001) { count }', 'PAGE_TOO_LARGE', { argument: 'first', max: 1000 }],
  ])('refuses the group %s with %s', async (group, code, details) => {
    const { body } = await ask(server.url, `{ computeCentres { aggregate { ${group} } } }`)
    expect(body.errors).toMatchObject([{ extensions: { code, ...details } }])
  })

  it('refuses to sum capacity up in money', async () => {
    const { body } = await ask(server.url, '{ computeCentres { aggregate { capacity(unit: CNY) { sum } } } }')
    expect(body.errors?.map(({ extensions }) => extensions?.code)).toEqual(['UNIT_MISMATCH'])
  })

  it('finds every way of at most so many hops, shortest first, and none that visits an entity twice', async () => {
    const { paths } = await data(`{ paths(from: "official/tang-jianguo", to: "region/inner-mongolia", first: 100) {
      totalCount truncated paths { length confidence hops { from { id } to { id } } } } }`)
    expect(paths.truncated).toBe(false)
    expect(paths.totalCount).toBe(paths.paths.length)
    const lengths = paths.paths.map(({ length }: { length: number }) => length)
    expect(lengths).toEqual([...lengths].sort())
    expect(lengths[0]).toBe(3)
    expect(Math.max(...lengths)).toBe(4)
    for (const { hops } of paths.paths) {
      const visited = [hops[0].from.id, ...hops.map((hop: { to: { id: string } }) => hop.to.id)]
      expect(new Set(visited).size).toBe(visited.length)
      expect(visited.at(-1)).toBe('region/inner-mongolia')
    }
  })

  it('walks only the links that are named, and only on words that are sure enough', async () => {
    const named = await data(`{ paths(from: "official/tang-jianguo", to: "region/inner-mongolia",
      links: ["announcedBy", "serves", "members"]) { paths { confidence hops { link } } } }`)
    expect(named.paths.paths.length).toBeGreaterThan(0)
    const links = named.paths.paths.flatMap(({ hops }: { hops: { link: string }[] }) => hops.map(({ link }) => link))
    expect([...new Set(links)].sort()).toEqual(['announcedBy', 'member', 'serves'])
    const sure = await data(`{ paths(from: "official/tang-jianguo", to: "region/inner-mongolia", minConfidence: 0.96,
      first: 100) { paths { confidence } } }`)
    expect(sure.paths.paths.every(({ confidence }: { confidence: number }) => confidence >= 0.96)).toBe(true)
  })

  it('does not walk what lost in a conflict, unless on the word of who says it', async () => {
    const query = (trust: string) => `{ paths(from: "corridor/jing-jin-ji-meng", to: "region/bohai", maxHops: 1
      ${trust}) { totalCount } }`
    // Bohai is named by the English edition only, so the default view describes it, and links it to nothing.
    expect((await data(query(''))).paths.totalCount).toBe(0)
    expect((await data(query(', view: { trust: { languages: ["en"], others: NEVER } }'))).paths.totalCount).toBe(1)
  })

  it('shows what lies around an entity, and says where there is more', async () => {
    const { all, cut } = await data(`{
      all: neighbourhood(id: "region/nanwan") { truncated nodes { id } links { link reversed to { id } } }
      cut: neighbourhood(id: "region/nanwan", limit: 2) { truncated nodes { id } } }`)
    expect(all.truncated).toBe(false)
    expect(all.nodes.map(({ id }: { id: string }) => id)).toEqual([
      'region/nanwan',
      'computecentre/a',
      'computecentre/c',
      'computecentre/d',
      'computecentre/e',
      'region/shengang',
    ])
    expect(all.links).toHaveLength(5)
    expect(cut).toEqual({ truncated: true, nodes: [{ id: 'region/nanwan' }, { id: 'computecentre/a' }] })
  })

  it.each([
    ['paths(from: "official/nobody", to: "region/beijing") { truncated }', 'NOT_FOUND'],
    ['paths(from: "region/hebei", to: "region/beijing", maxHops: 99) { truncated }', 'BAD_USER_INPUT'],
    ['paths(from: "region/hebei", to: "region/beijing", links: ["membr"]) { truncated }', 'NOT_IN_ONTOLOGY'],
    ['neighbourhood(id: "region/hebei", hops: 4) { truncated }', 'BAD_USER_INPUT'],
    ['neighbourhood(id: "region/hebei", limit: 1001) { truncated }', 'BAD_USER_INPUT'],
  ])('refuses %s', async (field, code) => {
    const { status, body } = await ask(server.url, `{ ${field} }`)
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([200, code])
  })

  it.each([
    [
      'a hundred pages of a hundred',
      '{ regions(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { nodes { id } } } } } } }',
      'QUERY_TOO_COSTLY',
    ],
    ['a deep nest', `{ region(code: "110000") ${'{ parent '.repeat(25)}{ id }${' }'.repeat(25)} }`, 'QUERY_TOO_DEEP'],
    [
      'many aliases',
      `{ ${Array.from({ length: 60 }, (_, i) => `a${i}: ontology { __typename }`).join(' ')} }`,
      'TOO_MANY_ALIASES',
    ],
    ['an endless text', `{ ${'id '.repeat(6000)} }`, 'GRAPHQL_PARSE_FAILED'],
  ])('refuses %s before anything is read', async (_, query, code) => {
    const { status, body } = await ask(server.url, query)
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([400, code])
  })
})
