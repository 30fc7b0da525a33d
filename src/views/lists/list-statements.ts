import type { Conflict } from '../../model/conflict.js'
import type { Statement } from '../../model/statement.js'
import { isVisible } from '../../resolution/is-visible.js'
import type { ConflictSelection, StatementSelection } from '../../store/store.js'
import type { ViewReader } from '../view-reader.js'

const chunk = 1000

/** The statements that the view sees and the selection and test admit, in the order of their ids, read as far as the caller goes. */
export async function* listStatements(
  reader: ViewReader,
  selection: StatementSelection,
  options: {
    readonly test?: (statement: Statement) => boolean
    readonly from?: string
    readonly reversed?: boolean
  } = {},
): AsyncGenerator<Statement> {
  const { test, from, reversed } = options
  for await (const statements of pages(
    after => reader.ask<'statements'>({ kind: 'statements', ...selection, limit: chunk, ...after }),
    from,
    reversed,
  ))
    for (const statement of statements)
      if (isVisible(reader.view, statement, reader.citedEditions(statement.edition)) && (!test || test(statement)))
        yield statement
}

/** The conflicts that the selection admits and of which the view sees at least two statements, in the order of their ids. */
export async function* listConflicts(
  reader: ViewReader,
  selection: ConflictSelection,
  options: {
    readonly test?: (conflict: Conflict) => boolean
    /** What the visible statements of a conflict must be. */
    readonly sides?: (statements: readonly Statement[]) => boolean
    readonly from?: string
    readonly reversed?: boolean
  } = {},
): AsyncGenerator<Conflict> {
  const { test, sides } = options
  for await (const conflicts of pages(
    after => reader.ask<'conflicts'>({ kind: 'conflicts', ...selection, limit: chunk, ...after }),
    options.from,
    options.reversed,
  )) {
    const passed = test ? conflicts.filter(test) : conflicts
    const seen = await Promise.all(passed.map(conflict => visibleSides(reader, conflict)))
    for (const [i, conflict] of passed.entries()) {
      const statements = seen[i] ?? []
      if (statements.length > 1 && (!sides || sides(statements))) yield conflict
    }
  }
}

async function visibleSides(reader: ViewReader, { statements }: Conflict): Promise<readonly Statement[]> {
  const found = await Promise.all(statements.map(id => reader.ask<'statement'>({ kind: 'statement', id })))
  return found.filter(
    statement =>
      statement !== undefined &&
      statement.retractedIn === undefined &&
      isVisible(reader.view, statement, reader.citedEditions(statement.edition)),
  ) as readonly Statement[]
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
