import { encodeStatement, type StatementRecord } from '../statement-record.js'
import type { NewStatement } from '../store.js'

/** A row of `statement` with one of `standing`. */
export type StatementRow = StatementRecord

/** The columns of a StatementRow, where `s` is the statement and `t` the standing. */
export const statementColumns =
  's.id, s.subject, s.property, s.edition, s.language, s.content, t.since, t.retracted, t.rank, t.confidence, t.vouches'

/** The columns of a new row of `statement`, in their order. */
export function toStatementRow(key: number, statement: NewStatement): (string | number | null)[] {
  const { id, subject, property, target, code, edition, source, language, content } = encodeStatement(statement)
  return [key, id, subject, property, target, code, edition, source, language, content]
}
