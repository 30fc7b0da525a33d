import type { Statement } from '../../model/statement.js'
import type { QualifierDeclaration } from '../../ontology/declaration.js'
import type { EntityType, Property } from '../../ontology/ontology.js'

/** A text that a statement about an entity holds, apart from the names and codes by which it is found. */
export interface StatedText {
  readonly text: string
  /** BCP 47; `zxx`, no language, of a code. */
  readonly language: string
  readonly property: Property
  /** The qualifier that holds the text: `title`. */
  readonly qualifier: QualifierDeclaration | undefined
  readonly statement: Statement
  /** The words of the source around the value, and not the value. */
  readonly isQuote: boolean
}

/** The texts of statements: free texts of qualifiers, texts and codes as values, and then the words of the sources. */
export function statedTexts(
  type: EntityType,
  statements: readonly Statement[],
  namedBy: readonly string[],
): readonly StatedText[] {
  const texts = statements.flatMap(statement => textsOf(type, statement, namedBy.includes(statement.property)))
  return [...texts.filter(({ isQuote }) => !isQuote), ...texts.filter(({ isQuote }) => isQuote)]
}

function textsOf(type: EntityType, statement: Statement, isName: boolean): readonly StatedText[] {
  const property = type.findProperty(statement.property)
  if (!property) return []
  const { value, qualifiers, language, asStated, quote } = statement
  const text = (words: string, more: Partial<StatedText> = {}): StatedText => ({
    ...{ text: words, language, property, qualifier: undefined, statement, isQuote: false },
    ...more,
  })
  const free = (property.qualifiers ?? []).filter(({ values }) => values === undefined)
  const titles = free.flatMap(qualifier => {
    const words = qualifiers[qualifier.id]
    return words === undefined ? [] : [text(words, { qualifier })]
  })
  const own = isName ? [] : ownText(property, statement).map(words => text(words, { language: languageOf(statement) }))
  const said = value.kind === 'text' || value.kind === 'code' ? [] : [asStated]
  const quoted = [...said, ...(quote ? [quote.exact] : [])].filter(words => words !== '')
  return [...titles, ...own, ...[...new Set(quoted)].map(words => text(words, { isQuote: true }))]
}

/** Codes of a closed list are no words of anybody. */
function ownText({ value: declared }: Property, { value }: Statement): readonly string[] {
  if (value.kind === 'text') return [value.text]
  return value.kind === 'code' && declared.kind === 'code' && !declared.values ? [value.code] : []
}

function languageOf({ value, language }: Statement): string {
  return value.kind === 'code' ? 'zxx' : value.kind === 'text' ? value.language : language
}
