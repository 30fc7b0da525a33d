import { describe, expect, it } from '@jest/globals'
import { type GraphQLError, getVariableValues, Kind, parse, specifiedRules, validate } from 'graphql'
import { derivedFields } from '../../../../src/entities/derived.js'
import { entityTypes } from '../../../../src/entities/index.js'
import { inChinese } from '../../../../src/graphql/request/chinese-text.js'
import { buildSchema } from '../../../../src/graphql/schema/build-schema.js'
import { errors, requestErrors } from '../../../../src/model/catalogues/error-catalogue.js'
import { createOntology } from '../../../../src/ontology/ontology.js'
import { isChineseText } from '../../../support/is-chinese.js'

const schema = buildSchema(createOntology(entityTypes), derivedFields)

const unreadable = [
  '{',
  '',
  '{ a(b: $) }',
  '"""',
  '{ a(b: "x',
  "{ a(b: 'x') }",
  '{ a(b: 01) }',
  '{ a(b: 1.) }',
  '{ a(b: "\\q") }',
  '{ a(b: "\\u{110000}") }',
  '\u0007',
  'query ($a: Int = $b) { a }',
  'nonsense { a }',
  '{ a }}',
]

const invalid = [
  'type A { a: Int }',
  '{ regoins { totalCount } }',
  'fragment F on Int { a } { ...F }',
  '{ ... on Int { a } }',
  '{ regions(fisrt: 1) { totalCount } }',
  '{ regions @skip(iff: true, if: true) { totalCount } }',
  '{ regions @nosuch { totalCount } }',
  'query @skip(if: true) { regions { totalCount } }',
  '{ ...Missing }',
  'query ($a: Nosuch) { regions { totalCount } }',
  '{ regions { totalCount } } query B { regions { totalCount } }',
  'fragment A on Query { ...A } { ...A }',
  'fragment A on Query { ...B } fragment B on Query { ...A } { ...A }',
  '{ regions(first: $n) { totalCount } }',
  'query Q { regions(first: $n) { totalCount } }',
  'fragment A on Query { regions { totalCount } } { companies { totalCount } }',
  'query ($a: Int) { regions { totalCount } }',
  'query Q($a: Int) { regions { totalCount } }',
  '{ regions { totalCount } regions(first: 1) { totalCount } }',
  '{ node(id: "a") { id ... on Region { x: code } ... on Region { x: level } } }',
  '{ region(id: "a") { ... on Company { id } } }',
  'fragment C on Company { id } { region(id: "a") { ...C } }',
  '{ node { id } }',
  '{ regions @skip { totalCount } }',
  '{ regions { totalCount { a } } }',
  '{ regions }',
  'subscription { a: changed { cursor } b: changed { cursor } }',
  'subscription S { a: changed { cursor } b: changed { cursor } }',
  'subscription { __typename }',
  '{ regions(first: 1, first: 2) { totalCount } }',
  '{ regions @skip(if: true) @skip(if: true) { totalCount } }',
  'fragment A on Query { __typename } fragment A on Query { __typename } { ...A }',
  '{ regions(filter: { id: { eq: "a", eq: "b" } }) { totalCount } }',
  'query Q { __typename } query Q { __typename }',
  'query ($a: Int, $a: Int) { regions(first: $a) { totalCount } }',
  '{ regions(first: "x") { totalCount } }',
  '{ regions(first: 3000000000) { totalCount } }',
  '{ regions(first: 1.5) { totalCount } }',
  '{ node(id: null) { id } }',
  '{ node(id: 1.5) { id } }',
  '{ regions(orderBy: [{ direction: ASC }]) { totalCount } }',
  '{ regions(orderBy: [{ field: LABLE }]) { totalCount } }',
  '{ regions(orderBy: [{ field: "LABEL" }]) { totalCount } }',
  '{ regions(orderBy: [{ field: 1 }]) { totalCount } }',
  '{ regions(filter: { nosuch: 1 }) { totalCount } }',
  '{ regions(filter: 1) { totalCount } }',
  '{ regions(filter: { exists: 1 }) { totalCount } }',
  '{ regions(view: { validAt: "yesterday" }) { totalCount } }',
  '{ regions(view: { knownAt: "yesterday" }) { totalCount } }',
  '{ regions(view: { language: "???" }) { totalCount } }',
  '{ computeCentres(filter: { capacity: { gte: { amount: "much" } } }) { totalCount } }',
  '{ regions(filter: { code: { eq: 5 } }) { totalCount } }',
  '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
  'query ($a: Region) { regions { totalCount } }',
  'query ($a: String) { regions(first: $a) { totalCount } }',
]

