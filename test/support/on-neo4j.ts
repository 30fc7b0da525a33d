import { afterAll, beforeAll, describe, it } from '@jest/globals'
import { type Neo4jServer, startNeo4j, whyNoNeo4j } from './neo4j-server.js'

/** Describes tests on a real Neo4j of their own; where there can be none, one skipped test says why and how to get it. */
export function describeOnNeo4j(tests: (uri: () => string) => void): void {
  const why = whyNoNeo4j()
  describe('on a real Neo4j', () => {
    if (why !== undefined) return it.skip(why, () => {})
    let server: Neo4jServer | undefined
    beforeAll(async () => {
      server = await startNeo4j()
    }, 300_000)
    afterAll(async () => {
      await server?.close()
    }, 300_000)
    tests(() => server?.uri ?? '')
  })
}
