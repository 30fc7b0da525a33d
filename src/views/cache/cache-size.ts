import type { EntityRecord } from '../../model/entity.js'
import type { Statement } from '../../model/statement.js'

/** About how many bytes an entity takes with what is resolved of it. An estimate from the sizes of its parts, not measured. */
export function bytesOfRecord(record: EntityRecord | undefined): number {
  return record ? 1_000 + bytesOfStatements(record.statements) + 800 * record.conflicts.length : 200
}

/** Texts that are alike in many statements (properties, editions) are counted each time: the estimate is a high one. */
export function bytesOfStatements(statements: readonly Statement[]): number {
  let bytes = 100
  for (const { id, asStated, quote } of statements)
    bytes += 900 + 2 * (id.length + asStated.length + (quote?.exact.length ?? 0))
  return bytes
}
