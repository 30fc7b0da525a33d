import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { type GraphQLSchema, Kind, parse, print } from 'graphql'
import { derivedFields } from '../../../src/entities/derived.js'
import { entityTypes } from '../../../src/entities/index.js'
import { buildSchema } from '../../../src/graphql/schema/build-schema.js'
import { createOntology } from '../../../src/ontology/ontology.js'

/**
 * What the contract (contract.graphql beside this file, as agreed with clients) promises and the server does not have
 * yet. The test fails when one of these comes to be there, so that the list cannot rot.
 */
const notYet: readonly string[] = []

describe('the schema that is served', () => {
  const schema = buildSchema(createOntology(entityTypes), derivedFields)
  const promised = promisesOf(readFileSync(new URL('./contract.graphql', import.meta.url), 'utf8'))
  const isYetToCome = (promise: string) =>
    notYet.some(name => promise === name || promise.startsWith(`${name}.`) || promise.startsWith(`${name}(`))

  it('keeps every name, argument and type of the contract', () => {
    const broken = [...promised].filter(([name, type]) => !isYetToCome(name) && typeOf(schema, name) !== type)
    expect(broken.map(([name, type]) => `${name}: ${type}, and not ${typeOf(schema, name)}`)).toEqual([])
  })

  it('lists as yet to come only what is not there', () => {
    expect(notYet.filter(name => typeOf(schema, name) !== undefined)).toEqual([])
  })
})

/** Each type, field, argument and enum value, as `Type.field(argument)`, with its type in the schema language. */
function promisesOf(text: string): ReadonlyMap<string, string> {
  const promised = new Map<string, string>()
  for (const definition of parse(text).definitions) {
    if (!('name' in definition) || !definition.name) continue
    const name = definition.name.value
    promised.set(name, name)
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION)
      for (const value of definition.values ?? []) promised.set(`${name}.${value.name.value}`, name)
    if (definition.kind === Kind.UNION_TYPE_DEFINITION)
      for (const member of definition.types ?? []) promised.set(`${name}.${member.name.value}`, name)
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
    )
      for (const field of definition.fields ?? []) {
        promised.set(`${name}.${field.name.value}`, print(field.type))
        if ('arguments' in field)
          for (const argument of field.arguments ?? [])
            promised.set(`${name}.${field.name.value}(${argument.name.value})`, print(argument.type))
      }
  }
  return promised
}

function typeOf(schema: GraphQLSchema, promise: string): string | undefined {
  const [, typeName = '', member, argument] = /^(\w+)(?:\.(\w+)(?:\((\w+)\))?)?$/.exec(promise) ?? []
  const type = schema.getType(typeName)
  if (!type || member === undefined) return type?.name
  if ('getTypes' in type && typeof type.getTypes === 'function' && !('getFields' in type))
    return type.getTypes().some(({ name }) => name === member) ? type.name : undefined
  if ('getValue' in type) return type.getValue(member) ? type.name : undefined
  if (!('getFields' in type)) return undefined
  const field = type.getFields()[member]
  if (!field || argument === undefined) return field && String(field.type)
  const found = 'args' in field ? field.args.find(({ name }) => name === argument) : undefined
  return found && String(found.type)
}
