import type { KeyExpression } from '../../names/key-expression.js'

/**
 * A key expression in the language that FTS5 and Lucene have in common. It goes to them as a parameter, and has nothing
 * in it but keys of letters and figures, AND, OR, brackets and the star; `quote` is how a key is written. Throws on a key
 * that is none, and on an expression without keys.
 */
export function writeKeyQuery(expression: KeyExpression, quote: (key: string) => string): string {
  if (typeof expression === 'string') {
    const [, key, star] = isKey.exec(expression) ?? []
    if (key === undefined) throw new Error('A search key holds what no key may.')
    return `${quote(key)}${star}`
  }
  const [members, operator] = 'all' in expression ? [expression.all, ' AND '] : [expression.any, ' OR ']
  if (members.length === 0) throw new Error('A key expression asks for no key.')
  return `(${members.map(member => writeKeyQuery(member, quote)).join(operator)})`
}

const isKey = /^([a-z][a-z0-9]*|[\u3400-\u4db5\u4e00-\u9fa5]{1,2})(\*?)$/
