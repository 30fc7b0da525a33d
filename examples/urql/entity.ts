import type { SaidQuery } from './generated/graphql.js'
import { graphql } from './generated/index.js'
import type { Graph } from './graph.js'

const labelQuery = graphql(`
  query Label($id: ID!) {
    node(id: $id) {
      id
      ... on Entity {
        label(language: "zh-Hans")
      }
    }
  }
`)

/** What an entity of any type is called; undefined where the view has none with that id. */
export async function labelOf({ client }: Graph, id: string): Promise<string | undefined> {
  const { data, error } = await client.query(labelQuery, { id })
  if (error) throw error
  return data?.node && 'label' in data.node ? data.node.label : undefined
}

const saidQuery = graphql(`
  query Said($id: ID!) {
    node(id: $id) {
      id
      ... on Entity {
        statements(first: 100) {
          nodes {
            id
            property {
              name
            }
            value {
              __typename
              ... on TextValue {
                text
              }
              ... on DateValue {
                date
              }
              ... on CodeValue {
                code
              }
              ... on Quantity {
                amount
                unit
              }
              ... on GeoPoint {
                latitude
                longitude
              }
              ... on EntityValue {
                entity {
                  id
                  label(language: "zh-Hans")
                }
              }
            }
          }
        }
      }
    }
  }
`)

/** What is said of an entity: pairs of a property and a value in words. */
export async function saidOf({ client }: Graph, id: string): Promise<readonly (readonly [string, string])[]> {
  const { data, error } = await client.query(saidQuery, { id })
  if (error) throw error
  if (!data?.node || !('statements' in data.node)) return []
  return data.node.statements.nodes.map(({ property, value }) => [property.name, wordsOf(value)])
}

type Node = NonNullable<SaidQuery['node']>
type Value = Extract<Node, { statements: unknown }>['statements']['nodes'][number]['value']

function wordsOf(value: Value): string {
  switch (value.__typename) {
    case 'TextValue':
      return value.text
    case 'DateValue':
      return value.date
    case 'CodeValue':
      return value.code
    case 'Quantity':
      return `${value.amount} ${value.unit}`
    case 'GeoPoint':
      return `${value.latitude}, ${value.longitude}`
    case 'EntityValue':
      return value.entity.label
  }
}
