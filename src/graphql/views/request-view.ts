import { coerceInputValue, type GraphQLSchema, isInputType } from 'graphql'
import { SuanliError } from '../../model/error.js'
import type { ViewInput } from '../request/context.js'

/** The HTTP header with the view of a whole request. Over WebSocket, `connectionParams.view` has the same meaning. */
export const viewHeader = 'suanli-view'

/**
 * Reads the view of a whole request: the JSON text of a `ViewInput`, or the object itself. Undefined if none was given.
 * Throws VIEW_INVALID.
 */
export function readRequestView(schema: GraphQLSchema, given: unknown, argument = viewHeader): ViewInput | undefined {
  if (given == null || given === '') return undefined
  const type = schema.getType('ViewInput')
  if (!isInputType(type)) throw new Error('The schema has no ViewInput.')
  const refused = (problem: string) => new SuanliError('VIEW_INVALID', { argument, problem })
  const value = typeof given === 'string' ? parsed(given) : given
  if (value === undefined) throw refused('it is not JSON')
  return coerceInputValue(value, type, (path, _, error) => {
    throw refused(`${path.length === 0 ? '' : `${path.join('.')}: `}${error.message.replace(/\.$/, '')}`)
  }) as ViewInput
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
