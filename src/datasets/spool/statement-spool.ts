import type { CheckedStatement } from '../check/check-statement.js'
import { ExternalSort, type Group } from './external-sort.js'

/** The statements of a dataset, each once, by their subjects: any number of them. */
export class StatementSpool implements Iterable<CheckedStatement> {
  readonly #spool: ExternalSort<CheckedStatement>
  #leftOut: ReadonlySet<string> = new Set()

  constructor(statements: Iterable<CheckedStatement> = [], mostBytes?: number) {
    this.#spool = new ExternalSort(mostBytes)
    for (const statement of statements) this.add(statement)
  }

  add(checked: CheckedStatement): void {
    this.#spool.add(checked.statement.subject, checked)
  }

  /** How many were added, those that are left out and those that were added twice counted in. */
  get size(): number {
    return this.#spool.size
  }

  /** How many there are. Goes through all of them. */
  count(): number {
    let count = 0
    for (const { items } of this.bySubject()) count += items.length
    return count
  }

  /** From now on without the links to or from these entities. */
  leaveOut(entities: ReadonlySet<string>): void {
    this.#leftOut = entities
  }

  *[Symbol.iterator](): Generator<CheckedStatement> {
    for (const { items } of this.bySubject()) yield* items
  }

  /** Sorted by subject in code-unit order; of what was said twice the first. */
  *bySubject(): Generator<Group<CheckedStatement>> {
    for (const { key, items } of this.#spool.groups()) {
      const left = items.filter(({ refersTo }) => refersTo === undefined || !this.#leftOut.has(refersTo))
      if (left.length > 0) yield { key, items: eachOnce(left) }
    }
  }

  close(): void {
    this.#spool.close()
  }
}

function eachOnce(statements: readonly CheckedStatement[]): readonly CheckedStatement[] {
  const ids = new Set<string>()
  const first = ({ statement: { id } }: CheckedStatement) => ids.size < ids.add(id).size
  return statements.filter(first)
}
