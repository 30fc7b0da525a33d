import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildClientSchema, getIntrospectionQuery } from 'graphql'
import { entityTypes } from '../../src/entities/index.js'
import { createOntology } from '../../src/ontology/ontology.js'
import { withRows } from '../../src/rows/with-rows.js'
import type { Store } from '../../src/store/store.js'
import { changeStore } from '../support/change-store.js'
import { said, statement, withdrawal } from '../support/dataset-builder.js'
import { graphWords } from '../support/graph-words.js'
import { randomGraphs } from '../support/random-graph.js'
import { type Operation, operationsOf } from '../support/random-operations.js'
import { ask, curatorToken, startTestServer, type TestServer } from '../support/server.js'
import type { TestStore } from '../support/stores.js'
import { today } from '../support/today.js'

const ontology = createOntology(entityTypes)

interface Way {
  readonly isGet: boolean
  readonly headers: Readonly<Record<string, string>>
}

/** Headers that change an answer, or only how it is sent. */
const requestHeaders = fc
  .record(
    {
      authorization: fc.constant(`Bearer ${curatorToken}`),
      'suanli-view': fc.constantFrom(
        '{"trust":{"languages":["en"]}}',
        '{"trust":{"sources":["press"],"others":"NEVER"}}',
        '{"validAt":"2024-07-04"}',
        '{"validAt":"2024-07-04","language":"zh-Hans"}',
        '{"knownAt":"2025-01-01T00:00:00Z"}',
        '{"language":"en"}',
        '{"release":"none"}',
      ),
      'accept-language': fc.constantFrom('zh', 'en', 'fr'),
      'accept-encoding': fc.constantFrom('gzip', 'br', 'identity', 'gzip, br'),
      accept: fc.constantFrom('application/graphql-response+json', 'application/json', 'text/html', '*/*'),
    },
    { requiredKeys: [] },
  )
  .map(headers => ({ 'accept-encoding': 'identity', ...headers }))

async function send(url: string, { query, variables }: Operation, { isGet, headers }: Way) {
  const response = await (isGet && query.length < 1_500
    ? fetch(`${url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`, { headers })
    : fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      }))
  const sent = Object.fromEntries(response.headers)
  delete sent.date
  return { status: response.status, headers: sent, body: await response.text() }
}

function isRefused({ body }: { readonly body: string }): boolean {
  return body.startsWith('{"errors":')
}

/** How often the cache of a server did that for an answer. */
async function countOf(url: string, outcome: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const line = text.split('\n').find(each => each.startsWith(`graphql_answer_cache_total{outcome="${outcome}"}`))
  return Number(line?.split(' ')[1] ?? 0)
}

/** Kept answers against answers that are computed. */
export function describeAnswerCache(engine: string, open: () => Promise<TestStore>, { runs }: { runs: number }): void {
  describe(`answers kept of ${engine}`, () => {
    let opened: TestStore
    let writer: Store['writer']
    let cold: TestServer
    let warm: TestServer
    beforeAll(async () => {
      opened = await open()
      const store = withRows(opened.store, {
        ontology,
        today,
        report: failure => {
          throw failure
        },
      })
      writer = store.writer
      await writer.prepare()
      const [graph = {}] = fc.sample(randomGraphs(ontology, 'random'), 1)
      await changeStore(store, 'random', '2026-01-01T00:00:00Z', graph)
      cold = await startTestServer(store, { cacheBytes: 0 })
      warm = await startTestServer(store)
    }, 120_000)
    afterAll(async () => {
      await cold?.close()
      await warm?.close()
      await opened?.close()
    })

    it('are the same as computed ones, letter by letter and header by header', async () => {
      const schema = buildClientSchema((await ask(cold.url, getIntrospectionQuery())).body.data)
      const ways = fc.array(fc.record({ isGet: fc.boolean(), headers: requestHeaders }), { minLength: 3, maxLength: 3 })
      let whole = 0
      await fc.assert(
        fc.asyncProperty(operationsOf(schema, graphWords(ontology)), ways, async (operation, ways) => {
          for (const way of ways) {
            const computed = await send(cold.url, operation, way)
            const answers = [await send(warm.url, operation, way), await send(warm.url, operation, way)]
            // Which of several errors is told first depends on the order in which the store answers.
            if ([computed, ...answers].every(isRefused)) continue
            whole += 1
            for (const answer of answers) expect({ operation, way, ...answer }).toEqual({ operation, way, ...computed })
          }
        }),
        { numRuns: runs, endOnFailure: true },
      )
      expect(whole).toBeGreaterThan(runs / 5)
      expect(await countOf(warm.url, 'hit')).toBeGreaterThan(runs / 10)
      expect(await countOf(cold.url, 'hit')).toBe(0)
    }, 300_000)

    it('are of one revision and never older than the newest one, while a writer publishes', async () => {
      const marks = ['company/mark-a', 'company/mark-b', 'company/mark-c']
      const named = (at: number) =>
        marks.map((id, i) => {
          const text = `标记${at}`
          return statement(`statement/mark-${i}-${at}`, id, {
            value: { kind: 'text', text, language: 'zh-Hans' },
            asStated: text,
          })
        })
      const query = `{ revision ${marks.map((id, i) => `m${i}: company(id: "${id}") { label }`).join(' ')}
        listed: companies(filter: { name: { startsWith: "标记" } }) { totalCount nodes { label } } }`
      const labels = new Map<number, string>()
      let newest = 0
      let isWriting = true
      const write = async (at: number) => {
        const staged = await writer.begin(['marks'], 'test:1', () => false)
        const withdrawals = at === 0 ? [] : named(at - 1).map(each => withdrawal(each, 'marks'))
        await writer.stage(staged, { ...said('marks', ...named(at)), withdrawals })
        labels.set(staged.revision, `标记${at}`)
        newest = (await writer.publish(staged, new Date(Date.UTC(2026, 1, 1, 0, at)).toISOString())).number
      }
      const read = async () => {
        while (isWriting) {
          const atLeast = newest
          const { data } = (await ask(warm.url, query)).body
          const label = labels.get(data.revision)
          expect(data.revision).toBeGreaterThanOrEqual(atLeast)
          const seen = [
            data.m0.label,
            data.m1.label,
            data.m2.label,
            ...data.listed.nodes.map(({ label }: never) => label),
          ]
          expect({ revision: data.revision, seen }).toEqual({ revision: data.revision, seen: Array(6).fill(label) })
        }
      }
      await write(0)
      const before = await countOf(warm.url, 'hit')
      const writing = (async () => {
        try {
          for (let at = 1; at <= 12; at++) {
            await write(at)
            await new Promise(resolve => setTimeout(resolve, 60))
          }
        } finally {
          isWriting = false
        }
      })()
      await Promise.all([writing, ...Array.from({ length: 6 }, read)])
      expect(await countOf(warm.url, 'hit')).toBeGreaterThan(before)
    }, 120_000)
  })
}
