import { expect } from '@jest/globals'
import fc from 'fast-check'
import { buildClientSchema, getIntrospectionQuery } from 'graphql'
import { entityTypes } from '../../src/entities/index.js'
import { createOntology, type EntityType } from '../../src/ontology/ontology.js'
import { changeStore } from '../support/change-store.js'
import { said, statement, vouch, withdrawal } from '../support/dataset-builder.js'
import { graphWords } from '../support/graph-words.js'
import { readPage } from '../support/lists.js'
import { randomFilters } from '../support/random-filters.js'
import { randomGraphs } from '../support/random-graph.js'
import { inputsOf, operationsOf } from '../support/random-operations.js'
import { ask, startTestServer, type TestServer } from '../support/server.js'
import type { TestStore } from '../support/stores.js'

const ontology = createOntology(entityTypes)

export interface ReadingOptions {
  readonly runs: number
  /** Of a failure: asks the same again. */
  readonly seed?: number
}

/**
 * Puts the same random graph into two engines and demands of both the same answers, over HTTP, to random operations and
 * to random lists of every type: filtered, ordered, paged.
 */
export async function demandEqualReadings(
  openBoth: readonly [() => Promise<TestStore>, () => Promise<TestStore>],
  { runs, seed = Date.now() % 2 ** 31 }: ReadingOptions,
): Promise<void> {
  const [graph = {}] = fc.sample(randomGraphs(ontology, 'random'), { seed, numRuns: 1 })
  const opened = await Promise.all(openBoth.map(open => open()))
  const servers: TestServer[] = []
  try {
    for (const { store } of opened) {
      await store.writer.prepare()
      await changeStore(store, 'random', '2026-01-01T00:00:00Z', graph)
      servers.push(await startTestServer(store))
    }
    const urls = servers.map(({ url }) => url) as [string, string]
    const schema = buildClientSchema((await ask(urls[0], getIntrospectionQuery())).body.data)
    const words = graphWords(ontology)
    const demandEqual = async (answer: (url: string) => Promise<unknown>) => {
      const [one, other] = await Promise.all(urls.map(answer))
      expect(other).toEqual(one)
    }
    const lists = fc.constantFrom(...ontology.types).chain(type =>
      fc.record({
        type: fc.constant(type),
        filter: fc.oneof(fc.constant(undefined), randomFilters(schema, ontology, type, words)),
        orderBy: fc.array(inputsOf(schema, `${type.name}Order`, words), { maxLength: 2 }),
        size: fc.integer({ min: 1, max: 5 }),
      }),
    )
    const told = fc.oneof(operationsOf(schema, words), lists)
    await fc.assert(
      fc.asyncProperty(told, async asked => {
        if ('type' in asked) await demandEqual(url => twoPages(url, asked.type, asked))
        else await demandEqual(async url => (await ask(url, asked.query, asked.variables)).body)
      }),
      { seed, numRuns: runs, endOnFailure: true },
    )
  } finally {
    for (const server of servers) await server.close()
    for (const each of opened) await each.close()
  }
}

async function twoPages(
  url: string,
  type: EntityType,
  { filter, orderBy, size }: { readonly filter: unknown; readonly orderBy: readonly unknown[]; readonly size: number },
) {
  const first = await readPage(url, type, { filter, orderBy, first: size })
  const after = first.pageInfo.endCursor
  return [first, await readPage(url, type, { filter, orderBy, first: size, after })]
}

const region = ontology.findType('Region') as EntityType
const staying = Array.from({ length: 12 }, (_, i) => `region/s${i % 10}${i}`)
const coming = Array.from({ length: 15 }, (_, i) => `region/s${i % 10}${i}x`)
const named = [...staying, ...coming].map((id, i) =>
  statement(`statement/${i}`, id, {
    value: { kind: 'text', text: `${'北上广深'.charAt(i % 4)}${i % 5}`, language: 'zh-Hans' },
  }),
)

/**
 * Pages through a list from either end, in any order, while imports between the pages add and remove rows: a row that
 * stands throughout is seen once, and in its place.
 */
export async function demandSteadyPages(open: () => Promise<TestStore>, options: ReadingOptions): Promise<void> {
  const opened = await open()
  await opened.store.writer.prepare()
  const server = await startTestServer(opened.store)
  let day = 0
  const change = async (standing: readonly string[]) => {
    day += 1
    const { vouches: _, ...content } = said('moving', ...named)
    const stands = (subject: string) => staying.includes(subject) || standing.includes(subject)
    await changeStore(opened.store, 'moving', new Date(Date.UTC(2026, 0, day)).toISOString(), {
      ...content,
      vouches: named.filter(({ subject }) => stands(subject)).map(each => vouch(each, 'moving')),
      withdrawals: named.filter(({ subject }) => !stands(subject)).map(each => withdrawal(each, 'moving')),
    })
  }
  const asked = fc.record({
    changes: fc.array(fc.subarray(coming), { minLength: 1, maxLength: 5 }),
    orderBy: fc.constantFrom(
      [],
      [{ field: 'LABEL' }],
      [{ field: 'LABEL', direction: 'DESC' }],
      [{ field: 'CODE' }, { field: 'LABEL' }],
    ),
    isBackwards: fc.boolean(),
    size: fc.integer({ min: 1, max: 6 }),
  })
  try {
    await fc.assert(
      fc.asyncProperty(asked, async ({ changes, orderBy, isBackwards, size }) => {
        await change([])
        const expected = (await readPage(server.url, region, { orderBy, first: 100 })).nodes.map(({ id }) => id)
        expect([...expected].sort()).toEqual([...staying].sort())
        const seen: string[] = []
        let cursor: string | null | undefined
        for (let step = 0; ; step++) {
          await change(changes[step % changes.length] ?? [])
          const page = isBackwards ? { last: size, before: cursor } : { first: size, after: cursor }
          const { nodes, pageInfo } = await readPage(server.url, region, { orderBy, ...page })
          const ids = nodes.map(({ id }) => id)
          seen.push(...(isBackwards ? ids.toReversed() : ids))
          if (!(isBackwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) break
          cursor = isBackwards ? pageInfo.startCursor : pageInfo.endCursor
        }
        const inOrder = isBackwards ? seen.toReversed() : seen
        expect(inOrder.filter(id => staying.includes(id))).toEqual(expected)
        expect(new Set(inOrder).size).toBe(inOrder.length)
      }),
      { ...(options.seed !== undefined && { seed: options.seed }), numRuns: options.runs, endOnFailure: true },
    )
  } finally {
    await server.close()
    await opened.close()
  }
}
