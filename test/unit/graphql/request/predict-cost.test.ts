import { describe, expect, it } from '@jest/globals'
import { getNamedType, isObjectType, parse } from 'graphql'
import { defaultLimits } from '../../../../src/config/request-limits.js'
import { derivedFields } from '../../../../src/entities/derived.js'
import { entityTypes } from '../../../../src/entities/index.js'
import { costOfField, fieldCosts } from '../../../../src/graphql/request/field-costs.js'
import { checkCost } from '../../../../src/graphql/request/limits.js'
import { predictCost } from '../../../../src/graphql/request/predict-cost.js'
import { buildSchema } from '../../../../src/graphql/schema/build-schema.js'
import { createOntology } from '../../../../src/ontology/ontology.js'

const schema = buildSchema(createOntology(entityTypes), derivedFields)
const costOf = (query: string, variables = {}) => predictCost(schema, parse(query), variables).cost
const listing = fieldCosts['Query.*Connection'] ?? 0

describe('the predicted cost', () => {
  it('of a field is one, of a page what is in a row for each row, and of what stands beside the rows once', () => {
    expect(costOf('{ region(id: "region/beijing") { id label } }')).toBe(3)
    expect(costOf('{ regions(first: 10) { nodes { id label } } }')).toBe(1 + listing + 1 + 10 * 2)
    expect(costOf('{ regions(last: 10) { edges { node { id } } totalCount pageInfo { endCursor } } }')).toBe(
      1 + listing + 1 + 10 * 2 + 1 + 2,
    )
    expect(costOf('{ regions { nodes { id } } }')).toBe(1 + listing + 1 + 20)
    expect(costOf('{ nodes(ids: ["a", "b", "c"]) { id } }')).toBe(1 + 3)
    expect(costOf('{ neighbourhood(id: "a", limit: 50) { nodes { id } } }')).toBe(1 + 200 + 1 + 50)
  })

  it('multiplies where pages nest, by fragments and variables as well', () => {
    const plain = costOf('{ corridors(first: 10) { nodes { members(first: 20) { nodes { id } } } } }')
    expect(plain).toBe(1 + listing + 1 + 10 * (1 + 1 + 20))
    expect(
      costOf(
        `query($rows: Int) { corridors(first: 10) { ...Rows } }
        fragment Rows on CorridorConnection { nodes { members(first: $rows) { ... { ...Members } } } }
        fragment Members on CorridorMemberConnection { nodes { id } }`,
        { rows: 20 },
      ),
    ).toBe(plain)
  })

  it('counts what is left out for nothing, and a page that is refused as the largest there is', () => {
    expect(costOf('{ regions(first: 10) { nodes { id label @skip(if: true) } } }')).toBe(1 + listing + 1 + 10)
    expect(costOf('{ regions(first: 1000000000) { nodes { id } } }')).toBe(1 + listing + 1 + 1_000)
  })

  it('of a sum is what a look through all rows costs, on each row that has one', () => {
    const sum = '{ aggregate { count } }'
    expect(costOf(`{ regions { nodes { centres ${sum} } } }`)).toBeGreaterThan(20 * (fieldCosts['*.aggregate'] ?? 0))
  })

  it('knows by fieldCosts no field that is not there', () => {
    const priced = new Set<number>()
    const types = Object.values(schema.getTypeMap()).filter(isObjectType)
    for (const type of types)
      for (const field of Object.values(type.getFields()))
        priced.add(costOfField(type.name, field.name, getNamedType(field.type).name))
    expect([...priced].sort()).toEqual([...new Set([0, ...Object.values(fieldCosts)])].sort())
  })
})

describe('an operation that costs too much', () => {
  const refusalOf = (query: string, maxCost: number, variables = {}) => {
    try {
      return checkCost(schema, parse(query), variables, { ...defaultLimits, maxCost })
    } catch (error) {
      return (error as Error).message
    }
  }

  it('is told which list costs most and how many rows of it would do', () => {
    const query = (rows: number) =>
      `{ ontology { __typename } corridors(first: 50) { nodes { label members(first: ${rows}) { nodes { id label } } } } }`
    const [, rows] =
      /; most of it is corridors\.nodes\.members: ask there for `first: (\d+)`\.$/.exec(
        String(refusalOf(query(100), 5_000)),
      ) ?? []
    expect(refusalOf(query(Number(rows)), 5_000)).toBeLessThanOrEqual(5_000)
    expect(refusalOf(query(Number(rows) + 1), 5_000)).toEqual(expect.any(String))
  })

  it('is told the list where it stands in a fragment, under the name that the client gave it', () => {
    const query = '{ all: regions(first: 100) { ...Rows } } fragment Rows on RegionConnection { nodes { id label } }'
    expect(refusalOf(query, 100)).toContain('most of it is all: ask there for `first: 24`.')
    expect(refusalOf('{ nodes(ids: ["a", "b", "c", "d"]) { id __typename } }', 5)).toContain('give 2 `ids` at once')
  })
})
