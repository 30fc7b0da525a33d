import { createRequire } from 'node:module'
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import type * as Complexity from 'graphql-query-complexity'
import { type ErrorCode, SuanliError } from '../model/error.js'
import type { Limits } from '../model/limits.js'

// Its module build loads a second copy of graphql, whose types are not those of the schema.
const { getComplexity } = createRequire(import.meta.url)('graphql-query-complexity') as typeof Complexity

const defaultPageSize = 20

/** Refuses documents that are too deep or name too many aliases, before anything is read. */
export function limitRules({ maxDepth, maxAliases }: Limits): readonly ValidationRule[] {
  return [
    maxDepthRule({
      n: maxDepth,
      flattenFragments: true,
      propagateOnRejection: false,
      onReject: [refuseWith('QUERY_TOO_DEEP', { max: maxDepth })],
    }) as unknown as ValidationRule,
    maxAliasesRule({
      n: maxAliases,
      propagateOnRejection: false,
      onReject: [refuseWith('TOO_MANY_ALIASES', { max: maxAliases })],
    }) as unknown as ValidationRule,
  ]
}

/** Predicts what an operation costs with its variables. Throws QUERY_TOO_COSTLY where that is more than is allowed. */
export function checkCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  { maxCost }: Limits,
  operationName?: string,
): number {
  const cost = getComplexity({
    schema,
    query,
    variables: { ...variables },
    estimators: [estimateField],
    ...(operationName !== undefined && { operationName }),
  })
  if (cost > maxCost) throw new SuanliError('QUERY_TOO_COSTLY', { cost, max: maxCost })
  return cost
}

/** A field costs one, and what is below it as often as it has rows; edges and nodes are rows of their connection. */
const estimateField: Complexity.ComplexityEstimator = ({ args, childComplexity, field }) => {
  const many = [args.ids, args.representations].find(Array.isArray)
  if (many) return 1 + childComplexity * Math.max(1, many.length)
  const isPaged = field.args.some(({ name }) => name === 'first' || name === 'limit')
  if (!isPaged) return 1 + childComplexity
  const rows = [args.first, args.last, args.limit].find(size => typeof size === 'number') ?? defaultPageSize
  return 1 + childComplexity * Math.max(1, rows)
}

function refuseWith(code: ErrorCode, fields: Readonly<Record<string, number>>) {
  return (context: ValidationContext | null): void => {
    const refusal = new SuanliError(code, fields)
    // Apollo gives every error of validation its own code, and keeps what else is in the extensions.
    context?.reportError(new GraphQLError(refusal.message, { extensions: { refusal: code } }))
  }
}
