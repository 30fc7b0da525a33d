import { keysOfCode, keysOfName, typeKey } from '../../names/search-keys.js'
import type { Value } from '../../values/value.js'

/** The properties by which entities are found. */
export const searchedProperties: readonly string[] = ['name', 'code']

/** The search keys of a statement that names its subject or gives its code, as one text for a full-text index; none of any other. */
export function searchDocumentOf({ subject, property, value }: Searched): string | undefined {
  if (!searchedProperties.includes(property)) return undefined
  const keys = value.kind === 'text' ? keysOfName(value.text) : value.kind === 'code' ? keysOfCode(value.code) : []
  return keys.length === 0 ? undefined : [typeKey(subject), ...keys].join(' ')
}

interface Searched {
  readonly subject: string
  readonly property: string
  readonly value: Value
}
