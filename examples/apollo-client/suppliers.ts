import { graphql } from './generated/index.js'
import type { Graph } from './graph.js'

const suppliersQuery = graphql(`
  query Suppliers($code: String!) {
    region(code: $code) {
      id
      suppliers(first: 10) {
        edges {
          role
          node { id label(language: "zh-Hans") }
          corridor { id label(language: "zh-Hans") }
          statement { id asStated quote { exact } edition { id source { id publisher } } }
        }
      }
    }
  }
`)

/** Which regions feed the one with this code (110000), and on whose word. Empty where there is no such region. */
export async function suppliersOf({ client }: Graph, code: string) {
  const { data } = await client.query({ query: suppliersQuery, variables: { code } })
  return data?.region?.suppliers.edges ?? []
}
