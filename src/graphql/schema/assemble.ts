import 'reflect-metadata'
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLScalarType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  parseType,
  type TypeNode,
} from 'graphql'
import {
  Arg,
  buildSchemaSync,
  createUnionType,
  Field,
  Float,
  getMetadataStorage,
  ID,
  InputType,
  Int,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
  Subscription,
} from 'type-graphql'
import type { Context } from '../request/context.js'
import type {
  ArgumentDeclaration,
  FieldDeclaration,
  ObjectDeclaration,
  Queries,
  SubscriptionDeclaration,
  TypeDeclaration,
} from './declare.js'

type Class = new () => object
type TypeValue = Class | GraphQLScalarType | object
type RootDecorator = (
  thunk: () => never,
  options: { readonly nullable: Nullability; readonly description: string; readonly name: string },
) => unknown
type Nullability = boolean | 'items' | 'itemsAndList'

const builtIn: Readonly<Record<string, TypeValue>> = { String, Boolean, ID, Int, Float }

/**
 * Hands the declarations to type-graphql, which builds the schema, and attaches each field's function to it. Throws,
 * naming the type and field, where a declaration refers to what is not declared.
 */
export function assembleSchema(
  types: readonly TypeDeclaration[],
  queries: Queries,
  mutations: Readonly<Record<string, FieldDeclaration>>,
  subscriptions: Readonly<Record<string, SubscriptionDeclaration>>,
): GraphQLSchema {
  getMetadataStorage().clear()
  const values = new Map<string, TypeValue>(Object.entries(builtIn))
  for (const declaration of types) {
    if (values.has(declaration.name)) throw new Error(`The type ${declaration.name} is declared twice.`)
    values.set(declaration.name, emptyValueOf(declaration))
  }
  for (const declaration of types) describeType(declaration, values)
  const [query, mutation, subscription] = [named('Query'), named('Mutation'), named('Subscription')]
  for (const root of [query, mutation, subscription]) Resolver()(root)
  for (const [name, declaration] of Object.entries(queries)) describeRootField(Query, query, name, declaration, values)
  for (const [name, declaration] of Object.entries(mutations))
    describeRootField(Mutation, mutation, name, declaration, values)
  for (const [name, declaration] of Object.entries(subscriptions))
    describeRootField(followed, subscription, name, declaration, values)

  const schema = buildSchemaSync({
    resolvers: [query, mutation, subscription] as unknown as [new () => object],
    orphanedTypes: types.filter(({ kind }) => kind === 'object').map(({ name }) => values.get(name) as Class),
    validate: false,
    pubSub: nobody as never,
  })
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
    if (root) root.description = rootDescriptions[root.name]
  attachFunctions(schema, types)
  attachQueries(schema.getQueryType()?.getFields() ?? {}, queries)
  attach(schema.getMutationType()?.getFields() ?? {}, mutations)
  attachFollowing(schema.getSubscriptionType()?.getFields() ?? {}, subscriptions)
  return schema
}

const rootDescriptions: Readonly<Record<string, string>> = {
  Query:
    'Reads of the graph: entities by id, code, filter or name, statements, conflicts, sources, paths, changes and the ontology. Fields with a `view` argument read that view, all others the view of the request.',
  Mutation: 'Changes by curators. Each takes one input, makes one revision and returns a payload with the effect.',
  Subscription: 'Events over WebSocket (graphql-transport-ws), for clients that keep a copy.',
}

/** What type-graphql knows a type by; filled by `describeType` once all are there, since types refer to each other in rings. */
function emptyValueOf(declaration: TypeDeclaration): TypeValue {
  switch (declaration.kind) {
    case 'scalar':
      return declaration.scalar
    case 'enum':
      return Object.fromEntries(Object.keys(declaration.values).map(value => [value, value]))
    case 'union':
      return { union: declaration.name }
    default:
      return named(declaration.name)
  }
}

