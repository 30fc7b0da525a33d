import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { ask, curatorToken, importInto, runProgram, startTestServer, type TestServer } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore, type TestStore } from '../support/stores.js'

const dataset = `
dataset: twice
title: What is described twice
licence: CC0-1.0
sources:
  - { id: list, title: 名录, editions: [{ language: zh-Hans }, { language: en }] }
entities:
${[
  ['company/a-qinhuai', '秦淮数据', 'zh-Hans', 'https://ror.org/0abcde123'],
  ['company/b-chindata', 'Chindata', 'en', 'https://www.ror.org/0abcde123/'],
  ['company/c-dataport', '数据港股份有限公司', 'zh-Hans'],
  ['company/d-dataport', '数据港', 'zh-Hans'],
  ['company/e-huawei', '华为', 'zh-Hans'],
  ['company/f-huawei', 'Huawei', 'en'],
  ['company/g-other', '另一家', 'zh-Hans'],
]
  .map(
    ([id, name, language, sameAs]) =>
      `  - { id: ${id}, type: Company, edition: "list#${language}", statements: [{ property: name, value: ${name} }${sameAs ? `, { property: sameAs, value: "${sameAs}" }` : ''}] }`,
  )
  .join('\n')}
${[
  ['region/h-city', '临海'],
  ['region/i-district', '临海', 'region/h-city'],
  ['region/j-street', '临海', 'region/i-district'],
  ['region/k-city', '临海'],
]
  .map(
    ([id, name, parent]) =>
      `  - { id: ${id}, type: Region, edition: "list#zh-Hans", statements: [{ property: name, value: ${name} }${parent ? `, { property: parent, value: ${parent} }` : ''}] }`,
  )
  .join('\n')}
  - { id: region/l-mother, type: Region, edition: "list#zh-Hans", statements: [{ property: name, value: 母国 }, { property: code, value: FR }, { property: sameAs, value: "https://www.openstreetmap.org/relation/2502058" }] }
  - { id: region/m-overseas, type: Region, edition: "list#zh-Hans", statements: [{ property: name, value: 海外领地 }, { property: code, value: GF }, { property: sameAs, value: "https://www.openstreetmap.org/relation/2502058" }] }
`

const query = `query ($first: Int, $after: String, $minScore: Float, $view: ViewInput) {
  candidates(type: COMPANY, first: $first, after: $after, minScore: $minScore, view: $view) {
    pageInfo { hasNextPage hasPreviousPage endCursor }
    nodes { a { id label } b { id } score reasons { code isFor detail words(language: "zh-Hans") } }
  }
}`
const [codes, forms, sounds] = [
  ['company/a-qinhuai', 'company/b-chindata'],
  ['company/c-dataport', 'company/d-dataport'],
  ['company/e-huawei', 'company/f-huawei'],
]

describe('on the embedded store', () => {
  const { opened } = holds(openSqliteTestStore)

  it('the command lists the same, the likeliest first', async () => {
    const folder = opened().store.description.replace('SQLite in ', '')
    const { code, stdout } = await runProgram(['candidates', '--json', '--limit', '1'], { SUANLI_STORE: folder })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ candidates: [{ a: forms?.[0], b: forms?.[1] }] })
    const none = await runProgram(['candidates', '--type', 'Conference'], { SUANLI_STORE: folder })
    expect(none).toMatchObject({ code: 0, stdout: '0 pairs that may be one\n' })
    const wrong = await runProgram(['candidates', '--type', 'Compny'], { SUANLI_STORE: folder })
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('did you mean "Company"?')])
    expect((await runProgram(['candidates', '--min-score', '2'], { SUANLI_STORE: folder })).code).toBe(1)
  })
})

describeOnNeo4j(uri => {
  holds(() => openNeo4jTestStore(uri()))
})

