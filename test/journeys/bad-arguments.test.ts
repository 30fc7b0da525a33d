import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  buildClientSchema,
  type GraphQLInputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql'
import { errors } from '../../src/model/catalogues/error-catalogue.js'
import { type Position, positionsOf, positionsOfMutations } from '../support/arguments.js'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import {
  type Answer,
  ask,
  curatorToken,
  importInto,
  seedFolder,
  startTestServer,
  type TestServer,
} from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore, type TestStore } from '../support/stores.js'

/** What other arguments need so that the one that is tried is looked at. */
const samples = {
  id: '"corridor/jing-jin-ji-meng"',
  ids: '["region/beijing"]',
  from: '"official/tang-jianguo"',
  to: '"region/inner-mongolia"',
  property: '"name"',
  query: '"北京"',
  representations: '[{ __typename: "Region", id: "region/beijing" }]',
}

/** What the languages of the databases and of their indexes make something of. */
const ofTheirLanguages = [
  "zzqx' OR '1'='1",
  'zzqx`; MATCH (n) DETACH DELETE n //',
  'zzqx}) RETURN n //',
  'zzqx*',
  '*:zzqx',
  'zzqx~2 AND (zzqy OR [a TO z])',
  '"zzqx',
  'zzqx\\',
  '$zzqx {{zzqx}} $zzqx$',
  'zzqx\u0000zzqx',
  '\ud800zzqx',
  '__proto__',
  '',
]
/** Words that stand in no name, and what no text should have in it. */
const hostile = [
  ...ofTheirLanguages,
  "zzqx'; DROP TABLE statement; --",
  'zzqx" OR ""="',
  '%zzqx%',
  '_zzqx_%',
  'NEAR(zzqx zzqy, 5) NOT zzqz',
  'zzqx^2 -zzqy +zzqz',
  '../../zzqx',
  'zzqx\udc00',
  '\ufeffzzqx\u202e\u200b\ufdfa',
  'Z̸̡̢̛̗̘zzqx',
  '𠮷zzqx👩‍👩‍👧‍👦',
  'zzqx/zzqx',
  'zzqx#zzqx',
  'region/zzqx',
  'statement/zzqx',
  'conflict/zzqx',
  'constructor',
  ' ',
  'zzqx'.repeat(25_000),
  // Cursors of another list, and forged ones.
  Buffer.from('["zzqx"]').toString('base64url'),
  Buffer.from('["zzqx","zzqx",null]').toString('base64url'),
  Buffer.from('[{"$gt":""}]').toString('base64url'),
  Buffer.from('["zzqx\' OR 1=1 --"]').toString('base64url'),
  Buffer.from('[').toString('base64url'),
]
const wholeNumbers = [-1, 0, 101, 1_000_000_000, 2_147_483_647, -2_147_483_648]
/** A number with a fraction refuses a whole document where an Int is wanted, so each is sent by itself. */
const togetherIfWhole = [wholeNumbers, [0.5], [1e308], [-1e308]]
/** Of the wrong type for nearly everything. */
const wrong = [{ a: 1 }, [[]], [null], true, 1.5, 2 ** 53, 'zzqx', null]

/** Codes that clients may rely on, ours and those of GraphQL servers. */
const codes = new Set([
  ...Object.keys(errors).filter(code => !/INTERNAL|UNAVAILABLE|TIMEOUT/.test(code)),
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
])
const ofDatabase =
  /sqlite|libsql|fts5|near ".*": syntax|no such|lucene|cypher|neo4j|neo\.|driver|queryNodes|parse ?exception|\bat .*\.js|node_modules/i

describe('on the embedded store', () => {
  const asking = hold(openSqliteTestStore, { texts: hostile, numbers: togetherIfWhole })
  refuseOtherTypes(asking)
  refuseLargePages(asking)
})
// What never gets as far as the database is alike on both, and a database takes long to plan each text that is new to it.
describeOnNeo4j(uri =>
  hold(() => openNeo4jTestStore(uri()), { texts: ofTheirLanguages, numbers: [[-1, 2_147_483_647], [1e308]] }),
)

/** How places are asked for with values, and what they are. */
interface Asking {
  readonly positions: () => readonly Position[]
  readonly askEach: (position: Position, values: readonly unknown[]) => Promise<Answer>
}

