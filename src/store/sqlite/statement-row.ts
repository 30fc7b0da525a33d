import { encodeStatement, type StatementRecord } from '../statement-record.js'
import type { NewStatement } from '../store.js'
import { toStored } from '../stored-text.js'
import { idOrder } from './id-order.js'

/** A row of `statement` with one of `standing`. */
export type StatementRow = StatementRecord

/** The columns of a StatementRow; `s` is the row of `statement`, `t` the row of `standing`. */
export const statementColumns =
  's.id, s.subject, s.property, s.edition, s.language, s.content, t.since, t.retracted, t.rank, t.confidence, t.vouches'

/** The columns of a new row of `statement` but for its key, in the order of `newStatement`. */
export function toStatementRow(statement: NewStatement): readonly (string | number | null)[] {
  const { id, subject, property, target, code, edition, source, language, content } = encodeStatement(statement)
  return [idOrder(statement.id), id, subject, property, target, code, edition, source, language, content]
}

export const newStatement =
  'statement (key, ordinal, id, subject, property, target, code, edition, source, language, content)'

/** Ids of statements as one parameter: a list of ordinals with ids. */
export function listOfStatements(ids: readonly string[]): string {
  return JSON.stringify([...new Set(ids)].map(id => [idOrder(id), toStored(id)]))
}

/** The condition that a statement is the one in a row `a` of such a list. */
export const isStatement = 's.ordinal = a.value ->> 0 AND s.id = a.value ->> 1'
