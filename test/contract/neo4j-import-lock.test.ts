import { afterAll, beforeAll, describe, it } from '@jest/globals'
import { type Neo4jServer, startNeo4j, whyNoNeo4j } from '../support/neo4j-server.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { describeImportLock } from './import-lock.contract.js'

const why = whyNoNeo4j()
if (why !== undefined) it.skip(why, () => {})
else
  describe('on a real Neo4j', () => {
    let server: Neo4jServer
    beforeAll(async () => {
      server = await startNeo4j()
    }, 300_000)
    afterAll(async () => {
      await server?.close()
    }, 300_000)

    describeImportLock('Neo4j', () => openNeo4jTestStore(server.uri), [
      {
        name: 'the database was killed',
        next: 'curation',
        async begin() {
          const { home, port } = server
          await server.kill()
          return {
            async end() {
              server = await startNeo4j({ home, port })
            },
          }
        },
      },
    ])
  })
