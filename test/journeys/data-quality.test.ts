import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { isNear, readCountryBoxes } from '../support/countries.js'
import { ask, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

/** What stands for bytes that could not be read, and what nobody sees. */
const unseen = /\uFFFD|\p{Cf}|(?![\t\n\r])\p{Cc}/u

const root = fileURLToPath(new URL('../../', import.meta.url))
const seeds = await readdir(join(root, 'seeds'))

interface Labelled {
  readonly id: string
  readonly en: string
  readonly zh: string
}

interface Centre extends Labelled {
  readonly location: { readonly latitude: number; readonly longitude: number } | null
  readonly region: { readonly id: string; readonly parent: Parent | null } | null
  readonly operator: Labelled | null
  readonly names: readonly { readonly text: string; readonly language: string; readonly kind: string }[]
}

interface Parent {
  readonly id: string
  readonly parent: Parent | null
}

describe('the files of seeds/ and sets/', () => {
  it('hold no broken or invisible character', async () => {
    const files = (
      await Promise.all(['seeds', 'sets'].map(folder => readdir(join(root, folder), { recursive: true })))
    ).flatMap((names, i) => names.map(name => join(root, i === 0 ? 'seeds' : 'sets', name)))
    const broken = await Promise.all(
      files
        .filter(file => /\.(csv|yaml|md|txt)$/.test(file))
        .map(async file => {
          const text = await readFile(file, 'utf8')
          const found = unseen.exec(text)
          return found ? [`${relative(root, file)}: ${text.slice(0, found.index).split('\n').length}`] : []
        }),
    )
    expect(broken.flat()).toEqual([])
  })
})

describe('the list of compute centres that `npm start` shows', () => {
  let opened: TestStore
  let server: TestServer
  let centres: readonly Centre[]
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    await importInto(opened.store, seeds.map(seedFolder), '2026-01-01T00:00:00.000Z')
    server = await startTestServer(opened.store)
    centres = await listCentres(server.url)
  }, 300_000)
  afterAll(async () => {
    await server?.close()
    await opened?.close()
  })

  it('puts each centre into the country that it is said to stand in', async () => {
    const boxes = await readCountryBoxes()
    const placed = centres.flatMap(({ id, location, region }) => {
      const country = countryOf(region)
      return location && country ? [{ id, location, country, near: boxes.get(country) ?? [] }] : []
    })
    expect(placed.length).toBeGreaterThan(280)
    expect(placed.filter(({ near, location }) => !near.some(box => isNear(location, box)))).toEqual([])
  })

  it('calls no centre officially by a place that another centre stands in', () => {
    const places = new Map<string, Set<string>>()
    for (const { id, names } of centres)
      for (const { text, kind } of names)
        if (kind === 'ALIAS') places.set(text, (places.get(text) ?? new Set()).add(id))
    const borrowed = centres.flatMap(({ id, names }) =>
      names
        .filter(({ text, kind }) => kind === 'OFFICIAL' && [...(places.get(text) ?? [])].some(other => other !== id))
        .map(({ text }) => `${id}: ${text}`),
    )
    expect(borrowed).toEqual([])
  })

  it('gives Azure’s regions Microsoft’s names', () => {
    const byId = new Map(centres.map(centre => [centre.id, centre.en]))
    expect([...byId].filter(([id]) => /azure-(westus3|eastus2?|southcentralus|brazilsoutheast)$/.test(id))).toEqual([
      ['computecentre/azure-brazilsoutheast', 'Brazil Southeast'],
      ['computecentre/azure-eastus', 'East US'],
      ['computecentre/azure-eastus2', 'East US 2'],
      ['computecentre/azure-southcentralus', 'South Central US'],
      ['computecentre/azure-westus3', 'West US 3'],
    ])
    expect([...byId.keys()].filter(id => /azure-(.*(stage|stg|euap)|europe|unitedstates)$/.test(id))).toEqual([])
  })

  it('names three of four centres in Chinese, of Tencent Cloud all', () => {
    const chinese = centres.filter(({ zh }) => /\p{Script=Han}/u.test(zh))
    expect(chinese.length).toBeGreaterThanOrEqual(355)
    expect(chinese.length / centres.length).toBeGreaterThan(0.75)
    const named = (operator: string) => chinese.filter(centre => centre.operator?.id === operator).length
    expect(named('company/tencent-cloud')).toBe(18)
    expect(named('company/alibaba-cloud')).toBeGreaterThanOrEqual(35)
    expect(named('company/amazon-web-services')).toBeGreaterThan(30)
    expect(named('company/google-cloud-platform')).toBeGreaterThanOrEqual(40)
    expect(named('company/oracle-cloud')).toBeGreaterThan(60)
    // Sixteen names from a list of 2021; two codes hold a city.
    expect(named('company/huawei-cloud')).toBe(18)
  })

  it('calls operators by names, in Chinese where a source has one, and finds them by either', async () => {
    const operators = new Map(centres.flatMap(({ operator }) => (operator ? [[operator.id, operator]] : [])))
    expect([...operators.values()].filter(({ en }) => !/\p{Lu}/u.test(en) || /\.com|^oci$/.test(en))).toEqual([])
    const labels = ['alibaba-cloud', 'huawei-cloud', 'tencent-cloud', 'google-cloud-platform'].map(slug => {
      const operator = operators.get(`company/${slug}`)
      return [operator?.en, operator?.zh]
    })
    expect(labels).toEqual([
      ['Alibaba Cloud', '阿里云'],
      ['Huawei Cloud', '华为云'],
      ['Tencent Cloud', '腾讯云'],
      ['Google Cloud Platform', '谷歌云'],
    ])
    for (const [query, id] of [
      ['华为云', 'company/huawei-cloud'],
      ['腾讯云', 'company/tencent-cloud'],
      ['阿里云', 'company/alibaba-cloud'],
      ['中国电信', 'company/china-telecom'],
      ['China Mobile', 'company/china-mobile'],
      ['Oracle Cloud Infrastructure', 'company/oracle-cloud'],
    ]) {
      const { body } = await ask(server.url, `{ search(query: "${query}", first: 1) { nodes { id } } }`)
      expect([query, body.data]).toEqual([query, { search: { nodes: [{ id }] } }])
    }
  })

  it('finds the centres of a city by its Chinese name', async () => {
    const { body } = await ask(
      server.url,
      '{ search(query: "东京", types: [COMPUTE_CENTRE], first: 20) { nodes { id } } }',
    )
    const found: readonly { id: string }[] = body.data.search.nodes
    expect(found.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['computecentre/aws-ap-northeast-1', 'computecentre/vultr-nrt']),
    )
  })

  it.each(['sparecores', 'cloud-regions-info', 'cloud-regions-country-flags', 'codecarbon', 'botocore', 'tccli'])(
    'quotes the words of %s, and not our ids',
    async source => {
      const { body } = await ask(
        server.url,
        'query ($source: ID!) { statements(filter: { source: { eq: $source } }, first: 100) { nodes { asStated quote { exact } } } }',
        { source },
      )
      expect(body.errors).toBeUndefined()
      expect(body.data.statements.nodes.length).toBeGreaterThan(30)
      expect(JSON.stringify(body.data)).not.toMatch(/"(region|company)\/|"(united-states|amazon-web-services)"/)
    },
  )
})

