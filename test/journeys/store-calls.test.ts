import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Kind, parse, type SelectionSetNode } from 'graphql'
import { countCalls } from '../support/count-calls.js'
import { readJourneys } from '../support/journeys.js'
import { ask, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

/** Fields that walk the graph a level at a time, however deep it is: their calls are counted by how far they walk. */
const walking = /\b(paths|neighbourhood|progress|centres)\b/

/** Calls that a search makes beyond its level: it asks for names first, then for candidates by keys, then for the entities. */
const searching = /\bsearch\b/
const stagesOfSearch = 2

const journeys = (await readJourneys('test/journeys/contract')).filter(
  ({ query }) => !walking.test(query) && !/\bchanges\b/.test(query),
)

/** A nested read as frontends make them. */
const nested = `{ corridors(first: 10) { nodes { label members(first: 20) { nodes { label parent { label
  corridors(first: 5) { nodes { id targets(first: 5) { nodes { id metric announcedBy { label } } } } } } } } } } }`

describe('a request', () => {
  let opened: TestStore
  let server: TestServer
  let calls = 0
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00Z')
    const counting = countCalls(opened.store, () => {
      calls++
    })
    server = await startTestServer(counting, { cacheBytes: 0 })
  })
  afterAll(async () => {
    await server.close()
    await opened.close()
  })

  it.each([...journeys, { name: 'a nested read', query: nested, variables: {} }])(
    'asks the store no more often than it is deep: $name',
    async ({ query, variables }) => {
      calls = 0
      const { body } = await ask(server.url, query, variables)
      expect(body.data).toBeDefined()
      expect(calls).toBeGreaterThan(0)
      expect(calls).toBeLessThanOrEqual(depthOf(query) + (searching.test(query) ? stagesOfSearch : 0))
    },
  )

  it('asks once for what two fields of one level need', async () => {
    calls = 0
    await ask(server.url, '{ a: region(id: "region/beijing") { id } b: official(id: "official/tang-jianguo") { id } }')
    expect(calls).toBe(1)
  })
})

/** How deep a document nests its fields, through the fragments that it spreads. */
function depthOf(query: string): number {
  const { definitions } = parse(query)
  const fragments = new Map(
    definitions.flatMap(each => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  )
  const depth = (set: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map(selection => {
        if (selection.kind === Kind.FIELD) return 1 + depth(selection.selectionSet)
        if (selection.kind === Kind.INLINE_FRAGMENT) return depth(selection.selectionSet)
        return depth(fragments.get(selection.name.value)?.selectionSet)
      }),
    )
  return Math.max(...definitions.map(each => ('selectionSet' in each ? depth(each.selectionSet) : 0)))
}
