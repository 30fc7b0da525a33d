import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { derivedFields } from '../../src/entities/derived.js'
import { buildSchema } from '../../src/graphql/schema/build-schema.js'
import type { EntityType } from '../../src/ontology/ontology.js'
import { keepsRows, refreshRows } from '../../src/rows/refresh-rows.js'
import { changeStore } from '../support/change-store.js'
import { ontology } from '../support/export-and-import.js'
import { graphWords } from '../support/graph-words.js'
import { TwoWays } from '../support/list-answers.js'
import { listFilters } from '../support/list-filters.js'
import { nestedReads } from '../support/nested-selections.js'
import { randomFilters } from '../support/random-filters.js'
import { randomGraphs } from '../support/random-graph.js'
import { inputsOf } from '../support/random-operations.js'
import type { TestStore } from '../support/stores.js'

export const schema = buildSchema(ontology, derivedFields)
const words = graphWords(ontology)
const today = '2026-01-02'

/** Holds a store to one answer of every list, whether it is made of rows or of statements. */
export function answersListsByRows(
  open: () => Promise<TestStore>,
  /** `wholeTypes`: whose groups and sums are asked for; all types unless given. */
  options: { readonly runs: number; readonly documents: number; readonly wholeTypes?: readonly string[] },
): void {
  const { wholeTypes } = options
  const isWhole = ({ name }: EntityType) => !wholeTypes || wholeTypes.includes(name)
  describe('lists by rows', () => {
    const graph = fc.sample(randomGraphs(ontology, 'random', 900), { seed: 20240704, numRuns: 1 })[0]
    let opened: TestStore
    let ways: TwoWays
    beforeAll(async () => {
      opened = await open()
      const { store } = opened
      await store.writer.prepare()
      await changeStore(store, 'random', '2026-01-01T00:00:00Z', graph ?? {})
      if (!keepsRows(store)) throw new Error('This store keeps no rows.')
      await refreshRows(store, { ontology, today, rebuild: 'missing' })
      ways = new TwoWays(store, schema, ontology, () => today)
    }, 240_000)
    afterAll(() => opened.close())

    it('are those by statements: filters, orders, pages, counts, groups and sums', async () => {
      const asked = fc.constantFrom(...ontology.types).chain(type =>
        fc.record({
          type: fc.constant(type),
          filter: fc.oneof(
            { weight: 1, arbitrary: fc.constant(undefined) },
            { weight: 1, arbitrary: randomFilters(schema, ontology, type, words) },
            { weight: 8, arbitrary: listFilters(ontology, type) },
          ),
          orderBy: fc.array(inputsOf(schema, `${type.name}Order`, words), { maxLength: 2 }),
          view: fc.constantFrom(undefined, { language: 'zh-Hans' }, { language: 'en' }),
          size: fc.integer({ min: 1, max: 4 }),
          isBackwards: fc.boolean(),
        }),
      )
      await fc.assert(
        fc.asyncProperty(asked, async ({ type, size, isBackwards, ...given }) => {
          const cursors = await sameAnswers(
            ways,
            type,
            { ...given, ...page(size, isBackwards) },
            isWhole(type) && (size === 1 || !wholeTypes),
          )
          const middle = cursors[Math.floor(cursors.length / 2)]
          if (middle === undefined) return
          await sameAnswers(ways, type, { ...given, ...page(size, isBackwards), after: middle }, false)
          await sameAnswers(ways, type, { ...given, ...page(size, isBackwards), before: middle }, false)
        }),
        { numRuns: options.runs, endOnFailure: true },
      )
      expect(ways.calls.answered).toBeGreaterThan(options.runs)
      expect(ways.calls.passedOver).toBe(0)
    }, 240_000)

    it('with all that is selected below their entities are those by statements', async () => {
      const entities = [...new Set(graph?.statements?.map(({ subject }) => subject))]
      const asked = fc.constantFrom(...ontology.types).chain(type =>
        nestedReads(
          schema,
          type,
          entities.filter(id => ontology.findTypeOfId(id) === type),
        ),
      )
      let [plain, asStatements] = [0, 0]
      await fc.assert(
        fc.asyncProperty(asked, async ({ query, isWithoutStatements }) => {
          const before = ways.questions
          await sameRead(ways, query)
          if (!isWithoutStatements) return
          plain += 1
          asStatements += ways.questions > before ? 1 : 0
        }),
        { numRuns: options.documents, endOnFailure: true },
      )
      expect(ways.calls.passedOver).toBe(0)
      // Some pages and languages are not asked of rows; among a few documents most may be such.
      expect(asStatements).toBeLessThanOrEqual(plain / 2 + 2)
    }, 240_000)

    it('of every type are answered by rows, whole', async () => {
      const before = ways.calls.answered
      const types = ontology.types.filter(isWhole)
      for (const type of types) await sameAnswers(ways, type, { first: 100 })
      expect(ways.calls.answered).toBeGreaterThanOrEqual(before + 3 * types.length)
    })
  })
}

function page(size: number, isBackwards: boolean) {
  return isBackwards ? { last: size } : { first: size }
}

/** Asks a list by rows and by statements. Gives its cursors. */
export async function sameAnswers(
  ways: TwoWays,
  type: EntityType,
  variables: Parameters<TwoWays['answers']>[1],
  isWhole = true,
): Promise<readonly string[]> {
  const [byRows, byStatements] = await ways.answers(type, variables, isWhole)
  expect({ type: type.name, variables, answer: byRows }).toEqual({ type: type.name, variables, answer: byStatements })
  const { data } = byRows as { data?: Readonly<Record<string, { edges: readonly { cursor: string }[] } | null>> }
  return data?.[type.plural]?.edges.map(({ cursor }) => cursor) ?? []
}

/** Asks a document by rows and by statements. */
export async function sameRead(ways: TwoWays, query: string): Promise<void> {
  const [byRows, byStatements] = await ways.answersTo(query)
  expect({ query, answer: byRows }).toEqual({ query, answer: byStatements })
}
