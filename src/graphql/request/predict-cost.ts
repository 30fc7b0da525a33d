import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  type SelectionSetNode,
} from 'graphql'
import { getComplexity } from 'graphql-query-complexity'
import { costOfField } from './field-costs.js'

/** What an operation is expected to cost, in fields that have to be computed. */
export interface Prediction {
  readonly cost: number
  /** Where most of that comes from; undefined where no list asks for rows. */
  readonly dearest: () => DearestList | undefined
}

/** A list with most of the cost of the whole below it, the innermost of such. */
export interface DearestList {
  /** `corridors.nodes.members`. */
  readonly path: string
  /** The argument with its size: first. */
  readonly argument: string
  readonly rows: number
  /** Of one row of it, as often as it is there: so much less costs the whole with a row less. */
  readonly costOfRow: number
}

/** What is known of a field in a document once it was counted. */
interface Counted {
  readonly cost: number
  readonly isList: boolean
  /** Of what is below it, once. */
  readonly below: number
  /** Of one row more of it. */
  readonly row: number
  /** How often what is below it was counted. */
  readonly times: number
  readonly page: { readonly argument: string; readonly rows: number } | undefined
}

/**
 * Predicts what an operation costs with its variables. A field costs one, and what `fieldCosts` says beside; what is below a list costs as often as the list has rows: those of the page that is asked for or,
 * of a list without pages, a handful. Throws the GraphQLErrors of graphql-query-complexity.
 */
export function predictCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName?: string,
): Prediction {
  const fragments = new Map(
    document.definitions.flatMap(node => (node.kind === 'FragmentDefinition' ? [[node.name.value, node]] : [])),
  )
  const counted = new Map<FieldNode, Counted>()
  const cost = getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    estimators: [({ args, childComplexity, field, node, type }) => count(type, field, node, args, childComplexity)],
    ...(operationName !== undefined && { operationName }),
  })

  function count(
    type: { readonly name: string },
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    args: Readonly<Record<string, unknown>>,
    below: number,
  ): number {
    const isList = isListType(getNullableType(field.type))
    const page = pageOf(field, args)
    const times = isList ? (page?.rows ?? rowsWithoutPage) : 1
    // The lists in a connection have its page; what is beside them (the count, the sums) is there once.
    const lists =
      page && !isList ? fieldsIn(node.selectionSet, fragments).flatMap(child => counted.get(child) ?? []) : []
    const inPage = lists.filter(list => list.isList)
    const more = inPage.reduce((sum, list) => sum + list.below * ((page?.rows ?? 1) - list.times), 0)
    const row = isList ? below : inPage.reduce((sum, list) => sum + list.below, 0)
    const all = 1 + costOfField(type.name, field.name, getNamedType(field.type).name) + below * times + more
    counted.set(node, { cost: all, isList, below, row, times, page })
    return all
  }

  return {
    cost,
    dearest: () => {
      const operation = document.definitions.find(
        node => node.kind === 'OperationDefinition' && (operationName ?? node.name?.value) === node.name?.value,
      )
      return operation?.kind === 'OperationDefinition'
        ? findDearest(operation.selectionSet, fragments, counted)
        : undefined
    },
  }
}

/** Rows of a list that has no pages (names, hops): some have one, few have more than ten. */
const rowsWithoutPage = 5
/** Of a list whose size is not given, and the most that any list gives: most give a hundred, `changes` a thousand. */
const [defaultPage, largestPage] = [20, 1_000]

/** How many rows a field asks for: `first: 10`, `limit: 200`, or an id for each. */
function pageOf(
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
): { readonly argument: string; readonly rows: number } | undefined {
  const sized = ['first', 'last', 'limit'].find(name => typeof args[name] === 'number')
  if (sized !== undefined) {
    const rows = Math.max(1, args[sized] as number)
    return { argument: sized, rows: sized === 'limit' ? rows : Math.min(rows, largestPage) }
  }
  const listed = ['ids', 'representations'].find(name => Array.isArray(args[name]))
  if (listed !== undefined) return { argument: listed, rows: Math.max(1, (args[listed] as unknown[]).length) }
  return field.args.some(({ name }) => name === 'first') ? { argument: 'first', rows: defaultPage } : undefined
}

/** From the top, always on to the field that costs most, for as long as most of it all is below. */
function findDearest(
  selections: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  counted: ReadonlyMap<FieldNode, Counted>,
): DearestList | undefined {
  let dearest: DearestList | undefined
  let times = 1
  let rowsAbove: number | undefined
  const path: string[] = []
  for (let below: SelectionSetNode | undefined = selections; below; ) {
    const [field] = fieldsIn(below, fragments).sort((a, b) => costOf(b) - costOf(a))
    const found = field && counted.get(field)
    if (!found) break
    path.push(field.alias?.value ?? field.name.value)
    const { page, row, isList } = found
    if (page && page.rows > 1 && row > 0) dearest = { path: path.join('.'), ...page, costOfRow: times * row }
    if (isList) times *= rowsAbove ?? found.times
    rowsAbove = isList ? undefined : page?.rows
    below = field.selectionSet
  }
  return dearest

  function costOf(field: FieldNode): number {
    return counted.get(field)?.cost ?? 0
  }
}

/** The fields of a selection, those of its fragments among them. */
function fieldsIn(
  selections: SelectionSetNode | undefined,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] {
  const seen = new Set<string>()
  return [...walk(selections)]

  function* walk(set: SelectionSetNode | undefined): Generator<FieldNode> {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'Field') yield selection
      else if (selection.kind === 'InlineFragment') yield* walk(selection.selectionSet)
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value)
        yield* walk(fragments.get(selection.name.value)?.selectionSet)
      }
    }
  }
}
