import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationTypeNode,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Limits } from '../../config/request-limits.js'
import type { Context } from '../../graphql/request/context.js'
import { checkNesting, checkVariableNesting } from '../../graphql/request/limit-depth.js'
import { checkCost, limitRules } from '../../graphql/request/limits.js'
import { requireCurator } from '../../graphql/request/require-curator.js'
import { errors } from '../../model/catalogues/error-catalogue.js'
import { type AnyErrorCode, type ErrorLanguage, SuanliError } from '../../model/error.js'
import type { Allowance } from '../auth/limit-rate.js'
import { headersOf } from '../http/refusal.js'
import type { OperationNote } from '../observability/request-log.js'
import type { OperationTrace } from '../observability/trace-operation.js'

/** An operation as a client sends it; Apollo has parsed its document already. */
export interface RequestedOperation {
  readonly document: string | DocumentNode
  readonly operationName?: string | null | undefined
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
}

/** The request of an operation. */
export interface OperationRequest {
  readonly context: Context
  readonly note: OperationNote
  readonly allowance: Allowance
  readonly trace: OperationTrace
  /** Whether the transport can send more than one answer. */
  readonly takesSubscriptions: boolean
  /** Reads the language of the request's errors, once there are any. Default: English. */
  readonly language?: () => ErrorLanguage
}

/** A parsed, valid and allowed operation. */
export interface PreparedOperation {
  readonly document: DocumentNode
  readonly type: OperationTypeNode
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, unknown>>
}

/** The refusal of an operation: its errors, with the status and headers for HTTP. */
export class OperationRefused extends Error {
  constructor(
    readonly errors: readonly GraphQLError[],
    readonly status: number,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(errors[0]?.message)
  }
}

export type PrepareOperation = (asked: RequestedOperation, request: OperationRequest) => Promise<PreparedOperation>

/**
 * Prepares a document for execution, for HTTP, WebSocket and MCP: parses and validates the document and applies the
 * limits; checks the variables, the role, the predicted cost and the client's allowance before anything is read.
 * Throws OperationRefused.
 */
export function createPreparation(
  schema: GraphQLSchema,
  limits: Limits,
  { introspection }: { readonly introspection: boolean },
): PrepareOperation {
  const rules = [...specifiedRules, ...limitRules(limits), ...(introspection ? [] : [refuseIntrospection])]
  const parsed = new LRUCache<string, DocumentNode>({
    maxSize: maxParsedCharacters,
    sizeCalculation: (_, text) => Math.max(1, text.length),
  })
  const validated = new WeakMap<DocumentNode, readonly GraphQLError[]>()

  function parseDocument(text: string, trace: OperationTrace): DocumentNode {
    const known = parsed.get(text)
    if (known) return known
    const end = trace.begin('parse')
    try {
      checkNesting(text)
      const document = parse(text, { maxTokens: limits.maxTokens })
      parsed.set(text, document)
      return document
    } catch (failure) {
      if (failure instanceof SuanliError) throw refusedBy(failure, limits.maxCost)
      throw refused(400, coded(failure as Error, 'GRAPHQL_PARSE_FAILED'))
    } finally {
      end()
    }
  }

  function errorsOf(document: DocumentNode, trace: OperationTrace): readonly GraphQLError[] {
    const known = validated.get(document)
    if (known) return known
    const end = trace.begin('validate')
    const found = validate(schema, document, rules).map(error => coded(error, 'GRAPHQL_VALIDATION_FAILED'))
    validated.set(document, found)
    end()
    return found
  }

  return async (
    { document: given, operationName, variables },
    { context, note, allowance, trace, takesSubscriptions },
  ) => {
    if (operationName) note.operation ??= operationName.slice(0, longestName)
    const document = typeof given === 'string' ? parseDocument(given, trace) : given
    const wrong = errorsOf(document, trace)
    if (wrong.length > 0) throw new OperationRefused(wrong, 400)

    const operation = getOperationAST(document, operationName)
    if (!operation)
      throw refused(400, coded(new Error(unknownOperation(operationName)), 'OPERATION_RESOLUTION_FAILURE'))
    // A request of another protocol may have several operations: the first names the request, and costs add up.
    if (operation.name) note.operation ??= operation.name.value.slice(0, longestName)
    note.type ??= operation.operation

    try {
      checkVariableNesting(variables ?? {})
    } catch (refusal) {
      throw refusedBy(refusal, limits.maxCost)
    }
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {})
    if (coerced.errors)
      throw new OperationRefused(
        coerced.errors.map(error => coded(error, 'BAD_USER_INPUT')),
        400,
      )
    try {
      if (operation.operation === 'subscription' && !takesSubscriptions) throw new SuanliError('SOCKET_NEEDED')
      if (operation.operation === 'mutation') requireCurator(context)
      const cost = checkCost(schema, document, variables ?? {}, limits, operation.name?.value)
      note.cost = (note.cost ?? 0) + cost
      await allowance.spend(cost)
    } catch (refusal) {
      if (refusal instanceof SuanliError) note.cost ??= costIn(refusal)
      throw refusedBy(refusal, limits.maxCost)
    }
    return { document, type: operation.operation, operationName: operation.name?.value, variables: variables ?? {} }
  }
}

/** Refuses the fields of introspection. */
const refuseIntrospection: ValidationRule = context => ({
  Field(node) {
    if (node.name.value === '__schema' || node.name.value === '__type')
      context.reportError(new GraphQLError('This server does not tell its schema.', { nodes: node }))
  },
})

/** Approximate size of the kept documents, in characters. */
const maxParsedCharacters = 5_000_000
/** In UTF-16 units. Bounds the names that clients can write into the log. */
const longestName = 200

function unknownOperation(name: string | null | undefined): string {
  return name
    ? `The document has no operation "${name.slice(0, 100)}".`
    : 'The document has several operations: name one.'
}

function costIn({ fields }: SuanliError): number | undefined {
  return fields.cost === undefined ? undefined : Number(fields.cost)
}

function refused(status: number, error: GraphQLError): OperationRefused {
  return new OperationRefused([error], status)
}

function coded(error: Error, code: AnyErrorCode): GraphQLError {
  const { nodes, source, positions, extensions } = error as Partial<GraphQLError>
  return new GraphQLError(error.message, { nodes, source, positions, extensions: { ...extensions, code } })
}

function refusedBy(refusal: unknown, max: number): unknown {
  if (refusal instanceof SuanliError) {
    const { status } = errors[refusal.code]
    const error = new GraphQLError(refusal.message, { originalError: refusal, extensions: { code: refusal.code } })
    return new OperationRefused([error], status === 200 ? 400 : status, headersOf(refusal))
  }
  if (!(refusal instanceof GraphQLError)) return refusal
  if (refusal.message === tooManyNodes) {
    const hint = 'its fragments in fragments stand for more fields than are counted.'
    const hintZh = '其中嵌套的片段展开后超出可计数的字段。'
    return refusedBy(
      new SuanliError('QUERY_TOO_COSTLY', { cost: `more than ${max}`, costZh: `${max} 以上`, max, hint, hintZh }),
      max,
    )
  }
  // A null for a non-null argument: execution would refuse the field, and the cost is unknown.
  return refused(400, coded(refusal, 'BAD_USER_INPUT'))
}

/** graphql-query-complexity has no code for a document whose fragments are more than it counts, only this text. */
const tooManyNodes = 'Query exceeds the maximum allowed number of nodes.'
