import { createHash } from 'node:crypto'
import type { ConflictContent } from './conflict.js'
import type { StatementContent } from './statement.js'

/**
 * The id of a statement follows from its content: the same content has the same id in every store and import.
 * `statement/` and 160 bits of SHA-256 over the content in a fixed order, as base64url.
 */
export function statementId(content: StatementContent): string {
  const { subject, property, value, qualifiers, asStated, language, edition, quote, valid, derived } = content
  const place = quote && [quote.exact, quote.prefix ?? null, quote.suffix ?? null, quote.fragment ?? null]
  const described = [subject, property, sorted(value), sorted(qualifiers), asStated, language, edition]
  // `derived` is left out if absent, so that ids from before that field stay the same.
  const how = derived === undefined ? [] : [derived]
  return `statement/${digest([...described, place ?? null, valid ?? null, ...how])}`
}

/** The id of a conflict follows from its kind, subjects, property and statements. */
export function conflictId({ kind, subjects, property, statements }: Omit<ConflictContent, 'id'>): string {
  return `conflict/${digest([kind, subjects, property, statements])}`
}

/** Whether two conflicts have the same statements, though a merge between them may have changed the subjects' ids. */
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
