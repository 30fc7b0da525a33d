/**
 * Text as the database holds it: ids, properties, codes, languages, everything that SQL compares or sorts.
 * SQLite compares UTF-8 bytes, which is code-point order, while lists are sorted in code-unit order: the two differ
 * where U+E000 to U+FFFF meets U+10000 and above. And the engine ends text at U+0000, and is aborted by text that is not
 * well-formed. So the few characters concerned are written as pairs that sort where the character belongs; all other
 * text is stored as it is. A lone surrogate only stays apart from every other text: it has no place in the order.
 */
export function toStored(text: string): string {
  return perhapsUnusual.test(text) ? text.replace(unusual, escapeCharacter) : text
}

/** The text that `toStored` was given. */
export function fromStored(stored: string): string {
  return perhapsEscaped.test(stored) ? stored.replace(escaped, unescapeCharacter) : stored
}

// Cheap and too wide (every astral character passes); the second expression is exact.
const perhapsUnusual = /[\0\u0001\uD800-\uFFFF]/
const unusual = /[\0\u0001\uE000-\uFFFF\u{10FFFE}\u{10FFFF}\p{Surrogate}]/gu
const perhapsEscaped = /[\u0001\uDBFF]/
const escaped = /\u0001[\u0001\u0002]|\u{10FFFF}[\s\S]|\u{10FFFE}(?:[ab]|c[0-9a-f]{4})/gu

function escapeCharacter(character: string): string {
  switch (character) {
    case '\0':
      return '\u0001\u0001'
    case '\u0001':
      return '\u0001\u0002'
    case '\u{10FFFE}':
      return '\u{10FFFE}a'
    case '\u{10FFFF}':
      return '\u{10FFFE}b'
    default:
      return character >= '\uE000' ? `\u{10FFFF}${character}` : `\u{10FFFE}c${character.charCodeAt(0).toString(16)}`
  }
}

function unescapeCharacter(pair: string): string {
  if (pair.startsWith('\u0001')) return pair.endsWith('\u0001') ? '\0' : '\u0001'
  if (pair.startsWith('\u{10FFFF}')) return pair.slice(2)
  const kind = pair.charAt(2)
  if (kind === 'c') return String.fromCharCode(Number.parseInt(pair.slice(3), 16))
  return kind === 'a' ? '\u{10FFFE}' : '\u{10FFFF}'
}
