import { createHash } from 'node:crypto'
import type { ConflictContent } from './conflict.js'
import type { StatementContent } from './statement.js'

/**
 * A statement's identity is its content: the same content, wherever and whenever it is imported, has the same id.
 * `statement/` and 160 bits of SHA-256 over the content in a fixed order, as base64url.
 */
export function statementId(content: StatementContent): string {
  const { subject, property, value, qualifiers, asStated, language, edition, quote, valid, derived } = content
  const place = quote && [quote.exact, quote.prefix ?? null, quote.suffix ?? null, quote.fragment ?? null]
  const described = [subject, property, sorted(value), sorted(qualifiers), asStated, language, edition]
  // A statement that is not derived has the id that it had before there were derived ones.
  const how = derived === undefined ? [] : [derived]
  return `statement/${digest([...described, place ?? null, valid ?? null, ...how])}`
}

/** The same statements in the same kind of conflict are the same conflict. */
export function conflictId({ kind, subjects, property, statements }: Omit<ConflictContent, 'id'>): string {
  return `conflict/${digest([kind, subjects, property, statements])}`
}

/** Whether two conflicts are of the same statements, though one may have been found before ids of its subjects were merged. */
export function isSameConflict(
  a: Pick<ConflictContent, 'kind' | 'property' | 'statements'>,
  b: Pick<ConflictContent, 'kind' | 'property' | 'statements'>,
): boolean {
  return (
    a.kind === b.kind &&
    a.property === b.property &&
    a.statements.length === b.statements.length &&
    a.statements.every((id, i) => id === b.statements[i])
  )
}

/** `<source>#<language>`. */
export function editionId(source: string, language: string): string {
  return `${source}#${language}`
}

function digest(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest().subarray(0, 20).toString('base64url')
}

function sorted(object: object): [string, unknown][] {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