function describeType(declaration: TypeDeclaration, values: Map<string, TypeValue>): void {
  const { name } = declaration
  const value = values.get(name) as TypeValue
  if (declaration.kind === 'scalar') return
  const { description } = declaration
  if (declaration.kind === 'enum') {
    const valuesConfig = Object.fromEntries(
      Object.entries(declaration.values).map(([key, text]) => [key, { description: text }]),
    )
    registerEnumType(value, { name, description, valuesConfig })
    return
  }
  if (declaration.kind === 'union') {
    const members = declaration.members.map(member => find(values, member, name) as Class)
    values.set(name, createUnionType({ name, description, types: () => members }) as unknown as TypeValue)
    return
  }
  const target = value as Class
  if (declaration.kind === 'input') {
    for (const [key, { type, description, default: defaultValue }] of Object.entries(declaration.fields)) {
      const { thunk, nullable } = typeOf(type, values, `${name}.${key}`)
      decorate(Field(thunk, { nullable, description, defaultValue }), target, key)
    }
    InputType(name, { description })(target)
    return
  }
  for (const [key, field] of Object.entries(declaration.fields)) describeField(target, key, field, values)
  const interfaces = (declaration.implements ?? []).map(other => find(values, other, name) as Class)
  if (declaration.kind === 'interface')
    InterfaceType(name, { description, implements: interfaces, autoRegisterImplementations: false })(target)
  else ObjectType(name, { description, implements: interfaces, simpleResolvers: true })(target)
}

function describeField(
  target: Class,
  key: string,
  { type, description, deprecated, arguments: args = {} }: FieldDeclaration,
  values: Map<string, TypeValue>,
): void {
  const { thunk, nullable } = typeOf(type, values, `${target.name}.${key}`)
  const options = { nullable, description, ...(deprecated && { deprecationReason: deprecated }) }
  if (Object.keys(args).length === 0) decorate(Field(thunk, options), target, key)
  else {
    describeArguments(target, key, args, values)
    decorate(Field(thunk, options), target, key, method(target, key))
  }
}

function describeRootField(
  root: RootDecorator,
  target: Class,
  key: string,
  { type, description, arguments: args = {} }: Omit<FieldDeclaration, 'field'>,
  values: Map<string, TypeValue>,
): void {
  const { thunk, nullable } = typeOf(type, values, `${target.name}.${key}`)
  const descriptor = method(target, key)
  describeArguments(target, key, args, values)
  ;(root(thunk, { nullable, description, name: key }) as MethodDecorator)(target.prototype, key, descriptor)
}

function describeArguments(
  target: Class,
  key: string,
  args: Readonly<Record<string, ArgumentDeclaration>>,
  values: Map<string, TypeValue>,
): void {
  Object.entries(args).forEach(([name, { type, description, default: defaultValue }], index) => {
    const { thunk, nullable } = typeOf(type, values, `${target.name}.${key}(${name})`)
    Arg(name, thunk, { nullable, description, defaultValue, validate: false })(target.prototype, key, index)
  })
}

function decorate(decorator: unknown, target: Class, key: string, descriptor?: PropertyDescriptor): void {
  ;(decorator as (prototype: object, key: string, descriptor?: PropertyDescriptor) => void)(
    target.prototype,
    key,
    descriptor,
  )
}

/** A stand-in that type-graphql asks for where a field has arguments; the field's own function replaces it in the schema. */
function method(target: Class, key: string): PropertyDescriptor {
  const descriptor = { configurable: true, writable: true, value: () => undefined }
  Object.defineProperty(target.prototype, key, descriptor)
  return descriptor
}

function typeOf(
  text: string,
  values: Map<string, TypeValue>,
  where: string,
): { thunk: () => never; nullable: Nullability } {
  const node = parseType(text, { noLocation: true })
  const outer = node.kind === 'NonNullType' ? node.type : node
  const isNullable = node.kind !== 'NonNullType'
  if (outer.kind !== 'ListType') {
    const name = nameOf(outer)
    find(values, name, where)
    return { thunk: () => values.get(name) as never, nullable: isNullable }
  }
  const item = outer.type
  const name = nameOf(item.kind === 'NonNullType' ? item.type : item)
  const areItemsNullable = item.kind !== 'NonNullType'
  find(values, name, where)
  return {
    thunk: () => [values.get(name)] as never,
    nullable: areItemsNullable ? (isNullable ? 'itemsAndList' : 'items') : isNullable,
  }
}

