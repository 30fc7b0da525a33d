import type { Conflict } from '../../model/conflict.js'
import type { Statement } from '../../model/statement.js'
import { isVisible } from '../../resolution/is-visible.js'
import type { ConflictSelection, Page, StatementSelection } from '../../store/store.js'
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
    /** How many the caller is going to read. */
    readonly about?: number
  } = {},
): AsyncGenerator<Statement> {
  const { test, about = chunk, ...range } = options
  // Without a test the view sees nearly all.
  const first = test ? chunk : Math.min(chunk, about)
  for await (const statements of pages(
    page => reader.ask<'statements'>({ kind: 'statements', ...selection, ...page }),
    range,
    first,
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
    page => reader.ask<'conflicts'>({ kind: 'conflicts', ...selection, ...page }),
    options,
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
  ask: (page: Page) => Promise<readonly Row[]>,
  { from, reversed = false }: { readonly from?: string; readonly reversed?: boolean },
  first = chunk,
): AsyncGenerator<readonly Row[]> {
  let after = from
  for (let limit = first; ; limit = chunk) {
    const rows = await ask({ limit, ...(after !== undefined && { after }), ...(reversed && { reversed }) })
    yield rows
    if (rows.length < limit) return
    after = rows.at(-1)?.id
  }
}
