import {
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql'
import { asAbstract, asLeaf, asList, asObject, nonNull } from './complete.js'
import type { Arguments, Complete, Plan, PlannedField, Selection } from './planned-query.js'
import { type Selecting, selectedFields } from './selected-fields.js'

/** Throws where the schema has no such type; `variables`: those that conditions ask for. */
export function planQuery(selecting: Selecting, operation: OperationDefinitionNode): Plan {
  const type = selecting.schema.getQueryType()
  if (!type) throw new Error('The schema has no queries.')
  const planning: Planning = { ...selecting, fieldCount: 0 }
  return { ...selecting, operation, root: select(planning, type, [operation]) }
}

interface Planning extends Selecting {
  fieldCount: number
}

function select(
  planning: Planning,
  type: GraphQLObjectType,
  nodes: readonly Pick<FieldNode, 'selectionSet'>[],
): Selection {
  const selected = selectedFields(
    planning,
    type,
    nodes.map(({ selectionSet }) => selectionSet),
  )
  const fields = [...selected].flatMap(([key, own]) => {
    const definition = findField(planning, type, own[0]?.name.value ?? '')
    return definition ? [new FieldOfPlan(key, own, type, definition, planning)] : []
  })
  const Data = function Data() {} as unknown as Selection['Data']
  Data.prototype = Object.create(null)
  return { fields, Data }
}

function findField(
  { schema }: Planning,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return { ...TypeNameMetaFieldDef, resolve: () => type.name }
  const isRoot = type === schema.getQueryType()
  if (isRoot && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef
  if (isRoot && name === TypeMetaFieldDef.name) return TypeMetaFieldDef
  return type.getFields()[name]
}

class FieldOfPlan implements PlannedField {
  readonly name: string
  readonly type: GraphQLOutputType
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | undefined
  /** Whether its function asks for what GraphQL tells of the field. */
  readonly takesInfo: boolean
  readonly complete: Complete
  /** Nothing is below it. */
  readonly isLeaf: boolean
  /** Which one of all of its plan's fields it is. */
  readonly place: number
  /** Where the document itself gives them all. */
  readonly fixedArguments: Arguments | undefined
  /** By the names of the types. */
  readonly #selections = new Map<unknown, Selection>()
  readonly #planning: Planning

  constructor(
    readonly key: string,
    readonly nodes: readonly FieldNode[],
    readonly parent: GraphQLObjectType,
    readonly definition: GraphQLField<unknown, unknown>,
    planning: Planning,
  ) {
    const { name, type, resolve } = definition
    this.name = name
    this.type = type
    this.resolve = resolve
    this.takesInfo = resolve === undefined || resolve.length > 3
    this.complete = completionOf(type)
    this.isLeaf = isLeafType(getNamedType(type)) && !isListType(isNonNullType(type) ? type.ofType : type)
    this.place = planning.fieldCount++
    this.fixedArguments = fixedArguments(definition, nodes)
    this.#planning = planning
  }

  /** Throws the GraphQLError of a variable that has no value where one must be. */
  argumentsWith(variables: Readonly<Record<string, unknown>>): Arguments {
    return getArgumentValues(this.definition, this.nodes[0] as FieldNode, variables)
  }

  /** What is selected of a value of that type. */
  selectionOf(type: GraphQLObjectType): Selection {
    const known = this.#selections.get(type.name)
    if (known) return known
    const selection = select(this.#planning, type, this.nodes)
    this.#selections.set(type.name, selection)
    return selection
  }

  /** The same, by the type's name, of a type that was met here before. */
  knownSelection(type: unknown): Selection | undefined {
    return this.#selections.get(type)
  }
}

function fixedArguments(
  definition: GraphQLField<unknown, unknown>,
  [node]: readonly FieldNode[],
): Arguments | undefined {
  let hasVariable = false
  for (const argument of node?.arguments ?? [])
    visit(argument, {
      Variable: () => {
        hasVariable = true
      },
    })
  if (hasVariable || !node) return undefined
  try {
    return Object.freeze(getArgumentValues(definition, node))
  } catch {
    // The error is thrown each time that the field is executed.
    return undefined
  }
}

function completionOf(type: GraphQLOutputType): Complete {
  if (isNonNullType(type)) return nonNull(completionOf(type.ofType))
  if (isListType(type)) return asList(completionOf(type.ofType), type.ofType)
  if (isLeafType(type)) return asLeaf(type)
  return isAbstractType(type) ? asAbstract(type) : asObject(type)
}
