import type { Conflict } from '../model/conflict.js'
import type { Statement } from '../model/statement.js'
import { sees } from '../resolution/is-visible.js'
import type { ConflictSelection, StatementSelection } from '../store/store.js'
import type { Scope } from './view-reader.js'

const chunk = 1000

/** The statements that the view sees and the selection and test admit, in the order of their ids, read as far as the caller goes. */
export async function* listStatements(
  scope: Scope,
  selection: StatementSelection,
  options: {
    readonly test?: (statement: Statement) => boolean
    readonly from?: string
    readonly reversed?: boolean
  } = {},
): AsyncGenerator<Statement> {
  const { test, from, reversed } = options
  for await (const statements of pages(
    after => scope.ask<'statements'>({ kind: 'statements', ...selection, limit: chunk, ...after }),
    from,
    reversed,
  ))
    for (const statement of statements)
      if (sees(scope.view, statement, scope.witnesses(statement.edition)) && (!test || test(statement))) yield statement
}

/** The conflicts that the selection admits and of which the view sees at least two statements, in the order of their ids. */
export async function* listConflicts(
  scope: Scope,
  selection: ConflictSelection,
  options: { readonly from?: string; readonly reversed?: boolean } = {},
): AsyncGenerator<Conflict> {
  for await (const conflicts of pages(
    after => scope.ask<'conflicts'>({ kind: 'conflicts', ...selection, limit: chunk, ...after }),
    options.from,
    options.reversed,
  )) {
    const seen = await Promise.all(conflicts.map(conflict => countSeen(scope, conflict)))
    for (const [i, conflict] of conflicts.entries()) if ((seen[i] ?? 0) > 1) yield conflict
  }
}

async function countSeen(scope: Scope, { statements }: Conflict): Promise<number> {
  const found = await Promise.all(statements.map(id => scope.ask<'statement'>({ kind: 'statement', id })))
  return found.filter(
    statement =>
      statement &&
      statement.retractedIn === undefined &&
      sees(scope.view, statement, scope.witnesses(statement.edition)),
  ).length
}

async function* pages<Row extends { readonly id: string }>(
  ask: (from: { after?: string; reversed?: boolean }) => Promise<readonly Row[]>,
  from: string | undefined,
  reversed = false,
): AsyncGenerator<readonly Row[]> {
  let after = from
  for (;;) {
    const rows = await ask({ ...(after !== undefined && { after }), ...(reversed && { reversed }) })
    yield rows
    if (rows.length < chunk) return
    after = rows.at(-1)?.id
  }
}
