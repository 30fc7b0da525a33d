import fc, { type Arbitrary, type GeneratorValue } from 'fast-check'
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql'
import type { EntityType } from '../../src/ontology/ontology.js'

const maxFields = 40
const languages = ['', '', '', '(language: "zh-Hans")', '(language: "en")', '(language: "zh")', '(language: "fr")']
/** Selections that need statements. */
const ofStatements = ['names { text }', 'labelLanguage', 'statements { totalCount }', 'resolutions { rule }']

/** Random documents of entities with what they link to: a list, or one entity of these ids. */
export function nestedReads(
  schema: GraphQLSchema,
  type: EntityType,
  ids: readonly string[],
): Arbitrary<{ readonly query: string; readonly isWithoutStatements: boolean }> {
  return fc.gen().map(draw => new Writer(schema, draw).read(type, ids))
}

class Writer {
  #fields = 0
  #isWithoutStatements = true

  constructor(
    readonly schema: GraphQLSchema,
    readonly draw: GeneratorValue,
  ) {}

  read(type: EntityType, ids: readonly string[]): { query: string; isWithoutStatements: boolean } {
    const object = this.schema.getType(type.name) as GraphQLObjectType
    const query =
      ids.length > 0 && this.#chance(40)
        ? this.#one(object, ids)
        : `{ ${type.plural}(first: ${this.draw(fc.nat, { max: 3 }) + 1}) ${this.#connection(object, 0, true)} }`
    return { query, isWithoutStatements: this.#isWithoutStatements }
  }

  #one(object: GraphQLObjectType, ids: readonly string[]): string {
    const field = this.#pick(['entity', object.name.charAt(0).toLowerCase() + object.name.slice(1)])
    const below = this.#entity(object, 0)
    return `{ ${field}(id: "${this.#pick(ids)}") { __typename ... on ${object.name} ${below} } }`
  }

  #connection(object: GraphQLObjectType, depth: number, isRoot = false): string {
    const parts = [
      this.#chance(30) ? 'totalCount' : '',
      this.#chance(30) ? 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }' : '',
      this.#chance(80) ? `nodes ${this.#node(object, depth)}` : '',
      this.#chance(30) ? `edges { cursor node ${this.#node(object, depth)} }` : '',
      isRoot ? 'aggregate { count }' : '',
    ]
    return `{ __typename ${parts.join(' ')} }`
  }

  /** Of an interface, fields of one of its types. */
  #node(object: GraphQLObjectType, depth: number): string {
    if (isObjectType(object)) return this.#entity(object, depth)
    const possible = this.#pick(this.schema.getPossibleTypes(object))
    return `{ id label ... on ${possible.name} ${this.#entity(possible, depth)} }`
  }

  #entity(object: GraphQLObjectType, depth: number): string {
    const fields = Object.values(object.getFields()).filter(({ extensions }) => extensions.rows)
    const wanted = this.draw(fc.nat, { max: 4 }) + 1
    const written = Array.from({ length: wanted }, () => this.#field(this.#pick(fields), depth))
    if (this.#chance(8)) {
      this.#isWithoutStatements = false
      written.push(this.#pick(ofStatements))
    }
    return `{ id ${written.join(' ')} }`
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fields += 1
    const key = `f${this.#fields}: ${field.name}`
    const named = getNamedType(field.type)
    if (isLeafType(named)) return field.name === 'label' ? `${key}${this.#pick(languages)}` : key
    if (this.#fields > maxFields || depth > 3) return ''
    const node = isObjectType(named) ? named.getFields().nodes : undefined
    if (node) {
      const page = this.#chance(70) ? `(first: ${this.draw(fc.nat, { max: 3 })})` : this.#chance(20) ? '(last: 2)' : ''
      return `${key}${page} ${this.#connection(getNamedType(node.type) as GraphQLObjectType, depth + 1)}`
    }
    if (isInterfaceType(named) || (isObjectType(named) && named.getInterfaces().length > 0))
      return `${key} ${this.#node(named as GraphQLObjectType, depth + 1)}`
    const leaves = Object.values((named as GraphQLObjectType).getFields()).filter(
      ({ type, args }) => isLeafType(getNamedType(type)) && args.length === 0,
    )
    return `${key} { ${leaves.map(({ name }) => name).join(' ')} }`
  }

  #chance(percent: number): boolean {
    return this.draw(fc.nat, { max: 99 }) < percent
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.draw(fc.nat, { max: items.length - 1 })] as Item
  }
}