function nameOf(node: TypeNode): string {
  if (node.kind !== 'NamedType') throw new Error('Lists of lists are not declared here.')
  return node.name.value
}

function find(values: Map<string, TypeValue>, name: string, where: string): TypeValue {
  const value = values.get(name)
  if (value === undefined) throw new Error(`${where} refers to the type ${name}, which is not declared.`)
  return value
}

function named(name: string): Class {
  return { [name]: class {} }[name] as Class
}

function attachFunctions(schema: GraphQLSchema, types: readonly TypeDeclaration[]): void {
  for (const declaration of types) {
    const type = schema.getType(declaration.name)
    if (declaration.kind === 'object' && isObjectType(type)) {
      attach(type.getFields(), declaration.fields)
      type.extensions = { directives: directivesOf(declaration) }
    }
    if ((declaration.kind === 'interface' || declaration.kind === 'union') && isAbstractType(type)) {
      const { typeOf } = declaration
      type.resolveType = value => typeOf(value as never)
      if (isInterfaceType(type) && schema.getPossibleTypes(type).length === 0)
        throw new Error(`Nothing implements ${type.name}.`)
    }
  }
}

/** As `@graphql-tools/utils` prints them. */
function directivesOf({ keys = [], isShareable }: ObjectDeclaration): object {
  return { key: keys.map(fields => ({ fields })), ...(isShareable && { shareable: [{}] }) }
}

function attach(
  fields: Record<string, Pick<GraphQLField<unknown, unknown>, 'resolve' | 'extensions'>>,
  declared: Readonly<Record<string, FieldDeclaration>>,
): void {
  for (const [key, { field, rows, arguments: args = {} }] of Object.entries(declared)) {
    const target = fields[key]
    if (!target) continue
    target.resolve = withDefaults(field as GraphQLFieldResolver<unknown, unknown> | undefined, args)
    if (rows) target.extensions = { ...target.extensions, rows }
  }
}

function attachQueries(fields: Readonly<Record<string, GraphQLField<unknown, unknown>>>, declared: Queries): void {
  attach(fields, declared)
  for (const [key, { isOfRevision }] of Object.entries(declared)) {
    const target = fields[key]
    if (target) target.extensions = { ...target.extensions, isOfRevision }
  }
}

/** The values that come are the roots of the answers: each is its own field. */
function attachFollowing(
  fields: Readonly<Record<string, GraphQLField<unknown, Context>>>,
  declared: Readonly<Record<string, SubscriptionDeclaration>>,
): void {
  for (const [key, { follow }] of Object.entries(declared)) {
    const target = fields[key]
    if (!target) continue
    target.subscribe = (_, args, context) => follow(args as never, context)
    target.resolve = value => value
  }
}

/** type-graphql asks for topics and for what publishes them; the field's own function replaces both in the schema. */
const followed: RootDecorator = (thunk, options) => Subscription(thunk, { ...options, topics: options.name })
const nobody = { publish: () => {}, subscribe: () => Promise.reject(new Error('Nothing is published.')) }

/** A null argument with a default means the default; GraphQL itself passes the null on. */
function withDefaults(
  field: GraphQLFieldResolver<unknown, unknown> | undefined,
  args: Readonly<Record<string, ArgumentDeclaration>>,
): GraphQLFieldResolver<unknown, unknown> | undefined {
  const defaults = Object.entries(args).flatMap(([name, { default: otherwise }]) =>
    otherwise === undefined ? [] : [[name, otherwise] as const],
  )
  if (!field || defaults.length === 0) return field
  return (source, given, context, info) => {
    const missing = defaults.filter(([name]) => given[name] == null)
    return field(source, missing.length === 0 ? given : { ...given, ...Object.fromEntries(missing) }, context, info)
  }
}
