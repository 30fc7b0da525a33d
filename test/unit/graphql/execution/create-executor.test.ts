import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  GraphQLInterfaceType,
  type GraphQLSchema,
  GraphQLUnionType,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { createExecutor } from '../../../../src/graphql/execution/create-executor.js'

const schema = withFields(
  buildSchema(`
    interface Thing { id: ID!, sibling: Thing, certain: Thing!, things(first: Int = 2): [Thing]!, holes: [Thing]! }
    type Corridor implements Thing { id: ID!, sibling: Thing, certain: Thing!, things(first: Int = 2): [Thing]!, holes: [Thing]!, length: Int!, either: Either }
    type Region implements Thing { id: ID!, sibling: Thing, certain: Thing!, things(first: Int = 2): [Thing]!, holes: [Thing]!, code(upper: Boolean = false, in: [Case!]): String, either: Either! }
    union Either = Corridor | Region
    enum Case { UPPER LOWER }
    type Query { corridor: Corridor, region(id: ID): Region!, things(first: Int): [Thing], either: Either }
  `),
)

/*
 * Every value is computed from the id alone: one in some fails, is missing, or comes later. So null spreads from
 * everywhere, and what is answered at once stands beside what is not.
 */
function withFields(schema: GraphQLSchema): GraphQLSchema {
  const numberOf = (source: unknown, key: string) => {
    let hash = 7
    for (const letter of `${(source as { id?: string } | undefined)?.id ?? ''}.${key}`)
      hash = (hash * 31 + letter.charCodeAt(0)) % 9973
    return hash
  }
  const thing = (n: number) => ({ __typename: n % 2 === 0 ? 'Corridor' : 'Region', id: `${n}` })
  // A list whose members may not be null is not among the fields: graphql-js leaves it unheard where one fails later.
  const certain = (n: number, value: unknown) => {
    if (n % 11 === 0) throw new Error(`no ${n}`)
    if (n % 17 === 0) return Promise.reject(new Error(`later no ${n}`))
    if (n % 7 === 0) return null
    return n % 5 === 0 ? Promise.resolve(value) : value
  }
  const outcome = (n: number, value: unknown) => {
    if (n % 11 === 0) throw new Error(`no ${n}`)
    if (n % 13 === 0) return Promise.reject(new Error(`later no ${n}`))
    if (n % 7 === 0) return null
    return n % 3 === 0 ? Promise.resolve(value) : value
  }
  const ofKind = (n: number, typename: string) => ({ __typename: typename, id: `${n}` })
  const fields: Readonly<Record<string, GraphQLFieldResolver<unknown, unknown>>> = {
    sibling: (source, _, __, { path }) => outcome(numberOf(source, String(path.key)), thing(numberOf(source, 's'))),
    certain: source => certain(numberOf(source, 'c') + 1, thing(numberOf(source, 'certain'))),
    things: (source, { first }) =>
      certain(
        numberOf(source, 'things'),
        Array.from({ length: first ?? 1 }, (_, i) => thing(numberOf(source, `t${i}`))),
      ),
    holes: source =>
      certain(numberOf(source, 'holes') + 1, [thing(numberOf(source, 'h')), null, thing(numberOf(source, 'i'))]),
    length: source => certain(numberOf(source, 'length'), numberOf(source, 'l') % 5 === 0 ? 'no number' : 4),
    code: (source, args) => outcome(numberOf(source, 'code'), JSON.stringify(args)),
    either: (source, _, __, { returnType }) =>
      ('ofType' in returnType ? certain : outcome)(numberOf(source, 'either'), thing(numberOf(source, 'e'))),
    corridor: () => outcome(1, ofKind(4, 'Corridor')),
    region: (_, { id }) => certain(id == null ? 5 : id.length, ofKind(9, 'Region')),
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLInterfaceType || type instanceof GraphQLUnionType)
      type.resolveType = value => (value as { __typename: string }).__typename
    if ('getFields' in type && !type.name.startsWith('__'))
      for (const field of Object.values(type.getFields()))
        if ('resolve' in field && fields[field.name]) field.resolve = fields[field.name]
  }
  return schema
}

