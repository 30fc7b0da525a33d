import { graphql } from 'relay-runtime'

// Relay’s compiler reads these; the program uses what the compiler makes of them, and needs no plugin for that.
graphql`
  query regionQuery($code: String!) {
    region(code: $code) {
      id
      label(language: "zh-Hans")
      location {
        latitude
      }
      ...regionCentres
    }
  }
`
graphql`
  fragment regionCentres on Region
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "regionCentresPageQuery") {
    centres(first: $count, after: $cursor) @connection(key: "regionCentres_centres") {
      edges {
        node {
          id
          label(language: "zh-Hans")
          location {
            latitude
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`
