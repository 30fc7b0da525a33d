import type { Statement } from '../../model/statement.js'
import type { KeyExpression } from '../../names/key-expression.js'
import type { Value } from '../../values/value.js'
import { searchedProperties } from '../search/search-document.js'
import { fromStored, toStored } from '../stored-text.js'

/*
 * A row holds the names and codes of its entity that the default view sees, each with its statement. So a search compares
 * names without reading a statement.
 */

/** The rows that have search keys: of each of these ways to ask. */
export interface RowNameQuery {
  readonly kind: 'names'
  readonly ways: readonly KeyExpression[]
  /** Only rows of these types. */
  readonly types?: readonly string[] | undefined
  /** Rows of each way at most; which ones is the engine's affair. */
  readonly limit: number
}

/** The rows that go by these ids. */
export interface RowIdQuery {
  readonly kind: 'ids'
  readonly ids: readonly string[]
}

/** One of the ids, and the id of its row; null: the id was merged, and the statements say into which entity. */
export interface RowOfId {
  readonly asked: string
  readonly id: string | null
}

/** A row with its names and codes, in the form of `encodeName`. */
export interface NamedRow {
  readonly id: string
  readonly names: readonly string[]
}

/** What a search compares of a statement that names its subject or gives the subject's code. */
export type StatedName = Pick<Statement, 'id' | 'property' | 'value' | 'qualifiers'>

/** The names and codes among statements, each as one text. */
export function encodeNames(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap(({ id, property, value, qualifiers }) => {
    if (!searchedProperties.includes(property)) return []
    const [language, text] = writtenIn(value)
    return text === undefined
      ? []
      : [[toStored(id), property, qualifiers.kind ?? '', language, toStored(text)].join('\n')]
  })
}

export function decodeName(encoded: string): StatedName {
  const [id = '', property = '', kind = '', language = '', ...lines] = encoded.split('\n')
  const text = fromStored(lines.join('\n'))
  return {
    id: fromStored(id),
    property,
    qualifiers: kind === '' ? {} : { kind },
    value: language === '' ? { kind: 'code', code: text } : { kind: 'text', text, language },
  }
}

/** A code has no language. */
function writtenIn(value: Value): readonly [language: string, text: string | undefined] {
  if (value.kind === 'text') return [value.language, value.text]
  return ['', value.kind === 'code' ? value.code : undefined]
}
