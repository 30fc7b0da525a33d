import type { ProvincesQuery } from './generated/graphql.js'
import { graphql } from './generated/index.js'
import type { Graph } from './graph.js'

const provincesQuery = graphql(`
  query Provinces($first: Int!, $after: String) {
    regions(first: $first, after: $after, filter: { level: { eq: PROVINCE } }, orderBy: [{ field: CODE }]) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { cursor node { id code label(language: "zh-Hans") } }
    }
  }
`)

/** All provinces that have been loaded so far. */
export type Provinces = ProvincesQuery['regions']

/**
 * Loads the page after `after`, the first one without it; gives all that have been loaded so far. In React this is
 * `useQuery` with `fetchMore`.
 */
export async function loadProvinces({ client }: Graph, first: number, after?: string | null): Promise<Provinces> {
  const { data } = await client.query({
    query: provincesQuery,
    variables: { first, after },
    // All pages are one list to the cache: it would take the first for an answer to the question for the next.
    fetchPolicy: after ? 'network-only' : 'cache-first',
  })
  if (!data) throw new Error('an answer without data and without an error')
  return data.regions
}
