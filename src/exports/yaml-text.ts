/** A text as a YAML scalar that reads back as the same text, in a list or mapping of either style. Plain if a person would write it plain. */
export function yamlText(text: string): string {
  return isPlain(text) ? text : quoted(text)
}

/** A list on one line. */
export function yamlList(texts: readonly string[]): string {
  return `[${texts.map(yamlText).join(', ')}]`
}

/** A mapping on one line, without undefined members. Numbers are written as numbers. */
export function yamlMap(members: Readonly<Record<string, string | number | readonly string[] | undefined>>): string {
  const written = Object.entries(members).flatMap(([key, value]) =>
    value === undefined ? [] : [`${yamlText(key)}: ${valueText(value)}`],
  )
  return `{ ${written.join(', ')} }`
}

function valueText(value: string | number | readonly string[]): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? yamlText(value) : yamlList(value)
}

/** A letter first, then only characters without a meaning in YAML, and no space at the end or before `#`. */
const plain = /^\p{L}(?:[\p{L}\p{N}._~/@+\u3001-\u3011\uff08\uff09\uff0c\uff1a-]|#| (?![ #]|$))*$/u
const date = /^\d{4}-\d{2}(?:-\d{2})?$/
const word = /^(?:null|true|false|yes|no|on|off|y|n)$/i

function isPlain(text: string): boolean {
  return date.test(text) || (plain.test(text) && !word.test(text))
}

/** Texts of JSON are texts of YAML, except for characters that YAML requires to be escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
