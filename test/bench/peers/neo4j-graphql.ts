import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { Neo4jGraphQL } from '@neo4j/graphql'
import neo4j from 'neo4j-driver'

/* What a user would pick instead: @neo4j/graphql on Apollo Server, set up as its getting-started page says. */

const typeDefs = `#graphql
  type Corridor @node(labels: ["PlainCorridor"]) {
    id: ID!
    label: String!
    labelEn: String!
    members: [Region!]! @relationship(type: "HAS_MEMBER", direction: OUT)
  }
  type Region @node(labels: ["PlainRegion"]) {
    id: ID!
    label: String!
    labelEn: String!
    centres: [Centre!]! @relationship(type: "STANDS_IN", direction: IN)
  }
  type Centre
    @node(labels: ["PlainCentre"])
    @fulltext(indexes: [{ indexName: "plain_names", queryName: "centresByName", fields: ["label"] }]) {
    id: ID!
    label: String!
    amount: Int!
    unit: String!
    status: String!
    region: [Region!]! @relationship(type: "STANDS_IN", direction: OUT)
    operator: [Organisation!]! @relationship(type: "RUN_BY", direction: OUT)
  }
  type Organisation @node(labels: ["PlainOrganisation"]) {
    id: ID!
    label: String!
  }
`

const [, , uri = ''] = process.argv
const driver = neo4j.driver(uri)
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema()
const { url } = await startStandaloneServer(new ApolloServer({ schema }), {
  context: async ({ req }) => ({ req }),
  listen: { port: 0, host: '127.0.0.1' },
})
console.log(url)
