/**
 * A code. Of a closed list: its value, however it is cased and joined: `under-construction` is UNDER_CONSTRUCTION.
 * Without a list: the text itself. Undefined where it is empty or not on the list.
 */
export function parseCode(text: string, values?: readonly string[]): string | undefined {
  const trimmed = text.trim()
  if (!values) return trimmed === '' ? undefined : trimmed
  const folded = trimmed.toUpperCase().replace(/[\s-]+/g, '_')
  return values.find(value => value === folded)
}

/** A closed list's value as datasets spell it: under-construction. */
export function formatCode(code: string, values?: readonly string[]): string {
  return values ? code.toLowerCase().replaceAll('_', '-') : code
}
