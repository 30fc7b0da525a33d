import { basePath } from '../address/address.js'
import type { Asked } from './use-data.js'

/** The address of the IDE with a document and its variables in it. What stands behind `#` is sent to no server. */
export function ideLink({ document, variables }: Asked): string {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined))
  const parameters = new URLSearchParams({ query: `${document.trim()}\n` })
  if (Object.keys(given).length > 0) parameters.set('variables', JSON.stringify(given, null, 2))
  return `${basePath}/ide#${parameters}`
}