async function listCentres(url: string): Promise<readonly Centre[]> {
  const found: Centre[] = []
  for (let after: string | null = null; ; ) {
    const { body } = await ask(
      url,
      `query ($after: String) {
        computeCentres(first: 100, after: $after) {
          pageInfo { endCursor hasNextPage }
          nodes {
            id
            en: label(language: "en")
            zh: label(language: "zh-Hans")
            location { latitude longitude }
            region { id parent { id parent { id parent { id parent { id } } } } }
            operator { id en: label(language: "en") zh: label(language: "zh-Hans") }
            names { text language kind }
          }
        }
      }`,
      { after },
    )
    if (body.errors) throw new Error(JSON.stringify(body.errors))
    const page: { pageInfo: { endCursor: string; hasNextPage: boolean }; nodes: readonly Centre[] } =
      body.data.computeCentres
    found.push(...page.nodes)
    if (!page.pageInfo.hasNextPage) return found
    after = page.pageInfo.endCursor
  }
}

/** The country, or the territory with a code of its own: Hong Kong and Taiwan have outlines of their own. */
function countryOf(region: Parent | null): string | undefined {
  if (!region) return undefined
  if (['region/hong-kong', 'region/taiwan', 'region/macao'].includes(region.id) || !region.parent) return region.id
  return countryOf(region.parent)
}
