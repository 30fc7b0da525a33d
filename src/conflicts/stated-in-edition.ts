import { canHoldTogether, type StatementToCompare } from '../resolution/contradiction.js'

export type Test = (a: StatementToCompare, b: StatementToCompare) => boolean

export function byEdition(group: readonly StatementToCompare[]): ReadonlyMap<string, readonly StatementToCompare[]> {
  const editions = new Map<string, StatementToCompare[]>()
  for (const statement of group) {
    const stated = editions.get(statement.edition)
    if (stated) stated.push(statement)
    else editions.set(statement.edition, [statement])
  }
  return editions
}

/** Whether an edition has a statement that agrees with a given statement of another edition. Each answer is computed once. */
export function statedTest(editions: ReadonlyMap<string, readonly StatementToCompare[]>, differ: Test) {
  const known = new Map<string, boolean>()
  return (statement: StatementToCompare, edition: string): boolean => {
    const key = `${statement.id} ${edition}`
    const answer =
      known.get(key) ??
      (editions.get(edition) ?? []).some(other => canHoldTogether(statement, other) && !differ(statement, other))
    known.set(key, answer)
    return answer
  }
}