const directive = fc.constantFrom(
  '',
  '',
  '',
  ' @include(if: $yes)',
  ' @skip(if: $yes)',
  ' @include(if: $no)',
  ' @skip(if: true)',
)
const scalarsOf: Readonly<Record<string, readonly string[]>> = {
  Thing: ['id', '__typename', 'other: id'],
  Corridor: ['id', 'length', '__typename'],
  Region: ['id', 'code', 'code(upper: $yes)', 'cased: code(in: [UPPER, LOWER])', 'named: code(in: $cases)'],
  Either: ['__typename'],
  Query: ['__typename'],
}
const objectsOf: Readonly<Record<string, readonly (readonly [field: string, type: string])[]>> = {
  Thing: [
    ['sibling', 'Thing'],
    ['certain', 'Thing'],
    ['things', 'Thing'],
    ['few: things(first: $few)', 'Thing'],
    ['holes', 'Thing'],
  ],
  Corridor: [
    ['sibling', 'Thing'],
    ['again: sibling', 'Thing'],
    ['certain', 'Thing'],
    ['holes', 'Thing'],
    ['either', 'Either'],
  ],
  Region: [
    ['sibling', 'Thing'],
    ['certain', 'Thing'],
    ['things', 'Thing'],
    ['either', 'Either'],
  ],
  Either: [],
  Query: [
    ['corridor', 'Corridor'],
    ['region', 'Region'],
    ['named: region(id: $id)', 'Region'],
    ['things(first: $few)', 'Thing'],
    ['either', 'Either'],
  ],
}
const narrower: Readonly<Record<string, readonly string[]>> = {
  Thing: ['Corridor', 'Region', 'Thing'],
  Either: ['Corridor', 'Region', 'Thing'],
  Corridor: ['Corridor', 'Thing'],
  Region: ['Region', 'Thing'],
  Query: ['Query'],
}

/** A selection of a type, `depth` levels deep at most, spreading the fragments that stand at the end of the document. */
function selectionOf(type: string, depth: number): fc.Arbitrary<string> {
  const leaf = fc.tuple(fc.constantFrom(...(scalarsOf[type] ?? [])), directive).map(parts => parts.join(''))
  const spread = fc
    .tuple(fc.constantFrom(...(narrower[type] ?? [])), directive)
    .map(([name, condition]) => `...Of${name}${condition}`)
  const members: fc.Arbitrary<string>[] = [leaf, leaf, spread]
  if (depth > 0) {
    for (const [field, of] of objectsOf[type] ?? [])
      members.push(
        fc.tuple(directive, selectionOf(of, depth - 1)).map(([condition, inner]) => `${field}${condition} ${inner}`),
      )
    members.push(
      fc
        .constantFrom(...(narrower[type] ?? []))
        .chain(name =>
          fc
            .tuple(directive, selectionOf(name, depth - 1))
            .map(([condition, inner]) => `... on ${name}${condition} ${inner}`),
        ),
    )
  }
  return fc.array(fc.oneof(...members), { minLength: 1, maxLength: 4 }).map(selected => `{ ${selected.join(' ')} }`)
}

const fragments = `
  fragment OfQuery on Query { either { __typename } corridor { length } }
  fragment OfThing on Thing { id ... on Region { code } sibling { id } }
  fragment OfCorridor on Corridor { length ...OfThing @skip(if: $no) }
  fragment OfRegion on Region { id either { __typename ...OfCorridor } }
  query Uses($yes: Boolean!, $no: Boolean!, $few: Int, $id: ID, $cases: [Case!]) {
    corridor @include(if: $yes) @skip(if: $no) { ...OfThing ...OfCorridor } region(id: $id) { ...OfRegion code(in: $cases) } things(first: $few) { id } }`

const operation = selectionOf('Query', 4).map(
  selection =>
    `query Asked($yes: Boolean!, $no: Boolean!, $few: Int, $id: ID, $cases: [Case!]) ${selection} ${fragments}`,
)
const variables = fc.record(
  {
    yes: fc.constant(true) as fc.Arbitrary<unknown>,
    no: fc.constant(false) as fc.Arbitrary<unknown>,
    few: fc.constantFrom<unknown>(0, 3, null, 'many'),
    id: fc.constantFrom<unknown>('a', 'bc', null),
    cases: fc.constantFrom<unknown>(['UPPER'], 'LOWER', ['MIDDLE'], null),
  },
  { requiredKeys: ['no'] },
)

/** What a client is told: the data, its keys in their order, and every error with its place. */
function told({ data, errors }: ExecutionResult): string {
  return JSON.stringify({ data, errors })
}

/** What is declared and not used changes no answer. */
const rules = specifiedRules.filter(rule => rule !== NoUnusedVariablesRule && rule !== NoUnusedFragmentsRule)

describe('executing compiled', () => {
  it('answers every operation as graphql-js does: fragments, conditions, abstract types, nulls that spread, errors with their paths', async () => {
    const executor = createExecutor(schema)
    let compared = 0
    await fc.assert(
      fc.asyncProperty(operation, variables, async (text, given) => {
        const document = parse(text)
        if (validate(schema, document, rules).length > 0) return
        compared++
        const args = { document, operationName: 'Asked', variables: given, context: {} }
        const interpreted = await execute({ schema, document, operationName: 'Asked', variableValues: given })
        expect(told(await executor(args))).toBe(told(interpreted))
      }),
      { numRuns: 400 },
    )
    expect(compared).toBeGreaterThan(100)
  })
})
