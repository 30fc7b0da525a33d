import {
  BREAK,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FragmentSpreadNode,
  GraphQLError,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  type InlineFragmentNode,
  isInputObjectType,
  type NamedTypeNode,
  typeFromAST,
  visit,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'

/** An operation that was parsed, validated and found to be allowed. */
export interface Operation {
  readonly document: DocumentNode
  readonly operationName?: string | undefined
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly context: unknown
}

export type Execute = (operation: Operation) => Promise<ExecutionResult> | ExecutionResult

/**
 * Executes queries of a schema as graphql-js does, an order of magnitude faster where an answer is long: a document is
 * compiled to one function, which is kept as long as the document is asked for among the last `kept`. What the compiler
 * does otherwise than graphql-js is left to graphql-js: mutations, variables that are wrong or of filters, fragments
 * under a condition, and documents that it cannot compile.
 */
export function createExecutor(schema: GraphQLSchema, kept = 500): Execute {
  const compiled = new LRUCache<DocumentNode, Map<string | undefined, CompiledQuery['query'] | undefined>>({
    max: kept,
  })

  function compile(document: DocumentNode, operationName: string | undefined): CompiledQuery['query'] | undefined {
    const known = compiled.get(document) ?? new Map<string | undefined, CompiledQuery['query'] | undefined>()
    if (known.has(operationName)) return known.get(operationName)
    const query = compileDocument(schema, document, operationName)
    compiled.set(document, known.set(operationName, query))
    return query
  }

  return ({ document, operationName, variables = {}, context }) => {
    const query = compile(document, operationName)
    if (query === undefined || !areRight(schema, document, operationName, variables)) {
      const args: ExecutionArgs = { schema, document, contextValue: context, variableValues: variables }
      return execute({ ...args, ...(operationName !== undefined && { operationName }) })
    }
    const result = query(undefined, context, { ...variables }) as Promise<ExecutionResult> | ExecutionResult
    return 'then' in result ? result.then(withPlainErrors) : withPlainErrors(result)
  }
}

function compileDocument(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined) {
  if (getOperationAST(document, operationName)?.operation !== 'query' || hasConditionalFragment(document))
    return undefined
  if (takesRings(schema, document, operationName)) return undefined
  try {
    const compiled = compileQuery(schema, document, operationName ?? '', { useExperimentalPathBasedSkipInclude: true })
    return isCompiledQuery(compiled) ? compiled.query : undefined
  } catch {
    // What the compiler cannot do, the interpreter can.
    return undefined
  }
}

/** Of a fragment that is spread twice, once under a condition, the compiler takes the condition for both. */
function hasConditionalFragment(document: DocumentNode): boolean {
  let isFound = false
  const look = ({ directives = [] }: FragmentSpreadNode | InlineFragmentNode) => {
    isFound ||= directives.length > 0
    return isFound ? BREAK : undefined
  }
  visit(document, { FragmentSpread: look, InlineFragment: look })
  return isFound
}

/**
 * Whether a variable is of an input type that leads back to itself, as filters do in one another. The compiler writes
 * out a check for every way through it: seconds of work and hundreds of megabytes, for whoever asks.
 */
function takesRings(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): boolean {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? []
  return definitions.some(({ type }) => {
    const found = getNamedType(typeFromAST(schema, type as NamedTypeNode))
    return isInputObjectType(found) && leadsToRing(found, new Set())
  })
}

function leadsToRing(type: GraphQLInputObjectType, above: ReadonlySet<GraphQLInputObjectType>): boolean {
  if (above.has(type)) return true
  const here = new Set([...above, type])
  return Object.values(type.getFields()).some(field => {
    const inner = getNamedType(field.type)
    return isInputObjectType(inner) && leadsToRing(inner, here)
  })
}

/** Whether the variables are what the operation declares. */
function areRight(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? []
  return definitions.length === 0 || getVariableValues(schema, definitions, variables).errors === undefined
}

/** The compiler's errors lack what others rely on: extensions, and what graphql-js knows of where they arose. */
function withPlainErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result
  const errors = result.errors.map(error => {
    const { message, nodes, path, originalError, locations } = error
    const plain = new GraphQLError(message, { nodes, path, originalError })
    if (plain.locations === undefined && locations)
      Object.defineProperty(plain, 'locations', { value: locations, enumerable: true })
    return plain
  })
  return { ...result, errors }
}
