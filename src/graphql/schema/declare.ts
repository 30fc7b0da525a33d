import type { GraphQLResolveInfo, GraphQLScalarType } from 'graphql'
import type { Context } from '../request/context.js'
import type { RowField } from '../rows/row-field.js'

/**
 * How the schema is declared: every type is one plain value, its fields' descriptions beside the functions that compute
 * them. `build-schema.ts` hands these to type-graphql and attaches the functions to the built schema, so that no wrapper
 * of a decorator runs when a query does.
 */
export type TypeDeclaration =
  | ObjectDeclaration
  | InterfaceDeclaration
  | InputDeclaration
  | UnionDeclaration
  | EnumDeclaration
  | ScalarDeclaration

export interface ObjectDeclaration {
  readonly kind: 'object'
  readonly name: string
  readonly description: string
  readonly implements?: readonly string[]
  /** The fields by each of which another subgraph may refer to one: `id`. */
  readonly keys?: readonly string[]
  /** Other subgraphs may have the same type, meaning the same by it. */
  readonly isShareable?: boolean
  readonly fields: Readonly<Record<string, FieldDeclaration>>
}

export interface InterfaceDeclaration {
  readonly kind: 'interface'
  readonly name: string
  readonly description: string
  readonly implements?: readonly string[]
  readonly fields: Readonly<Record<string, FieldDeclaration>>
  /** The name of the object type that a value is. */
  readonly typeOf: (value: never) => string
}

export interface UnionDeclaration {
  readonly kind: 'union'
  readonly name: string
  readonly description: string
  readonly members: readonly string[]
  readonly typeOf: (value: never) => string
}

export interface InputDeclaration {
  readonly kind: 'input'
  readonly name: string
  readonly description: string
  readonly fields: Readonly<Record<string, ArgumentDeclaration>>
}

export interface EnumDeclaration {
  readonly kind: 'enum'
  readonly name: string
  readonly description: string
  /** Each value with its description. */
  readonly values: Readonly<Record<string, string>>
}

export interface ScalarDeclaration {
  readonly kind: 'scalar'
  readonly name: string
  readonly scalar: GraphQLScalarType
}

export interface FieldDeclaration {
  /** As in the schema language: `[Name!]!`. */
  readonly type: string
  readonly description: string
  readonly deprecated?: string
  readonly arguments?: Readonly<Record<string, ArgumentDeclaration>>
  /** Computes it; absent: the property of that name, `undefined` being null. */
  readonly field?: FieldFunction
  /** Of a field of an entity: what it needs of the entity's row; absent if it needs statements. */
  readonly rows?: RowField
}

/** A root field of queries. */
export interface QueryDeclaration extends FieldDeclaration {
  /** Whether revision, day, view and arguments alone decide the answer, so that the answer may be kept. */
  readonly isOfRevision: boolean
}

export type Queries = Readonly<Record<string, QueryDeclaration>>

/** Root fields whose answers revision, day, view and arguments alone decide. */
export function ofRevision(fields: Readonly<Record<string, FieldDeclaration>>): Queries {
  return declaredAs(fields, true)
}

/** Root fields whose answers also depend on who asks, on the clock or on what the server does just then. */
export function ofMoment(fields: Readonly<Record<string, FieldDeclaration>>): Queries {
  return declaredAs(fields, false)
}

function declaredAs(fields: Readonly<Record<string, FieldDeclaration>>, isOfRevision: boolean): Queries {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, isOfRevision }]))
}

/** A root field that goes on: what it gives comes in pages, each value with the context in which it is read. */
export interface SubscriptionDeclaration extends Omit<FieldDeclaration, 'field'> {
  readonly follow: (
    args: never,
    context: Context,
  ) => AsyncGenerator<readonly { readonly value: unknown; readonly context: Context }[]>
}

export interface ArgumentDeclaration {
  readonly type: string
  readonly description: string
  readonly default?: unknown
}

export type FieldFunction = (source: never, args: never, context: Context, info: GraphQLResolveInfo) => unknown

/** A field whose function sees its source and arguments typed. */
export function field<Source, Args = Record<string, never>>(
  type: string,
  description: string,
  compute?: (source: Source, args: Args, context: Context, info: GraphQLResolveInfo) => unknown,
  args?: Readonly<Record<string, ArgumentDeclaration>>,
): FieldDeclaration {
  return {
    type,
    description,
    ...(compute && { field: compute as FieldFunction }),
    ...(args && { arguments: args }),
  }
}

export function argument(type: string, description: string, defaultValue?: unknown): ArgumentDeclaration {
  return { type, description, ...(defaultValue !== undefined && { default: defaultValue }) }
}

/** A field of one entity type that no declaration of properties can express, computed in a file of its own beside it. */
export interface DerivedFields {
  /** The entity type: Region. */
  readonly of: string
  readonly fields: Readonly<Record<string, FieldDeclaration>>
  /** Types that only these fields use. */
  readonly types?: readonly TypeDeclaration[]
}
