import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { checkDatasets } from '../../src/datasets/check/check-datasets.js'
import { ask, curatorToken, importInto, startTestServer, type TestServer } from '../support/server.js'
import type { TestStore } from '../support/stores.js'
import { ontology } from '../unit/datasets/news-folder.js'

const folderOf = (name: string) => resolve('test/fixtures/field-cases', name)
const imported = ['places', 'names', 'own-parent', 'translation', 'units', 'blank', 'excel', 'semi', 'gbk']
const queries: Readonly<Record<string, readonly string[]>> = parse(readFileSync(folderOf('names/queries.yaml'), 'utf8'))

/** What people who do this job elsewhere reported as wrong of other programs, and what is right. */
export function fieldCasesContract(name: string, open: () => Promise<TestStore>): void {
  describe(`cases from the field on ${name}`, () => {
    let opened: TestStore
    let server: TestServer
    beforeAll(async () => {
      opened = await open()
      await importInto(opened.store, imported.map(folderOf), '2026-01-01T00:00:00Z')
      server = await startTestServer(opened.store)
    }, 300_000)
    afterAll(async () => {
      await server?.close()
      await opened?.close()
    })
    const data = async (query: string, variables?: Readonly<Record<string, unknown>>) => {
      const { body } = await ask(server.url, query, variables, curatorToken)
      expect(body.errors).toBeUndefined()
      return body.data
    }
    const labels = async (list: string): Promise<readonly string[]> =>
      (await data(`{ list: ${list} { nodes { label } } }`)).list.nodes.map(({ label }: { label: string }) => label)

    it('finds names of many readings, scripts and signs by every one of them', async () => {
      const found: Record<string, readonly string[]> = {}
      for (const [query, wanted] of Object.entries(queries)) {
        const { search } = await data(
          'query ($query: String!) { search(query: $query, first: 2) { edges { match { text } } } }',
          {
            query,
          },
        )
        const texts = search.edges.map(({ match }: { match: { text: string } }) => match.text)
        found[query] = texts.slice(0, Math.max(wanted.length, wanted.length === 0 ? 2 : 1))
      }
      expect(found).toEqual(queries)
    })

    it('orders Chinese names by their readings, of surnames too', async () => {
      const wanted = '卜宪群 区伯 曾庆红 查良镛 翟志刚 仇和 单田芳 解晓东 繁钦 盖叫天'.split(' ')
      const officials = await labels('officials(orderBy: [{ field: LABEL }], first: 100)')
      expect(officials.filter(label => wanted.includes(label))).toEqual(
        '卜宪群 盖叫天 区伯 繁钦 仇和 单田芳 解晓东 曾庆红 查良镛 翟志刚'.split(' '),
      )
      const regions = await labels('regions(orderBy: [{ field: LABEL }], first: 100)')
      const places = '长安区 黄陂区 乐亭县 陕西省 山西省 歙县 六安市 吕梁市 张家口市 浚县'.split(' ')
      expect(regions.filter(label => places.includes(label))).toEqual(
        '长安区 黄陂区 乐亭县 六安市 吕梁市 山西省 陕西省 歙县 浚县 张家口市'.split(' '),
      )
      expect(await labels('regions(orderBy: [{ field: LABEL, direction: DESC }], first: 100)')).toEqual(
        regions.toReversed(),
      )
    })

    it('pages through that order without repeating or losing any', async () => {
      const all = await labels('regions(orderBy: [{ field: LABEL }], first: 100)')
      const paged: string[] = []
      let after: string | null = null
      do {
        const { regions } = await data(
          'query ($after: String) { regions(orderBy: [{ field: LABEL }], first: 7, after: $after) { nodes { label } pageInfo { hasNextPage endCursor } } }',
          { after },
        )
        paged.push(...regions.nodes.map(({ label }: { label: string }) => label))
        after = regions.pageInfo.hasNextPage ? regions.pageInfo.endCursor : null
      } while (after !== null)
      expect(paged).toEqual(all)
    })

    it('reads dates as Chinese tables have them, and empty cells as nothing', async () => {
      const { computeCentres } = await data(
        '{ computeCentres(first: 100) { nodes { id label opened capacity { amount unit } } } }',
      )
      const ofTable = (table: string) =>
        computeCentres.nodes
          .filter(({ id }: { id: string }) => id.startsWith(`computecentre/csv-${table}-`))
          .map((each: { label: string; opened: string | null; capacity: { amount: string; unit: string } | null }) =>
            [
              each.label,
              each.opened,
              each.capacity && `${each.capacity.amount ?? '?'} ${each.capacity.unit ?? ''}`,
            ].join(' | '),
          )
          .sort()
      expect(ofTable('excel')).toEqual([
        '云谷一期 | 2024-01-01 | 5000 PFLOPS',
        '云谷七期 | 2024-06 | 5000 PFLOPS',
        '云谷三期 | 2024-06 | 5000 PFLOPS',
        '云谷二期 | 2024-06-01 | 5000 PFLOPS',
        '云谷五期 | 2024-35 | 5000 PFLOPS',
        '云谷八期 | 2024-06-01 | 5000 PFLOPS',
        '云谷六期 | 2024-06 | ',
        '云谷四期 | 2025-12~ | 5000 PFLOPS',
      ])
      expect(ofTable('blank')).toEqual(['云谷一期 | 2024 | 5000 PFLOPS'])
      expect(ofTable('gbk')).toEqual([
        '云谷 二期 | 2024-07 | 1200 PFLOPS',
        '云谷一期 | 2024-06 | 5000 PFLOPS',
        '云谷三期 | 2024 | 300 PFLOPS',
      ])
      expect(ofTable('semi')).toEqual([
        '云谷 二期 | 2024-07 | ? ',
        '云谷一期 | 2024-06 | 5000 PFLOPS',
        '云谷三期 | 2024 | 300 PFLOPS',
      ])
    })

    it('reads units as sources write them', async () => {
      const { computeCentres } = await data(`{ computeCentres(first: 100) { nodes { id
        capacity { amount unit precision } investment { amount unit } accelerators { amount unit of } } } }`)
      const written = computeCentres.nodes
        .filter(({ id }: { id: string }) => id.startsWith('computecentre/units-'))
        .map((each: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
          [each.capacity, each.investment, each.accelerators]
            .map(quantity =>
              Object.values(quantity ?? {})
                .filter(part => part !== null && part !== 'UNSTATED')
                .join(' '),
            )
            .join(' | '),
        )
      expect(written.sort()).toEqual([
        '1000 TOPS | 120000000 USD | 100000 GPU H100',
        '25 PFLOPS | 1000000000 CNY | 30000 GPU 昇腾910B',
        '45 EFLOPS | 1200000000 USD | 100000 GPU',
        '5000 PFLOPS FP16_BF16 | 10000000000 HKD | 100000 GPU',
      ])
    })

    it('keeps sparse, dense and measured figures apart', async () => {
      const { computeCentre } = await data(
        '{ computeCentre(id: "computecentre/sparse") { conflictCount capacities { amount basis sparsity } } }',
      )
      expect(computeCentre.conflictCount).toBe(0)
      expect(computeCentre.capacities).toHaveLength(3)
    })

    it('sees what a translation says otherwise only in words, a converted currency too', async () => {
      const { computeCentres } =
        await data(`{ computeCentres(filter: { id: { in: ["computecentre/tr-1", "computecentre/tr-2"] } }) {
        nodes { conflictCount resolution(property: "investment") { converted { asStated } } } } }`)
      expect(computeCentres.nodes).toEqual([
        { conflictCount: 0, resolution: { converted: [{ asStated: 'US$165 million' }] } },
        { conflictCount: 0, resolution: { converted: [] } },
      ])
    })

    it('counts no link from an entity to itself after a merge, warns of it before, and restores it by a split', async () => {
      const company = `{ company(id: "company/f-jia") { label parent { id } parents { totalCount } }
        companies(filter: { parent: { id: { eq: "company/f-jia" } } }) { nodes { id } } }`
      const before = await data(company)
      expect(before).toMatchObject({ company: { parent: null }, companies: { nodes: [{ id: 'company/f-bing' }] } })
      const merge = (dryRun: boolean) =>
        data(`mutation { mergeEntities(input: { keepId: "company/f-jia", mergeId: "company/f-bing", reason: "同名", dryRun: ${dryRun} }) {
          failure { __typename } effect { selfLinks { subject { id } property { name } } flips { property { name } } } } }`)
      const { mergeEntities } = await merge(true)
      expect(mergeEntities).toMatchObject({
        failure: null,
        effect: { selfLinks: [{ subject: { id: 'company/f-bing' }, property: { name: 'parent' } }] },
      })
      await merge(false)
      expect(await data(company)).toMatchObject({
        company: { parent: null, parents: { totalCount: 0 } },
        companies: { nodes: [] },
      })
      await data(
        `mutation { splitEntity(input: { entityId: "company/f-jia", formerId: "company/f-bing", reason: "两家" }) { failure { __typename } } }`,
      )
      expect(await data(company)).toEqual(before)
    })

    it('refuses a table in two encodings, and names what was found', async () => {
      const { problems } = await checkDatasets([folderOf('two-encodings')], ontology, async () => [])
      expect(problems).toMatchObject([{ severity: 'ERROR', code: 'FILE_ENCODING', line: 2, column: 1 }])
      expect(problems[0]?.hint).toContain('gb18030')
    })
  })
}
