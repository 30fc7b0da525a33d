import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildClientSchema, getIntrospectionQuery } from 'graphql'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { type Operation, operationsOf } from '../support/random-operations.js'
import { ask, importInto, seedFolder, startTestServer } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore, type TestStore } from '../support/stores.js'
import { collectWords } from './words.js'

/** Given to `npm run outside`. */
declare const fuzz: { readonly seconds: number; readonly seed?: number }

const failures = new Set(['INTERNAL_SERVER_ERROR', 'STORE_UNAVAILABLE', 'STORE_REFUSED'])
/** What no answer may tell. */
const told = /\.js:\d+|SQLITE_|Neo\.(Client|Database|Transient)|node_modules/

async function demandAnswers(open: () => Promise<TestStore>): Promise<void> {
  const opened = await open()
  await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00Z')
  await importInto(opened.store, ['test/fixtures/shengang'], '2026-02-01T00:00:00Z')
  const server = await startTestServer(opened.store)
  try {
    const schema = buildClientSchema((await ask(server.url, getIntrospectionQuery())).body.data)
    const counts = { asked: 0, answered: 0, refused: new Map<string, number>() }
    const judge = async ({ query, variables }: Operation) => {
      const { status, body } = await ask(server.url, query, variables)
      const codes = (body.errors ?? []).map(({ extensions }) => extensions?.code ?? 'none')
      counts.asked += 1
      if (body.data && codes.length === 0) counts.answered += 1
      for (const code of new Set(codes)) counts.refused.set(code, (counts.refused.get(code) ?? 0) + 1)
      expect({ status: status < 500, failed: codes.filter(code => failures.has(code) || code === 'none') }).toEqual({
        status: true,
        failed: [],
      })
      expect(JSON.stringify(body.errors ?? [])).not.toMatch(told)
    }
    const seed = fuzz.seed ?? Date.now() % 2 ** 31
    console.log(`fuzzing for ${fuzz.seconds} s: --seed ${seed} asks the same again`)
    const operations = operationsOf(schema, await collectWords(server))
    await fc.assert(
      fc.asyncProperty(fc.array(operations, { minLength: 1, maxLength: 4 }), async batch => {
        await Promise.all(batch.map(judge))
      }),
      { seed, numRuns: 1_000_000, interruptAfterTimeLimit: fuzz.seconds * 1000, markInterruptAsFailure: false },
    )
    console.log(`${counts.asked} asked, ${counts.answered} answered in full`, Object.fromEntries(counts.refused))
    // Operations that are all refused would show nothing.
    expect(counts.answered).toBeGreaterThan(counts.asked / 4)
  } finally {
    await server.close()
    await opened.close()
  }
}

describe('random operations', () => {
  it(
    'on SQLite are answered or refused, and never fail',
    () => demandAnswers(openSqliteTestStore),
    120_000 + fuzz.seconds * 2_000,
  )

  describeOnNeo4j(uri => {
    it(
      'are answered or refused, and never fail',
      () => demandAnswers(() => openNeo4jTestStore(uri())),
      120_000 + fuzz.seconds * 2_000,
    )
  })
})