const variables: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['query ($a: Int!) { regions(first: $a) { totalCount } }', {}],
  ['query ($a: Int!) { regions(first: $a) { totalCount } }', { a: null }],
  ['query ($a: Int) { regions(first: $a) { totalCount } }', { a: 'x' }],
  ['query ($a: Int) { regions(first: $a) { totalCount } }', { a: 1e12 }],
  ['query ($a: RegionFilter) { regions(filter: $a) { totalCount } }', { a: 1 }],
  ['query ($a: RegionFilter) { regions(filter: $a) { totalCount } }', { a: { nosuch: 1 } }],
  ['query ($a: RegionFilter) { regions(filter: $a) { totalCount } }', { a: { code: { eq: {} } } }],
  ['query ($a: [RegionOrder!]) { regions(orderBy: $a) { totalCount } }', { a: [null] }],
  ['query ($a: [RegionOrder!]) { regions(orderBy: $a) { totalCount } }', { a: [{}] }],
  ['query ($a: [RegionOrder!]) { regions(orderBy: $a) { totalCount } }', { a: [{ field: 'LABLE' }] }],
  ['query ($a: [RegionOrder!]) { regions(orderBy: $a) { totalCount } }', { a: [{ field: {} }] }],
  ['query ($a: ID!) { node(id: $a) { id } }', { a: {} }],
  ['query ($a: Boolean) { regions(filter: { exists: $a }) { totalCount } }', { a: 'yes' }],
  ['query ($a: ViewInput) { regions(view: $a) { totalCount } }', { a: { validAt: 5 } }],
  ['query ($a: ViewInput) { regions(view: $a) { totalCount } }', { a: { trust: { minConfidence: 'high' } } }],
  ['query ($a: Decimal!) { computeCentres(filter: { capacity: { gte: { amount: $a } } }) { totalCount } }', { a: 'x' }],
]

describe('the Chinese of GraphQL’s own texts', () => {
  it.each(unreadable)('is there for the syntax of %j', document => {
    let error: Error | undefined
    try {
      parse(document)
    } catch (failure) {
      error = failure as Error
    }
    expectChinese(error?.message)
  })

  it.each(invalid)('is there for what is invalid in %s', document => {
    const found = validate(schema, parse(document))
    expect(found.length).toBeGreaterThan(0)
    for (const { message } of found) expectChinese(message)
  })

  it('is there for every rule of validation', () => {
    const silent = specifiedRules.filter(
      rule => !invalid.some(document => validate(schema, parse(document), [rule]).length > 0),
    )
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  it.each(variables)('is there for variables of %s', (document, values) => {
    const [operation] = parse(document).definitions
    const definitions = operation?.kind === Kind.OPERATION_DEFINITION ? operation.variableDefinitions : []
    const { errors: found = [] } = getVariableValues(schema, definitions ?? [], { ...values }) as {
      readonly errors?: readonly GraphQLError[]
    }
    expect(found.length).toBeGreaterThan(0)
    for (const { message } of found) expectChinese(message)
  })

  it('keeps the names that may have been meant', () => {
    expect(inChinese('Cannot query field "regoins" on type "Query". Did you mean "regions" or "region"?')).toBe(
      '类型 "Query" 没有字段 "regoins"。您是否想用"regions"、"region"？',
    )
  })

  it('is there for every code of the published list', () => {
    for (const [code, { text, zh }] of Object.entries({ ...errors, ...requestErrors })) {
      expect([code, text]).not.toEqual([code, ''])
      // What a client sends or a site writes fills the places.
      expect([code, zh.includes('{problem}') || isChineseText(zh)]).toEqual([code, true])
    }
  })
})

function expectChinese(message: string | undefined): void {
  const chinese = inChinese(message ?? '')
  expect([message, chinese, chinese !== undefined && isChineseText(chinese)]).toEqual([message, chinese, true])
}
