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

/** Loads the page after `after`, the first one without it; gives all that have been loaded so far. */
export async function loadProvinces({ client }: Graph, first: number, after?: string | null): Promise<Provinces> {
  const { data, error } = await client.query(provincesQuery, { first, after })
  if (!data) throw error
  return data.regions
}
