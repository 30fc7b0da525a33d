import type {
  FieldNode,
  GraphQLError,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  OperationDefinitionNode,
} from 'graphql'
import type { Selecting } from './selected-fields.js'

/** The place of a value in an answer. */
export type Path = GraphQLResolveInfo['path']

export type Arguments = Readonly<Record<string, unknown>>

/** A query, planned once for every execution of its document. */
export interface Plan extends Selecting {
  readonly operation: OperationDefinitionNode
  readonly root: Selection
}

/** The fields selected on objects of one type. */
export interface Selection {
  readonly fields: readonly PlannedField[]
  /** Makes an object of the answer. The object inherits nothing, so that a field may be called `__proto__`. */
  readonly Data: new () => Record<string, unknown>
}

/** A field at one place of a document, with everything known about the field before execution. */
export interface PlannedField {
  readonly name: string
  readonly type: GraphQLOutputType
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | undefined
  /** Whether the resolver takes GraphQLResolveInfo. */
  readonly takesInfo: boolean
  readonly complete: Complete
  /** Whether the field has no selection of its own. */
  readonly isLeaf: boolean
  /** The index of the field among all fields of the plan. */
  readonly place: number
  /** The arguments, if the document gives all of them without a variable. */
  readonly fixedArguments: Arguments | undefined
  readonly key: string
  readonly nodes: readonly FieldNode[]
  readonly parent: GraphQLObjectType
  readonly definition: GraphQLField<unknown, unknown>
  /** Throws a GraphQLError if a variable has no value but must have one. */
  argumentsWith(variables: Readonly<Record<string, unknown>>): Arguments
  /** The selection on values of that type. */
  selectionOf(type: GraphQLObjectType): Selection
  /** The same by the name of a type that the field has met before. */
  knownSelection(type: unknown): Selection | undefined
}

/** One execution of a plan. */
export interface Run {
  readonly plan: Plan
  readonly context: unknown
  readonly variables: Readonly<Record<string, unknown>>
  readonly errors: readonly GraphQLError[]
  /** The arguments of a field with variables. Throws if a variable has no value but must have one. */
  argumentsOf(field: PlannedField): Arguments
  /** Records that a place is null for that reason. Later errors within that place are ignored. */
  note(error: GraphQLError, path: Path | undefined): void
}

/**
 * Completes a resolved value (GraphQL §6.4.3), or returns a promise of the completed value. Throws if no value can be
 * given. `path` is the path of the value; for a leaf field it is the path of the object.
 */
export type Complete = (run: Run, field: PlannedField, value: unknown, path: Path | undefined) => unknown
