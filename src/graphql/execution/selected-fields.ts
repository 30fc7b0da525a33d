import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from 'graphql'

/** What says which of a document's selections are meant. */
export interface Selecting {
  readonly schema: GraphQLSchema
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  /** Those that conditions ask for are looked at. */
  readonly variables: Readonly<Record<string, unknown>>
}

/** The fields that are selected of an object of that type, under their response keys in the order of the answer (§6.3.2). */
export function selectedFields(
  { schema, fragments, variables }: Selecting,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const spread = new Set<string>()
  for (const set of sets) if (set) collect(set)
  return fields

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!isIncluded(selection.directives, variables)) continue
      if (selection.kind === 'Field') {
        const key = selection.alias?.value ?? selection.name.value
        const nodes = fields.get(key)
        if (nodes) nodes.push(selection)
        else fields.set(key, [selection])
      } else if (selection.kind === 'InlineFragment') {
        if (isOf(selection.typeCondition?.name.value)) collect(selection.selectionSet)
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value)
        const fragment = fragments[selection.name.value]
        if (fragment && isOf(fragment.typeCondition.name.value)) collect(fragment.selectionSet)
      }
    }
  }

  function isOf(name: string | undefined): boolean {
    if (name === undefined || name === type.name) return true
    const condition = schema.getType(name)
    return isAbstractType(condition) && schema.isSubType(condition, type)
  }
}

/** The names of the variables that any condition of a document asks for, sorted. */
export function conditionsIn(document: DocumentNode): readonly string[] {
  const names = new Set<string>()
  visit(document, {
    Directive: node => {
      const value = isCondition(node) ? conditionOf(node) : undefined
      if (value?.kind === 'Variable') names.add(value.name.value)
    },
  })
  return [...names].sort()
}

function isIncluded(
  directives: readonly DirectiveNode[] | undefined,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return !directives?.some(node => isCondition(node) && holds(node, variables) === (node.name.value === 'skip'))
}

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include'
}

function conditionOf(node: DirectiveNode): ValueNode | undefined {
  return node.arguments?.find(({ name }) => name.value === 'if')?.value
}

function holds(node: DirectiveNode, variables: Readonly<Record<string, unknown>>): boolean {
  const value = conditionOf(node)
  if (value?.kind === 'Variable') return variables[value.name.value] === true
  return value?.kind === 'BooleanValue' && value.value
}
