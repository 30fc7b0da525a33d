import { createServer } from 'node:http'
import neo4j from 'neo4j-driver'

/*
 * The ceiling of any design that asks Neo4j: node:http, the driver, and for each read one Cypher written by hand, that
 * gives the whole answer as lists.
 */

const [, , uri = ''] = process.argv
const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: true })

const nested = `
  MATCH (k:PlainCorridor)
  WITH k ORDER BY k.id LIMIT 10
  RETURN k.label, COLLECT {
    MATCH (k)-[:HAS_MEMBER]->(r)
    WITH r ORDER BY r.id LIMIT 20
    RETURN [r.label, COLLECT {
      MATCH (r)<-[:STANDS_IN]-(c)
      WITH c ORDER BY c.id LIMIT 5
      MATCH (c)-[:RUN_BY]->(o)
      RETURN [c.label, c.amount, c.unit, o.label]
    }]
  }`

const centre = `
  MATCH (c:PlainCentre {id: $id})
  MATCH (c)-[:STANDS_IN]->(r)
  MATCH (c)-[:RUN_BY]->(o)
  RETURN c.label, c.amount, c.unit, r.label, o.label`

const operating = `
  CALL () {
    MATCH (c:PlainCentre {status: 'OPERATING'})
    RETURN count(*) AS total, sum(c.amount) AS amount
  }
  CALL () {
    MATCH (c:PlainCentre {status: 'OPERATING'})
    WITH c ORDER BY c.id LIMIT 20
    RETURN collect([c.id, c.label]) AS page
  }
  RETURN total, amount, page`

const path = `
  MATCH (a:PlainCentre {id: $from}), (b:PlainCentre {id: $to})
  MATCH p = shortestPath((a)-[:STANDS_IN|HAS_MEMBER*..4]-(b))
  RETURN length(p)`

const english = `
  MATCH (k:PlainCorridor)
  WITH k ORDER BY k.id LIMIT 10
  RETURN k.labelEn, COLLECT {
    MATCH (k)-[:HAS_MEMBER]->(r)
    WITH r ORDER BY r.id LIMIT 20
    RETURN r.labelEn
  }`

const search = `
  CALL db.index.fulltext.queryNodes('plain_names', $phrase, {limit: 1}) YIELD node AS c
  RETURN c.id, c.label`

// biome-ignore lint/suspicious/noExplicitAny: columns of texts above
type Row = readonly any[]
const none: Row = []
type List<Item> = readonly Item[]

const answers: Readonly<Record<string, { text: string; toData: (rows: readonly Row[]) => unknown }>> = {
  '/nested': {
    text: nested,
    toData: rows => ({
      corridors: rows.map(([label, members]) => ({
        label,
        members: (members as List<[string, List<[string, number, string, string]>]>).map(([label, centres]) => ({
          label,
          centres: centres.map(([label, amount, unit, operator]) => ({
            label,
            capacity: { amount, unit },
            operator: { label: operator },
          })),
        })),
      })),
    }),
  },
  '/centre': {
    text: centre,
    toData: ([[label, amount, unit, region, operator] = none]) => ({
      computeCentre: { label, capacity: { amount, unit }, region: { label: region }, operator: { label: operator } },
    }),
  },
  '/operating': {
    text: operating,
    toData: ([[totalCount, sum, page] = none]) => ({
      centresOfStatus: {
        totalCount,
        sum,
        nodes: ((page ?? []) as List<[string, string]>).map(([id, label]) => ({ id, label })),
      },
    }),
  },
  '/search': { text: search, toData: rows => ({ centresByName: rows.map(([id, label]) => ({ id, label })) }) },
  '/path': { text: path, toData: ([[length] = none]) => ({ pathLength: length }) },
  '/english': {
    text: english,
    toData: rows => ({
      corridors: rows.map(([label, members]) => ({
        label,
        members: (members as List<string>).map(label => ({ label })),
      })),
    }),
  },
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
  const answer = answers[pathname]
  if (!answer) return void response.writeHead(404).end()
  const session = driver.session({ defaultAccessMode: 'READ' })
  session
    .run(answer.text, Object.fromEntries(searchParams))
    .then(({ records }) => {
      const rows = records.map(record => Array.from(record.values()) as unknown as Row)
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: answer.toData(rows) }))
    })
    .catch(failure => response.writeHead(500).end(String(failure)))
    .finally(() => session.close())
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`)
})
