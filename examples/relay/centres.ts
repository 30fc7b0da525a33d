import { createOperationDescriptor, type Environment, fetchQuery, getSelector } from 'relay-runtime'
import fragmentNode, { type regionCentres$data } from './generated/regionCentres.graphql.js'
import pageNode, { type regionCentresPageQuery } from './generated/regionCentresPageQuery.graphql.js'
import queryNode, { type regionQuery } from './generated/regionQuery.graphql.js'

/** A region, and the first page of the centres in it. */
export async function loadRegion(graph: Environment, code: string): Promise<regionQuery['response']['region']> {
  const variables = { code }
  const response = await fetchQuery<regionQuery>(graph, queryNode, variables).toPromise()
  // What the store holds stays there as long as something retains it.
  graph.retain(createOperationDescriptor(queryNode, variables))
  return response?.region
}

/** Loads the page of centres after a cursor, with the query by `node(id)` that the compiler wrote for the fragment. */
export async function loadMoreCentres(graph: Environment, id: string, count: number, cursor: string): Promise<void> {
  await fetchQuery<regionCentresPageQuery>(graph, pageNode, { id, count, cursor }).toPromise()
}

/** All centres of the region that its pages have brought so far. In React this is `usePaginationFragment`. */
export function centresOf(graph: Environment, region: object): regionCentres$data['centres'] {
  const selector = getSelector(fragmentNode, region)
  if (selector?.kind !== 'SingularReaderSelector') throw new Error('The region was not read with its centres.')
  return (graph.lookup(selector).data as regionCentres$data | undefined)?.centres as regionCentres$data['centres']
}
