import { tryParseJSONC } from '@graphiql/react'
import { viewOfOpenTab } from '../view/tab-views.js'

/** The header with the view of a whole request. Over WebSocket, `connectionParams.view` has the same meaning. */
export const viewHeader = 'suanli-view'

/** The headers that the user wrote, and the view of the open tab. A view among the headers of the user wins. */
export function withView(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { [viewHeader]: written, ...headers } = lowered(given)
  const view = written ?? viewOfOpenTab()
  return { ...headers, ...(view !== '' && { [viewHeader]: asciiJson(view) }) }
}

/** JSON in the characters that a header may hold. */
export const asciiJson = (json: string): string =>
  json
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/[^\x20-\x7e]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The headers in the editor, which takes comments; names in lower case. None if they are no JSON object. */
export function readHeaders(text: string): Readonly<Record<string, string>> {
  try {
    return lowered(tryParseJSONC(text) ?? {})
  } catch {
    return {}
  }
}

const lowered = (headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