function holds(open: () => Promise<TestStore>): { readonly opened: () => TestStore } {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await open()
    const folder = await mkdtemp(join(tmpdir(), 'suanli-twice-'))
    await writeFile(join(folder, 'dataset.yaml'), dataset)
    await importInto(opened.store, [folder], '2026-01-01T00:00:00.000Z')
    await rm(folder, { recursive: true })
    server = await startTestServer(opened.store)
  }, 300_000)
  afterAll(async () => {
    await server?.close()
    await opened?.close()
  })

  const list = async (variables: Readonly<Record<string, unknown>> = {}) => {
    const { body } = await ask(server.url, query, variables)
    expect(body.errors).toBeUndefined()
    return body.data.candidates
  }
  const pairsOf = ({ nodes }: { nodes: readonly { a: { id: string }; b: { id: string } }[] }) =>
    nodes.map(({ a, b }) => [a.id, b.id])
  const change = async (mutation: string) => {
    const { body } = await ask(server.url, `mutation { ${mutation} }`, {}, curatorToken)
    expect(body.errors).toBeUndefined()
    return body.data
  }

  it('lists pairs with score and reasons, in words of both languages', async () => {
    const { nodes, pageInfo } = await list()
    expect(pairsOf({ nodes })).toEqual([codes, forms, sounds])
    expect(nodes[0]).toMatchObject({
      score: 0.97,
      reasons: [{ code: 'SAME_CODE', isFor: true, words: expect.stringContaining('外部标识相同') }],
    })
    expect(nodes[2]).toMatchObject({
      a: { label: '华为' },
      score: 0.7,
      reasons: [{ code: 'SAME_SOUND', detail: '华为 / Huawei', words: '读音相同: 华为 / Huawei' }],
    })
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false })
  })

  it('pages join, whatever their size', async () => {
    for (const first of [1, 2]) {
      const joined: unknown[] = []
      let after: string | undefined
      do {
        const page = await list({ first, after })
        expect(page.nodes.length).toBeLessThanOrEqual(first)
        joined.push(...pairsOf(page))
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined
      } while (after !== undefined)
      expect(joined).toEqual([codes, forms, sounds])
    }
  })

  it('keeps to the score and the view that are asked for', async () => {
    expect(pairsOf(await list({ minScore: 0.9 }))).toEqual([codes])
    expect(pairsOf(await list({ view: { trust: { languages: ['zh'], others: 'NEVER' } } }))).toEqual([forms])
  })

  it('refuses what is no score, no size and no cursor of this list', async () => {
    const codeOf = async (variables: Readonly<Record<string, unknown>>) =>
      (await ask(server.url, query, variables)).body.errors?.[0]?.extensions?.code
    expect(await codeOf({ minScore: 2 })).toBe('BAD_USER_INPUT')
    expect(await codeOf({ first: 101 })).toBe('PAGE_TOO_LARGE')
    const { pageInfo } = await list({ first: 1 })
    expect(await codeOf({ after: pageInfo.endCursor, minScore: 0.6 })).toBe('INVALID_CURSOR')
    expect(await codeOf({ after: 'x' })).toBe('INVALID_CURSOR')
  })

  it('leaves out what a curator said are two, and what is one by now; merges nothing itself', async () => {
    const { body } = await ask(
      server.url,
      '{ conflicts(filter: { kind: { eq: IDENTITY } }) { nodes { id subject { id } } } }',
    )
    const conflict = body.data.conflicts.nodes.find(({ subject }: { subject: { id: string } }) =>
      subject.id.startsWith('company/'),
    )
    await change(
      `decideConflict(input: { conflictId: "${conflict.id}", dismiss: true, reason: "母子公司" }) { revision }`,
    )
    expect(pairsOf(await list())).toEqual([forms, sounds])
    await change(
      `mergeEntities(input: { keepId: "${sounds?.[0]}", mergeId: "${sounds?.[1]}", reason: "一家" }) { revision }`,
    )
    expect(pairsOf(await list())).toEqual([forms])
    await change(
      `splitEntity(input: { entityId: "${sounds?.[0]}", formerId: "${sounds?.[1]}", reason: "两家" }) { revision }`,
    )
    expect(pairsOf(await list())).toEqual([forms])
    await change(`reopenConflict(input: { conflictId: "${conflict.id}", reason: "再议" }) { revision }`)
    expect(pairsOf(await list())).toEqual([codes, forms])
    await change(
      `decideConflict(input: { conflictId: "${conflict.id}", dismiss: true, reason: "母子公司" }) { revision }`,
    )
  })

  it('a whole and its part are never a pair, however far apart, though both have one name', async () => {
    const { body } = await ask(
      server.url,
      '{ candidates(type: REGION, minScore: 0.01, first: 100) { nodes { a { id } b { id } } } }',
      {},
    )
    const pairs = body.data.candidates.nodes.map(({ a, b }: Record<'a' | 'b', { id: string }>) => `${a.id} ${b.id}`)
    const apart = ['region/h-city', 'region/i-district', 'region/j-street'].map(id => `${id} region/k-city`)
    expect(pairs.sort()).toEqual([...apart, 'region/l-mother region/m-overseas'])
  })

  it('a country and its overseas territory are no likely pair, though a list gives both one address', async () => {
    const asked = '{ candidates(type: REGION, minScore: 0.3, first: 100) { nodes { a { id } } } }'
    const { body } = await ask(server.url, asked, {})
    const ids = body.data.candidates.nodes.map(({ a }: { a: { id: string } }) => a.id)
    expect(ids).not.toContain('region/l-mother')
  })

  return { opened: () => opened }
}
