import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { ask, curatorToken, importInto, startTestServer, type TestServer } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore, type TestStore } from '../support/stores.js'
import { makeFolder, type TestFolder } from '../unit/datasets/news-folder.js'

/** A centre with operators and figures that several papers state, and companies of which one is the parent of another. */
const papers = `dataset: papers
title: Papers
licence: CC-BY-4.0
sources:
  - { id: gazette, title: 公报, published: 2024, editions: [{ language: zh-Hans }] }
  - { id: herald, title: Herald, published: 2025, editions: [{ language: en }] }
  - { id: daily, title: 日报, published: 2023, editions: [{ language: zh-Hans }] }
entities:
  - id: company/jia
    type: Company
    edition: gazette#zh-Hans
    statements: [{ property: name, value: 甲公司 }]
  - id: company/yi
    type: Company
    edition: gazette#zh-Hans
    statements: [{ property: name, value: 乙公司 }]
  - id: company/bing
    type: Company
    edition: gazette#zh-Hans
    statements:
      - { property: name, value: 丙公司 }
      - { property: parent, value: company/jia }
  - id: computecentre/east
    type: ComputeCentre
    edition: gazette#zh-Hans
    statements:
      - { property: name, value: 东部中心 }
      - { property: opened, value: 2019-05 }
      - { property: operator, value: company/jia }
      - { property: operator, value: company/yi }
      - { property: owner, value: company/jia }
      - { property: owner, value: company/bing, edition: herald#en }
      - { property: capacity, value: 1600 PFLOPS @FP16 }
      - { property: capacity, value: 100 PFLOPS @FP64 }
      - { property: accelerators, value: 72 GPU }
      - { property: accelerators, value: 64 GPU, edition: herald#en }
      - { property: accelerators, value: 72 GPU, edition: daily#zh-Hans }
  - id: computecentre/west
    type: ComputeCentre
    edition: gazette#zh-Hans
    statements:
      - { property: name, value: 西部中心 }
      - { property: opened, value: 2010 }
      - { property: closed, value: 2015 }
  - id: computecentre/north
    type: ComputeCentre
    edition: gazette#zh-Hans
    statements:
      - { property: name, value: 北部中心 }
      - { property: power, value: 100 MW }
      - { property: power, value: 300 MW, valid: 2040, edition: herald#en }
  - id: bureau/eit
    type: Bureau
    edition: gazette#zh-Hans
    statements: [{ property: name, value: 经信局 }]
  - id: official/tang
    type: Official
    edition: gazette#zh-Hans
    statements:
      - { property: name, value: 唐建国 }
      - { property: position, value: bureau/eit, title: 局长, valid: 2020/2024 }
`

/** `now`: eight in the evening of the last day of 2025 in UTC, which is 2026 in China. */
const now = () => new Date('2025-12-31T20:00:00Z')