function hold(
  open: () => Promise<TestStore>,
  { texts, numbers }: { readonly texts: readonly string[]; readonly numbers: readonly (readonly number[])[] },
): Asking {
  let opened: TestStore
  let server: TestServer
  let schema: GraphQLSchema
  let positions: readonly Position[]
  beforeAll(async () => {
    opened = await open()
    await importInto(opened.store, ['test/fixtures/shengang', seedFolder('beijing-2024')], '2026-01-01T00:00:00Z')
    // Nothing is to be refused before it is looked at.
    const limits = { maxAliases: 1_000, maxRootFields: 1_000, maxCost: 1e12, maxTokens: 1_000_000, maxDepth: 100 }
    server = await startTestServer(opened.store, { limits, maxBodyBytes: 100_000_000 })
    schema = buildClientSchema((await ask(server.url, getIntrospectionQuery())).body.data)
    positions = positionsOf(schema, samples)
  }, 300_000)
  afterAll(async () => {
    await server.close()
    await opened.close()
  })

  /** Asks with each value in a field of its own, in one operation. */
  function askEach(
    { type, selection }: Position,
    values: readonly unknown[],
    kind: 'query' | 'mutation' = 'query',
  ): Promise<Answer> {
    const variables = Object.fromEntries(values.map((value, i) => [`v${i}`, inListsOf(type, value)]))
    const fields = values.map((_, i) => selection(`$v${i}`).replace(/^(tested: )?(\w+)/, `f${i}: $2`))
    const declared = values.map((_, i) => `$v${i}: ${type}`)
    const document = `${kind}(${declared.join(', ')}) { ${fields.join('\n')} }`
    return ask(server.url, document, variables, kind === 'mutation' ? curatorToken : undefined)
  }

  it('a text in any place is answered with no more rows than its bare words, or refused with a code', async () => {
    const bare = (text: string) => text.replace(/[^\p{L}\p{N}/#]+/gu, ' ').trim() || 'zzqx'
    const places = positions.filter(({ type }) => ['String', 'ID'].includes(getNamedType(type).name))
    expect(places.length).toBeGreaterThan(30)
    for (const place of places) {
      const seen = await askEach(place, texts)
      expectGood(seen, place, texts)
      const found = texts
        .map((text, i) => ({ text, rows: countRows(seen.body.data?.[`f${i}`]) }))
        .filter(({ rows }) => rows > 0)
      if (found.length === 0) continue
      const { body } = await askEach(
        place,
        found.map(({ text }) => bare(text)),
      )
      found.forEach(({ text, rows }, i) => {
        const most = countRows(body.data?.[`f${i}`])
        if (rows > most)
          throw new Error(`${place.name} ${JSON.stringify(text).slice(0, 200)}: ${rows} rows, ${most} for its words`)
      })
    }
  }, 300_000)

  it('a number in any place gives an answer, or is refused with a code', async () => {
    const places = positions.filter(({ type }) => ['Int', 'Float'].includes(getNamedType(type).name))
    expect(places.length).toBeGreaterThan(20)
    for (const place of places) for (const group of numbers) expectGood(await askEach(place, group), place, group)
  }, 300_000)

  it('nothing was changed by all that', async () => {
    const { body } = await ask(server.url, '{ regions { totalCount } statements { totalCount } }')
    const again = await startTestServer(opened.store)
    expect((await ask(again.url, '{ regions { totalCount } statements { totalCount } }')).body).toEqual(body)
    expect(body.data.statements.totalCount).toBeGreaterThan(50)
    await again.close()
  })

  it('a text in any place of what a curator does is taken as it is, or refused with a code', async () => {
    const places = positionsOfMutations(schema, samples).filter(({ type }) =>
      ['String', 'ID'].includes(getNamedType(type).name),
    )
    expect(places.length).toBeGreaterThan(12)
    for (const place of places) expectGood(await askEach(place, texts, 'mutation'), place, texts)
    const ofNumbers = positionsOfMutations(schema, samples).filter(({ type }) => getNamedType(type).name === 'Int')
    for (const place of ofNumbers)
      for (const group of numbers) expectGood(await askEach(place, group, 'mutation'), place, group)
    // Whatever was called in a title is found again by it.
    const { body } = await ask(server.url, '{ releases(first: 100) { nodes { title } } curationLog { totalCount } }')
    expect(body.data.curationLog.totalCount).toBe(body.data.releases.nodes.length)
    expect(body.data.releases.nodes).toContainEqual({ title: "zzqx' OR '1'='1" })
  }, 300_000)

  return { positions: () => positions, askEach }
}

/** What GraphQL itself looks at is alike on every engine. */
function refuseOtherTypes({ positions, askEach }: Asking): void {
  it('whatever is no value of its type is refused with a code, and so is a text where a scalar is written in one', async () => {
    const tried = new Set<string>()
    for (const place of positions()) {
      const named = getNamedType(place.type)
      const isOwnScalar = isScalarType(named) && !isSpecifiedScalarType(named)
      // Values are read by the type alone, but for null, which a resolver may see.
      const isNew = !tried.has(`${place.type}`)
      tried.add(`${place.type}`)
      const values = !isNew ? [{ a: 1 }, null] : isOwnScalar ? [...wrong, ...hostile.slice(0, 9)] : wrong
      for (const value of values) expectGood(await askEach(place, [value]), place, [value])
    }
  }, 300_000)
}

function refuseLargePages({ positions, askEach }: Asking): void {
  it('a page of more than a hundred rows is given by no list, but of changes and of groups', async () => {
    const places = positions().filter(
      ({ name }) => /\((first|last)\)$/.test(name) && !/\.changes\(|Aggregate\.by/.test(name),
    )
    expect(places.length).toBeGreaterThan(20)
    const given: string[] = []
    for (const place of places) {
      // Where the way to a list has nothing at its end, nobody asks for its page.
      const isThere = isTested((await askEach(place, [2])).body.data, 0)
      const { errors: told } = (await askEach(place, [101])).body
      if (isThere && !told) given.push(place.name)
      for (const { extensions } of told ?? []) expect(['PAGE_TOO_LARGE', 'BAD_USER_INPUT']).toContain(extensions?.code)
    }
    expect(given).toEqual([])
  })
}

function expectGood(answer: Answer, position: Position, values: readonly unknown[]): void {
  const where = `${position.name} ${JSON.stringify(values).slice(0, 200)}`
  if (answer.status !== 200 && answer.status !== 400) throw new Error(`${where}: ${answer.status}`)
  for (const { message, path, extensions } of answer.body.errors ?? []) {
    const told = `${where}: ${JSON.stringify({ message, path, extensions }).slice(0, 1_000)}`
    if (!codes.has(extensions?.code ?? '')) throw new Error(`no code to rely on, ${told}`)
    if (answer.status === 200 && !path) throw new Error(`no path, ${told}`)
    if (extensions?.code === 'BAD_USER_INPUT' && path && !extensions.argument) throw new Error(`no argument, ${told}`)
    if (ofDatabase.test(message.replaceAll(/zzqx/g, ''))) throw new Error(`text of the database, ${told}`)
    if (message.length > 2_000) throw new Error(`long text, ${told}`)
  }
  if (answer.status === 400 && !answer.body.errors?.length) throw new Error(`400 and no error, ${where}`)
}

/** A value in as many lists as the type has. */
function inListsOf(type: GraphQLInputType, value: unknown): unknown {
  const bare = isNonNullType(type) ? type.ofType : type
  return isListType(bare) && !Array.isArray(value) ? [inListsOf(bare.ofType, value)] : value
}

/** Members of all lists, at every depth. */
function countRows(data: unknown): number {
  if (Array.isArray(data)) return data.reduce((sum: number, member) => sum + 1 + countRows(member), 0)
  if (data === null || typeof data !== 'object') return 0
  return Object.values(data).reduce((sum: number, value) => sum + countRows(value), 0)
}

/** Whether something is at the end of the way: at the root, or under the name that the tried field has. */
function isTested(data: unknown, depth: number): boolean {
  if (data === null || typeof data !== 'object') return false
  return Object.entries(data).some(
    ([key, value]) =>
      (key === 'tested' && value !== null) || (depth === 0 && isTip(value)) || isTested(value, depth + 1),
  )
}

/** A connection that was asked for nothing below its rows. */
function isTip(value: unknown): boolean {
  return value !== null && typeof value === 'object' && '__typename' in value
}
