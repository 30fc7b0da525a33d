import { SuanliError } from '../../model/error.js'

/** Deeper than any document or value that has a meaning, and far from what a parser or a walk can take. */
const maxNesting = 100

/** Refuses a document whose brackets nest too deeply, before it is parsed. Throws QUERY_TOO_DEEP. */
export function checkNesting(document: string): void {
  let depth = 0
  for (const [token] of document.matchAll(brackets)) {
    if (token === '{' || token === '[' || token === '(') depth += 1
    else if (token === '}' || token === ']' || token === ')') depth -= 1
    if (depth > maxNesting) throw new SuanliError('QUERY_TOO_DEEP', { max: maxNesting })
  }
}

/** Brackets, and what may have some in it that do not count: texts and comments. */
const brackets = /[{}[\]()]|"""(?:[^"\\]|\\[\s\S]|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|#[^\n\r]*/g

/** Refuses variables that nest too deeply, before they are read by their types. Throws QUERY_TOO_DEEP. */
export function checkVariableNesting(variables: unknown): void {
  let level: unknown[] = [variables]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxNesting) throw new SuanliError('QUERY_TOO_DEEP', { max: maxNesting, argument: 'variables' })
    level = level.flatMap(value => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
}
