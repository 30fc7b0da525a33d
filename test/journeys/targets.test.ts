import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ask, importInto, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

describe('targets and sums of an invented province', () => {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    await importInto(opened.store, ['test/fixtures/linhai'], '2026-01-01T00:00:00Z')
    server = await startTestServer(opened.store)
  })
  afterAll(async () => {
    await server.close()
    await opened.close()
  })
  const data = async (query: string) => {
    const { body } = await ask(server.url, query)
    expect(body.errors).toBeUndefined()
    return body.data
  }
  const progressOf = async (id: string) =>
    (
      await data(`fragment Shown on Quantity { amount upper unit comparator precision asStated }
        { target(id: "${id}") { progress { achieved { ...Shown } gap { ...Shown } counted { id }
          notComparable { entity { id } reason } } } }`)
    ).target.progress
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id.split('/')[1])
  const reasons = (list: readonly { readonly entity: { readonly id: string }; readonly reason: string }[]) =>
    Object.fromEntries(list.map(({ entity, reason }) => [entity.id.split('/')[1], reason]))

  it('count what stands in a region and all below it, as vaguely as it is known', async () => {
    const { achieved, gap, counted, notComparable } = await progressOf('target/compute')
    expect(ids(counted)).toEqual(['exact', 'range', 'unsaid'])
    expect(achieved).toEqual({
      amount: '2500',
      upper: '4500',
      unit: 'PFLOPS',
      comparator: 'BETWEEN',
      precision: 'UNSTATED',
      asStated: '2500..4500 PFLOPS',
    })
    expect(gap).toMatchObject({ amount: '0', upper: '1500', unit: 'PFLOPS', comparator: 'BETWEEN' })
    expect(reasons(notComparable)).toEqual({
      closed: expect.stringContaining('is closed'),
      half: expect.stringContaining('for FP16'),
      limited: expect.stringContaining('at the most'),
    })
  })

  it('are met where as much stands, counting a centre once however many members it lies in', async () => {
    const { achieved, gap, counted } = await progressOf('target/met')
    expect(ids(counted)).toEqual(['exact', 'range'])
    expect(achieved).toMatchObject({ amount: '2', upper: '4', unit: 'EFLOPS', comparator: 'BETWEEN' })
    expect(gap).toMatchObject({ amount: '0', upper: null, comparator: 'EXACTLY' })
  })

  it('count only figures for their number format', async () => {
    const { achieved, gap, counted } = await progressOf('target/half')
    expect(ids(counted)).toEqual(['half'])
    expect(achieved).toMatchObject({ amount: '2', precision: 'FP16', comparator: 'EXACTLY' })
    expect(gap).toMatchObject({ amount: '1', precision: 'FP16', comparator: 'EXACTLY' })
  })

  it('of electric power count electric power, of money investment', async () => {
    const power = await progressOf('target/power')
    expect(ids(power.counted)).toEqual(['exact', 'range'])
    expect(power.achieved).toMatchObject({ amount: '0.15', unit: 'GW', comparator: 'AT_LEAST', precision: null })
    expect(power.gap).toMatchObject({ amount: '0.85', unit: 'GW', comparator: 'AT_MOST' })
    expect(reasons(power.notComparable)).toEqual({
      closed: expect.stringContaining('is closed'),
      half: expect.stringContaining('in EFLOPS, the target in GW'),
      limited: expect.stringContaining('in EFLOPS, the target in GW'),
    })
    const money = await progressOf('target/money')
    expect(money.achieved).toMatchObject({ amount: '120000000', unit: 'CNY' })
    expect(money.gap).toMatchObject({ amount: '80000000', unit: 'CNY' })
  })

  it('that are not to be exceeded have no gap, nor have those without a number or without anybody to meet them', async () => {
    expect(await progressOf('target/ceiling')).toMatchObject({ achieved: { amount: '0.15' }, gap: null })
    expect(await progressOf('target/words')).toMatchObject({ achieved: null, gap: null, counted: [] })
    expect(reasons((await progressOf('target/words')).notComparable).exact).toContain('states no number')
    expect(await progressOf('target/nobody')).toEqual({ achieved: null, gap: null, counted: [], notComparable: [] })
  })

  it('are found by nested filters, regions at any depth', async () => {
    const found = async (filter: string) =>
      ids((await data(`{ computeCentres(filter: ${filter}) { nodes { id } } }`)).computeCentres.nodes)
    expect(await found('{ region: { within: "region/linhai" } }')).toHaveLength(7)
    expect(
      await found('{ region: { within: "region/haigang" }, power: { gte: { amount: "50000", unit: KW } } }'),
    ).toEqual(['exact', 'range'])
    expect(await found('{ region: { not: { within: "region/haigang" } } }')).toEqual(['unsaid'])
    expect(await found('{ operator: { region: { parent: { name: { eq: "海港市" } } } } }')).toEqual(['exact'])
    expect(await found('{ operator: { type: { eq: COMPANY }, name: { startsWith: "临海" } } }')).toEqual(['exact'])
    expect(await found('{ or: [{ status: { eq: CLOSED } }, { opened: { within: "2023" } }] }')).toEqual([
      'closed',
      'exact',
    ])
    expect(await found('{ not: { status: { in: [OPERATING, CLOSED] } } }')).toEqual(['nothing', 'unsaid'])
    const targets = await data('{ targets(filter: { subject: { type: { eq: REGION } } }) { nodes { id } } }')
    expect(ids(targets.targets.nodes)).toEqual(['ceiling', 'compute', 'half', 'power'])
  })

  it('are summed up by number format as a filter by that format leaves them, bounded as their parts are', async () => {
    const row = 'precision unit count sum upper comparator min max'
    const { all, half, unstated, power } =
      (await data(`{ all: computeCentres { aggregate { capacity { ${row} } power(unit: GW) { ${row} } } }
        half: computeCentres(filter: { capacity: { precision: [FP16] } }) { aggregate { capacity { ${row} } } }
        unstated: computeCentres(filter: { capacity: { precision: [UNSTATED] } }) { aggregate { capacity { ${row} } } }
        power: computeCentres(filter: { power: { lt: { amount: "1", unit: GW } } }) { aggregate { power { ${row} } } } }`)) as Record<
        string,
        { readonly aggregate: Record<string, readonly unknown[]> }
      >
    expect(all?.aggregate.capacity).toEqual([
      ...(half?.aggregate.capacity ?? []),
      ...(unstated?.aggregate.capacity ?? []),
    ])
    expect(unstated?.aggregate.capacity).toEqual([
      {
        precision: 'UNSTATED',
        unit: 'EFLOPS',
        count: 5,
        sum: '18.5',
        upper: null,
        comparator: 'ABOUT',
        min: '0.5',
        max: '9',
      },
    ])
    expect(all?.aggregate.power).toEqual([
      {
        precision: 'UNSTATED',
        unit: 'GW',
        count: 4,
        sum: '200.155',
        upper: null,
        comparator: 'AT_LEAST',
        min: '0.005',
        max: '200',
      },
    ])
    // What is at least 50 MW may be more than 1 GW.
    expect(power?.aggregate.power).toMatchObject([{ unit: 'MW', count: 2, sum: '105' }])
  })

  it('are counted by region of each level, what lies lower rolled up', async () => {
    const { computeCentres } = await data(`{ computeCentres { aggregate {
      provinces: byRegion { region { id } count } cities: byRegion(level: PREFECTURE) { region { id } count }
      counties: byRegion(level: COUNTY) { region { id } count } countries: byRegion(level: COUNTRY) { count } } } }`)
    expect(computeCentres.aggregate).toEqual({
      provinces: [{ region: { id: 'region/linhai' }, count: 7 }],
      cities: [{ region: { id: 'region/haigang' }, count: 6 }],
      counties: [{ region: { id: 'region/dongwan' }, count: 5 }],
      countries: [],
    })
  })

  it('are nodes, as all is that has an id', async () => {
    const { statements, sources } = await data(
      '{ statements(first: 1) { nodes { id edition { id } } } sources { nodes { id } } }',
    )
    const known = [
      statements.nodes[0].id,
      statements.nodes[0].edition.id,
      sources.nodes[0].id,
      'target/met',
      'region/linhai',
    ]
    const asked = [
      ...known,
      'statement/none',
      'conflict/none',
      'none#en',
      'none',
      'planet/mars',
      '',
      '/',
      '#',
      'region/',
    ]
    const query = `{ nodes(ids: ${JSON.stringify(asked)}) { __typename id } }`
    const { nodes } = await data(query)
    expect(nodes.map((node: { __typename: string; id: string } | null) => node && [node.__typename, node.id])).toEqual([
      ['Statement', known[0]],
      ['Edition', known[1]],
      ['Source', known[2]],
      ['Target', 'target/met'],
      ['Region', 'region/linhai'],
      ...Array(9).fill(null),
    ])
    for (const [i, id] of asked.entries())
      expect((await data(`{ node(id: ${JSON.stringify(id)}) { __typename id } }`)).node).toEqual(nodes[i])
  })
})
