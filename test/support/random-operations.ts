import fc, { type Arbitrary, type GeneratorValue } from 'fast-check'
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'

/** An operation as a client sends it. */
export interface Operation {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Words that mean something to the graph that is asked, by the scalar that they are given as. */
export type Words = Readonly<Record<string, readonly unknown[]>>

/** Text that some parser behind a server might take for its own. */
export const nasty: readonly string[] = [
  '',
  ' ',
  "'",
  '"',
  '\\',
  "'; DROP TABLE statements; --",
  '" OR 1=1 --',
  "' }) MATCH (n) DETACH DELETE n //",
  '$id {id} {{7*7}} #{1+1}',
  'name:* AND NOT (a OR b)~2^4',
  '[* TO *] /.*/ && || !',
  'NEAR("a" "b", 5) * ^',
  '*',
  '%_',
  '../../etc/passwd',
  '__proto__',
  'constructor/x',
  'region/',
  '/',
  '#',
  'statement/',
  'conflict/%00',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff北京',
  '\u202egnijieB',
  '北京市\u200d\ufe0f',
  '👨‍👩‍👧‍👦',
  'é'.normalize('NFD'),
  '1e999999999',
  'NaN',
  '-0',
  'null',
  'bnVsbA',
  'WyJhIl0',
  'W251bGxd',
  'x'.repeat(5_000),
  '算'.repeat(3_000),
]

const maxFields = 30
const maxDepth = 6

/** Random valid operations of a schema: any fields, fragments and arguments, given in the document or as variables. */
export function operationsOf(schema: GraphQLSchema, words: Words): Arbitrary<Operation> {
  return fc.gen().map(draw => new Writer(schema, words, draw).write())
}

/** Random values of an input type, as variables have them. */
export function inputsOf(schema: GraphQLSchema, typeName: string, words: Words): Arbitrary<unknown> {
  const type = schema.getType(typeName)
  if (!isInputType(type)) throw new Error(`${typeName} is no input type.`)
  return fc.gen().map(draw => plain(new Writer(schema, words, draw).value(type)))
}

class Writer {
  readonly #definitions: string[] = []
  readonly #variables: Record<string, unknown> = {}
  #fields = 0

  constructor(
    readonly schema: GraphQLSchema,
    readonly words: Words,
    readonly draw: GeneratorValue,
  ) {}

  write(): Operation {
    const selection = this.#select(this.schema.getQueryType() as GraphQLObjectType, 0)
    const definitions = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : ''
    return { query: `query Fuzz${definitions} ${selection}`, variables: this.#variables }
  }

  #chance(percent: number): boolean {
    return this.draw(fc.nat, { max: 99 }) < percent
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.draw(fc.nat, { max: items.length - 1 })] as Item
  }

  #select(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type)
    if (isLeafType(named)) return ''
    const own = isObjectType(named) || isInterfaceType(named) ? Object.values(named.getFields()) : []
    const affordable = own.filter(field => depth < maxDepth || isLeafType(getNamedType(field.type)))
    const wanted = this.draw(fc.nat, { max: depth === 0 ? 1 : 3 }) + 1
    const selections = affordable.length > 0 ? Array.from({ length: wanted }, () => this.#pick(affordable)) : []
    const written = selections.flatMap(field => (this.#fields < maxFields ? [this.#write(field, depth)] : []))
    if (isAbstractType(named) && depth < maxDepth) {
      const possible = this.#pick(this.schema.getPossibleTypes(named))
      written.push(`... on ${possible.name} ${this.#select(possible, depth + 1)}`)
    }
    return `{ __typename ${written.join(' ')} }`
  }

  #write(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fields += 1
    const given = field.args.filter(argument => isRequiredArgument(argument) || this.#isGiven(argument))
    const args = given.map(argument => `${argument.name}: ${this.#give(argument)}`)
    const written = args.length > 0 ? `(${args.join(', ')})` : ''
    return `f${this.#fields}: ${field.name}${written} ${this.#select(field.type, depth + 1)}`
  }

  /** Of the four of a page seldom more than one is given: two of them mostly contradict each other. */
  #isGiven({ name }: GraphQLArgument): boolean {
    return this.#chance(name === 'first' ? 60 : ['last', 'after', 'before'].includes(name) ? 10 : 35)
  }

  #give({ type }: GraphQLArgument): string {
    const value = this.value(type, 0)
    if (this.#chance(50)) return literal(value, getNamedType(type))
    const name = `v${this.#definitions.length}`
    this.#definitions.push(`$${name}: ${String(type)}`)
    this.#variables[name] = plain(value)
    return `$${name}`
  }

  /** Of lists a few, of an object’s fields some. */
  value(type: GraphQLInputType, depth = 0): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, depth)
    if (isListType(type))
      return Array.from({ length: this.draw(fc.nat, { max: 3 }) }, () => this.value(type.ofType, depth + 1))
    if (isEnumType(type)) return new EnumValue(this.#pick(type.getValues()).name)
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        field => isNonNullType(field.type) || (depth < 4 && this.#chance(depth === 0 ? 30 : 20)),
      )
      return Object.fromEntries(fields.map(field => [field.name, this.value(field.type, depth + 1)]))
    }
    return this.#pick(this.words[type.name] ?? nasty)
  }
}

/** An enum’s value: a bare word in a document, a text in variables. */
class EnumValue {
  constructor(readonly name: string) {}
}

function literal(value: unknown, named: { readonly name: string }): string {
  if (value instanceof EnumValue) return value.name
  if (Array.isArray(value)) return `[${value.map(member => literal(member, named)).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, member]) => `${key}: ${literal(member, named)}`)
      .join(', ')} }`
  return JSON.stringify(value)
}

function plain(value: unknown): unknown {
  if (value instanceof EnumValue) return value.name
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
  return value
}
