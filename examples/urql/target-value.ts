import type { CombinedError } from '@urql/core'
import type { Unit } from './generated/graphql.js'
import { graphql } from './generated/index.js'
import type { Graph } from './graph.js'

const targetValueQuery = graphql(`
  query TargetValue($id: ID!, $unit: Unit!) {
    target(id: $id) {
      id
      label(language: "zh-Hans")
      value {
        asStated
        in(unit: $unit)
      }
    }
  }
`)

/**
 * A target’s value in a unit; where it cannot be given in that one, as the source states it. A failed field is null beside
 * the rest of the answer; what to do is told by the code of its error, which does not change, unlike its words.
 */
export async function targetValue({ client }: Graph, id: string, unit: Unit): Promise<string | undefined> {
  const { data, error } = await client.query(targetValueQuery, { id, unit })
  if (error && !isMismatch(error)) throw error
  const value = data?.target?.value
  return value?.in ?? value?.asStated ?? undefined
}

function isMismatch({ networkError, graphQLErrors }: CombinedError): boolean {
  return !networkError && graphQLErrors.every(({ extensions }) => extensions.code === 'UNIT_MISMATCH')
}
