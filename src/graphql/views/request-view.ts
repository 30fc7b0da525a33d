import { coerceInputValue, type GraphQLSchema, isInputType } from 'graphql'
import { SuanliError } from '../../model/error.js'
import { inChinese } from '../request/chinese-text.js'
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
  const refused = (problem: string, problemZh: string, suggestion?: string) =>
    new SuanliError('VIEW_INVALID', { argument, problem, problemZh, ...(suggestion !== undefined && { suggestion }) })
  const value = typeof given === 'string' ? parsed(given) : given
  if (value === null) return undefined
  if (value === undefined) throw refused('it is not JSON', '不是 JSON')
  return coerceInputValue(value, type, (path, _, error) => {
    const place = path.length === 0 ? '' : `${path.join('.').slice(0, 200)}: `
    const [, text = '', suggestion] = /^(.*?)(?: Did you mean "(\w+)".*)?$/s.exec(error.message) ?? []
    const chinese = inChinese(text) ?? '取值无效'
    throw refused(`${place}${withoutStop(text)}`, `${place}${withoutStop(chinese)}`, suggestion)
  }) as ViewInput
}

/** Of a value that is long, the beginning. */
function withoutStop(text: string): string {
  return text.slice(0, 500).replace(/[.。]$/, '')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
