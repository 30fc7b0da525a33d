import { describe, expect, it } from '@jest/globals'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { serveSeeds } from '../support/serve-seeds.js'
import { ask } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore } from '../support/stores.js'
import { hostileQueries } from './hostile-queries.js'
import { measureSearch, readJudged } from './measure-search.js'

const judged = await readJudged()
const document = `query ($query: String!) { search(query: $query, first: 10) {
  totalCount ignoredWords facets { type count } edges { score node { id }
    match { text language reason highlights { start end } }
    matches {
      words property { id } qualifier { name } entity { id } isDirect statement { id } isQuote text language reason
      highlights { start end } zh: description(language: "zh-Hans") en: description(language: "en")
    } }
} }`

/** By what belongs to an entity: type, place, office, words of quotes, with typing errors and with words left out. */
const byFacts = [
  '总经济师',
  'chief economist Beijing',
  'chief econmist Bejing',
  '北京有哪些算力中心',
  'which compute centres are in Beijing',
  '北京 政策措施',
  'targets announced by Tang Jianguo',
  '内蒙古 走廊',
  '京津冀 政策',
  '北京 45EFLOPS',
  'beijing zongjingjishi',
  '河北 地区',
  '北京 总经济师 芭蕾舞',
  '中国移动 北京',
]

describe('the judged queries', () => {
  it('are many, each once, and of every kind', () => {
    expect(judged.length).toBeGreaterThanOrEqual(150)
    expect(new Set(judged.map(({ query }) => query)).size).toBe(judged.length)
    expect(new Set(judged.map(({ way }) => way)).size).toBe(11)
  })
})

describe('on the embedded store', () => {
  const { url } = serveSeeds(openSqliteTestStore)

  it('what people look for stands where they look: `npm run bench -- search` says what does not', async () => {
    const found: string[][] = []
    for (const { query } of judged) found.push((await first(url(), query)).edges.map(({ node }) => node.id))
    const { recall, mrr, missed } = measureSearch(judged, found)
    expect(missed.map(({ query }) => query).sort()).toEqual(['重厌'])
    expect(recall).toBeGreaterThan(0.995)
    expect(mrr).toBeGreaterThan(0.995)
  })
})

describeOnNeo4j(uri => {
  const neo4j = serveSeeds(() => openNeo4jTestStore(uri()))
  const embedded = serveSeeds(openSqliteTestStore)

  it('a query of each kind is answered as on the embedded store, syntax of its index and other mischief too', async () => {
    // A third of them, since each is asked of two stores; a text of many words takes Neo4j long to plan.
    const some = judged.filter((_, i) => i % 3 === 0)
    expect(new Set(some.map(({ way }) => way)).size).toBe(11)
    for (const query of [
      ...some.map(each => each.query),
      ...byFacts,
      ...hostileQueries.flat().filter(each => each !== ''),
    ]) {
      const [one, other] = await Promise.all([first(neo4j.url(), query), first(embedded.url(), query)])
      expect({ query, ...one }).toEqual({ query, ...other })
    }
  }, 300_000)
})

interface Found {
  readonly edges: readonly { readonly node: { readonly id: string } }[]
}

async function first(url: string, query: string): Promise<Found> {
  const { body } = await ask(url, document, { query })
  expect({ query, errors: body.errors }).toEqual({ query, errors: undefined })
  return body.data.search as Found
}
