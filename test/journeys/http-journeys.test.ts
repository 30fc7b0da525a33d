import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { entityTypes } from '../../src/entities/index.js'
import { readJourneys, runJourney } from '../support/journeys.js'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { serveSeeds } from '../support/serve-seeds.js'
import { ask } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore } from '../support/stores.js'

const folder = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url))
const contract = await readJourneys(folder('contract'))
const journeys = [...contract, ...(await readJourneys(folder('own')))]

it('the contract’s twelve journeys are all here', () => {
  expect(contract).toHaveLength(12)
})

describe('on the embedded store', () => {
  const { url } = serveSeeds(openSqliteTestStore)
  hold(url)
})

describeOnNeo4j(uri => {
  const neo4j = serveSeeds(() => openNeo4jTestStore(uri()))
  const embedded = serveSeeds(openSqliteTestStore)
  hold(neo4j.url)

  it.each(journeys)('$name is answered as on the embedded store', async journey => {
    const [one, other] = await Promise.all([runJourney(neo4j.url(), journey), runJourney(embedded.url(), journey)])
    expect(one.answer).toEqual(other.answer)
  })

  it.each(entityTypes)('all that is known of each $name is as on the embedded store', async ({ plural }) => {
    const query = `query ($after: String) { ${plural}(first: 20, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id type label(language: "en") names { text language } sameAs
        conflictCount conflicts(first: 5) { nodes { id kind status } }
        statements(first: 40) { totalCount nodes { id asStated language confidence rank recordedAt retractedAt datasets
          property { name } qualifiers { __typename } quote { exact prefix suffix } edition { id sha256 } conflicts { id }
    } } } } }`
    let after: string | undefined
    do {
      const [one, other] = await Promise.all([
        ask(neo4j.url(), query, { after }),
        ask(embedded.url(), query, { after }),
      ])
      expect(one.body.errors).toBeUndefined()
      expect(one.body).toEqual(other.body)
      const { hasNextPage, endCursor } = one.body.data[plural].pageInfo
      after = hasNextPage ? endCursor : undefined
    } while (after !== undefined)
  })
})

function hold(url: () => string): void {
  it.each(journeys)('$name holds: $why', async journey => {
    expect((await runJourney(url(), journey)).problem).toBeUndefined()
  })
}
