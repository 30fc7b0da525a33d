import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql'
import { derivedFields } from '../../src/entities/derived.js'
import { entityTypes } from '../../src/entities/index.js'
import { buildSchema } from '../../src/graphql/schema/build-schema.js'
import { createOntology, type EntityType, enumNameOf, fieldOf } from '../../src/ontology/ontology.js'
import { compareDecimals } from '../../src/values/decimal.js'
import { edtfBounds } from '../../src/values/edtf.js'
import { boundsOf } from '../../src/values/quantity.js'
import { unitKindOf } from '../../src/values/unit.js'
import type { Quantity, Value } from '../../src/values/value.js'
import { changeStore } from '../support/change-store.js'
import { said, statement } from '../support/dataset-builder.js'
import { graphWords } from '../support/graph-words.js'
import { readPage, readWhole } from '../support/lists.js'
import { randomFilters } from '../support/random-filters.js'
import { randomGraphs, randomIds } from '../support/random-graph.js'
import { inputsOf } from '../support/random-operations.js'
import { periods, quantities } from '../support/random-values.js'
import { ask, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

const ontology = createOntology(entityTypes)
const types: readonly [string, EntityType][] = ontology.types.map(type => [type.name, type])
const schema: GraphQLSchema = buildSchema(ontology, derivedFields)

describe.each(types)('the list of every %s', (_, type) => {
  it('has a filter for every property whose values can be compared', () => {
    const { fields } = inputNamed(`${type.name}Filter`)
    const comparable = type.properties.map(({ id }) => id)
    const counts = ['conflictCount', 'openConflictCount', 'existence']
    const own = ['and', 'or', 'not', 'id', 'exists', ...counts, ...(type.partOf ? ['within'] : [])]
    expect(fields.sort()).toEqual([...comparable, ...own].sort())
  })

  it('has an order for every property of one value, for the label of what a link leads to, for numbers of links and of conflicts', () => {
    const values = (schema.getType(`${type.name}OrderField`) as GraphQLEnumType).getValues().map(({ name }) => name)
    const own = type.properties.filter(({ many, value }) => !many && value.kind !== 'geo')
    const counted = linksOf(type).map(field => `${enumNameOf(field)}_COUNT`)
    const sums = values.filter(name => name.endsWith('_SUM'))
    expect(values.filter(name => !sums.includes(name)).sort()).toEqual(
      ['LABEL', 'CONFLICT_COUNT', 'OPEN_CONFLICT_COUNT', ...own.map(({ id }) => enumNameOf(id)), ...counted].sort(),
    )
  })

  it('has an aggregate that counts by every link, code and year and sums up every quantity of a known kind', () => {
    const groups = type.properties.filter(
      ({ value, identifies }) => ['code', 'date', 'entity'].includes(value.kind) && !identifies,
    )
    const sums = type.properties.flatMap(({ id, value }) => (value.kind === 'quantity' && value.unit ? [id] : []))
    expect(Object.keys(aggregateFieldsOf(type)).sort()).toEqual(
      ['count', ...groups.map(({ id }) => groupOf(id)), ...sums].sort(),
    )
  })
})

describe('lists of a random graph', () => {
  const graph = fc.sample(randomGraphs(ontology, 'random'), { seed: 20240704, numRuns: 1 })[0]
  const words = graphWords(ontology)
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    await opened.store.writer.prepare()
    await changeStore(opened.store, 'random', '2026-01-01T00:00:00Z', graph ?? {})
    server = await startTestServer(opened.store)
  })
  afterAll(async () => {
    await server.close()
    await opened.close()
  })
  const filtersOf = (type: EntityType) => randomFilters(schema, ontology, type, words)
  const idsOf = async (type: EntityType, filter?: unknown) =>
    (await readPage(server.url, type, { first: 100, filter })).nodes.map(({ id }) => id)

  it.each(types)('of type %s have all of it, by id', async (_, type) => {
    expect(await idsOf(type)).toEqual(randomIds(type))
    const [one, two] = randomIds(type)
    expect(await idsOf(type, { id: { eq: one } })).toEqual([one])
    expect(await idsOf(type, { id: { in: [two, one, 'region/none'] } })).toEqual([one, two])
    expect(await idsOf(type, { not: { id: { eq: one } } })).toEqual(randomIds(type).slice(1))
  })

  it.each(types)('of type %s can be filtered by how many conflicts each has', async (_, type) => {
    const { body } = await ask(server.url, `{ ${type.plural} { nodes { id conflictCount } } }`)
    const counts = body.data[type.plural].nodes as readonly { readonly id: string; readonly conflictCount: number }[]
    const having = (test: (count: number) => boolean) =>
      counts.filter(({ conflictCount }) => test(conflictCount)).map(({ id }) => id)
    expect(await idsOf(type, { conflictCount: { eq: 0 } })).toEqual(having(count => count === 0))
    expect(await idsOf(type, { conflictCount: { gte: 1 } })).toEqual(having(count => count > 0))
    expect(await idsOf(type, { conflictCount: { gt: 1, lt: 99, lte: 50 } })).toEqual(having(count => count > 1))
  })

  it.each(types)('of type %s are parted by any filter and its opposite, and joined by and, or', async (_, type) => {
    const filters = filtersOf(type)
    await fc.assert(
      fc.asyncProperty(filters, filters, async (one, other) => {
        const [a, b, notA, both, either] = await Promise.all([
          idsOf(type, one),
          idsOf(type, other),
          idsOf(type, { not: one }),
          idsOf(type, { and: [one, other] }),
          idsOf(type, { or: [one, other] }),
        ])
        expect([...a, ...notA].sort()).toEqual(randomIds(type))
        expect(both).toEqual(a.filter(id => b.includes(id)))
        expect(either).toEqual([...new Set([...a, ...b])].sort())
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  it.each(types)('of type %s are the same page by page from either end, in any order', async (_, type) => {
    const asked = fc.record({
      filter: fc.oneof(fc.constant(null), filtersOf(type)),
      orderBy: fc.array(inputsOf(schema, `${type.name}Order`, words), { maxLength: 2 }),
      size: fc.integer({ min: 1, max: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(asked, async ({ size, ...args }) => {
        const whole = await readPage(server.url, type, { ...args, first: 100 })
        const ids = whole.nodes.map(({ id }) => id)
        expect([whole.totalCount, whole.aggregate.count, new Set(ids).size]).toEqual(Array(3).fill(ids.length))
        expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false })
        expect(await readWhole(server.url, type, { ...args, size })).toEqual(ids)
        expect(await readWhole(server.url, type, { ...args, size, backwards: true })).toEqual(ids)
      }),
      { numRuns: 5, endOnFailure: true },
    )
  })

  it.each(types)('of type %s are counted in groups as their filters count', async (_, type) => {
    for (const { id, value } of type.properties) {
      const group = aggregateFieldsOf(type)[groupOf(id)]
      if (!group) continue
      const rowType = getNamedType(group.type) as GraphQLObjectType
      const [key = ''] = Object.keys(rowType.getFields()).filter(name => !['count', 'sums'].includes(name))
      const level = group.args.some(({ name }) => name === 'level') ? '(direct: true)' : ''
      const shown = value.kind === 'entity' ? `${key} { id }` : key
      const { body } = await ask(
        server.url,
        `{ ${type.plural} { aggregate { rows: ${group.name}${level} { ${shown} count } } } }`,
      )
      const rows = body.data[type.plural].aggregate.rows as readonly Readonly<Record<string, unknown>>[]
      expect(rows.map(({ count }) => count)).toEqual(
        rows.map(({ count }) => count).toSorted((a, b) => Number(b) - Number(a)),
      )
      for (const row of rows) {
        const found = await idsOf(type, { [id]: conditionOf(value.kind, row[key]) })
        expect([group.name, row[key], found.length]).toEqual([group.name, row[key], row.count])
      }
    }
  })

  it.each(types)('of type %s go by the numbers of their links and by the sums of what is linked', async (_, type) => {
    const values = (schema.getType(`${type.name}OrderField`) as GraphQLEnumType).getValues().map(({ name }) => name)
    for (const field of linksOf(type)) {
      const name = enumNameOf(field)
      const sums = values.filter(value => value.startsWith(`${name}_`) && value.endsWith('_SUM'))
      const quantities = sums.map(value => camelCase(value.slice(name.length + 1, -'_SUM'.length)))
      const aggregate = quantities.length > 0 ? `aggregate { ${quantities.map(id => `${id} { sum }`).join(' ')} }` : ''
      const nodes = async (order: string) => {
        const query = `{ list: ${type.plural}(orderBy: [{ field: ${order}, direction: DESC }]) { nodes { id links: ${field} { totalCount ${aggregate} } } } }`
        return (await ask(server.url, query)).body.data.list.nodes as readonly Linked[]
      }
      const counts = (await nodes(`${name}_COUNT`)).map(({ links }) => links.totalCount)
      expect([field, ...counts]).toEqual([field, ...counts.toSorted((a, b) => b - a)])
      for (const [i, quantity] of quantities.entries()) {
        const greatest = (await nodes(sums[i] ?? '')).map(({ links }) =>
          links.aggregate[quantity]
            ?.map(({ sum }) => sum)
            .toSorted(compareDecimals)
            .at(-1),
        )
        const stated = greatest.filter(sum => sum !== undefined)
        expect(greatest).toEqual([
          ...stated.toSorted((a, b) => compareDecimals(b, a)),
          ...greatest.slice(stated.length),
        ])
        expect(greatest.slice(stated.length).filter(sum => sum !== undefined)).toEqual([])
      }
    }
  })

  it.each([
    ['another type’s list', 'officials', 'regions'],
    ['the same list in another order', 'regions(orderBy: [{ field: LABEL }])', 'regions'],
    [
      'the same order the other way',
      'regions(orderBy: [{ field: LABEL }])',
      'regions(orderBy: [{ field: LABEL, direction: DESC }])',
    ],
    ['statements', 'statements', 'sources'],
  ])('refuse the cursor of %s', async (_, from, to) => {
    const field = (text: string, page: string) =>
      text.includes('(') ? text.replace(')', `, ${page})`) : `${text}(${page})`
    const given = (await ask(server.url, `{ list: ${field(from, 'first: 1')} { pageInfo { endCursor } } }`)).body.data
    const after = `first: 1, after: "${given.list.pageInfo.endCursor}"`
    expect((await ask(server.url, `{ list: ${field(from, after)} { nodes { id } } }`)).body.errors).toBeUndefined()
    const { body } = await ask(server.url, `{ list: ${field(to, after)} { nodes { id } } }`)
    expect(body.errors).toMatchObject([{ path: ['list'], extensions: { code: 'INVALID_CURSOR' } }])
  })
})

describe('the orders of a list', () => {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    await opened.store.writer.prepare()
    const [dates = [], figures = []] = [
      fc.sample(periods, { seed: 5, numRuns: 12 }),
      fc.sample(quantities, { seed: 5, numRuns: 400 }).filter(({ unit }) => unit && unitKindOf(unit) === 'compute'),
    ]
    const statements = dates.flatMap((edtf, i) => {
      const about = (property: string, value: Value) =>
        statement(`statement/${property}${i}`, `computecentre/${i % 7}${i}`, { property, value })
      const figure = figures[i]
      return [
        about('name', { kind: 'text', text: '北上广深'.charAt(i % 4) + String(i % 5), language: 'zh-Hans' }),
        ...(i % 4 > 0 ? [about('opened', { kind: 'date', edtf })] : []),
        ...(figure && i % 3 > 0 ? [about('capacity', figure)] : []),
      ]
    })
    const content = said('ordered', ...statements)
    const entities = (content.entities ?? []).map(({ id }) => ({ id, type: 'ComputeCentre' }))
    await changeStore(opened.store, 'ordered', '2026-01-01T00:00:00Z', { ...content, entities })
    server = await startTestServer(opened.store)
  })
  afterAll(async () => {
    await server.close()
    await opened.close()
  })

  it('go by lower bound in the base unit, by first day, by sound, and have what is absent last both ways', async () => {
    const by = async (order: string) => {
      const query = `{ computeCentres(orderBy: [{ ${order} }]) { nodes { label opened capacity { amount unit comparator } } } }`
      return (await ask(server.url, query)).body.data.computeCentres.nodes as readonly Centre[]
    }
    const labels = (await by('field: LABEL')).map(({ label }) => label)
    expect(labels).toEqual(labels.toSorted(new Intl.Collator('zh-Hans-u-co-pinyin').compare))
    for (const [field, keyOf, compare] of orders) {
      const [up, down] = [await by(`field: ${field}`), await by(`field: ${field}, direction: DESC`)]
      const keys = up.map(keyOf).filter(key => key !== undefined)
      expect(keys.length).toBeGreaterThan(3)
      expect(keys).toEqual(keys.toSorted(compare))
      expect(up.slice(keys.length).map(keyOf).filter(Boolean)).toEqual([])
      expect(down.slice(keys.length).map(keyOf).filter(Boolean)).toEqual([])
      expect(down.slice(0, keys.length).map(keyOf)).toEqual(keys.toReversed())
    }
  })
})

interface Linked {
  readonly links: {
    readonly totalCount: number
    readonly aggregate: Readonly<Record<string, readonly { readonly sum: string }[]>>
  }
}

/** The fields that show links of which there may be several. */
function linksOf(type: EntityType): readonly string[] {
  const own = type.properties.filter(({ value, many, joint }) => value.kind === 'entity' && (many || joint))
  return [...own.map(property => property.all ?? fieldOf(property)), ...type.inverses.map(({ field }) => field)]
}

function aggregateFieldsOf(type: EntityType) {
  const aggregate = schema.getType(`${type.name}Aggregate`)
  return isObjectType(aggregate) ? aggregate.getFields() : {}
}

function groupOf(property: string): string {
  return `by${property.charAt(0).toUpperCase()}${property.slice(1)}`
}

/** What a filter asks for to find the items of a group. */
function conditionOf(kind: Value['kind'], key: unknown): unknown {
  if (kind === 'entity') return { id: { eq: (key as { readonly id: string }).id } }
  return kind === 'date' ? { within: String(key).padStart(4, '0') } : { eq: key }
}

function camelCase(name: string): string {
  return name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}

interface Centre {
  readonly label: string
  readonly opened: string | null
  readonly capacity: Quantity | null
}

const orders: readonly [string, (centre: Centre) => string | undefined, (a: string, b: string) => number][] = [
  ['OPENED', ({ opened }) => (opened ? firstDay(opened) : undefined), (a, b) => (a < b ? -1 : 1)],
  ['CAPACITY', ({ capacity }) => lowerBound(capacity), (a, b) => compareDecimals(a, b)],
]

function firstDay(edtf: string): string | undefined {
  const { min, max } = edtfBounds(edtf)
  return min ?? max
}

function lowerBound(capacity: Quantity | null): string | undefined {
  const { low, high } = capacity?.amount ? boundsOf(capacity) : {}
  return low ?? high
}

function inputNamed(name: string): { readonly fields: string[] } {
  return { fields: Object.keys((schema.getType(name) as GraphQLInputObjectType).getFields()) }
}
