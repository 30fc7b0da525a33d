import { ask } from './server.js'

/** A page of a list, as `readPage` reads it. */
export interface ListPage {
  readonly totalCount: number
  readonly aggregate: { readonly count: number }
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly nodes: readonly { readonly id: string }[]
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
}

/** The arguments of a list of entities, as variables. */
export type ListVariables = Readonly<Record<string, unknown>>

/** Reads a page of the list `field` of a type, over HTTP. Throws where there are errors. */
export async function readPage(url: string, type: { name: string; plural: string }, variables: ListVariables) {
  const query = `query ($filter: ${type.name}Filter, $orderBy: [${type.name}Order!], $first: Int, $after: String,
      $last: Int, $before: String, $view: ViewInput) {
    ${type.plural}(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before,
        view: $view) {
      totalCount aggregate { count } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { id } edges { cursor node { id } } } }`
  const { body } = await ask(url, query, variables)
  if (body.errors) throw new Error(JSON.stringify({ errors: body.errors, variables }))
  return body.data[type.plural] as ListPage
}

/** All ids of the list, page by page from one end to the other. */
export async function readWhole(
  url: string,
  type: { name: string; plural: string },
  { size, backwards = false, ...rest }: ListVariables & { readonly size: number; readonly backwards?: boolean },
): Promise<readonly string[]> {
  const ids: string[] = []
  let cursor: string | null | undefined
  for (;;) {
    const { nodes, pageInfo } = await readPage(url, type, {
      ...rest,
      ...(backwards ? { last: size, before: cursor } : { first: size, after: cursor }),
    })
    const page = nodes.map(({ id }) => id)
    if (backwards) ids.unshift(...page)
    else ids.push(...page)
    if (!(backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return ids
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor
  }
}
