import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner'

/** What answers for a subgraph. */
export interface Subgraph {
  answer(query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>
}

type Row = Record<string, unknown>
type Subgraphs = Readonly<Record<string, Subgraph>>

/** Carries a query plan out step by step, as a gateway does; a plan of plain fetches, without variables or conditions. */
export async function executePlan({ node }: QueryPlan, subgraphs: Subgraphs): Promise<unknown> {
  const data: Row = {}
  if (node) await execute(node as PlanNode, [data], subgraphs)
  return data
}

async function execute(node: PlanNode, rows: readonly Row[], subgraphs: Subgraphs): Promise<void> {
  switch (node.kind) {
    case 'Sequence':
      for (const step of node.nodes) await execute(step, rows, subgraphs)
      return
    case 'Parallel':
      await Promise.all(node.nodes.map(step => execute(step, rows, subgraphs)))
      return
    case 'Flatten':
      return await execute(node.node, rowsAt(rows, node.path), subgraphs)
    case 'Fetch':
      return await fetchRows(node, rows, subgraphs)
    default:
      throw new Error(`A plan with ${node.kind} is not carried out here.`)
  }
}

async function fetchRows({ serviceName, operation, requires }: FetchNode, rows: readonly Row[], subgraphs: Subgraphs) {
  const { answer } = subgraphs[serviceName] as Subgraph
  if (!requires) return void merge(rows[0] as Row, (await answer(operation, {})) as Row)
  const keys = requires.flatMap(each =>
    'selections' in each ? (each.selections ?? []).flatMap(key => ('name' in key ? [key.name] : [])) : [],
  )
  const representations = rows.map(row => Object.fromEntries(keys.map(key => [key, row[key]])))
  const { _entities } = (await answer(operation, { representations })) as {
    readonly _entities: readonly (Row | null)[]
  }
  for (const [i, row] of rows.entries()) merge(row, _entities[i] ?? {})
}

function rowsAt(rows: readonly Row[], path: readonly (string | number)[]): readonly Row[] {
  return path.reduce<readonly Row[]>(
    (found, step) =>
      found.flatMap(row => (step === '@' ? row : row[step]) as Row | readonly Row[]).filter(row => row != null),
    rows,
  )
}

function merge(into: Row, from: Row): void {
  for (const [key, value] of Object.entries(from)) {
    const own = into[key]
    if (isRow(own) && isRow(value)) merge(own, value)
    else into[key] = value
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