function count(name: string, open: () => Promise<TestStore>): void {
  describe(`whose word counts ${name}`, () => {
    let opened: TestStore
    let server: TestServer
    let folder: TestFolder
    beforeAll(async () => {
      opened = await open()
      folder = await makeFolder({ 'papers/dataset.yaml': papers })
      await importInto(opened.store, [`${folder.path}/papers`], '2025-01-01T00:00:00.000Z')
      server = await startTestServer(opened.store, { now })
    }, 300_000)
    afterAll(async () => {
      await server?.close()
      await opened?.close()
      await folder?.remove()
    })

    // biome-ignore lint/suspicious/noExplicitAny: what is asked for differs with each test
    async function data(document: string): Promise<any> {
      const { body } = await ask(server.url, document, undefined, curatorToken)
      expect(body.errors).toBeUndefined()
      return body.data
    }

    it('counts all operators that one paper names, in fields, lists, filters and from the other end', async () => {
      const { computeCentre, computeCentres, yi, paths } = await data(`{
        computeCentre(id: "computecentre/east") { operator { id } operators { totalCount edges { node { id } statement { edition { source { id } } } } }
          conflicts { nodes { property { name } } } }
        computeCentres(filter: { operator: { id: { eq: "company/yi" } } }) { nodes { id } }
        yi: company(id: "company/yi") { operates { nodes { id } } }
        paths(from: "company/yi", to: "company/jia") { paths { hops { to { id } } } }
      }`)
      expect(computeCentre.operators.edges).toEqual(
        ['company/jia', 'company/yi'].map(id => ({
          node: { id },
          statement: { edition: { source: { id: 'gazette' } } },
        })),
      )
      expect(['company/jia', 'company/yi']).toContain(computeCentre.operator.id)
      expect(
        computeCentre.conflicts.nodes.map((node: { property: { name: string } }) => node.property.name),
      ).not.toContain('operator')
      expect(computeCentres.nodes).toEqual([{ id: 'computecentre/east' }])
      expect(yi.operates.nodes).toEqual([{ id: 'computecentre/east' }])
      expect(paths.paths.length).toBeGreaterThan(0)
    })

    it('has a figure for each number format, in fields, filters and sums', async () => {
      const { computeCentre, fp64, computeCentres } = await data(`{
        computeCentre(id: "computecentre/east") { capacity { amount } fp64: capacity(precision: FP64) { amount } none: capacity(precision: FP8) { amount }
          capacities { amount precision statement { id } } }
        fp64: computeCentres(filter: { capacity: { gte: { amount: "100", unit: PFLOPS }, precision: [FP64] } }) { totalCount }
        computeCentres { aggregate { capacity(unit: PFLOPS) { precision sum count } } }
      }`)
      expect(computeCentre).toMatchObject({ fp64: { amount: '100' }, none: null })
      expect(computeCentre.capacities).toHaveLength(2)
      expect(computeCentre.capacities[0].amount).toBe(computeCentre.capacity.amount)
      expect(fp64.totalCount).toBe(1)
      expect(computeCentres.aggregate.capacity).toEqual([
        expect.objectContaining({ precision: 'FP16', sum: '1600', count: 1 }),
        expect.objectContaining({ precision: 'FP64', sum: '100', count: 1 }),
      ])
    })

    it('prefers the figure of more independent sources, and says so in both languages', async () => {
      const { computeCentre } = await data(`{ computeCentre(id: "computecentre/east") { accelerators { amount }
        resolution(property: "accelerators") { rule en: explanation zh: explanation(language: "zh-Hans") } } }`)
      expect(computeCentre).toEqual({
        accelerators: { amount: '72' },
        resolution: {
          rule: 'SUPPORT',
          en: 'More independent sources (2) state “72 GPU” of 公报 (zh-Hans) than “64 GPU” of Herald (en) (1).',
          zh: '公报（zh-Hans）的“72 GPU”有 2 个独立来源支持，Herald（en）的“64 GPU”有 1 个。',
        },
      })
    })

    it('lists conflicts by dataset and source, and counts those that are open', async () => {
      const list = (filter: string) => data(`{ conflicts(filter: { ${filter} }) { nodes { property { name } } } }`)
      const propertiesOf = async (filter: string) =>
        (await list(filter)).conflicts.nodes.map((node: { property: { name: string } }) => node.property.name).sort()
      expect(await propertiesOf('dataset: { eq: "papers" }')).toEqual(['accelerators', 'owner'])
      expect(await propertiesOf('source: { eq: "daily" }')).toEqual(['accelerators'])
      expect(await propertiesOf('dataset: { eq: "none" }')).toEqual([])
      expect(await propertiesOf('type: { eq: COMPUTE_CENTRE }')).toEqual(['accelerators', 'owner'])
      expect(await propertiesOf('type: { notIn: [COMPUTE_CENTRE, COMPANY] }')).toEqual([])
      const { conflicts } = await data('{ conflicts(filter: { property: { eq: "owner" } }) { nodes { id } } }')
      const counts =
        '{ computeCentre(id: "computecentre/east") { conflictCount openConflictCount owners { totalCount } } }'
      expect((await data(counts)).computeCentre).toEqual({
        conflictCount: 2,
        openConflictCount: 2,
        owners: { totalCount: 1 },
      })
      await data(
        `mutation { decideConflict(input: { conflictId: "${conflicts.nodes[0].id}", dismiss: true, reason: "共有" }) { failure { __typename } } }`,
      )
      expect((await data(counts)).computeCentre).toEqual({
        conflictCount: 2,
        openConflictCount: 1,
        owners: { totalCount: 2 },
      })
      const open = await data('{ computeCentres(filter: { openConflictCount: { gte: 1 } }) { totalCount } }')
      expect(open.computeCentres.totalCount).toBe(1)
    })

    it('lists a conflict about another year in a view of that year, and counts it there alone', async () => {
      const seen = async (view: string) => {
        const { conflicts, computeCentre } = await data(`{
          conflicts(filter: { property: { eq: "power" } }${view && `, view: ${view}`}) { totalCount }
          computeCentre(id: "computecentre/north"${view && `, view: ${view}`}) { openConflictCount }
        }`)
        return [conflicts.totalCount, computeCentre.openConflictCount]
      }
      expect(await seen('')).toEqual([0, 0])
      expect(await seen('{ validAt: "2040-05" }')).toEqual([1, 1])
      expect(await seen('{ validAt: "2020/2050" }')).toEqual([1, 1])
    })

    it('says in the preview of a dismissal which value of a single property is still shown', async () => {
      const { conflicts } = await data('{ conflicts(filter: { property: { eq: "accelerators" } }) { nodes { id } } }')
      const { decideConflict } = await data(
        `mutation { decideConflict(input: { conflictId: "${conflicts.nodes[0].id}", dismiss: true, reason: "x", dryRun: true }) { effect { shown { asStated } } } }`,
      )
      expect(decideConflict.effect.shown).toEqual({ asStated: '72 GPU' })
    })

    it('lists what existed at a time: not before it opened, nor after it closed, and what has no date as undated', async () => {
      const at = async (validAt: string) => {
        const { computeCentres, officials } = await data(`{
          computeCentres(view: { validAt: "${validAt}" }) { nodes { id existence } }
          officials(view: { validAt: "${validAt}" }) { nodes { existence } } }`)
        return [
          ...computeCentres.nodes.map((node: { existence: string }) => node.existence),
          ...officials.nodes.map((node: { existence: string }) => node.existence),
        ].join(' ')
      }
      // East, north, west, and an official.
      expect(await at('1980')).toBe('NOT_YET UNDATED NOT_YET NOT_YET')
      expect(await at('2012')).toBe('NOT_YET UNDATED EXISTING NOT_YET')
      expect(await at('2022')).toBe('EXISTING UNDATED NO_LONGER EXISTING')
      expect(await at('2026')).toBe('EXISTING UNDATED NO_LONGER NO_LONGER')
      const { existing, undated } = await data(`{
        existing: computeCentres(view: { validAt: "1980" }, filter: { existence: { in: [EXISTING, UNDATED] } }) { nodes { id } }
        undated: computeCentres(view: { validAt: "1980" }, filter: { existence: { eq: UNDATED } }) { totalCount } }`)
      expect([existing.nodes, undated.totalCount]).toEqual([[{ id: 'computecentre/north' }], 1])
    })

    it('takes the day in China for today, and says which day it used', async () => {
      expect(await data('{ today: viewDay earlier: viewDay(view: { validAt: "2024-07" }) }')).toEqual({
        today: '2026-01-01',
        earlier: '2024-07',
      })
    })

    it('names, before a merge, a link that would lead from the entity to itself; does not count it; and a split restores it', async () => {
      const picture = `{ bing: company(id: "company/bing") { id parent { id } parents { totalCount } conflictCount }
        children: companies(filter: { parent: { id: { eq: "company/jia" } } }) { nodes { id } }
        byFormerId: companies(filter: { id: { eq: "company/bing" } }) { nodes { id } }
        fromFormerId: paths(from: "company/bing", to: "company/yi") { paths { hops { from { id } to { id } } } }
        statements(filter: { value: { entity: { eq: "company/bing" } } }) { totalCount }
        neighbourhood(id: "company/bing") { links { from { id } to { id } } } }`
      const before = await data(picture)
      expect(before).toMatchObject({
        bing: { parent: { id: 'company/jia' } },
        children: { nodes: [{ id: 'company/bing' }] },
      })
      const merge = (dryRun: boolean) =>
        data(`mutation { mergeEntities(input: { keepId: "company/jia", mergeId: "company/bing", reason: "同一", dryRun: ${dryRun} }) {
          failure { __typename } effect { selfLinks { property { name } subject { id } } contradicts { kind } } } }`)
      const preview = (await merge(true)).mergeEntities
      expect(preview).toMatchObject({
        failure: null,
        effect: { selfLinks: [{ property: { name: 'parent' } }], contradicts: [] },
      })
      expect(await data(picture)).toEqual(before)
      await merge(false)
      const merged = await data(picture)
      expect(merged).toMatchObject({
        bing: { id: 'company/jia', parent: null, parents: { totalCount: 0 }, conflictCount: 0 },
        children: { nodes: [] },
        byFormerId: { nodes: [{ id: 'company/jia' }] },
      })
      expect(merged.fromFormerId.paths[0].hops[0].from).toEqual({ id: 'company/jia' })
      expect(merged.statements.totalCount).toBeGreaterThan(before.statements.totalCount)
      expect(
        merged.neighbourhood.links.filter(
          ({ from, to }: { from: { id: string }; to: { id: string } }) => from.id === to.id,
        ),
      ).toEqual([])
      await data(
        'mutation { splitEntity(input: { entityId: "company/jia", formerId: "company/bing", reason: "两家" }) { failure { __typename } } }',
      )
      expect(await data(picture)).toEqual(before)
      expect((await merge(true)).mergeEntities.effect.contradicts).toEqual([{ kind: 'SPLIT' }])
    })

    it('carries out twenty independent merges that come at once', async () => {
      const ids = Array.from({ length: 40 }, (_, i) => `company/twin-${i}`)
      const entities = ids.map(
        id =>
          `  - { id: ${id}, type: Company, edition: gazette#zh-Hans, statements: [{ property: name, value: ${id} }] }`,
      )
      await folder.write({ 'papers/dataset.yaml': `${papers}${entities.join('\n')}\n` })
      await importInto(opened.store, [`${folder.path}/papers`], '2025-02-01T00:00:00.000Z')
      const merges = Array.from({ length: 20 }, (_, i) =>
        data(
          `mutation { mergeEntities(input: { keepId: "${ids[2 * i]}", mergeId: "${ids[2 * i + 1]}", reason: "同一" }) { failure { __typename } } }`,
        ),
      )
      const answers = await Promise.all(merges)
      expect(answers.map(({ mergeEntities }) => mergeEntities.failure)).toEqual(merges.map(() => null))
      const { companies } = await data('{ companies(filter: { name: { startsWith: "company/twin" } }) { totalCount } }')
      expect(companies.totalCount).toBe(20)
    })
  })
}

count('in the embedded store', openSqliteTestStore)
describeOnNeo4j(uri => count('in Neo4j', () => openNeo4jTestStore(uri())))
