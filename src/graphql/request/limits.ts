import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Limits } from '../../config/request-limits.js'
import { type ErrorCode, SuanliError } from '../../model/error.js'
import { type DearestList, predictCost } from './predict-cost.js'

/** Refuses documents that are too deep, or name too many aliases or fields at the root, before anything is read. */
export function limitRules({ maxDepth, maxAliases, maxRootFields }: Limits): readonly ValidationRule[] {
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
    maxRootFieldsRule(maxRootFields),
  ]
}

/** Predicts what an operation costs with its variables. Throws QUERY_TOO_COSTLY where that is more than is allowed. */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  { maxCost: max }: Limits,
  operationName?: string,
): number {
  const known = costsOf(document)
  const asked = JSON.stringify([operationName, variables])
  const cost = known.get(asked)
  if (cost !== undefined && cost <= max) return cost
  const predicted = predictCost(schema, document, variables, operationName)
  if (predicted.cost > max)
    throw new SuanliError('QUERY_TOO_COSTLY', {
      cost: predicted.cost,
      max,
      ...hintAt(predicted.dearest(), predicted.cost - max),
    })
  if (asked.length <= longestKept) known.set(asked, predicted.cost)
  return predicted.cost
}

/** What documents were found to cost, by the variables that they were asked with: to find it takes as long as a small answer. */
const costs = new WeakMap<DocumentNode, LRUCache<string, number>>()
const costsKept = 50
/** In UTF-16 units. */
const longestKept = 500

function costsOf(document: DocumentNode): LRUCache<string, number> {
  const known = costs.get(document) ?? new LRUCache<string, number>({ max: costsKept })
  costs.set(document, known)
  return known
}

/** What to ask for instead, to save so much. */
function hintAt(dearest: DearestList | undefined, excess: number): { readonly hint: string; readonly hintZh: string } {
  if (!dearest) return { hint: 'ask for fewer fields at once.', hintZh: '请减少一次请求的字段。' }
  const { path, argument, rows, costOfRow } = dearest
  const fewer = Math.max(1, Math.floor(rows - excess / costOfRow))
  return argument === 'ids' || argument === 'representations'
    ? {
        hint: `most of it is ${path}: give ${fewer} \`${argument}\` at once.`,
        hintZh: `大部分来自 ${path}：请一次给出 ${fewer} 个 \`${argument}\`。`,
      }
    : {
        hint: `most of it is ${path}: ask there for \`${argument}: ${fewer}\`.`,
        hintZh: `大部分来自 ${path}：请在该处使用 \`${argument}: ${fewer}\`。`,
      }
}

function maxRootFieldsRule(max: number): ValidationRule {
  return context => ({
    OperationDefinition: ({ selectionSet }) => {
      if (countFields(selectionSet, context, new Map()) > max) refuseWith('TOO_MANY_ROOT_FIELDS', { max })(context)
    },
  })
}

/** The fields of a selection, those of its fragments as often as they are spread; of a fragment in itself, none. */
function countFields(set: SelectionSetNode, context: ValidationContext, known: Map<string, number>): number {
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === 'Field') return sum + 1
    if (selection.kind === 'InlineFragment') return sum + countFields(selection.selectionSet, context, known)
    const name = selection.name.value
    if (!known.has(name)) {
      known.set(name, 0)
      const fragment = context.getFragment(name)
      if (fragment) known.set(name, countFields(fragment.selectionSet, context, known))
    }
    return sum + (known.get(name) ?? 0)
  }, 0)
}

function refuseWith(code: ErrorCode, fields: Readonly<Record<string, number>>) {
  return (context: ValidationContext | null): void => {
    const refusal = new SuanliError(code, fields)
    // Apollo gives every error of validation its own code, and keeps what else is in the extensions.
    context?.reportError(new GraphQLError(refusal.message, { extensions: { refusal: code, ...fields } }))
  }
}
